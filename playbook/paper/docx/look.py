"""A template made ready for a paper: its accent color is that of the paper's audience, its page the site's, its type as small as the text needs."""

import colorsys
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from playbook.paper.docx.markup import W, children, repeated, serialized, value_of
from playbook.paper.docx.style_names import BOXES
from playbook.paper.docx.template import Template, read_template

PAPERS = {"letter": (12240, 15840), "a4": (11906, 16838)}  # twentieths of a point
ACCENT = "accent1"  # the color of the theme that is a paper's own
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COLORED = (("themeColor", "themeTint", "themeShade", "color"), ("themeFill", "themeFillTint", "themeFillShade", "fill"))
SMALLEST = 17  # half points: smaller type is not made smaller still
EDGES = ("top", "left", "bottom", "right", "between")


@dataclass(frozen=True)
class BoxLook:
    """What a box lays over its paragraphs: borders by edge, ground, indents in twentieths of a point."""

    borders: Mapping[str, str]
    ground: str
    left: int
    right: int


@dataclass(frozen=True)
class Look:
    """A template made ready: its parts as bytes, and what the writer asks of its styles."""

    template: Template
    parts: Mapping[str, bytes]
    numbering: etree._Element
    section: etree._Element  # of a page, with its size and margins
    width: int  # of the text, as its height in twentieths of a point
    height: int
    boxes: Mapping[str, BoxLook]
    indents: Mapping[str, int]  # of the styles that have one

    def style(self, name: str) -> str:
        """Return the id of a style by its name."""
        return self.template.style_ids[name]


@cache
def look_of(file: Path, color: str, paper: str, scale: float) -> Look:
    """Return the look of a paper in a color (six hexadecimal digits) on a paper size, its type scaled. ProblemsFound: see read_template. KeyError for a paper size."""
    template = read_template(file)
    look = {kind: deepcopy(part) for kind, part in template.look.items()}
    marginals = {name: deepcopy(part) for name, part in template.marginals.items()}
    before = _accent(look["theme"])
    for part in (*look.values(), *marginals.values()):
        _recolor(part, before, color)
    _scale(look["styles"], scale)
    section, width_before = deepcopy(template.section), _width(template.section)
    size = children(section, "pgSz")[0]
    for name, length in zip(("w", "h"), PAPERS[paper], strict=True):
        size.set(W + name, str(length))
    width = _width(section)
    for part in (look["styles"], *marginals.values()):
        _move_tabs(part, width_before, width)
    targets = {kind: target for _, kind, target in template.relations}
    parts = {targets[kind]: serialized(part) for kind, part in look.items()} | {name: serialized(part) for name, part in marginals.items()}
    styles = {value_of(style, "styleId"): style for style in children(look["styles"], "style")}
    named = {name: styles[key] for name, key in template.style_ids.items()}
    boxes = {kind: _box(named[name]) for kind, name in BOXES.items()}
    indents = {name: int(value_of(style.find(f"{W}pPr/{W}ind"), "left", "0")) for name, style in named.items()}
    return Look(template, parts, look["numbering"], section, width, _room(section, "h", "top", "bottom"), boxes, indents)


def _width(section: etree._Element) -> int:
    """Return the width of the text on a page, in twentieths of a point."""
    return _room(section, "w", "left", "right")


def _room(section: etree._Element, length: str, *edges: str) -> int:
    """Return a length of a page without its margins, in twentieths of a point."""
    size, margins = (children(section, name)[0] for name in ("pgSz", "pgMar"))
    return int(value_of(size, length)) - sum(int(value_of(margins, edge)) for edge in edges)


def _accent(theme: etree._Element) -> str:
    """Return the accent color of a theme; "" where it is no plain color."""
    found = theme.find(f".//{DRAWING}{ACCENT}/{DRAWING}srgbClr")
    return "" if found is None else str(found.get("val")).upper()


def _recolor(part: etree._Element, before: str, color: str) -> None:
    """Give what a theme's accent colors the color: in the theme, where a part says beside the theme's name what it comes to, and where a part says only that.

    LibreOffice keeps the color of borders and grounds, not its name in the theme.
    """
    for accent in part.iter(f"{DRAWING}{ACCENT}"):
        for old in list(accent):
            accent.remove(old)
        etree.SubElement(accent, f"{DRAWING}srgbClr").set("val", color)
    for element in part.iter(f"{W}*"):
        for theme, tint, shade, place in COLORED:
            value = "val" if element.tag == f"{W}color" and place == "color" else place
            if value_of(element, theme) == ACCENT or (before and not value_of(element, theme) and value_of(element, value).upper() == before):
                element.set(W + value, shaded(color, value_of(element, tint), value_of(element, shade)))


def shaded(color: str, tint: str, shade: str) -> str:
    """Return a color made lighter by a tint or darker by a shade, each two hexadecimal digits or "" (ISO/IEC 29500-1, 17.18.97)."""
    hue, light, full = colorsys.rgb_to_hls(*(int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)))
    if shade:
        light *= int(shade, 16) / 255
    if tint:
        light = 1 - (1 - light) * int(tint, 16) / 255
    return "".join(f"{round(share * 255):02X}" for share in colorsys.hls_to_rgb(hue, light, full))


def _scale(styles: etree._Element, scale: float) -> None:
    """Make the type of styles smaller, to half a point, but none smaller than can be read."""
    for size in styles.iter(f"{W}sz", f"{W}szCs"):
        given = int(value_of(size))
        size.set(f"{W}val", str(min(given, max(SMALLEST, round(given * scale)))))


def _move_tabs(part: etree._Element, before: int, width: int) -> None:
    """Keep tab stops that stand at the right margin there."""
    for tab in part.iter(f"{W}tab"):
        if value_of(tab, "pos") == str(before):
            tab.set(f"{W}pos", str(width))


def _borders(style: etree._Element) -> dict[str, str]:
    edges = style.find(f"{W}pPr/{W}pBdr")
    return {etree.QName(edge).localname: repeated(edge) for edge in children(edges, *EDGES)}


def _box(style: etree._Element) -> BoxLook:
    indents, ground = style.find(f"{W}pPr/{W}ind"), style.find(f"{W}pPr/{W}shd")
    left, right = (int(value_of(indents, side, "0")) for side in ("left", "right"))
    return BoxLook(_borders(style), "" if ground is None else repeated(ground), left, right)
