"""Values of CSS properties that take what they apply to out of sight."""

import re
from collections.abc import Callable

import tinycss2.color4

SMALLEST = 5.0  # pixels of type; below, nobody reads it
FAINTEST = 0.5  # of opacity
FAR, NOTHING = 90, 4.0  # pixels or percent: so far off, or so little room, that no line shows
PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 3.78, "cm": 37.8, "q": 0.945, "in": 96.0, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0,
          "vw": 10.0, "vh": 10.0, "vmin": 10.0, "vmax": 10.0, "%": 1.0, "lh": 24.0, "rlh": 24.0}  # fmt: skip
SIDES = ("top", "right", "bottom", "left", "inset", "inset-block", "inset-inline", "inset-block-start", "inset-block-end", "inset-inline-start",
         "inset-inline-end", "margin", "margin-top", "margin-right", "margin-bottom", "margin-left", "margin-block", "margin-inline", "margin-block-start",
         "margin-block-end", "margin-inline-start", "margin-inline-end", "text-indent", "letter-spacing", "word-spacing")  # fmt: skip
ROOM = ("height", "max-height", "width", "max-width", "block-size", "max-block-size", "inline-size", "max-inline-size", "line-height")
TURNED = re.compile(r"rotate[xy]?\(\s*-?(90|180|270)deg|scale\w*\(\s*(0?\.[0-2]\d*|0)\s*[,)]|matrix\w*\(\s*0\s*,")
OF_PAGE = re.compile(r"var\(\s*--(pb-page|md-default-bg-color)\b")  # the page's own color, light and dark
WHITE = 0.9  # every channel, of a colour written out: on paper and in light it cannot be told from the page


def shows(value: str) -> bool:
    """Tell that a property of no interest hides nothing."""
    return False


def _lengths(value: str) -> list[float]:
    """Return every length of a value in pixels, a percentage as it is; 0 needs no unit."""
    found = re.findall(r"(?<![\w.#-])([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)", value)
    return [float(number) * PIXELS.get(unit, 1.0 if not unit else 0.0) for number, unit in found if unit in PIXELS or not unit]


def _size(value: str) -> bool:
    if "/" in value or (re.search(r"[a-z-]+\(", value) and "calc" not in value and "clamp" not in value):
        value = value.split("/", maxsplit=1)[0]
    relative = re.fullmatch(r"([\d.]+)%", value)
    return float(relative[1]) < 40 if relative else any(size < SMALLEST for size in _lengths(value)[:1])


def _font(value: str) -> bool:
    """The size in the shorthand is its first length that has a unit, or a bare 0."""
    found = re.search(r"(?<![\w.-])(0|[\d.]+(?:[a-z]+|%))(?=\s*(?:/|\s))", value)
    return bool(found and _size(found[1]))


def _alpha(value: str) -> bool:
    share = value.removesuffix("%")
    try:
        return float(share) / (100 if value.endswith("%") else 1) < FAINTEST
    except ValueError:
        return False


def _colour(value: str) -> bool:
    if value == "transparent" or re.search(r"\(.*\btransparent\b", value):  # within color-mix(), too
        return True
    colour = tinycss2.color4.parse_color(value)
    if colour is None or not hasattr(colour, "alpha"):
        return False
    return colour.alpha is not None and colour.alpha < FAINTEST


def is_white(value: str) -> bool:
    """Tell whether a color is the page's own; one by a name of ours is another in the dark, and not judged."""
    colour = tinycss2.color4.parse_color(value) if value else None
    if colour is None or not hasattr(colour, "to"):
        return False
    try:
        red, green, blue = colour.to("srgb").coordinates
    except (NotImplementedError, TypeError, ValueError):
        return False
    return bool(min(red, green, blue) > WHITE)


def _far(value: str) -> bool:
    return any(length <= -FAR for length in _lengths(value)) or (any(length >= 900 for length in _lengths(value)))


def _moved(value: str) -> bool:
    moves = " ".join(re.findall(r"translate\w*\(([^)]*)\)", value))
    return bool(TURNED.search(value)) or any(abs(length) >= FAR for length in _lengths(moves))


def _cut(value: str) -> bool:
    return value not in ("auto", "none", "normal", "unset", "initial", "inherit", "revert")


def _is(*words: str) -> Callable[[str], bool]:
    return lambda value: value.split()[:1] in [[word] for word in words]


TESTS: dict[str, Callable[[str], bool]] = {
    "display": _is("none"), "visibility": _is("hidden", "collapse"), "content-visibility": _is("hidden"), "opacity": _alpha,
    "clip": _cut, "clip-path": _cut, "mask": _cut, "mask-image": _cut, "filter": lambda value: bool(re.search(r"opacity|blur|brightness|contrast|url", value)),
    "font-size": _size, "font": _font, "color": _colour, "text-fill-color": _colour,
    "transform": _moved, "scale": lambda value: any(share < 0.3 for share in _lengths(value)), "zoom": _alpha,
    "translate": lambda value: any(abs(length) >= FAR for length in _lengths(value)), "rotate": lambda value: bool(re.search(r"\b[xy]\b", value)),
    "offset-path": _cut, "offset": _cut, "contain": _is("strict", "size"), "mix-blend-mode": _cut, "z-index": lambda value: value.startswith("-"),
    **dict.fromkeys(SIDES, _far), "letter-spacing": lambda value: any(length <= -NOTHING for length in _lengths(value)), **{room: lambda value: value not in ("none", "auto") and any(room < NOTHING for room in _lengths(value)[:1]) for room in ROOM},
}  # fmt: skip
TESTS["line-height"] = lambda value: any(share < 0.3 for share in _lengths(value)[:1])
