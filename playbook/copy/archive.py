"""A downloaded archive, unpacked with nothing taken on trust: names, links, sizes and numbers are checked before a byte is written."""

import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from playbook.files.diagnostics import Problem, ProblemsFound

MOST_FILES = 5_000  # a release has some hundreds
LARGEST = 200  # MB unpacked, all files together; a release has some ten
UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|(^|/)\.\.?(/|$)|^/|//|(^|/)\.git(/|$)|(^|/)git~\d(/|$)|[. ](/|$)', re.IGNORECASE)
BROKEN = "cannot be unpacked ({}): it is not an archive (.zip, .tar.gz), or was cut off on its way; download it again"


def unpack(archive: Path, target: Path, name: str = "") -> Path:
    """Unpack a .zip, .tar.gz or .tar into a new folder; return that folder, or the one in it that holds the project. `name`: what a person calls the archive.

    ProblemsFound if it is no such archive, is damaged, is larger than any release, or holds a name that leads elsewhere.
    """
    name = name or archive.name
    try:
        with zipfile.ZipFile(archive) if zipfile.is_zipfile(archive) else tarfile.open(archive) as opened:
            if isinstance(opened, zipfile.ZipFile):  # which unpacks a link as the text that it holds
                _check(((info.filename, info.file_size, True) for info in opened.infolist()), name)
            else:
                opened.extraction_filter = getattr(tarfile, "data_filter", None)  # older Pythons have none, later ones ask for one
                _check(((member.name, member.size, member.isfile() or member.isdir()) for member in opened), name)
            opened.extractall(target)
    except (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ProblemsFound([Problem(name, BROKEN.format(str(error).split(":\n")[0]))]) from None  # then come all kinds that it is not
    return next((found.parent for found in (*target.glob("mkdocs.yml"), *target.glob("*/mkdocs.yml"))), target)


def _check(entries: Iterable[tuple[str, int, bool]], archive: str) -> None:
    """Raise ProblemsFound for what no release holds. An entry: its name, its size in bytes, whether it is a plain file or folder."""
    names, total = set[str](), 0
    for name, size, plain in entries:
        total += size
        faults = {
            f"it holds more than {MOST_FILES} files": len(names) >= MOST_FILES,
            f"“{name!a}” is not a name that a release may hold": UNSAFE.search(re.sub(r"^\.(/|$)", "", name)),
            f"“{name}” is a link or a device": not plain,
            "two of its names differ in capital letters only, or stand twice": name.casefold() in names,
            f"it unpacks to more than {LARGEST} MB": total > LARGEST * 2**20,
        }
        for fault in filter(faults.get, faults):
            raise ProblemsFound([Problem(archive, f"is not a release of the playbook: {fault}; nothing was unpacked into your copy")])
        names.add(name.casefold())
