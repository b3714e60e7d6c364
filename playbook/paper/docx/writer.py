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

from playbook.paper.document import LOGO, REGION_LOGO, Document
from playbook.paper.docx.body import Body
from playbook.paper.docx.logo import add_logo
from playbook.paper.docx.package import empty_file, parts_of, zipped
from playbook.paper.docx.runs import Unwritable
from playbook.paper.docx.styles import COLOURS, text_size
from playbook.paper.imprint import Imprint, Typesetting

AUTHOR = "Support Team Playbook"
CORE = "docProps/core.xml"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
LONGEST = 255  # characters that a title or a subject may have in a Word file


LARGEST = Typesetting()


def write_word(document: Document, imprint: Imprint, path: Path, typesetting: Typesetting = LARGEST) -> None:
    """Write a document as a Word file: the credit, exactly, then the edition and the page's number at the foot of every page.

    `typesetting`: with which the typesetter found that the document fits its sides; Word cannot tell us.
    Same arguments, same bytes. TypeError names the page and the kind of block that cannot be written; ValueError for a sign that no XML holds.
    """
    try:
        parts = written(document, imprint, typesetting)
    except Unwritable as unknown:
        raise TypeError(f"{document.page}: {unknown}") from None
    path.write_bytes(zipped(parts, imprint.today))


def written(document: Document, imprint: Imprint, typesetting: Typesetting) -> dict[str, bytes]:
    """Return the parts of a document's Word file by their names. Unwritable for a kind of block or run that no such file has."""
    file = docx.Document(io.BytesIO(empty_file(document.audience, imprint.paper_size, text_size(typesetting.size))))
    _write_footer(file.sections[0], imprint)  # sections that follow have the same one
    Body(file, COLOURS[document.audience], _logos(imprint), typesetting.note_lines).write(document.blocks)
    _write_properties(file.core_properties, document, imprint.today)
    parts = parts_of(file)
    return parts | {CORE: with_credit(parts[CORE], imprint.foot)}


def _logos(imprint: Imprint) -> dict[str, Path]:
    """Return the pictures that stand in the text by their marks."""
    given = {LOGO.kind: imprint.logo_beside, REGION_LOGO: imprint.region_logo}
    return {kind: logo for kind, logo in given.items() if logo}


def _write_footer(section: Section, imprint: Imprint) -> None:
    section.footer.is_linked_to_previous = False
    credit = section.footer.paragraphs[0]
    if imprint.logo:
        add_logo(credit, imprint.logo)
        credit.add_run("  ")
    credit.add_run(imprint.foot)
    last = section.footer.add_paragraph(f"{imprint.edition}\tPage ", style="Footer")
    _field(last, "PAGE")
    last.add_run(" of ")
    _field(last, "NUMPAGES")


def _field(paragraph: WordParagraph, code: str) -> None:
    """Add a number that Word works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)
    text: etree._Element = paragraph._p
    text.append(field)


def _write_properties(core: CoreProperties, document: Document, today: date) -> None:
    core.title, core.subject = document.title[:LONGEST], document.description[:LONGEST]
    core.author = core.last_modified_by = AUTHOR
    core.created = core.modified = datetime(today.year, today.month, today.day)  # noqa: DTZ001 (python-docx takes it as UTC)
    core.language, core.revision = "en-US", 1


def with_credit(core: bytes, foot: str) -> bytes:
    """Return the file's core properties with the credit as their description, whole; python-docx itself takes 255 characters at most."""
    root = etree.fromstring(core)
    etree.SubElement(root, f"{DUBLIN_CORE}description").text = foot
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
