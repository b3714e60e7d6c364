"""Parts of a page that are made of a region's values as a whole (`data-block`, `data-local`), put there for one edition. marks.py lists them."""

from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache
from urllib.parse import quote

from lxml.html import HtmlElement

from playbook.content import attribution
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.meeting import Meeting
from playbook.model.stage import STAGES
from playbook.render.components import blocks
from playbook.render.fill_calendar import fill_calendar_entry, fill_calendar_file
from playbook.render.fill_edition_name import fill_edition_bar, fill_edition_name, fill_home_edition
from playbook.render.fill_marks import put_stage_label
from playbook.render.fill_stage_tabs import fill_stage_order, fill_stage_tabs
from playbook.render.localization import Localization
from playbook.render.tree_edit import hide, put_parts, put_text, replace
from playbook.render.wording.own_blocks import fill_own_words, fill_terms
from playbook.render.wording.own_shares import fill_shares

DOT = quote(" · ")  # between the parts of a message's subject


def fill_block(element: HtmlElement, values: Localization) -> None:
    """`data-block`: a part that is made of a region's values as a whole."""
    name, _, argument = element.get("data-block", "").partition(":")
    BLOCKS[name](element, values, argument)


def fill_local(element: HtmlElement, values: Localization) -> None:
    """`data-local`: the region's own list of priorities or results."""
    key = element.get("data-local", "")
    make = {"priorities": blocks.local_priorities, "results": blocks.local_results}[key]
    if values.region:
        replace(element, values.block(f"local:{key}", lambda: make(values.region)))


def _contact(element: HtmlElement, values: Localization, _: str) -> None:
    if values.region and values.region.convener:
        replace(element, values.block("contact", lambda: blocks.contact(values.region)))


def _editions(element: HtmlElement, values: Localization, _: str) -> None:
    replace(element, values.block("editions", lambda: blocks.editions_list(values.catalog, values.edition)))


def _seats(element: HtmlElement, values: Localization, _: str) -> None:
    if values.region and values.region.support_team:
        replace(element, values.block("seats", lambda: blocks.roster(values.region)))


def _sheet_choice(element: HtmlElement, values: Localization, _: str) -> None:
    """One audience's card in the index of sheets: its links lead to the stage that is now."""
    if not values.stage:
        return
    first, who = next(iter(STAGES)), element.get("data-audience")
    before, now = STAGES[first].label.lower(), STAGES[values.stage].label.lower()
    for part in element.xpath("./h2 | ./div | ./p"):
        for link in part.xpath(".//a"):
            link.set("href", link.get("href").replace(f"{who}-{first}", f"{who}-{values.stage}"))
            for name in link.xpath('.//span[@class="aside-name"]'):
                name.text = name.text.replace(before, now)
    label = element.xpath("./h2//*[@data-stage-label]")[0]
    label.set("data-stage-label", values.stage)
    put_stage_label(label, values)
    for other in element.xpath(".//*[@data-other-stage]"):
        hide(other, other.get("data-other-stage") == values.stage)


def _title(element: HtmlElement, values: Localization, _: str) -> None:
    """The page's title and that of its card: page, region and site, as far as there are such."""
    title = " · ".join(filter(None, (element.get("data-page"), values.region.region if values.region else "", element.get("data-site"))))
    if element.tag == "title":
        element.text = title
    else:
        element.set("content", title)


def _meetings_meta(element: HtmlElement, values: Localization, _: str) -> None:
    region = values.region
    dated = [(key, getattr(region, key)) for key in MEETINGS if region and getattr(region, key).date]
    element.set("content", ";".join(_dated(key, meeting) for key, meeting in dated))


def _dated(key: str, meeting: Meeting) -> str:
    """Return a meeting as core/passed-meetings.js reads it: its key, day (after a / the day of its rhythm, if it was moved from there), time zone, rhythm."""
    zone = meeting.timezone or ("-" if meeting.repeats else None)
    days = "/".join(day.isoformat() for day in (meeting.date, meeting.moved_from if meeting.repeats else None) if day)
    return " ".join(filter(None, (key, days, zone, meeting.repeats)))


@lru_cache
def _quoted(name: str) -> str:
    return DOT + quote(name)


def _feedback(element: HtmlElement, values: Localization, _: str) -> None:
    """Whom to tell of a mistake: the site's address, else the first convener with one, whose mail names page and region; else the repository's issues."""
    region = values.region
    start, _sign, end = element.get("data-subject", "").rpartition(DOT)
    subject = f"{start}{_quoted(region.region) if region else ''}{DOT}{end}"
    mail = (
        values.catalog.site.feedback or next((convener.email for convener in region.convener if convener.email), "") if region else values.catalog.site.feedback
    )
    if mail:
        element.tag = "a"
        del element.attrib["data-subject"]
        element.set("class", "feedback-link")
        element.set("href", f"mailto:{mail}?subject={subject}")
        element.text = "Write to us"
    elif repository := values.catalog.site.repository:
        element.tag = "a"
        del element.attrib["data-subject"]
        element.set("href", f"{repository.rstrip('/')}/issues")
        element.text = "Tell us on the project’s page"
    else:
        element.set("data-subject", subject)


def _credit(element: HtmlElement, values: Localization, kind: str) -> None:
    """The credit of a local page names the page's author, else the region's conveners."""
    put_text(element, attribution.line(kind, values.region, "local", element.attrib.pop("data-author", "")))


def _foot(element: HtmlElement, values: Localization, kind: str) -> None:
    """The foot of such a page; the address in it stays a link where the page has made it one."""
    foot = attribution.foot(kind, values.region, "local", element.attrib.pop("data-author", ""))
    link = next((deepcopy(link) for link in element.iter("a") if link.text and link.text in foot), None)
    if link is None:
        put_text(element, foot)
        return
    before, _sign, after = foot.partition(link.text or "")
    link.tail = None
    put_parts(element, [before, link, after])


BLOCKS: dict[str, Callable[[HtmlElement, Localization, str], None]] = {
    "contact": _contact,
    "editions": _editions,
    "calendar": fill_calendar_file,
    "calendar-entry": fill_calendar_entry,
    "seats": _seats,
    "sheet-choice": _sheet_choice,
    "edition-bar": fill_edition_bar,
    "edition-name": fill_edition_name,
    "home-edition": fill_home_edition,
    "feedback": _feedback,
    "credit-line": _credit,
    "credit-foot": _foot,
    "stage-tabs": fill_stage_tabs,
    "stage-order": fill_stage_order,
    "title": _title,
    "meetings": _meetings_meta,
    "shares": fill_shares,
    "terms": fill_terms,
    "own-words": fill_own_words,
}
