"""The finished pages of the general edition with the files that editions share, kept from one build to the next by everything they are made from."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from playbook.output.cache import kept, put, tools

MADE_FROM = ("docs", "macros", "overrides", "playbook", "mkdocs.yml", "site.yml")  # what MkDocs, the macros and the finishing read
KIND = "pages"  # its subfolder of what is kept
TEXTS, FILES = "text/", "file/"  # in the archive: pages, and files as they stand in the site


def pages_digest(project: Path, *others: object) -> str:
    """Return a digest of everything that pages are made from: the project's own files, our tools, and what else is told by its `repr`."""
    digest = hashlib.sha256(repr((tools(), *others)).encode())
    for top in (project / name for name in MADE_FROM):
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(f"\0{file.relative_to(project).as_posix()}\0".encode("utf-8", "surrogateescape"))
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def take_pages(project: Path, name: str, new: Path) -> tuple[dict[str, str], list[str]] | None:
    """Return what was kept under a name: pages as text by their addresses, and the names of the files, which stand in the folder `new` then. None if nothing was kept."""
    if (content := kept(project, KIND, name)) is None:
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        files = [entry.removeprefix(FILES) for entry in names if entry.startswith(FILES)]
        for file in files:
            (new / file).parent.mkdir(parents=True, exist_ok=True)
            (new / file).write_bytes(archive.read(FILES + file))
        return {entry.removeprefix(TEXTS): archive.read(entry).decode() for entry in names if entry.startswith(TEXTS)}, files


def keep_pages(project: Path, name: str, pages: Mapping[str, str], new: Path, files: Iterable[str]) -> None:
    """Keep pages (text by address) and the files that stand in the site to be under these names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for url, html in pages.items():
            archive.writestr(TEXTS + url, html)
        for file in files:
            archive.write(new / file, FILES + file)
    put(project, KIND, name, held.getvalue())
