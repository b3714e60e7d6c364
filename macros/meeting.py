"""When and where a meeting is, filled from the region file or left to be written by hand. One that has passed is to be set anew."""

from datetime import date

from macros.checks import checked
from macros.fields import marked
from macros.given import given, missing
from playbook.calendar import current
from playbook.region import Region
from playbook.sheet import MEETINGS
from playbook.watch import block, slot

PARTS = ("date", "time", "place")
UNSET = "Date to be set"


@block
def when_and_where(meeting: str, *, region: Region | None, today: date) -> str:
    """Return date, time and place of `planning_meeting`, `launch_meeting` or `next_meeting`; a line to write on for each that is not given."""
    checked("meeting", meeting, MEETINGS.values())
    coming = current(region, today)
    return "\n" + "".join(_known_or_blank(f"{meeting}.{part}", part.capitalize(), coming) for part in PARTS)


def _known_or_blank(key: str, label: str, coming: Region | None) -> str:
    return (
        f"<p{given(coming, key)}><strong>{label}:</strong> {marked(coming, key)}</p>\n"
        f'<p class="sheet-blank"{missing(coming, key)}>{label}:</p>\n<div class="sheet-notes" data-lines="1"{missing(coming, key)}></div>\n'
    )


@slot
def when_lines(meeting: str, *, coming: Region | None) -> str:
    """Return date, time and place on a line each, or that the date is to be set. `coming`: the region without what has passed."""
    day, *others = (f"{meeting}.{part}" for part in PARTS)
    first = f"<span{given(coming, day)}>{marked(coming, day)}</span><span{missing(coming, day)}>{UNSET}</span>"
    return first + "".join(f"<span{given(coming, key)}><br>{marked(coming, key)}</span>" for key in others)


@slot
def meeting_when(meeting: str, *, region: Region | None, today: date) -> str:
    """Return a meeting's date, time and place as said after “on”; neutral words where it has no date, or that has passed."""
    checked("meeting", meeting, MEETINGS.values())
    coming = current(region, today)
    day, clock, place = (f"{meeting}.{part}" for part in PARTS)
    return (
        f"<span data-coming>{marked(coming, day)}<span{given(coming, clock)}>, at {marked(coming, clock)}</span>"
        f"<span{given(coming, place)}>, {marked(coming, place)}</span></span>"
    )
