"""What each simple mark of a page asks for, put there for one edition. marks.py lists them."""

from lxml.etree import SubElement
from lxml.html import HtmlElement

from playbook.content.reading_time import Length, duration_in_words
from playbook.model.formatting import capitalized
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region, without_meetings
from playbook.model.region_fields import value_of
from playbook.model.stage import NOW, STAGES
from playbook.render.localization import Localization
from playbook.render.marks import AT_TOP
from playbook.render.tree_edit import drop, hide, put_text


def has(values: Localization, key: str) -> bool:
    """Tell whether the edition gives a value, or one of several."""
    return any(value_of(values.region, one) for one in key.split())


def put_field(element: HtmlElement, values: Localization) -> None:
    """`data-field`: a value as it reads in a sentence, on a link its address, too; `data-at` says in which voice; `data-passed` holds it for the day after its meeting."""
    text, passed = values.text(element.get("data-field", ""), element.get("data-at", ""))
    put_text(element, capitalized(text) if element.get("data-capital") is not None else text)
    if element.tag == "a" and (address := value_of(values.region, element.get("data-field", ""))):
        element.set("href", str(address))
        for name in ("role", "aria-disabled"):  # what a link has while it leads nowhere
            element.attrib.pop(name, None)
    if passed is None:
        element.attrib.pop("data-passed", None)
    else:
        element.set("data-passed", passed)


def count_words(element: HtmlElement, values: Localization, growth: int = 0) -> None:
    """`data-said`: how many words a talk has, or how long it takes, by the stage's length (`data-planning` ..., else `data-length`).

    `growth`: by how many words it grew in the region's own words.
    """
    if not values.stage:
        return
    own, *fields = (element.get(f"data-{values.stage}") or element.get("data-length") or "0").split()
    length = Length(int(own), tuple(fields))

    def said(region: Region | None) -> str:
        count = length.count(region) + growth
        return str(count) if element.get("data-said") == "words" else duration_in_words(count)

    put_text(element, said(values.region))
    named = {name.partition(".")[0] for name in fields}
    dated = [key for key in MEETINGS if key in named and values.region and getattr(values.region, key).date and not getattr(values.region, key).repeats]
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
    """`data-stage-label`: a stage's name; the edition's own says on screen that it is now."""
    key = element.get("data-stage-label", "")
    put_text(element, STAGES[key].label)
    if key == values.stage:
        SubElement(element, "span", {"class": "screen-only"}).text = NOW


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
    """`data-own="example"`: said by fictional editions only; `"logo"`: the region's own logo, on a sheet."""
    if element.get("data-own") not in ("example", "logo"):
        return
    if element.get("data-own") == "logo":
        _put_logo(element, values)
    elif values.region and values.region.example:
        hide(element, False)
    else:
        drop(element)


def logo_address(element: HtmlElement, values: Localization) -> str:
    """Return the address of the region's logo, seen from the page of an element; the edition bar's link tells how deep the page lies."""
    ways = element.getroottree().xpath('//*[@data-block="edition-bar"]/a/@href')
    up = ways[0].removeprefix(values.edition.to_top).rpartition("/")[0] if ways else ".."
    file = values.region.logo.file if values.region and values.region.logo else ""
    return f"{up}/region-logo.{file.rpartition('.')[2].lower()}".removeprefix("/")


def _put_logo(element: HtmlElement, values: Localization) -> None:
    logo = values.region.logo if values.region else None
    if logo:
        SubElement(element, "img", {"class": "region-logo", "src": logo_address(element, values), "alt": logo.alt})
        hide(element, False)
    else:
        drop(element)


def name_edition(element: HtmlElement, values: Localization) -> None:
    """`data-edition`: the slug, by which a browser keeps apart what editions keep on a device."""
    element.set("data-edition", values.edition.slug)


def lead_to_top(element: HtmlElement, values: Localization) -> None:
    """`assets`: an address of what all editions share, at the top of the site: assets and the list of editions."""
    for name in ("href", "src"):
        if (address := element.get(name)) and AT_TOP.match(address):
            element.set(name, values.edition.to_top + address)


def say_address(element: HtmlElement, values: Localization) -> None:
    """`address`: the page's own address on the web, of which the site's address is the beginning."""
    top = (values.catalog.site.site_url or "").rstrip("/") + "/"
    name = "href" if "href" in element.attrib else "content"
    element.set(name, f"{top}{values.edition.path}{element.get(name, '').removeprefix(top)}")
