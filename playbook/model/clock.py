"""Which day it is, where, and which meetings have passed by then."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.rhythm import next_date
from playbook.model.region import Region, without_meetings

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


def _days(region: Region, when: date | datetime) -> dict[str, date]:
    """Return which day it is at each meeting; without a time zone of its own, a meeting has that of the region's others."""
    zones = {key: getattr(region, key).timezone for key in MEETINGS}
    other = next((zone for zone in zones.values() if zone), None)
    return {key: day_in(when, zone or other) for key, zone in zones.items()}


def passed_meetings(region: Region, when: date | datetime) -> list[str]:
    """Return the keys of the meetings whose day is over where they take place and that have no rhythm, which would give the next date."""
    days = _days(region, when)
    return [key for key in MEETINGS if (day := getattr(region, key).date) and day < days[key] and not getattr(region, key).repeats]


def current(region: Region, when: date | datetime) -> Region:
    """Return a region as it is on a day, or at a moment on the day that it is at each meeting: what has passed has passed, what has a rhythm has its next date."""
    nexts = {}
    for key, today in _days(region, when).items():
        meeting = getattr(region, key)
        if meeting.repeats and not (meeting.date and meeting.date >= today):
            nexts[key] = meeting.model_copy(update={"date": next_date(meeting.repeats, meeting.moved_from or meeting.date, today), "moved_from": None})
    return without_meetings(region.model_copy(update=nexts), passed_meetings(region, when))
