"""Questions that want a few words each, such as date, time and place: on paper beside each other, in a row of a form."""

from dataclasses import replace
from itertools import groupby

from playbook.paper.document import Block, Inline, NoteLines, Paragraph, Run, Table

MOST = 3  # in a row that is wide enough for a hand


def beside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with blanks of one line that follow each other as a table: the questions its head, below them a row to write in."""
    found: list[Block] = []
    for is_blank, group in groupby(_paired(blocks), key=_is_blank):
        pairs = list(group)
        if is_blank and 1 < len(pairs) <= MOST:
            head = tuple(_named(pair[0].text) for pair in pairs if isinstance(pair[0], Paragraph))
            found.append(Table((), head, (((),) * len(head),), (None,)))
        else:
            found += [block for pair in pairs for block in pair]
    return tuple(found)


def _named(question: Inline) -> Inline:
    """Return a question as the head of a column, without the colon that leads to a line."""
    *before, last = question
    return (*before, replace(last, text=last.text.removesuffix(":"))) if isinstance(last, Run) else question


def _paired(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """Return blocks one by one, a line to write on together with the question before it."""
    pairs: list[tuple[Block, ...]] = []
    for block in blocks:
        if pairs and _is_blank((*pairs[-1], block)):
            pairs[-1] = (*pairs[-1], block)
        else:
            pairs.append((block,))
    return pairs


def _is_blank(pair: tuple[Block, ...]) -> bool:
    match pair:
        case (Paragraph(style="blank"), NoteLines(count=1)):
            return True
    return False
