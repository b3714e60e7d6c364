"""What a built folder says of itself: which editions it holds, and the digest of every file. It also marks the folder as ours to replace.

The digests stand in one file for each edition, in the format of sha256sum(1), so that `sha256sum -c SHA256SUMS` reads them, too.
"""

import errno
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from playbook.files.diagnostics import Problem
from playbook.model.edition import Edition

MANIFEST_FILE = "editions.json"
DIGESTS = "SHA256SUMS"
CARRIED = "carried-over.json"  # names of what no build made and the last one took along; it has no digest, as that may change
OTHER_EDITIONS = ("regions", "toolkit")  # folders beside the files of the edition at the top
PLACE = re.compile(r"(regions/[\w-]+/|toolkit/)?")
LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def write_manifest(folder: Path, editions: list[Edition]) -> None:
    """Write the list of editions (slug and place) into a built folder."""
    listed = [{"slug": edition.slug, "path": edition.path} for edition in editions]
    (folder / MANIFEST_FILE).write_text(json.dumps({"editions": listed}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def read_manifest(folder: Path) -> dict[str, str] | None:
    """Return the places of a built folder's editions by slug ("" is the unlocalized one); None if it is no such folder."""
    try:
        listed = json.loads(_text(folder / MANIFEST_FILE))["editions"]
        places = {item["slug"]: item["path"] for item in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return places if all(isinstance(slug, str) and isinstance(path, str) and PLACE.fullmatch(path) for slug, path in places.items()) else None


def write_carried(folder: Path, names: list[str]) -> None:
    """Write down which files and folders of a built folder no build made; without any there is no list."""
    if names:
        (folder / CARRIED).write_text(json.dumps(names, indent=1) + "\n", "utf-8")  # in ASCII, since a disk may hold a name that is no text in UTF-8


def is_carried(folder: Path) -> Callable[[Path], bool]:
    """Return what tells whether a file or folder stands in a built folder though no build made it, by the list of the last build."""
    try:
        listed = json.loads(_text(folder / CARRIED))
        carried = {folder / name for name in (CARRIED, *listed)} if isinstance(listed, list) else set()
    except (OSError, ValueError, TypeError):
        carried = set()
    return (lambda file: file in carried or not carried.isdisjoint(file.parents)) if carried else (lambda file: False)


def files_of_edition(folder: Path, path: str) -> list[Path]:
    """Return every file that a build made for the edition at `path` of a built folder, in order.

    Those of the root edition include what all editions share, and the pages that lead on from its own folder (playbook/build/moved_pages.py).
    """
    place, carried = folder / path, is_carried(folder)
    inside = [item for item in sorted(place.iterdir()) if path or item.name not in OTHER_EDITIONS]
    inside += [] if path else [old for slug in _at_top(read_manifest(folder) or {}) if (old := folder / "regions" / slug).is_dir()]
    files = [file for item in inside for file in ([item] if not item.is_dir() or item.is_symlink() else sorted(item.rglob("*"))) if not file.is_dir()]
    return [file for file in files if not carried(file)]


def _at_top(places: dict[str, str]) -> set[str]:
    """Return the slug of the region's edition that opens the site, if one does."""
    return {slug for slug, path in places.items() if slug and not path}


def write_digests(folder: Path, path: str, written: Mapping[Path, bytes] | None = None) -> None:
    """Write the digest of every file of the edition at `path`; `written`: the contents of files that need not be read again."""
    place, known = folder / path, written or {}
    files = [file for file in files_of_edition(folder, path) if file.name != DIGESTS]
    digests = [hashlib.sha256(known[file]).hexdigest() if file in known else _digest(file) for file in files]
    lines = [f"{digest}  {file.relative_to(place).as_posix()}\n" for digest, file in zip(digests, files, strict=True)]
    (place / DIGESTS).write_text("".join(lines), "utf-8", newline="\n")


def listed_digests(place: Path) -> dict[str, str] | None:
    """Return the digests that a build listed in an edition's folder, by file; None if there is no such list."""
    try:
        lines = [LINE.fullmatch(line) for line in _text(place / DIGESTS).splitlines()]
    except (OSError, ValueError):
        return None
    return {line[2]: line[1] for line in lines if line} if all(lines) else None


def digest_problems(folder: Path, places: dict[str, str]) -> Iterator[Problem]:
    """Yield each file that is missing, was changed or added since the build; `places` as read_manifest returns them."""
    for path in places.values():
        yield from changed_files(folder, path)
    yield from foreign_folders(folder, places)


def foreign_folders(folder: Path, places: dict[str, str]) -> Iterator[Problem]:
    """Yield each folder beside the editions' that is none of them; `places` as read_manifest returns them."""
    known = {path.partition("/")[2].rstrip("/") for path in places.values() if path.startswith("regions/")} | _at_top(places)
    carried = is_carried(folder)
    found = [item.name for item in sorted((folder / "regions").glob("*")) if item.name not in known and not carried(item)]
    yield from (Problem(f"regions/{name}", f"is no edition of {MANIFEST_FILE}; take it away, or build again") for name in found)


def changed_files(folder: Path, path: str) -> Iterator[Problem]:
    """Yield each file of the edition at `path` that is missing, was changed or added since the build."""
    name, listed = f"{path}{DIGESTS}", listed_digests(folder / path)
    if listed is None:
        gone = "is no list of digests" if (folder / name).is_file() else "is not there, so nobody can tell whether this edition is whole"
        yield Problem(name, f"{gone}; build again")
        return
    there = {file.relative_to(folder / path).as_posix(): file for file in files_of_edition(folder, path) if file.name != DIGESTS}
    yield from (Problem(f"{path}{file}", "is missing since the build; put the folder in place anew") for file in listed.keys() - there.keys())
    for file, place in sorted(there.items()):
        if file not in listed:
            yield Problem(f"{path}{file}", "was added since the build; take it away, or build again to keep it as a file of your own")
        elif place.is_symlink() or not place.is_file() or _digest(place) != listed[file]:
            yield Problem(f"{path}{file}", "was changed since the build; put the folder in place anew")


def _text(file: Path) -> str:
    """Return a file's text. OSError where there is none: a pipe would wait for ever."""
    if not file.is_file():
        raise FileNotFoundError(errno.ENOENT, "is not there", str(file))
    return file.read_text("utf-8")


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
