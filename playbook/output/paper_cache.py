"""Papers kept from one build to the next, by everything they are made from."""

import functools
import hashlib
from collections.abc import Callable
from pathlib import Path

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.output.cache import kept, put, tools


def keep(project: Path, key: str, path: Path, write: Callable[[Path], None], messages: Callable[[Path], list[str]], source: str) -> None:
    """Write a file and check it, or copy the one that the same inputs gave before. ProblemsFound names `source`, the page it is made from."""
    name = f"{key}{path.suffix}"
    if (content := kept(project, "papers", name)) is not None:
        path.write_bytes(content)
        return
    try:
        write(path)
    except TypeError as error:  # the Word writer names page and block
        raise ProblemsFound([Problem(source, str(error))]) from None
    if found := messages(path):
        raise ProblemsFound(Problem(source, f"its {path.suffix} file {message}") for message in found)
    put(project, "papers", name, path.read_bytes())


def checked(project: Path, file: Path, promise: str, look: Callable[[], list[str]]) -> list[str]:
    """Return what is wrong with a file; the same bytes found good for the same promise before are not opened again."""
    if not file.is_file():
        return ["is not there"]
    name = hashlib.sha256(file.read_bytes() + promise.encode() + code().encode()).hexdigest()
    if kept(project, "checked", name) is not None:
        return []
    if not (found := look()):
        put(project, "checked", name, b"")
    return found


def digest(*given: object) -> str:
    """Return a digest of everything that a paper is made from, the writers included."""
    return hashlib.sha256(repr((*given, code())).encode()).hexdigest()


@functools.cache
def code() -> str:
    """Return a digest of the code, fonts and tools that make and check papers."""
    package = Path(__file__).parents[1]
    sources = [
        *sorted(path for path in (package / "paper").rglob("*.*") if path.suffix in (".py", ".typ", ".jinja", ".docx")),
        *sorted((package / "fonts").glob("*.ttf")),
    ]
    sources += [package.parent / "docs/assets/stylesheets" / name for name in ("base/tokens.css", "components/audiences.css", "print/scale.css")]  # the design
    return hashlib.sha256(tools().encode() + b"".join(hashlib.sha256(source.read_bytes()).digest() for source in sources)).hexdigest()
