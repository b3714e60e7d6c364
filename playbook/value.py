"""The kinds of value that a file of facts holds: text that is safe to print, addresses, days, times, names of files."""

import re
import unicodedata
from datetime import date, time, timedelta
from functools import cache
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema

from playbook.complaint import complaint
from playbook.script import undrawable

LONGEST = 300  # characters; real conveners' names come up to 214
NOT_ONE_LINE, NOT_WEB = "needs words, on one line", "is not a web address; write it in full, like https://example.org"
NOT_MAIL = "is not an e-mail address; write one like hello@example.org"
NOT_A_DATE = "is not a date; write it like 2027-01-14"
NOT_A_TIME = 'is not a time; write it like "09:00" or "14:30"'
NOT_A_FILE_NAME = "must be a plain file name in the folder regions/, without a path"
UNSEEN = r"\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # control characters and what steers text unseen
RELATIVE = re.compile(r"\+([0-9]{1,4}) days?")


def rule(pattern: str, message: str) -> WithJsonSchema:
    """Return the same rule for the JSON Schema: a text of this pattern (ECMA 262), and what an editor says otherwise."""
    return WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": pattern, "patternErrorMessage": message})


def clean_text(value: str) -> str:
    """Return the text in composed form (NFC) without outer blanks; refuse what no sheet could print."""
    text = unicodedata.normalize("NFC", value).strip()
    if not text:
        raise ValueError(complaint("empty"))
    if "\n" in text or "\r" in text:
        raise ValueError(complaint("lines"))
    if len(text) > LONGEST:
        raise ValueError(complaint("long", length=len(text), longest=LONGEST))
    if bad := undrawable(text):
        raise ValueError(complaint("undrawable", signs=", ".join(bad[:5])))
    return text


def web_address(value: str) -> str:
    """Return the address; refuse anything but http(s) with a host."""
    try:
        parts = urlsplit(value)
    except ValueError:  # brackets that hold no address
        raise ValueError(NOT_WEB) from None
    if parts.scheme not in ("http", "https") or not parts.netloc or any(map(str.isspace, value)):
        raise ValueError(NOT_WEB)
    return value


def mail_address(value: str) -> str:
    """Return the address; refuse what is plainly none."""
    name, at, host = value.partition("@")
    if not (name and at and "." in host) or any(c.isspace() or c in "?&<>\",;:%" for c in value):
        raise ValueError(NOT_MAIL)
    return value


def plain_day(value):
    """Return a day written like 2027-01-14; other values come back as they are. ValueError for what is none, or is far away."""
    if not isinstance(value, str):
        return value
    try:
        day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    except ValueError:
        day = None
    if not day:
        raise ValueError(NOT_A_DATE)
    if day.year // 100 != 20:
        raise ValueError(complaint("century"))
    return day


def file_name(value: str) -> str:
    """Return the name; refuse a path, so that nothing outside the folder is ever read."""
    if "/" in value or "\\" in value or value.startswith("."):
        raise ValueError(NOT_A_FILE_NAME)
    return value


Words = Annotated[str, AfterValidator(clean_text), rule(rf"^[^{UNSEEN}]*[^{UNSEEN}\s][^{UNSEEN}]*$", NOT_ONE_LINE)]
Web = Annotated[Words, AfterValidator(web_address), rule(rf"^[Hh][Tt][Tt][Pp][Ss]?://[^{UNSEEN}\s/?#]+[^{UNSEEN}\s]*$", NOT_WEB)]
Mail = Annotated[Words, AfterValidator(mail_address), rule(rf"^[^{UNSEEN}\s?&<>\",;:%@]+@[^{UNSEEN}\s?&<>\",;:%.]*\.[^{UNSEEN}\s?&<>\",;:%]*$", NOT_MAIL)]
FileName = Annotated[Words, AfterValidator(file_name), rule(rf"^[^{UNSEEN}\s./\\][^{UNSEEN}/\\]*$", NOT_A_FILE_NAME)]
Date = Annotated[date, BeforeValidator(plain_day), rule(r"^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", NOT_A_DATE)]


def _calendar_day(value, info: ValidationInfo):
    """Return the day; `+30 days` counts from the build's date, in examples only."""
    relative = RELATIVE.fullmatch(value) if isinstance(value, str) else None
    if relative and info.context["example"]:
        return info.context["today"] + timedelta(days=int(relative[1]))
    if relative:
        raise ValueError("counts from the day of the build, which only examples may; write a date like 2027-01-14")
    return plain_day(value)


def _clock_time(value):
    """Return hours and minutes; `9:00` and `09:00` are the same."""
    if isinstance(value, str):
        match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", value)
        if not match or int(match[1]) > 23 or int(match[2]) > 59:
            raise ValueError(NOT_A_TIME)
        return time(int(match[1]), int(match[2]))
    return value


@cache
def zones() -> frozenset[str]:
    """Return the names of all time zones that are a place's; the system's list holds two that are none."""
    return frozenset(available_timezones() - {"Factory", "localtime"})


ZONES = [f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Phoenix", "Los_Angeles", "Anchorage")] + ["Pacific/Honolulu"]
Day = Annotated[date, BeforeValidator(_calendar_day), rule(r"^(20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|\+\d{1,4} days?)$", NOT_A_DATE)]
Clock = Annotated[time, BeforeValidator(_clock_time), rule(r"^([01]?\d|2[0-3]):[0-5]\d$", NOT_A_TIME)]
