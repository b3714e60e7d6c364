"""A paragraph of a Word file before it is written: what follows it may still change how it is kept together, framed, or ends a section."""

from collections.abc import Sequence
from dataclasses import dataclass

from playbook.paper.design.tokens import twips
from playbook.paper.docx.look import EDGES, BoxLook, Look
from playbook.paper.docx.markup import repeated, text_run
from playbook.paper.docx.style_names import HEADINGS, LISTS, NOTE_LINE, PARAGRAPHS

RULE = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{}"/></w:tabs><w:spacing w:before="120" w:after="60" w:line="{}" w:lineRule="exact"/>'
FEW_LINES = 6
MOST_THAT_LEAD = 6  # paragraphs: a heading and what stands between it and a box
PLAIN = (PARAGRAPHS[""], PARAGRAPHS["caption"])
REFERENCES = ("headerReference", "footerReference")
SECTION = (*REFERENCES, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "vAlign", "noEndnote", "titlePg", "textDirection",
           "bidi", "rtlGutter", "docGrid")  # fmt: skip  # in the order of ISO/IEC 29500-1, 17.6


@dataclass
class Paragraph:
    """A paragraph in a style. `keep_next`: None leaves it to the style; `number`: of a list that begins anew; `has_line`: a line to write on goes from its words to the edge; `width`: of what it stands in; `section`: the properties of a section that ends with it."""

    style: str
    runs: str = ""
    keep_next: bool | None = None
    page_break: bool = False
    number: int = 0
    has_line: bool = False
    box: BoxLook | None = None
    width: int = 0  # twentieths of a point
    section: str = ""

    def written(self, look: Look) -> str:
        """Return it as WordprocessingML; its properties stand in the order of ISO/IEC 29500-1, 17.3.1."""
        kept = "" if self.keep_next is None else "<w:keepNext/>" if self.keep_next else '<w:keepNext w:val="0"/>'
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.number}"/></w:numPr>' if self.number else ""
        ruled = self.box is not None and self.style == NOTE_LINE
        style, runs = (PARAGRAPHS["blank"], "") if ruled else (self.style, self.runs)
        line = f"{text_run(' ') if runs else ''}<w:r><w:tab/></w:r>" if ruled or self.has_line else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{look.style(style)}"/>{kept}{"<w:pageBreakBefore/>" if self.page_break else ""}{number}'
            f"{self._framed(look)}{self.section}</w:pPr>{runs}{line}</w:p>"
        )

    def _framed(self, look: Look) -> str:
        """Return what its box lays over it. A line to write on is the leader of a tab there: Word draws one frame only around paragraphs with the same borders."""
        box = self.box
        if not box:
            return RULE.format(self.width, twips("row")) if self.has_line else ""
        borders = "".join(box.borders[edge] for edge in EDGES if edge in box.borders)
        left = box.left + (look.indents[self.style] if self.style in LISTS else 0)
        indents = f'<w:ind w:left="{left}" w:right="{box.right}"/>' if box.left or box.right else ""
        line = RULE.format(self.width - box.right, twips("row")) if self.has_line or self.style == NOTE_LINE else ""
        return f"{f'<w:pBdr>{borders}</w:pBdr>' if borders else ''}{box.ground}{line}{indents}"


def ruled(count: int) -> list[Paragraph]:
    """Return lines to write on; a few stand on one page."""
    return [Paragraph(NOTE_LINE, keep_next=(number < count <= FEW_LINES) or None) for number in range(1, count + 1)]


def led_to(parts: Sequence[Paragraph | str]) -> list[Paragraph]:
    """Return the heading and the plain lines under it that lead to what is written next; nothing where they are many, or something else stands between."""
    found: list[Paragraph] = []
    for part in reversed(parts[-MOST_THAT_LEAD:]):
        if isinstance(part, Paragraph) and part.style in HEADINGS.values():
            return [part, *found]
        if not isinstance(part, Paragraph) or part.style not in PLAIN:
            break
        found.insert(0, part)
    return []


def headed(parts: Sequence[Paragraph | str]) -> bool:
    """Tell whether what was written last is a heading."""
    return bool(parts) and isinstance(last := parts[-1], Paragraph) and last.style in HEADINGS.values()


def section_properties(look: Look, start: str, shares: tuple[int, ...], gap: int, first: bool, feet: str = "") -> str:
    """Return the properties of a section with columns of these shares of the width, in percent.

    `start`: how it begins; `first`: it brings header and footer for all; `feet`: refers to feet of its own.
    """
    width = look.width - gap * (len(shares) - 1)
    columns = "".join(f'<w:col w:w="{width * share // 100}" w:space="{gap}"/>' for share in shares)
    made = {"type": f'<w:type w:val="{start}"/>' if start else "", "cols": f'<w:cols w:num="{len(shares)}" w:equalWidth="0" w:space="{gap}">{columns}</w:cols>'}
    made |= {"footerReference": feet} if feet else {}
    given: dict[str, str] = {}
    for part in look.section:
        name = str(part.tag).rpartition("}")[2]
        if name not in REFERENCES or first:
            given[name] = given.get(name, "") + repeated(part)
    written = "".join((given | made).get(name, "") for name in SECTION)
    return f"<w:sectPr>{written}</w:sectPr>"
