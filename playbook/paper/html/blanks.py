"""Questions that want a few words each, such as date, time and place: on paper beside each other, in a row of a form."""

from dataclasses import replace
from itertools import groupby

from playbook.paper.document import Block, Inline, Paragraph, Run, Table

MOST = 3  # in a row that is wide enough for a hand


def beside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with questions before a line that follow each other as a table: the questions its head, below them a row to write in."""
    found: list[Block] = []
    for is_blank, group in groupby(blocks, key=lambda block: isinstance(block, Paragraph) and block.style == "to-fill"):
        asked = list(group)
        if is_blank and 1 < len(asked) <= MOST:
            head = tuple(_named(one.text) for one in asked if isinstance(one, Paragraph))
            found.append(Table((), head, (((),) * len(head),), (None,)))
        else:
            found += asked
    return tuple(found)


def _named(question: Inline) -> Inline:
    """Return a question as the head of a column, without the colon that leads to a line."""
    *before, last = question
    return (*before, replace(last, text=last.text.removesuffix(":"))) if isinstance(last, Run) else question
