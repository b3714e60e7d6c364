"""The headings of a page's source, with their anchors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify

from playbook.content.page import Page

HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<title>.+?)\s*(?:\{(?P<attributes>[^{}]*)\})?\s*$")
ANCHOR = re.compile(r"#([\w-]+)")


@dataclass(frozen=True)
class Heading:
    """One heading: its level (1 to 6), its words, its anchor, and its line in the file."""

    level: int
    title: str
    anchor: str
    line: int


def headings(page: Page) -> Iterator[Heading]:
    """Yield a page's headings in order. What macros write is not among them."""
    taken: set[str] = set()
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        if found := HEADING.match(line):
            named = ANCHOR.search(found["attributes"] or "")
            anchor = named[1] if named else _unused(slugify(found["title"], "-"), taken)
            taken.add(anchor)
            yield Heading(len(found["marks"]), found["title"], anchor, number)


def _unused(anchor: str, taken: set[str]) -> str:
    """Return an anchor as Python-Markdown numbers it when it stands there already."""
    number = 0
    while (one := f"{anchor}_{number}" if number else anchor) in taken:
        number += 1
    return one
