"""Meetings as calendar files (iCalendar, RFC 5545), one for each meeting that has a date still to come: decisions/0019 says what an entry is."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.content.worksheets import WORKSHEETS_FOLDER
from playbook.model.clock import current
from playbook.model.edition import Edition
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Region
from playbook.model.region_fields import text_of

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Support Team Playbook//EN"
LENGTH = timedelta(hours=1)  # of an entry whose meeting does not say how long it is; the entry says that, too
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
    for key, kind in MEETINGS.items():
        if edition.region and (meeting := upcoming(edition.region, key, today)) and meeting.date:
            yield kind.file, _calendar(meeting.date, _event(edition.slug, edition.region, key, meeting, today))


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
    from icalendar import Event, vUri  # noqa: PLC0415 (as above)

    event = Event()
    event.add("uid", f"{entry_id(slug, key, meeting)}@support-team-playbook")
    event.add("sequence", max(meeting.revision, 1 if meeting.moved_from else 0))
    event.add("dtstamp", datetime(today.year, today.month, today.day, tzinfo=UTC))
    if region.updated:
        event.add("last-modified", datetime(region.updated.year, region.updated.month, region.updated.day, tzinfo=UTC))
    if meeting.starts:
        event.add("dtstart", meeting.starts)
        event.add("dtend", meeting.ends or (meeting.starts.astimezone(UTC) + LENGTH).astimezone(meeting.starts.tzinfo))
    else:
        event.add("dtstart", meeting.date)  # a day, in every time zone
        event.add("transp", "TRANSPARENT")
    for name, text in entry_texts(region, key, meeting).items():
        event.add(name.lower(), text)
    if meeting.online:
        event.add("url", meeting.online)
        event.add("conference", vUri(meeting.online), parameters={"VALUE": "URI", "LABEL": "Join online"})
    return event


def entry_id(slug: str, key: str, meeting: Meeting) -> str:
    """Return what tells an entry from all others: one for each date of a meeting that takes place again and again; of a moved one the day it had."""
    name = f"{slug}.{MEETINGS[key].stem}"
    day = meeting.moved_from or meeting.date
    return f"{name}-{day.isoformat()}" if day and is_one_of_many(key, meeting) else name


def is_one_of_many(key: str, meeting: Meeting) -> bool:
    """Tell whether a meeting takes place again, as an entry of its own each time; there is one launch, whatever its date."""
    return MEETINGS[key].recurs or bool(meeting.repeats)


def entry_texts(region: Region, key: str, meeting: Meeting) -> dict[str, str]:
    """Return the texts of an entry by their properties."""
    place = meeting.place or meeting.online  # people and programs look for the link there
    return {
        "SUMMARY": f"{MEETINGS[key].name}: {entry_of(region)}",
        **({"LOCATION": place} if place else {}),
        "DESCRIPTION": _description(region, meeting),
    }


def entry_of(region: Region) -> str:
    """Return whose meeting an entry is, for its title."""
    return region.partnership or region.industry or region.region


def later_entry(slug: str, key: str, region: Region) -> str:
    """Return as JSON what a published page needs to make the entry of a later date by itself; empty for a meeting without a rhythm."""
    meeting: Meeting = getattr(region, key)
    if not meeting.repeats:
        return ""
    name = entry_id(slug, key, meeting.model_copy(update={"date": None, "moved_from": None}))
    time = {"time": f"{meeting.time:%H:%M}", "timezone": meeting.timezone, "length": meeting.length} if meeting.time else {}
    return json.dumps({"id": name, **time, "online": meeting.online, "texts": entry_texts(region, key, meeting)}, ensure_ascii=False)


def _description(region: Region, meeting: Meeting) -> str:
    open_length = "" if meeting.length else "The length is not set; this entry holds one hour."
    length = open_length if meeting.time else "The time is to be set."
    ways_in = [f"Online: {meeting.online}"] if meeting.online else []
    rhythm = [f"Meets on the {meeting.repeats}."] if meeting.repeats else []
    called = [f"Called by {text_of(region, 'convener')}."] if region.convener else []
    ways = [way for convener in region.convener for way in (convener.email, convener.phone) if way]
    lines = [*ways_in, *called, *(["Questions: " + ", ".join(ways)] if ways else []), *rhythm, length, *(["Fictional example."] if region.example else [])]
    return "\n".join(filter(None, lines))
