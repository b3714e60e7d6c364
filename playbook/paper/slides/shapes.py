"""What stands on a slide beside text: the diagram as shapes, figures as a table, the official logo. All of it can be edited, and has words for who cannot see it."""

import io
from pathlib import Path

from lxml.etree import SubElement, _Element
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.placeholder import PlaceholderGraphicFrame, TablePlaceholder
from pptx.slide import Slide as MadeSlide
from pptx.table import _Cell
from pptx.util import Inches, Length, Pt

from playbook.content.attribution import facts
from playbook.paper.document import Diagram, Inline, Table, plain_text
from playbook.paper.slides.geometry import LOGO, PICTURE, Place
from playbook.paper.slides.template import ACCENTS
from playbook.paper.slides.text import add_inline, add_paragraph, add_run, child, remove, without_paragraphs, xml_of

GAP = Inches(0.12)
ROW, MOST_ROWS = Inches(0.4), 8  # a row's height, and how many there may be in the larger type
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # of a table: without grid and colors


def add_diagram(slide: MadeSlide, diagram: Diagram) -> None:
    """Draw the partnership: the fields of partners around, each in its audience's color, and business leaders in the middle."""
    wide, tall = (PICTURE.width - GAP) // 2, (PICTURE.height - GAP) // 2
    group = slide.shapes.add_group_shape()
    for number, (words, audience) in enumerate(zip(diagram.fields, diagram.audiences, strict=True)):
        across, down = number % 2, number // 2
        place = Place(PICTURE.left + across * (wide + GAP), PICTURE.top + down * (tall + GAP), wide, tall)
        color = MSO_THEME_COLOR.from_xml(ACCENTS[audience])
        anchor = MSO_ANCHOR.BOTTOM if down else MSO_ANCHOR.TOP
        _shape(group.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *place.box), words, MSO_THEME_COLOR.BACKGROUND_1, color, color, anchor)
    center = Place(PICTURE.left + PICTURE.width // 4, PICTURE.top + PICTURE.height // 3, PICTURE.width // 2, PICTURE.height // 3)
    white, pine = MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.TEXT_2
    _shape(group.shapes.add_shape(MSO_SHAPE.OVAL, *center.box), diagram.center, pine, white, white, MSO_ANCHOR.MIDDLE)
    _describe(xml_of(group), "Diagram", diagram.alt)


def _shape(shape: Shape, words: Inline, ground: MSO_THEME_COLOR, edge: MSO_THEME_COLOR, ink: MSO_THEME_COLOR, anchor: MSO_ANCHOR) -> None:
    shape.fill.solid()
    shape.fill.fore_color.theme_color = ground
    shape.line.color.theme_color, shape.line.width = edge, Pt(2.25)
    remove(child(xml_of(shape), "p:style"))  # the theme's shadow
    text = shape.text_frame
    text.word_wrap, text.vertical_anchor = True, anchor
    text.margin_top = text.margin_bottom = Inches(0.3) if anchor != MSO_ANCHOR.MIDDLE else 0
    add_inline(add_paragraph(without_paragraphs(child(xml_of(shape), "p:txBody")), 0), words, shape, bold=True)
    paragraph = text.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    for run in paragraph.runs:
        run.font.size, run.font.color.theme_color = Pt(18), ink


def add_figures(holder: TablePlaceholder, tables: list[Table]) -> None:
    """Put figures into a slide's table: each group under its name, each figure beside what it is a share of."""
    rows = [row for table in tables for row in (None, *table.rows)]
    width, height = holder.width, holder.height
    frame: PlaceholderGraphicFrame = holder.insert_table(len(rows), 2)  # type: ignore[no-untyped-call]  # python-pptx gives it no types
    made = frame.table
    child(child(xml_of(frame), "a:graphic")[0][0], "a:tblPr")[0].text = NO_STYLE
    made.columns[0].width, made.columns[1].width = width * 73 // 100, width * 27 // 100
    heads = iter(tables)
    size = 16 if len(rows) <= MOST_ROWS else 12
    for number, row in enumerate(rows):
        made.rows[number].height = min(ROW, height // len(rows))
        head = next(heads) if row is None else None
        texts = (plain_text(head.caption or head.head[0]), plain_text(head.head[-1])) if head else (plain_text(row[0]), plain_text(row[-1])) if row else ()
        for cell, text in zip(made.rows[number].cells, texts, strict=True):
            _cell(cell, text, size, is_head=row is None)
    _describe(xml_of(frame), "Figures", "; ".join(plain_text(table.caption) for table in tables))


def _cell(cell: _Cell, text: str, size: int, is_head: bool) -> None:
    body = without_paragraphs(child(cell._tc, "a:txBody"))
    run = add_run(add_paragraph(body, 0), text, bold=is_head or text.endswith("%"))
    run[0].set("sz", f"{size}00")
    SubElement(SubElement(run[0], qn("a:solidFill")), qn("a:schemeClr")).set("val", "bg1" if is_head else "tx1")
    look: _Element = cell._tc.get_or_add_tcPr()
    look.set("anchor", "ctr")
    if not is_head:
        line = SubElement(look, qn("a:lnB"))
        line.set("w", "9525")
        SubElement(SubElement(line, qn("a:solidFill")), qn("a:schemeClr")).set("val", "accent5")
    else:
        SubElement(SubElement(look, qn("a:solidFill")), qn("a:schemeClr")).set("val", "tx2")


def add_logo(slide: MadeSlide, logo: Path) -> None:
    """Put the owners' official logo beside what is adapted from them, byte for byte."""
    picture = slide.shapes.add_picture(io.BytesIO(logo.read_bytes()), *LOGO.box[:2], height=LOGO.box[3])
    picture.left = Length(LOGO.left + LOGO.width - picture.width)
    _describe(xml_of(picture), "Logo", facts()["owner"])


def _describe(element: _Element, name: str, alt: str) -> None:
    """Name a thing, and say in words what it shows."""
    properties = next(element.iter(qn("p:cNvPr")))
    properties.set("name", name)
    properties.set("descr", alt)
