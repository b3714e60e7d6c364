"""The build: lint the sources, render every edition, share the assets, verify, and only then publish."""

import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook import rendering
from playbook.check import check_folder
from playbook.edition import Catalog, Edition, load_catalog
from playbook.lint import lint
from playbook.manifest import read_manifest, write_manifest
from playbook.problem import Problem, ProblemsFound
from playbook.swap import building, put_in_place

# An edition's link to a shared asset, in a page or in the theme's configuration.
ASSET = re.compile(r'(?P<before>(?:href|src)="|"search":\s*")(?P<up>(?:\.\./)*)(?=assets/)')
ROOT_ONLY = ("assets", "404.html", "sitemap.xml", "sitemap.xml.gz")
OTHER_EDITIONS = ("regions", "toolkit")
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
        for edition in wanted:
            began = time.perf_counter()
            pages = render_edition(project, catalog, edition, new, rendering.environment(edition, today, examples, listed))
            tell(f"  {edition.slug or 'unlocalized'}: {edition.name}, {pages} pages, {time.perf_counter() - began:.1f} s")
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


def render_edition(project: Path, catalog: Catalog, edition: Edition, site: Path, environment: dict[str, str]) -> int:
    """Render one edition into its place under `site`; return the number of its pages."""
    place = site / edition.path
    work = place if edition.path else site / ".root"
    rendering.apply(environment)
    rendering.render(project, catalog.site, edition, work)
    if edition.path:
        for name in ROOT_ONLY:
            gone = work / name
            shutil.rmtree(gone) if gone.is_dir() else gone.unlink(missing_ok=True)
        for page in work.rglob("*.html"):
            page.write_text(ASSET.sub(rf"\g<before>{edition.to_top}\g<up>", page.read_text("utf-8")), "utf-8")
    pages = len(list(work.rglob("*.html")))
    if not edition.path:
        _move_contents(work, site)
    return pages


def _move_contents(source: Path, target: Path) -> None:
    for former in target.iterdir():
        if former != source and former.name not in OTHER_EDITIONS:
            shutil.rmtree(former) if former.is_dir() else former.unlink()
    for item in source.iterdir():
        item.rename(target / item.name)
    source.rmdir()


def _kept_editions(out: Path, new: Path, catalog: Catalog, wanted: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Copy the editions that stay from `out` to `new`; return what is to be rendered.

    That is the root too where there is none, and everything where an edition left or changed its place.
    """
    before = read_manifest(out) or {}
    places = {edition.slug: edition.path for edition in catalog.editions}
    root = next(edition for edition in catalog.editions if not edition.path)
    if root.slug not in before:
        return tuple(dict.fromkeys((root, *wanted)))
    if any(places.get(slug) != path for slug, path in before.items()):
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
