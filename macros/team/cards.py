"""Cards to print and cut apart."""

from collections.abc import Callable

from macros.values.escape import escape_text


def cards(*, caller: Callable[[], str]) -> str:
    """Return the cards within, side by side, on a sheet of their own."""
    return f'\n<div class="cards" markdown="1">\n{caller()}\n</div>\n'


def card(title: str, *, caller: Callable[[], str]) -> str:
    """Return one card with its title."""
    return f'\n<div class="card" markdown="1">\n\n### {escape_text(title)}\n\n{caller().strip()}\n\n</div>\n'
