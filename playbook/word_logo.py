"""The official logo in a Word file."""

import io
from pathlib import Path

from docx.shared import Mm
from docx.text.paragraph import Paragraph

from playbook.attribution import facts


def add_logo(paragraph: Paragraph, logo: Path) -> None:
    """Put the logo at the end of a paragraph, byte for byte, with the owners' name as its text."""
    picture = paragraph.add_run().add_picture(io.BytesIO(logo.read_bytes()), height=Mm(9))._inline  # given a path, python-docx would write the file's name into it
    picture.docPr.set("name", "Logo")
    picture.docPr.set("descr", facts()["owner"])
    for side in "TBLR":  # without these LibreOffice leaves room around it
        picture.set(f"dist{side}", "0")
