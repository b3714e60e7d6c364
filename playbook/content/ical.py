"""Meetings as calendar files (iCalendar, RFC 5545), one for each meeting that has a date still to come."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from playbook.content.worksheets import WORKSHEETS_FOLDER
from playbook.model.clock import current
from playbook.model.edition import Edition
from playbook.model.region import Meeting, Region
from playbook.model.region_fields import text_of

if TYPE_CHECKING:
    from icalendar import Event

CALENDAR_FILES = {  # key in a region file: the calendar file and what the meeting is called
    "planning_meeting": ("planning-meeting.ics", "Planning meeting"),
    "launch_meeting": ("launch-meeting.ics", "Launch meeting"),
    "next_meeting": ("next-meeting.ics", "Partnership meeting"),
}
PRODUCT = "-//Support Team Playbook//EN"
LENGTH = timedelta(hours=1)  # a region file does not say how long a meeting is; the entry says that, too
AROUND = timedelta(days=366)  # time zone rules go along for a year before and after


def upcoming(region: Region | None, key: str, today: date) -> Meeting | None:
    """Return a meeting that has a date, today or later; None for one that has none or has passed."""
    meeting = getattr(current(region, today), key) if region else None
    return meeting if meeting and meeting.date else None


def write_calendars(edition: Edition, place: Path, today: date) -> None:
    """Write the calendar files of an edition that stands in the folder `place`."""
    for name, data in calendars(edition, today):
        (place / WORKSHEETS_FOLDER).mkdir(exist_ok=True)
        (place / WORKSHEETS_FOLDER / name).write_bytes(data)


def calendars(edition: Edition, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield file name and content for every meeting of an edition that is still to come. Same arguments, same bytes."""
    for key, (name, _) in CALENDAR_FILES.items():
        if edition.region and (meeting := upcoming(edition.region, key, today)) and meeting.date:
            yield name, _calendar(meeting.date, _event(edition.slug, edition.region, key, meeting, today))


def _calendar(day: date, event: "Event") -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 (a third of the time that a command takes to start; only a meeting to come needs it)

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones(day - AROUND, day + AROUND)
    return bytes(calendar.to_ical())


def _event(slug: str, region: Region, key: str, meeting: Meeting, today: date) -> "Event":
    """One entry: the same UID for the same meeting of an edition, whatever changes, and a SEQUENCE that the writer raises."""
    from icalendar import Event  # noqa: PLC0415 (as above)

    file, name = CALENDAR_FILES[key]
    event = Event()
    event.add("uid", f"{slug}.{file.removesuffix('.ics')}@support-team-playbook")
    event.add("sequence", meeting.revision)
    event.add("dtstamp", datetime(today.year, today.month, today.day, tzinfo=UTC))
    if region.updated:
        event.add("last-modified", datetime(region.updated.year, region.updated.month, region.updated.day, tzinfo=UTC))
    if meeting.date and meeting.time and meeting.timezone:
        event.add("dtstart", datetime.combine(meeting.date, meeting.time, ZoneInfo(meeting.timezone)))
        event.add("duration", LENGTH)
    else:
        event.add("dtstart", meeting.date)  # a day, in every time zone
        event.add("transp", "TRANSPARENT")
    event.add("summary", f"{name}: {region.partnership or region.industry or region.region}")
    if meeting.place:
        event.add("location", meeting.place)
    event.add("description", _description(region, meeting))
    return event


def _description(region: Region, meeting: Meeting) -> str:
    length = "The length is not set; this entry holds one hour." if meeting.time else "The time is to be set."
    called = [f"Called by {text_of(region, 'convener')}."] if region.convener else []
    ways = [way for convener in region.convener for way in (convener.email, convener.phone) if way]
    lines = [*called, *(["Questions: " + ", ".join(ways)] if ways else []), length, *(["Fictional example."] if region.example else [])]
    return "\n".join(lines)
