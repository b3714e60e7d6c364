"""Which day it is, where, and which meetings have passed by then."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from playbook.model.region import MEETING_KEYS, Region, without_meetings

LAST_ZONE = "Pacific/Pago_Pago"  # where in the United States and its territories a day ends last


def now() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


def day_in(when: date | datetime, zone: str | None = None) -> date:
    """Return the day in a time zone: a named day is one everywhere, a moment falls on the day that it is there.

    Without a zone it is the day where a day ends last, so that it is over wherever a meeting may be. Finished pages go by each
    meeting's own time zone, too (docs/assets/javascripts/core/passed-meetings.js).
    """
    return when.astimezone(ZoneInfo(zone or LAST_ZONE)).date() if isinstance(when, datetime) else when


def today() -> date:
    """Return the day that files are dated with unless one is given."""
    return day_in(now())


def passed_meetings(region: Region, when: date | datetime) -> list[str]:
    """Return the keys of the meetings whose day is over where they take place; without a time zone of its own, a meeting has that of the region's others."""
    meetings = {key: getattr(region, key) for key in MEETING_KEYS}
    zone = next((meeting.timezone for meeting in meetings.values() if meeting.timezone), None)
    return [key for key, meeting in meetings.items() if meeting.date and meeting.date < day_in(when, meeting.timezone or zone)]


def current(region: Region, when: date | datetime) -> Region:
    """Return a region in which every meeting before a day, or before the day of a moment where it takes place, has passed: nothing invites to an old date."""
    return without_meetings(region, passed_meetings(region, when))
