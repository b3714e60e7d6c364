"""A region's own words put into a page: its points added, others left out or said its way, each with whose words they are; then the times."""

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.content.wording.own_words import ADAPTED, OwnWords
from playbook.model.meeting_words import LETTER
from playbook.render.tree_edit import parent_of, put_text
from playbook.render.wording.add_points import add_points
from playbook.render.wording.leave_out import leave_out
from playbook.render.wording.page_credit import credit_page
from playbook.render.wording.point_marks import parts_of
from playbook.render.wording.spoken_time import Spoken

HELD = etree.XPath('//article//*[@data-point != ""]')  # that of a pattern in a template is empty
HEADINGS = ("h1", "h2", "h3", "h4")


def put_own_words(page: HtmlElement, words: OwnWords, has_talks: bool = True) -> Spoken:
    """Put a region's own words into a page whose values are filled; return by how many words each talk on it grew. `has_talks`: whether there is any."""
    holders = HELD(page)
    gives_way = bool(words.added) and any(holder.get("data-section") for holder in page.iter("ul"))  # on side one of a sheet any line may
    spoken = Spoken(_counting(holders, words, has_talks, gives_way))
    add_points(page, words, say_own)
    leave_out(page, words.left_out)
    for holder in HELD(page):
        if holder.get("data-point") in words.reworded:
            reword(holder, words)
    credit_page(page, words.region)
    spoken.count_again(_counting(HELD(page), words, has_talks, gives_way))
    return spoken


def _counting(holders: list[HtmlElement], words: OwnWords, has_talks: bool, gives_way: bool) -> list[HtmlElement]:
    """Return the occurrences whose words have to be counted: those that own words may have changed."""
    if not has_talks:
        return []
    return [holder for holder in holders if (key := holder.get("data-point")) in words.concerned or key in words.added or (gives_way and _is_line(holder))]


def _is_line(holder: HtmlElement) -> bool:
    """Tell whether an occurrence is an item on side one of a sheet."""
    return holder.tag == "li" and parent_of(parent_of(holder)).get("class") == "sheet-talk"


def voice_of(holder: HtmlElement, region_stage: str) -> tuple[str, str]:
    """Return the stage whose wording holds at an occurrence, and the voice of its values: LETTER, the stage of its sheet, or the edition's own."""
    if holder.get("data-at") == LETTER:
        return region_stage, LETTER
    sheet = next((around for around in holder.iterancestors("div") if "sheet" in (around.get("class") or "").split()), None)
    stage = sheet.get("data-stage", "") if sheet is not None else ""
    return stage or region_stage, stage


def say_own(holder: HtmlElement, key: str, words: OwnWords) -> None:
    """Put the region's words for a point into an occurrence; a part that it does not reword stays. Links and marked words go with the former text."""
    stage, at = voice_of(holder, words.region.stage)
    say, more = words.text(key, "say", stage, at), words.text(key, "more", stage, at)
    if say is None and more is None:
        return
    parts = parts_of(holder)
    if not parts:
        put_text(holder, say or "")
    if say is not None and "say" in parts:
        put_text(parts["say"], say)
    if more is not None and "more" in parts:
        put_text(parts["more"], more)
        before = parts["more"].getprevious()
        if before is not None and not (before.tail or "").strip():
            before.tail = " "
    _say_origin(holder, key, stage, at, words)


def reword(holder: HtmlElement, words: OwnWords) -> None:
    """Say a point of the playbook in the region's words."""
    say_own(holder, holder.get("data-point", ""), words)


def _say_origin(holder: HtmlElement, key: str, stage: str, at: str, words: OwnWords) -> None:
    """Say whose words they are: behind the point, under a heading; in a letter, which its sender signs, by the star of what is adapted."""
    for note in holder.xpath('.//*[contains(concat(" ", @class, " "), " origin-part ")]'):
        note.drop_tree()
    if at == LETTER:
        if words.origin(key, stage) == ADAPTED and key in words.reworded:
            return
        last = holder[-1] if len(holder) else None
        if last is not None and (last.tail or "").strip() == "*":
            last.tail = None
        return
    is_heading = holder.tag in HEADINGS
    note = Element("p" if is_heading else "span", {"class": "origin-part own-origin", "data-origin": words.origin(key, stage)})
    note.text = words.origin_words(key, stage, everywhere=not at)
    if is_heading:
        parent_of(holder).insert(parent_of(holder).index(holder) + 1, note)
        note.tail = holder.tail
        holder.tail = "\n"
    elif holder.tag in ("li", "p"):
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "").rstrip() + " "
        else:
            holder.text = (holder.text or "").rstrip() + " "
        holder.append(note)
