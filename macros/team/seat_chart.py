"""The support team's seats as a chart of signs and words, and who is missing in words."""

from collections.abc import Iterable

from macros.values.conditional import given, missing
from macros.values.escape import escape_text
from playbook.model.formatting import names_in_words
from playbook.model.region import Region, Seat
from playbook.model.support_team import FIELDS_OF_WORK, MORE_FIELDS, Gap, count, gaps, seats_of
from playbook.model.seat import ROLES, SECTORS, STATUSES

NO_SEATS = (
    "No seats are listed in this edition yet. Fill the empty chart below on paper, or list your seats in your region’s file: "
    "each with its field, its ring and how far you are."
)


def roster(*, region: Region | None) -> str:
    """Return the chart of an edition's seats and who is missing; without seats a word on how to fill it, which waits where there are some."""
    seats = region.support_team if region else ()
    chart = f'<div class="part roster"{given(region, "support_team")}>\n{_chart(seats)}{_counts(seats)}{_missing(gaps(seats))}</div>\n' if seats else ""
    return f"\n{chart}<p data-block='seats'{missing(region, 'support_team')}>{NO_SEATS}</p>\n"


def seat_boxes() -> str:
    """Return a box to tick for each status of a seat."""
    return " ".join(f'<span class="seat-box"><span class="mark mark-box"></span> {status}</span>' for status in STATUSES)


def _chart(seats: Iterable[Seat]) -> str:
    fields = [*FIELDS_OF_WORK, *(field for field in MORE_FIELDS if seats_of(seats, field))]
    rows = "".join(
        f'<tr><th scope="row">{_capital(field)}</th>' + "".join(f'<td data-label="{_capital(ROLES[role])}">{_cell(seats_of(seats, field, role), field)}</td>' for role in ROLES) + "</tr>\n"
        for field in fields
    )
    heads = "".join(f'<th scope="col">{_capital(name)}</th>' for name in ("field", *ROLES.values()))
    return f'<div class="part stacked">\n<table>\n<caption>Seats of the support team</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n'


def _cell(seats: list[Seat], field: str) -> str:
    """One ring of a field: a sign and its word for each seat."""
    return "<br>".join(f'<span class="mark mark-{seat.status}"></span> {_seat(seat, field)}' for seat in seats) or '<span class="roster-none">no seat</span>'


def _seat(seat: Seat, field: str) -> str:
    several = len({**FIELDS_OF_WORK, **MORE_FIELDS}[field]) > 1
    kind = _capital(SECTORS[seat.sector]) if several or not seat.organization else ""
    name = ": ".join(part for part in (kind, escape_text(seat.organization or "")) if part)
    return f"{name} <strong>({seat.status})</strong>"


def _counts(seats: Iterable[Seat]) -> str:
    rings = [f"<strong>{_capital(name)}:</strong> {_numbers(count(seats, role))}" for role, name in ROLES.items()]
    return f"<p>{'<br>'.join(rings)}</p>\n"


def _numbers(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {status}" for status, number in counts.items() if number) or "no seats listed"


def _missing(found: list[Gap]) -> str:
    """Who is missing, against the four fields that the tool names."""
    nobody = [gap for gap in found if gap.status != "filled"]
    partly = [gap for gap in found if gap.status == "filled"]
    if not nobody:
        said = "<p><strong>All four fields are on board.</strong></p>\n"
    else:
        fields = names_in_words([gap.field for gap in nobody])
        said = f"<p><strong>Not on board yet:</strong> {fields}.</p>\n<ul>{''.join(f'<li>{_nobody(gap)}</li>' for gap in nobody)}</ul>\n"
    return said + (f"<p><strong>On board, with a gap:</strong></p>\n<ul>{''.join(f'<li>{_partly(gap)}</li>' for gap in partly)}</ul>\n" if partly else "")


def _nobody(gap: Gap) -> str:
    how = {"asked": "someone has been asked. Find out what they still need to say yes.", "open": "a seat is open, and nobody has been asked. Decide who asks whom."}
    return f"<strong>{_capital(gap.field)}:</strong> {how[gap.status] if gap.listed else 'no seat is listed. Name one, and decide who asks.'}"


def _partly(gap: Gap) -> str:
    parts = ["nobody in the core team"] if gap.wide_only else []
    parts += [f"nobody yet for {names_in_words([SECTORS[sector] for sector in gap.sectors])}"] if gap.sectors else []
    return f"<strong>{_capital(gap.field)}:</strong> {'; '.join(parts)}."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
