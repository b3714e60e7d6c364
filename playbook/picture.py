"""A picture that a copy brings: what its name says it is, of a sensible size, and with nothing in it that runs or asks another site."""

import re
from collections.abc import Iterator
from pathlib import Path

from docx.image.image import Image
from lxml import etree

from playbook.plain_file import PICTURE, file_problem
from playbook.problem import Problem

KINDS = {".png": ("PNG", b"\x89PNG\r\n\x1a\n"), ".jpg": ("JPEG", b"\xff\xd8\xff"), ".jpeg": ("JPEG", b"\xff\xd8\xff"),
         ".gif": ("GIF", b"GIF8"), ".webp": ("WebP", b"RIFF")}  # fmt: skip
MEASURED = (".png", ".jpg", ".jpeg")  # what a sheet may show: its size is known before it is drawn
WIDEST = 4000  # pixels; a small file may unpack to gigabytes
RUNS = ("script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener")  # elements of SVG, in small letters
WITHIN = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp)[;,])", re.IGNORECASE)  # addresses that lead nowhere else
STYLED = re.compile(r"@import|url\(\s*[\"']?(?!\s*#)|expression\(|\\", re.IGNORECASE)


def picture_problems(folder: Path, file: str, name: str, line: int, key: str) -> list[Problem]:
    """Return what is wrong with the picture `file` of a folder, which the file `name` asks for under a key."""
    path, said = folder / file, f"{folder.name}/{file}"
    if not path.exists() and not path.is_symlink():
        return [Problem(name, f'"{file}" is not in the folder {folder.name}/; put the picture there', line, key)]
    problem = file_problem(path, said, PICTURE)
    return [problem] if problem else [Problem(said, message) for message in content_messages(path)]


def content_messages(path: Path) -> Iterator[str]:
    """Yield what a picture holds that it must not; the file is one that may be opened."""
    data, suffix = path.read_bytes(), path.suffix.lower()
    if suffix == ".svg":
        yield from _svg_messages(data)
        return
    kind, beginning = KINDS[suffix]
    if not data.startswith(beginning):
        yield f"is not a {kind} picture, whatever its name says; save it as one again"
    elif suffix in MEASURED:
        yield from _size_messages(data, kind)


def _size_messages(data: bytes, kind: str) -> Iterator[str]:
    try:
        picture = Image.from_blob(data)
        width, height = picture.px_width, picture.px_height
    except Exception:  # the reader has no error of its own for what is broken
        yield f"is a damaged {kind} picture; save it again"
        return
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        yield f"is {width} by {height} pixels; make it at most {WIDEST} wide and high"


def _svg_messages(data: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        yield f"is not an SVG picture that can be read: {error.msg}; save it again, or as PNG"
        return
    if etree.QName(root).localname != "svg":
        yield "is not an SVG picture; save it again, or as PNG"
    declared = root.getroottree().docinfo.internalDTD
    found = ["entities"] if declared is not None and any(True for _ in declared.iterentities()) else []
    for node in root.getroottree().iter():
        found += _active(node)
    found += ["processing instructions"] if any(isinstance(node, etree._ProcessingInstruction) for node in root.itersiblings(preceding=True)) else []
    if found:
        yield f"is an SVG picture that may run or fetch something ({', '.join(dict.fromkeys(found))}); save it as plain SVG, or as PNG"


def _active(node: etree._Element) -> Iterator[str]:
    """Yield what of an element of SVG is more than a drawing."""
    if not isinstance(node.tag, str):
        if isinstance(node, etree._ProcessingInstruction):
            yield "processing instructions"
        elif isinstance(node, etree._Entity):
            yield "entities"
        return
    name = etree.QName(node).localname.lower()
    if name in RUNS:
        yield f"<{name}>"
    if name == "style" and STYLED.search(node.text or ""):
        yield "a style that loads"
    for attribute, value in node.attrib.items():
        key = etree.QName(attribute).localname.lower()
        if key.startswith("on"):
            yield key
        elif key in ("href", "src") and not WITHIN.match(value):
            yield f"{key} to another place"
        elif key == "attributename" and "href" in value.lower():
            yield "a moving address"
        elif STYLED.search(value) and key not in ("href", "src"):
            yield "a style that loads"
