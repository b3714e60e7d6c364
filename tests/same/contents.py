"""What a file of a built site says, as a list of lines or tokens that two versions can be compared by."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
from docx.table import Table

from tests.same.canonical import BLANKS, Token, tokens, undigested
from tests.same.renames import Renames
from tests.same.search import is_index


def pdf(file: Path, renames: Renames) -> list[Token]:
    """Return the lines of a PDF file, page by page."""
    with pypdfium2.PdfDocument(file) as document:
        return [_line(line) for number, page in enumerate(document, 1) for line in (f"— page {number}", *page.get_textpage().get_text_range().splitlines())]


def word(file: Path, renames: Renames) -> list[Token]:
    """Return the paragraphs of a Word file with their styles, and the cells of its tables, in order; then what stands in its foot."""
    document = docx.Document(str(file))
    feet = [line for section in document.sections for part in (section.header, section.footer) for line in _blocks(part.iter_inner_content())]
    return [_line(line) for line in (*_blocks(document.iter_inner_content()), *feet)]


def _blocks(blocks) -> list[str]:  # of python-docx, which says what these are in words only
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found += [f"| {line}" for row in block.rows for cell in row.cells for line in (_blocks(cell.iter_inner_content()) or [""])]
        else:
            found.append(f"{block.style.name}: {block.text}" if block.style else block.text)
    return found


def text(file: Path, renames: Renames) -> list[Token]:
    """Return the lines of a calendar file or another text, addresses with their new names."""
    return [_line(undigested(renames.path(line))) for line in file.read_text("utf-8").splitlines()]


def page(file: Path, renames: Renames) -> list[Token]:
    """Return the tokens of a page."""
    return tokens(file.read_bytes(), renames)


def data(file: Path, renames: Renames) -> list[Token]:
    """Return the lines of a JSON file, keys sorted."""
    return [_line(renames.path(line)) for line in json.dumps(json.loads(file.read_text("utf-8")), indent=1, sort_keys=True, ensure_ascii=False).splitlines()]


READERS: dict[str, Callable[[Path, Renames], list[Token]]] = {
    ".html": page, ".pdf": pdf, ".docx": word, ".ics": text, ".xml": text, ".json": data, ".txt": text, ".yml": text,
}  # fmt: skip


def _line(line: str) -> Token:
    return Token("text", BLANKS.sub(" ", line).strip())


def files(site: Path, renames: Renames) -> dict[str, Path]:
    """Return the files of a site by path, with new names and without digests. Lists of digests and the search's own files are no part of it."""
    found = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    return {undigested(renames.path(path)): file for path, file in found.items() if not re.search(r"(^|/)SHA256SUMS$", path) and not is_index(path)}
