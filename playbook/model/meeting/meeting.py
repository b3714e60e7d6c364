"""A meeting of a region file."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, field_validator

from playbook.files.messages import complaint
from playbook.files.rules.across_keys import AcrossKeysModel
from playbook.files.validation import AcrossKeysError
from playbook.model.address import PATTERNS, online_address
from playbook.model.field_types import ZONES, Clock, Day, Words, Zone, digits, rule
from playbook.model.meeting.length import Length, minutes_of
from playbook.model.meeting.rhythm import Rhythm, days_to_come, needs_a_date
from playbook.model.time_zone import is_on_clocks

Online = Annotated[Words, AfterValidator(online_address), rule(PATTERNS["online"], complaint("online"))]


class Meeting(AcrossKeysModel):
    """A meeting; without a date and a rhythm it is still to be set."""

    date: Day | None = Field(None, title="Date", description="like 2027-01-14", examples=["2027-01-14"])
    time: Clock | None = Field(None, title="Time", description='like "09:00"; needs a timezone', examples=["09:00"])
    timezone: Zone | None = Field(None, title="Time zone", description="like America/Los_Angeles", examples=ZONES)
    length: Length | None = Field(None, title="Length", description="like 90 minutes or 1.5 hours; needs a time", examples=["90 minutes"])
    place: Words | None = Field(None, title="Place", description="where; as said after “at”", examples=["Main Library"])
    online: Online | None = Field(
        None, title="Online", description="link to join online, https://…; everybody can read it", examples=["https://meet.example.org/room"]
    )
    repeats: Rhythm | None = Field(
        None,
        title="Rhythm",
        description="like first Thursday, last Tuesday of every other month, or second Monday of the quarter; counts once the date has passed, or where there is none",
        examples=["first Thursday"],
    )
    moved_from: Day | None = Field(
        None, title="Moved from", description="the day that calendars hold, if the meeting was moved to another: its entry moves along", examples=["2027-01-14"]
    )
    revision: int = Field(0, ge=0, le=999, title="Change number", description="raise by one whenever you change a meeting that calendars already hold")

    _plain_number = field_validator("revision", mode="before")(digits)

    def across_keys(self, context: Mapping[str, Any]) -> Iterator[AcrossKeysError]:
        """Yield what does not go together (twin: rules.js)."""
        day, time, zone = self.date, self.time, self.timezone
        if time and not day and not self.repeats:
            yield AcrossKeysError(complaint("time-date"), ("time",), and_on=("date", "repeats"))
        if time and not zone:
            yield AcrossKeysError(complaint("time-zone"), ("time",), and_on=("timezone",))
        if time and day and zone and not is_on_clocks(day, time, zone):
            yield AcrossKeysError(complaint("time-skipped"), ("time", "date"), and_on=("timezone",))
        elif context and (skipped := _skipped_day(self, context["today"])):
            yield AcrossKeysError(complaint("rhythm-skipped", day=skipped.isoformat()), ("time", "repeats"), and_on=("timezone", "date", "moved_from"))
        if self.length and not time:
            yield AcrossKeysError(complaint("length-time"), ("length",), and_on=("time",))
        if self.repeats and not day and needs_a_date(self.repeats):
            yield AcrossKeysError(complaint("rhythm-date"), ("repeats",), and_on=("date",))
        if self.moved_from and not day:
            yield AcrossKeysError(complaint("moved-date"), ("moved_from",), and_on=("date",))
        if self.moved_from and self.moved_from == day:
            yield AcrossKeysError(complaint("moved-same"), ("moved_from", "date"), "moved_from")

    @property
    def starts(self) -> datetime | None:
        """The moment it begins, in its time zone; None without a date or a time."""
        return datetime.combine(self.date, self.time, ZoneInfo(self.timezone)) if self.date and self.time and self.timezone else None

    @property
    def ends(self) -> datetime | None:
        """The moment it ends, in its time zone; None where it does not say how long it lasts."""
        if not self.starts or not self.length:
            return None
        return (self.starts.astimezone(UTC) + timedelta(minutes=minutes_of(self.length))).astimezone(self.starts.tzinfo)


def _skipped_day(meeting: Meeting, today: date) -> date | None:
    """Return the first day to come of a meeting's rhythm on which clocks skip its time; None where they never do."""
    if not (meeting.repeats and meeting.time and meeting.timezone):
        return None
    days = days_to_come(meeting.repeats, meeting.moved_from or meeting.date, today)
    return next((day for day in days if not is_on_clocks(day, meeting.time, meeting.timezone)), None)


class PassedMeeting(Meeting):
    """A meeting whose day is over. Nothing of it is told but that a new date is to be announced, and in which time zone; no file can give one."""
