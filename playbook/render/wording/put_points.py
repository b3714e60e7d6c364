"""A region's own words put into a page: its points added, others left out or said its way, each with whose words they are; then the times."""

from collections.abc import Collection

from lxml import etree
from lxml.html import Element, HtmlElement

from playbook.content.wording.own_words import ADAPTED, OFFERED, OwnWords
from playbook.model.meeting_words import LETTER
from playbook.render.tree_edit import parent_of, put_text
from playbook.render.wording.add_points import add_points
from playbook.render.wording.leave_out import leave_out
from playbook.render.wording.offered_notes import note_offered
from playbook.render.wording.page_credit import credit_page
from playbook.render.wording.point_marks import drop_note_without_dagger, listed, occurrences, parts_of
from playbook.render.wording.spoken_time import Spoken

COUNTED = etree.XPath(  # the occurrences of some points, and every line on side one of a sheet, where any may give way
    '//article//*[@data-point][contains($keys, concat(" ", @data-point, " ")) or (self::li and @data-point != "" and ../../@class = "sheet-talk")]'
)
HEADINGS = ("h1", "h2", "h3", "h4")


def put_own_words(page: HtmlElement, words: OwnWords, has_talks: bool = True) -> Spoken:
    """Put a region's own words into a page whose values are filled; return by how many words each talk on it grew. `has_talks`: whether there is any."""
    counted = {*words.concerned, *words.added} if has_talks else ()
    gives_way = bool(words.added) and any(holder.get("data-section") for holder in page.iter("ul"))  # on side one of a sheet any line may
    spoken = Spoken(_counting(page, counted, gives_way))
    add_points(page, words, say_own)
    leave_out(page, words.left_out)
    for holder in occurrences(page, words.reworded):
        reword(holder, words)
    note_offered(page, words)
    credit_page(page, words.region)
    spoken.count_again(_counting(page, counted, gives_way))
    return spoken


def _counting(page: HtmlElement, keys: Collection[str], gives_way: bool) -> list[HtmlElement]:
    """Return the occurrences whose words have to be counted: those that own words may have changed."""
    if not keys:
        return []
    found: list[HtmlElement] = COUNTED(page, keys=listed(keys)) if gives_way else occurrences(page, keys)
    return found


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
    parts = parts_of(holder)
    if (say is None or (parts and "say" not in parts)) and (more is None or "more" not in parts):
        return  # nothing that stands here is the region's
    if not parts:
        put_text(holder, say or "")
    if say is not None and "say" in parts:
        put_text(parts["say"], say)
    if more is not None and "more" in parts:
        put_text(parts["more"], more)
        before = parts["more"].getprevious()
        if before is not None and not (before.tail or "").strip():
            before.tail = " "
    keeps_a_part = any(text is None and name in parts and parts[name].text_content().strip() for name, text in (("say", say), ("more", more)))
    _say_origin(holder, key, words.origin(key, stage, keeps_a_part), at, words)


def reword(holder: HtmlElement, words: OwnWords) -> None:
    """Say a point of the playbook in the region's words."""
    say_own(holder, holder.get("data-point", ""), words)


def _say_origin(holder: HtmlElement, key: str, origin: str, at: str, words: OwnWords) -> None:
    """Say whose words they are: behind the point, under a heading; in a letter, which its sender signs, by the star of what is adapted."""
    if origin == OFFERED and at != LETTER:
        return  # said under the list; the dagger of a point that the playbook wrote in the first place is as true of its new words
    for note in holder.xpath('.//*[contains(concat(" ", @class, " "), " origin-part ") or @class="origin-dagger"]'):
        note.drop_tree()
    drop_note_without_dagger(holder.getparent())
    if at == LETTER:
        if origin == ADAPTED and key in words.reworded:
            return
        last = holder[-1] if len(holder) else None
        if last is not None and (last.tail or "").strip() == "*":
            last.tail = None
        return
    is_heading = holder.tag in HEADINGS
    note = Element("p" if is_heading else "span", {"class": "origin-part own-origin", "data-origin": origin})
    note.text = words.origin_words(key, origin, everywhere=not at)
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
