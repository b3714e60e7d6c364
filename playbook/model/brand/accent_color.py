"""A site's accent color: one that can be read on the pages' light ground, and what becomes of it in the dark."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

Rgb = tuple[int, int, int]
HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
LIGHT_GROUND, DARK_GROUND = "#f4f1ea", "#18282c"  # --pb-surface of both schemes (stylesheets/base/tokens.css): the harder grounds
DARK_PAGE, ON_DARK_BAR = "#101b1e", "#e6ecec"
WHITE, BLACK = "#ffffff", "#000000"
READABLE, CLEAR = 4.5, 7.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.6: contrast of text
NOT_A_COLOR = 'is not a color; write # and six digits of 0-9 and a-f, in quotes, like "#0b5563"'


def _channels(color: str) -> Rgb:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: str) -> float:
    """Return the relative luminance of a color like #0b5563, from 0 to 1 (WCAG 2.2, definitions)."""
    red, green, blue = (part / 12.92 if (part := value / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for value in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colors, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(color: str, other: str, share: float) -> str:
    """Return a color with a share (0 to 1) of another."""
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in zip(_channels(color), _channels(other), strict=True))


def _until(color: str, toward: str, ground: str, least: float) -> str:
    """Return the color with as little of another as gives it a contrast on a ground."""
    steps = (mixed(color, toward, step / 50) for step in range(51))
    return next((one for one in steps if contrast(one, ground) >= least), toward)


def accent_color(value: str) -> str:
    """Return a color as #rrggbb; ValueError for what is none, and for one that cannot be read, with a darker one that can."""
    found = HEX.fullmatch(value.strip())
    if not found:
        raise ValueError(NOT_A_COLOR)
    digits = found[1].lower()
    color = "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    if (ratio := contrast(color, LIGHT_GROUND)) < READABLE:
        darker = _until(color, BLACK, LIGHT_GROUND, READABLE)
        raise ValueError(f'has a contrast of {int(ratio * 10) / 10} to 1 on the page, and text needs {READABLE}; take a darker one, like "{darker}"')
    return color


def schemes(color: str) -> dict[str, dict[str, str]]:
    """Return what an accent color makes of the properties of tokens.css, by the theme's names of the light and the dark scheme."""
    light_text = _until(color, WHITE, DARK_GROUND, CLEAR)
    return {
        "default": {"--pb-pine": color, "--pb-pine-deep": mixed(color, BLACK, 0.3), "--pb-bar": color},
        "slate": {
            "--pb-pine": light_text,
            "--pb-pine-deep": mixed(light_text, WHITE, 0.45),
            "--pb-bar": _until(mixed(color, DARK_PAGE, 0.5), DARK_PAGE, ON_DARK_BAR, CLEAR),
        },
    }


Accent = Annotated[
    str, AfterValidator(accent_color), WithJsonSchema({"type": "string", "pattern": "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", "patternErrorMessage": NOT_A_COLOR})
]
