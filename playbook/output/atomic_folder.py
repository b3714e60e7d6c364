"""A folder replaced whole: readers see the old one or the new one, never a mixture."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from playbook.files.diagnostics import Problem, ProblemsFound


@contextmanager
def building(out: Path) -> Iterator[Path]:
    """Yield an empty hidden folder beside `out`; it is gone afterwards, whatever happened. What is written meanwhile, everybody may read.

    OSError names the folder, also where the system does not (a full disk).
    """
    repair(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{out.name}.building-{os.getpid()}-", dir=out.parent))
    new.chmod(0o755)
    mask = os.umask(0o077)
    os.umask(mask & 0o022)  # a web server may read a site, whatever the user keeps to himself elsewhere
    try:
        yield new
    except OSError as error:
        if error.filename is None and error.errno:
            raise OSError(error.errno, error.strerror, str(out.parent)) from error
        raise
    finally:
        os.umask(mask)
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def alone(out: Path, locks: Path, busy: str = "") -> Iterator[None]:
    """Wait until no other command works for the folder `out`, or raise ProblemsFound that says it is `busy`; the system takes the lock back from one that is killed."""
    name = f"{hashlib.sha256(os.fsencode(out.resolve())).hexdigest()[:16]}.lock"
    try:
        if is_linked(locks) or (locks / name).is_symlink():
            raise NotADirectoryError(locks)
        locks.mkdir(parents=True, exist_ok=True)
        (locks / name).touch()
    except OSError:  # a cache that cannot be written: builds by others then do not wait for this one
        locks = Path(tempfile.gettempdir())
    place = locks / f"playbook-{name}" if locks == Path(tempfile.gettempdir()) else locks / name
    try:
        with FileLock(place, timeout=0 if busy else -1):
            yield
    except Timeout:
        raise ProblemsFound([Problem(str(out), busy)]) from None


def put_in_place(new: Path, out: Path) -> None:
    """Make `new` the folder `out`, for everybody to read. The former `out` is in `new` afterwards, or gone."""
    if not out.exists():
        new.rename(out)
    else:
        aside = _aside(out)
        out.rename(aside)
        new.rename(out)
        shutil.rmtree(aside, ignore_errors=True)


def repair(out: Path) -> None:
    """Put the last good folder back if a command was killed between two renames; clear what dead builds left."""
    aside = _aside(out)
    if aside.exists() and not out.exists():
        aside.rename(out)
    shutil.rmtree(aside, ignore_errors=True)
    begins = f".{out.name}.building-"
    for left in out.parent.iterdir() if out.parent.is_dir() else ():
        process = left.name.removeprefix(begins).partition("-")[0]
        if left.name.startswith(begins) and process.isdigit() and not is_alive(int(process)):
            shutil.rmtree(left, ignore_errors=True)


def _aside(out: Path) -> Path:
    return out.parent / f".{out.name}.previous"


def is_linked(folder: Path) -> bool:
    """Tell whether a folder of the cache, our own folder around it, or the one that holds ours is a link: nothing is read, written or removed beyond one."""
    return any(place.is_symlink() for place in (folder, folder.parent, folder.parent.parent))


def is_alive(process: int) -> bool:
    """Tell whether a process with this number runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
