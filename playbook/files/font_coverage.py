"""The characters that the sheets' fonts can draw, and so the ones a value may hold."""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parents[1] / "fonts"
REGULAR = ("PublicSans-Regular.ttf", "NotoSans-Regular.ttf", "NotoSansCherokee-Regular.ttf")  # in the order in which paper asks them

UNNAMED = {"Cc": "a control character", "Co": "a sign of one program's own"}  # by their category, such as what a word processor puts for bullets


@cache
def drawable() -> frozenset[int]:
    """Return the code points that a font has a picture for, controls and invisible characters left out."""
    points: set[int] = set()
    for name in REGULAR:
        with TTFont(FOLDER / name, lazy=True) as font:
            points.update(font.getBestCmap())
    return frozenset(point for point in points if unicodedata.category(chr(point)) not in ("Cc", "Cf", "Zl", "Zp"))


def undrawable(text: str) -> list[str]:
    """Return each character of the text that a value may not hold, as `“✓” (U+2713 CHECK MARK)`, once each."""
    found = {}
    for character in text:
        if ord(character) not in drawable():
            label = unicodedata.name(character, "") or UNNAMED.get(unicodedata.category(character), "a sign without a name")
            shown = f"“{character}” " if character.isprintable() and not unicodedata.combining(character) else ""
            found[character] = f"{shown}(U+{ord(character):04X} {label})"
    return list(found.values())
