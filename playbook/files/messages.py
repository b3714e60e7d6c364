"""What is said of a value that cannot be taken: the same words in a file's messages and in the form in a browser."""

import json
import re
from collections.abc import Sequence

NEEDS_QUOTES = r"""[:#"\[\]{},&*!|>%@`\n\t]|^[-?' ]| $"""  # a value that YAML may read otherwise; a browser reads it, too
COMPLAINTS = {
    "empty": "has no value; write one or leave the key out",
    "many": "names {count}, and no sheet has room for more than {most}; name those whom partners call, and the others in a page of your own",
    "lines": "runs over several lines; write it on one",
    "tab": "holds a tab; write a blank in its place",
    "long": "is {length} characters long; at most {longest} fit on a sheet",
    "undrawable": "holds {signs}, which the sheets cannot print; leave it out or spell it",
    "quoted": "would be printed with the quotes at its ends; use straight quotes or none",
    "zone": "is not a time zone of a place; use a name like America/New_York, America/Chicago or America/Denver",
    "zone-known": "is not a time zone of a place; write {zones}",
    "web": "is not a web address; write it in full, like https://example.org",
    "host": "names a site without its ending, such as .org or .gov, so it leads nowhere outside of one network; write it in full, like https://example.org",
    "user": "holds a name and @ before the site's own name, so it leads elsewhere than it seems; leave them out",
    "code": "holds “{code}”, which is no code of a letter (% and two of 0-9 and A-F); copy the address as a browser shows it",
    "mail": "is not an e-mail address; write one like hello@example.org",
    "phone": "is not a telephone number; write one like 555-0100",
    "day-missing": "is a day that does not exist; is the month or the day right? 2027-01-14 is January 14",
    "time-missing": "is a time that does not exist; hours go from 00 to 23, minutes from 00 to 59",
    "century": "is not in the years 2000 to 2099; is the year right?",
    "time-zone": "has a time but no timezone; add one like America/Chicago",
    "time-date": "has a time but no date; add one or leave the time out",
    "time-skipped": "names a time that its day does not have, as clocks go forward then; is the time or the date right?",
    "rhythm-skipped": "comes on {day}, a day that does not have this time, as clocks go forward then; choose another time or weekday",
    "length": "is no length of a meeting; write one like 90 minutes, 1 hour or 1.5 hours",
    "length-unit": "has no unit; write {guess}",
    "length-limits": "is not between 5 minutes and 12 hours; is the length right?",
    "length-time": 'has a length but no time; add one like "09:00", or leave the length out',
    "online": "does not begin with https://; copy the link as the meeting service shows it, like https://meet.example.org/room",
    "rhythm": "is no rhythm; write one like first Thursday, last Tuesday of every other month, or second Monday of the quarter",
    "rhythm-fifth": "comes in some months only; write first, second, third, fourth or last",
    "rhythm-date": "repeats every other month, and no date says in which; add the date of one such meeting",
    "moved-date": "was moved, and the day that it was moved to is missing; add it as date",
    "moved-same": "is the date itself; write the day that calendars hold, or leave moved_from out",
    "owner": "carries the name of the material's owners, which may not stand in titles; use a name of your own, or ask them (docs/about/permission.md)",
    "industry": "needs an industry, since its stage is {stage}; add one",
    "label-long": "is {length} characters long; at most {longest} fit on a tab",
    "label-begins": "begins with a sign; begin it with a letter or a digit",
    "offered": "has {name} without keys of its own; to take it as the playbook offers it, write audiences: [{name}]",
    "audience-list": "lists what is more than a name; write “labor: {{label: Labor unions, like: community}}” below it, without a hyphen; only what the playbook offers is listed, by its name alone: “- business”",
    "missing": "is required; add it",
    "choice": "is not known; use one of {choices}",
    "unknown": "unknown key",
    "picture-kind": "is not a picture that every browser shows; use .svg, .png or .jpg",
    "number": "is not a whole number between {least} and {most}",
    "text": 'must be one text; put a value with a colon, or one that begins with [ or {{, in "quotes"',
    "point-unknown": "is no point of the playbook",
    "point-untouched": "is the name, purpose, terms, makers or contact of the tool, which stay as their owners have them",
    "point-figure": "is one of the tool's figures, which take only leave_out; figures of your own stand under results",
    "point-unspoken": "is not spoken, so all of it stands under say",
    "point-question": "is one of the four questions, over whose points it stands, so it takes only say",
    "point-left": "is left out with a reason and without words, or not at all",
    "point-empty": "says nothing; write say or more, or leave it out with a reason",
    "point-line": "has a line to say of more than {longest} words, which nobody says in one breath; move the rest to more",
    "term-known": "stands in the glossary already; choose another word, or leave it out",
    "results-missing": "asks for results of your own; add results, or take it away",
    "point-stages": "says nothing at some stages; write one text, or one for each stage",
    "point-own": "needs a line to say and a spoken point that it follows, for the same people, on sheets that have its question",
    "keys": "must be keys and values, like {{{example}}}",
    "keys-meeting": 'must be keys and values, like {{date: 2027-01-14, time: "09:00", timezone: America/Los_Angeles, place: Library}}; write those that you know',
    "keys-below": "must be keys and values; write {lines}, further right",
    "keys-item": "must be keys and values; write {item} on a line of its own",
    "keys-choice": "must be keys and values; write {item} on a line of its own, with what fits in place of {choice}: {choices}",
}

NO_VALUE = "has no value"  # how what is said of a key without one begins
PUT_UNDER = "put what it holds under the first, and take this line away"  # said of a group that stands twice
OR_DELETE = 'put it in "quotes", or delete it'


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def complaint(key: str, **facts: object) -> str:
    """Return a message, its {places} filled."""
    return COMPLAINTS[key].format(**facts)


def number_meant(given: object, least: int, most: int) -> str:
    """Return the whole number to write instead of a text that holds one, such as 40 for `40%`; empty where it holds none, or one out of the limits."""
    found = re.fullmatch(r"[^0-9\u2212-]*([0-9]{1,4})([.,]0{1,2})?[^0-9]*", given) if isinstance(given, str) else None
    return f"; write {int(found[1])}" if found and least <= int(found[1]) <= most else ""


def keys_complaint(given: object, example: str, choices: Sequence[str] = (), *, in_list: bool) -> str:
    """Return what is said of a value where keys and values belong: of words, which lines to write instead.

    `example` has the keys that are needed, or the first one, and stands for the last of the `choices` of one of them, if there are any.
    """
    if choices and isinstance(given, str):
        return complaint("keys-choice", item=_item_of(given, example), choice=choices[-1], choices=", ".join(choices[:-1]))
    if given == "leave_out" and example == "say: …":  # a key in place of its value
        return complaint("keys-below", lines='leave_out: true and because: "why" on lines of their own below')
    if isinstance(given, str) and example.startswith("date:") and not DAY.fullmatch(given):
        return complaint("keys-meeting")
    if not isinstance(given, str) or example.startswith("key:"):
        return complaint("keys", example=example)
    return complaint("keys-item", item=_item_of(given, example)) if in_list else complaint("keys-below", lines=_lines_of(given, example))


def _lines_of(words: str, example: str) -> str:
    """Return what to write below a key that has words where keys and values belong: `name: Lane College on the next line` for the example `name: …`."""
    value = json.dumps(words, ensure_ascii=False) if re.search(NEEDS_QUOTES, words) else words
    first, *more = example.split(", ")
    first = first.replace("…", value) if len(words) <= 60 else first
    return f"{first} on the next line" if not more else f"{first} and {' and '.join(more)} on lines of their own below"


def _item_of(words: str, example: str) -> str:
    """Return an item of a list of keys and values that begins with these words: `- name: Lane College` for the example `name: …`; long words are left out."""
    value = json.dumps(words, ensure_ascii=False) if re.search(NEEDS_QUOTES, words) else words
    item = example.replace("…", value, 1) if len(words) <= 60 else example
    return f"- {{{item}}}" if ", " in example else f"- {item}"
