"""Words of the tool on a page of ours or of a region that stand outside a part which says whose they are."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from lxml.html import HtmlElement

from playbook.content.point_spec import point_specs
from playbook.content.point_text import VALUE
from playbook.output.html_page import BuiltPage, plain

LONGEST = 200  # characters that a value, or wording by stage, may have within a sentence
CREDITED = '//article//*[contains(concat(" ", normalize-space(@class), " "), " origin-part ") and @data-origin="toolkit"]'
# what such a credit speaks for: the innermost of these around it
PARTS = "ancestor::*[self::blockquote or self::figure or self::section or contains(concat(' ', normalize-space(@class), ' '), ' message ')][1]"
REMEDY = "quote it with {{ lines(…) }}, which says whose it is"
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2013": "-", "\u2014": "-"})


def uncredited_messages(page: BuiltPage, adapted: Collection[str]) -> Iterator[str]:
    """Yield each line of the tool, each link to a point quoted and each chart of its figures that stands without its credit.

    `adapted`: sentences of the tool, with VALUE where editions differ.
    """
    credited = {part for credit in page.root.xpath(CREDITED) for part in credit.xpath(PARTS) or _starred(credit)}
    text = folded("".join(part for article in page.root.xpath("//article") for part in _texts(article, credited)))
    for line in adapted:
        if _pattern(line).search(text):
            yield f"holds a point of the tool under the credit of ours: “{line}”; {REMEDY}"
    for link in page.by_class("point-id"):
        point = link.get("href", "").rpartition("#")[2]
        if point in point_specs() and point_specs()[point].origin == "toolkit" and not credited.intersection(link.iterancestors()):
            yield f"quotes {point.upper()} without the tool's credit in words; {REMEDY}, on lines of its own"
    for chart in page.by_class("shares"):
        if chart not in credited and not credited.intersection(chart.iterancestors()):
            yield "shows the tool's figures without its credit in words; show them with {{ shares_chart() }}, on a line of its own"


def folded(text: str) -> str:
    """Return text without what only its look differs by: case, kinds of quotes, dashes and blanks, signs that nobody sees."""
    seen = (
        sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf" and not "\ufe00" <= sign <= "\ufe0f" and sign != "\u034f"
    )
    return plain("".join(seen).translate(QUOTES)).casefold()


def _starred(credit: HtmlElement) -> list[HtmlElement]:
    """Return the paragraphs that the note under an invitation's words speaks for: those before it that end in its star."""
    before = credit.xpath("preceding-sibling::p") if plain(credit.text_content()).startswith("*") else []
    return [paragraph for paragraph in before if plain(paragraph.text_content()).endswith("*")]


@cache
def _pattern(line: str) -> re.Pattern[str]:
    """Return what finds a line in folded text."""
    return re.compile(rf".{{0,{LONGEST}}}?".join(re.escape(folded(piece)) for piece in line.split(VALUE)))


def _texts(element: HtmlElement, without: Collection[HtmlElement]) -> Iterator[str]:
    """Yield the text in an element, but for what stands in parts of it."""
    if element in without or not isinstance(element.tag, str):
        yield " "
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child, without)
        yield child.tail or ""
