"""The diagram of a handout as DrawingML: shapes with real words in them, which Word and LibreOffice draw and people can edit (ISO/IEC 29500-1, 20.4; MS-ODRAWXML)."""

from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from playbook.paper.document import Diagram, Inline
from playbook.paper.docx.runs import fill
from playbook.paper.docx.styles import COLOURS, PINE

EMU = 36000  # in a millimeter
HEIGHT, GAP = 46, 2  # mm
CENTER_WIDTH, CENTER_HEIGHT = 44, 19
WHITE = "FFFFFF"
_OFFICE = "http://schemas.microsoft.com/office/word/2010"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:wpg="{_OFFICE}/wordprocessingGroup" xmlns:wps="{_OFFICE}/wordprocessingShape"'
)


def add_diagram(paragraph: Paragraph, diagram: Diagram, width: int) -> None:
    """Put the diagram into an empty paragraph, in a width in EMU."""
    high, gap = HEIGHT * EMU, GAP * EMU
    wide, tall = (width - gap) // 2, (high - gap) // 2
    shapes = []
    for number, (words, audience) in enumerate(zip(diagram.fields, diagram.audiences, strict=True)):
        across, down = number % 2, number // 2
        is_here, colour = audience == diagram.here, COLOURS[audience]
        place = (across * (wide + gap), down * (tall + gap), wide, tall)
        shapes.append(_shape(number + 2, "roundRect", place, colour if is_here else WHITE, colour, WHITE if is_here else colour, words, "b" if down else "t"))
    center = (CENTER_WIDTH * EMU, CENTER_HEIGHT * EMU)
    place = ((width - center[0]) // 2, (high - center[1]) // 2, *center)
    shapes.append(_shape(len(shapes) + 2, "ellipse", place, PINE, WHITE, WHITE, diagram.center, "ctr"))
    holder: _Element = paragraph._p
    holder.append(_group(shapes, width, high, diagram.alt))


def _group(shapes: list[_Element], width: int, height: int, alt: str) -> _Element:
    run = parse_xml(
        f'<w:r {_SPACES}><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="100" name="Diagram" descr={quoteattr(alt)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_OFFICE}/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/><a:chOff x="0" y="0"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm></wpg:grpSpPr></wpg:wgp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    group: _Element = next(run.iter(f"{{{_OFFICE}/wordprocessingGroup}}wgp"))
    group.extend(shapes)
    return run


def _shape(  # noqa: PLR0913, PLR0917 (a shape is its form, place, colors and words)
    number: int, form: str, place: tuple[int, int, int, int], ground: str, edge: str, ink: str, words: Inline, anchor: str
) -> _Element:
    left, top, width, height = place
    inset = 0 if anchor == "ctr" else 72000
    shape = parse_xml(
        f'<wps:wsp {_SPACES}><wps:cNvPr id="{100 + number}" name="Field {number - 1}"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{ground}"/></a:solidFill>'
        f'<a:ln w="12700"><a:solidFill><a:srgbClr val="{edge}"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx>'
        f'<wps:bodyPr lIns="0" tIns="{inset}" rIns="0" bIns="{inset}" anchor="{anchor}"/></wps:wsp>'
    )
    text = next(shape.iter(qn("w:p")))
    paragraph = Paragraph(text, None)  # type: ignore[arg-type]  # no links stand in it, so it asks its parent for nothing
    fill(paragraph, words, "Diagram")
    for run in paragraph.runs:
        run.font.color.rgb = RGBColor.from_string(ink)
    return shape
