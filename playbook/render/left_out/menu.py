"""The menu of an edition that does without some pages: their entries go, and the way on from page to page passes them over."""

import posixpath
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from playbook.content.navigation import MenuEntry
from playbook.render.left_out.links import target
from playbook.render.marks import AT_TOP
from playbook.render.tree_edit import drop, parent_of

ENTRIES = etree.XPath('//nav[@class="md-tabs"]//a[@href] | //nav[contains(@class, "md-nav--primary")]//a[@href]')
WAYS_ON = etree.XPath('//nav[contains(@class, "md-footer__inner")]/a[@href] | //link[@rel="prev" or @rel="next"]')
LISTS = ("ul", "nav")


@dataclass(frozen=True)
class Menu:
    """The menu without the absent pages."""

    entries: Sequence[MenuEntry]
    absent: Collection[str]

    def instead(self, url: str, title: str) -> MenuEntry | None:
        """Return the page that an entry for an absent page leads to: the first one left of a section of that title; None where nothing is left."""
        for section in _sections(self.entries):
            first, left = next(_pages([section])), [page for page in _pages([section]) if page.url not in self.absent]
            if left and section.title == title and first.url == url:
                return left[0] if len(left) == 1 and first.is_index else MenuEntry(section.title, left[0].url)
        return None

    def next_to(self, url: str, step: int) -> MenuEntry | None:
        """Return the nearest page that is there, after an absent one (`step` 1) or before it (-1)."""
        pages = list(_pages(self.entries))
        at = next((number for number, page in enumerate(pages) if page.url == url), len(pages))
        way = pages[at:] if step > 0 else pages[at::-1]
        return next((page for page in way if page.url not in self.absent), None)


def take_entries(root: HtmlElement, page: str, menu: Menu, to_top: str) -> None:
    """Take the absent pages from the menu of a page, and from its ways to the page before and after. `to_top`: the way from the edition's top to the site's."""
    for link in reversed(ENTRIES(root)):
        if link.getparent() is not None and (url := target(page, link.get("href", ""))) in menu.absent:
            entry = menu.instead(url, " ".join(link.text_content().split()))
            if entry:
                _lead(link, page, entry, to_top)
            else:
                _take_entry(link)
    for link in WAYS_ON(root):
        if (url := target(page, link.get("href", ""))) in menu.absent:
            is_next = link.get("rel") == "next" or "link--next" in link.get("class", "")
            entry = menu.next_to(url, 1 if is_next else -1)
            if entry:
                _lead(link, page, entry, to_top)
            else:
                drop(link)


def _lead(link: HtmlElement, page: str, entry: MenuEntry, to_top: str) -> None:
    """Let a link lead to another page, under its title."""
    way = posixpath.relpath(entry.url, posixpath.dirname(page) or ".")
    put_way(link, to_top + way if AT_TOP.match(entry.url) else way, entry.title)


def put_way(link: HtmlElement, way: str, title: str) -> None:
    """Let a link of the menu, or one to the page before or after, lead to another page, under its title."""
    link.set("href", way)
    if label := link.get("aria-label"):
        link.set("aria-label", f"{label.partition(':')[0]}: {title}")
    for name in link.xpath('.//*[contains(@class, "md-ellipsis")]') or ([link] if link.tag == "a" else []):
        name.text = f"\n{title}\n"


def _take_entry(link: HtmlElement) -> None:
    """Remove an entry, and the list around it that has no other."""
    entry = next(around for around in link.iterancestors("li"))
    around = parent_of(entry)
    drop(entry)
    while not len(around) and around.tag in (*LISTS, "li"):
        emptied, around = around, parent_of(around)
        drop(emptied)


def _sections(entries: Sequence[MenuEntry]) -> Iterator[MenuEntry]:
    for entry in entries:
        if entry.inner:
            yield entry
            yield from _sections(entry.inner)


def _pages(entries: Sequence[MenuEntry]) -> Iterator[MenuEntry]:
    for entry in entries:
        if entry.url:
            yield entry
        yield from _pages(entry.inner)
