"""The team's check-up: its statements and the steps of its scale, with ids that never change."""

from functools import cache

from pydantic import field_validator

from playbook.content.data_file import Key, Line, read_data
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.validation import FrozenModel


class Statement(FrozenModel):
    """One statement of the check-up; a result on a reader's device is kept under its id."""

    id: Key
    text: Line


class Group(FrozenModel):
    """Statements under one title."""

    title: Line
    statements: tuple[Statement, ...]


class CheckUp(FrozenModel):
    """The steps of the scale (key: label), from the least, and the groups of statements."""

    steps: dict[Key, Line]
    groups: tuple[Group, ...]

    @field_validator("groups")
    @classmethod
    def _ids_stand_once(cls, groups: tuple[Group, ...]) -> tuple[Group, ...]:
        ids = [statement.id for group in groups for statement in group.statements]
        if twice := sorted({key for key in ids if ids.count(key) > 1}):
            raise ValueError(f"the id {twice[0]} stands twice; give each statement its own")
        return groups

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in order."""
        return tuple(statement for group in self.groups for statement in group.statements)


@cache
def _read() -> tuple[CheckUp | None, list[Problem]]:
    said, _, problems = read_data("check_up.yml", CheckUp, CheckUp)
    return said, problems


def check_up_problems() -> list[Problem]:
    """Return what is wrong with check_up.yml."""
    return _read()[1]


def check_up() -> CheckUp:
    """Return the check-up as check_up.yml has it. ProblemsFound if that cannot be read as such."""
    said, problems = _read()
    if said is None:
        raise ProblemsFound(problems)
    return said
