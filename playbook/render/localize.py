"""Localize a finished page: put an edition's values where the page's marks ask for them, and take out what the edition does not have.

A pure function of document, edition and list of editions. Values land as text, after Markdown, so that nothing in them can become markup.
The browser's twin for a reader's own version is docs/assets/javascripts/local-edition/localize.js; playbook/render/marks.py documents every mark.
"""

from collections.abc import Collection
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from playbook.render import fill_marks, marks
from playbook.render.fill_blocks import BLOCKS, fill_block, fill_local
from playbook.render.localization import Localization, Mark
from playbook.render.tree_edit import drop
from playbook.render.wording.put_points import put_own_words

__all__ = ["BLOCKS", "MARKS", "Localization", "localized"]

LOCATED = etree.XPath(f"//*[@{marks.MARKS_OF}]")
PATTERNS = etree.XPath("//ul/template")  # how a point looks in a list, for own versions
MARKS: dict[str, Mark] = {
    "field": fill_marks.put_field,
    "said": fill_marks.count_words,
    "stage-words": fill_marks.put_stage_words,
    "stage-label": fill_marks.put_stage_label,
    "when-stage": fill_marks.show_at_stage,
    "given": fill_marks.show_if_given,
    "missing": fill_marks.show_if_missing,
    "own": fill_marks.say_example,
    "edition": fill_marks.name_edition,
    "local": fill_local,
    "block": fill_block,
    "assets": fill_marks.lead_to_top,
    "address": fill_marks.say_address,
}


def localized(page: HtmlElement, values: Localization, points: Collection[str] | None = None) -> HtmlElement:
    """Return a copy of a common page, prepared by marks.locate(), that says what an edition says. `points`: those that it says or leads to, where known."""
    page, own_words, talks = deepcopy(page), values.own_words, []
    if own_words and points is not None and not own_words.concerned.intersection(points):
        own_words = None
    for element in LOCATED(page):
        for name in element.attrib.pop(marks.MARKS_OF).split():
            if own_words and name == "said":
                talks.append(element)
            else:
                MARKS[name](element, values)
    if own_words:
        spoken = put_own_words(page, own_words, bool(talks))
        for element in talks:
            fill_marks.count_words(element, values, spoken.growth(element))
    if values.region:
        for pattern in PATTERNS(page):
            drop(pattern)
    return page
