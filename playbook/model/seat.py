"""A seat of the support team: the fields it may stand for, its ring and how far it is, each as a reader calls it."""

SECTORS = {
    "workforce": "workforce development",
    "economic": "economic development",
    "k12": "K-12",
    "community-college": "community college",
    "university": "university",
    "chamber": "chamber of commerce",
    "community": "community-based organization",
    "labor": "organized labor",
    "other": "other",
}
ROLES = {"core": "core team", "wide": "wide team"}
STATUSES = {"filled": "on the team", "asked": "asked", "open": "still open"}  # from far along to not begun
