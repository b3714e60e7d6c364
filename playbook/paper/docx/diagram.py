"""The diagram of a handout as DrawingML: shapes with real words in them, which Word and LibreOffice draw and people can edit (ISO/IEC 29500-1, 20.4; MS-ODRAWXML)."""

from playbook.paper.design.tokens import paper_colors
from playbook.paper.document import Diagram, Inline
from playbook.paper.docx.logo import EMU
from playbook.paper.docx.markup import attribute
from playbook.paper.docx.paragraph import Paragraph
from playbook.paper.docx.runs import Inlines
from playbook.paper.docx.style_names import DIAGRAM

HEIGHT, GAP, WIDEST = 46, 2, 84  # mm
CENTER_WIDTH, CENTER_HEIGHT = 44, 19
TWIP = 635  # EMU
WHITE = "FFFFFF"
_WORD = "http://schemas.microsoft.com/office/word/2010"
_SPACES = (
    f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:wpg="{_WORD}/wordprocessingGroup" xmlns:wps="{_WORD}/wordprocessingShape"'
)


def diagram_run(diagram: Diagram, width: int, inlines: Inlines) -> str:
    """Return a run with the diagram, in a width in twentieths of a point, as wide as on a handout at most."""
    width, high, gap = min(width * TWIP, WIDEST * EMU), HEIGHT * EMU, GAP * EMU
    wide, tall = (width - gap) // 2, (high - gap) // 2
    colors = paper_colors()
    shapes = []
    for number, (words, audience) in enumerate(zip(diagram.fields, diagram.audiences, strict=True)):
        across, down = number % 2, number // 2
        is_here, color = audience == diagram.here, colors[audience]
        place = (across * (wide + gap), down * (tall + gap), wide, tall)
        text = _words(words, WHITE if is_here else color, inlines)
        shapes.append(_shape(number + 2, "roundRect", place, color if is_here else WHITE, color, text, "b" if down else "t"))
    center = (CENTER_WIDTH * EMU, CENTER_HEIGHT * EMU)
    place = ((width - center[0]) // 2, (high - center[1]) // 2, *center)
    shapes.append(_shape(len(shapes) + 2, "ellipse", place, colors[""], WHITE, _words(diagram.center, WHITE, inlines), "ctr"))
    return (
        f'<w:r><mc:AlternateContent {_SPACES}><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{high}"/><wp:docPr id="100" name="Diagram" descr={attribute(diagram.alt)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_WORD}/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{high}"/><a:chOff x="0" y="0"/><a:chExt cx="{width}" cy="{high}"/></a:xfrm></wpg:grpSpPr>{"".join(shapes)}</wpg:wgp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _words(words: Inline, ink: str, inlines: Inlines) -> str:
    """Return the words of a shape as a paragraph; `ink` stands out from the shape's own color, which its style cannot know."""
    return Paragraph(DIAGRAM, inlines.runs(words, DIAGRAM, f'<w:color w:val="{ink}"/>')).written(inlines.look)


def _shape(  # noqa: PLR0913, PLR0917 (a shape is its form, place, colors and words)
    number: int, form: str, place: tuple[int, int, int, int], ground: str, edge: str, text: str, anchor: str
) -> str:
    left, top, width, height = place
    inset = 0 if anchor == "ctr" else 72000
    return (
        f'<wps:wsp><wps:cNvPr id="{100 + number}" name="Field {number - 1}"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{ground}"/></a:solidFill>'
        f'<a:ln w="12700"><a:solidFill><a:srgbClr val="{edge}"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>'
        f'<wps:bodyPr lIns="0" tIns="{inset}" rIns="0" bIns="{inset}" anchor="{anchor}"/></wps:wsp>'
    )
