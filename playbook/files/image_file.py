"""A picture that a copy brings: what its name says it is, of a sensible size, and with nothing in it that runs or asks another site."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from playbook.files.diagnostics import Problem, nearest
from playbook.files.file_guard import PICTURE, file_problem
from playbook.files.svg import draws_text, svg_messages

LETTERS = "draws letters in a font, which paper and most devices draw in another, and cut off; turn its text into paths or outlines, or save it as PNG"
KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WebP"}
WIDEST = 4000  # pixels; a small file may unpack to gigabytes
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers of a JPEG's frame header, SOF0 to SOF15 (ITU-T T.81, table B.1)
ALONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers of a JPEG that no length follows


def picture_problems(folder: Path, file: str, name: str, line: int, key: str, called: str = "") -> list[Problem]:
    """Return what is wrong with the picture `file` of a folder, which the file `name` asks for under a key. `called`: what messages call the folder."""
    path, called = folder / file, called or folder.name
    said = f"{called}/{file}"
    if not path.exists() and not path.is_symlink():
        return [Problem(name, f'"{file}" is not in the folder {called}/; {_nearly_named(path) or "put the picture there"}', line, key)]
    if problem := file_problem(path, said, PICTURE):
        return [problem]
    messages = list(content_messages(path))
    if not messages and path.suffix.lower() == ".svg" and draws_text(path.read_bytes()):
        messages = [LETTERS]
    return [Problem(said, message) for message in messages]


def _nearly_named(path: Path) -> str:
    """Return `did you mean "Logo.PNG"?` for a picture beside a path that has nearly its name; empty where there is none."""
    pictures = [one.name for one in path.parent.glob("*") if one.suffix.lower() in (".svg", *KINDS)]
    same = [name for name in pictures if Path(name).stem.lower() == path.stem.lower()]
    near = next(iter(sorted(same)), "") or nearest(path.name, pictures, 0.85)
    return f'did you mean "{near}"?' if near else ""


def content_messages(path: Path) -> Iterator[str]:
    """Yield what a picture holds that it must not; the file is one that may be opened."""
    data, suffix = path.read_bytes(), path.suffix.lower()
    if suffix == ".svg":
        yield from svg_messages(data)
        return
    kind = KINDS[suffix]
    if kind_of(data) != kind:
        yield f"is not a {kind} picture, whatever its name says; save it as one again"
        return
    size = pixels(data)
    if not size or 0 in size:
        yield f"is a damaged {kind} picture; save it again"
    elif max(size) > WIDEST:
        yield f"is {size[0]} by {size[1]} pixels; make it at most {WIDEST} wide and high"
    elif not _is_whole(data):
        yield f"is a {kind} picture of which a part is lost or damaged, as by a broken download; get it anew, or save it again"


def kind_of(data: bytes) -> str:
    """Return the kind of a picture of pixels by how its bytes begin, a value of KINDS; "" for any other file."""
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    return "PNG" if data.startswith(b"\x89PNG\r\n\x1a\n") else "JPEG" if data.startswith(b"\xff\xd8\xff") else ""


def pixels(data: bytes) -> tuple[int, int] | None:
    """Return the width and height of a picture of pixels as its header says; None for a header that is damaged."""
    kind = kind_of(data)
    if kind == "PNG":  # https://www.w3.org/TR/png/#11IHDR
        return _sides(data[16:24], 4, "big") if data[12:16] == b"IHDR" else None
    if kind == "GIF":  # the logical screen
        return _sides(data[6:10], 2, "little")
    return _jpeg_pixels(data) if kind == "JPEG" else _webp_pixels(data) if kind == "WebP" else None


def _is_whole(data: bytes) -> bool:
    """Tell whether a picture of pixels, whose header is sound, goes on to its end; what stands behind that does no harm."""
    match kind_of(data):
        case "PNG":
            return _png_is_whole(data)
        case "JPEG":
            return data.find(b"\xff\xd9", _frame(data)) > 0  # end of image; one before the frame header ends a small picture within
        case "WebP":
            return len(data) >= 8 + int.from_bytes(data[4:8], "little")
    return data.rstrip(b"\0").endswith(b";")  # GIF's trailer


def _png_is_whole(data: bytes) -> bool:
    """Go from chunk to chunk, each with its checksum, to the last (https://www.w3.org/TR/png/#5Chunk-layout)."""
    at = 8
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return False
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at = end + 4
    return False


def _sides(data: bytes, length: int, order: Literal["big", "little"]) -> tuple[int, int] | None:
    if len(data) < 2 * length:
        return None
    width, height = (int.from_bytes(part, order) for part in (data[:length], data[length : 2 * length]))
    return width, height


def _jpeg_pixels(data: bytes) -> tuple[int, int] | None:
    at = _frame(data)
    sides = _sides(data[at + 5 : at + 9], 2, "big") if at else None
    return (sides[1], sides[0]) if sides else None  # the height comes first


def _frame(data: bytes) -> int:
    """Return where a JPEG's frame header begins, whatever the segments before it are (ITU-T T.81, B.2.2); 0 where there is none."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in FRAMES:
            return at
        if marker == 0xFF:  # fill byte
            at += 1
        elif marker in ALONE:
            at += 2
        elif marker in (0xD8, 0xD9, 0xDA):  # another beginning, an end, or pixels without a header
            return 0
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0


def _webp_pixels(data: bytes) -> tuple[int, int] | None:
    """Read the first chunk (https://developers.google.com/speed/webp/docs/riff_container)."""
    chunk = data[12:16]
    if len(data) < 30:
        return None
    if chunk == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if chunk == b"VP8L":
        packed = int.from_bytes(data[21:25], "little")
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    return None
