"""How a meeting reads in a sentence, with and without a date. A browser has the same rules (docs/assets/javascripts/local-edition/words.js).

One table holds both to the same words: tests/model/meeting_words.json.
"""

import re
from dataclasses import dataclass

from playbook.model.meeting.kinds import MEETINGS

LETTER = "letter"  # words that somebody sends or speaks as they stand: what is missing is a bracket to fill
DATE_BLANK, TIME_BLANK, PLACE_BLANK = "[date]", "[time]", "[place]"
PARTS = ("date", "line", "time", "place", "venue", "online", "repeats", "when", "on", "its_on")
LONGEST_ADDRESS = 60  # characters of a link that people can type from paper


@dataclass(frozen=True)
class MeetingFacts:
    """What is known of a meeting, in words; empty where unknown. `lasts`: whether the time says until when. `online` is an address."""

    day: str = ""
    clock: str = ""
    lasts: bool = False
    venue: str = ""
    online: str = ""
    repeats: str = ""

    @property
    def place(self) -> str:
        """Where it is, in a room, online or both."""
        joined = f"online at {self.online}" if self.online else ""
        return f"{self.venue}, or {joined}" if self.venue and joined else self.venue or joined


def missing_date(meeting: str, stage: str, *, passed: bool, letter: bool) -> str:
    """Return what stands for the date of a meeting that has none to come. `stage`: of the edition or the sheet; empty where neither is known."""
    if passed:
        return "new date to be announced"
    if MEETINGS[meeting].set_at == stage:
        return "date to be announced"  # the stage says that it is set; it is not public yet
    return DATE_BLANK if letter else "date to be set"


def short_address(address: str) -> str:
    """Return a link as people type it; of one that nobody would, its host."""
    short = re.sub("^https://|/$", "", address, flags=re.IGNORECASE)
    return short if len(short) <= LONGEST_ADDRESS else f"{re.split('[/?#]', short)[0]}/…"


def meeting_phrase(part: str, facts: MeetingFacts, missing: str, *, letter: bool) -> str:
    """Return one of PARTS of a meeting. `missing` stands for a day that is not known.

    `date`, `time` and `place` stand within a sentence, `line`, `venue` and `online` alone; `on` follows a noun (“a meeting on …”), `its_on` follows a sentence:
    both begin with their own blank or comma, and may be empty. A letter has a line that says when and where, so `its_on` is empty in it, and the
    brackets of that line (`when`) are for whoever sends it, whatever the reason why no day is known.
    """
    missing = DATE_BLANK if letter and part == "when" else missing
    day, open_blank = facts.day, missing == DATE_BLANK
    fills = letter and (bool(day) or open_blank)  # a letter that tells of no date has nothing else to fill
    known = day or (missing if open_blank else "")
    said_time = facts.clock or (TIME_BLANK if fills else "")
    said_place = facts.place or (PLACE_BLANK if fills else "")
    match part:
        case "date":
            return day or (missing if open_blank else f"a {missing}")
        case "line":
            return day or missing[0].upper() + missing[1:]
        case "time":
            return said_time or "a time to be set"
        case "place":
            return said_place or "a place to be set"
        case "venue":
            return facts.venue or "a place to be set"
        case "online":
            return short_address(facts.online) or "a link to follow"
        case "repeats":
            return facts.repeats or "a rhythm to be set"
        case "when":
            return ", ".join(filter(None, (day or missing, said_time and f"{'from' if facts.lasts else 'at'} {said_time}", said_place)))
        case "on":
            return f" on {known}" if known else f", {missing}"
        case "its_on":
            return f" It’s on {known}." if known and not letter else ""
    raise KeyError(part)
