"""Every file under docs/ as a file: none leads elsewhere, and a copy's own ones are of kinds that no browser runs."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from playbook.content.page import DOCS, LOCAL
from playbook.files.diagnostics import Problem
from playbook.files.editor_files import is_dropping
from playbook.files.file_guard import ENCLOSURE, FACTS, PICTURE, file_problem, kept_by_windows
from playbook.files.image_file import KINDS, content_messages
from playbook.model.stray_files import page_like, region_like
from playbook.model.trademark import FILE_NAMED_SO, file_is_named_so

PICTURES = (".svg", *KINDS)
ENCLOSURES = (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".csv", ".txt", ".ics", ".mp3", ".mp4")
BEGINNINGS = {  # how a file of a kind begins; a server that does not know the kind lets a browser guess by it
    ".pdf": rb"\s*%PDF-", **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), rb"PK\x03\x04"), ".ics": rb"\s*BEGIN:VCALENDAR",
    **dict.fromkeys((".csv", ".txt"), rb"(?!\s*<)"), ".mp3": rb"ID3|\xff[\xe0-\xff]", ".mp4": rb".{4}ftyp",
}  # fmt: skip
PAGE_LIKE = re.compile(r"\.(md|markdown|mdown|mkdn?)(\W|_|$)", re.IGNORECASE)  # my-page.md.txt, my-page.markdown
PLAIN = ("", ".txt", ".text")  # what a text editor adds to a name, or leaves out
NO_TEXT = re.compile("[\ud800-\udfff]")  # bytes of a name that are no text in UTF-8, as Python gives them
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def docs_problems(project: Path) -> list[Problem]:
    """Return what is wrong with the files of docs/ before any is read: links, pipes, names, kinds and sizes."""
    first: dict[str, str] = {}
    problems = []
    for path, name in _walked(project):
        if (other := first.setdefault(name.casefold(), name)) != name:
            problems.append(Problem(name, f"differs from {other} only in capital letters; a Windows or Mac disk holds one of them, rename it"))
        if path.is_symlink():
            problems.append(Problem(name, "is a link to another place; put the file itself here"))
        elif file_is_named_so(path.name):
            problems.append(Problem(name, FILE_NAMED_SO))
        elif kept_by_windows(path.name):
            problems.append(Problem(name, f'Windows keeps the name "{path.name.partition(".")[0]}" for itself, so no such disk could hold it; rename it'))
        elif path.suffix.lower() != ".md" and not path.is_dir() and (PAGE_LIKE.search(path.name) or (path.suffix.lower() in PLAIN and page_like(path))):
            problems.append(Problem(name, f'looks like a page, but its name does not end in .md; rename it to "{path.name.split(".")[0]}.md"'))
        elif name == f"{DOCS}/{LOCAL}".rstrip("/") and not path.is_dir():
            problems.append(Problem(name, "is a file, where the folder of your own pages is expected; move it elsewhere"))
        elif name.startswith(f"{DOCS}/{LOCAL}"):
            problems += _local_problems(path, name)
        elif NO_TEXT.search(path.name):
            problems.append(Problem(name, "its name is not UTF-8 text, so no address leads to it; rename it"))
        elif not path.is_dir() and (problem := file_problem(path, name, ENCLOSURE)):
            problems.append(problem)
    return [*problems, *_hidden_problems(project)]


def _hidden_problems(project: Path) -> Iterator[Problem]:
    """Yield the pages in docs/, and all files of a copy's own, that are left out because a name begins with a point."""
    for path in sorted((project / DOCS).rglob("*")):
        way = path.relative_to(project / DOCS)
        own = way.parts[0] == LOCAL.rstrip("/") and not any(part.startswith(".") for part in way.parts[:-1])
        hidden = any(part.startswith(".") for part in way.parts) and (path.suffix.lower() == ".md" or (own and path.name.startswith(".")))
        if hidden and not path.is_dir() and not is_dropping(path):
            yield Problem(f"{DOCS}/{way.as_posix()}", "is left out, as its name or its folder's begins with a point; rename it, or delete it")


def _walked(project: Path) -> Iterator[tuple[Path, str]]:
    """Yield every file and folder under docs/, docs/ itself included, but for those whose names begin with a point, which MkDocs leaves out."""
    yield project / DOCS, DOCS
    for folder, folders, files in os.walk(project / DOCS):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for entry in sorted((*folders, *files)):
            if not entry.startswith("."):
                path = Path(folder) / entry
                yield path, path.relative_to(project).as_posix()


def _local_problems(path: Path, name: str) -> Iterator[Problem]:
    if region_like(path):
        return  # misplaced_problems names it
    if not NAME.fullmatch(path.name) or path.name.endswith("."):
        yield Problem(name, "its name becomes part of an address; use letters a-z, digits, points and hyphens, at most 100")
    suffix = path.suffix.lower()
    if path.is_dir() and suffix != ".md":  # one that is called like a page is named by the page's reader
        return
    kinds = {".md": FACTS, **dict.fromkeys(PICTURES, PICTURE), **dict.fromkeys(ENCLOSURES, ENCLOSURE)}
    if suffix not in kinds:
        yield Problem(name, f"is of a kind that does not belong beside pages; pages end in .md, pictures and other files in {', '.join(kinds)}")
    elif problem := file_problem(path, name, kinds[suffix]):
        yield problem
    elif suffix in PICTURES:
        yield from (Problem(name, message) for message in content_messages(path))
    elif suffix in BEGINNINGS and not _begins(path, BEGINNINGS[suffix]):
        yield Problem(name, f"is no {suffix} file, whatever its name says; save it as one again")
    elif path.suffix != suffix and suffix == ".md":
        yield Problem(name, f'is no page as long as its name ends in {path.suffix}; rename it to "{path.stem}.md"')


def _begins(path: Path, pattern: bytes) -> bool:
    with path.open("rb") as file:
        return bool(re.match(pattern, file.read(1024).removeprefix(b"\xef\xbb\xbf"), re.DOTALL | re.IGNORECASE))
