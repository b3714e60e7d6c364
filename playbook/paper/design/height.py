"""How high blocks are on paper, about, in lines: enough to tell what can stand on one side. To measure each would take as long as to set it."""

from collections.abc import Iterable

from playbook.paper.design.column_widths import column_widths
from playbook.paper.document import Block, Box, Bullets, Columns, Diagram, Heading, Inline, NoteLines, Paragraph, Side, Table, plain_text

SIDE = 36  # lines that surely fit one side
SIGNS = 90  # characters of a line
GAP = 0.6  # lines between blocks
ROW = 1.7  # lines: a row to write in


def lines_of(blocks: Iterable[Block]) -> float:
    """Return the height of blocks in lines."""
    return sum(_lines(block) + GAP for block in blocks)


def _lines(block: Block) -> float:
    match block:
        case Paragraph() | Heading():
            return _wrapped(block.text, SIGNS) + (1 if isinstance(block, Heading) else 0)
        case Bullets():
            return sum(lines_of(item) for item in block.items)
        case Table():
            widths = [SIGNS * share // 110 for share in column_widths(block)]
            return sum(GAP + max(_wrapped(cell, width) if cell else ROW for cell, width in zip(row, widths, strict=True)) for row in (block.head, *block.rows))
        case NoteLines():
            return block.count * ROW
        case Box() | Side():
            return 1 + 1.1 * lines_of(block.blocks)
        case Columns():
            return 2 * max(lines_of(block.main), lines_of(block.aside))
        case Diagram():
            return 10


def _wrapped(text: Inline, width: int) -> int:
    return 1 + len(plain_text(text)) // max(width, 1)
