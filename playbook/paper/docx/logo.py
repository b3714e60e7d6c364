"""The official logo in a Word file."""

from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.parts.story import StoryPart
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from playbook.content.attribution import facts
from playbook.files.image_file import kind_of, pixels
from playbook.paper.typst_compiler import png_of

HEIGHT = 9  # mm


def add_logo(paragraph: Paragraph, logo: Path, alt: str = "", high: float = HEIGHT) -> None:
    """Put a logo at the end of a paragraph, `high` mm, with its words, or the owners' name, as its text; byte for byte, but for an SVG, which becomes a PNG."""
    data = logo.read_bytes()
    data = png_of(data, logo.name) if logo.suffix.lower() == ".svg" else data
    width, height = pixels(data) or (1, 1)
    part = paragraph.part
    picture = CT_Inline.new_pic_inline(part.next_id, _relation(part, data), "logo", Mm(high * width / height), Mm(high))
    picture.docPr.set("name", "Logo")
    picture.docPr.set("descr", alt or facts()["owner"])
    for side in "TBLR":  # without these LibreOffice leaves room around it
        picture.set(f"dist{side}", "0")
    paragraph.add_run()._r.add_drawing(picture)


def _relation(part: StoryPart, data: bytes) -> str:
    """Return the id of the relation to the picture, which stands once in the file; python-docx itself knows JPEGs of two makes only."""
    for name, relation in part.rels.items():
        if relation.reltype == RELATIONSHIP_TYPE.IMAGE and relation.target_part.blob == data:
            return str(name)
    kind = kind_of(data).lower()
    file = ImagePart(PackURI(f"/word/media/image1.{'jpg' if kind == 'jpeg' else kind}"), f"image/{kind}", data)
    return str(part.relate_to(file, RELATIONSHIP_TYPE.IMAGE))
