"""Editions made: localized from the common pages, indexed, checked and put on paper."""

import time
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copyfile

from playbook.build.in_turn import Step
from playbook.build.moved_pages import moved_pages
from playbook.check.site_check import edition_problems
from playbook.content.ical import write_calendars
from playbook.files.diagnostics import Problem, ProblemsFound, named_failure
from playbook.model.edition import Catalog, Edition
from playbook.model.folder.published_file import SCRIPT_FILE, published_script
from playbook.output.html_page import BuiltPage, serialized
from playbook.output.site_manifest import write_digests
from playbook.paper.paper_build import make_papers
from playbook.paper.published_papers import is_paper
from playbook.render import mkdocs_build as rendering
from playbook.render.audience.edition_pages import pages_of, sources_of
from playbook.render.common_pages import ALONE, CommonPages
from playbook.render.fill_edition_name import FORM
from playbook.render.left_out.files import absent_files
from playbook.render.pieces.built import built_page
from playbook.search.index_file import write_index
from playbook.search.passage import Entry
from playbook.search.search_index import entry, places


@dataclass(frozen=True)
class Order:
    """What a build is asked for."""

    project: Path
    catalog: Catalog  # of the editions that the site will hold
    new: Path  # the folder that becomes the site
    today: date
    papers: bool = True


@dataclass(frozen=True)
class Made:
    """What became of one edition."""

    pages: int = 0
    papers: int = 0
    seconds: float = 0.0
    problems: tuple[Problem, ...] = ()


def make_edition(order: Order, common: CommonPages, edition: Edition) -> Generator[Step, None, Made]:
    """Make one edition in its place in the new folder, and return what it took of the time; it yields before each paper."""
    making, seconds = _make(order, common, edition), 0.0
    while True:
        start = time.perf_counter()
        try:
            step = next(making)
        except StopIteration as done:
            made: Made = done.value
            return replace(made, seconds=seconds + time.perf_counter() - start)
        seconds += time.perf_counter() - start
        yield step


def _make(order: Order, common: CommonPages, edition: Edition) -> Generator[Step, None, Made]:
    place = order.new / edition.path
    try:
        pages = write_pages(order.catalog, common, edition, place)
        with named_failure(edition.path or "./", f"the edition “{edition.name}” cannot be finished"):
            add_files(order, common, edition, place)
            papers = (yield from make_papers(order.project, order.catalog.site, edition, place, order.today, pages)) if order.papers else 0
            problems = edition_problems(order.new, order.catalog, edition, sources_of(edition, common.sources), pages, partial(_comes_later, order, edition))
        if problems:
            raise ProblemsFound(problems)
    except ProblemsFound as found:
        return Made(problems=tuple(found.problems))
    if edition.path:
        write_digests(order.new, edition.path, {page.file: page.data for page in pages.values()})
    return Made(len(pages), papers)


def write_pages(catalog: Catalog, common: CommonPages, edition: Edition, place: Path) -> dict[str, BuiltPage]:
    """Write an edition's pages and its search index into the folder `place`; return the pages by their addresses. ProblemsFound names all that fail."""
    values = common.localization(catalog, edition)
    pages: dict[str, BuiltPage] = {}
    entries: list[Entry] = []
    problems: list[Problem] = []
    for folder in {(place / page.url).parent for page in common.pages if page.url not in values.absent}:
        folder.mkdir(parents=True, exist_ok=True)
    for page in pages_of(common, values):
        if edition.path and page.url in ALONE:
            continue
        try:
            with named_failure(page.source.name if page.source else page.url, f"cannot be localized ({edition.name}, {edition.path}{page.url})"):
                pages[page.url] = built = built_page(page, common, values, place / page.url)
                built.file.write_bytes(built.data)
                if page.source:
                    entries += [entry(one) for one in places(built, page.source, page.url)]
        except ProblemsFound as found:
            problems += found.problems
    if problems:
        raise ProblemsFound(problems)
    for url, root in dict(moved_pages(edition, pages)).items():
        html = serialized(root)
        (place / url).parent.mkdir(parents=True, exist_ok=True)
        (place / url).write_text(html, "utf-8", newline="\n")
        pages[url] = BuiltPage(place / url, url, root, html)
    write_index(place, values.stage, entries, {key: own.audience for key, own in values.audiences.items()})
    return pages


def add_files(order: Order, common: CommonPages, edition: Edition, place: Path) -> None:
    """Put beside an edition's pages what they ask for: files of docs/, calendar files, the region's file for the form, its logo."""
    absent = common.absent(order.catalog, edition)
    gone = absent_files(common, absent)
    for name, file in common.files.items() if edition.path else ():
        if name not in gone:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            copyfile(file, place / name)
    write_calendars(edition, place, order.today)
    if edition.region and not edition.region.example and FORM not in absent:
        (place / SCRIPT_FILE).write_text(published_script(order.project, edition.source), "utf-8", newline="\n")
    rendering.add_region_logo(order.project, edition, place)


def _comes_later(order: Order, edition: Edition, name: str) -> bool:
    """Tell whether a file that an edition leads to is made at another time, by another share, or left out; that it is made is checked at last.

    Editions are made side by side, so the first page of any other one, and what stands at the top of the site only, may not be there yet.
    """
    others = (other for other in order.catalog.editions if other is not edition)
    return (not order.papers and is_paper(name)) or (bool(edition.path) and name in ALONE) or any(name == f"{other.path}index.html" for other in others)
