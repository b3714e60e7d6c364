"""When and where a meeting is, filled from the region file or left to be written by hand."""

from macros.values.arguments import require_known
from macros.values.region_values import Voice, marked
from macros.values.conditional import given, missing
from playbook.model.region import Region
from playbook.content.sheet_plan import MEETINGS

PARTS = ("date", "time", "place")


def when_and_where(meeting: str, *, region: Region | None) -> str:
    """Return date, time and place of `planning_meeting`, `launch_meeting` or `next_meeting`; a line to write on for each that is not given."""
    require_known("meeting", meeting, MEETINGS.values())
    return "\n" + "".join(_known_or_blank(f"{meeting}.{part}", part.capitalize(), region) for part in PARTS)


def _known_or_blank(key: str, label: str, region: Region | None) -> str:
    open_label = marked(region, key.replace(".date", ".line")) if key.endswith(".date") else label  # whether it is to be set or announced
    return (
        f"<p{given(region, key)}><strong>{label}:</strong> {marked(region, key)}</p>\n"
        f'<p class="sheet-blank"{missing(region, key)}>{open_label}:</p>\n<div class="sheet-notes" data-lines="1"{missing(region, key)}></div>\n'
    )


def when_lines(meeting: str, *, region: Region | None, at: str) -> str:
    """Return date, time and place on a line each, or in words that there is no date. `at`: the stage of the sheet."""
    others = (f"{meeting}.{part}" for part in PARTS[1:])
    return marked(region, f"{meeting}.line", at) + "".join(f"<span{given(region, key)}><br>{marked(region, key, at)}</span>" for key in others)


def meeting_when(meeting: str, *, region: Region | None, voice: Voice) -> str:
    """Return a meeting's date, time and place, as after “When and where:”; in words where it has no date, or that has passed."""
    require_known("meeting", meeting, MEETINGS.values())
    return marked(region, f"{meeting}.when", voice.at)
