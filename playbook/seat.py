"""A seat of the support team: the fields it may stand for, its team and how far it is, each with its label."""

SECTORS = {
    "workforce": "Workforce development",
    "economic": "Economic development",
    "k12": "K-12 schools",
    "community-college": "Community college",
    "university": "University",
    "chamber": "Chamber of commerce",
    "community": "Community organization",
    "labor": "Labor",
    "other": "Other",
}
ROLES = {"core": "Core team", "wide": "Wide team"}
STATUSES = {"filled": "On the team", "asked": "Asked", "open": "Still open"}
