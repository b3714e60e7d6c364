"""Fields above a message: what its brackets ask for, typed once. A bracket that is not listed here gets a field by its own name (fill-in.js)."""

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from playbook.model.meeting.kinds import MEETINGS

FIELDS = (  # the bracket that a field fills, how it is asked for, the kind of the field, and what a browser may know of the reader (WCAG 1.3.5)
    ("name", "Their name", "text", "off"), ("your name", "Your name", "text", "name"), ("your organization", "Your organization", "text", "organization"),
    ("convener", "Who convenes", "text", "off"), ("our partnership", "Name of the partnership", "text", "off"), ("industry", "Industry", "text", "off"),
    ("date", "Date", "date", "off"), ("time", "Time", "time", "off"), ("place", "Place", "text", "off"), ("subject", "Subject", "text", "off"),
)  # fmt: skip
LENGTHS = {30: "30 minutes", 45: "45 minutes", 60: "1 hour", 90: "1.5 hours", 120: "2 hours", 150: "2.5 hours", 180: "3 hours", 240: "4 hours"}  # by minutes


def fill_in(meeting: str = "") -> Markup:
    """Return the fields for the messages between here and the next such group; `meeting`: the key of the one that can be put into a calendar."""
    kind = MEETINGS[require_known("meeting", meeting, MEETINGS)] if meeting else None
    lasts = {"options": LENGTHS, "usual": kind.minutes if kind else ""}  # where an edition does not say; as our worksheets have it
    fields = [{"key": key, "label": label, "type": kind, "autofill": autofill} for key, label, kind, autofill in FIELDS]
    return alone(
        component("fill-in", id=f"fill-in-{meeting.partition('_')[0] or 'note'}", fields=fields, key=meeting, meeting=kind.name if kind else "", lasts=lasts)
    )
