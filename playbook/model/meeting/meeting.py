"""A meeting of a region file."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from playbook.files.messages import complaint
from playbook.files.validation import AcrossKeysError, FrozenModel
from playbook.model.address import PATTERNS, online_address
from playbook.model.field_types import ZONES, Clock, Day, Words, Zone, digits, rule
from playbook.model.meeting.length import Length, minutes_of
from playbook.model.meeting.rhythm import Rhythm, days_to_come, needs_a_date
from playbook.model.time_zone import is_on_clocks

Online = Annotated[Words, AfterValidator(online_address), rule(PATTERNS["online"], complaint("online"))]


class Meeting(FrozenModel):
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

    @model_validator(mode="after")
    def _complete(self, info: ValidationInfo[dict[str, Any] | None]) -> "Meeting":
        if self.time and not self.date and not self.repeats:
            raise AcrossKeysError(complaint("time-date"), ("time",))
        if self.time and not self.timezone:
            raise AcrossKeysError(complaint("time-zone"), ("time",))
        if self.time and self.date and self.timezone and not is_on_clocks(self.date, self.time, self.timezone):
            raise AcrossKeysError(complaint("time-skipped"), ("time", "date"))
        if self.length and not self.time:
            raise AcrossKeysError(complaint("length-time"), ("length",))
        if self.repeats and not self.date and needs_a_date(self.repeats):
            raise AcrossKeysError(complaint("rhythm-date"), ("repeats",))
        if self.moved_from and not self.date:
            raise AcrossKeysError(complaint("moved-date"), ("moved_from",))
        if self.moved_from and self.moved_from == self.date:
            raise AcrossKeysError(complaint("moved-same"), ("moved_from", "date"), "moved_from")
        if info.context and (skipped := _skipped_day(self, info.context["today"])):
            raise AcrossKeysError(complaint("rhythm-skipped", day=skipped.isoformat()), ("time", "repeats"))
        return self

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
