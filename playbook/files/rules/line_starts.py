"""Where the lines of a YAML file begin, what a line that begins elsewhere was meant to be, and where a remark cuts one in two."""

import re

PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("\u201c", "\u201d"), ("\u201e", "\u201d"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb"))
QUOTED_BY = re.compile(r"(?:^|[\s(\[])([\"'])(?=\S)(?:(?!\1).)*$")  # a straight quote that opens before a word and is not closed
LONE_KEY = re.compile(r"\s*[a-z][a-z0-9_]*\+?\s*")
KEY = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[a-z][a-z0-9_]*\+?):(?=\s|$)")


def apart(key: str, colon: str, rest: str) -> str:
    """Return what is said of a key whose colon has no blank after it; `rest` of the line."""
    value = f" {rest.strip()}" if len(rest.strip()) <= 40 else " …"
    return f"“{key}{colon}” needs a plain colon and a blank after it; write “{key}:{value}”"


def further_right(complaint: str, lines: list[str], line: int, column: int) -> str:
    """Return what is said of a key that begins further right than the one above, whose value it so goes on with; empty of any other fault."""
    key, above = KEY.match(lines[line]), next((found for found in map(KEY.match, reversed(lines[:line])) if found), None)
    if "mapping values" not in complaint or not key or not above or key.end() - 1 != column or len(key["before"]) <= len(above["before"]):
        return ""
    return f"the line begins further right than “{above['key']}:” above, which has a value; begin “{key['key']}:” right below it"


def is_between(lines: list[str], line: int) -> bool:
    """Tell whether a line begins further left than the one above, and where no other above begins."""
    begins = [len(text) - len(text.lstrip()) for text in lines[: line + 1] if text.strip() and not text.lstrip().startswith("#")]
    return len(begins) > 1 and begins[-1] < begins[-2] and begins[-1] not in begins[:-1]


def without_colon(lines: list[str], line: int) -> int | None:
    """Return the nearest line above another that begins at the same place, or is a key alone, if it has no colon, so that both were read as one key; None if there is none."""
    begins = [len(text) - len(text.lstrip()) if text.strip() and not text.lstrip().startswith("#") else len(text) + 1 for text in lines[: line + 1]]
    above = next((number for number in range(min(line, len(lines)) - 1, -1, -1) if begins[number] <= begins[line]), None) if line < len(lines) else None
    return above if above is not None and ":" not in lines[above] and (begins[above] == begins[line] or LONE_KEY.fullmatch(lines[above])) else None


def cuts_in_two(value: str, comment: str) -> bool:
    """Tell whether a comment cuts a value in two: a quote or bracket opens before it and is closed in it."""
    if (quote := QUOTED_BY.search(value)) and quote[1] in comment:
        return True
    return any(value.rfind(opened) > value.rfind(closed) and closed in comment for opened, closed in PAIRS)
