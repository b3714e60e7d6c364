"""Links within a site: each leads to a file that is there, and to a place on its page."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from playbook.output.html_page import BuiltPage

ADDRESSES = etree.XPath("//@href | //@src | //@data | //@action", smart_strings=False)
LISTS = etree.XPath("//@srcset", smart_strings=False)
IDS = etree.XPath("//@id", smart_strings=False)
NOT_FOUND = "404.html"  # is shown in place of any page, so that its ways up lead from there
WAYS_UP = ("./", "../")
Told = Callable[[str], bool]  # of a file by its name
NONE: Told = frozenset[str]().__contains__


def links_of(pages: Mapping[str, BuiltPage], folder: Path, place: str, elsewhere: Told = NONE) -> dict[str, list[str]]:
    """Return, by page, why links of an edition's pages lead nowhere; `pages` by their addresses within the edition, which is at `place` in the site.

    `elsewhere` tells of a file (by its name from the top of the site) that is made at another time, or by another build.
    """
    anchors: dict[str, frozenset[str]] = {}
    messages: dict[tuple[str, str], str] = {}

    def places_on(name: str) -> frozenset[str]:
        if name not in anchors:
            page = pages.get(name.removeprefix(place)) if name.startswith(place) else None
            anchors[name] = frozenset((page or BuiltPage(folder / name, name)).find(IDS))
        return anchors[name]

    def message(page: str, address: str) -> str:
        """Return why an address leads nowhere, seen from a page; empty if it leads somewhere, or out of the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or (posixpath.basename(page) == NOT_FOUND and address in WAYS_UP):
            return ""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
        anchor = unquote(parts.fragment)
        if name.startswith(".."):
            return f"links out of the site: {address}"
        is_of_edition = name.startswith(place) and name.removeprefix(place) in pages
        if not is_of_edition and not (folder / name).is_file():
            return "" if elsewhere(name) else f"links to {address}, which is not there"
        if anchor and name.endswith(".html") and anchor not in places_on(name):
            return f"links to {address}, but that page has no such anchor"
        return ""

    found: dict[str, list[str]] = {}
    for url, page in pages.items():
        seen_from = posixpath.dirname(page.name)
        for address in dict.fromkeys(_addresses(page)):
            key = (page.name if address.startswith("#") else seen_from, address)
            if key not in messages:
                messages[key] = message(page.name, address)
            if messages[key]:
                found.setdefault(url, []).append(messages[key])
    return found


def _addresses(page: BuiltPage) -> Iterator[str]:
    yield from page.find(ADDRESSES)
    for value in page.find(LISTS):
        yield from (part.split()[0] for part in value.split(",") if part.strip())
