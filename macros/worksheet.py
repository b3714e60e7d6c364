"""What every worksheet has: the strip that opens it, boxes to tick, lines to write on."""

from macros.checks import checked
from macros.literal import literal

LABELS = {"who": "Who", "time": "How long", "need": "You need", "leave_with": "You leave with", "next": "What next"}


def at_a_glance(**parts: str) -> str:
    """Return who, how long, what you need, what you leave with and what is next, as one strip; plain words, all five."""
    for key in LABELS:
        checked("part of at_a_glance", key, parts)
    for key in parts:
        checked("part of at_a_glance", key, LABELS)
    rows = "".join(f"<div><dt>{label}</dt><dd>{literal(parts[key])}</dd></div>" for key, label in LABELS.items())
    return f'\n<dl class="glance">{rows}</dl>\n'


def tick_box() -> str:
    """Return a box to tick by hand; the words stand beside it."""
    return '<span class="mark mark-box"></span>'


def note_lines(count: int = 4) -> str:
    """Return empty lines to write on."""
    return f'\n<div class="sheet-notes" data-lines="{int(count)}"></div>\n'
