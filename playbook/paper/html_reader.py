"""A built page read into a document; what it does not know stops it, by page and element."""

import copy

import lxml.html

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.output.html_page import BuiltPage, plain
from playbook.paper.document import Block, Box, Break, Bullets, Columns, Document, Heading, Inline, NoteLines, Paragraph, Run, Side, plain_text
from playbook.paper.html.alike import BETWEEN, without_repeats
from playbook.paper.html.blanks import beside
from playbook.paper.html.diagram import read_diagram
from playbook.paper.html.inline import Unknown, name_of, read_inline, unbroken
from playbook.paper.html.spoken import in_weight, light, spoken
from playbook.paper.html.tables import read_table

PARAGRAPHS = {
    "sheet-tags": "tags", "sheet-edition": "edition", "sheet-lead": "lead", "sheet-when": "when", "sheet-blank": "blank",
    "origin-part": "origin", "origin-part own-origin": "origin", "origin-line": "origin", "ours-title": "title", "message-subject": "title", "": "",
    "origin-like": "origin", "sender": "sender", "letter-head": "from", "sheet-question": "question", "sheet-from": "from", "said-time": "caption", "case": "caption", "sources-noted": "caption",
}  # fmt: skip
SCREEN_ONLY = {"page-foot", "tools", "sheet-tools", "source", "paper-foot", "home-more", "screen-only"}
WRAPPERS = ("tabbed-set", "paper", "paper-text", "part")  # what they hold is read in their place
LINES = {"sheet-opening": "opening", "sheet-support": "support"}  # of side one; any other is a plain line
BOXES = {"sheet-call": "call", "ours": "ours", "ours local": "ours", "message": "message", "cards": "cards", "card": "card"}


def read_sheet(page: BuiltPage) -> Document:
    """Return the sheet of a built page. ProblemsFound names the page and the element that cannot be set."""
    sheets = page.by_class("sheet")
    try:
        if len(sheets) != 1:
            raise Unknown(f"{len(sheets)} sheets, one is right")
        sheet = spoken(sheets[0])
        blocks = _blocks(sheet)
    except Unknown as unknown:
        raise ProblemsFound([Problem(page.name, f"cannot be put on paper: {unknown}")]) from None
    description = "".join(page.root.xpath('//meta[@name="description"]/@content'))
    return Document(page.title, description, sheet.get("data-color") or sheet.get("data-audience") or "", blocks, page.name)


def read_worksheet(page: BuiltPage) -> Document:
    """Return a worksheet: the text of its whole page; of a page with a letter, the letter alone, on one side. ProblemsFound as above."""
    letters = page.root.xpath('//article//section[@class="letter"]')
    try:
        blocks = tuple(Side("Letter", (Box("letter", _blocks(letter)),)) for letter in letters) or read_article(page)
    except Unknown as unknown:
        raise ProblemsFound([Problem(page.name, f"cannot be put on paper: {unknown}")]) from None
    description = "".join(page.root.xpath('//meta[@name="description"]/@content'))
    return Document(page.title, description, "", blocks, page.name)


def read_article(page: BuiltPage) -> tuple[Block, ...]:
    """Return the text of a whole page, tabs one after the other; what is only for the screen is left out. ProblemsFound as above."""
    try:
        return without_repeats(beside(_blocks(page.root.xpath("//article")[0])))
    except Unknown as unknown:
        raise ProblemsFound([Problem(page.name, f"cannot be put on paper: {unknown}")]) from None


def _blocks(parent: lxml.html.HtmlElement) -> tuple[Block, ...]:
    _no_text(parent.text, parent)
    found: list[Block] = []
    for element in parent:
        kinds = (element.get("class") or "").split() if isinstance(element.tag, str) else []
        if isinstance(element.tag, str) and element.tag not in ("script", "template") and element.get("hidden") is None and not SCREEN_ONLY & set(kinds):
            found += _unfolded(element) if kinds and kinds[0] in WRAPPERS else [_block(element)]
        _no_text(element.tail, parent)
    return tuple(found)


def _unfolded(element: lxml.html.HtmlElement) -> tuple[Block, ...]:
    """What a wrapper holds; of a tab set, its panels one after the other."""
    panels = element.xpath('./div[@class="tabbed-content"]/div')
    return tuple(block for part in panels or [element] for block in _blocks(part))


def _no_text(text: str | None, element: lxml.html.HtmlElement) -> None:
    if text and text.strip():
        raise Unknown(f"loose text “{plain(text)[:40]}” in {name_of(element)}")


def _block(element: lxml.html.HtmlElement) -> Block:
    kind = (element.get("class") or "").strip()
    match element.tag:
        case "div" if kind == "sheet-side":
            return Side(element.get("aria-label", ""), _blocks(element), bool(element.xpath('./div[@class="sheet-fuller"]')))
        case "div" if kind == "sheet-columns" and len(element) == 2:
            is_talk = bool(element.xpath('parent::*/parent::div[contains(@class, "sheet-say")]'))
            talk = _blocks(element[0])
            return Columns((Box("talk", tuple(map(in_weight, talk))),) if is_talk else talk, _blocks(element[1]))
        case "div" if kind == "sheet-fuller":
            return Box("fuller", _blocks(element))
        case "div" if kind == "sheet-ask":
            return Box("ask", tuple(map(light, _blocks(element))))
        case "div" if kind in BOXES:
            return Box(BOXES[kind], _blocks(element))
        case "div" if kind == "sheet-notes" and len(element) == 0:
            return NoteLines(int(element.get("data-lines", "6")))
        case "figure" if kind == "shares":
            return Box("shares", _blocks(element))
        case "figure" if kind == "sheet-diagram":
            return read_diagram(element)
        case "h1" | "h2" | "h3" | "h4":
            return Heading(int(element.tag[1]), read_inline(element), "new-page" in kind.split(), "own-paper" in kind.split())
        case "section" if kind == "letter":  # in the book
            return Box("letter", _blocks(element))
        case "dl" if kind == "glance":
            return Paragraph(_glance(element), "glance")
        case "fieldset" if len(element) == 2:
            return Box("choice", (Paragraph(read_inline(element[0])), Paragraph(_steps(element[1]))))
        case "p" if kind == "closing":  # of a letter, with room to sign it
            return Paragraph((*read_inline(element), *[Break()] * 4))
        case "p" if kind in PARAGRAPHS:
            return Paragraph(read_inline(element), PARAGRAPHS[kind])
        case "figcaption":
            return Paragraph(read_inline(element), "caption")
        case "blockquote":
            return Box("said" if element.xpath('./p[@class="origin-part"]') else "quote", _blocks(element))
        case "ul" | "ol":
            return Bullets(tuple(_item(item) for item in element if item.tag != "template"), element.tag == "ol")
        case "table":
            return read_table(element)
    raise Unknown(f"unknown element {name_of(element)}")


def _glance(element: lxml.html.HtmlElement) -> Inline:
    """Who, how long and so on, each after its label, as one paragraph."""
    terms, texts = (element.xpath(f".//{tag}") for tag in ("dt", "dd"))
    parts = [(Run(f"{plain(term.text_content())}: ", bold=True), *read_inline(text)) for term, text in zip(terms, texts, strict=True)]
    return tuple(run for number, part in enumerate(parts) for run in ((Run("\u00a0· "),) if number else ()) + part)


def _steps(element: lxml.html.HtmlElement) -> Inline:
    """The steps of a scale, each after its box, well apart."""
    steps = element.xpath("./label")
    return tuple(run for number, step in enumerate(steps) for run in ((Run(BETWEEN),) if number else ()) + unbroken(read_inline(step)))


def _item(element: lxml.html.HtmlElement) -> tuple[Block, ...]:
    if element.tag != "li":
        raise Unknown(f"unknown element {name_of(element)} in a list")
    blocks = [child for child in element if child.tag in ("p", "ul", "ol", "div", "blockquote", "table")]
    if blocks:
        before, rest = copy.deepcopy(element), copy.deepcopy(element)
        lead = element.index(blocks[0])
        before[lead:], rest[:lead], rest.text = [], [], None
        said = read_inline(before)
        return ((Paragraph(said),) if plain_text(said).strip() else ()) + _blocks(rest)
    around = element.getparent()
    style = "caption" if around is not None and around.get("class") == "sources" else LINES.get(element.get("class") or "", "")
    return (Paragraph(read_inline(element), style),)
