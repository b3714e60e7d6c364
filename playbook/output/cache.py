"""What may be kept from one build to the next (in .cache/, or the folder that PLAYBOOK_CACHE names): never trusted, never needed, never growing for ever."""

import hashlib
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from playbook.output.atomic_folder import is_alive, is_linked

UNUSED_DAYS = 7  # after which a file goes
DAY = 24 * 60 * 60  # seconds
DIGEST = 64  # characters, at the head of what is kept
OWN = "support-team-playbook"  # our subfolder, as PLAYBOOK_CACHE may name one that other programs use, too
KINDS = ("pages", "papers", "checked", "scripts")  # the subfolders of what is kept; nothing is removed anywhere else
OURS = re.compile(rf"[0-9a-f]{{{DIGEST}}}(?:[.](?:pdf|docx|pptx))?(?:[.](?P<process>[0-9]+))?")  # the name of what is kept; with a process, half written


def cache_folder(project: Path) -> Path:
    """Return our own folder of what may be kept, and may be thrown away at any time."""
    return Path(os.environ.get("PLAYBOOK_CACHE") or project / ".cache") / OWN


@cache
def tools() -> str:
    """Return a digest of what our code runs on: Python, and every installed package with its version."""
    packages = sorted({folder.name for place in sys.path for folder in Path(place).glob("*-info")})  # as installers name them: name-version.dist-info
    return hashlib.sha256(repr((sys.version, packages)).encode()).hexdigest()


def kept(project: Path, kind: str, name: str) -> bytes | None:
    """Return what was kept under a name; None if nothing was, if it cannot be read, or if it is not what was put there under this name."""
    file = cache_folder(project) / kind / name
    if is_linked(file.parent):
        return None
    try:
        if not file.is_file():  # a pipe would be waited for
            return None
        head, content = (held := file.read_bytes())[:DIGEST], held[DIGEST:]
        if head != _digest(name, content):
            return None
        with suppress(OSError):
            os.utime(file)  # used today
        return content
    except OSError:
        return None


def put(project: Path, kind: str, name: str, content: bytes) -> None:
    """Keep content under a name, with its digest; where the folder cannot be written, or leads elsewhere by a link, nothing is kept."""
    file = cache_folder(project) / kind / name
    new = file.with_name(f"{name}.{os.getpid()}")
    if is_linked(file.parent):
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with new.open("xb") as stream:  # a file of its own: not through a link that stands there
            stream.write(_digest(name, content) + content)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink()


def prune(project: Path) -> None:
    """Remove what no build used for some days, and what killed ones left half written: only files of our names, and nothing beyond a link."""
    oldest = time.time() - UNUSED_DAYS * DAY
    for file, process in _ours(cache_folder(project)):
        with suppress(OSError):
            if (process and not is_alive(int(process))) or file.stat().st_mtime < oldest:
                file.unlink()


def _ours(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield each file that we keep, and the process that writes it; none beyond a link."""
    for kind in (folder / name for name in KINDS):
        with suppress(OSError):
            for file in () if is_linked(kind) else sorted(kind.iterdir()):
                if (found := OURS.fullmatch(file.name)) and file.is_file() and not file.is_symlink():
                    yield file, found["process"]


def _digest(name: str, content: bytes) -> bytes:
    """Return the digest of content under its name, so that no file stands in for another."""
    return hashlib.sha256(name.encode() + b"\n" + content).hexdigest().encode()
