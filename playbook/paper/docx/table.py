"""A table in a Word file: a real one, its header row said again on every page, figures beside what they are shares of, or words."""

from docx.document import Document as WordFile
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Twips
from docx.table import _Row as WordRow
from lxml.etree import _Element

from playbook.paper.design.column_widths import column_widths
from playbook.paper.design.tokens import twips
from playbook.paper.document import Inline, Table, plain_text
from playbook.paper.docx.runs import fill

MOST_TOGETHER = 18  # rows that fit one side
SHARE_WIDTH = 26  # percent of a table, for each column but the first


def write_table(file: WordFile, table: Table, width: int) -> None:
    """Put a table at the end of a Word file, on one side if it can be; its caption is not seen, only heard."""
    made = file.add_table(1 + len(table.rows), len(table.head))
    made._tbl.tblStyle_val, made.autofit = "Shares" if table.has_shares else "Words", False
    if table.caption:
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), plain_text(table.caption))
        made._tbl.tblPr.append(caption)
    widths = _widths(width, len(table.head)) if table.has_shares else [Emu(width * share // 100) for share in column_widths(table)]
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = wide
    head, *rows = made.rows
    _write_row(head, table.head, widths, "Table Head", "Table Head")
    properties: _Element = head._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    if len(rows) <= MOST_TOGETHER:
        for row in rows[:-1]:  # Word keeps each with the row that follows; the head’s style does so by itself
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    for row, inlines, share in zip(rows, table.rows, table.shares, strict=True):
        _write_row(row, inlines, widths, *(("Table Text", "Table Share") if share is not None else ("Table Cell", "Table Cell")))


def _write_row(row: WordRow, inlines: tuple[Inline, ...], widths: list[Emu], style: str, last_style: str) -> None:
    properties: _Element = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if not all(inlines):  # room to write by hand
        row.height, row.height_rule = Twips(twips("row")), WD_ROW_HEIGHT_RULE.AT_LEAST
    for number, (cell, inline, width) in enumerate(zip(row.cells, inlines, widths, strict=True), 1):
        cell.width = width
        fill(cell.paragraphs[0], inline, last_style if number == len(inlines) else style)


def _widths(whole: int, columns: int) -> list[Emu]:
    """Share a table's width out, most of it to the first column."""
    first = 100 - SHARE_WIDTH * (columns - 1)
    return [Emu(whole * share // 100) for share in (first, *[SHARE_WIDTH] * (columns - 1))]
