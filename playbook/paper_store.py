"""Papers kept from one build to the next, by everything they are made from (.cache/, or the folder that PLAYBOOK_CACHE names)."""

import functools
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from playbook.problem import Problem, ProblemsFound


def keep(project: Path, key: str, path: Path, write: Callable[[Path], None], messages: Callable[[Path], list[str]], source: str) -> None:
    """Write a file and check it, or copy the one that the same inputs gave before. ProblemsFound names `source`, the page it is made from."""
    kept = cache(project) / "papers" / f"{key}{path.suffix}"
    if kept.is_file():
        path.write_bytes(kept.read_bytes())
        return
    try:
        write(path)
    except TypeError as error:  # the Word writer names page and block
        raise ProblemsFound([Problem(source, str(error))]) from None
    if found := messages(path):
        raise ProblemsFound(Problem(source, f"its {path.suffix} file {message}") for message in found)
    kept.parent.mkdir(parents=True, exist_ok=True)
    new = kept.with_name(f"{kept.name}.{os.getpid()}")
    new.write_bytes(path.read_bytes())
    new.replace(kept)


def checked(project: Path, file: Path, promise: str, look: Callable[[], list[str]]) -> list[str]:
    """Return what is wrong with a file; the same bytes found good for the same promise before are not opened again."""
    if not file.is_file():
        return ["is not there"]
    mark = cache(project) / "checked" / hashlib.sha256(file.read_bytes() + promise.encode() + code().encode()).hexdigest()
    found = [] if mark.exists() else look()
    if not found:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return found


def digest(*given: object) -> str:
    """Return a digest of everything that a paper is made from, the writers included."""
    return hashlib.sha256(repr((*given, code())).encode()).hexdigest()


def cache(project: Path) -> Path:
    """Return the folder of what may be kept from one build to the next, and may be thrown away at any time."""
    return Path(os.environ.get("PLAYBOOK_CACHE") or project / ".cache")


@functools.cache
def code() -> str:
    """Return a digest of the code and fonts that make and check papers."""
    here = Path(__file__).parent
    sources = [*sorted(here.glob("pdf*.py")), *sorted(here.glob("word*.py")), here / "paper_check.py", here / "sheet.typ", *sorted((here / "fonts").glob("*.ttf"))]
    return hashlib.sha256(b"".join(hashlib.sha256(source.read_bytes()).digest() for source in sources)).hexdigest()
