"""What is wrong with folders in regions/ and examples/ themselves: their depth and names, and where `_all.yml` lies."""

import re
from collections.abc import Iterator
from pathlib import Path

from playbook.files.diagnostics import Problem
from playbook.files.editor_files import is_dropping
from playbook.model.folder.region_files import COMMON_FILE, ROOTS, holds, is_common_like, is_region_folder
from playbook.model.region_file import REGIONS_FOLDER, SLUG, SLUG_RULE, slug_is_good, slug_message

FOR_ALL = "what all files of a folder begin with"
ADD_REGION = "add one: python -m playbook new your-region --folder {folder}"


def placing_problems(project: Path) -> Iterator[Problem]:
    """Yield every folder and every `_all.yml` that is not where, or not named as, it is read."""
    for name in ROOTS:
        root = project / name
        for path in sorted(root.iterdir()) if root.is_dir() and not root.is_symlink() else ():
            called = f"{name}/{path.name}"
            if path.is_symlink() and path.is_dir():
                yield Problem(called, "is a link to another place; put the folder itself here")
            elif is_common_like(path) and not is_dropping(path):
                yield Problem(
                    called, f"would speak for every region; put it into a folder with the files it is for, like {name}/{_slug(path.stem)}/{COMMON_FILE}"
                )
            elif is_region_folder(path):
                yield from _in_folder(project, path)


def _in_folder(project: Path, folder: Path) -> Iterator[Problem]:
    called = folder.relative_to(project).as_posix()
    entries = sorted(folder.iterdir())
    files = [path for path in entries if path.suffix.lower() in (".yml", ".yaml") and not path.name.startswith(".")]
    regions = [path for path in files if not is_common_like(path)]
    if files and (message := slug_message(folder.name)):
        rule = message if SLUG.fullmatch(folder.name) else f'must not hold other signs: {SLUG_RULE}; rename it to "{_slug(folder.name)}"'
        yield Problem(called, f"the folder’s name {rule}")
    for path in entries:
        if is_common_like(path) and path.name != COMMON_FILE and not is_dropping(path):
            rename = f'rename it to "{COMMON_FILE}"'
            either = "that file is there already, so delete this one if it is an old copy" if holds(folder, COMMON_FILE) else rename
            yield Problem(f"{called}/{path.name}", f"is not read, as {FOR_ALL} stands in {COMMON_FILE}; {either}")
    if holds(folder, COMMON_FILE) and not regions:
        yield Problem(f"{called}/{COMMON_FILE}", f"speaks for no region, as no region file lies beside it; {ADD_REGION.format(folder=folder.name)}")


def unread_problems(project: Path, folder: Path) -> Iterator[Problem]:
    """Yield every file in a folder that is not read, as it is hidden or lies too deep; nothing for a link, which is named itself."""
    root, *way = folder.relative_to(project).parts
    hidden = folder.name.startswith(".")
    why = "in a folder whose name begins with a point" if hidden else "in a folder within a folder"
    there = f"move it to {root}/" if hidden else f"move it to {root}/{way[0]}/, or to a folder of its own in {root}/"
    for path in sorted(folder.rglob("*")) if not folder.is_symlink() else ():
        if not path.is_dir() and not is_dropping(path):
            yield Problem(path.relative_to(project).as_posix(), f"lies {why}, where nothing is read; {there}")


def misplaced_common(path: Path) -> str:
    """Return the remedy for an `_all.yml` that lies outside of regions/ and examples/; empty for any other file."""
    return (
        f"is read in a folder of {REGIONS_FOLDER}/ only, as {FOR_ALL}; move it there, like {REGIONS_FOLDER}/lane-county/{COMMON_FILE}"
        if _is_common(path)
        else ""
    )


def _is_common(path: Path) -> bool:
    return is_common_like(path) and re.search(r"\.ya?ml\b", path.name, re.IGNORECASE) is not None


def _slug(name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-")
    return slug if slug_is_good(slug) and slug != "all" else "lane-county"
