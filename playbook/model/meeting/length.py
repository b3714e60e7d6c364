"""How long a meeting lasts, as people write it: “90 minutes”, “1.5 hours”, “1 hour 30 minutes”."""

import re
from typing import Annotated

from pydantic import AfterValidator

from playbook.files.messages import complaint
from playbook.model.field_types import Words, rule

LENGTH = r"^(?:([0-9]{1,2}(?:[.][0-9]{1,2})?) ?h(?:ou)?r?s?)?(?:,? ?(?:and )?([0-9]{1,3}) ?m(?:in(?:ute)?s?)?)?$"  # in small letters; a browser reads it, too
SHORTEST, LONGEST = 5, 720  # minutes


def minutes_of(text: str) -> int:
    """Return a length in minutes. ValueError for what is none, and for less than 5 minutes or more than 12 hours."""
    told = " ".join(text.lower().split())
    if re.fullmatch("[0-9]{1,3}", told):
        raise ValueError(complaint("length-unit", guess=_with_unit(int(told))) if 0 < int(told) <= LONGEST else complaint("length-limits"))
    found = re.search(LENGTH, told)
    if not found:
        raise ValueError(complaint("length"))
    hours, minutes = found.groups()
    length = int(float(hours or 0) * 60 + 0.5) + int(minutes or 0)
    if not SHORTEST <= length <= LONGEST:
        raise ValueError(complaint("length-limits"))
    return length


def _with_unit(number: int) -> str:
    """Return a number as the length that was most likely meant: `1 hour`, `2 hours`, `90 minutes`."""
    return f"{number} minutes" if number > LONGEST // 60 else f"{number} hour{'s' if number > 1 else ''}"


def _a_length(value: str) -> str:
    minutes_of(value)
    return value


Length = Annotated[Words, AfterValidator(_a_length), rule("^.*[0-9].*[A-Za-z]$", complaint("length"))]
