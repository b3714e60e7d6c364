"""Pictures of papers: the sides of PDF files, and of Word files as LibreOffice sets them."""

import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pypdfium2

from tests.audit.needs import LIBREOFFICE
from tests.support.templates import kind, pages

PAPERS = ("sheet", "handout", "seats", "agenda", "letter", "check-up", "worksheet", "practice")
SIDES = 4  # of one paper, and of the book
SCALE = 0.9


def take(site: Path, editions: dict[str, str], out: Path, work: Path) -> list[str]:
    """Take the pictures into a folder; return a remark where Word files could not be shown."""
    files: dict[str, Path] = {}
    for edition, place in editions.items():
        chosen: dict[str, Path] = {}
        for path in pages(site / place):
            if kind(path) in PAPERS and (site / place / path).with_suffix(".docx").is_file():
                chosen[kind(path)] = site / place / path
        files |= {f"{edition}-{name}": path for name, path in chosen.items()}
        for book in (site / place).glob("*.pdf"):
            _sides(book, out, f"{edition}-book-pdf")
    for name, path in files.items():
        _sides(path.with_suffix(".pdf"), out, f"{name}-pdf")
    if LIBREOFFICE.lacking:
        return [f"no pictures of Word files: {LIBREOFFICE.name} {LIBREOFFICE.lacking}; {LIBREOFFICE.type_this}"]
    words = work / "word"
    words.mkdir()
    for name, path in files.items():
        shutil.copy(path.with_suffix(".docx"), words / f"{name}-word.docx")
    subprocess.run(
        [LIBREOFFICE.found, f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(words), *map(str, sorted(words.glob("*.docx")))],
        check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=170,
    )  # fmt: skip
    for pdf in sorted(words.glob("*.pdf")):
        _sides(pdf, out, pdf.stem)
    return [f"LibreOffice did not open {file.name}" for file in words.glob("*.docx") if not file.with_suffix(".pdf").is_file()]


def _sides(pdf: Path, out: Path, name: str) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(min(SIDES, len(document))):
            bitmap = document[number].render(scale=SCALE, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR)
            (out / f"{name}-{number + 1}.png".replace(" ", "-")).write_bytes(png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)))


def png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """Return a PNG picture of rows of red, green and blue, each `stride` bytes long."""
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + width * 3] for row in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 3))
        + chunk(b"IEND", b"")
    )
