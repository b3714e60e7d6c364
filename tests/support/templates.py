"""The kinds of page of an edition, and one page of each: what a machine presses and takes pictures of."""

from fnmatch import fnmatchcase
from pathlib import Path

# The first pattern that fits says what kind a page is.
KINDS = {
    "front": ("index.html",), "not found": ("404.html",), "my sheet": ("my-sheet.html",), "editions": ("editions.html",), "everything": ("everything.html",),
    "form": ("localize/your-words.html",), "guide": ("localize/*.html",), "glossary": ("about/glossary.html",), "terms": ("about/*.html",),
    "points in tabs": ("talking-points/what-is-in-it.html", "talking-points/next-steps.html"), "points": ("talking-points/*.html",),
    "sheets": ("sheets/index.html",), "handout": ("sheets/*-handout.html",), "sheet": ("sheets/*.html",),
    "letter": ("team/letter-*.html",), "invitations": ("team/invite.html", "team/business.html"), "agenda": ("team/agenda-*.html",),
    "check-up": ("team/check-up.html",), "seats": ("team/roster.html",), "practice": ("team/practice.html",), "slides": ("team/slides.html",), "team": ("team/index.html",), "worksheet": ("team/*.html",),
}  # fmt: skip

WHOLE = frozenset(
    ("front", "not found", "points in tabs", "sheet", "form")
)  # one kind of each template: search, head and foot are the same on every other page
PROSE = frozenset(("everything", "guide", "terms", "team", "worksheet"))  # kinds without a part of their own, which `make audit` uses


def kind(path: str) -> str:
    """Return what kind of page stands at a path in its edition; "other" for a page that no pattern fits."""
    return next((kind for kind, patterns in KINDS.items() if any(fnmatchcase(path, pattern) for pattern in patterns)), "other")


def pages(edition: Path) -> list[str]:
    """Return the paths of an edition's pages, without those of other editions below it."""
    found = (path.relative_to(edition).as_posix() for path in sorted(edition.rglob("*.html")))
    return [path for path in found if not path.startswith(("regions/", "examples/"))]


def one_of_each(edition: Path) -> dict[str, str]:
    """Return the path of one page of each kind, the longest, in the order of KINDS."""
    found: dict[str, str] = {}
    for path in sorted(pages(edition), key=lambda path: (edition / path).stat().st_size):
        found[kind(path)] = path
    return {name: found[name] for name in (*KINDS, "other") if name in found}
