"""Passages of a built page: what a search can land on. The page itself, each of its headings, each of its points."""

import re
from dataclasses import dataclass, field

import lxml.html

from playbook.content.point_spec import PointSpec, point_specs
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES
from playbook.output.html_page import BuiltPage, plain

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
LONGEST_TITLE = 14  # words


@dataclass
class Passage:
    """One place on a page. `tab` is the kind and the key of the tab around it, such as `stage launch`; `duty` says that it is a point; without a title it is called by how it begins."""

    anchor: str
    title: str
    tab: str = ""
    duty: PointSpec | None = None
    level: int = 0  # of a heading; a point has none
    under: str = ""  # title of the heading of higher rank before it
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands there, without what is a passage of its own."""
        return plain("".join(self.parts))

    def told(self) -> tuple[str, str]:
        """Return title and text."""
        text = self.text
        if self.title:
            return self.title, text
        title = _beginning(text)
        return title, text.removeprefix(title).lstrip() if title.endswith((".", "?", "!")) else text

    @property
    def audiences(self) -> tuple[str, ...]:
        """Whom it is for: keys of audiences, by its tab or by what points.yml says of the point. None: for everybody."""
        by_tab = _key(self.tab, "audience")
        return by_tab or (tuple(self.duty.audiences) if self.duty and len(self.duty.audiences) == 1 else ())

    @property
    def stages(self) -> tuple[str, ...]:
        """When it is said: keys of stages, by its tab or by what points.yml says of the point. None: always."""
        by_tab = _key(self.tab, "stage")
        return by_tab or (tuple(self.duty.stages) if self.duty and len(self.duty.stages) < len(STAGES) else ())


def passages(page: BuiltPage, title: str) -> list[Passage]:
    """Return the page's passages in order; the first is the page itself, with its own title unless it has an h1."""
    found = [Passage("", title)]
    for article in page.root.xpath("//article"):
        _read(article, found, found[0], "")
    return found


def _read(element: lxml.html.HtmlElement, found: list[Passage], place: Passage, tab: str) -> Passage:
    """Read an element's words into the passage that it belongs to; return the passage that goes on after it."""
    classes = set((element.get("class") or "").split())
    if not isinstance(element.tag, str) or element.tag in SILENT_TAGS or classes & SILENT or "hidden" in element.attrib or _repeats(element):
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
        inside = _read(child, found, inside, _tab(child) if "tabbed-content" in classes else tab)
        inside.parts.append(child.tail or "")
    inside.parts += spaced
    return place if classes & CLOSED else inside


def _repeats(element: lxml.html.HtmlElement) -> bool:
    """Tell whether an element only says points again: a pitch, or lines on an agenda. Each point is found at its own place."""
    return element.tag == "blockquote" and bool(element.xpath('.//a[@class="point-id"]'))


def _tab(panel: lxml.html.HtmlElement) -> str:
    """Return the kind and the key of a tab, by its panel; empty where it is none of an audience or a stage."""
    return next((f"{kind} {key}" for kind in ("audience", "stage") if (key := panel.get(f"data-{kind}"))), "")


def _key(tab: str, kind: str) -> tuple[str, ...]:
    before, _, key = tab.partition(" ")
    return (key,) if before == kind else ()


def _headed(element: lxml.html.HtmlElement, key: str, found: list[Passage], tab: str) -> Passage:
    title, duty = plain(element.text_content()), point_specs().get(key)
    if element.tag == "h1":  # the page itself
        found[0].title, found[0].duty, found[0].anchor = title, duty, key if duty else ""
        return found[0]
    level = int(str(element.tag)[1])
    above = next((passage for passage in reversed(found[1:]) if 0 < passage.level < level), None)
    found.append(Passage(key, title, tab, duty, level, above.title if above else ""))
    return found[-1]


def _point(element: lxml.html.HtmlElement, key: str, tab: str) -> Passage:
    """Return a point: its line to say and the detail; one that is not spoken is called by how it begins."""
    said = element.xpath("(.//strong)[1]")
    words = plain("".join(element.xpath('.//text()[not(ancestor::*[contains(@class, "own-origin")])]')))
    duty = point_specs().get(key) or _own_point(element, key)
    if duty.say and said:
        title = plain(said[0].text_content())
        return Passage(key, title, tab, duty, parts=[words.removeprefix(title)])
    box = element.xpath('parent::div[contains(@class, "ours")]/p[@class="ours-title"]')
    title = plain(box[0].text_content()) if box else ""
    return Passage(key, title, tab, duty, parts=[words.removeprefix(title) if title.endswith((".", "?", "!")) else words])


def _own_point(element: lxml.html.HtmlElement, key: str) -> PointSpec:
    """Return what a search needs to know of a point of a region's own."""
    whom = tuple((element.get("data-for") or "").split()) or tuple(AUDIENCES)
    return PointSpec(key, "point", True, "", (), tuple(STAGES), whom, "", "", "", (), (), ())


def _beginning(words: str) -> str:
    """Return the first sentence, up to a colon; a long one is cut."""
    sentence = re.split(r"(?<=[.?!])\s", words)[0]
    first = re.split(r":(?:\s|$)", sentence)[0].strip(":") or sentence
    short = first.split()
    return first if len(short) <= LONGEST_TITLE else " ".join(short[:LONGEST_TITLE]).rstrip(",;") + " …"
