"""Entries that lead to an audience: in the menu, in a page's contents, on the front page, in the list of everything."""

from copy import deepcopy
from dataclasses import replace
from itertools import takewhile

from lxml import etree
from lxml.html import HtmlElement

from playbook.model.audience import AUDIENCES
from playbook.render.audience.naming import SHEET_FILE, Naming, resolved
from playbook.render.left_out.menu import WAYS_ON, put_way
from playbook.render.tree_edit import parent_of

ITEMS = etree.XPath('//li[a[@href]][not(ancestor::*[contains(@class, "tools") or contains(@class, "pick") or @data-audience or self::template])]')
ACTIVE = "md-nav__item--active"
IN_VIEW = etree.XPath(f'//nav[contains(@class, "md-nav--primary")]//li[contains(@class, "{ACTIVE}")]')


def put_entries(page: HtmlElement, url: str, naming: Naming, *, in_text: bool) -> None:
    """Put an entry beside each list's entries of the four. `in_text`: whether the text of the page has any, beside its frame."""
    for item in ITEMS(page):
        if _led_to(item, url, naming) != naming.source.key or (not in_text and next(item.iterancestors("article"), None) is not None):
            continue
        around = (*list(item.itersiblings("li", preceding=True))[::-1], item, *item.itersiblings("li"))
        family = [other for other in around if _led_to(other, url, naming)]
        new = _made(item, family, url, naming)
        later = naming.known[naming.known.index(naming.own.key) :]  # as the region file has them, on their own pages, too
        before = [other for other in family if _led_to(other, url, naming) not in later][-1]
        last = [before, *points_below(before)][-1]
        last.addnext(new)
        new.tail, last.tail = last.tail, new.tail
    _lead_on(page, url, naming)


def points_below(entry: HtmlElement) -> list[HtmlElement]:
    """Return the points that a list has under an entry: those that follow it at once."""
    return list(takewhile(lambda item: "data-point" in item.attrib, entry.itersiblings("li")))


def entries_of(page: HtmlElement, url: str, naming: Naming, key: str) -> list[HtmlElement]:
    """Return the entries in the text of a page that lead to an audience."""
    return [item for item in ITEMS(page) if _led_to(item, url, naming) == key and next(item.iterancestors("article"), None) is not None]


def _made(item: HtmlElement, family: list[HtmlElement], url: str, naming: Naming) -> HtmlElement:
    """Return the new entry, like that of the audience it is like; where that is the page in view, like another one's."""
    quiet = next((other for other in family if ACTIVE not in (other.get("class") or "")), item) if ACTIVE in (item.get("class") or "") else item
    source = AUDIENCES.get(_led_to(quiet, url, naming), naming.source)
    new = deepcopy(quiet)
    new.tail = item.tail
    own = replace(naming, source=source)
    own.name(new)
    own.place(new, url)
    for link in new.xpath("./a"):
        naming.draw(link)
    return new


def show_active(page: HtmlElement, url: str, naming: Naming) -> None:
    """Give the entry of the page in view, which is the audience's own, the place of the entry from which that page was made."""
    items = {_led_to(item, url, naming): item for item in ITEMS(page) if SHEET_FILE.fullmatch(_target(item, url) or "")}
    former, own = items.get(naming.source.key), items.get(naming.own.key)
    if former is None or own is None or ACTIVE not in (former.get("class") or ""):
        return
    quiet, active = deepcopy(own), deepcopy(former)
    for link, other in ((quiet[-1], former), (active[-1], own)):
        words = other.xpath("./a")[0]
        link.set("href", words.get("href"))
        link[:], link.text = deepcopy(list(words)), words.text
    for name in ("data-audience", "data-color", "data-icon"):
        quiet[-1].attrib.pop(name, None)
    naming.draw(active[-1])
    for before, after in ((former, quiet), (own, active)):
        after.tail = before.tail
        parent_of(before).replace(before, after)
    _lead_on(page, url, naming)


def _lead_on(page: HtmlElement, url: str, naming: Naming) -> None:
    """Let the ways to the page before and after follow the menu where an audience of the edition's own stands beside the page in view, or is it."""
    for item in IN_VIEW(page)[-1:]:
        for link in WAYS_ON(page):
            step = item.getnext() if link.get("rel") == "next" or "link--next" in link.get("class", "") else item.getprevious()
            if step is not None and {_led_to(item, url, naming), _led_to(step, url, naming)} & {*naming.known}:
                way = step.xpath("./a")[-1]
                put_way(link, way.get("href"), " ".join(way.text_content().split()))


def _led_to(item: HtmlElement, url: str, naming: Naming) -> str:
    """Return the key of the audience that an entry leads to; empty where it leads elsewhere, or says more than its link."""
    link = item.find("a")
    if link is None or (item.text or "").strip() or (link.tail or "").strip():
        return ""
    target, _, anchor = (_target(item, url) or "").partition("#")
    keys = (*AUDIENCES, *naming.known)
    if anchor:
        return max((key for key in keys if anchor.endswith(f"-{key}") and target in naming.copied), key=len, default="")  # adult-educators is not educators
    found = SHEET_FILE.fullmatch(target)
    return found["who"] if found and found["who"] in keys else ""


def _target(item: HtmlElement, url: str) -> str | None:
    page, sign, anchor = next(iter(item.xpath("./a/@href")), "").partition("#")
    target = resolved(page, url)
    return None if target is None else f"{target}{sign}{anchor}"
