"""What a page needs to put a meeting into a calendar, for one edition."""

from lxml.html import HtmlElement

from playbook.content.ical import entry_of
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region
from playbook.render.components import blocks
from playbook.render.localization import Localization
from playbook.render.tree_edit import parent_of, replace


def fill_calendar_file(element: HtmlElement, values: Localization, key: str) -> None:
    """The link to a meeting's calendar file, or why there is none."""
    reason = element.getnext()
    if reason is not None:
        parent_of(reason).remove(reason)
    replace(element, values.block(f"calendar:{key}", lambda: blocks.calendar_file(key, values.region, values.edition.slug)))


def fill_calendar_entry(element: HtmlElement, values: Localization, key: str) -> None:
    """Of the entry that a reader makes of a typed date: its length (`data-length`), the time zone of its hour (`data-timezone`), whose meeting it is (`data-whose`)."""
    if not values.region:
        return
    meeting = getattr(values.region, key)
    for name, value in (("data-length", meeting.length), ("data-timezone", zone_of(values.region, key)), ("data-whose", entry_of(values.region))):
        if value:
            element.set(name, value)


def zone_of(region: Region, key: str) -> str:
    """Return the time zone of a meeting, else that of another one of the region; empty where none has one."""
    return next((zone for one in (key, *MEETINGS) if (zone := getattr(region, one).timezone)), "")
