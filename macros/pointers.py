"""References to points by their id."""

from macros.checks import checked
from playbook.points import Point


def point(key: str, *, points: list[Point]) -> str:
    """Return a link to a point, wherever it stands: `{{ point("s25") }}`."""
    places = {one.id: one.page.path for one in points}
    path = places[checked("point", key.lower(), places)]
    return f"[{key.upper()}](/{path}#{key.lower()}){{ .point-link }}"
