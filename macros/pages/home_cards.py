"""The front page's doors: what a reader needs right now."""

from collections.abc import Callable

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component

DOORS = ("meet", "team", "meeting", "ours")


def doors(*, caller: Callable[[], str]) -> Markup:
    """Return the doors within, as one group."""
    return alone(component("doors", doors=Markup(caller())))


def door(key: str, *, caller: Callable[[], str]) -> Markup:
    """Return one door: a heading and what is behind it."""
    return alone(component("door", key=require_known("door", key, DOORS), text=Markup(caller().strip())))
