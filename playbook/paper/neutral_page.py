"""A built page with neutral words in the place of a region's values, to learn which of them makes it too long."""

import copy
from collections.abc import Collection

import lxml.html

from playbook.model.region_fields import text_of
from playbook.output.html_page import BuiltPage

OWN_POINT = "points."  # begins the key of a point in the region's own words
IN_OWN_WORDS = '//article//*[self::li or self::p][@data-point][.//*[contains(@class, "own-origin")]]'


def fields_of(page: BuiltPage) -> list[str]:
    """Return the fields of the region that stand, not hidden, on the paper of a page; `convener` for whom to call, `points.s12` for a point in its words."""
    shown = [element.get("data-field") for element in page.root.xpath("//article//*[@data-field][not(ancestor-or-self::*[@hidden])]")]
    own = [f"{OWN_POINT}{holder.get('data-point')}" for holder in page.root.xpath(IN_OWN_WORDS)]
    return list(dict.fromkeys(shown + own + ["convener"] * bool(page.by_class("sheet-call"))))


def neutral(page: BuiltPage, keys: Collection[str]) -> BuiltPage:
    """Return a page with neutral words in the place of what the region gives for these fields."""
    root = copy.deepcopy(page.root)
    for element in root.xpath("//*[@data-field]"):
        if element.get("data-field") in keys:
            element[:], element.text = [], text_of(None, element.get("data-field"), element.get("data-at", ""))
    for holder in root.xpath(IN_OWN_WORDS):
        if f"{OWN_POINT}{holder.get('data-point')}" in keys:
            holder.drop_tree()
    for part in root.xpath('//*[@class="sheet-call"]/*[self::p or self::div]') if "convener" in keys else ():
        if part.get("class"):
            part.attrib.pop("hidden", None)
        else:
            part.drop_tree()
    return BuiltPage.of(lxml.html.tostring(root, encoding="unicode"), page.name)


def length_of(page: BuiltPage, key: str) -> int:
    """Return how many characters a field takes on a page."""
    if key.startswith(OWN_POINT):
        return sum(len(holder.text_content()) for holder in page.root.xpath(IN_OWN_WORDS) if key == f"{OWN_POINT}{holder.get('data-point')}")
    calls = page.by_class("sheet-call") if key == "convener" else []
    return sum(len(element.text_content()) for element in (*page.root.xpath("//article//*[@data-field=$key]", key=key), *calls))
