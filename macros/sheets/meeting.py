"""When and where a meeting is, filled from the region file or left to be written by hand."""

from collections.abc import Callable

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from macros.values.region_values import Voice, marked
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region_fields import text_of

TO_WRITE = {"date": "date", "time": "time", "place": "place online"}  # what may be written by hand, where the region gives none of these
LABELS = {"date": "Date", "time": "Time", "place": "Place", "online": "Online", "repeats": "Rhythm"}
BEFORE = {"time": "", "place": "", "online": "Online: ", "repeats": "We meet on the "}  # what stands before each part on a line of its own
WORDS = {"place": "venue"}  # a row of its own says what is online


def when_and_where(meeting: str) -> Markup:
    """Return date, time and place of a meeting, by its key, a line to write on for each that is not given, and what else is given."""
    require_known("meeting", meeting, MEETINGS)
    parts = [
        {
            "key": f"{meeting}.{part}",
            "label": label,
            "value": _value(meeting, part),
            "missing": " ".join(f"{meeting}.{one}" for one in TO_WRITE.get(part, "").split()),
            "open": label,
        }
        for part, label in LABELS.items()
    ]
    return alone(component("when-and-where", parts=parts))


def when_lines(meeting: str, at: str) -> Markup:
    """Return date, time, place, link and rhythm on a line each, or in words that there is no date. `at`: the stage of the sheet."""
    return component("when-lines", day=marked(f"{meeting}.line", at), lines=beside_date(meeting, at))


def beside_date(meeting: str, at: str) -> list[dict[str, object]]:
    """Return time, place, link and rhythm: of each the key, what stands before it, and its words (marked)."""
    return [{"key": f"{meeting}.{part}", "before": before, "words": _value(meeting, part, at)} for part, before in BEFORE.items()]


def next_meeting(*, here: Callable[[], str]) -> Markup:
    """Return when and where the meeting of the edition's stage is, with the way to its invitations; nothing is seen of it without a date to come."""
    meetings = [
        {"stage": kind.stage, "key": key, "name": kind.name, "words": marked(f"{key}.when"), "anchor": kind.heading}
        for key, kind in MEETINGS.items()
        if kind.stage
    ]
    return alone(component("next-meeting", up="../" * here().count("/"), meetings=meetings))


def _value(meeting: str, part: str, at: str = "") -> Markup:
    key = f"{meeting}.{WORDS.get(part, part)}"
    return component("online", key=key, at=at, text=text_of(None, key, at)) if part == "online" else marked(key, at)


def meeting_when(meeting: str, *, voice: Voice) -> Markup:
    """Return a meeting's date, time and place, as after “When and where:”; in words where it has no date, or that has passed."""
    require_known("meeting", meeting, MEETINGS)
    return marked(f"{meeting}.when", voice.at)
