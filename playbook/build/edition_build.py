"""Editions made: localized from the common pages, indexed, checked and put on paper; a few processes share the work."""

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from shutil import copyfile
from threading import Thread

from playbook.render import mkdocs_build as rendering
from playbook.output.html_page import BuiltPage, serialized
from playbook.content.ical import write_calendars
from playbook.check.site_check import edition_problems
from playbook.render.common_pages import CommonPages, read_common_pages
from playbook.model.edition import Catalog, Edition
from playbook.render.localize import Localization, localized
from playbook.output.site_manifest import write_digests
from playbook.paper.paper_build import make_papers
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.search.search_index import Entry, entry, places, write_index

PAPERS = (".pdf", ".docx", ".zip")
CAN_FORK = sys.platform == "linux"


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


def make_common_pages(order: Order) -> CommonPages:
    """Return the pages of the general edition, ready to be localized; what all editions share stands in the new folder then. ProblemsFound for what cannot be rendered."""
    with tempfile.TemporaryDirectory(prefix=".common-", dir=order.new) as work:
        rendering.render(order.project, order.catalog.site, Path(work), order.today)
        common = read_common_pages(order.project, Path(work), order.new)
    rendering.add_official_logo(order.project, order.catalog.site, order.new)
    return common


def make_editions(order: Order, common: CommonPages, wanted: Sequence[Edition]) -> Iterator[tuple[Edition, Made]]:
    """Yield (edition, what became of it) in order; where the system can, as many processes as there are cores share the work."""
    lanes = _lanes(wanted, (os.cpu_count() or 1) if CAN_FORK else 1)
    if len(lanes) < 2:
        yield from ((edition, make_edition(order, common, edition)) for edition in wanted)
        return
    context = multiprocessing.get_context("fork")  # a forked process has the common pages; no tree can be handed over otherwise
    alive, here = os.pipe()
    results = []
    for lane in lanes:
        receiver, sender = context.Pipe(duplex=False)
        context.Process(target=_make_lane, args=(order, common, lane, sender, alive, here), daemon=True).start()
        sender.close()
        results += [(edition, receiver) for edition in lane]
    try:
        for edition, receiver in results:
            yield edition, _received(receiver)
    finally:
        os.close(here)
        os.close(alive)


def make_edition(order: Order, common: CommonPages, edition: Edition) -> Made:
    """Make one edition in its place in the new folder."""
    start = time.perf_counter()
    place = order.new / edition.path
    try:
        pages = write_pages(order.catalog, common, edition, place)
        add_files(order, common, edition, place)
        papers = make_papers(order.project, order.catalog.site, edition, place, order.today, pages) if order.papers else 0
        if problems := edition_problems(order.new, order.catalog, edition, common.sources, pages, partial(_comes_later, order, edition)):
            raise ProblemsFound(problems)
    except ProblemsFound as found:
        return Made(seconds=time.perf_counter() - start, problems=tuple(found.problems))
    if edition.path:
        write_digests(order.new, edition.path)
    return Made(len(pages), papers, time.perf_counter() - start)


def write_pages(catalog: Catalog, common: CommonPages, edition: Edition, place: Path) -> dict[str, BuiltPage]:
    """Write an edition's pages and its search index into the folder `place`; return the pages by their addresses."""
    values = Localization(catalog, edition)
    pages: dict[str, BuiltPage] = {}
    entries: list[Entry] = []
    for folder in {(place / page.url).parent for page in common.pages}:
        folder.mkdir(parents=True, exist_ok=True)
    for page in common.for_stage(values.stage):
        if edition.path and not page.source:
            continue  # the page that is shown where none is stands at the top of the site
        root = localized(page.root, values)
        html = serialized(root)
        (place / page.url).write_text(html, "utf-8", newline="\n")
        pages[page.url] = built = BuiltPage(place / page.url, f"{edition.path}{page.url}", root, html)
        if page.source:
            entries += page.entries if page.is_constant else [entry(found) for found in places(built, page.source, page.url)]
    write_index(place, values.stage, entries)
    return pages


def add_files(order: Order, common: CommonPages, edition: Edition, place: Path) -> None:
    """Put beside an edition's pages what they ask for: files of docs/, calendar files, the region's logo."""
    for name, file in common.files.items() if edition.path else ():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        copyfile(file, place / name)
    write_calendars(edition, place, order.today)
    rendering.add_region_logo(order.project, edition, place)


def _lanes(editions: Sequence[Edition], count: int) -> list[Sequence[Edition]]:
    """Return editions for so many processes, in order."""
    count = min(count, len(editions))
    return [editions[len(editions) * lane // count : len(editions) * (lane + 1) // count] for lane in range(count)]


def _make_lane(order: Order, common: CommonPages, editions: Sequence[Edition], sender: Connection, alive: int, here: int) -> None:
    """Make editions in a process of its own, which ends with the build that began it, even if that one is killed."""
    os.close(here)
    Thread(target=_end_with_the_build, args=(alive,), daemon=True).start()
    for edition in editions:
        try:
            sender.send(make_edition(order, common, edition))
        except OSError as error:
            sender.send(error)
            return


def _end_with_the_build(alive: int) -> None:
    os.read(alive, 1)  # nobody writes: this returns once the build has closed its end, or is gone
    os._exit(1)


def _received(receiver: Connection) -> Made:
    try:
        made = receiver.recv()
    except EOFError:
        return Made(problems=(Problem("build", "the system ended a part of the build; is there memory left? Close other programs, or build a share: --shard 1/4"),))
    if isinstance(made, OSError):
        raise made
    return made


def _comes_later(order: Order, edition: Edition, name: str) -> bool:
    """Tell whether a file that an edition leads to is made at another time, by another share, or left out; that it is made is checked at last."""
    return (not order.papers and name.endswith(PAPERS)) or any(name.startswith(other.path) for other in order.catalog.editions if other.path and other is not edition)
