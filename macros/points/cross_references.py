"""References to points by their id."""

import posixpath
from collections.abc import Callable, Iterable

from macros.values.arguments import require_known
from playbook.content.point_text import Point


def way(page: str, here: str) -> str:
    """Return the address of a page in a link on another one; both are paths in docs/."""
    return posixpath.relpath(page, posixpath.dirname(here) or ".")


def link(one: Point, here: str) -> str:
    """Return a point's id as a small link to where it stands. `here` is the path of the page with the link."""
    return f"[{one.id.upper()}]({way(one.page.path, here)}#{one.id}){{ .point-id data-part=link }}"


def point(key: str, *, points: Iterable[Point], here: Callable[[], str]) -> str:
    """Return a link to a point, wherever it stands. `here` gives the path of the page in hand."""
    places = {one.id: one.page.path for one in points}
    path = places[require_known("point", key.lower(), places)]
    return f"[{key.upper()}]({way(path, here())}#{key.lower()}){{ .point-link }}"
