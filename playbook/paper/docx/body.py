"""The text of a Word file: blocks put one after the other, each in its style."""

from dataclasses import replace

from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph as WordParagraph

from playbook.paper.design.tokens import percent
from playbook.paper.document import Block, Box, Bullets, Columns, Diagram, Heading, Inline, NoteLines, Paragraph, Side, Table
from playbook.paper.docx.borders import set_cut_line, set_frame, set_ground
from playbook.paper.docx.diagram import add_diagram
from playbook.paper.docx.numbering import restarted, set_number
from playbook.paper.docx.runs import NO_LOGOS, Logos, Unwritable, fill
from playbook.paper.docx.sections import begin_section
from playbook.paper.docx.styles import FILL, HEADINGS, INDENT, style_id
from playbook.paper.docx.table import write_table

NOTE_LINES = 5  # at most: Word cannot tell us how much room is left
PARAGRAPHS = {
    "": "Normal", "tags": "Sheet Tags", "edition": "Sheet Edition", "lead": "Sheet Lead", "when": "Sheet When",
    "origin": "Sheet Origin", "caption": "caption", "title": "Box Title", "blank": "Sheet Blank", "glance": "Glance", "letter": "Letter Text",
    "opening": "Sheet Opening", "support": "Sheet Support", "line": "Sheet Line", "question": "Ask", "from": "Sheet From",
}  # fmt: skip
GROUNDS = {"ask": "FFFFFF", "call": FILL, "ours": FILL, "quote": "FFFFFF", "said": "FFFFFF", "message": "FFFFFF"}  # boxes with a bar at the left
FRAMELESS = ("shares", "fuller")  # a table has its own ground, side two is a page
TALK_AND_ASIDE = (percent("wide"), 100 - percent("wide"))  # of the width


class Body:
    """Puts blocks at the end of a Word file, boxes with a bar in a colour; Unwritable for a block that it does not know. `logos`: pictures by their marks."""

    def __init__(self, file: WordFile, colour: str, logos: Logos = NO_LOGOS, note_lines: int | None = None):
        """Take a Word file, and how many lines for notes it may have at most."""
        self._note_lines = min(NOTE_LINES, note_lines or NOTE_LINES)
        self._file, self._element, self._colour, self._logos = file, file.element.body, colour, logos
        self._width: int = file._block_width

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Write blocks in reading order."""
        for block in blocks:
            match block:
                case Heading(level=level) if level in HEADINGS:
                    self._paragraph(block.text, f"heading {level}").paragraph_format.page_break_before = block.new_page or None
                case Paragraph(style=style) if style in PARAGRAPHS:
                    if style == "origin":  # says whose the text above it is
                        self._keep_with_next()
                    self._paragraph(block.text, PARAGRAPHS[style])
                case Bullets():
                    self._list(block, 0)
                case Table():
                    if block.caption:
                        self._paragraph(block.caption, "Table Title")
                    write_table(self._file, block, self._width)
                    self._paragraph((), "Table End")
                case Box(style="talk"):
                    for part in block.blocks:  # its lines are paragraphs, without dots
                        self.write(tuple(line for item in part.items for line in item) if isinstance(part, Bullets) else (part,))
                case Box(style=style) if style in FRAMELESS:
                    self.write(block.blocks)
                case Box(style="letter"):
                    self.write(tuple(replace(part, style="letter") if isinstance(part, Paragraph) and not part.style else part for part in block.blocks))
                case Box(style="choice"):
                    for number, part in enumerate(block.blocks):
                        self._choice(part, "Choice Boxes" if number else "Choice")
                case Box(style=style) if style in GROUNDS:
                    self._box(block)
                case Box(style="cards"):
                    self._width = begin_section(self._file, WD_SECTION.NEW_PAGE, (50, 50))
                    self.write(block.blocks)
                    self._width = begin_section(self._file, WD_SECTION.CONTINUOUS, (100,))
                case Box(style="card"):
                    self._card(block)
                case Columns():
                    self._columns(block)
                case Diagram():
                    add_diagram(self._paragraph((), "Diagram"), block, self._width)
                case NoteLines():
                    for _ in range(min(block.count, self._note_lines)):
                        self._paragraph((), "Note Line")
                case Side():
                    self._side(block)
                case _:
                    raise Unwritable(block)

    def _choice(self, part: Block, style: str) -> None:
        """Write a question, or the boxes to tick below it."""
        if not isinstance(part, Paragraph):
            raise Unwritable(part)
        self._paragraph(part.text, style)

    def _side(self, side: Side) -> None:
        """Begin a side on a page of its own; side two in two columns."""
        if len(self._element) > 1:  # more than the first section's properties
            self._width = begin_section(self._file, WD_SECTION.NEW_PAGE, (50, 50) if side.fuller else (100,))
        self.write(side.blocks)

    def _columns(self, columns: Columns) -> None:
        """Write the talk, and beside it what comes after it."""
        self._width = begin_section(self._file, WD_SECTION.CONTINUOUS, TALK_AND_ASIDE)
        self.write(columns.main)
        self._paragraph((), "Column Break").add_run().add_break(WD_BREAK.COLUMN)
        talk, self._width = self._width, self._width * TALK_AND_ASIDE[1] // TALK_AND_ASIDE[0]
        self.write(columns.aside)
        self._width = talk

    def _paragraph(self, inline: Inline, style: str) -> WordParagraph:
        made = WordParagraph(self._element.add_p(), self._file._body)
        fill(made, inline, style, self._logos)
        return made

    def _keep_with_next(self) -> None:
        if len(self._element) > 1 and self._element[-2].tag == qn("w:p"):
            WordParagraph(self._element[-2], self._file._body).paragraph_format.keep_with_next = True

    def _list(self, bullets: Bullets, level: int) -> None:
        style, number = ("List Number", restarted(self._file)) if bullets.ordered else ("List Bullet", None)
        for item in bullets.items:
            for place, block in enumerate(item):
                if isinstance(block, Bullets):
                    self._list(block, level + 1)
                elif isinstance(block, Paragraph) and not block.style:
                    made = self._paragraph(block.text, "List Continue" if place else style)
                    set_number(made, level, None if place else number)
                else:
                    self.write((block,))

    def _box(self, box: Box) -> None:
        """Write a box as paragraphs with a bar in the audience's colour at their left, all on one page."""
        start = len(self._element) - 1
        self.write(box.blocks)
        framed = [WordParagraph(part, self._file._body) for part in self._element[start:-1] if part.tag == qn("w:p")]
        for paragraph in framed:
            if box.style == "ask":
                set_frame(paragraph, self._colour)
            else:
                set_ground(paragraph, self._colour, GROUNDS[box.style], paragraph._p.style == style_id("Note Line"))
            in_list = paragraph._p.style in ("ListBullet", "ListNumber", "ListContinue")
            paragraph.paragraph_format.left_indent = Twips(INDENT * 2 if in_list else INDENT)
            paragraph.paragraph_format.right_indent = Twips(INDENT // 2)
            paragraph.paragraph_format.keep_with_next = paragraph is not framed[-1]

    def _card(self, card: Box) -> None:
        """Write a card in a frame to cut along; an empty paragraph keeps it apart from the next."""
        start = len(self._element) - 1
        self.write(card.blocks)
        for part in self._element[start:-1]:
            paragraph = WordParagraph(part, self._file._body)
            set_cut_line(paragraph)
            paragraph.paragraph_format.keep_with_next = True
        self._paragraph((), "Normal")
