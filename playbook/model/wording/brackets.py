"""Brackets in a region's own words: [region], [industry], [convener] and [partnership] stand for its values; any other is literal."""

import re
from collections.abc import Callable

from playbook.model.formatting import capitalized

FILLED = ("region", "industry", "convener", "partnership")
BRACKET = re.compile(r"\[([^\[\]]*)\]")
FIRST = re.compile(rf"\[(?:{'|'.join(FILLED)})\]")


def filled(text: str, value: Callable[[str], str]) -> str:
    """Return the text with the known brackets filled by `value`; one that begins the text begins a sentence."""
    said = BRACKET.sub(lambda found: value(found[1]) if found[1] in FILLED else found[0], text)
    return capitalized(said) if FIRST.match(text) else said


def unknown_brackets(text: str) -> list[str]:
    """Return the brackets that stay as they are, each once."""
    return list(dict.fromkeys(found[0] for found in BRACKET.finditer(text) if found[1] not in FILLED))
