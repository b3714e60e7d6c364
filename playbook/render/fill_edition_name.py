"""Whose edition a page belongs to, said at its top, on the front page, and where no page is."""

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.model.formatting import capitalized
from playbook.render.fill_marks import logo_address
from playbook.render.localization import Localization
from playbook.render.tree_edit import put_text

FORM, EDITIONS = "localize/your-words.html", "editions.html"


def fill_edition_bar(element: HtmlElement, values: Localization, _: str) -> None:
    """The bar at the top of every page: the region, what it is, and the way to others."""
    region = values.region
    change = element[1]
    if FORM in values.absent:
        element.attrib.pop("data-form", None)
    if region:
        change.text = "Change region"
    elif FORM not in values.absent and not any(
        edition.region and not edition.region.example for edition in values.catalog.editions
    ):  # nothing but examples to choose from
        change.set("href", change.get("href", "").replace(EDITIONS, FORM))
        change.text = "Put in my region"
    if not region:
        return
    element.set("data-region", region.region)
    element.set("data-general", next(edition.path for edition in values.catalog.editions if not edition.region))  # from the site's top
    name = element[0]
    put_text(name[0], capitalized(region.region))
    put_text(name[1], values.summary)
    if region.logo:
        known = region.logo.alt in (region.region, region.partnership)  # what stands beside it need not be said twice
        logo = Element("img", {"class": "region-logo edition-logo", "src": logo_address(element, values), "alt": "" if known else region.logo.alt})
        logo.tail = "\n"
        element.insert(0, logo)
    if region.example:
        example = etree.SubElement(name, "span", {"class": "edition-part edition-example"})
        example.text, example.tail = "fictional example", "\n"
        name.insert(1, example)


def fill_edition_name(element: HtmlElement, values: Localization, _: str) -> None:
    """The page that is shown where none is says whose site it is."""
    if values.region:
        put_text(element, values.region.region + (" · fictional example" if values.region.example else ""))


def fill_home_edition(element: HtmlElement, values: Localization, _: str) -> None:
    """The line under the doors of the front page, with the region's logo."""
    region = values.region
    if not region:
        return
    said = element[0]
    strong = said[0]
    put_text(strong, region.region)
    strong.tail = ": "
    summary = etree.SubElement(said, "span", {"data-own": "summary"})
    summary.text, summary.tail = values.summary, "."
    if region.example:
        summary.tail = None
        example = etree.SubElement(said, "span", {"data-own": "example"})
        example.text, example.tail = " · fictional example", "."
    if region.logo:
        logo = Element("img", {"class": "region-logo", "src": f"region-logo.{region.logo.file.rsplit('.', 1)[-1].lower()}", "alt": region.logo.alt})
        logo.tail = "\n"
        element.insert(0, logo)
