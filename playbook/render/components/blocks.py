"""Blocks: parts of a page that are made of a region's values as a whole. The general page has them without a region; `localize.py` puts an edition's there.

Their HTML stands in templates/; here is the data. Lists of local priorities and results, and the notes beside them, say who wrote them.
"""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from playbook.content import attribution
from playbook.content.ical import later_entry
from playbook.model.edition import Catalog, Edition, EditionEntry
from playbook.model.formatting import capitalized, names_in_words
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region, Seat
from playbook.model.seat import ROLES, STATUSES
from playbook.model.stage import STAGES
from playbook.model.support_team import FIELDS_OF_WORK, MORE_FIELDS, Gap, count, gaps, kind_of_seat, seats_of
from playbook.render.components.template import components

NEXT_STEPS = {  # by how far the best seat of a field is that has nobody on board
    "asked": "someone has been asked. Find out what they still need to say yes.",
    "open": "a seat is open, and nobody has been asked. Decide who asks whom.",
    "unlisted": "nobody is listed yet. Choose a seat, and decide who asks.",
}

SHORT_LIST = 12  # editions that are seen at a glance; a longer list has fields to find one

block = components(Path(__file__).parent / "templates")


def contact(region: Region | None) -> Markup:
    """Return the conveners who can be reached, all where none can, or lines to write on; they are there, hidden, for a reader's own version."""
    conveners = region.convener if region else ()
    return block("contact", conveners=[one for one in conveners if one.email or one.phone or one.url] or conveners)


def editions_list(catalog: Catalog, here: Edition) -> Markup:
    """Return every edition grouped by state, with links that work from this one, on the web and from disk; fictional ones come last."""
    general = next(edition for edition in catalog.editions if not edition.region)
    local = sorted(((e, e.entry) for e in catalog.editions if e.region), key=lambda pair: (_folded(pair[1].title), pair[0].slug))
    groups: dict[str, list[tuple[Edition, EditionEntry]]] = {}
    for pair in local:
        if not pair[1].is_example:
            groups.setdefault(_anchor(pair[1].state), []).append(pair)
    elsewhere = groups.pop(_anchor(""), [])
    named = sorted(((capitalized(pairs[0][1].state), key, pairs) for key, pairs in groups.items()), key=lambda group: _folded(group[0]))
    others = [("Elsewhere" if named else "", "elsewhere", elsewhere)] if elsewhere else []
    return block(
        "editions", groups=[*named, *others], examples=[pair for pair in local if pair[1].is_example], general=(general, general.entry), here=here,
        is_long=len(local) > SHORT_LIST, stages=[stage.label for stage in STAGES.values()],
    )  # fmt: skip


def _anchor(state: str) -> str:
    """Return a state's anchor in the list of editions: one for all ways to write it that differ in capitals and signs alone."""
    return "in-" + re.sub(r"\W+", "-", state.casefold())


def _folded(words: str) -> str:
    """Return words as they are sorted: accents, capitals and signs at the start make no difference, nor an article."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign)).casefold()
    return re.sub(r"^\W*(the )?\W*", "", plain)


def calendar_file(key: str, region: Region | None, slug: str = "") -> Markup:
    """Return the link to a meeting's calendar file, and why there is none, one of them hidden; for the screen only."""
    kind = MEETINGS[key]
    dated = bool(region and getattr(region, key).date)
    return block(
        "calendar-file", key=key, file=kind.file, name=kind.name, dated=dated,
        later=later_entry(slug, key, region) if region and dated else "",
    )  # fmt: skip


def local_priorities(region: Region | None) -> Markup:
    """Return the region's own priorities as a marked list; hidden where the file names none."""
    return _local("Priorities here", "priorities", region, region.priorities if region else ())


def local_results(region: Region | None) -> Markup:
    """Return the region's own results, each with year and source; hidden where the file names none."""
    return _local("Results here", "results", region, region.results if region else ())


def _local(title: str, key: str, region: Region | None, items: Iterable[object]) -> Markup:
    author = attribution.author("local", region)
    before, _, after = attribution.line("local", region).partition(author)
    return block("local-list", title=title, key=key, items=items, before=before, author=author, after=after)


def roster(region: Region | None) -> Markup:
    """Return the chart of an edition's seats and who is missing; without seats a word on how to fill it, which waits where there are some."""
    seats = region.support_team if region else ()
    return block("roster", seats=seats, roles=ROLES, rows=_rows(seats), counts=_counts(seats), **_missing(gaps(seats)))


def _rows(seats: Iterable[Seat]) -> list[tuple[str, dict[str, list[dict[str, object]]]]]:
    """Return each field of work with its seats by ring: whose seat it is, in words, and how far it is."""
    fields = [*FIELDS_OF_WORK, *(field for field in MORE_FIELDS if seats_of(seats, field))]
    return [
        (
            field,
            {
                role: [
                    {"name": _name(seat, field), "status": seat.status, "how_far": STATUSES[seat.status], "seat": seat} for seat in seats_of(seats, field, role)
                ]
                for role in ROLES
            },
        )
        for field in fields
    ]


def _name(seat: Seat, field: str) -> str:
    several = len({**FIELDS_OF_WORK, **MORE_FIELDS}[field]) > 1
    kind = capitalized(kind_of_seat(seat.sector, field)) if several or not seat.organization else ""
    return ": ".join(filter(None, (kind, seat.organization)))


def _counts(seats: Iterable[Seat]) -> list[tuple[str, str]]:
    """Return each ring with its numbers in words."""
    counts = {name: count(seats, role) for role, name in ROLES.items()}
    return [
        (name, ", ".join(f"{number} {STATUSES[status]}" for status, number in found.items() if number) or "no seats listed") for name, found in counts.items()
    ]


def _missing(found: list[Gap]) -> dict[str, object]:
    """Return who is missing, against the four fields that the tool names: fields with nobody on board, and those with a gap, each with what is to do."""
    nobody = [gap for gap in found if gap.status != "filled"]
    return {
        "fields_missing": names_in_words([gap.field for gap in nobody]),
        "missing": [(gap.field, _next_step(gap)) for gap in nobody],
        "partly": [(gap.field, _gap_in_words(gap)) for gap in found if gap.status == "filled"],
    }


def _next_step(gap: Gap) -> str:
    return NEXT_STEPS[gap.status if gap.listed else "unlisted"]


def _gap_in_words(gap: Gap) -> str:
    parts = ["nobody in the core team"] if gap.wide_only else []
    parts += [f"nobody yet for {names_in_words([kind_of_seat(sector, gap.field) for sector in gap.sectors])}"] if gap.sectors else []
    return f"{'; '.join(parts)}."
