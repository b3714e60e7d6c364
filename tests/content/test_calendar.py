"""Calendar files: read back by icalendar and by a second, independent reader (ical); the hour is right, or there is none."""

from datetime import UTC, date, datetime, time

from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from playbook.content.ical import calendars
from playbook.model.clock import current
from playbook.model.edition import Edition
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Convener, Region
from playbook.model.region_fields import text_of
from playbook.render.components.blocks import calendar_file

TODAY = date(2026, 11, 23)


def one(today: date = TODAY, **meeting) -> bytes:
    """The calendar file of a region with one planning meeting."""
    region = Region(region="Lane", stage="planning", planning_meeting=Meeting(**meeting), convener=(Convener(name="Lane Board, Inc.", phone="555-0100"),))
    ((name, data),) = calendars(Edition("lane", region, ""), today)
    assert name == "planning-meeting.ics"
    return data


def by_icalendar(data: bytes):
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    return event


def by_ical(data: bytes):
    (event,) = IcsCalendarStream.calendar_from_ics(data.decode()).events
    return event


def starts(data: bytes) -> set:
    """When the meeting begins, as both readers see it."""
    return {by_icalendar(data).start, by_ical(data).dtstart}


def test_every_calendar_file_of_the_site_reads_the_same_twice(site):
    files = sorted(site.rglob("*.ics"))
    assert {file.name for file in files} == {kind.file for kind in MEETINGS.values()}
    for file in files:
        data = file.read_bytes()
        mine, other = by_icalendar(data), by_ical(data)
        assert (mine.start, str(mine["UID"]), mine["SEQUENCE"]) == (other.dtstart, other.uid, other.sequence), file
        assert str(mine["SUMMARY"]) == other.summary and str(mine.get("LOCATION", "")) == (other.location or "")
        assert file.name in (file.parent / "invite.html").read_text("utf-8")
        lines = data.split(b"\r\n")
        assert b"\n" not in b"".join(lines) and max(map(len, lines)) <= 75, file


def test_values_that_look_like_markup_are_only_text(site):
    event = by_ical((site / "regions/hard-name/team/next-meeting.ics").read_bytes())
    assert event.location == "</span><script>1</script>"


def test_a_change_to_daylight_saving_time_between_two_dates_is_right():
    zone = {"time": time(9), "timezone": "America/Los_Angeles"}
    for day, hour in ((date(2027, 3, 12), 17), (date(2027, 3, 15), 16)):
        assert {moment.astimezone(UTC) for moment in starts(one(date=day, **zone))} == {datetime(2027, 3, day.day, hour, tzinfo=UTC)}
    assert {moment.astimezone(UTC).hour for moment in starts(one(date=date(2027, 7, 1), time=time(9), timezone="America/Phoenix"))} == {16}


def test_a_file_brings_the_rules_of_its_time_zone():
    calendar = Calendar.from_ical(one(date=date(2027, 3, 15), time=time(9), timezone="America/Chicago"))
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "America/Chicago" and calendar.walk("DAYLIGHT") and calendar.walk("STANDARD")
    assert by_icalendar(calendar.to_ical())["DTSTART"].params["TZID"] == "America/Chicago"


def test_a_missing_time_gives_an_all_day_entry():
    data = one(date=date(2027, 3, 15))
    assert starts(data) == {date(2027, 3, 15)}
    assert b"DTSTART;VALUE=DATE:20270315" in data and b"VTIMEZONE" not in data


def test_a_changed_meeting_keeps_its_uid_and_raises_its_sequence():
    first = by_ical(one(date=date(2027, 3, 15)))
    moved = by_ical(one(date=date(2027, 4, 1), time=time(14), timezone="America/Denver", place="Library", revision=2))
    assert moved.uid == first.uid == "lane.planning-meeting@support-team-playbook"
    assert (first.sequence, moved.sequence) == (0, 2)


def test_an_entry_ends_with_its_meeting_and_leads_to_it_online():
    zone = {"date": date(2027, 3, 4), "time": time(9), "timezone": "America/Denver"}
    both = one(**zone, length="1.5 hours", place="Library", online="https://meet.example.org/a,b;c")
    assert {str(by_icalendar(both)["URL"]), str(by_ical(both).url)} == {"https://meet.example.org/a,b;c"}
    assert {by_icalendar(both).end, by_ical(both).dtend} == {datetime(2027, 3, 4, 17, 30, tzinfo=UTC)}
    assert by_ical(both).location == "Library" and by_ical(both).description.splitlines()[0] == "Online: https://meet.example.org/a,b;c"
    assert "length" not in by_ical(both).description
    assert by_ical(one(**zone, online="https://meet.example.org/a")).location == "https://meet.example.org/a"
    assert by_ical(one(**zone)).dtend == datetime(2027, 3, 4, 17, tzinfo=UTC)


def next_one(today: date, **meeting):
    region = Region(region="Lane", stage="active", industry="wood", next_meeting=Meeting(**meeting))
    ((_, data),) = calendars(Edition("lane", current(region, today), ""), today)
    return by_ical(data)


def test_a_next_meeting_after_the_last_is_an_entry_of_its_own_and_a_moved_one_stays_the_same():
    march, april = date(2027, 3, 4), date(2027, 4, 1)
    first, second = (next_one(march, date=day) for day in (march, april))
    moved = next_one(march, date=date(2027, 3, 11), moved_from=march)
    assert first.uid == moved.uid != second.uid
    assert (first.sequence, moved.sequence) == (0, 1)
    by_rhythm = next_one(date(2027, 3, 12), date=date(2027, 3, 11), moved_from=march, repeats="first Thursday of the month")
    assert (by_rhythm.uid, by_rhythm.dtstart, by_rhythm.sequence) == (second.uid, april, 0)


def test_the_stamp_is_the_builds_date_and_the_same_build_gives_the_same_bytes():
    data = one(date=date(2027, 3, 15))
    assert data == one(date=date(2027, 3, 15)) and b"DTSTAMP:20261123T000000Z" in data


def test_a_meeting_that_has_passed_or_has_no_date_gives_neutral_words_and_no_file():
    for meeting, when in ((Meeting(date=date(2026, 11, 22)), "new date to be announced"), (Meeting(), "date to be set")):
        region = current(Region(region="Lane", stage="planning", planning_meeting=meeting), TODAY)
        assert not list(calendars(Edition("lane", region, ""), TODAY))
        assert text_of(region, "planning_meeting.when") == when
        assert "no date for it, or the date has passed" in calendar_file("planning_meeting", region)
        assert ".ics" not in calendar_file("planning_meeting", region)
    assert list(calendars(Edition("lane", Region(region="Lane", stage="planning", next_meeting=Meeting(date=TODAY)), ""), TODAY))
