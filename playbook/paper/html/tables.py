"""Tables of a built page."""

from dataclasses import replace

import lxml.html

from playbook.paper.document import Inline, Run, Table
from playbook.paper.html.inline import Unknown, name_of, read_inline


def read_table(element: lxml.html.HtmlElement) -> Table:
    """Return a table of a page. Unknown for what no writer can set."""
    for part in element.iter("*"):
        if part.tag not in ("table", "caption", "thead", "tbody", "tr", "th", "td", "span", "strong", "em", "a", "br", "svg", "rect"):
            raise Unknown(f"unknown element {name_of(part)} in a table")
    if spans := element.xpath(".//@colspan | .//@rowspan"):
        raise Unknown(f"a table's cell over {spans[0]} rows or columns")
    captions = element.xpath("./caption")
    head = element.xpath("./thead/tr")
    if len(head) != 1:
        raise Unknown("a table without one header row")
    rows = element.xpath("./tbody/tr")
    shares = tuple(int(found[0]) if (found := row.xpath('.//rect[@class="bar-share"]/@width')) else None for row in rows)
    return Table(
        read_inline(captions[0]) if captions else (), tuple(read_inline(cell) for cell in head[0]),
        tuple(tuple(_cell(cell, share is None) for cell in row) for row, share in zip(rows, shares, strict=True)), shares,
    )  # fmt: skip


def _cell(element: lxml.html.HtmlElement, words: bool) -> Inline:
    """A cell of a table; in a table of words its row's head is bold."""
    runs = read_inline(element)
    return tuple(replace(run, bold=True) if isinstance(run, Run) else run for run in runs) if words and element.tag == "th" else runs
