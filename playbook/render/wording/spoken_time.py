"""By how many words the talks on a page grow or shrink in a region's own words, counted from the words that stand there."""

from collections import Counter
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from playbook.content.reading_time import words_of
from playbook.render.wording.point_marks import parts_of

AROUND = etree.XPath('ancestor::*[self::blockquote or @class="sheet-side"][1]')
HIDDEN = etree.XPath("boolean(ancestor-or-self::*[@hidden][self::p or self::div or self::li or self::section])")
Count = Counter[tuple[object, str]]


class Spoken:
    """The words of a page's points, counted before and after: at their own places by id, elsewhere by the quotation or side of a sheet around them."""

    def __init__(self, holders: list[HtmlElement]):
        self.held = holders  # so that what stands around them stays one and the same
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
                found[place, name] += _words_in(part.text_content())
    return found


def _around(element: HtmlElement) -> HtmlElement | None:
    """Return the quotation, or the side of a sheet, that an element stands in."""
    return next(iter(AROUND(element)), None)


def _is_hidden(element: HtmlElement) -> bool:
    return bool(HIDDEN(element))


@lru_cache(20_000)
def _words_in(text: str) -> int:
    """Return how many words a text has; points stand on many pages."""
    return words_of(text)
