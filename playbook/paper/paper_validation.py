"""Finished papers, opened by independent readers: the credit on every side, PDF/UA-1, the number of sides."""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import page as pdf_validation
from lxml import etree
from pypdfium2 import PdfiumError

from playbook.content import attribution
from playbook.output.html_page import plain
from playbook.paper.pdf_sides import read_sides

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
SMALLEST_WORD = 10  # half points
REMEMBERED = 64  # footers: those of the editions made beside one another
PARSER = etree.XMLParser(resolve_entities=False)


def pdf_messages(file: Path, foot: str, sides: int | None = None, form: bool = True) -> list[str]:
    """Return what is wrong with a PDF file.

    `foot`: the credit on every side; `sides`: how many, None: any number; `form`: whether every side is read and the file held against PDF/UA-1, or
    its sides are only counted.
    """
    return _pdf_messages(file, (foot,), sides, form)


def book_messages(file: Path, feet: Sequence[str], form: bool = True) -> list[str]:
    """Return what is wrong with a book, whose sides have one of these feet each; its cover has the first. `form` as above."""
    return _pdf_messages(file, feet, None, form)


def _pdf_messages(file: Path, feet: Sequence[str], sides: int | None, form: bool) -> list[str]:
    try:
        found, count = read_sides(file, feet, form)
    except (OSError, PdfiumError) as error:
        return [f"cannot be read as PDF: {error}"]
    messages = []
    if sides is not None and count != sides:
        messages.append(f"has {count} sides, {sides} are right")
    if bare := [str(number) for number, side in enumerate(found, 1) if not any(side.holds(foot) for foot in (feet if number > 1 else feet[:1]))]:
        messages.append(f"lacks the credit on side {', '.join(bare)}")
    elif unseen := [str(number) for number, side in enumerate(found, 1) if not side.seen]:
        messages.append(f"hides the credit on side {', '.join(unseen)}: it is too small, too pale or outside of the paper")
    adapted, ours = attribution.line("toolkit"), attribution.foot("playbook")
    if wrong := [str(number) for number, side in enumerate(found, 1) if side.holds(adapted) and side.holds(ours)]:
        messages.append(f"holds adapted parts under the credit of ours on side {', '.join(wrong)}")
    report = pdf_validation.validate_pdf(str(file), profile="ua1") if form else None
    if report and not report.is_compliant:
        messages.append(f"is not PDF/UA-1: {'; '.join(str(failure) for failure in report.failures[:3])}")
    return messages


def word_messages(file: Path, foot: str, form: bool = True) -> list[str]:
    """Return what is wrong with a Word file: every section must show the credit at the foot of each page, and the file's properties name it.

    `form`: whether its text is read, too, or its footers and properties only.
    """
    try:
        with zipfile.ZipFile(file) as parts:
            body = etree.fromstring(parts.read("word/document.xml"), PARSER) if form else None
            properties, styles = etree.fromstring(parts.read("docProps/core.xml"), PARSER), parts.read("word/styles.xml")
            feet = [_foot(parts.read(name), styles) for name in parts.namelist() if re.fullmatch(r"word/footer\d+\.xml", name)]
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return [f"cannot be read as a Word file: {error}"]
    section = None if body is None else next(body.iter(f"{WORD}sectPr"), None)
    messages = []
    if form and (section is None or section.find(f"{WORD}footerReference") is None):
        messages.append("has no footer in its first section")
    if not feet or any(plain(foot) not in said for said, _ in feet):
        messages.append("lacks the credit in a footer")
    elif any(plain(foot) not in seen for _, seen in feet):
        messages.append("hides the credit in a footer: it is marked as hidden, white or too small")
    if plain(foot) not in plain(properties.findtext(f"{DUBLIN_CORE}description") or ""):
        messages.append("lacks the credit in its properties")
    return messages


@dataclass(frozen=True)
class _Styles:
    """The styles of a Word file by their ids, and the look of all text."""

    named: Mapping[str, etree._Element]
    all_text: etree._Element | None


@lru_cache(maxsize=REMEMBERED)
def _foot(part: bytes, styles: bytes) -> tuple[str, str]:
    """Return the text of a footer, which is that of many files, and what can be seen of it. XMLSyntaxError."""
    root = etree.fromstring(part, PARSER)
    return plain(_said(root)), plain(_said(root, _styles(styles)))


def _styles(part: bytes) -> _Styles:
    root = etree.fromstring(part, PARSER)
    named = {style.get(f"{WORD}styleId", ""): style for style in root.iter(f"{WORD}style")}
    return _Styles(named, root.find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr"))


def _said(root: etree._Element, styles: _Styles | None = None) -> str:
    """Return the text of a part of a Word file; with its styles, only what can be seen of it."""
    runs = [(run, paragraph) for paragraph in root.iter(f"{WORD}p") for run in paragraph.iter(f"{WORD}r")]
    return "".join(node.text or "" for run, paragraph in runs if styles is None or not _is_hidden(run, paragraph, styles) for node in run.iter(f"{WORD}t"))


def _is_hidden(run: etree._Element, paragraph: etree._Element, styles: _Styles) -> bool:
    """Tell whether a run is hidden, white or too small: by itself, or by a style of its own, of its paragraph, or of all text."""
    looks = [run.find(f"{WORD}rPr")]
    for holder, tag in ((run, "rPr/{}rStyle"), (paragraph, "pPr/{}pStyle")):
        found = holder.find(WORD + tag.format(WORD))
        name, seen = found.get(f"{WORD}val") if found is not None else None, set[str]()
        while name and name not in seen and (style := styles.named.get(name)) is not None:
            seen.add(name)
            looks.append(style.find(f"{WORD}rPr"))
            based = style.find(f"{WORD}basedOn")
            name = based.get(f"{WORD}val") if based is not None else None
    looks.append(styles.all_text)
    given = {kind: _first(looks, kind) for kind in ("vanish", "webHidden", "color", "sz")}
    hidden = any(value is not None and value not in ("0", "false", "off") for value in (given["vanish"], given["webHidden"]))
    pale = re.fullmatch(r"[Ee][6-9A-Fa-f].{4}|[Ff].[Ff].[Ff].", given["color"] or "") is not None
    return hidden or pale or int(given["sz"] or 20) < SMALLEST_WORD


def _first(looks: Iterable[etree._Element | None], kind: str) -> str | None:
    """Return the value of the first property of a kind; "" for one without a value, None if there is none."""
    found = [look.find(f"{WORD}{kind}") for look in looks if look is not None]
    return next((one.get(f"{WORD}val", "") for one in found if one is not None), None)
