"""Marks of the points on a common page: each occurrence, its parts, and how a point looks in each list of them.

What macros make carries `data-point` and `data-part` already; the Markdown of a page has no place for them.
"""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.content.point_spec import point_specs
from playbook.content.sheet_plan import is_share
from playbook.content.wording.own_words import PARTS

MARKED_PARTS = etree.XPath(".//*[@data-part]")
OCCURRENCES = etree.XPath('//article//*[@data-point][contains($keys, concat(" ", @data-point, " "))]')  # that of a pattern in a template is empty


def mark_points(page: HtmlElement) -> None:
    """Mark every point at its own place, and put a `<template>` into each list of spoken points."""
    specs = point_specs()
    for element in page.xpath("//article//*[@id]"):
        key = element.get("id", "")
        if key in specs:
            element.set("data-point", key)
            if specs[key].say:
                _mark_parts(element)
    for bullets in page.xpath("//article//ul[li[@data-point]][not(ancestor::blockquote)]"):
        spoken = [item for item in bullets if item.get("data-point") in specs and not is_share(specs[item.get("data-point")])]
        if spoken:
            bullets.append(_pattern(spoken[0]))


def _mark_parts(element: HtmlElement) -> None:
    """The bold line is what to say; the rest of the element is what follows it."""
    say = element.find("strong")
    if say is None:
        return
    say.set("data-part", "say")
    more = Element("span", {"data-part": "more"})
    after = say.tail or ""
    bare = after.lstrip()
    say.tail, more.text = after[: len(after) - len(bare)], bare
    more.extend(list(say.itersiblings()))
    say.addnext(more)
    more.tail, last = "", more[-1] if len(more) else more
    if last is more:
        more.text = (more.text or "").rstrip()
    else:
        last.tail = (last.tail or "").rstrip()


def _pattern(item: HtmlElement) -> HtmlElement:
    """Return a template with an item of a list in it, without its words."""
    like = deepcopy(item)
    like.tail = None
    like.attrib.pop("id", None)
    like.attrib.pop("class", None)  # what a line is on its sheet, the next one is not
    like.set("data-point", "")
    for part in like.xpath(".//*[@data-part]"):
        part[:] = []
        part.text = ""
        if part.get("data-part") == "link":
            part.set("href", part.get("href", "").partition("#")[0])
    for note in like.xpath('.//*[contains(@class, "origin-part")]'):
        note.drop_tree()
    template = Element("template")
    template.append(like)
    return template


def occurrences(page: HtmlElement, keys: Iterable[str]) -> list[HtmlElement]:
    """Return the places on a page where one of these points is said, in order. libxml2 compares the ids, so that of a long page only these are looked at."""
    found: list[HtmlElement] = OCCURRENCES(page, keys=listed(keys))
    return found


def listed(keys: Iterable[str]) -> str:
    """Return ids as XPath finds one of them: each between blanks, none of them empty."""
    return f" {' '.join(keys)} ".replace("  ", " ")


def parts_of(holder: HtmlElement) -> dict[str, HtmlElement]:
    """Return the spoken parts of an occurrence by name; none of what is not spoken."""
    return {name: part for part in MARKED_PARTS(holder) if (name := part.get("data-part", "")) in PARTS}


def drop_note_without_dagger(around: HtmlElement | None) -> None:
    """Take the line that says whose the asks with a dagger of a sheet are, where none has a dagger any more."""
    if around is not None and around.get("class") == "sheet-ask" and not around.xpath('.//*[@class="origin-dagger"]'):
        for note in around.xpath('./p[@class="origin-part"]'):
            note.drop_tree()
