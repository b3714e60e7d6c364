"""What people type for what the playbook says (synonyms.yml): other words for the same thing, and other spellings of the same word."""

from functools import cache

from playbook.content.data_file import Line, read_data
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.validation import FrozenModel


class SynonymGroup(FrozenModel):
    """Words that find each other; with `spelled`, one word that is written in these ways."""

    words: tuple[Line, ...]
    because: Line
    spelled: bool = False


@cache
def _read() -> tuple[dict[Line, SynonymGroup] | None, list[Problem]]:
    groups, source, problems = read_data("synonyms.yml", dict[Line, SynonymGroup], SynonymGroup)
    if groups:
        problems = [*problems, *(_too_few(name, source.line((name,))) for name, group in groups.items() if len(group.words) < 2)]
    return groups, problems


def _too_few(name: str, line: int) -> Problem:
    return Problem("playbook/content/synonyms.yml", "names fewer than two words; add what people type for it, or take the group out", line, name)


def synonym_problems() -> list[Problem]:
    """Return what is wrong with synonyms.yml."""
    return _read()[1]


def synonyms() -> list[list[str]]:
    """Return groups of single words that find each other. ProblemsFound if synonyms.yml cannot be read as such."""
    return [list(group.words) for group in _groups().values() if not group.spelled]


def spellings() -> list[list[str]]:
    """Return groups of spellings of one word, some with a blank in them; the first one stands for all. ProblemsFound as above."""
    return [list(group.words) for group in _groups().values() if group.spelled]


def _groups() -> dict[str, SynonymGroup]:
    groups, problems = _read()
    if groups is None or problems:
        raise ProblemsFound(problems)
    return groups
