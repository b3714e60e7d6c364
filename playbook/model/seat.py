"""A seat of the support team: the fields it may stand for, its ring and how far it is, each as a reader calls it."""

from typing import TYPE_CHECKING, Literal

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

if TYPE_CHECKING:
    Sector = str  # mypy takes no names that are unpacked into Literal
    Role = str
    Status = str
else:
    Sector, Role, Status = Literal[*SECTORS], Literal[*ROLES], Literal[*STATUSES]
