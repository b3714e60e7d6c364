"""Finished papers, opened by independent readers: the credit on every side, PDF/UA-1, the number of sides."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import page as pdf_validation
from pypdfium2 import PdfDocument, PdfiumError

from playbook.attribution import facts
from playbook.built import plain

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_messages(file: Path, foot: str | None, sides: int | None = None, form: bool = True) -> list[str]:
    """Return what is wrong with a PDF file.

    `foot`: the credit on every side, None: any origin's; `sides`: how many, None: any number; `form`: whether every side is read and the file held
    against PDF/UA-1, or its sides are only counted.
    """
    feet = [foot] if foot else [facts()["contact"]]
    try:
        texts, count = _texts(file, form)
    except (OSError, PdfiumError) as error:
        return [f"cannot be read as PDF: {error}"]
    messages = []
    if sides is not None and count != sides:
        messages.append(f"has {count} sides, {sides} are right")
    bare = [str(number) for number, text in enumerate(texts, 1) if not any(_squeezed(foot) in _squeezed(text) for foot in feet)]
    if bare:
        messages.append(f"lacks the credit on side {', '.join(bare)}")
    report = pdf_validation.validate_pdf(str(file), profile="ua1") if form else None
    if report and not report.is_compliant:
        messages.append(f"is not PDF/UA-1: {'; '.join(str(failure) for failure in report.failures[:3])}")
    return messages


def _texts(file: Path, read: bool) -> tuple[list[str], int]:
    """Return the text of each side of a PDF file that is to be read, and how many sides it has."""
    document = PdfDocument(file)
    try:
        return [page.get_textpage().get_text_bounded() for page in (document if read else ())], len(document)
    finally:
        document.close()


def word_messages(file: Path, foot: str) -> list[str]:
    """Return what is wrong with a Word file: every section must show the credit at the foot of each page."""
    try:
        with zipfile.ZipFile(file) as parts:
            body = ElementTree.fromstring(parts.read("word/document.xml"))
            feet = [_said(ElementTree.fromstring(parts.read(name))) for name in parts.namelist() if re.fullmatch(r"word/footer\d+\.xml", name)]
    except (OSError, KeyError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        return [f"cannot be read as a Word file: {error}"]
    sections = list(body.iter(f"{WORD}sectPr"))
    messages = []
    if not sections or sections[0].find(f"{WORD}footerReference") is None:
        messages.append("has no footer in its first section")
    if not feet or any(plain(foot) not in plain(text) for text in feet):
        messages.append("lacks the credit in a footer")
    return messages


def _said(root: ElementTree.Element) -> str:
    return "".join(node.text or "" for node in root.iter(f"{WORD}t"))


def _squeezed(text: str) -> str:
    """Return text without blanks: a reader breaks lines, and words, where the page does."""
    return re.sub(r"\s+", "", text)
