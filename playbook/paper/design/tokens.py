"""Design tokens for paper. They are written once, as CSS: colors in base/tokens.css and components/audiences.css, grid, spacing and type in print/scale.css."""

import re
from functools import cache
from pathlib import Path

from playbook.model.audience import COLORS

STYLESHEETS = Path(__file__).parents[3] / "docs/assets/stylesheets"
SOURCES = (STYLESHEETS / "base/tokens.css", STYLESHEETS / "print/scale.css", STYLESHEETS / "components/audiences.css")
TOKEN = re.compile(r"--(pb|paper)-([a-z-]+): ([^;]+);")  # sheet.typ reads them by the same pattern
TWIPS = 1440 / 25.4  # in a millimeter


@cache
def tokens() -> dict[str, str]:
    """Return every token by its name, as its stylesheet writes it; of a color, the one for light pages. KeyError: none of that name."""
    found: dict[str, str] = {}
    for source in SOURCES:
        for _, name, value in TOKEN.findall(source.read_text("utf-8")):
            found.setdefault(name, value)
    return found


def color(name: str) -> str:
    """Return a color as Word has it: six hexadecimal digits."""
    return tokens()[name].removeprefix("#").upper()


def twips(name: str) -> int:
    """Return a length in twentieths of a point."""
    return round(float(tokens()[name].removesuffix("mm")) * TWIPS)


def percent(name: str) -> int:
    """Return a share of a width."""
    return int(tokens()[name].removesuffix("%"))


def size(name: str, text: float) -> float:
    """Return a size of type in points, to half a point, beside text of a size."""
    return round(float(tokens()[name].removesuffix("em")) * text * 2) / 2


def paper_colors() -> dict[str, str]:
    """Return the color of a paper by its audience's color name, as Word has it; "" is that of a paper for no audience."""
    return {"": color("pine"), **{name: color(name) for name in COLORS.values()}}
