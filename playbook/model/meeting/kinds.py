"""The meetings of a partnership, in the order of its life: what tells them apart stands here once, for files, pages, calendars and the browser.

A further kind of meeting is a row here and a key of the same name in `Region`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class MeetingKind:
    """One kind of meeting.

    `key`: of a region file. `name`: what calendars call it. `stage`: at which sheets invite to it, its place in the form lies open, and `heading` of the page of
    invitations leads to it. `minutes`: how long it usually takes. `awaited_at`: the stages at which a date that has passed is a fault, with the `remedy`.
    `set_at`: the stage that says by itself that the date is set. `recurs`: each date is a meeting of its own. `example`: its value in a new region file.
    """

    key: str
    name: str
    stage: str
    heading: str
    minutes: int
    awaited_at: tuple[str, ...]
    remedy: str
    example: str
    set_at: str | None = None
    recurs: bool = False

    @property
    def stem(self) -> str:
        """The name of its calendar file, without suffix; it is part of the identity of an entry, too."""
        return self.key.replace("_", "-")

    @property
    def file(self) -> str:
        """The name of its calendar file."""
        return f"{self.stem}.ics"

    @property
    def placeholder(self) -> str:
        """What stands for its date among the terms of a point (points.yml)."""
        return f"<{self.key.replace('_', ' ')} date>"


MEETINGS = {
    kind.key: kind
    for kind in (
        MeetingKind(
            key="planning_meeting", name="Planning meeting", stage="planning", heading="the-planning-meeting", minutes=90,
            awaited_at=("planning",), remedy="write the next date, or set the stage to launch",
            example='{date: 2027-01-14, time: "09:00", timezone: America/Chicago, place: Main Library}',
        ),
        MeetingKind(
            key="launch_meeting", name="Launch meeting", stage="launch", heading="the-launch", minutes=120,
            awaited_at=("planning", "launch"), remedy="write the new date, or set the stage to active", set_at="launch",
            example="{date: 2027-03-04}",
        ),
        MeetingKind(
            key="next_meeting", name="Partnership meeting", stage="active", heading="the-next-partnership-meeting", minutes=60,
            awaited_at=("active",), remedy="write the next date", recurs=True,
            example='{repeats: first Thursday, time: "09:00", length: 90 minutes, timezone: America/Chicago, online: "https://meet.example.org/room"}',
        ),
    )
}  # fmt: skip
AT_STAGE = {kind.stage: kind.key for kind in MEETINGS.values() if kind.stage}  # the meeting that each stage leads to
