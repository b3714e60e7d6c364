"""What is wrong with the papers of an edition that was built: every PDF and Word file and the book are read."""

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from lxml.etree import ParserError

from playbook.content.page import load_pages
from playbook.content.worksheets import SLIDES_PAGE, SLIDES_SUFFIX
from playbook.files.diagnostics import Problem
from playbook.model.edition import Edition
from playbook.output.html_page import BuiltPage
from playbook.output.paper_cache import checked
from playbook.output.site_manifest import listed_digests
from playbook.paper.book import BOOK_FILE as BOOK
from playbook.paper.paper_credit import edition_feet, foot_of
from playbook.paper.paper_plan import Paper, sheet_papers, worksheet_papers
from playbook.paper.paper_validation import book_messages, pdf_messages, word_messages
from playbook.paper.slides.deck_build import deck_feet, deck_files
from playbook.paper.slides.deck_validation import deck_messages


def is_paper(name: str) -> bool:
    """Tell whether a file is of a kind that only a build with papers makes."""
    return name.endswith((".pdf", ".docx", ".zip", SLIDES_SUFFIX))


def without_papers(folder: Path, places: Mapping[str, str]) -> list[str]:
    """Return the editions that a build made no papers for, by slug; `places` of all that a built folder holds, by slug."""
    return [slug for slug, place in places.items() if (listed := listed_digests(folder / place)) and BOOK not in listed]


def no_papers(name: str, bare: list[str], *, whole: bool) -> list[Problem]:
    """Return the one problem of a built folder, `name`, that holds no papers of the editions `bare`, by slug; `whole`: these are all."""
    of = "" if whole else f" of {', '.join(slug or 'the general edition' for slug in bare)}"
    message = (
        f"holds no PDF, Word and PowerPoint files{of}: it was built with --pages-only, for a quick look; build it without (make site), then check it again"
    )
    return [Problem(name, message)] if bare else []


def paper_problems(project: Path, edition: Edition, place: Path, absent: Collection[str] = ()) -> list[Problem]:
    """Return what is wrong with the papers of an edition that stands in the folder `place`; `absent`: the addresses of pages that it does without."""
    book = checked(project, place / BOOK, f"{edition_feet(edition)}", partial(book_messages, place / BOOK, edition_feet(edition)))
    problems = [Problem(f"{edition.path}{BOOK}", f"{message} (source: docs/)") for message in book]
    pages = load_pages(project)[0]
    for paper in (*sheet_papers(edition, pages), *worksheet_papers(pages)):
        if f"{paper.path}.html" in absent:
            continue
        try:
            foot = foot_of(BuiltPage(place / f"{paper.path}.html", ""), paper.origin, edition, paper.author)
        except (OSError, ValueError, ParserError):  # a page that is missing or damaged, which is said of the page
            continue
        for suffix in (".pdf", ".docx"):
            found = paper_messages(paper, place / f"{paper.path}{suffix}", project=project, foot=foot)
            problems += [Problem(f"{edition.path}{paper.path}{suffix}", f"{message} (source: docs/{paper.path}.md)") for message in found]
    for file in deck_files(place):
        feet = deck_feet(edition)
        messages = checked(project, file, f"{feet}", partial(deck_messages, file, feet))
        problems += [Problem(f"{edition.path}{file.relative_to(place).as_posix()}", f"{message} (source: docs/{SLIDES_PAGE}.md)") for message in messages]
    return problems


def paper_messages(paper: Paper, file: Path, *, project: Path, foot: str, form: bool = True) -> list[str]:
    """Return what is wrong with one PDF or Word file. `foot`: what its sides say at the foot; `form`: whether all of it is read, and a PDF file held against PDF/UA-1.

    A file that is looked at without is kept by the build itself, and `check` asks more of it: that it was good is not noted.
    """
    if not file.is_file():  # a pipe would wait for ever
        return ["is not there, or is no file; put the folder in place anew"]
    look = partial(pdf_messages, file, foot, paper.sides, form) if file.suffix == ".pdf" else partial(word_messages, file, foot, form)
    return checked(project, file, f"{foot}{paper.sides}", look) if form else look()
