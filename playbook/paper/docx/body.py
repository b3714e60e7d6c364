"""The text of a Word file: blocks put one after the other, each in its style."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from playbook.paper.document import Block, Box, Bullets, Columns, Diagram, Heading, Inline, NoteLines, Side, Table
from playbook.paper.document import Paragraph as Text
from playbook.paper.docx import style_names as styles
from playbook.paper.docx.diagram import diagram_run
from playbook.paper.docx.page_section import ONE, TALK_AND_ASIDE, TWO, PageSection
from playbook.paper.docx.paragraph import Paragraph, headed, led_to, ruled
from playbook.paper.docx.runs import Inlines, Unwritable
from playbook.paper.docx.table import card_grid, written_choices, written_table

NOTE_LINES, MOST_LINES = 5, 30  # at most on a sheet, for Word cannot tell us how much room is left; on what takes as many sides as it needs


@dataclass
class Body:
    """Puts blocks at the end of a Word file; Unwritable for a block that it does not know. `note_lines`: at most so many lines for notes; `feet_alone`: refers to the feet of what is handed out by itself."""

    inlines: Inlines
    note_lines: int = NOTE_LINES
    feet_alone: str = ""
    restarted: list[str] = field(default_factory=list)  # the styles of numbered lists that begin at 1, in their order
    _parts: list[Paragraph | str] = field(default_factory=list)
    _section: PageSection = field(default_factory=PageSection)
    _in_letter: bool = False

    def written(self, lists: int) -> str:
        """Return the text as WordprocessingML. `lists`: how many lists the template has; those of the text are numbered from there."""
        for part in self._parts:
            if isinstance(part, Paragraph) and part.number:
                part.number += lists
        written = (part if isinstance(part, str) else part.written(self.inlines.look) for part in self._parts)
        return "".join(written) + self._section.properties(self.inlines.look)

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Write blocks in reading order; questions with boxes that follow each other as one table."""
        for kind, group in groupby(blocks, key=lambda block: isinstance(block, Box) and block.style == "choice"):
            if kind:
                choices = [block.blocks for block in group if isinstance(block, Box)]
                self._parts += [written_choices(choices, self._section.width(self.inlines.look), self.inlines), Paragraph(styles.TABLE_END)]
            else:
                self._write(group)

    def _write(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if (isinstance(block, NoteLines) or getattr(block, "style", "") == "origin") and self._parts and isinstance(last := self._parts[-1], Paragraph):
                last.keep_next = True  # what to write stands above its lines, and a text above whose it is
            match block:
                case Heading(level=level) if level in styles.HEADINGS:
                    if block.own_paper:
                        self._begin_section("nextPage", ONE, self.feet_alone)
                    self._paragraph(block.text, styles.HEADINGS[level]).page_break = block.new_page and not block.own_paper
                case Text(style=style) if style in styles.PARAGRAPHS:
                    made = self._paragraph(block.text, styles.PARAGRAPHS[style])
                    made.keep_next = block.leads or (style == "caption" and headed(self._parts[:-1])) or None
                    made.has_line, made.width = style == "to-fill", self._section.width(self.inlines.look)
                case Bullets():
                    self._list(block, 0)
                case Table():
                    if block.caption:
                        self._paragraph(block.caption, styles.TABLE_TITLE)
                    self._parts += [written_table(block, self._section.width(self.inlines.look), self.inlines), Paragraph(styles.TABLE_END)]
                case Columns():
                    self._columns(block)
                case Diagram():
                    self._parts.append(Paragraph(styles.DIAGRAM, diagram_run(block, self._section.width(self.inlines.look), self.inlines)))
                case NoteLines():
                    self._parts += ruled(min(block.count, self.note_lines))
                case Side():
                    if self._parts:
                        self._begin_section("nextPage", ONE)
                    self.write(block.blocks)
                case Box():
                    self._box(block)
                case _:
                    raise Unwritable(block)

    def _box(self, box: Box) -> None:
        match box.style:
            case "talk":
                for part in box.blocks:  # its lines are paragraphs, without dots
                    self.write(tuple(line for item in part.items for line in item) if isinstance(part, Bullets) else (part,))
            case "shares":  # a table has its own ground
                self.write(box.blocks)
            case "fuller":  # before another section, columns are of one height
                self._begin_section("continuous", TWO)
                self.write(box.blocks)
                self._begin_section("continuous", ONE)
                self._parts.append(Paragraph(styles.TABLE_END))
            case "letter":
                self._in_letter = True
                self.write(tuple(replace(part, style="letter") if isinstance(part, Text) and not part.style else part for part in box.blocks))
            case "cards":  # with what heads them
                above = led_to(self._parts)
                del self._parts[len(self._parts) - len(above) :]
                self._begin_section("nextPage", ONE)
                *before, end = card_grid(len(box.blocks), self._section.width(self.inlines.look), self.inlines.look)
                self._parts += above
                for opening, card in zip(before, box.blocks, strict=True):
                    self._parts.append(opening)
                    self.write(card.blocks if isinstance(card, Box) else (card,))
                self._parts += [end, Paragraph(styles.TABLE_END)]
            case style if style in styles.BOXES:
                self._framed(box)
            case _:
                raise Unwritable(box)

    def _framed(self, box: Box) -> None:
        """Write a box as paragraphs in its frame, all on one page with its heading."""
        start = len(self._parts)
        for part in led_to(self._parts):
            part.keep_next = True
        self.write(box.blocks)
        framed = [part for part in self._parts[start:] if isinstance(part, Paragraph)]
        for part in framed:
            part.box, part.width = part.box or self.inlines.look.boxes[box.style], self._section.width(self.inlines.look)
            part.keep_next = part is not framed[-1]

    def _paragraph(self, inline: Inline, style: str) -> Paragraph:
        made = Paragraph(style, self.inlines.runs(inline, style))
        self._parts.append(made)
        return made

    def _list(self, bullets: Bullets, depth: int) -> None:
        named = styles.NUMBERED_IN_LETTER if bullets.ordered and self._in_letter else styles.NUMBERED if bullets.ordered else styles.BULLETED
        level = min(depth, len(named) - 1)
        if bullets.ordered:
            self.restarted.append(named[level])
        number = len(self.restarted) if bullets.ordered else 0
        for item in bullets.items:
            for place, block in enumerate(item):
                if isinstance(block, Bullets):
                    self._list(block, depth + 1)
                elif isinstance(block, Text) and not block.style:
                    self._paragraph(block.text, styles.CONTINUED[level] if place else named[level]).number = 0 if place else number
                else:
                    self.write((block,))
                    if isinstance(block, Text) and block.style == "caption" and isinstance(last := self._parts[-1], Paragraph):
                        last.keep_next = True  # sources stand in one piece

    def _columns(self, columns: Columns) -> None:
        """Write the talk, and beside it what comes after it."""
        self._begin_section("continuous", TALK_AND_ASIDE)
        self.write(columns.main)
        self._parts.append(Paragraph(styles.COLUMN_BREAK, '<w:r><w:br w:type="column"/></w:r>'))
        self._section = replace(self._section, is_beside=True)
        self.write(columns.aside)

    def _begin_section(self, start: str, shares: tuple[int, ...], feet: str = "") -> None:
        """End the section with what was written last, and begin another one with the same header and footer, or with feet of its own."""
        last = self._parts[-1] if self._parts else None
        if not isinstance(last, Paragraph) or last.section:
            self._parts.append(last := Paragraph(styles.TABLE_END))
        last.section = self._section.properties(self.inlines.look)
        self._section = PageSection(start, shares, False, feet)
