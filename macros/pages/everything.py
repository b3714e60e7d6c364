"""Everything that the playbook holds, by heading: the way to each place for who has no scripts, and for who would rather look than search."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from macros.points.origin import origin_line
from macros.points.point_html import line_to_say
from macros.values.components import alone, component
from playbook.content.headings import headings
from playbook.content.page import Page
from playbook.content.point_spec import point_specs
from playbook.content.point_text import Point
from playbook.content.sheet_plan import is_share

SELF = "everything.md"
DEEPEST = 3  # level of headings that are listed
OTHERS = "Other sheets, and letters"

Menu = Sequence[Mapping[str, Any]]


def everything(*, menu: Menu, pages: Sequence[Page], points: Sequence[Point]) -> Markup:
    """Return a list of every page of the menu, its headings and its points to say, then of the pages that the menu leaves out."""
    by_path = {page.path: page for page in pages if page.path != SELF}
    listed = {title: [path for path in _paths(inner) if path in by_path] for entry in menu for title, inner in _titled(entry)}
    others = by_path.keys() - {path for paths in listed.values() for path in paths}
    listed[OTHERS] = [path for path in by_path if path in others]
    sections = [{"title": title, "id": _anchor(title), "pages": [_page(by_path[path], points) for path in paths]} for title, paths in listed.items() if paths]
    return alone(component("everything", sections=sections))


def _titled(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the title of an entry of the menu and what lies below it. Zensical gives an entry names of its own for both."""
    if "children" in entry:
        yield entry["title"], entry["children"] or entry["url"]
    else:
        yield from entry.items()


def _paths(inner: Any) -> Iterator[str]:
    """Yield the pages below an entry of the menu."""
    if isinstance(inner, str):
        yield inner
    elif isinstance(inner, Mapping):
        for _, value in _titled(inner):
            yield from _paths(value)
    else:
        for value in inner:
            yield from _paths(value)


def _anchor(title: str) -> str:
    return "all-" + "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())


def _page(page: Page, points: Sequence[Point]) -> dict[str, object]:
    """A page, its headings and points in their order."""
    items: dict[int, dict[str, object]] = {
        heading.line: {"address": f"{page.url}#{heading.anchor}", "title": heading.title} for heading in headings(page) if 1 < heading.level <= DEEPEST
    }
    items |= {point.line: _point(point) for point in points if point.page is page and point.opening and point.id in point_specs()}
    return {"address": page.url, "title": page.title, "items": [items[line] for line in sorted(items)]}


def _point(point: Point) -> dict[str, object]:
    """A line to say; a point of our own says so, and a figure what it is."""
    spec = point_specs()[point.id]
    return {
        "address": f"{point.page.url}#{point.id}",
        "id": point.id,
        "words": line_to_say(point),
        "is_figure": is_share(spec),
        "origin": origin_line(spec.origin) if spec.origin != "toolkit" else "",
    }
