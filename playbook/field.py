"""How each value of a region file reads in a sentence, and what stands there when a file does not give it."""

from collections.abc import Callable
from datetime import date, time

from babel.dates import get_timezone_name

from playbook.audience import AUDIENCES
from playbook.region import Meeting, Region


def day_in_words(day: date) -> str:
    """Return a date as said and written in the United States: `Thursday, January 14, 2027`."""
    return f"{day:%A}, {date_in_words(day)}"


def date_in_words(day: date) -> str:
    """Return a date without its weekday: `January 14, 2027`."""
    return f"{day:%B} {day.day}, {day.year}"


def time_in_words(clock: time, zone: str | None) -> str:
    """Return a time with its zone's everyday name: `9:00 am Pacific Time`."""
    hour, half = clock.hour % 12 or 12, "am" if clock.hour < 12 else "pm"
    name = f" {get_timezone_name(zone, width='long', zone_variant='generic', locale='en_US')}" if zone else ""
    return f"{hour}:{clock.minute:02} {half}{name}"


def names_in_words(names: list[str]) -> str:
    """Return names joined as in a sentence: `A`, `A and B`, `A, B and C`; semicolons where a name holds a comma."""
    if len(names) < 2:
        return "".join(names)
    comma = "; " if any("," in name for name in names) else ", "
    return comma.join(names[:-1]) + (";" if comma == "; " else "") + " and " + names[-1]


def _meeting(key: str) -> dict[str, tuple[Callable[[Region], str | None], str]]:
    def of(read: Callable[[Meeting], str | None]) -> Callable[[Region], str | None]:
        return lambda region: read(getattr(region, key))

    return {
        f"{key}.date": (of(lambda m: day_in_words(m.date) if m.date else None), "a date to be set"),
        f"{key}.time": (of(lambda m: time_in_words(m.time, m.timezone) if m.time else None), "a time to be set"),
        f"{key}.place": (of(lambda m: m.place), "a place to be set"),
    }


# dotted key: (its text in a region, its neutral fallback)
FIELDS: dict[str, tuple[Callable[[Region], str | None], str]] = {
    "region": (lambda r: r.region, "our region"),
    "region_long": (lambda r: r.region_long or r.region, "our region"),
    "state": (lambda r: r.state, "our state"),
    "industry": (lambda r: r.industry, "an industry we choose together"),
    "partnership": (lambda r: r.partnership, "our partnership"),
    "program": (lambda r: r.program, Region.model_fields["program"].default),
    "speaker_role": (lambda r: r.speaker_role, "economic developers, workforce developers and educators"),
    "convener": (lambda r: names_in_words([c.name for c in r.convener]) or None, "the convener"),
    **_meeting("planning_meeting"),
    **_meeting("launch_meeting"),
    **_meeting("next_meeting"),
    **{f"partner_ask.{key}": (lambda r, key=key: r.partner_ask.get(key), "take on one specific job") for key in AUDIENCES},
}


def text_of(region: Region | None, key: str) -> str:
    """Return a field's text in a region, or its fallback. `key` is one of FIELDS; the text is plain, never markup."""
    read, fallback = FIELDS[key]
    return (read(region) if region else None) or fallback
