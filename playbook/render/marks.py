"""The marks of a finished page: what each asks to be put there for an edition, and where they stand.

A page of the general edition is made once. Each mark is an attribute of an element; `localize.py` fills it for a published edition, and
docs/assets/javascripts/local-edition/localize.js for a reader's own version. Both know all of them; what the browser leaves alone is listed in BROWSER_LEAVES.

| mark | what stands there |
| --- | --- |
| `data-field="industry"` | a value as it reads in a sentence (region_fields.FIELDS); `data-at`: in a letter, or at a stage of its own; `data-capital`: begins a line; `data-passed`: the same for the day after its meeting; on a link its address, too |
| `data-said="time"`, `"words"` | how long a talk takes, or how many words it has, by `data-length` or `data-planning`, `data-launch`, `data-active`: `112 region industry` |
| `data-stage-words` | wording that follows the stage: `data-planning` and so on where it differs |
| `data-stage-label="launch"` | a stage's name; the edition's own says on screen that it is now |
| `data-when-stage="launch"` | shown at that stage only |
| `data-given="support_team"`, `data-missing=…` | shown where the region gives a value (or one of several, with blanks between), or does not |
| `data-own="example"` | said by fictional editions only; `"logo"`: the region's own, on a sheet; `"region"` and `"summary"`: parts of the block home-edition |
| `data-local="priorities"`, `"results"` | the region's own list, with who wrote it; `data-search-exclude` while it is empty |
| `data-edition` | the edition's slug, by which a browser knows a published edition and keeps apart what editions keep on a device; `data-general`: where the general edition is; `data-form`: where the form is, if the edition has it |
| `data-leads-to` | a part whose script leads to a page of the edition; without that page it goes (playbook/render/left_out/) |
| `data-block="contact"` and others | a part that is made of several values as a whole, see below |

The points (playbook/render/wording/), for a region's own words:

| mark | what it is |
| --- | --- |
| `data-point="s12"` | an occurrence of a point: a paragraph, heading, item or row; `data-at`: in a letter; at its own place it has the id, too |
| `data-part="say"`, `"more"`, `"link"` | its line to say, what follows it (there where the whole point is shown, if empty), its id as a link |
| `<template>` in a list | how a point looks there; only general pages have it |
| `data-section="in-it"` | the question that a list on a sheet belongs to |
| `data-points="s44 s45"`, `data-way="say"` | at `data-said`: which points of the page it counts, and whether their lines alone; without them it counts the quotation or side of a sheet around it |
| `data-for="workforce"`, `data-beside="s47"` | at a point of the region's own: for whom it is, and after which point |

Details of several marks: `data-meeting`, the meeting that `data-passed` waits for; `data-subject` of a message; `data-page` and `data-site` of a title; `data-region` of the edition bar;
`data-calendar`, `data-name` and `data-later` of a link to a calendar file; `data-length`, `data-timezone` and `data-whose` of an entry; `data-once` of what the form marks as needed; `data-color` and `data-icon` beside the `data-audience` of an edition's own, with what it is drawn; `data-audience` and `data-stage` of a tab, its panel, its entry in the contents, a sheet and a card; `data-other-stage` on a card.

| block | what it is |
| --- | --- |
| `"title"` | the page's title and that of its card: page, region, site |
| `"meetings"` | the meetings to come, each with its day, time zone and rhythm, for the step that a published page takes after each |
| `"edition-bar"`, `"edition-name"`, `"home-edition"` | whose edition it is: on each page, on the one that is shown where none is, on the front page |
| `"editions"` | the list of all editions |
| `"contact"` | whom to call, or lines to write it on |
| `"calendar"`, `"calendar-entry"` | `calendar:` and a meeting: the link to its calendar file; length and zone of an entry made of a typed date |
| `"seats"` | the support team's seats |
| `"sheet-choice"` | one audience's card in the index of sheets |
| `"stage-tabs"` | tabs of the stages: the own one first |
| `"stage-order"` | neighbors of which each is for a stage (`data-stage`), such as the parts of a page and their entries in the contents: the own one first |
| `"feedback"` | whom to tell of a mistake |
| `"shares"` | the chart of figures: the tool's, the region's own, or both |
| `"terms"`, `"own-words"` | the region's own terms of the glossary; which points it says its own way, leaves out and adds |
| `"credit-line"`, `"credit-foot"` | the credit of a local page: its own author (`data-author`), else the region's conveners |

No marks, but for scripts and styles: `data-origin`, `data-label`, `data-top`, `data-lines`, `data-print`, `data-definition`, `data-tabs`, `data-statement`, `data-list`,
`data-pace`, `data-repository`, `data-seat`, `data-sector`, `data-shown`, `data-status`, `data-work`, `data-word`; for the slides: `data-slide`, `data-minutes`.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from lxml import etree
from lxml.etree import SubElement
from lxml.html import Element, HtmlElement

from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES
from playbook.render.wording.point_marks import mark_points

MARKS_OF = "data-localize"  # names the marks of an element while a page is in memory; no finished page carries it
ORDER = "stage-order"  # the block that puts what is for the own stage first
PREVIEW = "form-preview"  # the form shows there how a reader's values read
ATTRIBUTES = {
    "data-field": "field", "data-said": "said", "data-stage-words": "stage-words", "data-stage-label": "stage-label", "data-when-stage": "when-stage",
    "data-given": "given", "data-missing": "missing", "data-own": "own", "data-local": "local", "data-edition": "edition", "data-block": "block",
}  # fmt: skip
BROWSER_LEAVES = {  # marks and blocks that a reader's own version leaves as they are, and why
    "edition": "an own version stands on the general edition's pages",
    "editions": "the list of published editions; an own version is none",
    "edition-bar": "the bar of the own version takes its place",
    "edition-name": "whose site it is, on the page that is shown where none is",
    "seats": "a reader's own version holds no support team",
    "feedback": "who is told of a mistake on the site, which is not the reader's",
    "credit-line": "a local page stays its authors'",
    "credit-foot": "a local page stays its authors'",
    "meetings": "an own version is localized anew at each opening; a published page takes the step of the day after by itself",
}
TABS = {
    "audience": {audience.label: key for key, audience in AUDIENCES.items()},
    "stage": {stage.label: key for key, stage in STAGES.items()},
}
MARKED = etree.XPath(f"//*[{' or '.join(f'@{name}' for name in ATTRIBUTES)}]")
ADDRESSED = etree.XPath("//*[@href or @src]")
AT_TOP = re.compile(r"(\.\./)*(assets/|editions\.html)")  # what all editions share


def locate(page: HtmlElement) -> None:
    """Note at each element of a common page which marks it carries, so that no edition has to look for them."""
    mark_tabs(page)
    mark_sections(page)
    mark_points(page)
    preview = set(page.xpath(f'//section[@class="{PREVIEW}"]//*'))
    for element in MARKED(page):
        if element not in preview:
            _note(element, *(mark for name, mark in ATTRIBUTES.items() if name in element.attrib))
    for element in ADDRESSED(page):
        if any(AT_TOP.match(element.get(name, "")) for name in ("href", "src")):
            _note(element, "assets")
    for element in page.xpath('//link[@rel="canonical"] | //meta[@property="og:url"]'):
        _note(element, "address")


def mark_tabs(page: HtmlElement) -> None:
    """Write its audience or its stage on each tab, its panel and its entry in the contents: nothing else goes by a label. The Markdown of tabs has no place for it."""
    for tabs in page.xpath('//div[contains(@class, "tabbed-set")]'):
        labels, panels = (list(tabs.find(f'./div[@class="{name}"]')) for name in ("tabbed-labels", "tabbed-content"))
        for kind, keys in TABS.items():
            found = [keys.get(label.text_content()) for label in labels]
            if None in found:
                continue
            anchors = [next(iter(panel.xpath("./h2/@id | ./h3/@id | ./h4/@id")), "") for panel in panels]
            contents = list(_contents(page, anchors))
            for group in (labels, panels, *(entries for _, entries in contents)):
                for element, key in zip(group, found, strict=True):
                    element.set(f"data-{kind}", key)
            if kind == "stage":
                tabs.set("data-block", "stage-tabs")
                for entries_of, _ in contents:
                    entries_of.set("data-block", ORDER)


def mark_sections(page: HtmlElement) -> None:
    """Put what is for a stage, from its heading on, into an element of its own, and its stage on its entry in the contents."""
    headings = page.xpath("//article//h2[@data-stage]")
    if not headings:
        return
    whole = Element("div", {"class": "part", "data-block": ORDER})
    headings[0].addprevious(whole)
    for heading in headings:
        part = SubElement(whole, "div", {"class": "part", "data-stage": heading.attrib.pop("data-stage")})
        part.extend([heading, *takewhile(lambda element: element.tag != "h2", heading.itersiblings())])
    for entries_of, entries in _contents(page, [heading.get("id") for heading in headings]):
        entries_of.set("data-block", ORDER)
        for entry, part in zip(entries, whole, strict=True):
            entry.set("data-stage", part.get("data-stage"))


def _contents(page: HtmlElement, anchors: list[str]) -> Iterator[tuple[HtmlElement, list[HtmlElement]]]:
    """Yield each list in a table of contents in which the places of a set of tabs stand side by side, and their entries."""
    for contents in page.xpath('//ul[@data-md-component="toc"]'):
        entries = [entry for anchor in anchors for entry in contents.xpath(".//li[a[@href = $address]]", address=f"#{anchor}")[:1]]
        around = entries[0].getparent() if len(entries) == len(anchors) else None
        if around is not None:
            yield around, entries


def _note(element: HtmlElement, *marks: str) -> None:
    element.set(MARKS_OF, " ".join(filter(None, (element.get(MARKS_OF), *marks))))
