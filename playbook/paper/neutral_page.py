"""A built page with neutral words in the place of a region's values, to learn which of them makes it too long."""

import copy
from collections.abc import Collection

import lxml.html

from playbook.model.region_fields import text_of
from playbook.output.html_page import BuiltPage


def fields_of(page: BuiltPage) -> list[str]:
    """Return the fields of the region that stand, not hidden, on the paper of a page; `convener` for whom to call."""
    shown = [element.get("data-field") for element in page.root.xpath("//article//*[@data-field][not(ancestor-or-self::*[@hidden])]")]
    return list(dict.fromkeys(shown + ["convener"] * bool(page.by_class("sheet-call"))))


def neutral(page: BuiltPage, keys: Collection[str]) -> BuiltPage:
    """Return a page with neutral words in the place of what the region gives for these fields."""
    root = copy.deepcopy(page.root)
    for element in root.xpath("//*[@data-field]"):
        if element.get("data-field") in keys:
            element[:], element.text = [], text_of(None, element.get("data-field"), element.get("data-at", ""))
    for part in root.xpath('//*[@class="sheet-call"]/*[self::p or self::div]') if "convener" in keys else ():
        if part.get("class"):
            part.attrib.pop("hidden", None)
        else:
            part.drop_tree()
    return BuiltPage.of(lxml.html.tostring(root, encoding="unicode"), page.name)


def length_of(page: BuiltPage, key: str) -> int:
    """Return how many characters a field takes on a page."""
    calls = page.by_class("sheet-call") if key == "convener" else []
    return sum(len(element.text_content()) for element in (*page.root.xpath("//article//*[@data-field=$key]", key=key), *calls))
