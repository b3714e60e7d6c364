"""PDF files from typst sources, with no browser and no system library; tagged as PDF/UA-1."""

import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.paper.pdf_objects import packed

if TYPE_CHECKING:
    import typst

PICTURE = re.compile(r'image\("(/[^"]+)"')  # in a source
UNDRAWN = "cannot be drawn on paper ({}); save it again as PNG or JPEG"
PRINTED = 600  # pixels an inch
PROJECT = Path(__file__).parents[2]


@cache
def _compiler() -> "typst.Compiler":
    """Return the one compiler of this process: it keeps the fonts and what it has set before."""
    import typst  # noqa: PLC0415 (slow to load; only papers need it)

    return typst.Compiler(root=str(PROJECT), font_paths=[str(PROJECT / "playbook" / "fonts")], ignore_system_fonts=True)


@cache
def png_of(drawing: bytes, name: str) -> bytes:
    """Return an SVG picture as a PNG file, fine enough for print; ProblemsFound, with the picture's name, where it cannot be drawn."""
    import typst  # noqa: PLC0415 (as above)

    source = '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image(bytes(sys.inputs.drawing), format: "svg", height: 12mm)'
    try:
        made = _compiler().compile(input=source.encode(), format="png", ppi=PRINTED, sys_inputs={"drawing": drawing.decode("utf-8-sig")})
    except typst.TypstError as error:
        raise ProblemsFound([Problem(name, f"cannot be drawn for Word ({' '.join(str(error).split())[:200]}); save it as PNG, and name that")]) from None
    return made if isinstance(made, bytes) else b"".join(made or ())


class RunsOver(Exception):
    """What was set needs more sides than it may have."""


def compiled(source: str, today: date, page: str) -> bytes:
    """Return the PDF/UA-1 file of a typst source. ProblemsFound says why `page` cannot be set."""
    return set_source(source, page, today)


def set_source(source: str, page: str, today: date | None = None) -> bytes:
    """Return what typst makes of a source: a PDF/UA-1 file of a day, or without one, a plain PDF file to measure by.

    RunsOver if it needs more sides than it may have; ProblemsFound says why `page` cannot be set.
    """
    import typst  # noqa: PLC0415 (as above)

    stamp = int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()) if today else None
    try:
        made = _compiler().compile(input=source.encode(), format="pdf", pdf_standards=["ua-1"] if today else [], timestamp=stamp)
        pdf = made if isinstance(made, bytes) else b"".join(made or ())
        return packed(pdf) if today else pdf
    except typst.TypstError as error:
        if "panicked with: sides" in str(error):
            raise RunsOver from None
        said = " ".join(str(error).split())[:300]
        undrawn = [Problem(name[1:], UNDRAWN.format(said)) for name in PICTURE.findall(source) if not _draws(name)]
        raise ProblemsFound(undrawn or [Problem(page, f"cannot be set as PDF: {said}")]) from None


def forget(sources: int) -> None:
    """Let the typesetter know less of what it has set before, as if it had set so many sources since; it remembers ten."""
    for _ in range(sources):
        _compiler().compile(input=b"", format="pdf")


def place_of(file: Path) -> str:
    """Return a file's path from the project's top, which may be reached by a link; one that lies elsewhere has its whole path."""
    place, top = file.parent.resolve() / file.name, PROJECT.resolve()
    return (place.relative_to(top) if place.is_relative_to(top) else place).as_posix()


def _draws(picture: str) -> bool:
    """Tell whether a picture, by its path from the project's top, can be drawn."""
    import typst  # noqa: PLC0415 (as above)

    try:
        _compiler().compile(input=f'#image("{picture}", height: 9mm)'.encode(), format="pdf")
    except typst.TypstError:
        return False
    return True
