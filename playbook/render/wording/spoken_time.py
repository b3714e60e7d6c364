"""By how many words the talks on a page grow or shrink in a region's own words, counted from the words that stand there."""

from collections import Counter

from lxml.html import HtmlElement

from playbook.content.reading_time import words_of
from playbook.render.wording.point_marks import parts_of

Count = Counter[tuple[object, str]]


class Spoken:
    """The words of a page's points, counted before and after: at their own places by id, elsewhere by the quotation or side of a sheet around them."""

    def __init__(self, page: HtmlElement, holders: list[HtmlElement]):
        self.page = page
        self.before = _counted(holders)
        self.after: Count = Counter()

    def count_again(self, holders: list[HtmlElement]) -> None:
        """Count what stands there now."""
        self.after = _counted(holders)

    def growth(self, element: HtmlElement) -> int:
        """Return by how many words the talk grew that an element with `data-said` tells the length of."""
        ids = element.get("data-points", "").split()
        places: list[object] = list(ids) or [_around(element)]
        parts = ("say",) if element.get("data-way") == "say" else ("say", "more")
        return sum(self.after[place, part] - self.before[place, part] for place in places for part in parts)


def _counted(holders: list[HtmlElement]) -> Count:
    found: Count = Counter()
    for holder in holders:
        place = holder.get("data-beside") or holder.get("id") or _around(holder)
        if place is not None and not _is_hidden(holder):
            for name, part in parts_of(holder).items():
                found[place, name] += words_of(part.text_content())
    return found


def _around(element: HtmlElement) -> HtmlElement | None:
    """Return the quotation, or the side of a sheet, that an element stands in."""
    return next((around for around in element.iterancestors() if around.tag == "blockquote" or around.get("class") == "sheet-side"), None)


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or any("hidden" in around.attrib for around in element.iterancestors("p", "div", "li", "section"))
