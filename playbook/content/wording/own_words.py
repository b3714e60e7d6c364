"""A region's own words held against the points: what is said of each instead, and whose words it then is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from playbook.content import attribution
from playbook.content.point_spec import PointSpec, point_specs
from playbook.content.point_text import Point, fixed_words
from playbook.content.wording.own_audiences import own_audiences, region_for_all
from playbook.model.audience import AUDIENCES
from playbook.model.formatting import names_in_words
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region
from playbook.model.region_fields import text_of
from playbook.model.wording.brackets import BRACKET, filled
from playbook.model.wording.point_words import PointWords

OWN_ID = re.compile(r"n(?!00)[0-9]{2}")
KEEP_FIELDS = {  # what <angle brackets> in points.yml stand for
    "<program>": "program", "<industry>": "industry", "<region>": "region", "<speaker role>": "speaker_role",
    **{kind.placeholder: f"{key}.its_on" for key, kind in MEETINGS.items()},  # empty without a date
}  # fmt: skip
GO_ALONG = {"c10": "s25"}  # a note that goes with the point it is about
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
SHEET = "sheet"  # stands for every sheet among the points of a page
PARTS = ("say", "more")
ADAPTED, LOCAL, OFFERED = "adapted", "local", "playbook"  # whose wording a point is: the tool's, in the region's words; the region's own; the playbook's


@dataclass(frozen=True, eq=False)
class OwnWords:
    """What one region says of the points in words of its own. `said`: the points as docs/ says them, by id."""

    region: Region
    said: Mapping[str, Point] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()  # the points that the playbook says in other words to an audience which it offers

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The points that stand nowhere in the edition."""
        own = {key for key, words in self.region.points.items() if words.leave_out}
        return frozenset(own | {note for note, about in GO_ALONG.items() if about in own})

    @cached_property
    def reworded(self) -> dict[str, PointWords]:
        """The playbook's points in the region's wording."""
        return {key: words for key, words in self.region.points.items() if key in point_specs() and (words.say or words.more)}

    @cached_property
    def added(self) -> dict[str, PointWords]:
        """The region's own points, in the order of its file."""
        return {key: words for key, words in self.region.points.items() if OWN_ID.fullmatch(key) and words.say and words.after in point_specs()}

    @cached_property
    def concerned(self) -> frozenset[str]:
        """The points at whose places the edition says something else than the general one: reworded, left out, or followed by one of its own; then also SHEET."""
        sheets = [SHEET] if any(words.sheets for words in self.added.values()) else []
        return frozenset({*self.reworded, *self.left_out, *(words.after or "" for words in self.added.values()), *sheets})

    def text(self, key: str, part: str, stage: str, at: str = "") -> str | None:
        """Return a part of a point (`say`, `more`) as the region says it at a stage, plain text; None where it says nothing of its own. `at` as for fields."""
        text = self.region.points[key].text(part, stage) if key in self.region.points else None
        return filled(text, lambda name: text_of(self.region, name, at)) if text is not None else None

    def audiences(self, key: str) -> tuple[str, ...]:
        """Return for whom an added point is: whom its file names, else for whom the point before it is."""
        words = self.added[key]
        return words.audiences or point_specs()[words.after or ""].audiences

    def origin(self, key: str, stage: str, keeps_a_part: bool = False) -> str:
        """Return whose wording a reworded or added point is: ADAPTED where it keeps the tool's terms and adds no figure, else LOCAL.

        `keeps_a_part`: a part of the point stands there in the tool's own text, which is never the region's, so the whole is ADAPTED.
        """
        if key in self.offered:
            return OFFERED
        spec = point_specs().get(key)
        if not spec or spec.origin != "toolkit":
            return LOCAL
        return ADAPTED if keeps_a_part or not (self.missing(key, stage) or self.figures(key, stage)) else LOCAL

    def origin_words(self, key: str, origin: str, everywhere: bool = True) -> str:
        """Return an origin in words; of an added point, where all can read it, also for whom it is, if that is fewer than the point before it."""
        said = attribution.wording(origin, self.region)
        if not everywhere or key not in self.added or self.audiences(key) == point_specs()[self.added[key].after or ""].audiences:
            return said
        return f"{said}, for {names_in_words([self._whom(one) for one in self.audiences(key)])}"

    def _whom(self, audience: str) -> str:
        return AUDIENCES[audience].said if audience in AUDIENCES else own_audiences(self.region)[audience].audience.said

    def missing(self, key: str, stage: str) -> list[str]:
        """Return the terms that the tool's point has and its new wording at a stage lacks."""
        return [term for term in point_specs()[key].keep if not self._keeps(key, term, stage)]

    def figures(self, key: str, stage: str) -> list[str]:
        """Return the figures in the new wording of a point that the point itself does not give."""
        known = known_figures(point_specs()[key], self.said.get(key))
        new = BRACKET.sub("", " ".join(self.region.points[key].text(part, stage) or "" for part in PARTS))
        return [figure for figure in dict.fromkeys(FIGURE.findall(new)) if figure not in known]

    def _keeps(self, key: str, term: str, stage: str) -> bool:
        wanted = self._value(KEEP_FIELDS[term], stage) if term in KEEP_FIELDS else term
        new = " ".join(filter(None, (self.text(key, part, stage, stage) for part in PARTS)))
        if not wanted or _folded(wanted) in _folded(new):
            return True
        return key in self.said and any(says_term(self._former(point_specs()[key], part, stage), term) for part in PARTS)

    def _value(self, name: str, stage: str) -> str:
        """Return what a placeholder of points.yml stands for; of a meeting its day, if it has one."""
        meeting = name.partition(".")[0]
        if meeting == name:
            return text_of(self.region, name, stage)
        return text_of(self.region, f"{meeting}.date", stage) if getattr(self.region, meeting).date else ""

    def _former(self, spec: PointSpec, part: str, stage: str) -> str:
        """Return the Markdown of a part that stays as the playbook says it; empty of one in the region's words."""
        return "" if self.region.points[spec.id].text(part, stage) is not None else part_of(spec, self.said[spec.id], part)


def own_words_of(region: Region | None, said: Mapping[str, Point], offered: frozenset[str] = frozenset()) -> OwnWords | None:
    """Return a region's own words, the points of its own audiences among them; None where it has none."""
    whole = region_for_all(region) if region and region.audiences else region
    return OwnWords(whole, said, offered) if whole and whole.points else None


def part_of(spec: PointSpec, point: Point, part: str) -> str:
    """Return the Markdown of a part of a point; of what is not spoken, all of it is what to say."""
    if not spec.say:
        return point.detail if part == "say" else ""
    return point.opening if part == "say" else point.detail


def says_term(markdown: str, term: str) -> bool:
    """Tell whether a part of a point, in Markdown, has one of the tool's terms."""
    return f"region.{KEEP_FIELDS[term]}" in markdown if term in KEEP_FIELDS else _folded(term) in _folded(fixed_words(markdown))


def known_figures(spec: PointSpec, point: Point | None) -> set[str]:
    """Return the figures that a point gives itself."""
    return set(FIGURE.findall(" ".join((spec.fact, *spec.keep, *((point.opening, point.detail) if point else ())))))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
