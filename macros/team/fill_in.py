"""Fields above a message: what its brackets ask for, typed once."""

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from playbook.content.ical import CALENDAR_FILES

FIELDS = (  # the bracket that a field fills, how it is asked for, the kind of the field, and what a browser may know of the reader (WCAG 1.3.5)
    ("name", "Their name", "text", "off"), ("your name", "Your name", "text", "name"), ("your organization", "Your organization", "text", "organization"),
    ("convener", "Who convenes", "text", "off"), ("our partnership", "Name of the partnership", "text", "off"), ("industry", "Industry", "text", "off"),
    ("date", "Date", "date", "off"), ("time", "Time", "time", "off"), ("place", "Place", "text", "off"), ("subject", "Subject", "text", "off"),
)  # fmt: skip
LENGTHS = {30: "30 minutes", 45: "45 minutes", 60: "1 hour", 90: "1.5 hours", 120: "2 hours", 150: "2.5 hours", 180: "3 hours", 240: "4 hours"}  # by minutes
USUAL = {"planning_meeting": 90, "launch_meeting": 120, "next_meeting": 60}  # minutes, where an edition does not say; as our worksheets have it


def fill_in(meeting: str = "") -> Markup:
    """Return the fields for the messages between here and the next such group; `meeting` can be put into a calendar: `{{ fill_in("launch_meeting") }}`."""
    name = CALENDAR_FILES[require_known("meeting", meeting, CALENDAR_FILES)][1] if meeting else ""
    lasts = {"options": LENGTHS, "usual": USUAL.get(meeting, "")}
    fields = [{"key": key, "label": label, "type": kind, "autofill": autofill} for key, label, kind, autofill in FIELDS]
    return alone(component("fill-in", id=f"fill-in-{meeting.partition('_')[0] or 'note'}", fields=fields, key=meeting, meeting=name, lasts=lasts))
