"""Editions made: the root's pages by MkDocs, the others' from plates, all papers; a few processes share the work."""

import ctypes
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from playbook.render import mkdocs_build as rendering
from playbook.content.ical import write_calendars
from playbook.check.site_check import edition_problems
from playbook.model.edition import Catalog, Edition
from playbook.render.postprocess import finish
from playbook.output.site_manifest import files_of_edition, write_digests
from playbook.paper.paper_build import make_papers
from playbook.build.press import Press
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.search.search_index import index_for_readers, share_index, themes_index

PAPERS = (".pdf", ".docx", ".zip")
LINUX = sys.platform == "linux"


@dataclass(frozen=True)
class Order:
    """What a build is asked for."""

    project: Path
    catalog: Catalog  # of the editions that the site will hold
    new: Path  # the folder that becomes the site
    today: date
    examples: bool
    papers: bool = True


@dataclass(frozen=True)
class Made:
    """What became of one edition. `fresh` are its pages that no edition before had in this form: the ones to be checked in full."""

    pages: int
    papers: int
    seconds: float
    fresh: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def make_root(order: Order) -> Press:
    """Make the pages and the assets of the edition at the top of the site; return what turns out the others. ProblemsFound for what cannot be rendered."""
    root, new = order.catalog.editions[0], order.new
    site, listed = order.catalog.site, [edition.slug for edition in order.catalog.editions]
    rendering.apply(rendering.environment(root, order.today, order.examples, listed))
    engine = rendering.render(order.project, site, root, new)
    index = themes_index(new)
    index_for_readers(order.project, new)
    write_calendars(root, new, order.today)
    return Press(order.project, order.catalog, order.today, engine, finish(order.project, new, root), index, share_index(new))


def make_editions(order: Order, press: Press, wanted: Sequence[Edition]) -> Iterator[tuple[Edition, Made]]:
    """Yield (edition, what became of it) in order; the work is spread over the cores."""
    context = multiprocessing.get_context("fork" if LINUX else "spawn")
    _keep(press)  # a process that is forked has it, then; MkDocs cannot be handed over otherwise
    jobs = {}
    with ExitStack() as pools:
        for lane in _lanes(wanted, os.cpu_count() or 1):
            pool = pools.enter_context(ProcessPoolExecutor(1, context, _begin, (order,)))
            jobs |= {edition.slug: pool.submit(_make_edition, edition.slug, order) for edition in lane}
        for edition in wanted:
            yield edition, _result(jobs[edition.slug])


def _lanes(editions: Sequence[Edition], count: int) -> list[list[Edition]]:
    """Return editions for so many processes; those at one stage share most of their plates, which each process makes for itself."""
    ordered = sorted(editions, key=lambda edition: edition.region.stage if edition.region else "")
    count = min(count, len(ordered))
    return [ordered[len(ordered) * lane // count : len(ordered) * (lane + 1) // count] for lane in range(count)]


def _result(job: "Future[Made]") -> Made:
    try:
        return job.result()
    except ProblemsFound as found:
        return Made(0, 0, 0.0, (), tuple(found.problems))
    except BrokenProcessPool:
        return Made(0, 0, 0.0, (), (Problem("build", "the system ended a part of the build; is there memory left? Close other programs, or build a share: --shard 1/4"),))


_press: Press | None = None


def _keep(press: Press) -> None:
    global _press
    _press = press


def _begin(order: Order) -> None:
    """Begin a process: it ends with the build that began it, even if that one is killed; where it was not forked, it makes a press of its own."""
    if LINUX:
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG of prctl(2)
    if _press is None:
        with tempfile.TemporaryDirectory() as folder:
            _keep(make_root(replace(order, new=Path(folder))))


def _comes_later(order: Order, edition: Edition, name: str) -> bool:
    """Tell whether a file that an edition leads to is made at another time, by another share, or left out; that it is made is checked at last."""
    return (not order.papers and name.endswith(PAPERS)) or any(name.startswith(other.path) for other in order.catalog.editions if other.path and other is not edition)


def _make_edition(slug: str, order: Order) -> Made:
    """Make one edition in its place, or the papers of the one at the root, whose pages are there."""
    start = time.perf_counter()
    edition = next(edition for edition in order.catalog.editions if edition.slug == slug)
    place = order.new / edition.path
    try:
        fresh = _press.turn_out(edition, place) if edition.path else [page.relative_to(place).as_posix() for page in files_of_edition(place, "") if page.suffix == ".html"]
        papers = make_papers(order.project, order.catalog.site, edition, place, order.today, fresh) if order.papers else 0
        fresh = [f"{edition.path}{url}" for url in fresh]
        if problems := edition_problems(order.new, order.catalog, edition, _press.sources, fresh, partial(_comes_later, order, edition)):
            raise ProblemsFound(problems)
    except ProblemsFound as found:
        return Made(0, 0, time.perf_counter() - start, (), tuple(found.problems))
    if edition.path:
        write_digests(order.new, edition.path)
    return Made(len(_press.engine.pages()), papers, time.perf_counter() - start, tuple(fresh))
