"""A document written for Word, to be edited: real headings, lists and tables, and the credit in the footer of every page."""

import io
from datetime import date, datetime
from pathlib import Path

import docx
from docx.opc.coreprops import CoreProperties
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from playbook.paper.document import Document
from playbook.paper.fit import SIZES
from playbook.paper.docx.body import Body
from playbook.paper.docx.package import empty_file, parts_of, zipped
from playbook.paper.docx.logo import add_logo
from playbook.paper.docx.runs import Unwritable
from playbook.paper.docx.styles import COLOURS, TEXT_SIZE, text_size

AUTHOR = "Support Team Playbook"
CORE = "docProps/core.xml"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
LONGEST = 255  # characters that a title or a subject may have in a Word file


def write_word(
    document: Document, foot: str, edition_line: str, paper: str, today: date, path: Path, logo: Path | None = None, beside: Path | None = None,
    fitted_size: float = SIZES[0], note_lines: int | None = None,
) -> None:  # fmt: skip
    """Write a document as a Word file: `foot`, exactly, then the edition and the page's number at the foot of every page.

    `logo` is the official logo before the credit, `beside` the one beside adapted parts.
    `fitted_size` (points) and `note_lines` (how many at most): with which the typesetter found that the document fits its sides; Word cannot tell us.
    Same arguments, same bytes. TypeError names the page and the kind of block that cannot be written; ValueError for a sign that no XML holds.
    """
    try:
        parts = written(document, foot, edition_line, paper, today, logo, beside, text_size(fitted_size), note_lines)
    except Unwritable as unknown:
        raise TypeError(f"{document.page}: {unknown}") from None
    path.write_bytes(zipped(parts, today))


def written(
    document: Document, foot: str, edition_line: str, paper: str, today: date, logo: Path | None = None, beside: Path | None = None,
    size: float = TEXT_SIZE, note_lines: int | None = None,
) -> dict[str, bytes]:  # fmt: skip
    """Return the parts of a document's Word file by their names. Unwritable for a kind of block or run that no such file has."""
    file = docx.Document(io.BytesIO(empty_file(document.audience, paper, size)))
    _write_footer(file.sections[0], foot, edition_line, logo)  # sections that follow have the same one
    Body(file, COLOURS[document.audience], beside, note_lines).write(document.blocks)
    _write_properties(file.core_properties, document, today)
    parts = parts_of(file)
    return parts | {CORE: _with_credit(parts[CORE], foot)}


def _write_footer(section: Section, foot: str, edition_line: str, logo: Path | None) -> None:
    section.footer.is_linked_to_previous = False
    credit = section.footer.paragraphs[0]
    if logo:
        add_logo(credit, logo)
        credit.add_run("  ")
    credit.add_run(foot)
    last = section.footer.add_paragraph(f"{edition_line}\tPage ", style="Footer")
    _field(last, "PAGE")
    last.add_run(" of ")
    _field(last, "NUMPAGES")


def _field(paragraph: WordParagraph, code: str) -> None:
    """Add a number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _write_properties(core: CoreProperties, document: Document, today: date) -> None:
    core.title, core.subject = document.title[:LONGEST], document.description[:LONGEST]
    core.author = core.last_modified_by = AUTHOR
    core.created = core.modified = datetime(today.year, today.month, today.day)
    core.language, core.revision = "en-US", 1


def _with_credit(core: bytes, foot: str) -> bytes:
    """Return the file's core properties with the credit as their description, whole; python-docx itself takes 255 characters at most."""
    root = etree.fromstring(core)
    etree.SubElement(root, f"{DUBLIN_CORE}description").text = foot
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
