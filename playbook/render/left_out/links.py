"""Links to pages that an edition does not have: each goes with the sentence that holds it, and a block left empty goes with its heading."""

import posixpath
import re
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from playbook.render.tree_edit import drop, parent_of
from playbook.render.wording.leave_out import drop_block

LINKS = etree.XPath("//article//a[@href]")
PICTURES = etree.XPath("//article//img[@src]")
LEADS = etree.XPath("//article//*[@data-leads-to]")  # parts whose scripts lead to a page
BLOCKS = ("p", "li", "td", "th", "dd", "dt", "figcaption", "h2", "h3", "h4")
INLINE = ("a", "strong", "em", "b", "i", "code", "span", "abbr", "sup", "sub", "br", "img")
AROUND = ("div", "section", "blockquote", "details")  # what goes once nothing stands in it
SHORT = "".join(
    rf"(?<!\b{word}\.)" for word in ("Mr", "Ms", "Mrs", "Dr", "St", "No", "Inc", "Prof", r"[ap]\.m", "[A-Z]")
)  # a full stop behind these ends no sentence
SENTENCE_END = re.compile(rf"(?:(?<=[.!?…])|(?<=[.!?…][”’)])){SHORT}\s+(?=[^\Wa-z_]|[^\w\s]|$)")
Sentence = list[str | HtmlElement]


def target(page: str, address: str) -> str:
    """Return the address of the page that a link leads to, within the edition; empty for one that leads out of the site or to a place on its page."""
    parts = urlsplit(address)
    return "" if parts.scheme or parts.netloc or not parts.path else posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))


def targets(root: HtmlElement, page: str) -> frozenset[str]:
    """Return the pages and files that the text of a page leads to or shows."""
    led = {target(page, link.get("href", "")) for link in LINKS(root)} | {target(page, picture.get("src", "")) for picture in PICTURES(root)}
    return frozenset(led | {part.get("data-leads-to", "") for part in LEADS(root)})


def take_links(root: HtmlElement, page: str, absent: Collection[str]) -> None:
    """Take from the text of a page what leads to absent pages. A point keeps its words, a sentence with other links, too; a question before a sentence that goes, goes."""
    for part in LEADS(root):
        if part.get("data-leads-to") in absent:
            _drop_with_empty(part)
    found = [link for link in LINKS(root) if target(page, link.get("href", "")) in absent]
    for link in reversed(found):  # an entry goes after those under it
        block = next((around for around in link.iterancestors() if around.tag in BLOCKS), None)
        if link.getparent() is None or root not in (link, *link.iterancestors()):
            continue  # went with another
        if block is None:
            _drop_with_empty(link)
        elif link.xpath("boolean(ancestor::*[@data-point])"):
            link.drop_tag()
        else:
            _take_sentences(block, {one for one in found if block in one.iterancestors()})


def _take_sentences(block: HtmlElement, links: set[HtmlElement]) -> None:
    kept: list[Sentence] = []
    for sentence in _sentences(block):
        inside = [link for part in sentence if not isinstance(part, str) and part.tag in INLINE for link in part.iter("a")]
        going = [link for link in inside if link in links]
        if not going:
            kept.append(sentence)
        elif len(going) < len(inside):
            kept.append(sentence)  # it names other pages, too
        elif kept and _text(kept[-1]).endswith("?"):
            kept.pop()
    _put(block, [part for number, sentence in enumerate(kept) for part in ([" ", *sentence] if number else sentence)])
    for link in [link for link in block.iter("a") if link in links]:
        link.drop_tag()
    if not block.text_content().strip() and not block.xpath(".//img | .//input"):
        _take_block(block)


def _sentences(block: HtmlElement) -> list[Sentence]:
    """Return the sentences of a block; an element within one belongs to it, a block within the block is one of its own."""
    found: list[Sentence] = [[]]
    for part in (block.text or "", *(piece for child in block for piece in (child, child.tail or ""))):
        if isinstance(part, str):
            if part[:1].isspace() and found[-1] and re.search(r"[.!?…][”’)]?$", _text(found[-1])):
                found.append([])
            first, *more = SENTENCE_END.split(part)
            found[-1].append(first)
            found += [[piece] for piece in more]
        elif part.tag in INLINE:
            found[-1].append(part)
        else:
            found += [[part], []]
    return [sentence for sentence in found if any(not isinstance(part, str) or part.strip() for part in sentence)]


def _put(block: HtmlElement, parts: Sentence) -> None:
    """Let a block hold these texts and elements of its own, and no others."""
    for child in list(block):
        block.remove(child)
        child.tail = None
    block.text = None
    for part in parts:
        if not isinstance(part, str):
            block.append(part)
        elif len(block):
            block[-1].tail = (block[-1].tail or "") + part
        else:
            block.text = (block.text or "") + part


def _text(sentence: Sentence) -> str:
    return "".join(part if isinstance(part, str) else part.text_content() for part in sentence).strip()


def _take_block(block: HtmlElement) -> None:
    """Remove a block without words, a row whose cell it is, and what is empty without it."""
    around = parent_of(block)
    if block.tag in ("td", "th"):
        block, around = around, parent_of(around)
        if len(around) == 1:  # the last row
            block = parent_of(around)
    elif block.tag == "li" and len(around) == 1:
        block = around
    around = parent_of(block)
    if block.tag in ("li", "tr"):
        drop(block)
    else:
        drop_block(block)
    _drop_if_empty(around)


def _drop_with_empty(part: HtmlElement) -> None:
    around = parent_of(part)
    drop(part)
    _drop_if_empty(around)


def _drop_if_empty(around: HtmlElement) -> None:
    """Remove what nothing stands in any more, up to the text itself; an item of a list with the list."""
    if around.tag in (*AROUND, "li") and not len(around) and not (around.text or "").strip():
        if around.tag == "li":
            _take_block(around)
        else:
            _drop_with_empty(around)
