"""Points that the playbook says in other words to an audience which it offers: each list of them says whose words they are, once."""

from lxml.html import Element, HtmlElement

from playbook.content import attribution
from playbook.content.point_spec import point_specs
from playbook.content.wording.own_words import OFFERED, OwnWords
from playbook.render.tree_edit import parent_of, put_text
from playbook.render.wording.point_marks import occurrences

NOTE = "origin-part"


def note_offered(page: HtmlElement, words: OwnWords) -> None:
    """Say under each list, quotation and group of asks whose words are the playbook's that they are; a note on points of ours is there already."""
    keys = [key for key in words.offered if point_specs()[key].origin == "toolkit" and key in words.reworded]
    holders = occurrences(page, keys) if keys else []
    for holder in holders:
        if len(point_specs()[holder.get("data-point", "")].audiences) > 1:
            for link in holder.xpath('.//a[@data-part="link"]'):  # it leads to what others hear
                link.drop_tree()
    for around in dict.fromkeys(map(parent_of, holders)):
        if around.tag == "blockquote":
            for note in around.xpath('./p[contains(@class, "origin-part")]'):
                _say(note)
        elif around.tag == "ul" and not _is_note(around.getnext()):
            note = _say(Element("p"))
            note.tail = "\n"
            around.addnext(note)
        elif around.get("class") == "sheet-ask":
            for note in around.xpath('./p[contains(@class, "origin-part")] | .//*[@class="origin-dagger"]'):
                note.drop_tree()
            around.append(_say(Element("p")))


def _say(note: HtmlElement) -> HtmlElement:
    put_text(note, attribution.line(OFFERED))
    note.attrib.clear()
    note.set("class", f"{NOTE} own-origin")
    note.set("data-origin", OFFERED)
    return note


def _is_note(element: HtmlElement | None) -> bool:
    return element is not None and element.tag == "p" and NOTE in (element.get("class") or "").split()
