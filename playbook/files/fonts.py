"""The fonts: what paper is set in, and what stylesheets ask for. One that is missing would pass without a word, and so would its bold letters."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

from playbook.files.diagnostics import Problem

FOLDER = "playbook/fonts"
STYLES = ("Regular", "Bold")
FONTS = (  # of papers; what Public Sans lacks is taken from the others
    *(f"PublicSans-{style}.ttf" for style in (*STYLES, "Italic", "BoldItalic")),
    *(f"{family}-{style}.ttf" for family in ("NotoSans", "NotoSansCherokee") for style in STYLES),
)
ADDRESS = re.compile(r"""url\(\s*["']?(?!data:|https?:|//|#)([^"')#?\s]+)""")
BRING_BACK = "bring it back from the original"


def font_problems(project: Path) -> Iterator[Problem]:
    """Yield each font of the papers that is missing or damaged, and each file that a stylesheet of docs/ asks for and is not there."""
    for name in FONTS:
        if message := _font_message(project / FOLDER / name):
            yield Problem(f"{FOLDER}/{name}", f"{message}; papers are set in it, {BRING_BACK}")
    for sheet in sorted((project / "docs/assets").rglob("*.css")):
        name = sheet.relative_to(project).as_posix()
        for number, line in enumerate(sheet.read_text("utf-8", "replace").splitlines(), 1):
            for address in missing_addresses(sheet, line):
                yield Problem(name, f"asks for {address}, which is not there, is empty or damaged; {BRING_BACK}, or see how it is spelled", number)


def missing_addresses(sheet: Path, text: str) -> Iterator[str]:
    """Yield each address in a stylesheet's text that leads to no file."""
    for address in ADDRESS.findall(text):
        file = sheet.parent / address
        if not file.is_file() or not file.stat().st_size or (file.suffix == ".woff2" and not _is_whole(file.read_bytes())):
            yield address


def _is_whole(content: bytes) -> bool:
    """Tell whether a WOFF2 font is as long as it says at its head (https://www.w3.org/TR/WOFF2/#woff20Header)."""
    return content[:4] == b"wOF2" and int.from_bytes(content[8:12], "big") == len(content)


def _font_message(file: Path) -> str:
    """Return what is wrong with a TrueType font: its table of contents (OpenType, "Table directory") names parts that lie within the file."""
    try:
        content = file.read_bytes()
    except OSError as error:
        return "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
    try:
        count = struct.unpack_from(">H", content, 4)[0]
        ends = [sum(struct.unpack_from(">LL", content, 12 + 16 * number + 8)) for number in range(count)]
    except struct.error:
        return "is damaged"
    if content[:4] not in (b"\0\1\0\0", b"OTTO") or not ends or max(ends) > len(content):
        return "is damaged"
    name = re.sub(r"(?<=[a-z])(?=[A-Z])|-", " ", file.stem)  # PublicSans-BoldItalic is Public Sans Bold Italic, as its own table of names says
    named = [(name + more).encode("utf-16-be") in content for more in ("", " Italic")]
    return "" if named == [True, False] else "is another font than its name says"
