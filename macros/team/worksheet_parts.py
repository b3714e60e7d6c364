"""What every worksheet has: the strip that opens it, boxes to tick, lines to write on."""

from collections.abc import Callable

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from macros.values.escape import escape_text

LABELS = {"who": "Who", "time": "How long", "need": "You need", "leave_with": "You leave with", "next": "What next"}


def at_a_glance(**parts: str) -> Markup:
    """Return who, how long, what you need, what you leave with and what is next, as one strip; plain words, all five."""
    for key in LABELS:
        require_known("part of at_a_glance", key, parts)
    for key in parts:
        require_known("part of at_a_glance", key, LABELS)
    return alone(component("glance", parts={label: parts[key] for key, label in LABELS.items()}))


def tick_box() -> Markup:
    """Return a box to tick by hand; the words stand beside it."""
    return component("tick-box")


def timer() -> Markup:
    """Return a timer that counts up, for the screen."""
    return alone(component("timer"))


def note_lines(count: int = 4) -> Markup:
    """Return empty lines to write on."""
    return alone(component("note-lines", count=int(count)))


def stacked(*, caller: Callable[[], str]) -> Markup:
    """Return a Markdown table whose rows stand as blocks on a narrow screen, each cell after its column's name.

    The first cell of a row is its heading and says no name, unless it is a figure, which says nothing by itself.
    """
    lines = [line.strip() for line in caller().strip().splitlines()]
    head = _cells(lines[0])

    def named(cell: str, name: str) -> str:
        return f'{cell} {{ data-label="{escape_text(name)}" }}'

    rows = [
        [
            named(first, head[0]) if first.strip("*").isdecimal() else first,
            *(named(cell, name) if cell else "" for cell, name in zip(rest, head[1:], strict=True)),
        ]
        for first, *rest in map(_cells, lines[2:])
    ]
    return alone(component("stacked", table=Markup("\n".join([*lines[:2], *(f"| {' | '.join(row)} |" for row in rows)]))))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
