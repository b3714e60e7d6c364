"""Where a link of the book leads, on paper: the number of the point and the page that it stands on."""

import copy
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from lxml.html import Element, HtmlElement

from playbook.output.html_page import BuiltPage

ANCHOR, REFERENCE = "book-anchor", "book-reference"  # classes of what is put into a page
LINKS = '//article//a[@href and not(@class) and not(ancestor-or-self::*[@hidden] or contains(@href, ":"))]'
BLOCKS = ("p", "ul", "ol", "div", "blockquote", "table")
POINTS = "//article//*[(self::li or self::p) and @id and @data-point]"


def with_references(pages: Mapping[str, BuiltPage]) -> dict[str, BuiltPage]:
    """Return the articles of a book's pages, by their addresses, with a reference after each link to another chapter or to a point, an anchor at each point that one leads to, and its number after each point."""
    made = {url: BuiltPage(page.file, page.name, copy.deepcopy(page.root.find(".//article"))) for url, page in pages.items()}
    points = {f"{url}#{point.get('id')}": point for url, page in made.items() for point in page.root.xpath(POINTS)}
    wanted = {place for url, page in made.items() for place in _referred(url, page, points)}
    for place in sorted(wanted & points.keys()):
        _put_anchor(points[place], place)
    for point in points.values():
        _put_number(point)
    return made


def _referred(url: str, page: BuiltPage, points: Mapping[str, HtmlElement]) -> Iterator[str]:
    """Put a reference after each link of a page that leads to a point, else to another chapter; yield where they lead."""
    for link in page.root.xpath(LINKS):
        path, _, anchor = link.get("href").partition("#")
        target = normpath(join(dirname(url), path)) if path else url
        place = f"{target}#{anchor}"
        if place not in points:
            place = target
        if place != url:
            reference = Element("span", {"class": REFERENCE, "data-to": place})
            reference.tail, link.tail = link.tail, None
            link.addnext(reference)
            yield place


def _put_anchor(point: HtmlElement, place: str) -> None:
    holder = next(iter(point.xpath("./p")), point)
    anchor = Element("span", {"class": ANCHOR, "data-to": place})
    anchor.tail, holder.text = holder.text, None
    holder.insert(0, anchor)


def _put_number(point: HtmlElement) -> None:
    """Put the number of a point after its words, as on a sheet to say; what comes below them in the same item stays below."""
    holder = next(iter(point.xpath("./p")), point)
    blocks = [child for child in holder if child.tag in BLOCKS]
    end = holder.index(blocks[0]) if blocks else len(holder)
    number = Element("a", {"class": "point-id"})
    number.text = point.get("id", "").upper()
    if end:
        holder[end - 1].tail = f"{(holder[end - 1].tail or '').rstrip()} "
    else:
        holder.text = f"{(holder.text or '').rstrip()} "
    holder.insert(end, number)
