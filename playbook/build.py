"""The build: lint the sources, render every edition, share the assets, verify, and only then publish."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from playbook.assets import FOLDER as ASSETS
from playbook.check import check_folder
from playbook.edition import Catalog, Edition, load_catalog
from playbook.lint import lint
from playbook.manifest import read_manifest, write_manifest
from playbook.problem import Problem, ProblemsFound
from playbook.production import Order, make_editions, make_root
from playbook.swap import building, put_in_place

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Summary:
    """What a build made."""

    editions: int
    pages: int
    warnings: int
    seconds: float
    open_here: Path


def build_site(
    project: Path, out: Path, today: date, slugs: tuple[str, ...] = (), examples: bool = False, tell: Tell = print, papers: bool = True
) -> Summary:
    """Build all editions (or make the named ones anew) and swap them in; `papers`: with PDF and Word. ProblemsFound: `out` is as it was."""
    start = time.perf_counter()
    catalog = prepared(project, today, examples)
    _refuse_foreign(out)
    chosen = catalog.chosen(slugs) if slugs else catalog.editions
    with building(out) as new:
        listed = _listed(out, catalog, chosen)
        order = Order(project, replace(catalog, editions=listed), new, today, examples, papers)
        press = make_root(order)
        kept = _kept(out, new, listed, chosen)
        problems, fresh = [], []
        for edition, made in make_editions(order, press, [edition for edition in listed if edition not in kept]):
            problems += made.problems
            fresh += made.fresh
            tell(f"  {edition.slug or 'unlocalized'}: {edition.name}, {made.pages} pages, {made.papers} papers, {made.seconds:.1f} s")
        if problems:
            raise ProblemsFound(problems)
        write_manifest(new, list(listed))
        if problems := check_folder(project, new, order.catalog, fresh):
            raise ProblemsFound(problems)
        pages = len(list(new.rglob("*.html")))
        put_in_place(new, out)
    for warning in catalog.warnings:
        tell(f"  warning: {warning}")
    return Summary(len(listed), pages, len(catalog.warnings), time.perf_counter() - start, out / "index.html")


def prepared(project: Path, today: date, examples: bool) -> Catalog:
    """Return the catalog once sources and region files are without fault; else ProblemsFound with all of them."""
    problems: list[Problem] = []
    catalog = None
    try:
        catalog = load_catalog(project, today, examples)
    except ProblemsFound as found:
        problems += found.problems
    problems += lint(project)
    if problems or catalog is None:
        raise ProblemsFound(problems)
    return catalog


def _listed(out: Path, catalog: Catalog, chosen: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Return what the site will hold: the chosen editions, those that `out` holds, and those that every list of editions leads to."""
    before = read_manifest(out) or {}
    return tuple(edition for edition in catalog.editions if edition in chosen or edition.slug in before or not edition.path or not edition.region)


def _kept(out: Path, new: Path, listed: tuple[Edition, ...], chosen: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Take the editions that nobody asked for from `out`; return them. None are kept where one left or changed its place, or the assets changed."""
    before = read_manifest(out) or {}
    places = {edition.slug: edition.path for edition in listed}
    if any(places.get(slug) != path for slug, path in before.items()) or not _same_assets(out / ASSETS, new / ASSETS):
        return ()
    kept = tuple(edition for edition in listed if edition.path and edition.slug in before and edition not in chosen)
    for edition in kept:
        shutil.copytree(out / edition.path, new / edition.path, copy_function=_linked)
    return kept


def _same_assets(one: Path, other: Path) -> bool:
    names = [sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) for folder in (one, other)]
    return names[0] == names[1] and all((one / name).read_bytes() == (other / name).read_bytes() for name in names[0])


def _linked(source: str, target: str) -> None:
    """Let two names stand for one file, which nobody writes again; copy it where the system cannot."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _refuse_foreign(out: Path) -> None:
    """Refuse to replace a folder that no build of ours made."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ProblemsFound([Problem(str(out), "is not a folder; name another with --out")])
    if out.exists() and any(out.iterdir()) and read_manifest(out) is None:
        raise ProblemsFound([Problem(str(out), "holds files that no build made; empty it or name another folder with --out")])
