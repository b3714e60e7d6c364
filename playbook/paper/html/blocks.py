"""The elements of a built page as blocks, each read once, in however many editions and papers it stands."""

import copy
from dataclasses import dataclass, field, replace
from functools import lru_cache

import lxml.html
from lxml import etree

from playbook.output.html_page import plain
from playbook.paper.document import Block, Box, Break, Bullets, Columns, Heading, Inline, NoteLines, Paragraph, Run, Side, plain_text
from playbook.paper.html.alike import BETWEEN
from playbook.paper.html.diagram import read_diagram
from playbook.paper.html.inline import Unknown, name_of, read_inline, unbroken
from playbook.paper.html.spoken import in_weight, light
from playbook.paper.html.tables import read_table

PARAGRAPHS = {
    "sheet-tags": "tags", "sheet-edition": "edition", "sheet-lead": "lead", "sheet-when": "when", "sheet-blank": "blank",
    "origin-part": "origin", "origin-part own-origin": "origin", "origin-line": "origin", "ours-title": "title", "message-subject": "title", "": "",
    "origin-like": "origin", "sender": "sender", "letter-head": "from", "sheet-question": "question", "sheet-from": "from", "said-time": "caption", "case": "caption", "sources-noted": "caption",
}  # fmt: skip
ALONE = ("p", "ul", "ol", "h2", "h3", "h4", "table", "blockquote", "figure", "dl", "fieldset")  # what reads the same wherever it stands
REMEMBERED = 4096  # blocks: those of one edition, and what differs in those made beside it
SCREEN_ONLY = {"page-foot", "tools", "sheet-tools", "source", "paper-foot", "home-more", "screen-only", "published-only"}
WRAPPERS = ("tabbed-set", "paper", "paper-text", "part")  # what they hold is read in their place
LINES = {"sheet-opening": "opening", "sheet-support": "support"}  # of side one; any other is a plain line
BOXES = {"sheet-call": "call", "ours": "ours", "ours local": "ours", "message": "message", "cards": "cards", "card": "card"}


def read_blocks(parent: lxml.html.HtmlElement) -> tuple[Block, ...]:
    """Return what stands in an element, as blocks; what is only for the screen is left out. Unknown for what no writer can set."""
    _no_text(parent.text, parent)
    found: list[Block] = []
    for element in parent:
        kinds = (element.get("class") or "").split() if isinstance(element.tag, str) else []
        if isinstance(element.tag, str) and element.tag not in ("script", "template") and element.get("hidden") is None and not SCREEN_ONLY & set(kinds):
            found += _unfolded(element) if kinds and kinds[0] in WRAPPERS else [_block(element)]
            if found[-2:] and found[-1] == NoteLines(1) and isinstance(asked := found[-2], Paragraph) and asked.style == "blank":
                found[-2:] = [replace(asked, style="to-fill")]
        _no_text(element.tail, parent)
    return tuple(found)


def _unfolded(element: lxml.html.HtmlElement) -> tuple[Block, ...]:
    """What a wrapper holds; of a tab set, its panels one after the other."""
    panels = element.xpath('./div[@class="tabbed-content"]/div')
    return tuple(block for part in panels or [element] for block in read_blocks(part))


def _no_text(text: str | None, element: lxml.html.HtmlElement) -> None:
    if text and text.strip():
        raise Unknown(f"loose text “{plain(text)[:40]}” in {name_of(element)}")


@dataclass(frozen=True)
class _Source:
    """What a block is read from: alike where its text is. `elements`: the one that is read, until it is, for it keeps its whole page in memory."""

    text: str
    elements: list[lxml.html.HtmlElement] = field(compare=False)


@lru_cache(maxsize=REMEMBERED)
def _read_once(source: _Source) -> Block:
    return _read_block(source.elements.pop())


def _block(element: lxml.html.HtmlElement) -> Block:
    """Return an element as a block. What was read in another edition, or for another paper, is not read again."""
    if element.tag in ALONE:
        return _read_once(_Source(etree.tostring(element, encoding="unicode", with_tail=False), [element]))
    return _read_block(element)


def _read_block(element: lxml.html.HtmlElement) -> Block:
    kind = (element.get("class") or "").strip()
    match element.tag:
        case "div" if kind == "sheet-side":
            return Side(element.get("aria-label", ""), read_blocks(element), bool(element.xpath('./div[@class="sheet-fuller"]')))
        case "div" if kind == "sheet-columns" and len(element) == 2:
            is_talk = bool(element.xpath('parent::*/parent::div[contains(@class, "sheet-say")]'))
            talk = read_blocks(element[0])
            return Columns((Box("talk", tuple(map(in_weight, talk))),) if is_talk else talk, read_blocks(element[1]))
        case "div" if kind == "sheet-fuller":
            return Box("fuller", read_blocks(element))
        case "div" if kind == "sheet-ask":
            return Box("ask", tuple(map(light, read_blocks(element))))
        case "div" if kind in BOXES:
            return Box(BOXES[kind], read_blocks(element))
        case "div" if kind == "sheet-notes" and len(element) == 0:
            return NoteLines(int(element.get("data-lines", "6")))
        case "figure" if kind == "shares":
            return Box("shares", read_blocks(element))
        case "figure" if kind == "sheet-diagram":
            return read_diagram(element)
        case "h1" | "h2" | "h3" | "h4":
            return Heading(int(element.tag[1]), read_inline(element), "new-page" in kind.split(), "own-paper" in kind.split())
        case "section" if kind == "letter":  # in the book
            return Box("letter", read_blocks(element))
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
            return Box("said" if element.xpath('./p[@class="origin-part"]') else "quote", read_blocks(element))
        case "ul" | "ol":
            return Bullets(tuple(_item(item) for item in element if item.tag != "template"), element.tag == "ol")
        case "table":
            return read_table(element)
    raise Unknown(f"unknown element {name_of(element)}")


def _glance(element: lxml.html.HtmlElement) -> Inline:
    """Who, how long and so on, each after its label, as one paragraph; the dot between two never begins a line."""
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
        return ((Paragraph(said),) if plain_text(said).strip() else ()) + read_blocks(rest)
    around = element.getparent()
    style = "caption" if around is not None and around.get("class") == "sources" else LINES.get(element.get("class") or "", "")
    return (Paragraph(read_inline(element), style),)
