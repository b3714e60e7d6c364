"""A region's own points put into the lists of a page: after the point they follow, and on sheets before all others of their question."""

from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.content.point_spec import point_specs
from playbook.content.wording.own_words import OwnWords
from playbook.model.audience import AUDIENCES
from playbook.model.wording.point_words import SHEET_LISTS, SheetList
from playbook.render.tree_edit import parent_of

SayOwn = Callable[[HtmlElement, str, OwnWords], None]
LISTS: dict[SheetList, str] = {  # where the lists of a sheet's questions stand
    "front": './/div[contains(@class, "sheet-talk")]/ul', "back": './/div[contains(@class, "sheet-fuller")]/ul',
    "handout": './/div[contains(@class, "sheet-talk")]/ul',
}  # fmt: skip
AFTER = etree.XPath("//article//ul[template]/li[@data-point=$after]")
SHEETS = etree.XPath('//article//div[@data-stage][contains(concat(" ", @class, " "), " sheet ")]')


def add_points(page: HtmlElement, words: OwnWords, say: SayOwn) -> None:
    """Put the region's own points where its file says. `say` fills a new occurrence."""
    if not words.added:
        return
    _after_points(page, words, say)
    for sheet in SHEETS(page):
        on_handout = "sheet-handout" in sheet.get("class", "")
        for side in SHEET_LISTS:
            if (side == "handout") == on_handout:
                _on_side(sheet, side, words, say)


def _after_points(page: HtmlElement, words: OwnWords, say: SayOwn) -> None:
    last: dict[HtmlElement, HtmlElement] = {}  # the item after which the next one comes
    for key, own in words.added.items():
        whom = words.audiences(key)
        for item in AFTER(page, after=own.after or ""):
            pattern = parent_of(item).xpath("./template/li")[0]
            around = list(item.iterancestors("div"))
            if any("sheet-side" in (one.get("class") or "") or one.get("data-audience", whom[0]) not in whom for one in around):
                continue
            new = _made(pattern, key, item, words)
            if item.get("id"):
                new.set("id", key)
                new.set("data-beside", own.after or "")
            place = last.get(item, item)
            place.addnext(new)
            new.tail, place.tail = place.tail, "\n"
            last[item] = new
            say(new, key, words)


def _made(pattern: HtmlElement, key: str, like: HtmlElement, words: OwnWords) -> HtmlElement:
    """Return a new occurrence, like others of its list, its words still to be filled."""
    new = deepcopy(pattern)
    new.set("data-point", key)
    if len(audiences := words.audiences(key)) < len(AUDIENCES):
        new.set("data-for", " ".join(audiences))
    address = next(iter(like.xpath('.//a[@data-part="link"]/@href')), "").partition("#")[0]
    for link in new.xpath('.//a[@data-part="link"]'):
        link.set("href", f"{address}#{key}")
        link.text = key.upper()
    return new


def _on_side(sheet: HtmlElement, side: SheetList, words: OwnWords, say: SayOwn) -> None:
    """One side of one sheet: the region's points stand first in the list of their question; what gives way on side one goes to side two."""
    lists: dict[str, list[HtmlElement]] = {}
    for bullets in sheet.xpath(LISTS[side]):
        lists.setdefault(bullets.get("data-section", ""), []).append(bullets)
    for section, own in _by_section(sheet, side, words).items():
        if section not in lists:
            continue
        first = lists[section][0]
        new = Element("ul", dict(first.attrib))
        new.tail = "\n"
        first.addprevious(new)
        for key in own:
            new.append(_made(first.xpath("./template/li")[0], key, first.xpath("./li")[0], words))
            say(new[-1], key, words)
        if side == "front":
            _give_way(sheet, lists[section], len(own), words)


def _by_section(sheet: HtmlElement, side: SheetList, words: OwnWords) -> dict[str, list[str]]:
    """Return the ids of the region's points for a side, by the question they belong to."""
    found: dict[str, list[str]] = {}
    for key, own in words.added.items():
        spec = point_specs()[own.after or ""]
        if side in own.sheets and sheet.get("data-audience") in words.audiences(key) and sheet.get("data-stage") in spec.stages:
            found.setdefault(spec.section, []).append(key)
    return found


def _give_way(sheet: HtmlElement, lists: list[HtmlElement], count: int, words: OwnWords) -> None:
    """Take as many of the playbook's lines from side one as the region added, from the end; they stand on side two."""
    there = {holder.get("data-point") for holder in sheet.xpath('.//div[contains(@class, "sheet-fuller")]//*[@data-point]')}
    for item in list(_may_give_way(lists, words))[:count]:
        bullets, key = parent_of(item), item.get("data-point")
        bullets.remove(item)
        goes_to = sheet.xpath('.//div[contains(@class, "sheet-fuller")]/ul[@data-section=$section]', section=bullets.get("data-section", ""))
        if key not in there and goes_to:
            goes_to[-1].xpath("./template")[0].addprevious(item)
        if bullets.find("li") is None:
            note = bullets.getnext()
            if note is not None and note.tag == "p" and "origin-part" in note.get("class", ""):
                note.drop_tree()
            bullets.drop_tree()


def _may_give_way(lists: list[HtmlElement], words: OwnWords) -> Iterator[HtmlElement]:
    """Yield the items that are neither the region's nor said its way, the last one first."""
    for bullets in reversed(lists):
        for item in reversed(bullets.findall("li")):
            if item.get("data-point") not in words.region.points:
                yield item
