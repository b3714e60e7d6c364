"""A point's words as HTML, wherever they are needed: its Markdown and values filled, its links left out."""

import re
from collections.abc import Callable
from functools import cache, partial

from jinja2 import Environment, Template
from lxml.html import fragment_fromstring
from markdown import Markdown
from markupsafe import Markup

from macros.values.components import component
from macros.values.region_values import RegionFields, Voice
from macros.values.stage_variants import at_stage, by_stage
from playbook.content.point_text import Point
from playbook.content.reading_time import Length, words_of

Say = Callable[..., Markup]  # line_to_say or full_point

_JINJA = Environment()
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@cache
def _template(text: str) -> Template:
    return _JINJA.from_string(_LINK.sub(r"\1", text))


@cache
def _html(markdown: str) -> Markup:
    return Markup(Markdown().convert(markdown).removeprefix("<p>").removesuffix("</p>"))


def inline_html(text: str, stage: str = "", at: str = "") -> Markup:
    """Return a piece of a page's Markdown as inline HTML; glossary words stand plain.

    `stage`: its wording holds, whatever the edition's own is; without one, wording is marked. `at`: LETTER, or the stage whose values hold.
    A point stands on many sheets: what does not change between them is made once.
    """
    wording = partial(at_stage, stage) if stage else by_stage
    return _html(_template(text).render(region=RegionFields(Voice(at)), by_stage=wording, term=lambda word, shown="": shown or word))


def line_to_say(point: Point, stage: str = "", at: str = "") -> Markup:
    """Return the line to say; `stage` and `at` as for `inline_html`."""
    return component("line-to-say", words=inline_html(point.opening, stage, at))


def full_point(point: Point, stage: str = "", at: str = "") -> Markup:
    """Return the line to say and the detail; of what is not spoken the text alone."""
    detail = inline_html(point.detail, stage, at)
    if not point.opening:
        return detail
    return Markup(" " if detail else "").join((line_to_say(point, stage, at), component("point-more", words=detail)))


@cache
def length(points: tuple[Point, ...], say: Say, stage: str = "", at: str = "") -> Length:
    """Return how long points are when they are said by `line_to_say` or `full_point`: their own words, and the values among them.

    `stage` and `at` as for `inline_html`.
    """
    said = fragment_fromstring(" ".join(say(point, stage, at) for point in points), create_parent=True)
    fields = said.xpath(".//*[@data-field]")
    for field in fields:
        field.text = " x" if field.get("data-field").endswith("on") else "x"  # a meeting's `on` and `its_on` stand apart from the word before
    named = tuple("@".join(filter(None, (field.get("data-field"), field.get("data-at")))) for field in fields)
    return Length(words_of(said.text_content()) - len(fields), named)
