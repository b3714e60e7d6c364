"""The team's check-up: its statements and the steps of its scale, with ids that never change."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Statement:
    """One statement of the check-up; a result on a reader's device is kept under its id."""

    id: str
    text: str


@dataclass(frozen=True)
class CheckUp:
    """The steps of the scale (key: label), from the least, and the statements by the title of their group."""

    steps: dict[str, str]
    groups: dict[str, tuple[Statement, ...]]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in order."""
        return tuple(statement for group in self.groups.values() for statement in group)


@cache
def check_up() -> CheckUp:
    """Return the check-up as check_up.yml has it."""
    data = yaml.safe_load((Path(__file__).parent / "check_up.yml").read_text("utf-8"))
    groups = {group["title"]: tuple(Statement(**statement) for statement in group["statements"]) for group in data["groups"]}
    return CheckUp(data["steps"], groups)
