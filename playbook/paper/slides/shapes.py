"""What stands on a slide beside text: the diagram as shapes, figures as a table, the official logo. All of it can be edited, and has words for who cannot see it."""

from playbook.content.attribution import facts
from playbook.files.image_file import pixels
from playbook.paper.document import Diagram, Table, plain_text
from playbook.paper.docx.markup import attribute
from playbook.paper.docx.package import Relations
from playbook.paper.slides.geometry import FIGURES, INCH, LOGO, PICTURE, Place
from playbook.paper.slides.template import ACCENTS
from playbook.paper.slides.text import inline_runs, solid, text_run

GAP = 12 * INCH // 100
MARGIN = 3 * INCH // 10  # above and below the words of a partner's field
EDGE = 28575  # 2.25 points
WORDS = "1800"  # the size of words in the diagram, in hundredths of a point
ROW, MOST_ROWS = 4 * INCH // 10, 8  # a row's height, and how many there may be in the larger type
WIDTHS = (73, 27)  # percent of a table of figures
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # of a table: without grid and colors
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"


def diagram_shapes(diagram: Diagram, number: int, relations: Relations) -> str:
    """Return the partnership drawn: partners around, each in its audience's color, business leaders in the middle. `number`: the first that no shape has."""
    wide, tall = (PICTURE.width - GAP) // 2, (PICTURE.height - GAP) // 2
    shapes = []
    for at, (words, audience) in enumerate(zip(diagram.fields, diagram.audiences, strict=True)):
        across, down = at % 2, at // 2
        place, color = Place(PICTURE.left + across * (wide + GAP), PICTURE.top + down * (tall + GAP), wide, tall), ACCENTS[audience]
        text = inline_runs(words, relations, bold=True, size=WORDS, color=solid(color))
        shapes.append(_shape(number + 1 + at, "roundRect", place, ("bg1", color), ("b" if down else "t", MARGIN), text))
    place = Place(PICTURE.left + PICTURE.width // 4, PICTURE.top + PICTURE.height // 3, PICTURE.width // 2, PICTURE.height // 3)
    text = inline_runs(diagram.center, relations, bold=True, size=WORDS, color=solid("bg1"))
    shapes.append(_shape(number + 1 + len(shapes), "ellipse", place, ("tx2", "bg1"), ("ctr", 0), text))
    around = Place(PICTURE.left, PICTURE.top, 2 * wide + GAP, 2 * tall + GAP)
    inner = f'<a:chOff x="{around.left}" y="{around.top}"/><a:chExt cx="{around.width}" cy="{around.height}"/>'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="Diagram" descr={attribute(diagram.alt)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{_spot(around)}{inner}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def _shape(number: int, form: str, place: Place, colors: tuple[str, str], anchor: tuple[str, int], text: str) -> str:
    """A shape with words in it. `colors`: of its ground and its edge; `anchor`: where its words stand, and how far from the edge."""
    name, (ground, edge), (side, inset) = "Oval" if form == "ellipse" else "Rounded Rectangle", colors, anchor
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number - 1}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{_spot(place)}</a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{solid(ground)}<a:ln w="{EDGE}">{solid(edge)}</a:ln></p:spPr>'
        f'<p:txBody><a:bodyPr rtlCol="0" anchor="{side}" wrap="square" tIns="{inset}" bIns="{inset}"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="ctr"/>{text}</a:p></p:txBody></p:sp>'
    )


def figures_table(tables: list[Table], number: int) -> str:
    """Return figures as the slide's table: each group under its name, each figure beside what it is a share of. `number`: of the shape."""
    rows = [row for table in tables for row in ((_head(table), True), *(((plain_text(one[0]), plain_text(one[-1])), False) for one in table.rows))]
    size, height = "1600" if len(rows) <= MOST_ROWS else "1200", min(ROW, FIGURES.height // len(rows))
    widths = [FIGURES.width * share // 100 for share in WIDTHS]
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    made = "".join(f'<a:tr h="{height}">{"".join(_cell(text, size, is_head) for text in texts)}</a:tr>' for texts, is_head in rows)
    place, alt = Place(FIGURES.left, FIGURES.top, sum(widths), height * len(rows)), "; ".join(plain_text(table.caption) for table in tables)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Figures" descr={attribute(alt)}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph type="tbl" idx="2"/></p:nvPr></p:nvGraphicFramePr>'
        f'<p:xfrm>{_spot(place)}</p:xfrm><a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr firstRow="1" bandRow="1">'
        f"<a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{made}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _head(table: Table) -> tuple[str, str]:
    return ": ".join(filter(None, map(plain_text, (table.caption, table.head[0])))), plain_text(table.head[-1])


def _cell(text: str, size: str, is_head: bool) -> str:
    run = text_run(text, is_head or text.endswith("%"), size=size, look=solid("bg1" if is_head else "tx1"))
    ground = solid("tx2") if is_head else f'<a:lnB w="9525">{solid("accent5")}</a:lnB>'
    return f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></a:txBody><a:tcPr anchor="ctr">{ground}</a:tcPr></a:tc>'


def logo_picture(logo: bytes, number: int, relation: str) -> str:
    """Return the owners' official logo beside what is adapted from them. `relation`: to the part that holds it."""
    wide, high = pixels(logo) or (1, 1)
    width = round(LOGO.height * wide / high)
    place = Place(LOGO.left + LOGO.width - width, LOGO.top, width, LOGO.height)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Logo" descr={attribute(facts()["owner"])}/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
        f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm>{_spot(place)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _spot(place: Place) -> str:
    return f'<a:off x="{place.left}" y="{place.top}"/><a:ext cx="{place.width}" cy="{place.height}"/>'
