"""The headings of a page's source, with their anchors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import fragment_fromstring
from markdown import markdown
from markdown.extensions.toc import slugify

from playbook.content.page import Page

PICTURE = re.compile(r"!\[")
HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<title>.+?)\s*(?:\{(?P<attributes>[^{}]*)\})?\s*$")
MARKED = re.compile(r"[\[\]*_`<&\\]")  # signs with which Markdown may mark something within a line
REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:\s")  # where a page keeps the address of a link
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
    references = "\n".join(line for line in page.body.splitlines() if REFERENCE.match(line))
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        if found := HEADING.match(line):
            title, named = _words(found["title"], references), ANCHOR.search(found["attributes"] or "")
            anchor = named[1] if named else _unused(slugify(title, "-"), taken)
            taken.add(anchor)
            yield Heading(len(found["marks"]), title, anchor, number)


def picture_texts(page: Page) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of a page's pictures: what a screen reader says in place of each, as Markdown gives it to a browser."""
    references = "\n".join(line for line in page.body.splitlines() if REFERENCE.match(line))
    for block in re.finditer(r"(?:^[^\n]*\S[^\n]*\n?)+", page.body, re.MULTILINE):
        begins = [page.body_line + page.body.count("\n", 0, block.start() + found.start()) for found in PICTURE.finditer(block[0])]
        if begins:
            shown = fragment_fromstring(markdown(f"{block[0]}\n\n{references}", extensions=["attr_list"]), create_parent="div")
            pictures = [picture.get("alt", "") for picture in shown.iter("img")]
            lines = begins if len(begins) == len(pictures) else [begins[0]] * len(pictures)
            yield from zip(lines, pictures, strict=True)


def _words(title: str, references: str) -> str:
    """Return the words of a heading as a reader sees them, without what Markdown marks: links, pictures, code, bold letters. `references`: addresses of the page's links."""
    if "{{" in title or not MARKED.search(title):
        return title
    return str(fragment_fromstring(markdown(f"{title}\n\n{references}"), create_parent="div").text_content()).strip()


def _unused(anchor: str, taken: set[str]) -> str:
    """Return an anchor as Python-Markdown numbers it when it stands there already."""
    number = 0
    while (one := f"{anchor}_{number}" if number else anchor) in taken:
        number += 1
    return one
