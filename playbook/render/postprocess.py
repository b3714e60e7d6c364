"""A page that MkDocs wrote, finished: valid HTML, joined assets, no idle blanks, and the site's policy. It works on the parsed page, never on its text."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

PREFORMATTED = ("pre", "textarea")  # in whatever these hold, blanks count, such as the indents of a region file
EXACT = {"pre", "textarea", "script", "style", "template"}  # elements in which blanks count, or nothing is shown
BLANKS = re.compile(r"\s*\n\s*")


def remove_hints(page: HtmlElement) -> None:
    """Take out what makes Firefox fetch the next page ahead, which the policy forbids; no reader is shown it."""
    for link in page.xpath('//link[@rel="next" or @rel="prev"]'):
        link.getparent().remove(link)


def mend_theme(page: HtmlElement) -> None:
    """Take out what the Nu HTML checker finds invalid in the theme's menu: an empty `tabindex`, and a label for a control that is not there."""
    for label in page.xpath('//label[@tabindex=""]'):
        del label.attrib["tabindex"]
    if not page.xpath('//*[@id="__toc"]'):
        for label in page.xpath('//label[@for="__toc"]'):
            del label.attrib["for"]


def tighten(page: HtmlElement) -> None:
    """Fold blanks around line breaks into one break; between header and article, where menus stand and no sentence does, take the breaks out."""
    exact = {element for outer in page.iter(*PREFORMATTED) for element in outer.iter()}
    for element in page.iter():
        if element.text and element not in exact and element.tag not in EXACT:
            element.text = BLANKS.sub("\n", element.text)
        if element.tail and (element not in exact or element.getparent() not in exact):
            element.tail = BLANKS.sub("\n", element.tail)
    for element in _frame(page):
        if isinstance(element.tag, str) and element.tag not in EXACT and element.text and not element.text.strip():
            element.text = None
        if element.tail and not element.tail.strip():
            element.tail = None


def _frame(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements from the header up to the article."""
    inside = False
    for element in page.iter():
        if element.tag == "header":
            inside = True
        elif element.tag == "article":
            return
        if inside:
            yield element
