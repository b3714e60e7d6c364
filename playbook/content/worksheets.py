"""Worksheets: the pages of docs/team/, and local pages that open at a glance, worked with on screen, as PDF and as Word file; one of them is the deck, too."""

import re
from collections.abc import Iterable, Iterator

from playbook.content.page import LOCAL, Page
from playbook.files.diagnostics import Problem

WORKSHEETS_FOLDER = "team"
SLIDES_PAGE = "team/slides"  # in docs/, without .md
SLIDES_SUFFIX = ".pptx"
SLIDE_LAYOUTS = ("title", "points", "diagram", "columns", "gains", "figures", "closing")
OPENER = re.compile(r"\{\{ *at_a_glance\(")
FILES = re.compile(r"\{\{ *slide_files\(")  # may stand before it: what the page is for
TITLE = re.compile(r"# \S")


def deck_file(stage: str) -> str:
    """Return the name of the file that holds a stage's slides."""
    return f"slides-{stage}{SLIDES_SUFFIX}"


def worksheets(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the worksheets among the pages: all of the folder but its index, and every local page that calls at_a_glance."""
    return (page for page in pages if _is_worksheet(page))


def _is_worksheet(page: Page) -> bool:
    if page.path.startswith(LOCAL):
        return bool(OPENER.search(page.body))
    return page.path.startswith(f"{WORKSHEETS_FOLDER}/") and page.path != f"{WORKSHEETS_FOLDER}/index.md"


def glance_problems(pages: Iterable[Page]) -> list[Problem]:
    """Return which worksheets do not open, under their title, with who, how long, what is needed, what comes of it and what is next."""
    return [
        Problem(
            page.name, 'does not open with {{ at_a_glance(who="…", time="…", need="…", leave_with="…", next="…") }}; put it under the title', page.body_line
        )
        for page in worksheets(pages)
        if not _opens_at_a_glance(page)
    ]


def _opens_at_a_glance(page: Page) -> bool:
    lines = (line for line in page.body.splitlines() if line.strip() and not FILES.match(line))
    title, first = next(lines, ""), next(lines, "")
    return bool(TITLE.match(title) and OPENER.match(first))
