"""The whole book of an edition as one PDF: contents, page numbers, and at the foot of each part the credit of its origin."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook.content import attribution
from playbook.content.page import Page
from playbook.credit.credit_check import kind_of
from playbook.files.diagnostics import ProblemsFound
from playbook.model.edition import Edition
from playbook.output.html_page import BuiltPage
from playbook.output.paper_cache import code
from playbook.paper.html_reader import read_article
from playbook.paper.pdf import PAPER_SIZES, logo_beside, set_blocks
from playbook.paper.typst_compiler import compiled
from playbook.paper.typst_text import typst_string

BOOK_FILE = "support-team-playbook.pdf"
TITLE = "Support Team Playbook"
PARTS = ("talking-points/", "team/", "about/source-and-terms", "about/glossary")  # what is read as a book, in this order


@dataclass(frozen=True)
class Book:
    """The book of an edition, to be set."""

    source: str
    today: date
    name: str

    @property
    def key(self) -> str:
        """A digest of all that it is made from."""
        return hashlib.sha256(f"{self.source}{self.today}{code()}".encode()).hexdigest()

    def write(self, path: Path) -> None:
        """Write it as PDF."""
        path.write_bytes(compiled(self.source, self.today, self.name))


def book_pages(pages: list[Page]) -> list[Page]:
    """Return the pages of the book in their order: the tool's four questions follow its introduction."""
    order = ["index", "what-are-you-up-to", "what-they-are", "what-is-in-it", "next-steps"]

    def place(page: Page) -> tuple[int, int, str]:
        stem = page.path.rpartition("/")[2].removesuffix(".md")
        part = next(i for i, start in enumerate(PARTS) if page.path.startswith(start))
        return part, order.index(stem) if stem in order else len(order), page.path

    return sorted((page for page in pages if page.path.startswith(PARTS)), key=place)


def book_source(pages: list[Page], edition: Edition, pages_built: Mapping[str, BuiltPage], line: str, paper: str, logo: Path | None = None) -> str:
    """Return the typst source of the book of an edition, whose pages are given by their addresses; `logo`: the official one.

    ProblemsFound names every page that cannot be set.
    """
    problems, parts = [], []
    for page in book_pages(pages):
        name = f"{edition.path}{page.url}"
        try:
            built = pages_built[page.url]
            body = set_blocks(read_article(built), name)
        except ProblemsFound as found:
            problems += found.problems
            continue
        listed = "false" if page.path.endswith("glossary.md") else "true"  # its words would flood the contents
        parts.append(
            f"#part({typst_string(attribution.foot(kind_of(built, page.origin), edition.region, page.origin))}, {typst_string(line)}, listed: {listed})[\n{body}\n]"
        )
    if problems:
        raise ProblemsFound(problems)
    where = edition.region.region_long or edition.region.region if edition.region else "for any region"
    first = f"#title-page({typst_string(TITLE)}, {typst_string(where)}, {typst_string(line)})\n#pagebreak()\n#outline(title: [Contents], depth: 2)"
    front = f"#part({typst_string(attribution.foot(attribution.MIXED, edition.region))}, {typst_string(line)})[\n{first}\n]"
    title = f"{TITLE} · {edition.region.region}" if edition.region else TITLE
    settings = f"title: {typst_string(title)}, description: {typst_string('The whole playbook of this edition')}, paper: {typst_string(PAPER_SIZES[paper])}"
    return f'#import "/playbook/paper/sheet.typ": *\n{logo_beside(logo)}#show: book.with({settings})\n' + "\n#pagebreak(weak: true)\n".join([front, *parts])
