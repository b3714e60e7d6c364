"""What of an edition becomes paper: its sheets and its worksheets."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from playbook.content.page import Page
from playbook.content.sheet_plan import SHEETS_FOLDER, Sheet, all_sheets
from playbook.content.wording.own_audiences import own_audiences
from playbook.content.worksheets import OPENER, worksheets
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.edition import Edition
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Document
from playbook.paper.html_reader import read_sheet, read_worksheet


@dataclass(frozen=True)
class Paper:
    """What one page becomes on paper: `path` in docs/, without .md; whose foot it carries; how the page is read; how many sides it has."""

    path: str
    origin: str
    read: Callable[[BuiltPage], Document]
    sides: int | None = None
    sheet: Sheet | None = None
    author: str = ""  # whom a local page names

    @property
    def source(self) -> str:
        """The page of docs/ that it is made from, without .md."""
        return f"{SHEETS_FOLDER}/{replace(self.sheet, audience=self.sheet.like).stem}" if self.sheet and self.sheet.like else self.path


def sheet_papers(edition: Edition, pages: Iterable[Page]) -> Iterator[Paper]:
    """Yield every sheet of an edition that has a page, or is made from one, as paper."""
    there = {page.path.removesuffix(".md") for page in pages}
    for sheet in all_sheets({key: own.like.key for key, own in own_audiences(edition.region).items()}):
        paper = Paper(f"{SHEETS_FOLDER}/{sheet.stem}", "toolkit", read_sheet, 1 if sheet.handout else 2, sheet)
        if paper.source in there:
            yield paper


def worksheet_papers(pages: Iterable[Page]) -> Iterator[Paper]:
    """Yield every worksheet as paper."""
    for page in worksheets(pages):
        read = partial(_read_local, page) if page.origin == "local" else read_worksheet
        yield Paper(page.path.removesuffix(".md"), page.origin, read, author=page.author)


def _read_local(source: Page, page: BuiltPage) -> Document:
    """Return a local worksheet. ProblemsFound names its source, for nobody but its writer can mend it."""
    try:
        return read_worksheet(page)
    except ProblemsFound as found:
        remedy = "take that out, or take out at_a_glance, and the page has no PDF and Word file"
        line = source.body_line + next((number for number, text in enumerate(source.body.splitlines()) if OPENER.search(text)), 0)
        raise ProblemsFound(Problem(source.name, f"{problem.message}; {remedy}", line) for problem in found.problems) from None
