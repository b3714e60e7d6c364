"""Localize a finished page: put an edition's values where the page's marks ask for them, and take out what the edition does not have.

A pure function of document, edition and list of editions. Values land as text, after Markdown, so that nothing in them can become markup.
The browser's twin for a reader's own version is docs/assets/javascripts/local-edition/; playbook/render/marks.py documents every mark.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from macros.sheets.contact_block import whom_to_call
from macros.pages.edition_list import editions_list
from macros.team.invitation import calendar_file
from macros.values.escape import capitalized
from macros.pages.local_sections import local_priorities, local_results
from macros.team.seat_chart import roster
from macros.points.tabs import NOW
from playbook.content import attribution
from playbook.render import marks
from playbook.model.edition import Catalog, Edition
from playbook.model.region_fields import text_of, text_once_passed, value_of
from playbook.model.region import MEETING_KEYS, Region, without_meetings
from playbook.content.reading_time import Length, duration_in_words
from playbook.model.stage import STAGES

LOCATED = etree.XPath(f"//*[@{marks.LOCATED}]")


@dataclass(frozen=True, eq=False)
class Localization:
    """One edition on its way into the common pages. Blocks and texts that many pages show are made once."""

    catalog: Catalog
    edition: Edition
    texts: dict[tuple[str, str], tuple[str, str | None]] = field(default_factory=dict)
    blocks: dict[str, list[HtmlElement]] = field(default_factory=dict)

    @property
    def region(self) -> Region | None:
        """The edition's region; None in the general edition."""
        return self.edition.region

    @property
    def stage(self) -> str:
        """The edition's own stage; empty in the general edition."""
        return self.region.stage if self.region else ""

    def text(self, key: str, at: str) -> tuple[str, str | None]:
        """Return a field's text, and its text once its meeting has passed (None: it names no meeting to come)."""
        if (key, at) not in self.texts:
            self.texts[key, at] = text_of(self.region, key, at), text_once_passed(self.region, key, at)
        return self.texts[key, at]

    def block(self, name: str, make: Callable[[], str]) -> list[HtmlElement]:
        """Return a copy of the elements of a block of HTML."""
        if name not in self.blocks:
            self.blocks[name] = list(lxml.html.fragment_fromstring(make().strip(), create_parent="div"))
        return deepcopy(self.blocks[name])

    @cached_property
    def summary(self) -> list[HtmlElement | str]:
        """What the edition bar says beside the region: industry and stage."""
        region = self.region
        if not region:
            return []
        label: HtmlElement | str = STAGES[region.stage].label
        if region.stage == "launch":
            label = etree.Element("span")
            label.set("data-field", "launch_meeting.label")
            put_field(label, self)
        return [part for part in ([region.industry, " · "] if region.industry else []) if part] + [label]


Mark = Callable[[HtmlElement, Localization], None]


def localized(page: HtmlElement, values: Localization) -> HtmlElement:
    """Return a copy of a common page, prepared by marks.locate(), that says what an edition says."""
    page = deepcopy(page)
    for element in LOCATED(page):
        for name in element.attrib.pop(marks.LOCATED).split():
            MARKS[name](element, values)
    return page


def put_text(element: HtmlElement, text: str) -> None:
    """Put text into an element, and nothing else."""
    for child in list(element):
        element.remove(child)
    element.text = text


def put_parts(element: HtmlElement, parts: list[HtmlElement | str]) -> None:
    """Put texts and elements into an element, and nothing else."""
    put_text(element, "")
    for part in parts:
        if isinstance(part, str):
            if len(element):
                element[-1].tail = (element[-1].tail or "") + part
            else:
                element.text = (element.text or "") + part
        else:
            element.append(deepcopy(part))


def hide(element: HtmlElement, hidden: bool) -> None:
    """Set or remove the attribute `hidden`."""
    if hidden:
        element.set("hidden", "")
    else:
        element.attrib.pop("hidden", None)


def drop(element: HtmlElement) -> None:
    """Remove an element and keep what follows it."""
    element.drop_tree()


def replace(element: HtmlElement, new: list[HtmlElement]) -> None:
    """Put elements in the place of another."""
    parent, tail = element.getparent(), element.tail
    at = parent.index(element)
    parent.remove(element)
    for number, one in enumerate(new):
        one.tail = "\n"
        parent.insert(at + number, one)
    if new:
        new[-1].tail = tail
    elif tail:
        before = parent[at - 1] if at else None
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail


def has(values: Localization, key: str) -> bool:
    """Tell whether the edition gives a value."""
    return bool(value_of(values.region, key))


def put_field(element: HtmlElement, values: Localization) -> None:
    """`data-field`: a value as it reads in a sentence; `data-at` says in which voice; `data-passed` holds it for the day after its meeting."""
    text, passed = values.text(element.get("data-field", ""), element.get("data-at", ""))
    if "data-capital" in element.attrib:
        text = capitalized(text)
    put_text(element, text)
    if passed is None:
        element.attrib.pop("data-passed", None)
    else:
        element.set("data-passed", passed)


def count_words(element: HtmlElement, values: Localization) -> None:
    """`data-said`: how many words a talk has, or how long it takes, by the stage's length (`data-planning` ..., else `data-length`)."""
    if not values.stage:
        return
    own, *fields = (element.get(f"data-{values.stage}") or element.get("data-length", "0")).split()
    length = Length(int(own), tuple(fields))

    def said(region: Region | None) -> str:
        count = length.count(region)
        return str(count) if element.get("data-said") == "words" else duration_in_words(count)

    put_text(element, said(values.region))
    named = {name.partition(".")[0] for name in fields}
    dated = [key for key in MEETING_KEYS if key in named and values.region and getattr(values.region, key).date]
    if values.region and len(dated) == 1:
        element.set("data-meeting", dated[0])
        element.set("data-passed", said(without_meetings(values.region, dated)))
    else:
        for name in ("data-meeting", "data-passed"):
            element.attrib.pop(name, None)


def put_stage_words(element: HtmlElement, values: Localization) -> None:
    """`data-stage-words`: wording that follows the stage; what other stages say stays in `data-planning` ... ."""
    if not values.stage:
        return
    neutral = element.text_content()
    wording = {stage: element.get(f"data-{stage}", neutral) for stage in STAGES}
    said = wording[values.stage]
    put_text(element, said)
    for stage, words in wording.items():
        if words == said:
            element.attrib.pop(f"data-{stage}", None)
        else:
            element.set(f"data-{stage}", words)


def put_stage_label(element: HtmlElement, values: Localization) -> None:
    """`data-stage-label`: a stage's name; the edition's own says that it is now."""
    key = element.get("data-stage-label", "")
    put_text(element, STAGES[key].label + (NOW if key == values.stage else ""))


def show_at_stage(element: HtmlElement, values: Localization) -> None:
    """`data-when-stage`: shown at one stage only; in the general edition as the page has it."""
    if values.stage:
        hide(element, element.get("data-when-stage") != values.stage)


def show_if_given(element: HtmlElement, values: Localization) -> None:
    """`data-given`: shown where the region gives a value."""
    hide(element, not has(values, element.get("data-given", "")))


def show_if_missing(element: HtmlElement, values: Localization) -> None:
    """`data-missing`: shown where the region does not give a value."""
    hide(element, has(values, element.get("data-missing", "")))


def say_example(element: HtmlElement, values: Localization) -> None:
    """`data-own="example"`: said by fictional editions only."""
    if element.get("data-own") != "example":
        return
    if values.region and values.region.example:
        hide(element, False)
    else:
        drop(element)


def name_edition(element: HtmlElement, values: Localization) -> None:
    """`data-edition`: the slug, by which a browser keeps apart what editions keep on a device."""
    element.set("data-edition", values.edition.slug)


def fill_block(element: HtmlElement, values: Localization) -> None:
    """`data-block`: a part that is made of a region's values as a whole."""
    name, _, argument = element.get("data-block", "").partition(":")
    BLOCKS[name](element, values, argument)


def fill_local(element: HtmlElement, values: Localization) -> None:
    """`data-local`: the region's own list of priorities or results."""
    key = element.get("data-local", "")
    make = {"priorities": local_priorities, "results": local_results}[key]
    if values.region:
        replace(element, values.block(f"local:{key}", lambda: make(region=values.region)))


def _contact(element: HtmlElement, values: Localization, _: str) -> None:
    if values.region and values.region.convener:
        replace(element, values.block("contact", lambda: whom_to_call(values.region)))


def _editions(element: HtmlElement, values: Localization, _: str) -> None:
    replace(element, values.block("editions", lambda: editions_list(catalog=values.catalog, here=values.edition)))


def _calendar(element: HtmlElement, values: Localization, key: str) -> None:
    reason = element.getnext()
    reason.getparent().remove(reason)
    replace(element, values.block(f"calendar:{key}", lambda: calendar_file(key, region=values.region)))


def _seats(element: HtmlElement, values: Localization, _: str) -> None:
    if values.region and values.region.support_team:
        replace(element, values.block("seats", lambda: roster(region=values.region)))


def _sheet_choice(element: HtmlElement, values: Localization, _: str) -> None:
    """One audience's card in the index of sheets: its links lead to the stage that is now."""
    if not values.stage:
        return
    first, who = next(iter(STAGES)), element.get("data-audience")
    before, now = STAGES[first].label.lower(), STAGES[values.stage].label.lower()
    for part in element.xpath("./h2 | ./div | ./p"):
        for link in part.xpath(".//a"):
            link.set("href", link.get("href").replace(f"{who}-{first}", f"{who}-{values.stage}"))
            for name in link.xpath('.//span[@class="aside-name"]'):
                name.text = name.text.replace(before, now)
    label = element.xpath("./h2//*[@data-stage-label]")[0]
    label.set("data-stage-label", values.stage)
    put_stage_label(label, values)
    for other in element.xpath(".//*[@data-other-stage]"):
        hide(other, other.get("data-other-stage") == values.stage)


def _edition_bar(element: HtmlElement, values: Localization, _: str) -> None:
    region = values.region
    if not region:
        return
    element.set("data-region", region.region)
    name, change = element
    put_text(name[0], capitalized(region.region))
    put_parts(name[1], values.summary)
    if region.example:
        example = etree.Element("span", {"class": "edition-part edition-example"})
        example.text, example.tail = "fictional example", "\n"
        name.insert(1, example)
    change.text = "Change region"


def _edition_name(element: HtmlElement, values: Localization, _: str) -> None:
    """The page that is shown where none is says whose site it is."""
    if values.region:
        put_text(element, values.region.region + (" · fictional example" if values.region.example else ""))


def _home_edition(element: HtmlElement, values: Localization, _: str) -> None:
    region = values.region
    if not region:
        return
    said, change = element
    strong = said[0]
    put_text(strong, region.region)
    strong.tail = ": "
    summary = etree.SubElement(said, "span", {"data-own": "summary"})
    put_parts(summary, values.summary)
    summary.tail = "."
    if region.example:
        summary.tail = None
        example = etree.SubElement(said, "span", {"data-own": "example"})
        example.text, example.tail = " · fictional example", "."
    change.text = "Change region"
    if region.logo:
        logo = etree.Element("img", {"class": "region-logo", "src": f"region-logo.{region.logo.file.rsplit('.', 1)[-1].lower()}", "alt": region.logo.alt})
        logo.tail = "\n"
        element.insert(0, logo)


def _feedback(element: HtmlElement, values: Localization, _: str) -> None:
    """Whom to tell of a mistake: the site's address, else the first convener with one; the subject names page and region."""
    region = values.region
    start, _sign, end = element.get("data-subject", "").rpartition(quote(" · "))
    subject = f"{start}{quote(f' · {region.region}') if region else ''}{quote(' · ')}{end}"
    mail = values.catalog.site.feedback or next((convener.email for convener in region.convener if convener.email), "") if region else values.catalog.site.feedback
    if mail:
        element.tag = "a"
        del element.attrib["data-subject"]
        element.set("class", "feedback-link")
        element.set("href", f"mailto:{mail}?subject={subject}")
        element.text = "Write to us"
    else:
        element.set("data-subject", subject)


def _credit(element: HtmlElement, values: Localization, kind: str) -> None:
    """The credit of a page of the region's own names its conveners."""
    put_text(element, attribution.line(kind, values.region, "local"))


def _foot(element: HtmlElement, values: Localization, kind: str) -> None:
    link = deepcopy(element[0])
    before, _sign, after = attribution.foot(kind, values.region, "local").partition(link.text)
    link.tail = None
    put_parts(element, [before, link, after])


def _stage_tabs(element: HtmlElement, values: Localization, _: str) -> None:
    """Tabs of the stages: the edition's own comes first, is open, and says that it is now."""
    if not values.stage:
        return
    inputs = element.xpath("./input")
    labels, panels = (list(element.find(f'./div[@class="{name}"]')) for name in ("tabbed-labels", "tabbed-content"))
    stages = [label.get("data-stage") for label in labels]
    own = stages.index(values.stage)
    labels[own].text = STAGES[values.stage].label + NOW
    new = f"{inputs[own].get('id')}{NOW_ANCHOR}"
    labels[own].set("for", new)
    inputs[own].set("id", new)
    for one in inputs:
        one.attrib.pop("checked", None)
    inputs[own].set("checked", "checked")
    order = [own, *(number for number in range(len(stages)) if number != own)]
    for group in (inputs, labels, panels):
        reorder(group, order)


NOW_ANCHOR = "--now"  # as the Markdown extension ends the id of a tab whose label ends in " · now"


def reorder(elements: list[HtmlElement], order: list[int]) -> None:
    """Put neighbors into another order; each keeps what follows it."""
    parent = elements[0].getparent()
    start = parent.index(elements[0])
    for element in elements:
        parent.remove(element)
    for number, place in enumerate(order):
        parent.insert(start + number, elements[place])


def _stage_contents(element: HtmlElement, values: Localization, _: str) -> None:
    """A table of contents in which the stages' tabs stand side by side."""
    if not values.stage:
        return
    entries = [entry for entry in element if entry.get("data-stage")]
    stages = [entry.get("data-stage") for entry in entries]
    own = stages.index(values.stage)
    reorder(entries, [own, *(number for number in range(len(entries)) if number != own)])


def _title(element: HtmlElement, values: Localization, _: str) -> None:
    """The page's title and that of its card: page, region and site, as far as there are such."""
    title = " · ".join(filter(None, (element.get("data-page"), values.region and values.region.region, element.get("data-site"))))
    if element.tag == "title":
        element.text = title
    else:
        element.set("content", title)


def _stage_meta(element: HtmlElement, values: Localization, _: str) -> None:
    element.set("content", values.stage)


def _meetings_meta(element: HtmlElement, values: Localization, _: str) -> None:
    region = values.region
    dated = [(key, getattr(region, key)) for key in MEETING_KEYS if region and getattr(region, key).date]
    element.set("content", ";".join(" ".join(filter(None, (key, meeting.date.isoformat(), meeting.timezone))) for key, meeting in dated))


def lead_to_top(element: HtmlElement, values: Localization) -> None:
    """`assets`: an address of what all editions share, at the top of the site."""
    for name in ("href", "src"):
        if (address := element.get(name)) and "assets/" in address:
            element.set(name, values.edition.to_top + address)


def say_address(element: HtmlElement, values: Localization) -> None:
    """`address`: the page's own address on the web, of which the site's address is the beginning."""
    top = values.catalog.site.site_url.rstrip("/") + "/"
    name = "href" if "href" in element.attrib else "content"
    element.set(name, f"{top}{values.edition.path}{element.get(name, '').removeprefix(top)}")


MARKS: dict[str, Mark] = {
    "field": put_field,
    "said": count_words,
    "stage-words": put_stage_words,
    "stage-label": put_stage_label,
    "when-stage": show_at_stage,
    "given": show_if_given,
    "missing": show_if_missing,
    "own": say_example,
    "edition": name_edition,
    "local": fill_local,
    "block": fill_block,
    "assets": lead_to_top,
    "address": say_address,
}
BLOCKS: dict[str, Callable[[HtmlElement, Localization, str], None]] = {
    "contact": _contact,
    "editions": _editions,
    "calendar": _calendar,
    "seats": _seats,
    "sheet-choice": _sheet_choice,
    "edition-bar": _edition_bar,
    "edition-name": _edition_name,
    "home-edition": _home_edition,
    "feedback": _feedback,
    "credit-line": _credit,
    "credit-foot": _foot,
    "stage-tabs": _stage_tabs,
    "stage-contents": _stage_contents,
    "title": _title,
    "stage": _stage_meta,
    "meetings": _meetings_meta,
}
