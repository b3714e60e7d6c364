"""Passages of a built page: what a search can land on. The page itself, each of its headings, each of its points."""

from dataclasses import dataclass, replace

import lxml.html

from playbook.content.point_spec import PointSpec, point_specs
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES
from playbook.output.cut_page import CutPage, Piece, piece_of
from playbook.output.html_page import BuiltPage, plain
from playbook.search.passage import Passage

HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SILENT_TAGS = {"script", "style", "svg", "input", "button", "select", "textarea", "template", "thead"}
SILENT = {  # classes; shares: points as a chart
    "origin-line", "origin-part", "tools", "sheet-tools", "page-foot", "source", "home-more", "tabbed-labels", "shares",
    "glance", "said-time", "origin-like", "sources", "sources-noted", "case", "message", "form-preview", "my-store",
}  # fmt: skip
BLOCKS = {
    "p", "li", "ul", "ol", "div", "section", "blockquote", "pre", "table", "tr", "td", "th", "dt", "dd", "figure", "figcaption", "br", "label", "legend", "summary",
    *HEADING_TAGS,
}  # fmt: skip
CLOSED = {"tabbed-block", "ours", "door"}  # a heading in one of these does not reach beyond it


def passages(page: BuiltPage, title: str) -> list[Passage]:
    """Return the page's passages in order; the first is the page itself, with its own title unless it has an h1."""
    found = [Passage("", title)]
    root, pieces = (page.frame, page.cut.pieces) if isinstance(page, CutPage) else (page.root, ())
    for article in root.iter("article"):
        _read(article, found, found[0], "", pieces)
    return found


@dataclass(frozen=True)
class _Reading:
    """What a piece that all editions share says: first to the passage before it, then in passages of its own, one of which (0: the one before) goes on after it."""

    before: str
    passages: tuple[Passage, ...]
    last: int


def _read_piece(piece: Piece, tab: str) -> _Reading:
    found = [Passage("", "")]
    place = found[0]
    for element in piece.run:
        place = _read(element, found, place, tab, ())
        place.parts.append(element.tail or "")
    last = next(number for number, passage in enumerate(found) if passage is place)
    return _Reading("".join(found[0].parts), tuple(found[1:]), last)


def _put(reading: _Reading, found: list[Passage], place: Passage) -> Passage:
    """Add what a piece says; return the passage that goes on after it. Passages that are whole are the same objects for all editions."""
    place.parts.append(reading.before)
    for number, passage in enumerate(reading.passages, 1):
        under = passage.under or _above(found, passage.level)
        whole = passage
        if number == reading.last or under != passage.under:
            whole = replace(passage, under=under, parts=list(passage.parts), entry=None)
        found.append(whole)
        place = whole if number == reading.last else place
    return place


def _above(found: list[Passage], level: int) -> str:
    """Return the title of the heading of higher rank before one of a rank; empty for what is no heading."""
    return next((passage.title for passage in reversed(found[1:]) if 0 < passage.level < level), "")


def _read(element: lxml.html.HtmlElement, found: list[Passage], place: Passage, tab: str, pieces: tuple[Piece, ...]) -> Passage:
    """Read an element's words into the passage that it belongs to; return the passage that goes on after it."""
    if piece := piece_of(element, pieces):
        return _put(piece.once(("read", tab), lambda piece: _read_piece(piece, tab)), found, place)
    classes = (element.get("class") or "").split()
    if (
        not isinstance(element.tag, str)
        or element.tag in SILENT_TAGS
        or not SILENT.isdisjoint(classes)
        or element.get("hidden") is not None
        or _repeats(element)
    ):
        return place
    key = element.get("id", "")
    if element.tag in HEADING_TAGS and (key or element.tag == "h1"):
        return _headed(element, key, found, tab)
    if key in point_specs() or (key and element.get("data-point") == key):
        found.append(_point(element, key, tab))
        return place
    if "--" in key and element.get("data-point"):  # an audience of the edition's own hears it, too: found where it is said in other words
        if element.xpath('.//*[contains(@class, "own-origin")]'):
            found.append(_point(element, key, tab))
        return place
    spaced = [" "] if element.tag in BLOCKS else []
    place.parts += [*spaced, element.text or ""]
    inside = place
    for child in element:
        inside = _read(child, found, inside, _tab(child) if "tabbed-content" in classes else tab, pieces)
        inside.parts.append(child.tail or "")
    inside.parts += spaced
    return inside if CLOSED.isdisjoint(classes) else place


def _repeats(element: lxml.html.HtmlElement) -> bool:
    """Tell whether an element only says points again: a pitch, or lines on an agenda. Each point is found at its own place."""
    return element.tag == "blockquote" and bool(element.xpath('.//a[@class="point-id"]'))


def _tab(panel: lxml.html.HtmlElement) -> str:
    """Return the kind and the key of a tab, by its panel; empty where it is none of an audience or a stage."""
    return next((f"{kind} {key}" for kind in ("audience", "stage") if (key := panel.get(f"data-{kind}"))), "")


def _headed(element: lxml.html.HtmlElement, key: str, found: list[Passage], tab: str) -> Passage:
    title, spec = plain(element.text_content()), point_specs().get(key)
    if element.tag == "h1":  # the page itself
        found[0].title, found[0].spec, found[0].anchor = title, spec, key if spec else ""
        return found[0]
    level = int(str(element.tag)[1])
    found.append(Passage(key, title, tab, spec, level, _above(found, level)))
    return found[-1]


def _point(element: lxml.html.HtmlElement, key: str, tab: str) -> Passage:
    """Return a point: its line to say and the detail; one that is not spoken is called by how it begins."""
    said = element.xpath("(.//strong)[1]")
    words = plain("".join(element.xpath('.//text()[not(ancestor::*[contains(@class, "own-origin")])]')))
    spec = point_specs().get(key) or _own_point(element, key)
    if spec.say and said:
        title = plain(said[0].text_content())
        return Passage(key, title, tab, spec, parts=[words.removeprefix(title)])
    box = element.xpath('parent::div[contains(@class, "ours")]/p[@class="ours-title"]')
    title = plain(box[0].text_content()) if box else ""
    return Passage(key, title, tab, spec, parts=[words.removeprefix(title) if title.endswith((".", "?", "!")) else words])


def _own_point(element: lxml.html.HtmlElement, key: str) -> PointSpec:
    """Return what a search needs to know of a point of a region's own."""
    whom = tuple((element.get("data-for") or "").split()) or tuple(AUDIENCES)
    return PointSpec(key, "point", True, "", (), tuple(STAGES), whom, "", "", "", (), (), ())
