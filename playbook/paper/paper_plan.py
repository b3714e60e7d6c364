"""What of an edition becomes paper: its sheets and its worksheets."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from playbook.content.page import Page
from playbook.content.sheet_plan import SHEETS_FOLDER, Sheet, all_sheets
from playbook.content.worksheets import worksheets
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


def sheet_papers(pages: Iterable[Page]) -> Iterator[Paper]:
    """Yield every sheet that has a page as paper."""
    there = {page.path.removesuffix(".md") for page in pages}
    for sheet in all_sheets():
        if (path := f"{SHEETS_FOLDER}/{sheet.stem}") in there:
            yield Paper(path, "toolkit", read_sheet, 1 if sheet.handout else 2, sheet)


def worksheet_papers(pages: Iterable[Page]) -> Iterator[Paper]:
    """Yield every worksheet as paper."""
    for page in worksheets(pages):
        yield Paper(page.path.removesuffix(".md"), page.origin, read_worksheet)
