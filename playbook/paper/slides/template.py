"""An empty PowerPoint file to write into: one theme, one slide master and its layouts, in the colors of the design.

It is made here, not taken from python-pptx, whose own has slides of 4 to 3, eleven layouts and no colors of ours. Its XML stands in templates/.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pptx
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from playbook.model.audience import AUDIENCES
from playbook.paper.design.tokens import color
from playbook.paper.docx.package import CONTENT_TYPES, zipped
from playbook.paper.slides import geometry
from playbook.paper.slides.deck import DETAIL, LINE, ORIGIN, PLAIN

FONT = "Arial"
ACCENTS = {audience: f"accent{number}" for number, audience in enumerate(AUDIENCES, 1)}  # the theme's color of each audience
COLORS = {"dk1": "text", "lt1": "page", "dk2": "pine", "lt2": "surface", **{accent: audience for audience, accent in ACCENTS.items()}, "accent5": "line",
          "accent6": "muted", "hlink": "pine", "folHlink": "muted"}  # fmt: skip
LAYOUTS = {  # a slide's layout: its name in the file, its kind, and what stands there beside title, foot and number
    "title": ("Title", "title", (("subTitle", 1, "Who, when and where", geometry.SUBTITLE),)),
    "points": ("Lines to say", "obj", (("body", 1, "Text", geometry.BODY),)),
    "columns": ("Two columns", "twoObj", (("body", 1, "Left", geometry.LEFT), ("body", 2, "Right", geometry.RIGHT))),
    "diagram": ("Diagram and lines", "objTx", (("body", 1, "Text", geometry.BESIDE),)),
    "figures": ("Figures", "tbl", (("tbl", 2, "Figures", geometry.FIGURES), ("body", 1, "Text", geometry.BELOW))),
}
ALIKE = {"gains": "points", "closing": "points"}  # layouts that look as others do
_KINDS = {"presentation": "presentationml.presentation.main", "slideMasters": "presentationml.slideMaster", "slideLayouts": "presentationml.slideLayout",
          "theme": "theme", "presProps": "presentationml.presProps", "viewProps": "presentationml.viewProps"}  # fmt: skip
_TYPES = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def empty_deck() -> bytes:
    """Return an empty PowerPoint file."""
    sizes = {
        "line": geometry.SIZES[LINE],
        "detail": geometry.SIZES[DETAIL],
        "plain": geometry.SIZES[PLAIN],
        "origin": geometry.SIZES[ORIGIN],
        "foot": geometry.FOOT_SIZE,
    }
    width, height = geometry.WIDTH, geometry.HEIGHT
    parts = {
        "presentation.xml": _filled("presentation", width=width, height=height),
        "slideMasters/slideMaster1.xml": _filled("master", places=geometry, sizes=sizes, width=width, layouts=len(LAYOUTS)),
        **{f"slideLayouts/slideLayout{number}.xml": _layout(key) for number, key in enumerate(LAYOUTS, 1)},
        "presProps.xml": _filled("properties", part="presentationPr"),
        "viewProps.xml": _filled("properties", part="viewPr"),
        "theme/theme1.xml": _filled("theme", colors={name: color(token) for name, token in COLORS.items()}, font=FONT, forms=_forms()),
    }
    layouts = [f"../slideLayouts/slideLayout{number}.xml" for number, _ in enumerate(LAYOUTS, 1)]
    relations = {
        "_rels/presentation.xml.rels": [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
        ],
        "slideMasters/_rels/slideMaster1.xml.rels": [*(("slideLayout", layout) for layout in layouts), ("theme", "../theme/theme1.xml")],
        **{f"slideLayouts/_rels/slideLayout{number}.xml.rels": [("slideMaster", "../slideMasters/slideMaster1.xml")] for number, _ in enumerate(LAYOUTS, 1)},
    }
    overrides = "".join(f'<Override PartName="/ppt/{name}" ContentType="{_TYPES}.{_KINDS[name.split("/")[0].split(".")[0]]}+xml"/>' for name in parts)
    files = {
        CONTENT_TYPES: f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _relations([("officeDocument", "ppt/presentation.xml")]),
        **{f"ppt/{name}": text for name, text in parts.items()},
        **{f"ppt/{name}": _relations(targets) for name, targets in relations.items()},
    }
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return zipped({name: (head + text).encode() for name, text in files.items()}, date(1980, 1, 1))


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def _filled(name: str, /, **given: object) -> str:
    return _templates().get_template(f"{name}.xml.jinja").render(given).strip()


def _layout(key: str) -> str:
    name, kind, holders = LAYOUTS[key]
    listed = [dict(zip(("kind", "index", "name", "place"), holder, strict=True)) for holder in holders]
    return _filled("layout", name=name, kind=kind, opening=geometry.OPENING if key == "title" else None, holders=listed)


def _forms() -> str:
    """Return the theme's lines, fills and shadows as python-pptx brings them: the format wants them, and nothing of ours uses them."""
    brought = (Path(pptx.__file__).parent / "templates" / "theme.xml").read_text("utf-8")
    end = "</a:fmtScheme>"
    return brought[brought.index("<a:fmtScheme") : brought.index(end) + len(end)]


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    links = "".join(f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
