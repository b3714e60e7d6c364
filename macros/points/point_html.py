"""A point's words as HTML, wherever they are needed: its Markdown and values filled, its links left out."""

import re
from collections.abc import Callable
from functools import cache, partial

from jinja2 import Environment, Template
from lxml.html import fromstring
from markdown import Markdown

from macros.values.region_values import RegionFields, Voice
from macros.values.stage_variants import by_stage, staged
from playbook.content.point_text import Point
from playbook.model.region import Region
from playbook.content.reading_time import Length, words_of

_JINJA = Environment()
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@cache
def _template(text: str) -> Template:
    return _JINJA.from_string(_LINK.sub(r"\1", text))


@cache
def _html(markdown: str) -> str:
    return Markdown().convert(markdown).removeprefix("<p>").removesuffix("</p>")


def inline_html(text: str, region: Region | None, stage: str | None, by: Callable = by_stage, at: str = "") -> str:
    """Return a piece of a page's Markdown as inline HTML. Wording follows `stage`; glossary words stand plain.

    `by` is `staged` where a reader's own stage may change the wording; a sheet keeps that of its own stage, in its values, too. `at`: LETTER in a letter.

    A point stands on many sheets of an edition: what does not change between them is made once.
    """
    voice = Voice(at or (stage or "" if by is by_stage else ""))
    values = {"region": RegionFields(region, voice), "by_stage": partial(by, own=stage), "term": lambda word, shown="": shown or word}
    return _html(_template(text).render(values))


def line_to_say(point: Point, region: Region | None, stage: str | None, by: Callable = by_stage) -> str:
    """Return the line to say."""
    return f"<strong>{inline_html(point.opening, region, stage, by)}</strong>"


def full_point(point: Point, region: Region | None, stage: str | None, by: Callable = by_stage) -> str:
    """Return the line to say, if there is one, and the detail."""
    return " ".join(part for part in (line_to_say(point, region, stage, by) if point.opening else "", inline_html(point.detail, region, stage, by)) if part)


@cache
def length(points: tuple[Point, ...], say: Callable, stage: str | None, by: Callable = staged) -> Length:
    """Return how long points are at a stage when they are said by `opening` or `whole`: their own words, and the values among them.

    `by` as for `inline`.
    """
    said = fromstring(f"<div>{''.join(f'<p>{say(point, None, stage, by)} </p>' for point in points)}</div>")
    fields = said.xpath(".//*[@data-field]")
    for field in fields:
        field.text = " x" if field.get("data-field").endswith("on") else "x"  # a meeting's `on` and `its_on` stand apart from the word before
    named = tuple("@".join(filter(None, (field.get("data-field"), field.get("data-at")))) for field in fields)
    return Length(words_of(said.text_content()) - len(fields), named)
