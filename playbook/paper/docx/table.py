"""A table in a Word file: a real one, its header row said again on every page, figures beside what they are shares of, or words; and questions beside their boxes."""

from playbook.paper.design.column_widths import column_widths
from playbook.paper.design.tokens import twips
from playbook.paper.document import Block, Inline, Table, plain_text
from playbook.paper.document import Paragraph as Text
from playbook.paper.docx.look import Look
from playbook.paper.docx.markup import attribute
from playbook.paper.docx.paragraph import Paragraph
from playbook.paper.docx.runs import Inlines, Unwritable
from playbook.paper.docx.style_names import CHOICE, CHOICE_BOXES, FIGURES, TABLE_CELL, TABLE_END, TABLE_HEAD, TABLE_SHARE, TABLE_TEXT, WORDS

MOST_TOGETHER = 18  # rows that fit one side
CUT = ("top", "left", "bottom", "right")  # the edges of a card
ABOVE_CARDS = 1500  # twentieths of a point, for what heads them
SHARE_WIDTH = 26  # percent of a table, for each column but the first
QUESTION_AND_BOXES = (50, 50)  # percent of a table
ROW_TO_WRITE = '<w:cantSplit/><w:trHeight w:val="{}" w:hRule="atLeast"/>'


def written_table(table: Table, width: int, inlines: Inlines) -> str:
    """Return a table of a width, in twentieths of a point, on one side if it can be; its caption is not seen, only heard."""
    shares = _shares(len(table.head)) if table.has_shares else column_widths(table)
    widths = [width * share // 100 for share in shares]
    widths[-1] += width - sum(widths)  # tables below each other end at one edge
    caption = f"<w:tblCaption w:val={attribute(plain_text(table.caption))}/>" if table.caption else ""
    together = len(table.rows) <= MOST_TOGETHER
    rows = [_row(table.head, widths, inlines, TABLE_HEAD, TABLE_HEAD, "<w:cantSplit/><w:tblHeader/>", None)]  # its style keeps it with the row that follows
    for number, (cells, share) in enumerate(zip(table.rows, table.shares, strict=True), 1):
        styles = (TABLE_TEXT, TABLE_SHARE) if share is not None else (TABLE_CELL, TABLE_CELL)
        height = "<w:cantSplit/>" if all(cells) else ROW_TO_WRITE.format(twips("row"))
        rows.append(_row(cells, widths, inlines, *styles, height, (together and number < len(table.rows)) or None))
    style = FIGURES if table.has_shares else WORDS
    look = f'<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{caption}'
    return _table(rows, widths, inlines.look.style(style), look)


def written_choices(choices: list[tuple[Block, ...]], width: int, inlines: Inlines) -> str:
    """Return questions, each with its boxes to tick beside it, as rows of a table of a width, in twentieths of a point."""
    widths, rows = [width * share // 100 for share in QUESTION_AND_BOXES], []
    for choice in choices:
        match choice:
            case (Text(text=question), Text(text=boxes)):
                rows.append(_row((question, boxes), widths, inlines, CHOICE, CHOICE_BOXES, "<w:cantSplit/>", None))
            case _:
                raise Unwritable(choice)
    return _table(rows, widths, inlines.look.style(WORDS), "")


def card_grid(count: int, width: int, look: Look) -> list[str]:
    """Return what stands before each of some cards, two in a row and all of one size, which fill a page, and after the last; `width` of the whole in twentieths of a point."""
    wide = width // 2
    edges = "".join(look.boxes["card"].borders[edge] for edge in CUT if edge in look.boxes["card"].borders)
    inside = "".join(f'<w:{edge} w:w="{twips("next")}" w:type="dxa"/>' for edge in CUT)
    cell = f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{wide}"/><w:tcBorders>{edges}</w:tcBorders><w:tcMar>{inside}</w:tcMar></w:tcPr>'
    high = (look.height - ABOVE_CARDS) // ((count + 1) // 2)
    row, row_end = f"<w:tr><w:trPr>{ROW_TO_WRITE.format(high)}</w:trPr>", "</w:tc></w:tr>"
    empty = f"</w:tc>{cell}{Paragraph(TABLE_END).written(look)}" if count % 2 else ""
    openings = [f"</w:tc>{cell}" if number % 2 else f"{row_end if number else ''}{row}{cell}" for number in range(count)]
    start, end = _table_around([wide, wide], look.style(WORDS), "")
    return [start + openings[0], *openings[1:], f"{empty}{row_end}{end}"]


def _table(rows: list[str], widths: list[int], style: str, look: str) -> str:
    start, end = _table_around(widths, style, look)
    return f"{start}{''.join(rows)}{end}"


def _table_around(widths: list[int], style: str, look: str) -> tuple[str, str]:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    properties = f'<w:tblStyle w:val="{style}"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>{look}'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>", "</w:tbl>"


def _row(  # noqa: PLR0913, PLR0917 (a row is its cells, how wide they are, and how it looks)
    cells: tuple[Inline, ...], widths: list[int], inlines: Inlines, style: str, last_style: str, properties: str, keep: bool | None
) -> str:
    made = []
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True), 1):
        used = last_style if number == len(cells) else style
        text = Paragraph(used, inlines.runs(cell, used), keep_next=keep).written(inlines.look)
        made.append(f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{text}</w:tc>')
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def _shares(columns: int) -> list[int]:
    """Share a table's width out in percent, most of it to the first column."""
    return [100 - SHARE_WIDTH * (columns - 1), *[SHARE_WIDTH] * (columns - 1)]
