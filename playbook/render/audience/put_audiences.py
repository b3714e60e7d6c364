"""The audiences of an edition's own put into its pages: tabs, cards and asks beside those of the four, entries that lead to them, and pages of their own."""

from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.content import attribution
from playbook.content.point_spec import point_specs
from playbook.content.wording.own_audiences import OwnAudience, asks
from playbook.content.wording.own_words import OFFERED
from playbook.render.audience.entries import entries_of, points_below, put_entries, show_active
from playbook.render.audience.naming import Naming
from playbook.render.tree_edit import drop, parent_of
from playbook.render.wording.point_marks import listed

Localize = Callable[[HtmlElement], HtmlElement]  # a page as the audience hears it
LABELS = etree.XPath('//article//div[@class="tabbed-labels"]/label[@data-audience=$who]')
CARDS = etree.XPath('//article//section[@class="pick"][@data-audience=$who]')
ASKS = etree.XPath("//article//ul[count(li)=1][li[@id]//*[@data-field=$field]][preceding-sibling::*[1][self::p]]")
SAID_ASKS = etree.XPath('//article//ul[li[@id][contains($keys, concat(" ", @data-point, " "))]]')  # in whatever words
GAINS = etree.XPath('//article//div[contains(@class, "sheet-side")]//ul[@data-section="in-it"]')
SAID = etree.XPath("./*[not(self::p or self::h2 or self::h3 or self::h4)] | ./*[@data-point]")  # of a panel: not only what leads to it
STORE = etree.XPath('//div[contains(@class, "my-store")]//li[@data-point=$key]')  # My sheet holds every point
HEADINGS, REMARK, HANDOUT = ("h2", "h3", "h4"), "origin-like", "-handout.html"  # the remark is for who says the words, not for whom a handout is


def put_parts(page: HtmlElement, common: HtmlElement, url: str, naming: Naming, localize: Localize, *, in_text: bool) -> None:
    """Put an audience's tabs, card, ask and entries into a localized page, each made from that of the audience it is like on the common page. `in_text`: as for entries."""
    who = naming.source.key
    for number, label in enumerate(LABELS(common, who=who) if url not in naming.own.no_tab_on else ()):
        _put_tab(LABELS(page, who=who)[number], label, url, naming, localize)
    for card in CARDS(common, who=who):
        (new,) = _finished([card], url, naming, localize)
        if naming.own.note:
            new.insert(1, _note(naming.own.note))
        _after(page.xpath('//article//section[@class="pick"]')[-1], [new])
    for ask in ASKS(common, field=f"partner_ask.{who}"):
        for last in SAID_ASKS(page, keys=listed(asks()))[-1:]:
            _after(last, _finished([ask.getprevious(), ask], url, naming, localize))
    for key in dict.fromkeys(point for ids in naming.copied.values() for point in sorted(ids) if point in point_specs()):
        for item, here in zip(STORE(common, key=key), STORE(page, key=key), strict=False):
            _after(parent_of(here).findall("li")[-1], _for_my_sheet(item, url, naming, localize))
    put_entries(page, url, naming, in_text=in_text)
    _put_listed(page, common, url, naming, localize)


def _put_listed(page: HtmlElement, common: HtmlElement, url: str, naming: Naming, localize: Localize) -> None:
    """Put an audience's points under its entries where a list has points under those of the audience it is like, and what is its own under its own alone."""
    whose = (
        entries_of(common, url, naming, naming.source.key),
        entries_of(page, url, naming, naming.source.key),
        entries_of(page, url, naming, naming.own.key),
    )
    for item, former, own in zip(*whose, strict=False):
        if not (points := points_below(item)):
            continue
        for point in points_below(former):
            if point.get("data-for") == naming.own.key:
                drop(point)
        bullets = Element("ul")
        bullets.extend(deepcopy([*points, *parent_of(item).findall("template")]))
        made = [point for done in _finished([bullets], url, naming, localize) for point in done.findall("li")]  # none where all are left out
        for point in made:
            if point.get("data-point") in naming.own.offered:
                point[-1].tail = "\n"
                etree.SubElement(point, "span", {"class": "origin-part", "data-origin": OFFERED}).text = attribution.line(OFFERED)
        _after(own, made)


def _for_my_sheet(item: HtmlElement, url: str, naming: Naming, localize: Localize) -> list[HtmlElement]:
    """Return a point for a sheet of the reader's own, as the audience hears it, under an id of its own; none where it is left out."""
    alone = Element("ul")
    alone.append(deepcopy(item))
    found: list[HtmlElement] = [new for bullets in _finished([alone], url, naming, localize) for new in bullets]
    for new in found:
        new.set("data-point", naming.id(item.get("data-point", "")))
        whom = etree.SubElement(new, "span", {"class": REMARK})
        whom.text = f"For {naming.own.audience.said}"
    return found


def _put_tab(beside: HtmlElement, label: HtmlElement, url: str, naming: Naming, localize: Localize) -> None:
    """Put a tab after the others of its set: radio, label and panel."""
    number = parent_of(label).index(label)
    tabs, common = parent_of(parent_of(beside)), parent_of(parent_of(label))
    (panel,) = _finished([common.xpath('./div[@class="tabbed-content"]/*')[number]], url, naming, localize)
    radio, name = deepcopy(common.xpath("./input")[number]), deepcopy(label)
    radio.attrib.pop("checked", None)
    for part in (radio, name):
        naming.name(part)
        naming.place(part, url)
    _remark(panel, naming.own)
    for last, new in ((tabs.xpath("./input")[-1], radio), (parent_of(beside)[-1], name), (tabs.xpath('./div[@class="tabbed-content"]/*')[-1], panel)):
        _after(last, [new])
    group, _, count = tabs.get("data-tabs", "").partition(":")
    tabs.set("data-tabs", f"{group}:{int(count) + 1}")


def _finished(parts: list[HtmlElement], url: str, naming: Naming, localize: Localize) -> list[HtmlElement]:
    """Return copies of parts of a common page, as the audience of the edition's own hears them: as a page that holds nothing else."""
    page = Element("html")
    holder = etree.SubElement(etree.SubElement(page, "body"), "article")
    for part in parts:
        new = deepcopy(part)
        new.tail = "\n"
        naming.name(new)
        holder.append(new)
    for part in holder.xpath("./div/p[not(@data-point)]"):
        if naming.own.audience.said in part.text_content():  # it speaks of the other audience: what is true of that one need not be of this
            drop(part)
    done = list(localize(page).xpath("//article")[0])
    for part in done:
        naming.place(part, url)
    return done


def _after(last: HtmlElement, new: list[HtmlElement]) -> None:
    for part in reversed(new):
        last.addnext(part)
        part.tail, last.tail = last.tail, "\n" if last.tag not in {"label", "input"} else None


def _remark(panel: HtmlElement, own: OwnAudience) -> None:
    """Say under a tab's heading whose points they are, unless the region leaves all of them out."""
    if own.remark and SAID(panel):
        panel.insert(1 if len(panel) and panel[0].tag in HEADINGS else 0, _note(own.remark))


def _note(text: str) -> HtmlElement:
    note = Element("p", {"class": REMARK})
    note.text, note.tail = text, "\n"
    return note


def made_page(common: HtmlElement, url: str, naming: Naming, localize: Localize) -> HtmlElement:
    """Return a page of the audience's own, made from the common page of the one that it is like. `url`: the address of the new page."""
    page = deepcopy(common)
    for part in _named_parts(page):
        naming.name(part)
    page = localize(page)
    for part in page.xpath("//article"):
        naming.place(part, url, ids=False)
    for link in page.xpath('//link[@rel="canonical"]'):
        link.set("href", naming.page(link.get("href")))
    for meta in page.xpath('//meta[@property="og:url"]'):
        meta.set("content", naming.page(meta.get("content")))
    for figure in page.xpath('//figure//*[@class="sheet-here"]'):
        figure.attrib.pop("class")
    for gains in GAINS(page) if naming.own.remark and not url.endswith(HANDOUT) else ():
        if gains.getprevious() is not None and gains.getprevious().tag in HEADINGS:
            gains.addprevious(_note(naming.own.remark))
    put_entries(page, url, naming, in_text=False)
    show_active(page, url, naming)
    return page


def _named_parts(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from page.xpath('//head | //article | //*[@data-md-component="header-topic"]')
