"""Pictures in a Word file: the official logo and a region's own."""

from dataclasses import dataclass, field
from pathlib import Path

from playbook.content.attribution import facts
from playbook.files.image_file import kind_of, pixels
from playbook.paper.docx.markup import attribute
from playbook.paper.docx.package import Relations
from playbook.paper.typst_compiler import place_of, png_of

HEIGHT = 9  # mm
EMU = 36000  # in a millimeter
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass
class Pictures:
    """The pictures of a file by their bytes, each once."""

    names: dict[bytes, str] = field(default_factory=dict)
    placed: int = 0

    def name_of(self, data: bytes) -> str:
        """Return the name that a picture has within word/."""
        ending = {"jpeg": "jpg"}.get(kind := kind_of(data).lower(), kind)
        return self.names.setdefault(data, f"media/logo{len(self.names) + 1}.{ending}")


def picture(pictures: Pictures, relations: Relations, logo: Path, alt: str = "", high: float = HEIGHT) -> str:
    """Return a run with a logo, `high` mm, with its words, or the owners' name, as its text; byte for byte, but for an SVG, which becomes a PNG."""
    data = logo.read_bytes()
    data = png_of(data, place_of(logo)) if logo.suffix.lower() == ".svg" else data
    width, height = pixels(data) or (1, 1)
    pictures.placed += 1
    name = relations.of("image", pictures.name_of(data))
    size = f'cx="{round(high * width / height * EMU)}" cy="{round(high * EMU)}"'
    return (  # without the distances LibreOffice leaves room around it
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{pictures.placed}" name="Logo" descr={attribute(alt or facts()["owner"])}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_MAIN}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_MAIN}/main"><a:graphicData uri="{_MAIN}/picture"><pic:pic xmlns:pic="{_MAIN}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
