"""The parts that all PowerPoint files have alike: one theme, one slide master and its layouts, in the colors of the design, and the master of notes.

Their XML stands in templates/.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from playbook.model.audience import AUDIENCES
from playbook.paper.design.tokens import color
from playbook.paper.docx.markup import OFFICE, XML_HEAD, compact
from playbook.paper.docx.package import CONTENT_TYPES, PACKAGE, relations_part, root_relations
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
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}"'
)  # of slides and notes
_KINDS = {"presentation": "presentationml.presentation.main", "slideMasters": "presentationml.slideMaster", "slideLayouts": "presentationml.slideLayout",
          "theme": "theme", "presProps": "presentationml.presProps", "viewProps": "presentationml.viewProps", "slides": "presentationml.slide",
          "notesMasters": "presentationml.notesMaster", "notesSlides": "presentationml.notesSlide"}  # fmt: skip
_TYPES = "application/vnd.openxmlformats-officedocument"
_PACKAGED = "application/vnd.openxmlformats-package"
_USED = ("slideMasters/slideMaster1.xml", "theme/theme1.xml", "presProps.xml", "viewProps.xml", "notesMasters/notesMaster1.xml")  # by the presentation


@cache
def frame_parts() -> Mapping[str, bytes]:
    """Return the parts that are the same in every file, by their names."""
    layouts = [f"../slideLayouts/slideLayout{number}.xml" for number, _ in enumerate(LAYOUTS, 1)]
    relations = {
        "slideMasters/_rels/slideMaster1.xml.rels": [*layouts, "../theme/theme1.xml"],
        "notesMasters/_rels/notesMaster1.xml.rels": ["../theme/theme2.xml"],
        **{f"slideLayouts/_rels/slideLayout{number}.xml.rels": ["../slideMasters/slideMaster1.xml"] for number, _ in enumerate(LAYOUTS, 1)},
    }
    parts = {f"ppt/{name}": compact(text) for name, text in _frame().items()} | {f"ppt/{name}": _relations(used) for name, used in relations.items()}
    return MappingProxyType(parts | {"_rels/.rels": root_relations("ppt/presentation.xml")})


@cache
def presentation_parts(slides: int, picture: str) -> Mapping[str, bytes]:
    """Return the parts that name all others, of a file with so many slides. `picture`: the part with a logo, "" for none."""
    listed = [f"slides/slide{number}.xml" for number in range(1, slides + 1)]
    names = [*_frame(), "presentation.xml", *listed, *(f"notesSlides/notesSlide{number}.xml" for number in range(1, slides + 1))]
    overrides = "".join(f'<Override PartName="/ppt/{name}" ContentType="{_TYPES}.{_KINDS[name.split("/")[0].split(".")[0]]}+xml"/>' for name in sorted(names))
    ending = picture.rpartition(".")[2]
    image = f'<Default Extension="{ending}" ContentType="image/{ending}"/>' if picture else ""
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{_PACKAGED}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{image}'
        f'<Override PartName="/docProps/core.xml" ContentType="{_PACKAGED}.core-properties+xml"/>{overrides}</Types>'
    )
    return MappingProxyType({
        CONTENT_TYPES: XML_HEAD + types.encode(),
        "ppt/presentation.xml": compact(_filled("presentation", places=geometry, slides=slides, before=len(_USED))),
        "ppt/_rels/presentation.xml.rels": _relations([*_USED, *listed]),
    })  # fmt: skip


def _frame() -> dict[str, str]:
    sizes = {
        "line": geometry.SIZES[LINE],
        "detail": geometry.SIZES[DETAIL],
        "plain": geometry.SIZES[PLAIN],
        "origin": geometry.SIZES[ORIGIN],
        "foot": geometry.FOOT_SIZE,
    }
    theme = _filled("theme", colors={name: color(token) for name, token in COLORS.items()}, font=FONT)
    return {
        "slideMasters/slideMaster1.xml": _filled("master", places=geometry, sizes=sizes, width=geometry.WIDTH, layouts=len(LAYOUTS)),
        **{f"slideLayouts/slideLayout{number}.xml": _layout(key) for number, key in enumerate(LAYOUTS, 1)},
        "presProps.xml": _filled("properties", part="presentationPr"),
        "viewProps.xml": _filled("properties", part="viewPr"),
        "notesMasters/notesMaster1.xml": _filled("notes_master", places=geometry, sizes={"notes": geometry.NOTES_SIZE, "foot": geometry.NOTES_FOOT_SIZE}),
        **dict.fromkeys(("theme/theme1.xml", "theme/theme2.xml"), theme),  # each master has a part of its own
    }


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


def _relations(targets: Iterable[str]) -> bytes:
    """Return what a part refers to; the kind of a relationship is that of the other part."""
    return relations_part((f"rId{number}", _kind(target), target) for number, target in enumerate(targets, 1))


def _kind(target: str) -> str:
    folder, _, name = target.removeprefix("../").partition("/")
    return folder.removesuffix("s") if name else folder.removesuffix(".xml")
