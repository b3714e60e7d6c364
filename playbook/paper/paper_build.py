"""An edition's paper: every sheet and worksheet as PDF and Word, made from the pages that the edition shows; all sheets in one archive; slides."""

import hashlib
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.sheet_plan import SHEETS_FOLDER
from playbook.credit.credit_check import kind_of
from playbook.files.diagnostics import ProblemsFound
from playbook.model.edition import Edition
from playbook.model.site_config import Site
from playbook.output.archive import write_archive
from playbook.output.html_page import BuiltPage
from playbook.output.paper_cache import digest, keep
from playbook.paper.book import BOOK_FILE, TITLE, Book, book_source
from playbook.paper.document import Document
from playbook.paper.docx.writer import write_word
from playbook.paper.fit import Fitted, Measure, TooLong, fitted
from playbook.paper.imprint import Imprint
from playbook.paper.overflow import Overflow, TooLongPage, merged, overflows
from playbook.paper.paper_credit import edition_feet, edition_footer, foot_of, is_letter, letter_footer, logo_file
from playbook.paper.paper_plan import Paper, sheet_papers, worksheet_papers
from playbook.paper.paper_validation import book_messages
from playbook.paper.published_papers import paper_messages
from playbook.paper.slides.deck_build import read_decks, write_decks

ARCHIVE = "all-sheets.zip"


def make_papers(project: Path, site: Site, edition: Edition, place: Path, today: date, built: Mapping[str, BuiltPage]) -> Generator[tuple[int, int], None, int]:
    """Write the PDF, Word and PowerPoint files of an edition that stands in the folder `place`; return how many. ProblemsFound for what cannot be set.

    It reads all pages, then yields before each paper, for the typesetter remembers most of one that it has just set for another edition. `built`: pages
    by their addresses, whose parsed documents are released. Files of the edition at the top of the site are read whole and PDF files held against PDF/UA-1,
    which typst does, too: others differ in values alone, so their sides are counted and the feet of Word files read. `check --publish` and `check site` read all.
    """
    if not any(url.startswith(f"{SHEETS_FOLDER}/") for url in built):
        return 0
    pages = load_pages(project)[0]
    printing = _Printing(project, site, edition, place, today, built)
    sheets = printing.read(sheet_papers(edition, pages))
    worksheets = printing.read(paper for paper in worksheet_papers(pages) if f"{paper.path}.html" in built)
    imprint = Imprint("", edition_footer(edition), site.paper, today, logo_beside=logo_file(project, site), region_logo=printing.region_logo)
    book = Book(book_source(project, pages, edition, built, imprint, site.name or TITLE), today, f"{edition.path}{BOOK_FILE}")
    decks = read_decks(project, edition, place, built)
    for page in built.values():
        page.release()
    made = yield from printing.all_printed(0, sheets)
    write_archive([file for files in made for file in files], place / SHEETS_FOLDER / ARCHIVE, today)
    made += yield from printing.all_printed(1, worksheets)
    yield 2, 0
    keep(project, book.key, place / BOOK_FILE, book.write, partial(book_messages, feet=edition_feet(edition), form=not edition.path), book.name)
    write_decks(project, site, edition, decks, today)
    return sum(map(len, made)) + 1 + len(decks)


class _TooLong(Exception):
    """One paper is too long for its sides; `args`: what makes it so."""


@dataclass(frozen=True)
class _Leaf:
    """One page as it was read, to be written as PDF and Word in the same typesetting."""

    paper: Paper
    page: BuiltPage
    document: Document
    imprint: Imprint

    @cached_property
    def fit(self) -> Fitted:
        """How the document fits its sides; set once, if anything is to be made. TooLong."""
        return fitted(self.document, self.imprint)

    def write(self, path: Path) -> None:
        """Write it as what the file's name ends with."""
        if path.suffix == ".pdf":
            path.write_bytes(self.fit.pdf)
        else:
            write_word(self.document, self.imprint, path, self.fit.typesetting)


@dataclass(frozen=True)
class _Printing:
    """One edition on its way to paper."""

    project: Path
    site: Site
    edition: Edition
    place: Path
    today: date
    built: Mapping[str, BuiltPage]

    def read(self, papers: Iterable[Paper]) -> list[_Leaf]:
        """Read pages. ProblemsFound for what cannot be put on paper."""
        pages = ((paper, self.built[f"{paper.path}.html"]) for paper in papers)
        return [_Leaf(paper, page, paper.read(page), self._imprint(paper, page)) for paper, page in pages]

    def all_printed(self, group: int, leaves: Iterable[_Leaf]) -> Generator[tuple[int, int], None, list[tuple[Path, Path]]]:
        """Write pages as PDF and Word. ProblemsFound names all that makes one too long for its sides."""
        made, found = [], list[Overflow]()
        for number, leaf in enumerate(leaves):
            yield group, number
            try:
                made.append(self.printed(replace(leaf)))  # a copy, with which its files go
            except _TooLong as long:
                found += long.args
        if found:
            raise ProblemsFound(merged(found))
        return made

    def printed(self, leaf: _Leaf) -> tuple[Path, Path]:
        """Write one page as PDF and Word, or take what the same inputs gave before."""
        made = self.place / f"{leaf.paper.path}.pdf", self.place / f"{leaf.paper.path}.docx"
        look = partial(paper_messages, leaf.paper, project=self.project, foot=leaf.imprint.foot, form=not self.edition.path)
        try:
            key = self._key(leaf)
            for path in made:
                keep(self.project, key, path, leaf.write, look, leaf.document.page)
        except TooLong:
            pages = load_pages(self.project)[0]
            source = next(found for found in pages if found.url == f"{leaf.paper.source}.html")
            long = TooLongPage(self.project, self.edition, leaf.page, leaf.paper, source, pages, Measure(leaf.imprint))
            raise _TooLong(*overflows(long)) from None
        return made

    def _imprint(self, paper: Paper, page: BuiltPage) -> Imprint:
        site, sheet, logo = self.site, paper.sheet, logo_file(self.project, self.site)
        in_foot, beside = (logo, None) if kind_of(page, paper.origin) == "toolkit" else (None, logo)  # on a mixed page it stands beside the adapted parts
        name = (sheet.stem if sheet.handout else sheet.audience) if sheet else ""  # a partner keeps the handout; to say is what is current
        web = f"{site.site_url.rstrip('/')}/{self.edition.path}{SHEETS_FOLDER}/{name}.html" if site.site_url and name else ""
        return Imprint(
            foot_of(page, paper.origin, self.edition, paper.author),
            (letter_footer if is_letter(page) else edition_footer)(self.edition),
            site.paper,
            self.today,
            web,
            in_foot,
            beside,
            self.region_logo,
        )

    @property
    def region_logo(self) -> Path | None:
        """The region's own logo, if it has one."""
        given = self.edition.region.logo if self.edition.region else None
        return self.project / self.edition.folder / given.file if given else None

    def _key(self, leaf: _Leaf) -> str:
        """Return a digest of all that a page's papers are made from; not of where the project lies."""
        imprint = leaf.imprint
        pictures = [hashlib.sha256(logo.read_bytes()).hexdigest() if logo else None for logo in (imprint.logo or imprint.logo_beside, imprint.region_logo)]
        return digest(leaf.document, replace(imprint, logo=None, logo_beside=None, region_logo=None), pictures)
