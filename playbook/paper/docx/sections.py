"""The sections of a Word file: where a page or a set of columns begins."""

from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Twips

GAP = Twips(440)  # between columns


def begin_section(file: WordFile, start: WD_SECTION, shares: tuple[int, ...]) -> int:
    """Begin a section with columns of these shares of the width, in percent; return the width of the first, in EMU, where tables go.

    Its footer is that of the section before.
    """
    body = file.element.body
    section = file.add_section(start)
    ending = body.p_lst[-1]
    if (last := ending.getprevious()) is not None and last.tag == qn("w:p"):  # spare an empty paragraph, which takes up room
        last.set_sectPr(ending.pPr.find(qn("w:sectPr")))
        body.remove(ending)
    width = section.page_width - section.left_margin - section.right_margin - GAP * (len(shares) - 1)
    columns = section._sectPr.find(qn("w:cols"))
    columns.getparent().replace(columns, parse_xml(
        f'<w:cols {nsdecls("w")} w:num="{len(shares)}" w:equalWidth="0" w:space="{GAP.twips}">'
        + "".join(f'<w:col w:w="{Emu(width * share // 100).twips}" w:space="{GAP.twips}"/>' for share in shares) + "</w:cols>"
    ))  # fmt: skip
    return int(width * shares[0] // 100)
