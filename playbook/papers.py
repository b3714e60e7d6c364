"""An edition's paper: every sheet as PDF and Word, made from the pages that the edition shows, and all of them in one archive."""

import hashlib
import os
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

from playbook import attribution
from playbook.book import NAME as BOOK
from playbook.book import book_source
from playbook.built import BuiltPage
from playbook.document import Document
from playbook.edition import Edition
from playbook.field import date_in_words
from playbook.page import load_pages
from playbook.paper_check import pdf_messages, word_messages
from playbook.pdf import compiled, write_pdf
from playbook.problem import Problem, ProblemsFound
from playbook.reading import read_sheet
from playbook.region_file import FOLDER as REGIONS
from playbook.sheet import FOLDER, Sheet, all_sheets
from playbook.site_file import Site
from playbook.word import write_word

ARCHIVE = "all-sheets.zip"


def make_papers(project: Path, site: Site, edition: Edition, place: Path, today: date) -> int:
    """Write the PDF and Word files of an edition that stands in the folder `place`; return how many. ProblemsFound for what cannot be set."""
    folder = place / FOLDER
    if not folder.is_dir():
        return 0
    foot, line = attribution.foot("toolkit", edition.region), edition_line(edition)
    logo = project / REGIONS / site.official_logo.file if site.official_logo else None
    made = []
    for sheet in all_sheets():
        document = read_sheet(BuiltPage(folder / f"{sheet.stem}.html", f"{edition.path}{FOLDER}/{sheet.stem}.html"))
        address = f"{site.site_url.rstrip('/')}/{edition.path}{FOLDER}/{sheet.audience}.html" if site.site_url else ""
        key = _key(document, foot, line, site.paper, today, logo, address)
        writers = {
            ".pdf": lambda path, d=document, a=address: write_pdf(d, foot, line, site.paper, today, path, logo, a),
            ".docx": lambda path, d=document: write_word(d, foot, line, site.paper, today, path, logo),
        }
        for suffix, write in writers.items():
            made.append(folder / f"{sheet.stem}{suffix}")
            _kept(project, key, made[-1], write, partial(_messages, sheet, project=project, foot=foot), document.page)
    _archive(made, folder / ARCHIVE, today)
    book = book_source(load_pages(project)[0], edition, place, line, site.paper)
    key = hashlib.sha256(f"{book}{today}{_code()}".encode()).hexdigest()
    name = f"{edition.path}{BOOK}"
    _kept(project, key, place / BOOK, lambda path: path.write_bytes(compiled(book, today, name)), partial(pdf_messages, foot=None), name)
    return len(made) + 1


def paper_problems(project: Path, edition: Edition, place: Path) -> list[Problem]:
    """Return what is wrong with the papers of an edition that stands in the folder `place`."""
    foot = attribution.foot("toolkit", edition.region)
    problems = []
    for sheet in all_sheets():
        for suffix in (".pdf", ".docx"):
            file = place / FOLDER / f"{sheet.stem}{suffix}"
            name = f"{edition.path}{FOLDER}/{file.name}"
            problems += [Problem(name, f"{message} (source: docs/{FOLDER}/{sheet.stem}.md)") for message in _messages(sheet, file, project=project, foot=foot)]
    return problems


def _messages(sheet: Sheet, file: Path, *, project: Path, foot: str) -> list[str]:
    sides = 1 if sheet.leave else 2
    return _checked(project, file, f"{foot}{sides}", lambda: pdf_messages(file, foot, sides) if file.suffix == ".pdf" else word_messages(file, foot))


def _checked(project: Path, file: Path, promise: str, look: Callable[[], list[str]]) -> list[str]:
    """Return what is wrong with a file; the same bytes found good for the same promise before are not opened again."""
    if not file.is_file():
        return ["is not there"]
    mark = _cache(project) / "checked" / hashlib.sha256(file.read_bytes() + promise.encode() + _code().encode()).hexdigest()
    found = [] if mark.exists() else look()
    if not found:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return found


def edition_line(edition: Edition) -> str:
    """Return what the foot says of the edition: its region, that it is fictional, and when its file was last looked through."""
    region = edition.region
    if not region:
        return "General edition"
    parts = [region.region, "fictional example" if region.example else "", f"updated {date_in_words(region.updated)}" if region.updated else ""]
    return " · ".join(part for part in parts if part)


def _archive(files: list[Path], archive: Path, today: date) -> None:
    """Put files into one zip archive, the same bytes for the same files and day."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for file in sorted(files):
            info = zipfile.ZipInfo(file.name, (max(today.year, 1980), today.month, today.day, 0, 0, 0))
            info.external_attr = 0o644 << 16
            target.writestr(info, file.read_bytes(), zipfile.ZIP_DEFLATED if file.suffix == ".pdf" else zipfile.ZIP_STORED)


def _kept(project: Path, key: str, path: Path, write: Callable[[Path], None], messages: Callable[[Path], list[str]], source: str) -> None:
    """Write a file and check it, or copy the one that the same inputs gave before (.cache/, or PLAYBOOK_CACHE)."""
    kept = _cache(project) / "papers" / f"{key}{path.suffix}"
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


def _cache(project: Path) -> Path:
    return Path(os.environ.get("PLAYBOOK_CACHE") or project / ".cache")


def _key(document: Document, foot: str, line: str, paper: str, today: date, logo: Path | None, address: str) -> str:
    """Return a digest of everything that a paper is made from, the writers included."""
    given = repr((document, foot, line, paper, today, logo and hashlib.sha256(logo.read_bytes()).hexdigest(), address, _code()))
    return hashlib.sha256(given.encode()).hexdigest()


@cache
def _code() -> str:
    """Return a digest of the code and fonts that make and check papers."""
    here = Path(__file__).parent
    sources = [*sorted(here.glob("pdf*.py")), *sorted(here.glob("word*.py")), here / "paper_check.py", here / "sheet.typ", *sorted((here / "fonts").glob("*.ttf"))]
    return hashlib.sha256(b"".join(hashlib.sha256(source.read_bytes()).digest() for source in sources)).hexdigest()
