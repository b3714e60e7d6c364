"""The audiences that an edition has besides the four: a region's own, and those that the playbook offers (audiences.yml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from playbook.content.data_file import Key, read_data
from playbook.content.point_spec import point_specs
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.audience import AUDIENCES, COLORS, ICONS, Audience
from playbook.model.region import Region
from playbook.model.wording.audience_words import AudienceWords
from playbook.model.wording.point_words import PointWords

GAINS_OF, ASKS_OF = "in-it", "next"  # the questions that have points for one audience alone: what it gains, and what it is asked


class Offer(AudienceWords):
    """An audience that the playbook offers: as in a region file, a note over its points, and the pages (as in docs/, without suffix) that have no tab for it."""

    note: str = ""
    no_tab_on: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class OwnAudience:
    """An audience of an edition's own: what it is called and drawn with, what is asked of it, and which points it hears in other words."""

    audience: Audience
    points: Mapping[str, PointWords]
    offered: frozenset[str] = frozenset()  # which of these points the playbook wrote
    ask: str = ""
    note: str = ""
    no_tab_on: frozenset[str] = frozenset()  # the addresses of the pages that have no tab for it

    @property
    def key(self) -> str:
        """Its key in the region file and in addresses."""
        return self.audience.key

    @property
    def like(self) -> Audience:
        """The audience whose points it takes."""
        return AUDIENCES[self.audience.like]

    @property
    def added(self) -> dict[str, PointWords]:
        """The points of its own, for it alone."""
        return {key: words for key, words in self.points.items() if key not in point_specs()}

    @property
    def remark(self) -> str:
        """What is said over its points: whose they are, as far as they are not its own."""
        gains = [key for key, spec in point_specs().items() if spec.audiences == (self.like.key,) and spec.section == GAINS_OF]
        own = [key for key in gains if key in self.points]
        if len(own) == len(gains):
            return self.note
        return f"As for {self.like.said}{', where nothing else is said' if own or self.added else ''}"


@cache
def _read() -> tuple[dict[str, Offer] | None, list[Problem]]:
    said, _, problems = read_data("audiences.yml", dict[Key, Offer], Offer)
    return said, problems


def offer_problems() -> list[Problem]:
    """Return what is wrong with audiences.yml."""
    return _read()[1]


def offers() -> dict[str, Offer]:
    """Return the audiences that the playbook offers, by key. ProblemsFound if the file cannot be read as such."""
    said, problems = _read()
    if said is None:
        raise ProblemsFound(problems)
    return said


def own_audiences(region: Region | None) -> dict[str, OwnAudience]:
    """Return the audiences of a region's own by key, in the order of its file; one that is like no other is taken from what the playbook offers."""
    return {key: _own(key, words, region.points) for key, words in region.audiences.items()} if region else {}


def _own(key: str, words: AudienceWords, points: Mapping[str, PointWords]) -> OwnAudience:
    """Return one audience. `points`: those that the region says its own way; what it leaves out is not said in the words of an offer, either."""
    offer = Offer() if words.like else offers()[key]
    given = {name: value for name in ("label", "in_a_sentence", "like", "ask", "icon", "color") if (value := getattr(words, name) or getattr(offer, name))}
    if words.label and not words.in_a_sentence:
        given.pop("in_a_sentence", None)  # that of the offer's label
    like, label = given["like"], given["label"]
    icon, color = (names.get(given.get(name, ""), like) for names, name in ((ICONS, "icon"), (COLORS, "color")))
    audience = Audience(key, label, "local", like, given.get("in_a_sentence") or in_sentence(label), icon, color)
    left_out = {key: said for key, said in points.items() if said.leave_out and key in offer.points}
    offered = frozenset(offer.points.keys() - words.points.keys() - left_out.keys())
    without = frozenset(f"{page}.html" for page in offer.no_tab_on)
    return OwnAudience(audience, {**offer.points, **left_out, **words.points}, offered, given.get("ask", ""), offer.note, without)


def asks() -> frozenset[str]:
    """Return the ids of what one audience alone is asked."""
    return frozenset(key for key, spec in point_specs().items() if spec.section == ASKS_OF and len(spec.audiences) == 1)


def in_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: with a small first letter, unless its first word has other capitals or signs (K-12, AFL-CIO)."""
    first = label.split(maxsplit=1)[0]
    return label[0].lower() + label[1:] if first[1:].isalpha() and first[1:].islower() else label


def region_for_all(region: Region) -> Region:
    """Return a region whose points include those of its audiences, each for the audience that it belongs to."""
    added = {key: words.model_copy(update={"audiences": (own.key,)}) for own in own_audiences(region).values() for key, words in own.added.items()}
    return region.model_copy(update={"points": {**region.points, **added}}) if added else region


def region_for(region: Region, own: OwnAudience) -> Region:
    """Return a region as one of its own audiences hears it: in the place of the audience that it is like."""
    points = {key: words.model_copy(update={"audiences": (own.like.key,)}) if key in own.added else words for key, words in own.points.items()}
    ask = {own.like.key: own.ask} if own.ask else {}
    return region.model_copy(update={"points": {**region.points, **points}, "partner_ask": {**region.partner_ask, **ask}, "audiences": {}})
