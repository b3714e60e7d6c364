"""How wide the columns of a table are, in PDF and in Word."""

from dataclasses import replace

from playbook.paper.document import Inline, Mark, Run, Table, plain_text

ROOM = 36  # characters by hand, in a column with nothing in it
ROOM_OF_A_MARK = 12  # characters, with the blanks around it
OF_MARKS = 10  # percent, for a column of boxes to tick
OF_FIGURES = 9  # percent, for a column of figures, such as minutes
SMALL = 0.8  # of the width of other type, of ids
FEW = 4  # columns; of more than these, one to write in is for a figure
NARROWEST, WIDEST = 9, 72  # characters


def column_widths(table: Table) -> tuple[int, ...]:
    """Return the columns’ widths in percent: a column grows with its longest cell, but slower than that."""
    if marked := [place for place in range(len(table.head)) if table.rows and all(_is_mark(row[place]) for row in table.rows)]:
        return tuple(OF_MARKS if place in marked else (100 - OF_MARKS * len(marked)) // (len(table.head) - len(marked)) for place in range(len(table.head)))
    if table.head and _is_of_figures(table):
        rest = replace(table, head=table.head[1:], rows=tuple(row[1:] for row in table.rows))
        return (OF_FIGURES, *(round(width * (100 - OF_FIGURES) / 100) for width in column_widths(rest)))
    rooms = (max(_room(table, place), len(plain_text(head)), NARROWEST) for place, head in enumerate(table.head))
    grown = [min(room, WIDEST) ** 0.5 for room in rooms]
    return tuple(round(100 * share / sum(grown)) for share in grown)


def _is_of_figures(table: Table) -> bool:
    """Tell whether a table's first column holds figures alone; numbers of rows are none, for a name is written beside them."""
    cells = [plain_text(row[0]) for row in table.rows]
    return len(table.head) > 1 and len(cells) > 1 and all(map(str.isdecimal, cells)) and not (table.is_form and max(map(len, cells)) == 1)


def _is_mark(cell: Inline) -> bool:
    return len(cell) == 1 and isinstance(cell[0], Mark)


def _room(table: Table, place: int) -> int:
    """Return how many characters a column needs: of one to write in, those of a hand; of bare numbers in a form, a name."""
    longest = max((_length(row[place]) for row in table.rows), default=0)
    if table.is_form and place == 0 and longest == 1:
        return 2 * ROOM
    return longest or (0 if len(table.head) > FEW else ROOM)


def _length(text: Inline) -> int:
    """Return how many characters wide a text is, the signs drawn in it included."""
    return round(sum(len(run.text) * (SMALL if run.small else 1) for run in text if isinstance(run, Run))) + ROOM_OF_A_MARK * sum(
        isinstance(part, Mark) for part in text
    )
