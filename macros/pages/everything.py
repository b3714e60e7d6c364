"""Everything that the playbook holds, by heading: the way to each place for who has no scripts, and for who would rather look than search."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from macros.points.origin import origin_line
from macros.points.point_html import line_to_say
from macros.values.stage_variants import staged
from playbook.content.headings import headings
from playbook.content.page import Page
from playbook.content.point_spec import point_specs
from playbook.content.point_text import Point
from playbook.content.sheet_plan import is_share

SELF = "everything.md"
DEEPEST = 3  # level of headings that are listed
OTHERS = "Other sheets, and letters"

Menu = Sequence[Mapping[str, Any]]


def everything(*, menu: Menu, pages: Sequence[Page], points: Sequence[Point]) -> str:
    """Return a list of every page of the menu, its headings and its points to say, then of the pages that the menu leaves out."""
    by_path = {page.path: page for page in pages if page.path != SELF}
    listed: set[str] = set()
    parts = []
    for entry in menu:
        for title, inner in entry.items():
            paths = [path for path in _paths(inner) if path in by_path]
            listed |= set(paths)
            parts.append(_section(title, [by_path[path] for path in paths], points))
    parts.append(_section(OTHERS, [page for path, page in by_path.items() if path not in listed], points))
    return f'\n<div class="everything">\n{"".join(parts)}</div>\n'


def _paths(inner: Any) -> Iterator[str]:
    """Yield the pages below an entry of the menu."""
    if isinstance(inner, str):
        yield inner
    elif isinstance(inner, Mapping):
        for value in inner.values():
            yield from _paths(value)
    else:
        for value in inner:
            yield from _paths(value)


def _section(title: str, pages: list[Page], points: Sequence[Point]) -> str:
    if not pages:
        return ""
    anchor = "all-" + "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())
    return f'<h2 id="{anchor}">{escape(title)}</h2>\n<ul>\n{"".join(_page(page, points) for page in pages)}</ul>\n'


def _page(page: Page, points: Sequence[Point]) -> str:
    items = {heading.line: _link(page, heading.anchor, escape(heading.title)) for heading in headings(page) if 1 < heading.level <= DEEPEST}
    items |= {point.line: _point(point) for point in points if point.page is page and point.opening and point.id in point_specs()}
    inner = "".join(f"<li>{items[line]}</li>\n" for line in sorted(items))
    return f"<li>{_link(page, '', escape(page.title))}{f'<ul>{inner}</ul>' if inner else ''}</li>\n"


def _point(point: Point) -> str:
    """A line to say; a point of our own says so, and a figure what it is."""
    spec = point_specs()[point.id]
    figure = '<span class="origin-part">As stated in the toolkit, undated; shares of partnerships</span>' if is_share(spec) else ""
    note = origin_line(spec.origin, None) if spec.origin != "toolkit" else ""
    return f"{line_to_say(point, None, None, staged)} {_link(point.page, point.id, point.id.upper(), 'point-id')} {figure}{note}"


def _link(page: Page, anchor: str, words: str, kind: str = "") -> str:
    address = f"{page.url}#{anchor}" if anchor else page.url
    return f'<a class="{kind}" href="{escape(address)}">{words}</a>' if kind else f'<a href="{escape(address)}">{words}</a>'
