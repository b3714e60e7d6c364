"""The 87 points: what each must say (points.yml) and how it says it (its place in docs/), read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from playbook.audience import AUDIENCES
from playbook.page import Page
from playbook.problem import Problem, did_you_mean
from playbook.stage import STAGES

KEYS = ("id", "section", "group", "page", "kind", "say", "fact", "keep", "stage", "wording", "audience", "front", "back", "leave", "find")
LONGEST_OPENING = 15  # words

# A point's id stands on a line of its own under the text, or at the end of a heading. `{#` would open a Jinja comment.
ID_LINE = re.compile(r"^(?P<quote>>\s?)?\s*\{ #(?P<id>[sc]\d\d) \}\s*$")
HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*?)\s*\{ #(?P<id>[sc]\d\d) \}\s*$")
BLOCK_START = re.compile(r"^\s*([-*+]|\d+\.)\s+|^\s*$|^\s*\{%|^#|^\s*\{ #")
OPENING = re.compile(r"\*\*(?P<opening>.+?)\*\*\s*(?P<detail>.*)", re.DOTALL)
EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Duty:
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
    leave: tuple[str, ...]  # and the sheet to leave
    find: tuple[str, ...] = ()  # words that people type for it and it does not say

    @property
    def origin(self) -> str:
        """Who wrote the point: the tool, or this playbook (ids c..)."""
        return "playbook" if self.id.startswith("c") else "toolkit"


@dataclass(frozen=True)
class Point:
    """How a point says it: Markdown with Jinja, as it stands in docs/. Unspoken points have no opening."""

    id: str
    page: Page
    line: int
    opening: str
    detail: str


@cache
def duties() -> dict[str, Duty]:
    """Return points.yml by id (small letters, as anchors are): the tool's 87 in its order, then our own."""
    raw = yaml.safe_load((Path(__file__).parent / "points.yml").read_text("utf-8"))
    return {item["id"].lower(): _duty(item) for item in raw}


def duty_problems() -> list[Problem]:
    """Return which keys, audiences and stages of points.yml are not known."""
    raw = yaml.safe_load((Path(__file__).parent / "points.yml").read_text("utf-8"))
    problems = []
    for item in raw:
        key = item["id"].lower()
        unknown = [(word, KEYS) for word in item if word not in KEYS]
        for name, known in (("stage", STAGES), ("audience", AUDIENCES), ("front", AUDIENCES), ("back", AUDIENCES), ("leave", AUDIENCES)):
            given = item.get(name, [])
            unknown += [(word, known) for word in ([given] if isinstance(given, str) else given) if word != "all" and word not in known]
        problems += [Problem("playbook/points.yml", f'"{word}" is not known; {did_you_mean(word, known)}', 0, key) for word, known in unknown]
        find = item.get("find", ["none"])
        if not (isinstance(find, list) and find and all(isinstance(word, str) and word.strip() for word in find)):
            problems.append(Problem("playbook/points.yml", "`find` holds words that people type; write find: [burnout, too many calls]", 0, key))
    return problems


def _duty(item: dict) -> Duty:
    def among(known: Iterable[str], value: str | list[str] | None) -> tuple[str, ...]:
        return tuple(known) if value == "all" else tuple([value] if isinstance(value, str) else value or ())

    return Duty(
        id=item["id"].lower(), kind=item["kind"], say=item["say"], fact=item["fact"], keep=tuple(item.get("keep", ())),
        stages=among(STAGES, item["stage"]), audiences=among(AUDIENCES, item["audience"]), section=item["section"],
        group=item.get("group", ""), page=item["page"], front=among(AUDIENCES, item.get("front")),
        back=among(AUDIENCES, item.get("back")), leave=among(AUDIENCES, item.get("leave")), find=tuple(item.get("find", ())),
    )  # fmt: skip


def read_points(pages: Iterable[Page]) -> tuple[Point, ...]:
    """Return every point found in the pages, in the order of the pages; an id that stands twice comes twice. The same pages are read once."""
    return _points_of_all(tuple(pages))


@cache
def _points_of_all(pages: tuple[Page, ...]) -> tuple[Point, ...]:
    return tuple(point for page in pages for point in _points_of(page))


@cache
def _points_of(page: Page) -> tuple[Point, ...]:
    lines, found = page.body.splitlines(), []
    for number, line in enumerate(lines):
        if heading := HEADING.match(line):
            found.append(Point(heading["id"], page, page.body_line + number, "", heading["text"]))
        elif match := ID_LINE.match(line):
            start = number
            while start > 0 and not BLOCK_START.match(lines[start - 1]):
                start -= 1
            if start > 0 and re.match(r"^\s*([-*+]|\d+\.)\s+", lines[start - 1]):
                start -= 1
            text = " ".join(part.strip().removeprefix("> ") for part in lines[start:number])
            text = re.sub(r"^([-*+]|\d+\.)\s+", "", text)
            said = OPENING.match(text)
            opening, detail = (said["opening"], said["detail"]) if said else ("", text)
            found.append(Point(match["id"], page, page.body_line + number, opening, detail))
    return tuple(found)


def point_problems(points: Iterable[Point]) -> list[Problem]:
    """Return what is wrong: points missing, standing twice, unknown, or without a good line to say."""
    first: dict[str, Point] = {}
    problems = []
    for point in points:
        where = (point.page.name, point.line, point.id)
        if point.id in first:
            other = first[point.id]
            problems.append(_problem(where, f"stands twice (first at {other.page.name}:{other.line}); keep one"))
            continue
        first[point.id] = point
        if point.id not in duties():
            problems.append(_problem(where, f"no such point; {did_you_mean(point.id, duties())}"))
            continue
        if (there := duties()[point.id].page) != point.page.path.removesuffix(".md"):
            problems.append(_problem(where, f"belongs on docs/{there}.md; move it there, or change its page in playbook/points.yml"))
        if duties()[point.id].say:
            problems += [_problem(where, message) for message in _opening_messages(point.opening)]
    for missing in duties().keys() - first.keys():
        problems.append(Problem("docs/", f"is on no page; it says: {duties()[missing].fact}", 0, missing))
    return problems


def _opening_messages(opening: str) -> list[str]:
    if not opening:
        return ["is spoken; begin it with the line to say in **bold**"]
    words = EXPRESSION.sub("value", opening).split()
    if len(words) > LONGEST_OPENING:
        return [f"its line to say has {len(words)} words; at most {LONGEST_OPENING} can be said in one breath"]
    return []


def _problem(where: tuple[str, int, str], message: str) -> Problem:
    file, line, key = where
    return Problem(file, message, line, key)
