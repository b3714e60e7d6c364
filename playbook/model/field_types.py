"""The kinds of value that a file of facts holds: text that is safe to print, addresses, days, times, names of files."""

import re
import unicodedata
from datetime import date, time, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from playbook.files.file_guard import kept_by_windows
from playbook.files.font_coverage import undrawable
from playbook.files.messages import COMPLAINTS, complaint
from playbook.model.address import PATTERNS, UNSEEN, mail_address, matches, telephone, web_address
from playbook.model.time_zone import OF_A_PLACE, time_zone

LONGEST_VALUE = 300  # characters; real conveners' names come up to 214
NOT_ONE_LINE = "needs words, on one line"
NOT_A_DATE = "is not a date; write it like 2027-01-14"
NOT_A_TIME = 'is not a time; write it like "09:00" or "14:30"'
NOT_A_FILE_NAME = "must be a plain file name, without a path"
MIDWEEK = (1, 2, 3)  # Tuesday to Thursday, as date.weekday() counts
HOLIDAYS = (  # in the United States, from the first (month, day) to the last; Thanksgiving is within its seven days
    ((1, 1), (1, 3)), ((6, 19), (6, 19)), ((7, 3), (7, 5)), ((11, 11), (11, 11)), ((11, 22), (11, 28)), ((12, 20), (12, 31)),
)  # fmt: skip
RELATIVE = re.compile(r"\+([0-9]{1,4}) days?")


def rule(pattern: str, message: str) -> WithJsonSchema:
    """Return the same rule for the JSON Schema: a text of this pattern (ECMA 262), and what an editor says otherwise."""
    return WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE, "pattern": pattern, "patternErrorMessage": message})


def clean_text(value: str, longest: int = LONGEST_VALUE) -> str:
    """Return the text in composed form (NFC) without outer blanks; refuse what no sheet could print, or what has more characters than `longest`."""
    text = unicodedata.normalize("NFC", value).strip()
    if not text:
        raise ValueError(complaint("empty"))
    if "\n" in text or "\r" in text:
        raise ValueError(complaint("lines"))
    if "\t" in text:
        raise ValueError(complaint("tab"))
    if len(text) > longest:
        raise ValueError(complaint("long", length=len(text), longest=longest))
    if matches("quoted", text):
        raise ValueError(complaint("quoted"))
    if bad := undrawable(text):
        raise ValueError(complaint("undrawable", signs=", ".join(bad[:5])))
    return text


def plain_day(value: object) -> object:
    """Return a day written like 2027-01-14; other values come back as they are. ValueError for what is none, or is far away."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(NOT_A_DATE)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise ValueError(complaint("day-missing")) from None
    if day.year // 100 != 20:
        raise ValueError(complaint("century"))
    return day


def file_name(value: str) -> str:
    """Return the name; refuse a path, so that nothing outside the folder is ever read."""
    if "/" in value or "\\" in value or value.startswith("."):
        raise ValueError(NOT_A_FILE_NAME)
    if kept_by_windows(value):
        raise ValueError("is a name that Windows keeps for itself; rename the file")
    return value


def job(value: str) -> str:
    """Return what is asked of a partner as it follows “Will you”, without those words and without the question mark; ValueError where nothing is left (twin: rules.js)."""
    if asked := re.sub(r"^will you(?![^\s…?.])[\s…?.]*|[\s?]+$", "", value, flags=re.IGNORECASE):
        return asked
    raise ValueError(complaint("empty"))


Words = Annotated[str, AfterValidator(clean_text), rule(rf"^[^{UNSEEN}]*[^{UNSEEN}\s][^{UNSEEN}]*$", NOT_ONE_LINE)]
Job = Annotated[Words, AfterValidator(job)]
Web = Annotated[Words, AfterValidator(web_address), rule(PATTERNS["web"], COMPLAINTS["web"])]
Mail = Annotated[Words, AfterValidator(mail_address), rule(PATTERNS["mail"], COMPLAINTS["mail"])]
Phone = Annotated[Words, AfterValidator(telephone), rule(PATTERNS["phone"], COMPLAINTS["phone"])]
Zone = Annotated[Words, AfterValidator(time_zone), rule(f"^{OF_A_PLACE.pattern}$", COMPLAINTS["zone"])]
FileName = Annotated[Words, AfterValidator(file_name), rule(rf"^[^{UNSEEN}\s./\\][^{UNSEEN}/\\]*$", NOT_A_FILE_NAME)]
Date = Annotated[date, BeforeValidator(plain_day), rule(r"^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", NOT_A_DATE)]


def meeting_day(day: date) -> date:
    """Return the day, or the next one on which people do meet: a Tuesday, Wednesday or Thursday that is not within holidays."""
    while day.weekday() not in MIDWEEK or any(first <= (day.month, day.day) <= last for first, last in HOLIDAYS):
        day += timedelta(days=1)
    return day


def _calendar_day(value: object, info: ValidationInfo[dict[str, Any]]) -> object:
    """Return the day; `+30 days` counts from the build's date to a day on which people meet, in examples only."""
    relative = RELATIVE.fullmatch(value) if isinstance(value, str) else None
    if relative and info.context["example"]:
        return meeting_day(info.context["today"] + timedelta(days=int(relative[1])))
    if relative:
        raise ValueError("counts from the day of the build, which only examples may; write a date like 2027-01-14")
    return plain_day(value)


def _clock_time(value: object) -> object:
    """Return hours and minutes; `9:00` and `09:00` are the same."""
    if isinstance(value, str):
        match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", value)
        if not match:
            raise ValueError(NOT_A_TIME)
        if int(match[1]) > 23 or int(match[2]) > 59:
            raise ValueError(complaint("time-missing"))
        return time(int(match[1]), int(match[2]))
    return value


def digits(value: object) -> object:
    """Return the value; refuse a number that is not written in plain digits, such as 1_0, +5 or 10.0, as a browser does."""
    if isinstance(value, str) and not re.fullmatch("[0-9]{1,4}", value):
        raise PydanticCustomError("int_written", "is not written in digits")
    return value


ZONES = [f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Phoenix", "Los_Angeles", "Anchorage")] + ["Pacific/Honolulu"]
Day = Annotated[date, BeforeValidator(_calendar_day), rule(r"^(20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|\+\d{1,4} days?)$", NOT_A_DATE)]
Clock = Annotated[time, BeforeValidator(_clock_time), rule(r"^([01]?\d|2[0-3]):[0-5]\d$", NOT_A_TIME)]
