"""The credit: one function gives the foot for screen, paper, PDF and Word, by origin."""

from collections.abc import Iterable
from functools import cache
from string import Formatter
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator

from playbook.content.data_file import Line, read_data
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.validation import FrozenModel
from playbook.model.formatting import names_in_words
from playbook.model.region import Region

Origin = Literal["toolkit", "playbook", "local"]
ORIGINS: tuple[Origin, ...] = get_args(Origin)  # who wrote a page, as its front matter says
MIXED, LETTER = "mixed", "letter"  # credits of a page of another origin that holds parts adapted from the tool, and of a letter on paper that holds none
LOGO_STEM = "official-logo"  # the owners' file keeps its bytes; only its name in the site is ours

NAMES = ("tool", "owner", "contact", "community", "author")  # what a wording may hold between { and }


def _fillable(wording: str) -> str:
    """Return a wording; refuse one whose places cannot be filled."""
    try:
        places = [name for _, name, form, conversion in Formatter().parse(wording) if name is not None or form or conversion]
    except ValueError as error:
        raise ValueError(f"has a {{ or }} of its own ({error}); write each name as {{tool}}") from None
    if unknown := [name for name in places if name not in NAMES]:
        raise ValueError(f"holds {{{unknown[0]}}}, which is not known; use one of {', '.join(NAMES)}")
    return wording


Wording = Annotated[Line, AfterValidator(_fillable)]


class Feet(FrozenModel):
    """The feet, by origin."""

    toolkit: Wording
    mixed: Wording
    regional: Wording
    other: Wording
    letter: Wording


class OriginLines(FrozenModel):
    """The lines at the top, by origin."""

    toolkit: Wording
    mixed: Wording
    regional: Wording
    playbook: Wording
    local: Wording


class PointLines(FrozenModel):
    """What stands beside a point in a region's own wording."""

    adapted: Wording
    local: Wording


class Terms(FrozenModel):
    """The owners' terms, word for word."""

    s81: Line
    s82: Line
    s83: Line
    s84: Line
    s85: Line


class Attribution(FrozenModel):
    """What attribution.yml says."""

    tool: Line
    owner: Line
    contact: Line
    staff: tuple[Line, ...]
    community: Line
    playbook_author: Line
    foot: Feet
    line: OriginLines
    point: PointLines
    request: Wording
    terms: Terms


@cache
def _read() -> tuple[Attribution | None, list[Problem]]:
    said, _, problems = read_data("attribution.yml", Attribution, Attribution)
    return said, problems


def attribution_problems() -> list[Problem]:
    """Return what is wrong with attribution.yml."""
    return _read()[1]


@cache
def facts() -> dict[str, Any]:
    """Return attribution.yml: names, contact, wording of the feet and the quoted terms. ProblemsFound if it cannot be read as such."""
    if (said := _read()[0]) is None:
        raise ProblemsFound(attribution_problems())
    return said.model_dump()


def author(origin: str, region: Region | None, by: str = "") -> str:
    """Return who wrote a page of that origin, as plain text; `by`: whom a local page names."""
    if origin == "local":
        return by or names_in_words([c.name for c in region.convener] if region else []) or "the conveners of this region"
    return str(facts()["playbook_author"])


def _filled(wording: str, origin: str, region: Region | None, by: str = "") -> str:
    names = {key: facts()[key] for key in ("tool", "owner", "contact", "community")}
    return wording.format(**names, author=author(origin, region, by))


def credit_kind(origin: str, parts: Iterable[str], points: Iterable[str] = ()) -> str:
    """Return which credit a page carries: its origin, or MIXED. `parts`: the origins of its marked parts; `points`: of points in a region's own wording.

    A page adapted from the tool keeps the toolkit's credit: each note of ours on it says by itself that it is ours. A point of a region's own makes it mixed, or one that the playbook says to an audience which it offers.
    """
    return MIXED if ({"local", "playbook"} & set(points) if origin == "toolkit" else "toolkit" in parts) else origin


def foot(kind: str, region: Region | None = None, origin: str = "playbook", by: str = "") -> str:
    """Return the foot of a page, sheet or file, as plain text. `kind` is an origin, LETTER or MIXED, then `origin` wrote the page; `by`: the author whom a local page names. KeyError for an unknown kind.

    On a mixed page that is adapted from the tool, what is marked is the region's.
    """
    wording = {MIXED: "regional" if origin == "toolkit" else MIXED, "playbook": "other", "local": "other"}.get(kind, kind)
    return _filled(facts()["foot"][wording], _author_of(kind, origin), region, by)


def line(kind: str, region: Region | None = None, origin: str = "playbook", by: str = "") -> str:
    """Return the origin line for the top of a page or part, as plain text; arguments as for `foot`."""
    return _filled(facts()["line"]["regional" if kind == MIXED and origin == "toolkit" else kind], _author_of(kind, origin), region, by)


def _author_of(kind: str, origin: str) -> str:
    return ("local" if origin == "toolkit" else origin) if kind in (MIXED, LETTER) else kind


def request(kind: str) -> str:
    """Return the owners' request to join their Community of Practice; empty where no text is theirs."""
    return _filled(facts()["request"], kind, None) if kind in ("toolkit", MIXED) else ""


def term(point: str) -> str:
    """Return the exact words of one of the owners' terms, s81 to s85."""
    return str(facts()["terms"][point])


def wording(kind: str, region: Region | None) -> str:
    """Return the words beside a point in a region's own wording. `kind`: adapted (the tool's point, reworded) or local (the region's own)."""
    return _filled(facts()["point"][kind], "local", region)
