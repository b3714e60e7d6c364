"""What each of the points must say, for whom, when and where: points.yml."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, get_args

import yaml
from pydantic import BeforeValidator, StringConstraints

from playbook.content.data_file import DATA_FOLDER, Line, held
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.validation import FrozenModel
from playbook.files.yaml_file import YamlFile, read_yaml
from playbook.model.audience import AUDIENCES, AudienceKey
from playbook.model.stage import STAGES, StageKey

POINTS_FILE = "playbook/content/points.yml"
SectionKey = Literal["intro", "up-to", "what-are", "in-it", "next", "terms"]
SECTION_KEYS: tuple[SectionKey, ...] = get_args(SectionKey)
FIND = "is no list of words that people type; write find: [burnout, too many calls]"


@dataclass(frozen=True)
class PointSpec:
    """What a point must say and where: the tool's fact, the terms that survive, for whom and when, its page and its sheets."""

    id: str
    kind: str
    say: bool
    fact: str
    keep: tuple[str, ...]
    stages: tuple[str, ...]
    audiences: tuple[str, ...]
    section: str
    group: str
    page: str  # path in docs/, without .md
    front: tuple[str, ...]  # audiences on whose sheets it stands: side one,
    back: tuple[str, ...]  # side two,
    handout: tuple[str, ...]  # and the handout
    find: tuple[str, ...] = ()  # words that people type for it and it does not say

    @property
    def origin(self) -> str:
        """Who wrote the point: the tool, or this playbook (ids c..)."""
        return "playbook" if self.id.startswith("c") else "toolkit"


def _among(known: tuple[str, ...]) -> BeforeValidator:
    """Let `all` stand for every one that is known, and one word for a list of one."""
    return BeforeValidator(lambda given: known if given == "all" else (given,) if isinstance(given, str) else given)


def _found(given: object) -> object:
    """Return the words that people type; refuse what is no list of them."""
    if not (isinstance(given, list) and given and all(isinstance(word, str) and word.strip() for word in given)):
        raise ValueError(FIND)
    return given


Stages = Annotated[tuple[StageKey, ...], _among(tuple(STAGES))]
Audiences = Annotated[tuple[AudienceKey, ...], _among(tuple(AUDIENCES))]


class PointEntry(FrozenModel):
    """A point as points.yml has it."""

    id: Annotated[str, StringConstraints(pattern=r"^[SCsc]\d\d$")]
    section: SectionKey
    group: Line = ""
    page: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")]
    kind: Line
    say: bool
    fact: Line
    keep: tuple[Line, ...] = ()
    stage: Stages
    wording: Line = ""
    audience: Audiences
    front: Audiences = ()
    back: Audiences = ()
    handout: Audiences = ()
    find: Annotated[tuple[Line, ...], BeforeValidator(_found)] = ()


@cache
def _read() -> tuple[dict[str, PointEntry] | None, YamlFile, list[Problem]]:
    """Return the points by id, in small letters as anchors are, and what is wrong; messages then name a point by its id."""
    listed, problems = read_yaml(DATA_FOLDER / "points.yml", POINTS_FILE, yaml.SequenceNode)
    names: dict[int, str] = {}
    for number, item in enumerate(listed.items):
        line, given = listed.line((number,)), item.get("id") if isinstance(item, dict) else None
        if not isinstance(given, str):
            problems.append(Problem(POINTS_FILE, "is no point; give it an id, like `- id: S10`, and what belongs to it", line))
        elif given.lower() in names.values():
            problems.append(Problem(POINTS_FILE, "stands twice; keep one", line, given.lower()))
        else:
            names[number] = given.lower()
    lines = {(names[place[0]], *place[1:]): line for place, line in listed.lines.items() if place and place[0] in names}
    return held(YamlFile({names[number]: listed.items[number] for number in names}, lines), dict[str, PointEntry], PointEntry, POINTS_FILE, problems)


def duty_problems() -> list[Problem]:
    """Return what is wrong with points.yml."""
    return _read()[2]


def duty_line(key: str) -> int:
    """Return the line of points.yml on which a point begins; 0 for one that is not there."""
    return _read()[1].lines.get((key,), 0)


@cache
def point_specs() -> dict[str, PointSpec]:
    """Return points.yml by id: the tool's 87 in its order, then our own. ProblemsFound if it cannot be read as such."""
    entries, _, problems = _read()
    if entries is None:
        raise ProblemsFound(problems)
    return {
        key: PointSpec(
            id=key, kind=item.kind, say=item.say, fact=item.fact, keep=item.keep, stages=item.stage, audiences=item.audience, section=item.section,
            group=item.group, page=item.page, front=item.front, back=item.back, handout=item.handout, find=item.find,
        )
        for key, item in entries.items()
    }  # fmt: skip
