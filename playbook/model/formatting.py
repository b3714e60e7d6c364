"""Dates, times, zones, lists of names and first letters as they are said and written in the United States."""

from datetime import date, time

from babel.dates import get_timezone_name


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


def hours_in_words(start: time, end: time, zone: str | None) -> str:
    """Return from when to when: `9:00 to 10:30 am Pacific Time`, `11:00 am to 12:30 pm Pacific Time`."""
    first = time_in_words(start, None)
    return f"{first[:-3] if (start.hour < 12) == (end.hour < 12) else first} to {time_in_words(end, zone)}"


def names_in_words(names: list[str]) -> str:
    """Return names joined as in a sentence: `A`, `A and B`, `A, B and C`; semicolons where a name holds a comma."""
    if len(names) < 2:
        return "".join(names)
    comma = "; " if any("," in name for name in names) else ", "
    return comma.join(names[:-1]) + (";" if comma == "; " else "") + " and " + names[-1]


def capitalized(text: str) -> str:
    """Return the text with a capital first letter, as it begins a line: the rest stays as it is written."""
    return text[:1].upper() + text[1:]
