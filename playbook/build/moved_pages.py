"""Pages that lead on from where an edition stood before it opened the site (`home` in site.yml): sheets and QR codes that are printed already name that place."""

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from playbook.model.edition import Edition
from playbook.model.region_file import REGIONS_FOLDER
from playbook.output.html_page import BuiltPage, parsed
from playbook.render.common_pages import ALONE
from playbook.render.components.blocks import block
from playbook.render.csp import STANDALONE, add_policy

CANONICAL = etree.XPath("string(//link[@rel='canonical']/@href)")
STYLES = etree.XPath("//link[@rel='stylesheet']/@href")


def moved_pages(edition: Edition, pages: Mapping[str, BuiltPage]) -> Iterator[tuple[str, HtmlElement]]:
    """Yield the address and the tree of each such page; none for an edition that stands in its own folder. `pages`: the edition's, by their addresses."""
    for url, page in pages.items() if edition.slug and not edition.path else ():
        if url not in ALONE:
            name = f"{REGIONS_FOLDER}/{edition.slug}/{url}"
            yield name, _moved(name, url, page.root, pages[STANDALONE].root)


def _moved(name: str, url: str, page: HtmlElement, credited: HtmlElement) -> HtmlElement:
    to_top = "../" * name.count("/")
    styles = [to_top + posixpath.normpath(posixpath.join(posixpath.dirname(url), href)) for href in STYLES(page)]
    root = parsed(block("moved-page", target=to_top + url, address=CANONICAL(page), styles=styles))
    next(root.iter("body")).attrib.update(next(page.iter("body")).attrib)
    next(root.iter("article")).extend(deepcopy(words) for kind in ("origin-line", "source") for words in credited.find_class(kind))
    add_policy(name, root)
    return root
