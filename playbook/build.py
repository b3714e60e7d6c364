"""The build: lint the sources, render every edition, share the assets, verify, and only then publish."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook.assets import STYLE
from playbook.check import check_folder
from playbook.edition import Catalog, Edition, load_catalog
from playbook.lint import lint
from playbook.manifest import read_manifest, write_manifest
from playbook.problem import Problem, ProblemsFound
from playbook.production import make_editions
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


def build_site(project: Path, out: Path, today: date, slugs: tuple[str, ...] = (), examples: bool = False, tell: Tell = print) -> Summary:
    """Build all editions (or replace the named ones) and swap them in. ProblemsFound: `out` is as it was."""
    start = time.perf_counter()
    catalog = prepared(project, today, examples)
    _refuse_foreign(out)
    wanted = catalog.chosen(slugs) if slugs else catalog.editions
    with building(out) as new:
        if slugs:
            wanted = _kept_editions(out, new, catalog, wanted)
        listed = {edition.slug for edition in (*_present(new, catalog), *wanted)}
        problems = []
        for edition, made in make_editions(project, catalog.site, wanted, new, today, examples, listed):
            problems += made.problems
            tell(f"  {edition.slug or 'unlocalized'}: {edition.name}, {made.pages} pages, {made.papers} papers, {made.seconds:.1f} s")
        if problems:
            raise ProblemsFound(problems)
        present = _present(new, catalog)
        write_manifest(new, present)
        pages = len(list(new.rglob("*.html")))
        if problems := check_folder(project, new, catalog):
            raise ProblemsFound(problems)
        put_in_place(new, out)
    for warning in catalog.warnings:
        tell(f"  warning: {warning}")
    return Summary(len(present), pages, len(catalog.warnings), time.perf_counter() - start, out / "index.html")


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


def _kept_editions(out: Path, new: Path, catalog: Catalog, wanted: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Copy the editions that stay from `out` to `new`; return what is to be rendered.

    Those are the root and the unlocalized edition too where there is none, and all where an edition left or changed its place, or an earlier version built.
    """
    before = read_manifest(out) or {}
    places = {edition.slug: edition.path for edition in catalog.editions}
    always = tuple(edition for edition in catalog.editions if not edition.path or not edition.region)  # every list of editions leads to these
    if any(edition.slug not in before for edition in always):
        return tuple(dict.fromkeys((*always, *wanted)))
    if any(places.get(slug) != path for slug, path in before.items()) or not (out / STYLE).is_file():
        return catalog.editions
    shutil.copytree(out, new, dirs_exist_ok=True)
    for edition in wanted:
        if edition.path:
            shutil.rmtree(new / edition.path, ignore_errors=True)
    return wanted


def _present(new: Path, catalog: Catalog) -> list[Edition]:
    return [edition for edition in catalog.editions if (new / edition.path / "index.html").is_file()]


def _refuse_foreign(out: Path) -> None:
    """Refuse to replace a folder that no build of ours made."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ProblemsFound([Problem(str(out), "is not a folder; name another with --out")])
    if out.exists() and any(out.iterdir()) and read_manifest(out) is None:
        raise ProblemsFound([Problem(str(out), "holds files that no build made; empty it or name another folder with --out")])
