"""The support team's seats by field, and which fields have nobody: the question that the tool asks (S03, S06)."""

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.model.region import Seat
from playbook.model.seat import SECTORS, STATUSES

FIELDS_OF_WORK = {  # the four fields of S03: the sectors that stand for each
    "workforce development": ("workforce",),
    "education": ("k12", "community-college", "university"),
    "economic development": ("economic", "chamber"),
    "community-based organizations": ("community",),
}
OTHERS = "others"
MORE_FIELDS = {OTHERS: ("labor", "other")}  # beside the four, where it fits


def kind_of_seat(sector: str, field: str) -> str:
    """Return what a sector is called within a field of work; one that bears the field's own name is one of several kinds in it."""
    return SECTORS[sector] if SECTORS[sector] != field or len(FIELDS_OF_WORK[field]) == 1 else f"{field} organization"


@dataclass(frozen=True)
class Gap:
    """What one of the four fields lacks: nobody is on board (`status`: how far the best seat is), or only in part."""

    field: str
    status: str  # filled | asked | open
    listed: bool  # whether the region file has a seat for it
    wide_only: bool = False  # filled, but not in the core team
    sectors: tuple[str, ...] = ()  # filled, but not for these


def seats_of(seats: Iterable[Seat], field: str, role: str = "") -> list[Seat]:
    """Return the seats of a field (of FIELDS or MORE), of one ring if `role` says which, the furthest along first."""
    sectors = {**FIELDS_OF_WORK, **MORE_FIELDS}[field]
    found = [seat for seat in seats if seat.sector in sectors and role in ("", seat.role)]
    return sorted(found, key=lambda seat: list(STATUSES).index(seat.status))


def count(seats: Iterable[Seat], role: str) -> dict[str, int]:
    """Return how many seats of a ring are filled, asked and open."""
    ring = [seat.status for seat in seats if seat.role == role]
    return {status: ring.count(status) for status in STATUSES}


def gaps(seats: Iterable[Seat]) -> list[Gap]:
    """Return what the four fields lack, those with nobody on board first; empty when every one is in the core team in all its sectors."""
    seats = list(seats)
    found = [_gap(seats, field) for field in FIELDS_OF_WORK]
    lacking = [gap for gap in found if gap.status != "filled" or gap.wide_only or gap.sectors]
    return sorted(lacking, key=lambda gap: list(STATUSES).index(gap.status), reverse=True)


def _gap(seats: list[Seat], field: str) -> Gap:
    own = seats_of(seats, field)
    filled = [seat for seat in own if seat.status == "filled"]
    if not filled:
        return Gap(field, own[0].status if own else "open", bool(own))
    without = tuple(sector for sector in FIELDS_OF_WORK[field] if sector not in {seat.sector for seat in filled})
    return Gap(field, "filled", True, all(seat.role == "wide" for seat in filled), without)
