"""When and where a meeting is, filled from the region file or left to be written by hand."""

from datetime import date

from macros.checks import checked
from macros.fields import marked
from playbook.region import Region
from playbook.sheet import MEETINGS


def when_and_where(meeting: str, *, region: Region | None, today: date) -> str:
    """Return date, time and place of `planning_meeting`, `launch_meeting` or `next_meeting`; lines to write on for what is not given or has passed."""
    given = getattr(region, checked("meeting", meeting, MEETINGS.values()), None) if region else None
    if given and given.date and given.date < today:
        given = None
    known = [part for part in ("date", "time", "place") if given and getattr(given, part)]
    shown = "<br>".join(f"<strong>{part.capitalize()}:</strong> {marked(region, f'{meeting}.{part}')}" for part in known)
    missing = [part for part in ("date", "time", "place") if part not in known]
    said = f"\n<p>{shown}</p>\n" if known else ""
    if not missing:
        return said
    return f'{said}\n<p class="sheet-blank">To write in: {", ".join(missing)}</p>\n<div class="sheet-notes" data-lines="{len(missing)}"></div>\n'
