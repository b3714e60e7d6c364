"""Localize a finished page: put an edition's values where the page's marks ask for them, and take out what the edition does not have.

A pure function of document, edition and list of editions. Values land as text, after Markdown, so that nothing in them can become markup.
The browser's twin for a reader's own version is docs/assets/javascripts/local-edition/localize.js; playbook/render/marks.py documents every mark.
"""

from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from playbook.render import fill_marks, marks
from playbook.render.fill_blocks import BLOCKS, fill_block, fill_local
from playbook.render.localization import Localization, Mark

__all__ = ["BLOCKS", "MARKS", "Localization", "localized"]

LOCATED = etree.XPath(f"//*[@{marks.LOCATED}]")
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
    "settings": fill_marks.lead_script_to_top,
}


def localized(page: HtmlElement, values: Localization) -> HtmlElement:
    """Return a copy of a common page, prepared by marks.locate(), that says what an edition says."""
    page = deepcopy(page)
    for element in LOCATED(page):
        for name in element.attrib.pop(marks.LOCATED).split():
            MARKS[name](element, values)
    return page
