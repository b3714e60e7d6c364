"""When and where a meeting is, filled from the region file or left to be written by hand."""

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from macros.values.region_values import Voice, marked
from playbook.content.sheet_plan import MEETINGS

PARTS = ("date", "time", "place")


def when_and_where(meeting: str) -> Markup:
    """Return date, time and place of `planning_meeting`, `launch_meeting` or `next_meeting`; a line to write on for each that is not given."""
    require_known("meeting", meeting, MEETINGS.values())
    parts = [
        {
            "key": f"{meeting}.{part}",
            "label": part.capitalize(),
            "value": marked(f"{meeting}.{part}"),
            "open": marked(f"{meeting}.line") if part == "date" else part.capitalize(),
        }
        for part in PARTS
    ]
    return alone(component("when-and-where", parts=parts))


def when_lines(meeting: str, at: str) -> Markup:
    """Return date, time and place on a line each, or in words that there is no date. `at`: the stage of the sheet."""
    return component("when-lines", day=marked(f"{meeting}.line", at), others={key: marked(key, at) for key in (f"{meeting}.{part}" for part in PARTS[1:])})


def meeting_when(meeting: str, *, voice: Voice) -> Markup:
    """Return a meeting's date, time and place, as after “When and where:”; in words where it has no date, or that has passed."""
    require_known("meeting", meeting, MEETINGS.values())
    return marked(f"{meeting}.when", voice.at)
