"""The region file's model as a browser knows it: docs/assets/javascripts/local-edition/model.js (`python -m playbook.content.browser_model`)."""

import json
from calendar import day_name
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args, get_origin

from playbook.content.reading_time import steps_of_time
from playbook.content.wording.point_table import point_table, wording_rules
from playbook.files.font_coverage import drawable
from playbook.files.messages import COMPLAINTS, NEEDS_QUOTES
from playbook.files.model_fields import limits
from playbook.files.validation import FrozenModel
from playbook.model.address import PATTERNS
from playbook.model.audience import AUDIENCES, OFFERED
from playbook.model.field_types import LONGEST_VALUE, NOT_A_DATE, NOT_A_FILE_NAME, NOT_A_TIME, Clock, Day, FileName, Mail, Phone, Web, Words, Zone
from playbook.model.formatting import zone_in_words
from playbook.model.meeting.kinds import MEETINGS, MeetingKind
from playbook.model.meeting.length import LENGTH, LONGEST, SHORTEST, Length
from playbook.model.meeting.meeting import Meeting, Online
from playbook.model.meeting.rhythm import FIFTH, NUMBERED, RHYTHM, Rhythm
from playbook.model.meeting_words import LONGEST_ADDRESS
from playbook.model.region import MOST_CONVENERS, Convener, Logo, Region, Seat
from playbook.model.region_fields import FIELDS, Field, MeetingField, PlaceName
from playbook.model.seat import ROLES, SECTORS, STATUSES
from playbook.model.stage import STAGES, WORDS
from playbook.model.time_zone import ADVICE, zones_of_the_united_states
from playbook.model.trademark import LOOK_ALIKES, OWNERS_NAME
from playbook.model.wording.own_figures import Result

MODEL_SCRIPT = Path("docs/assets/javascripts/local-edition/model.js")
SCRIPT_COMMENT = "/* The region file's model for a reader's own version. Made by: python -m playbook.content.browser_model */\n"
PARTS = (Convener, Meeting, Result, Seat, Logo)
KINDS = (
    (Words, "words"),
    (Web, "web"),
    (Mail, "mail"),
    (Phone, "phone"),
    (Zone, "zone"),
    (Day, "day"),
    (Clock, "time"),
    (FileName, "picture"),
    (Length, "length"),
    (Online, "online"),
    (Rhythm, "rhythm"),
)
OF_OWN_WORDS = ("points", "terms")  # keys with rules of their own (own-words.js)
# keys that a reader's own version does not hold
FILES_ONLY = ("audiences", "leave_out", "support_team", "logo", "updated", "example", "moved_from", "revision")
FORM_OF_FILE = ("audiences", "support_team", "logo", "updated")  # those of them that the form has fields for
LABELS: dict[str, Mapping[str, str]] = {"sector": SECTORS, "role": ROLES, "status": STATUSES}
ZONES = (  # that a form offers; a reader whose device names another one finds that, too
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
    "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam", "Pacific/Pago_Pago",
)  # fmt: skip


def keys_of(model: type[FrozenModel]) -> dict[str, dict[str, object]]:
    """Return the keys of a part of a region file that a reader's own version may hold, each with its kind and rules."""
    return {key: rule_of(model, key) for key in model.model_fields if key not in FILES_ONLY}


def rule_of(model: type[FrozenModel], key: str) -> dict[str, object]:
    """Return a key's kind and rules."""
    return {**_kind(model, key), **({"needed": True} if model.model_fields[key].is_required() else {})}


def _kind(model: type[FrozenModel], key: str) -> dict[str, object]:
    hint = model.__annotations__[key]
    while (options := [part for part in get_args(hint) if part is not type(None)]) and type(None) in get_args(hint):
        hint = options[0]
    for known, kind in KINDS:
        if hint == known:
            return {"kind": kind}
    if hint is int:
        least, most = limits(model.model_fields[key])
        return {"kind": "number", "least": least, "most": most}
    if key == "audiences":  # those that the playbook offers; others stay in their file
        return {"kind": "list", "choices": list(OFFERED)}
    if key in OF_OWN_WORDS:
        return {"kind": key}
    whole: object = get_origin(hint)
    if whole is tuple:
        inner = get_args(hint)[0]
        return {"kind": "list", "of": inner.__name__ if inner in PARTS else "words"}
    if whole is dict:
        return {"kind": "map", "keys": list(get_args(get_args(hint)[0]))}
    if hint in PARTS:
        return {"kind": "part", "of": hint.__name__}
    field = model.model_fields[key]
    if get_origin(field.annotation) is Literal:
        return {"kind": "choice", "choices": list(get_args(field.annotation)), **({"labels": dict(LABELS[key])} if key in LABELS else {})}
    raise TypeError(f"{model.__name__}.{key} has a kind that no browser knows")


def _field(field: Field | MeetingField | PlaceName) -> list[object]:
    """Return a field as a browser reads it: its rule and what that needs (own-words.js)."""
    if isinstance(field, MeetingField):
        return ["meeting", field.meeting, field.part]
    if isinstance(field, PlaceName):
        return ["place"]
    more = (field.blank, field.planning, field.of_today)
    return [field.rule, field.places, field.fallback, *(more if any(more) else ())]


def _meeting(kind: MeetingKind) -> dict[str, object]:
    """Return what a browser needs to know of a kind of meeting."""
    return {"stage": kind.stage, **({"setAt": kind.set_at} if kind.set_at else {}), **({"recurs": True} if kind.recurs else {})}


def browser_model() -> dict[str, object]:
    """Return all that a browser needs to check a reader's values and to say them on a page."""
    return {
        "parts": {part.__name__: keys_of(part) for part in (Region, *PARTS)},
        "ofFile": {key: rule_of(Region, key) for key in FORM_OF_FILE},
        "order": list(Region.model_fields),
        "fields": {key: _field(field) for key, field in FIELDS.items()},
        "stages": {key: stage.label for key, stage in STAGES.items()},
        "aliases": WORDS,
        "meetings": {key: _meeting(kind) for key, kind in MEETINGS.items()},
        "audiences": {key: audience.label for key, audience in AUDIENCES.items()},
        "times": steps_of_time(),
        "zones": {zone: zone_in_words(zone) for zone in zones_of_the_united_states()},
        "zoneAdvice": ADVICE,
        "patterns": {**PATTERNS, "length": LENGTH, "rhythm": RHYTHM, "fifth": FIFTH, "quotes": NEEDS_QUOTES},
        "lengths": [SHORTEST, LONGEST],
        "weekdays": list(day_name),
        "numbered": NUMBERED,
        "longestAddress": LONGEST_ADDRESS,
        "longest": LONGEST_VALUE,
        "mostConveners": MOST_CONVENERS,
        "drawable": _ranges(drawable()),
        "owner": OWNERS_NAME.pattern,
        "lookAlikes": {sign: letter for letter, signs in LOOK_ALIKES.items() for sign in signs if ord(sign) in drawable()},
        "points": point_table(),
        "wording": wording_rules(),
        "complaints": {**COMPLAINTS, "day": NOT_A_DATE, "time": NOT_A_TIME, "picture": NOT_A_FILE_NAME},
    }


def _ranges(points: frozenset[int]) -> str:
    """Return code points as hexadecimal ranges: `20-7e a9`."""
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in ranges)


def script() -> str:
    """Return the file's text, a line for each part of the model."""
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(part, ensure_ascii=False)}" for key, part in browser_model().items())
    return f"{SCRIPT_COMMENT}playbook.model = {{\n{lines}\n}};\n"


if __name__ == "__main__":
    MODEL_SCRIPT.write_text(script(), "utf-8")
