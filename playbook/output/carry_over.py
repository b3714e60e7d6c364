"""What stands in a built folder and no build made (.git, CNAME, somebody's own files): a build never deletes it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.output.site_manifest import CARRIED, DIGESTS, MANIFEST_FILE, listed_digests, read_manifest, write_carried

TAKEN = "was not made by a build, but this build makes a file there; move it away, or give it another name"
DISK = "is a disk of its own (a mount point), which cannot be taken along; unmount it, or build into another folder with --out"


def carry_over(out: Path, new: Path) -> None:
    """Put what no build made in the folder `out` into the one that takes its place, too, and list it there. ProblemsFound for what stands where the build made something.

    A file that a build made and somebody changed is a build's; so is, where a list of digests cannot be read, what stands where this build makes a file.
    """
    places = read_manifest(out)
    if places is None:
        return
    made, unknown = {MANIFEST_FILE, CARRIED}, []
    for place in {"", *places.values()}:
        listed = listed_digests(out / place)
        made |= {f"{place}{name}" for name in (DIGESTS, *(listed or ()))}
        unknown += [place] if listed is None else []
    folders = {name[:end] for name in made for end, sign in enumerate(name) if sign == "/"}
    foreign = [name for name in _foreign(out, "", made, folders) if not (_is_made(new, name) and any(name.startswith(place) for place in unknown))]
    problems = [Problem(str(out / name), TAKEN) for name in foreign if _is_made(new, name)]
    problems += [Problem(str(out / name), DISK) for name in foreign if os.path.ismount(out / name)]
    if problems:
        raise ProblemsFound(problems)
    for name in foreign:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        if (out / name).is_dir() and not (out / name).is_symlink():
            shutil.copytree(out / name, new / name, symlinks=True, copy_function=_linked)
        else:
            _linked(str(out / name), str(new / name))
    write_carried(new, foreign)


def _foreign(folder: Path, path: str, made: set[str], folders: set[str]) -> Iterator[str]:
    """Yield the names of files that no build made, and of folders in which it made nothing."""
    for item in sorted((folder / path).iterdir()):
        name = f"{path}{item.name}"
        if item.is_dir() and not item.is_symlink() and (name in folders or name in made):
            yield from _foreign(folder, f"{name}/", made, folders)
        elif name not in made:
            yield name


def _is_made(new: Path, name: str) -> bool:
    """Tell whether the build made something where a name stands, or a file where one of its folders does."""
    return os.path.lexists(new / name) or any(parent.is_file() for parent in (new / name).parents)


def _linked(source: str, target: str) -> None:
    """Let two names stand for one file; copy it where the system cannot."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)
