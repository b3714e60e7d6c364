"""A Word file as a zip of parts: the empty one to write into, and the finished one with the same bytes every time.

The empty one is made here, not taken from python-docx, whose own brings 900 KB of styles, a thumbnail, an untrue program name and
two faults of form.
"""

import io
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import docx
from docx.document import Document as WordFile

from playbook.paper.docx.styles import COLOURS, TEXT_SIZE, WORD, numbering, styles

PAPERS = {"letter": (12240, 15840), "a4": (11906, 16838)}  # lengths are twentieths of a point
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN, FOOTER_MARGIN = 1080, 792, 1300, 520
CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_PARTS = {  # name: its kind; the document is first, the others belong to it
    "document": "wordprocessingml.document.main", "styles": "wordprocessingml.styles", "numbering": "wordprocessingml.numbering",
    "settings": "wordprocessingml.settings", "fontTable": "wordprocessingml.fontTable", "theme": "theme",
}  # fmt: skip


@cache
def empty_file(audience: str, paper: str, size: float = TEXT_SIZE) -> bytes:
    """Return an empty Word file in an audience's colour, its text of a size in points. KeyError for an audience or a paper that is not known."""
    width, height = PAPERS[paper]
    parts = {
        "document": f'<w:document {WORD}><w:body><w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{TOP_MARGIN}" '
        f'w:right="{SIDE_MARGIN}" w:bottom="{BOTTOM_MARGIN}" w:left="{SIDE_MARGIN}" w:header="{TOP_MARGIN}" '
        f'w:footer="{FOOTER_MARGIN}" w:gutter="0"/><w:cols w:space="720"/></w:sectPr></w:body></w:document>',
        "styles": styles(COLOURS[audience], width - 2 * SIDE_MARGIN, size),
        "numbering": numbering(),
        # mode 15: Word opens it as its own, not "in compatibility mode"
        "settings": f'<w:settings {WORD}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US"/></w:settings>',
        "fontTable": f'<w:fonts {WORD}><w:font w:name="Arial"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>',
    }
    others = list(_PARTS)[1:]
    files = {
        CONTENT_TYPES: f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in _PARTS.items())
        + "</Types>",
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships({name: f"{name}.xml" for name in others}),
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    written = {name: (head + text).encode() for name, text in files.items()}
    return zipped({**written, "word/theme.xml": _theme()}, date(1980, 1, 1))


def _relationships(targets: dict[str, str]) -> str:
    links = "".join(f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(targets.items(), 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _theme() -> bytes:
    """Return the theme that python-docx brings: Word wants one; no style of ours uses it."""
    with zipfile.ZipFile(Path(docx.__file__).parent / "templates" / "default.docx") as default:
        return default.read("word/theme/theme1.xml")


def parts_of(file: WordFile) -> dict[str, bytes]:
    """Return the parts of a file of python-docx by their names."""
    loose = io.BytesIO()
    file.save(loose)
    with zipfile.ZipFile(loose) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def zipped(parts: dict[str, bytes], day: date) -> bytes:
    """Return a Word file of these parts: in one order and dated `day`, whatever the clock and the machine."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):  # the types come first, as readers expect
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            out.writestr(entry, parts[name])
    return packed.getvalue()
