"""The front page's doors: what a reader needs right now."""

from collections.abc import Callable

from macros.values.arguments import require_known

DOORS = ("meet", "team", "meeting", "ours")


def doors(*, caller: Callable[[], str]) -> str:
    """Return the doors within, as one group."""
    return f'\n<div class="doors" markdown="1">\n{caller()}\n</div>\n'


def door(key: str, *, caller: Callable[[], str]) -> str:
    """Return one door: a heading and what is behind it."""
    return f'\n<section class="door door-{require_known("door", key, DOORS)}" markdown="1">\n\n{caller().strip()}\n\n</section>\n'
