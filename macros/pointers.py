"""References to points by their id."""

from macros.checks import checked
from playbook.points import Point


def link(one: Point) -> str:
    """Return a point's id as a small link to where it stands."""
    return f"[{one.id.upper()}](/{one.page.path}#{one.id}){{ .point-id }}"


def point(key: str, *, points: list[Point]) -> str:
    """Return a link to a point, wherever it stands: `{{ point("s25") }}`."""
    places = {one.id: one.page.path for one in points}
    path = places[checked("point", key.lower(), places)]
    return f"[{key.upper()}](/{path}#{key.lower()}){{ .point-link }}"
