"""The marks of a finished page: what each asks to be put there for an edition, and where they stand.

A page of the general edition is made once. Each mark is an attribute of an element; `localize.py` fills it for a published edition, and the scripts of
docs/assets/javascripts/local-edition/ for a reader's own version. Both know all of them; what the browser leaves alone is listed in EDITIONS_ONLY.

| mark | what stands there |
| --- | --- |
| `data-field="launch_meeting.date"` | a value as it reads in a sentence (region_fields.FIELDS); `data-at`: in a letter, or at a stage of its own; `data-capital`: begins a line; `data-passed`: the same for the day after its meeting |
| `data-said="time"`, `"words"` | how long a talk takes, or how many words it has, by `data-length` or `data-planning`, `data-launch`, `data-active`: `112 region industry` |
| `data-stage-words` | wording that follows the stage: `data-planning` and so on where it differs |
| `data-stage-label="launch"` | a stage's name; the edition's own says that it is now |
| `data-when-stage="launch"` | shown at that stage only |
| `data-given="support_team"`, `data-missing=…` | shown where the region gives a value, or does not |
| `data-own="example"` | said by fictional editions only |
| `data-local="priorities"`, `"results"` | the region's own list, with who wrote it |
| `data-edition` | the edition's slug, by which a browser keeps apart what it keeps on a device |
| `data-block="contact"` and others | a part that is made of several values as a whole (localize.BLOCKS) |
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from playbook.model.stage import STAGES

LOCATED = "data-localize"  # names the marks of an element while a page is in memory; no finished page carries it
PREVIEW = "form-preview"  # the form shows there how a reader's values read
ATTRIBUTES = {
    "data-field": "field", "data-said": "said", "data-stage-words": "stage-words", "data-stage-label": "stage-label", "data-when-stage": "when-stage",
    "data-given": "given", "data-missing": "missing", "data-own": "own", "data-local": "local", "data-edition": "edition", "data-block": "block",
}  # fmt: skip
EDITIONS_ONLY = ("data-edition",)  # a reader's own version stands on the general edition
MARKED = etree.XPath(f"//*[{' or '.join(f'@{name}' for name in ATTRIBUTES)}]")
ADDRESSED = etree.XPath("//*[@href or @src]")
ASSET = re.compile(r"(\.\./)*assets/")


def locate(page: HtmlElement) -> None:
    """Note at each element of a common page which marks it carries, so that no edition has to look for them."""
    mark_stages(page)
    preview = set(page.xpath(f'//section[@class="{PREVIEW}"]//*'))
    for element in MARKED(page):
        if element not in preview:
            _note(element, *(mark for name, mark in ATTRIBUTES.items() if name in element.attrib))
    for element in ADDRESSED(page):
        if any(ASSET.match(element.get(name, "")) for name in ("href", "src")):
            _note(element, "assets")
    for element in page.xpath('//link[@rel="canonical"] | //meta[@property="og:url"]'):
        _note(element, "address")


def is_the_same_everywhere(page: HtmlElement) -> bool:
    """Tell whether nothing in the text of a located page depends on the edition."""
    return not any(set(element.get(LOCATED).split()) - {"assets"} for element in page.xpath(f"//article//*[@{LOCATED}]"))


def mark_stages(page: HtmlElement) -> None:
    """Write its stage on each tab of a stage, its panel and its entry in the contents; the Markdown of tabs has no place for it."""
    stages = {stage.label: key for key, stage in STAGES.items()}
    for tabs in page.xpath('//div[contains(@class, "tabbed-set")]'):
        labels, panels = (list(tabs.find(f'./div[@class="{name}"]')) for name in ("tabbed-labels", "tabbed-content"))
        found = [stages.get(label.text_content()) for label in labels]
        if None in found:
            continue
        anchors = [next(iter(panel.xpath("./h2/@id | ./h3/@id | ./h4/@id")), "") for panel in panels]
        for label, panel, stage in zip(labels, panels, found, strict=True):
            label.set("data-stage", stage)
            panel.set("data-stage", stage)
        tabs.set("data-block", "stage-tabs")
        for contents, entries in _contents(page, anchors):
            contents.set("data-block", "stage-contents")
            for entry, stage in zip(entries, found, strict=True):
                entry.set("data-stage", stage)


def _contents(page: HtmlElement, anchors: list[str]) -> Iterator[tuple[HtmlElement, list[HtmlElement]]]:
    """Yield each list in a table of contents in which the places of a set of tabs stand side by side, and their entries."""
    for contents in page.xpath('//ul[@data-md-component="toc"]'):
        entries = [next(iter(contents.xpath(".//li[a[@href = $address]]", address=f"#{anchor}")), None) for anchor in anchors]
        if None not in entries:
            yield entries[0].getparent(), entries


def _note(element: HtmlElement, *marks: str) -> None:
    element.set(LOCATED, " ".join(filter(None, (element.get(LOCATED), *marks))))
