"""What one of an edition's own audiences hears: a page, or a part of one, in the place of the audience that it is like."""

from lxml import etree
from lxml.html import HtmlElement

from playbook.content.point_spec import point_specs
from playbook.content.wording.own_audiences import OwnAudience, asks
from playbook.content.wording.own_words import OwnWords
from playbook.render.localization import Localization
from playbook.render.localize import localized
from playbook.render.tree_edit import drop, put_text
from playbook.render.wording.leave_out import drop_links

PLACES = etree.XPath('//div[@class="tabbed-block"]//li[not(@data-point)][a[contains(@href, "#")]]')  # of a talk: each leads to a point


def heard(values: Localization, own: OwnAudience, page: HtmlElement) -> HtmlElement:
    """Return a page, or a part of one as a page, as one of an edition's own audiences hears it."""
    own_values, talk = values.of(own), PLACES(page)
    words = own_values.own_words
    for item in talk:
        key = item[0].get("href", "").partition("#")[2]
        if not words:
            break
        if key in words.left_out:
            drop(item)
        elif key in words.reworded and key in own.points:
            _lead(item, key, words)
    done = localized(page, own_values)
    drop_links(done, _without_place(values.own_words, words))
    return done


def _without_place(common: OwnWords | None, words: OwnWords | None) -> frozenset[str]:
    """Return the points that one audience hears though the edition leaves them out: those whose place is that of all audiences, or among asks that are all gone."""
    left_out = common.left_out if common else frozenset()
    kept = left_out - words.left_out if words else ()
    return frozenset(key for key in kept if len(point_specs()[key].audiences) > 1 or (key in asks() and left_out.issuperset(asks())))


def _lead(item: HtmlElement, key: str, words: OwnWords) -> None:
    """Let an entry of a talk say what the point says to the audience; where that stands on no page of its own, as words."""
    link = item[0]
    link.tail = None
    put_text(link, words.text(key, "say", words.region.stage) or link.text or "")
    if len(point_specs()[key].audiences) > 1:
        link.drop_tag()
