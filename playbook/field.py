"""How each value of a region file reads in a sentence, and what stands there when a file does not give it.

Each kind of value has one formatting rule. A browser has the same rules (docs/assets/javascripts/own-words.js); one table tests both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from babel.dates import get_timezone_name

from playbook.audience import AUDIENCES
from playbook.region import Convener, Meeting, Region


def day_in_words(day: date) -> str:
    """Return a date as said and written in the United States: `Thursday, January 14, 2027`."""
    return f"{day:%A}, {date_in_words(day)}"


def date_in_words(day: date) -> str:
    """Return a date without its weekday: `January 14, 2027`."""
    return f"{day:%B} {day.day}, {day.year}"


def zone_in_words(zone: str) -> str:
    """Return a time zone's everyday name: `Pacific Time`."""
    name = get_timezone_name(zone, width="long", zone_variant="generic", locale="en_US")
    if "(" in name:  # a place that the list of names has no word for, such as Indianapolis
        name = get_timezone_name(zone, width="long", zone_variant="standard", locale="en_US").replace(" Standard", "")
    return name


def time_in_words(clock: time, zone: str | None) -> str:
    """Return a time with its zone's everyday name: `9:00 am Pacific Time`."""
    hour, half = clock.hour % 12 or 12, "am" if clock.hour < 12 else "pm"
    return f"{hour}:{clock.minute:02} {half}{f' {zone_in_words(zone)}' if zone else ''}"


def names_in_words(names: list[str]) -> str:
    """Return names joined as in a sentence: `A`, `A and B`, `A, B and C`; semicolons where a name holds a comma."""
    if len(names) < 2:
        return "".join(names)
    comma = "; " if any("," in name for name in names) else ", "
    return comma.join(names[:-1]) + (";" if comma == "; " else "") + " and " + names[-1]


def _meeting_time(meeting: Meeting) -> str:
    return time_in_words(meeting.time, meeting.timezone) if meeting.time else ""


def _convener_names(conveners: tuple[Convener, ...]) -> str:
    return names_in_words([convener.name for convener in conveners])


# kind of value: its formatting rule; empty text where there is nothing to say
RULES: dict[str, Callable[..., str]] = {"text": str, "day": day_in_words, "time": _meeting_time, "names": _convener_names}


@dataclass(frozen=True)
class Field:
    """A value that pages may name: its rule, where in a region file it stands (the first that is given), and its neutral fallback."""

    rule: str
    places: tuple[str, ...]
    fallback: str

    def text(self, region: Region | None) -> str:
        """Return the value as it reads in a sentence, or the fallback; plain text, never markup."""
        for place in self.places if region else ():
            if (value := value_of(region, place)) and (said := RULES[self.rule](value)):
                return said
        return self.fallback


def value_of(region: Region | None, place: str):
    """Return what a region file gives at a place such as `launch_meeting.date`; nothing without a region."""
    value = region
    for part in place.split(".") if region else ():
        value = value.get(part) if isinstance(value, dict) else getattr(value, part)
    return value


def _text(key: str, fallback: str, instead: str = "") -> dict[str, Field]:
    return {key: Field("text", (key, instead) if instead else (key,), fallback)}


def _meeting(key: str) -> dict[str, Field]:
    return {
        f"{key}.date": Field("day", (f"{key}.date",), "a date to be set"),
        f"{key}.time": Field("time", (key,), "a time to be set"),
        **_text(f"{key}.place", "a place to be set"),
    }


FIELDS: dict[str, Field] = {
    **_text("region", "our region"),
    **_text("region_long", "our region", instead="region"),
    **_text("state", "our state"),
    **_text("industry", "an industry we choose together"),
    **_text("partnership", "our partnership"),
    "called": Field("text", ("partnership", "region"), "our partnership"),
    **_text("program", Region.model_fields["program"].default),
    **_text("speaker_role", "economic developers, workforce developers and educators"),
    "convener": Field("names", ("convener",), "the convener"),
    "author": Field("names", ("convener",), "the conveners of this region"),
    **_meeting("planning_meeting"),
    **_meeting("launch_meeting"),
    **_meeting("next_meeting"),
    **{name: field for key in AUDIENCES for name, field in _text(f"partner_ask.{key}", "take on one specific job").items()},
}


def text_of(region: Region | None, key: str) -> str:
    """Return a field's text in a region, or its fallback. `key` is one of FIELDS; the text is plain, never markup."""
    return FIELDS[key].text(region)
