"""Editions that need not be made again: nobody asked for them, or their inputs gave just these files before (.cache/)."""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import distributions
from pathlib import Path

from playbook.assets import FOLDER as ASSETS
from playbook.digest import digest
from playbook.edition import Catalog, Edition
from playbook.manifest import DIGESTS, changed_files, read_manifest, write_digests
from playbook.paper_store import cache
from playbook.search_index import NAME as INDEX
from playbook.search_index import read_index, write_index
from playbook.shared_entries import FOLDER as SHARED
from playbook.shared_entries import SharedEntries

ENTRIES = SHARED.rpartition("/")[2]
SOURCES = ("docs", "macros", "overrides", "playbook", "regions", "mkdocs.yml", "site.yml")


def inputs_of(project: Path, catalog: Catalog, today: date, papers: bool) -> dict[str, str]:
    """Return, for the slug of each edition, a digest of everything that it is made from; `papers`: with PDF and Word."""
    packages = sorted(f"{package.name} {package.version}" for package in distributions())
    listed = [(edition.slug, edition.path, edition.entry) for edition in catalog.editions]
    common = _digest(sys.version, packages, dict(_sources(project)), listed, today, papers)
    return {edition.slug: _digest(common, edition.slug, edition.region) for edition in catalog.editions}


def note(project: Path, inputs: str, place: Path) -> None:
    """Remember that these inputs gave the edition that stands, with its digests, in the folder `place`."""
    mark = _mark(project, inputs, place)
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()


def is_unchanged(project: Path, inputs: str, folder: Path, path: str) -> bool:
    """Tell whether a built folder holds at `path`, to the byte, the edition that these inputs give."""
    place = folder / path
    return (place / DIGESTS).is_file() and _mark(project, inputs, place).exists() and not any(changed_files(folder, path))


def taken_over(out: Path, new: Path, listed: tuple[Edition, ...], asked: Sequence[Edition], shared: SharedEntries) -> tuple[Edition, ...]:
    """Take the editions that need not be made from `out`; return them. None are kept where one left or changed its place, or the assets changed.

    `shared`: what editions find alike by search now. An edition whose index names others finds the same as before, by a new index; one without a whole
    index is not kept.
    """
    before = read_manifest(out) or {}
    places = {edition.slug: edition.path for edition in listed}
    if any(places.get(slug) != path for slug, path in before.items()) or not _same_assets(out / ASSETS, new / ASSETS):
        return ()
    able = [edition for edition in listed if edition.path and edition.slug in before and edition not in asked]
    kept = {edition: index for edition in able if (index := _index(out / edition.path, shared)) is not None}
    for edition, index in kept.items():
        place = new / edition.path
        shutil.copytree(out / edition.path, place, copy_function=_linked)
        if index:
            for name in (INDEX, DIGESTS):  # they are names of files that `out` holds
                (place / name).unlink(missing_ok=True)
            write_index(place, index["config"], shared.named(index["docs"], edition.to_top))
            write_digests(new, edition.path)
    return tuple(kept)


def _mark(project: Path, inputs: str, place: Path) -> Path:
    return cache(project) / "made" / _digest(inputs, (place / DIGESTS).read_bytes())


def _sources(project: Path) -> Iterator[tuple[str, str]]:
    """Yield name and digest of every file that all editions are made from: the region files are not among them."""
    for source in SOURCES:
        for file in sorted((project / source).rglob("*")) if (project / source).is_dir() else [project / source]:
            if file.is_file() and "__pycache__" not in file.parts and not (source == "regions" and file.suffix == ".yml"):
                yield file.relative_to(project).as_posix(), digest(file.read_bytes())


def _digest(*given: object) -> str:
    return hashlib.sha256(repr(given).encode()).hexdigest()


def _index(place: Path, shared: SharedEntries) -> dict | None:
    """Return the search index of an edition if it names other entries than these, an empty one if it names these; None if it is not whole."""
    try:
        return {} if shared.name in (place / INDEX).read_text("utf-8") else read_index(place)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _same_assets(one: Path, other: Path) -> bool:
    """Tell whether two folders of assets are the same, entries of the search apart."""
    names = [sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.parent.name != ENTRIES) for folder in (one, other)]
    return names[0] == names[1] and all((one / name).read_bytes() == (other / name).read_bytes() for name in names[0])


def _linked(source: str, target: str) -> None:
    """Let two names stand for one file, which nobody writes again; copy it where the system cannot."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
