"""A rhythm of meetings, such as “first Thursday of every other month”: how it may be written, and its next date.

A browser has the same rules (docs/assets/javascripts/local-edition/rules.js, core/passed-meetings.js); tests/model/meeting_words.json holds both to the same dates.
"""

import re
from calendar import day_name, month_name, monthrange
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator

from playbook.files.messages import complaint
from playbook.model.field_types import Words, rule
from playbook.model.formatting import date_in_words

ORDINALS = ("first", "second", "third", "fourth", "last")
NUMBERED = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_BEFORE = "^(?:on )?(?:(?:the|each|every) )?"
_WEEKDAY = "(?=(sun|mon|tue|wed|thu|fri|sat))(?:(?:sun|mon|tues|wednes|thurs|fri|satur)days?|suns?|mons?|tues?|weds?|thu(?:rs?)?|fris?|sats?)"
_MONTHS = "(?:of|in) (?:(?:the|a|each|every) (month|quarter)|every (?:other|second) (month))"
RHYTHM = f"{_BEFORE}({'|'.join((*ORDINALS, *NUMBERED))}) {_WEEKDAY}(?: {_MONTHS})?$"  # in small letters
FIFTH = f"{_BEFORE}(?:fifth|5th) "
MONTHS = {"of the month": 1, "of every other month": 2, "of the quarter": 3}  # how a rhythm ends: how many months lie between two dates
NOT_A_RHYTHM = complaint("rhythm")


def rhythm(value: str) -> str:
    """Return a rhythm in full, such as `first Thursday of the month`; ValueError for what is none."""
    told = " ".join(value.lower().split())
    if re.search(FIFTH, told):
        raise ValueError(complaint("rhythm-fifth"))
    found = re.search(RHYTHM, told)
    if not found:
        raise ValueError(NOT_A_RHYTHM)
    nth, begins, each, other = found.groups()
    weekday = next(name for name in day_name if name.lower().startswith(begins))
    ending = "of every other month" if other else f"of the {each or 'month'}"
    return f"{NUMBERED.get(nth, nth)} {weekday} {ending}"


def needs_a_date(text: str) -> bool:
    """Tell whether a rhythm does not say by itself in which months it is."""
    return text.endswith("other month")


def gives_dates(written: str) -> bool:
    """Tell whether a rhythm, as a file writes it, tells a date by itself; one that is no rhythm is told of elsewhere."""
    try:
        return bool(written) and not needs_a_date(rhythm(written))
    except ValueError:
        return True


def next_date(text: str, before: date | None, today: date) -> date:
    """Return the next date of a rhythm, today or later. `before`: a date that has passed; it was the one of its month (or quarter), so the next one is later."""
    nth, weekday, ending = text.split(" ", 2)
    step = MONTHS[ending]
    start = before or today
    month = start.year * 12 + start.month - 1  # months since the year 0
    if step == 3:
        month += (2 if nth == "last" else 0) - month % 3
    month += step if before else 0
    while (day := _in_month(month, nth, weekday)) < today:
        month += step
    return day


def days_to_come(text: str, before: date | None, today: date) -> list[date]:
    """Return the dates of a rhythm in the two years to come; see next_date."""
    days = [next_date(text, before, today)]
    while len(days) * MONTHS[text.split(" ", 2)[2]] < 24:
        days.append(next_date(text, days[-1], days[-1]))
    return days


def off_rhythm(text: str, day: date) -> str:
    """Return which day a date is where it is none of a rhythm, and what the rhythm says; empty where it is one."""
    nth, weekday, ending = text.split(" ", 2)
    month = day.year * 12 + day.month - 1
    if MONTHS[ending] == 3:
        month += (2 if nth == "last" else 0) - month % 3
    if day == _in_month(month, nth, weekday):
        return ""
    name, ordinal = day_name[day.weekday()], (*ORDINALS[:4], "fifth")[(day.day - 1) // 7]
    what = f"the {ordinal} {name} of {month_name[day.month]}" if name == weekday else f"a {name}"
    return f"{date_in_words(day)} is {what}; the rhythm says {text.removesuffix(' of the month')}"


def _in_month(month: int, nth: str, weekday: str) -> date:
    year, number = month // 12, month % 12 + 1
    wanted = list(day_name).index(weekday)
    if nth == "last":
        end = date(year, number, monthrange(year, number)[1])
        return end - timedelta(days=(end.weekday() - wanted) % 7)
    first = date(year, number, 1)
    return first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * ORDINALS.index(nth))


Rhythm = Annotated[Words, AfterValidator(rhythm), rule("^.*[A-Za-z]+day.*$|^.* [A-Za-z]{3,5}( .*)?$", NOT_A_RHYTHM)]
