"""A built page read into a document; what it does not know stops it, by page and element."""

from lxml import etree

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Block, Box, Document, Side
from playbook.paper.html.alike import without_repeats
from playbook.paper.html.blanks import beside
from playbook.paper.html.blocks import read_blocks
from playbook.paper.html.inline import Unknown
from playbook.paper.html.spoken import spoken

SHEET = etree.XPath('//div[contains(concat(" ", normalize-space(@class), " "), " sheet ")]')


def read_sheet(page: BuiltPage) -> Document:
    """Return the sheet of a built page. ProblemsFound names the page and the element that cannot be set."""
    sheets = SHEET(page.root)
    try:
        if len(sheets) != 1:
            raise Unknown(f"{len(sheets)} sheets, one is right")
        sheet = spoken(sheets[0])
        blocks = read_blocks(sheet)
    except Unknown as unknown:
        raise ProblemsFound([Problem(page.name, f"cannot be put on paper: {unknown}")]) from None
    description = "".join(page.root.xpath('//meta[@name="description"]/@content'))
    return Document(page.title, description, sheet.get("data-color") or sheet.get("data-audience") or "", blocks, page.name)


def read_worksheet(page: BuiltPage) -> Document:
    """Return a worksheet: the text of its whole page; of a page with a letter, the letter alone, on one side. ProblemsFound as above."""
    letters = page.root.xpath('//article//section[@class="letter"]')
    try:
        blocks = tuple(Side("Letter", (Box("letter", read_blocks(letter)),)) for letter in letters) or read_article(page)
    except Unknown as unknown:
        raise ProblemsFound([Problem(page.name, f"cannot be put on paper: {unknown}")]) from None
    description = "".join(page.root.xpath('//meta[@name="description"]/@content'))
    return Document(page.title, description, "", blocks, page.name)


def read_article(page: BuiltPage) -> tuple[Block, ...]:
    """Return the text of a whole page, tabs one after the other; what is only for the screen is left out. ProblemsFound as above."""
    try:
        return without_repeats(beside(read_blocks(page.root.xpath("//article")[0])))
    except Unknown as unknown:
        raise ProblemsFound([Problem(page.name, f"cannot be put on paper: {unknown}")]) from None
