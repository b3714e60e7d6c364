"""Editions made: rendered, put on paper, and set into their places, an edition a process."""

import ctypes
import multiprocessing
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook import rendering
from playbook.assets import FOLDER as ASSETS
from playbook.calendar import write_calendars
from playbook.edition import Edition
from playbook.finish import finish
from playbook.papers import make_papers
from playbook.problem import Problem, ProblemsFound
from playbook.search_index import index_for_readers
from playbook.site_file import Site

ROOT_ONLY = ("404.html", "sitemap.xml", "sitemap.xml.gz")
OTHER_EDITIONS = ("regions", "toolkit")
LINUX = sys.platform == "linux"


@dataclass(frozen=True)
class Made:
    """What became of one edition."""

    pages: int
    papers: int
    seconds: float
    problems: tuple[Problem, ...] = ()


def make_editions(
    project: Path, site: Site, wanted: Sequence[Edition], new: Path, today: date, examples: bool, listed: set[str]
) -> Iterator[tuple[Edition, Made]]:
    """Yield (edition, what became of it) in order; the work is spread over the cores. At last join the assets and finish the pages."""
    first = next((edition for edition in wanted if not edition.path), wanted[0])  # whose assets serve all
    jobs = [
        (project, site, edition, new, today, rendering.environment(edition, today, examples, listed), edition is first) for edition in wanted
    ]
    context = multiprocessing.get_context("fork" if LINUX else "spawn")
    with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1), context, _end_with_parent if LINUX else None) as pool:
        well = True
        for edition, made in zip(wanted, pool.map(_make_edition, *zip(*jobs, strict=True)), strict=True):
            well = well and not made.problems
            yield edition, made
    if well:
        finish(project, new, wanted)


def _end_with_parent() -> None:
    """Ask the system to end this process with the build that began it (prctl(2), PR_SET_PDEATHSIG), even if that one is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _make_edition(project: Path, site: Site, edition: Edition, new: Path, today: date, environment: dict[str, str], first: bool) -> Made:
    """Render one edition into its place under `new` and make its papers; the first one's assets go to the root."""
    start = time.perf_counter()
    place = new / edition.path
    work = place if edition.path else new / ".root"
    rendering.apply(environment)
    try:
        rendering.render(project, site, edition, work)
        index_for_readers(project, work)
        write_calendars(edition, work, today)
        papers = make_papers(project, site, edition, work, today)
    except ProblemsFound as found:
        return Made(0, 0, time.perf_counter() - start, tuple(found.problems))
    if edition.path:
        _share_assets(work, new, first)
    pages = len(list(work.rglob("*.html")))
    if not edition.path:
        _move_contents(work, new)
    return Made(pages, papers, time.perf_counter() - start)


def _share_assets(place: Path, new: Path, first: bool) -> None:
    """Leave out what stands once, at the root; the assets of the first edition take their place there."""
    if first:
        shutil.rmtree(new / ASSETS, ignore_errors=True)
        (place / ASSETS).rename(new / ASSETS)
    for name in (ASSETS, *ROOT_ONLY):
        gone = place / name
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink(missing_ok=True)


def _move_contents(source: Path, target: Path) -> None:
    for former in target.iterdir():
        if former != source and former.name not in OTHER_EDITIONS:
            shutil.rmtree(former) if former.is_dir() else former.unlink()
    for item in source.iterdir():
        item.rename(target / item.name)
    source.rmdir()
