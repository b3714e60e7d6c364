"""The words of the field, and what they mean."""

import re
from functools import cache

from playbook.content.data_file import Line, read_data
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.validation import FrozenModel


class GlossaryEntry(FrozenModel):
    """What glossary.yml says of a word."""

    definition: Line


@cache
def _read() -> tuple[dict[Line, GlossaryEntry] | None, list[Problem]]:
    entries, _, problems = read_data("glossary.yml", dict[Line, GlossaryEntry], GlossaryEntry)
    return entries, problems


def glossary_problems() -> list[Problem]:
    """Return what is wrong with glossary.yml."""
    return _read()[1]


@cache
def glossary() -> dict[str, str]:
    """Return the definition of every word, in the order of the alphabet. ProblemsFound if glossary.yml cannot be read as such."""
    entries, problems = _read()
    if entries is None:
        raise ProblemsFound(problems)
    return {word: entry.definition for word, entry in sorted(entries.items(), key=lambda item: item[0].lower())}


def anchor(word: str) -> str:
    """Return the word's anchor on the glossary page."""
    return "word-" + re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
