"""A located page cut into pieces: runs of neighbors without a mark become text that editions share. What a mark replaces, and what is read as one, stays whole."""

from copy import deepcopy

import lxml.html
from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.output.cut_page import TARGET, Cut, Piece
from playbook.render.left_out.menu import Menu, take_entries
from playbook.render.localization import Localization
from playbook.render.localize import LOCATED, MARKS, PATTERNS
from playbook.render.marks import MARKS_OF, ORDER
from playbook.render.tree_edit import drop

SHARED = "assets"  # the mark that all editions of a depth fill alike
KEPT = etree.XPath(f"//*[@{MARKS_OF}] | //h1")  # an h1 is the page itself to a search
AROUND = frozenset({"given", "missing", "when-stage", "edition", "address"})  # marks that change an element's attributes and not what stands in it
NEIGHBORS = {"stage-tabs": 1, ORDER: 0}  # blocks that put what stands in them into another order, and how many ranks below it still matter
READ_AS_ONE = ("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")  # by a search, which asks what stands in them and beside


def cut(root: HtmlElement, url: str, values: Localization) -> Cut:
    """Return a located page in pieces, for all editions that stand as deep in the site as that of `values` and do without the same pages."""
    page, pieces = deepcopy(root), list[Piece]()
    for pattern in PATTERNS(page):
        drop(pattern)
    for element in LOCATED(page):
        names = element.attrib.pop(MARKS_OF).split()
        if SHARED in names:
            MARKS[SHARED](element, values)
            names.remove(SHARED)
        if names:
            element.set(MARKS_OF, " ".join(names))
    if values.absent:
        take_entries(page, url, Menu(values.menu, values.absent), values.edition.to_top)
    marked = KEPT(page)
    _cut_inside(page, {*marked, *(around for element in marked for around in element.iterancestors())}, pieces, -1)
    return Cut(page, tuple(pieces))


def _cut_inside(element: HtmlElement, kept: set[HtmlElement], pieces: list[Piece], below: int) -> None:
    """Cut what stands in an element, unless that is whole. `below`: how many further ranks are not cut; -1: none."""
    if _is_whole(element):
        return
    below = NEIGHBORS.get(element.get("data-block", ""), below - 1)
    run: list[HtmlElement] = []
    for child in [*element, None]:
        if child is not None and child not in kept and below < 0:
            run.append(child)
            continue
        if run:
            _take(run, pieces)
            run = []
        if child is not None and isinstance(child.tag, str):
            _cut_inside(child, kept, pieces, below)


def _is_whole(element: HtmlElement) -> bool:
    names = set((element.get(MARKS_OF) or "").split())
    changed = bool(names - AROUND) and element.get("data-block") not in NEIGHBORS
    return changed or element.tag in READ_AS_ONE or "data-point" in element.attrib or "ours" in (element.get("class") or "").split()


def _take(run: list[HtmlElement], pieces: list[Piece]) -> None:
    """Put a placeholder in the place of neighbors, and keep them as a piece."""
    here: etree._Element = run[0]
    here.addprevious(etree.ProcessingInstruction(TARGET, str(len(pieces))))
    holder = Element("div")
    holder.extend(run)
    pieces.append(Piece(b"".join(bytes(lxml.html.tostring(one, encoding="utf-8")) for one in run), holder))
