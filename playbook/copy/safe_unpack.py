"""A downloaded archive, unpacked with nothing taken on trust: names, links, sizes and numbers are checked before a byte is written."""

import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from playbook.files.diagnostics import Problem, ProblemsFound

MOST_FILES = 5_000  # a release has some hundreds
LARGEST = 200 * 1024 * 1024  # bytes unpacked, all files together; a release has some ten million
UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|(^|/)\.\.?(/|$)|^/|//|(^|/)\.git(/|$)|(^|/)git~\d(/|$)|[. ](/|$)', re.IGNORECASE)

ArchiveEntry = tuple[str, bool, IO[bytes]]  # name, whether it may be run, content


def unpack(archive: Path, target: Path) -> None:
    """Unpack a .zip, .tar.gz or .tar into an empty folder, without the one folder that all its names may begin with.

    ProblemsFound if it is no such archive, is damaged, is larger than any release, or holds a name that leads elsewhere.
    """
    try:
        if zipfile.is_zipfile(archive):
            with zipfile.ZipFile(archive) as opened:
                _write(_zip_entries(opened, archive.name), _names(opened.namelist(), archive.name), target, archive.name)
        else:
            with tarfile.open(archive) as opened:
                members = _tar_members(opened, archive.name)
                names = _names([member.name for member in members], archive.name)
                _write(_tar_entries(opened, members), names, target, archive.name)
    except (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ProblemsFound([Problem(archive.name, f"cannot be unpacked ({str(error) or 'it ends too early'}); download it again")]) from None


def _zip_entries(opened: zipfile.ZipFile, name: str) -> Iterator[ArchiveEntry]:
    for info in opened.infolist():
        mode = info.external_attr >> 16
        if stat.S_ISLNK(mode) or (stat.S_IFMT(mode) and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))):
            raise _refused(name, f"“{info.filename}” is a link or a device")
        if not info.is_dir():
            with opened.open(info) as content:
                yield info.filename, bool(mode & 0o100), content


def _tar_members(opened: tarfile.TarFile, name: str) -> list[tarfile.TarInfo]:
    members: list[tarfile.TarInfo] = []
    for member in opened:
        if len(members) > MOST_FILES:
            raise _refused(name, f"it holds more than {MOST_FILES} files")
        if member.isfile():
            members.append(member)
        elif not member.isdir():
            raise _refused(name, f"“{member.name}” is a link or a device")
    return members


def _tar_entries(opened: tarfile.TarFile, members: Iterable[tarfile.TarInfo]) -> Iterator[ArchiveEntry]:
    for member in members:
        if content := opened.extractfile(member):
            yield member.name, bool(member.mode & 0o100), content


def _names(names: Iterable[str], archive: str) -> dict[str, str]:
    """Return for each file's name in the archive its path in the project. ProblemsFound for one that leads elsewhere."""
    files = [name for name in names if not name.endswith("/")]
    if len(files) > MOST_FILES:
        raise _refused(archive, f"it holds more than {MOST_FILES} files")
    if bad := [name for name in files if UNSAFE.search(name.removeprefix("./"))]:
        raise _refused(archive, f"“{bad[0]!a}” is not a name that a release may hold")
    tops = {name.split("/")[0] for name in files}
    one = len(tops) == 1 and all("/" in name for name in files)
    found = {name: name.split("/", 1)[1] if one else name.removeprefix("./") for name in files}
    folded = {path.casefold() for path in found.values()}
    if len(folded) < len(files):
        raise _refused(archive, "two of its names differ in capital letters only, or stand twice")
    if inside := [path for path in folded if any(parent in folded for parent in _parents(path))]:
        raise _refused(archive, f"“{inside[0]}” is a file within a file")
    return found


def _parents(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def _write(entries: Iterable[ArchiveEntry], names: dict[str, str], target: Path, archive: str) -> None:
    left = LARGEST
    for name, runs, content in entries:
        path = target / names[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as written:
            while block := content.read(1 << 16):
                left -= len(block)
                if left < 0:
                    raise _refused(archive, f"it unpacks to more than {LARGEST // 1024 // 1024} MB")
                written.write(block)
        path.chmod(0o755 if runs else 0o644)


def _refused(archive: str, why: str) -> ProblemsFound:
    return ProblemsFound([Problem(archive, f"is not a release of the playbook: {why}; nothing was unpacked into your copy")])
