"""What the paragraphs of a box stand on in a Word file: a bar at the left and a ground, or a line to cut along."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from playbook.paper.docx.styles import LINES, MUTED

AFTER_GROUND = ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
EDGES = ("top", "left", "bottom", "right")


def set_ground(paragraph: Paragraph, bar: str, fill: str, lined: bool) -> None:
    """Give a paragraph a bar in a colour and a ground; Word joins those of paragraphs that follow each other. `lined`: one to write on."""
    edge = f'w:val="single" w:sz="4" w:space="4" w:color="{fill}"'
    left = f'<w:left w:val="single" w:sz="24" w:space="9" w:color="{bar}"/>'
    top, bottom, between = ("", *LINES) if lined else (f"<w:top {edge}/>", f"<w:bottom {edge}/>", "")
    _insert(paragraph, f"<w:pBdr {nsdecls('w')}>{top}{left}{bottom}<w:right {edge}/>{between}</w:pBdr>")
    _insert(paragraph, f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')


def set_frame(paragraph: Paragraph, colour: str) -> None:
    """Give a paragraph a frame in a colour; Word puts one around paragraphs that follow each other."""
    edges = "".join(f'<w:{edge} w:val="single" w:sz="14" w:space="7" w:color="{colour}"/>' for edge in EDGES)
    _insert(paragraph, f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>")


def set_cut_line(paragraph: Paragraph) -> None:
    """Give a paragraph of a card a dashed frame."""
    edges = "".join(f'<w:{edge} w:val="dashed" w:sz="6" w:space="7" w:color="{MUTED}"/>' for edge in EDGES)
    _insert(paragraph, f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>")


def _insert(paragraph: Paragraph, xml: str) -> None:
    paragraph._p.get_or_add_pPr().insert_element_before(parse_xml(xml), *AFTER_GROUND)
