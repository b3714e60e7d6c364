"""Documents fitted to their sides by the typesetter: fewer lines for notes, then smaller type; and how much too long what does not fit is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.paper.document import Block, Box, Columns, Document, NoteLines, Side
from playbook.paper.imprint import SIZES, Imprint, Typesetting
from playbook.paper.pdf import source_of
from playbook.paper.typst_compiler import RunsOver, compiled, set_source

NOTE_LINES = (None, 5, 3)  # fewer lines for notes before smaller type
WORKSHEET_SIZES = (10.5, 10, 9.5)
SMALLEST = Typesetting(SIZES[-1], NOTE_LINES[-1])
LINE = 1.28 * SMALLEST.size  # points: the height of a line in the smallest type
MOST = 20_000  # lines, more than any file holds


def write_pdf(document: Document, imprint: Imprint, path: Path) -> None:
    """Write a document as a PDF/UA-1 file of as many sides as it has. ProblemsFound names the page and why it cannot be set; then no file is written."""
    path.write_bytes(fitted(document, imprint).pdf)


class TooLong(ProblemsFound):
    """A document runs over more sides than it has, in the smallest type too."""

    def __init__(self, document: Document):
        super().__init__([Problem(document.page, f"does not fit on {document.sides} side(s) of paper, however small; shorten it")])


@dataclass(frozen=True)
class Fitted:
    """A document as it fits its sides: how it is set, and its PDF file."""

    typesetting: Typesetting
    pdf: bytes


def fitted(document: Document, imprint: Imprint) -> Fitted:
    """Return a document set in the largest type, with the most lines for notes, that fits its sides. TooLong; ProblemsFound for what cannot be set."""
    if not document.sides:
        return _without_lost_lines(document, imprint)
    for size in SIZES:
        for lines in _note_lines(document.blocks):
            typesetting = Typesetting(size, lines)
            try:
                return Fitted(typesetting, compiled(source_of(document, imprint, typesetting), imprint.today, document.page))
            except RunsOver:
                continue
        if size == SIZES[1]:  # what does not fit in the smallest type either need not be tried in those between
            _set_smallest(document, imprint)
    raise TooLong(document)


def _note_lines(blocks: tuple[Block, ...]) -> list[int | None]:
    """Return the limits of lines for notes that make a difference to a document, None first."""
    return [None, *(lines for lines in NOTE_LINES if lines and lines < _most_lines(blocks))]


def _most_lines(blocks: tuple[Block, ...]) -> int:
    within = (
        _most_lines((*block.main, *block.aside) if isinstance(block, Columns) else block.blocks) for block in blocks if isinstance(block, Side | Box | Columns)
    )
    return max([*within, *(block.count for block in blocks if isinstance(block, NoteLines))], default=0)


def _without_lost_lines(document: Document, imprint: Imprint) -> Fitted:
    """Return a worksheet in the largest type whose last side holds more than a few lines; in the usual type, if none does."""
    for typesetting in (*(Typesetting(size) for size in WORKSHEET_SIZES), Typesetting(WORKSHEET_SIZES[0], lost_lines=True)):
        try:
            return Fitted(typesetting, compiled(source_of(document, imprint, typesetting), imprint.today, document.page))
        except RunsOver:
            continue
    raise TooLong(document)


def _set_smallest(document: Document, imprint: Imprint) -> None:
    try:
        set_source(source_of(document, imprint, SMALLEST), document.page)
    except RunsOver:
        raise TooLong(document) from None


def own_sides(document: Document) -> list[Side]:
    """Return the sides of a document that has its own."""
    return [block for block in document.blocks if isinstance(block, Side)]


@dataclass(frozen=True)
class Measure:
    """Measures documents with this imprint in the smallest type."""

    imprint: Imprint

    def lines_over(self, document: Document, number: int, most: int = MOST) -> int:
        """Return by how many lines the side of that number is too long, up to `most`; 0 if it fits."""
        side = own_sides(document)[number]
        return _least(partial(self._runs_over, document, side), most) * (2 if side.fuller else 1)

    def _runs_over(self, document: Document, side: Side, lines: int) -> bool:
        one, room = replace(document, blocks=(side,)), f"{lines * LINE}pt"
        try:
            set_source(source_of(one, self.imprint, SMALLEST, most=str(document.sides), room=room), document.page)
        except RunsOver:
            return True
        return False


def _least(runs_over: Callable[[int], bool], most: int) -> int:
    """Return how many lines more would be enough, or `most`."""
    low, high = -1, 0  # runs over with so many lines more, may fit with so many
    while high < most and runs_over(high):
        low, high = high, min(max(1, high * 2), most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if runs_over(middle) else (low, middle)
    return high
