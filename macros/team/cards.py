"""Cards to print and cut apart."""

from collections.abc import Callable

from markupsafe import Markup

from macros.values.components import alone, component


def cards(*, caller: Callable[[], str]) -> Markup:
    """Return the cards within, side by side, on a sheet of their own."""
    return alone(component("cards", cards=Markup(caller())))


def card(title: str, *, caller: Callable[[], str]) -> Markup:
    """Return one card with its title."""
    return alone(component("card", title=title, text=Markup(caller().strip())))
