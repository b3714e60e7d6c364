"""The points as docs/ says them, each in its one place, held against what it must say (point_spec.py)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from playbook.content.page import Page
from playbook.content.point_spec import POINTS_FILE, duty_line, point_specs
from playbook.files.diagnostics import Problem, did_you_mean

LONGEST_OPENING = 18  # words
SHORTEST_QUOTE = 6  # words, from which on a sentence is taken for a point's

# A point's id stands on a line of its own under the text, or at the end of a heading. `{#` would open a Jinja comment.
ID_LINE = re.compile(r"^(?P<quote>>\s?)?\s*\{ #(?P<id>[sc]\d\d) \}\s*$")
HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*?)\s*\{ #(?P<id>[sc]\d\d) \}\s*$")
BLOCK_START = re.compile(r"^\s*([-*+]|\d+\.)\s+|^\s*$|^\s*\{%|^#|^\s*\{ #")
OPENING = re.compile(r"\*\*(?P<opening>.+?)\*\*\s*(?P<detail>.*)", re.DOTALL)
VALUE = "…"  # stands in a sentence for words that follow the edition
TERM = re.compile(r'\{\{\s*term\(\s*"(?P<word>[^"]*)"\s*(,\s*"(?P<shown>[^"]*)"\s*)?\)\s*\}\}')
EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Point:
    """How a point says it: Markdown with Jinja, as it stands in docs/. Unspoken points have no opening."""

    id: str
    page: Page
    line: int
    opening: str
    detail: str


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


@cache
def adapted_lines(points: tuple[Point, ...]) -> tuple[str, ...]:
    """Return the sentences of the tool's points that are too long to be said by chance; VALUE stands where editions differ."""
    texts = [text for point in points if point.id in point_specs() and point_specs()[point.id].origin == "toolkit" for text in (point.opening, point.detail)]
    sentences = [sentence.strip(f" {VALUE}") for text in texts for sentence in re.split(r"(?<=[.?!])\s+", fixed_words(text))]
    return tuple(sentence for sentence in sentences if len(sentence.replace(VALUE, " ").split()) >= SHORTEST_QUOTE and sentence[-1] in ".?!")


def fixed_words(text: str) -> str:
    """Return what a point's Markdown says in every edition: glossary words as they are shown, VALUE for every other expression, no markup."""
    text = TERM.sub(lambda found: found["shown"] or found["word"], text)
    return re.sub(r"[*_`<>\[\]]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", EXPRESSION.sub(VALUE, text)))


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
        if point.id not in point_specs():
            problems.append(_problem(where, f"no such point; {did_you_mean(point.id, point_specs(), POINTS_FILE)}"))
            continue
        if (there := point_specs()[point.id].page) != point.page.path.removesuffix(".md"):
            problems.append(_problem(where, f"belongs on docs/{there}.md; move it there, or change its page in playbook/content/points.yml"))
        if point_specs()[point.id].say:
            problems += [_problem(where, message) for message in _opening_messages(point.opening)]
    for missing in point_specs().keys() - first.keys():
        problems.append(Problem(POINTS_FILE, f"is on no page of docs/; it says: {point_specs()[missing].fact}", duty_line(missing), missing))
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
