"""The sides of a PDF file, as a reader sees them: their text, and which of it is large, dark and on the paper."""

import ctypes
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pypdfium2 import PdfDocument, PdfTextPage
from pypdfium2 import raw as pdfium

SMALLEST = 3.0  # points, from the top of the letters to their lowest; 7.5 point type has about 5
PALEST = 217  # of 255, of every channel
INVISIBLE = (3, 7)  # text render modes of PDF that paint nothing (ISO 32000, table 104)


@dataclass(frozen=True)
class PdfSide:
    """One side: its text without blanks, for a reader breaks lines, and words, where the page does; and which of the wanted words can be seen."""

    text: str
    seen: frozenset[str]

    def holds(self, words: str) -> bool:
        """Tell whether words stand on the side."""
        return squeezed(words) in self.text


def read_sides(file: Path, wanted: Collection[str], read: bool = True) -> tuple[list[PdfSide], int]:
    """Return the sides of a PDF file, none if they are not to be read, and how many there are. PdfiumError if it is no PDF file.

    `wanted`: the words of which a side tells whether they can be seen.
    """
    document = PdfDocument(file)
    try:
        return [_side(page.get_textpage(), page.get_size(), wanted) for page in (document if read else ())], len(document)
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Return text without blanks."""
    return re.sub(r"\s+", "", text)


def _side(page: PdfTextPage, size: tuple[float, float], wanted: Collection[str]) -> PdfSide:
    text = page.get_text_range()
    places = {words: [(found.start(), found.end()) for found in re.finditer(r"\s*".join(map(re.escape, squeezed(words))), text)] for words in wanted}
    seen = {
        words for words, found in places.items()
        if any(all(text[place].isspace() or _is_seen(page, place, size) for place in range(start, end)) for start, end in found)
    }  # fmt: skip
    return PdfSide(squeezed(text), frozenset(seen))


def _is_seen(page: PdfTextPage, place: int, size: tuple[float, float]) -> bool:
    left, bottom, right, top = page.get_charbox(place, loose=True)
    if top - bottom < SMALLEST or right < 0 or top < 0 or left > size[0] or bottom > size[1]:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(page, place, red, green, blue, alpha)
    if alpha.value < 128 or min(red.value, green.value, blue.value) > PALEST:
        return False
    return pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(page, place)) not in INVISIBLE
