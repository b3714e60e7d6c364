"""The credit of a page that holds points of a region's own, or of the playbook's in words for an audience that it offers: worked out from the localized tree."""

from copy import deepcopy

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.content import attribution
from playbook.content.attribution import MIXED
from playbook.credit.marked_author import marked_author
from playbook.model.region import Region
from playbook.render.tree_edit import drop, put_parts, put_text

OWN = etree.XPath('//article//*[contains(concat(" ", @class, " "), " own-origin ")]/@data-origin')
LINE = etree.XPath('//article//p[@class="origin-line"][@data-origin="toolkit"]')


def credit_page(page: HtmlElement, region: Region) -> None:
    """Give a page that is adapted from the tool the mixed credit, if points on it are others' own. The official logo goes from its foot beside what is adapted."""
    lines, origins = LINE(page), OWN(page)
    if not lines or attribution.credit_kind("toolkit", (), origins) != MIXED:
        return
    by = marked_author(origins)
    put_text(lines[0], attribution.line(MIXED, region, "toolkit", by))
    lines[0].set("data-origin", MIXED)
    for foot in page.xpath('//p[@class="credit"]'):
        link = deepcopy(foot[0])
        before, _sign, after = attribution.foot(MIXED, region, "toolkit", by).partition(link.text or "")
        link.tail = None
        put_parts(foot, [before, link, after])
        foot.set("data-origin", MIXED)
    _move_logo(page)


def _move_logo(page: HtmlElement) -> None:
    """The owners' logo never stands in the foot of a mixed page; it stands beside a line that says what is adapted."""
    logos = page.xpath('//section[@class="source"]//img[@class="source-logo"]')
    said = page.xpath("//article//*[@data-point][not(ancestor::template)]")
    if not logos or not said:
        return
    note = Element("p", {"class": "origin-part", "data-origin": "toolkit"})
    logo = deepcopy(logos[0])
    logo.tail = attribution.line("toolkit")
    note.append(logo)
    block = next((around for around in said[-1].iterancestors() if around.tag in ("ul", "blockquote")), said[-1])
    block.addnext(note)
    drop(logos[0])
