"""The words of the field, and what they mean."""

import re
from functools import cache
from pathlib import Path

import yaml


@cache
def glossary() -> dict[str, str]:
    """Return the definition of every word in glossary.yml, in the order of the alphabet."""
    raw = yaml.safe_load((Path(__file__).parent / "glossary.yml").read_text("utf-8"))
    return {word: " ".join(entry["definition"].split()) for word, entry in sorted(raw.items(), key=lambda item: item[0].lower())}


def anchor(word: str) -> str:
    """Return the word's anchor on the glossary page."""
    return "word-" + re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
