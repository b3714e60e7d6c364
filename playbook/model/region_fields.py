"""How each value of a region file reads in a sentence, and what stands there when a file does not give it.

Each kind of value has one formatting rule. A browser has the same rules (docs/assets/javascripts/local-edition/words.js); one table tests both.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playbook.model.audience import SAMPLE_JOBS
from playbook.model.formatting import day_in_words, hours_in_words, names_in_words, time_in_words
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.meeting import Meeting, PassedMeeting
from playbook.model.meeting_words import LETTER, PARTS, MeetingFacts, meeting_phrase, missing_date
from playbook.model.region import Convener, Region, without_meetings
from playbook.model.stage import STAGES


def _meeting_time(meeting: Meeting) -> str:
    if meeting.time and meeting.ends:
        return hours_in_words(meeting.time, meeting.ends.time(), meeting.timezone)
    return time_in_words(meeting.time, meeting.timezone) if meeting.time else ""


def _facts(meeting: Meeting) -> MeetingFacts:
    day = day_in_words(meeting.date) if meeting.date else ""
    return MeetingFacts(day, _meeting_time(meeting), bool(meeting.ends), meeting.place or "", meeting.online or "", meeting.repeats or "")


def _convener_names(conveners: tuple[Convener, ...]) -> str:
    return names_in_words([convener.name for convener in conveners])


def _convener_contact(conveners: tuple[Convener, ...]) -> str:
    """Return telephone and e-mail of the first convener who gives one of them, of several after its name."""
    for convener in conveners:
        if ways := ", ".join(filter(None, (convener.phone, convener.email))):
            return f"{convener.name}: {ways}" if len(conveners) > 1 else ways
    return ""


# kind of value: its formatting rule; empty text where there is nothing to say
RULES: dict[str, Callable[..., str]] = {
    "text": str, "day": day_in_words, "time": _meeting_time, "names": _convener_names, "contact": _convener_contact,
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A value that pages may name: its rule, where in a region file it stands (the first that is given), and its neutral fallback.

    `blank` stands for it in a letter, `planning` at the stage of planning. `of_today`: what a region asks before it is active is not
    asked in words for an active partnership.
    """

    rule: str
    places: tuple[str, ...]
    fallback: str
    blank: str = ""
    planning: str = ""
    of_today: bool = False

    def text(self, region: Region | None, at: str = "") -> str:
        """Return the value as it reads in a sentence, or the fallback; plain text, never markup.

        `at`: LETTER for words that are sent or spoken as they stand; a stage that holds whatever the edition's own is; empty for the edition's own.
        """
        is_early = self.of_today and at == "active" and _stage(region, "") != "active"
        for place in self.places if region and not is_early else ():
            if (value := value_of(region, place)) and (said := RULES[self.rule](value)):
                return said
        if at == LETTER and self.blank:
            return self.blank
        return self.planning if self.planning and _stage(region, at) == "planning" else self.fallback


@dataclass(frozen=True)
class MeetingField:
    """A part of a meeting as it reads in a sentence (playbook/model/meeting_words.py)."""

    meeting: str
    part: str

    def text(self, region: Region | None, at: str = "") -> str:
        """Return the words; `at` as for other fields."""
        meeting, letter = getattr(region, self.meeting) if region else Meeting(), at == LETTER
        missing = missing_date(self.meeting, _stage(region, at), passed=isinstance(meeting, PassedMeeting), letter=letter)
        return meeting_phrase(self.part, _facts(meeting), missing, letter=letter)


@dataclass(frozen=True)
class PlaceName:
    """Where a partnership is: the region's long name, with the state unless the name holds it."""

    def text(self, region: Region | None, at: str = "") -> str:
        """Return the name; it is the same in letters."""
        name = text_of(region, "region_long", at)
        state = region.state if region and region.state else ""
        return name if state.casefold() in name.casefold() else f"{name}, {state}"


def _stage(region: Region | None, at: str) -> str:
    """Return the stage that words follow: the one named, else the edition's own; empty in the general edition."""
    return at if at in STAGES else (region.stage if region else "")


def value_of(region: Region | None, place: str) -> object:
    """Return what a region file gives at a place such as `convener` or a meeting's date; nothing without a region."""
    value: object = region
    for part in place.split(".") if region else ():
        value = value.get(part) if isinstance(value, dict) else getattr(value, part)
    return value


def _text(key: str, fallback: str, instead: str = "", *, of_today: bool = False, **more: str) -> dict[str, Field]:
    return {key: Field("text", (key, instead) if instead else (key,), fallback, of_today=of_today, **more)}


FIELDS: dict[str, Field | MeetingField | PlaceName] = {
    **_text("region", "our region"),
    **_text("region_long", "our region", instead="region"),
    **_text("state", "our state"),
    "place": PlaceName(),
    **_text("industry", "one industry", blank="[industry]", planning="an industry we choose together"),
    "first_industry": Field("text", ("industry",), "the choice of our first industry"),  # what a planning meeting decides on
    **_text("partnership", "our partnership", blank="[our partnership]"),
    "called": Field("text", ("partnership", "region"), "our partnership", "[our partnership]"),
    **_text("program", Region.model_fields["program"].default),
    **_text("speaker_role", "economic developers, workforce developers and educators"),
    "convener": Field("names", ("convener",), "the convener", "[convener]"),
    "convener_contact": Field("contact", ("convener",), "the convener’s telephone and e-mail", "[your telephone], [your e-mail]"),
    "author": Field("names", ("convener",), "the conveners of this region"),
    **{f"{meeting}.{part}": MeetingField(meeting, part) for meeting in MEETINGS for part in PARTS},
    **{name: field for key, job in SAMPLE_JOBS.items() for name, field in _text(f"partner_ask.{key}", job, of_today=True).items()},
}


def places_of(key: str) -> tuple[str, ...]:
    """Return where in a region file the values of a field stand, such as the place of a meeting; those first that can be long."""
    field = FIELDS[key]
    if isinstance(field, Field):
        return field.places
    if isinstance(field, PlaceName):
        return ("region_long", "region", "state")
    return tuple(f"{field.meeting}.{part}" for part in ("place", "online", "date", "time"))


def text_of(region: Region | None, key: str, at: str = "") -> str:
    """Return a field's text in a region, or its fallback. `key` is one of FIELDS; the text is plain, never markup.

    `at`: LETTER, or a stage that holds whatever the region's own is.
    """
    return FIELDS[key].text(region, at)


def text_once_passed(region: Region | None, key: str, at: str = "") -> str | None:
    """Return a field's text for the day after its meeting; None where it names no meeting with a date to come, or one that has a next date by its rhythm."""
    meeting = key.partition(".")[0]
    if not region or meeting not in MEETINGS or not getattr(region, meeting).date or getattr(region, meeting).repeats:
        return None
    return text_of(without_meetings(region, (meeting,)), key, at)
