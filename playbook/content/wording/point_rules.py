"""What a region file may say of each point: every mistake with file, line, key and remedy, before anything is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.content.glossary import anchor, glossary
from playbook.content.point_spec import POINTS_FILE, PointSpec, point_specs
from playbook.content.point_text import LONGEST_OPENING
from playbook.content.sheet_plan import SECTIONS, is_share
from playbook.content.wording.own_words import OWN_ID
from playbook.files.diagnostics import Problem, did_you_mean
from playbook.files.messages import complaint
from playbook.files.yaml_file import YamlFile, YamlValue
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES, stage_key
from playbook.model.wording.brackets import BRACKET, FILLED

UNTOUCHED = ("s01", *(f"s{number}" for number in range(80, 88)))  # name, purpose, terms, makers and contact of the tool
ON_HANDOUT = ("what-are", "in-it")  # the questions that the handout answers
QUESTIONS = tuple(SECTIONS.values())  # the tool's four; each heads a page and a part of every sheet
OF_OWN = ("after", "for", "sheets")
Entry = Mapping[str, YamlValue]


def problems_in(source: YamlFile) -> Iterator[Problem]:
    """Yield what is wrong in the own words of one file that is read; shapes are the model's business."""
    yield from entry_problems(source)
    if source.data.get("results_on_sheets") in ("ours", "both") and not source.data.get("results"):
        yield source.problem(("results_on_sheets",), complaint("results-missing"))


def entry_problems(source: YamlFile) -> Iterator[Problem]:
    """Yield what is wrong in single points and terms of a file."""
    points = source.data.get("points")
    seen: dict[str, str] = {}
    for key, entry in points.items() if isinstance(points, dict) else ():
        if (first := seen.setdefault(key.lower(), key)) != key:
            yield source.problem(("points", key), f'is the same point as "{first}"; keep one')
        if isinstance(entry, dict):
            for part, message in point_messages(key.lower(), entry):
                place = ("points", key, part) if part in entry else ("points", key)
                yield source.problem(place, message)
    yield from _term_problems(source)


def point_messages(key: str, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield (key within the point, message) for what is wrong with one point as a file has it."""
    if OWN_ID.fullmatch(key):
        yield from _OwnPoint(entry).messages()
    elif key not in point_specs():
        yield "", f"is no point; {_meant(key)} A point of your own is called n01 to n99"
    elif key in UNTOUCHED:
        yield "", "is the name, purpose, terms, makers or contact of the tool, which stay as their owners have them; take it out of the file"
    else:
        yield from _of_playbook(point_specs()[key], entry)
    if key not in UNTOUCHED and (OWN_ID.fullmatch(key) or (key in point_specs() and point_specs()[key].say)):
        yield from _too_long(entry)


def _meant(key: str) -> str:
    near = did_you_mean(key, point_specs(), POINTS_FILE)
    return near if near.endswith("?") else f"{near}."


def _of_playbook(spec: PointSpec, entry: Entry) -> Iterator[tuple[str, str]]:
    for part in OF_OWN:
        if part in entry:
            yield part, "belongs to a point of your own (n01 to n99); this point keeps its place, so take it away"
    words = [part for part in ("say", "more") if part in entry]
    leaves = _is_yes(entry.get("leave_out"))
    if is_share(spec):
        yield from ((part, "is one of the tool's figures, which take only leave_out; figures of your own stand under results") for part in words)
    elif not spec.say:
        if "more" in entry:
            yield "more", "is not spoken, so all of it stands under say; put it there"
        if leaves and spec.id in QUESTIONS:
            yield "leave_out", "is one of the four questions, over whose points it stands, so it takes only say; write that, or leave out points under it"
    if leaves and words and not is_share(spec):
        yield words[0], "is left out, so it says nothing; take the words or leave_out away"
    if leaves and not entry.get("because"):
        yield "leave_out", 'needs a reason; add because: "…", which drift and the page on source and terms will say'
    if "because" in entry and not leaves:
        yield "because", "says why a point is left out; add leave_out: true or take it away"
    if not words and "leave_out" not in entry:
        yield "", "says nothing; write say or more, or leave_out with because"
    if "leave_out" in entry and not leaves and not words:
        yield "leave_out", "says nothing; write true, or take the point out of the file"


@dataclass(frozen=True)
class _OwnPoint:
    """A point of the region's own as its file has it."""

    entry: Entry

    def messages(self) -> Iterator[tuple[str, str]]:
        """Yield (key within the point, message)."""
        for part in ("leave_out", "because"):
            if part in self.entry:
                yield part, "is for the playbook's points; take this point of your own out of the file instead"
        say = self.entry.get("say")
        if "say" not in self.entry:
            yield "", "needs a line to say; add say"
        elif isinstance(say, dict) and (silent := [stage for stage in STAGES if stage not in {stage_key(str(name)) for name in say}]):
            yield "say", f"says nothing at the stage {' and '.join(silent)}; write one text, or one for each stage"
        after = self.entry.get("after")
        if after is None:
            yield "", "needs its place; add after: and the point that it follows, such as after: s47"
        elif isinstance(after, str):
            yield from self._placed(after.strip().lower())

    def _placed(self, after: str) -> Iterator[tuple[str, str]]:
        spec = point_specs().get(after)
        if OWN_ID.fullmatch(after):
            yield "after", f"{after.upper()} is a point of your own; name the playbook's point that both follow: they stand in the order of the file"
        elif not spec:
            yield "after", f'"{after}" is no point of the playbook; {_meant(after).removesuffix(".")}'
        elif not spec.say or is_share(spec):
            yield (
                "after",
                f"{after.upper()} is {'a figure' if is_share(spec) else 'not spoken'}, and a point of your own stands in a list of spoken ones; name one of those",
            )
        else:
            yield from self._fits(spec)

    def _fits(self, spec: PointSpec) -> Iterator[tuple[str, str]]:
        for whom in _words(self.entry.get("for")):
            if whom in AUDIENCES and whom not in spec.audiences:
                yield "for", f"{spec.id.upper()} is for {' and '.join(spec.audiences)}, so nothing for {whom} can stand after it; name a point for {whom}"
        if "handout" in _words(self.entry.get("sheets")) and spec.section not in ON_HANDOUT:
            yield "sheets", f"the handout does not answer the question that {spec.id.upper()} belongs to; use front or back"


def _too_long(entry: Entry) -> Iterator[tuple[str, str]]:
    given = entry.get("say")
    for text in given.values() if isinstance(given, dict) else (given,):
        if isinstance(text, str) and (count := len(BRACKET.sub(lambda found: "x" if found[1] in FILLED else found[0], text).split())) > LONGEST_OPENING:
            yield "say", f"has {count} words; at most {LONGEST_OPENING} can be said in one breath: move the rest to more"


def _term_problems(source: YamlFile) -> Iterator[Problem]:
    terms = source.data.get("terms")
    known = {anchor(word) for word in glossary()}
    for word in terms if isinstance(terms, dict) else ():
        place, taken = anchor(word), len(known)
        known.add(place)
        if len(known) == taken:
            yield source.problem(("terms", word), complaint("term-known"))


def _words(given: YamlValue | None) -> list[str]:
    if given == "all":
        return list(AUDIENCES)
    return [one for one in ([given] if isinstance(given, str) else given if isinstance(given, list) else ()) if isinstance(one, str)]


def _is_yes(given: YamlValue | None) -> bool:
    return str(given).lower() in ("true", "yes", "on", "1")
