"""Sheets: which points stand on which side for one audience at one stage. Whether they fit is measured on paper (fit.py, overflow.py)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.content.point_spec import PointSpec, point_specs
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES

SHEETS_FOLDER = "sheets"
ASKS = {"planning": "s70", "launch": "s74", "active": "c05"}  # how a pitch ends, by stage
PURPOSE, THANKS = "s68", "s79"  # beside the asks stand what the planning meeting is for and, last of all, the thanks
GAINS = {"workforce": "s44", "economic": "s51", "educators": "s54", "community": "c02"}  # the one gain to tell an audience in a hurry
OPENING, SUPPORTS = "s10", ("s15", "s17", *GAINS.values())  # with the ask they are a talk of half a minute
SECTIONS = {"up-to": "s09", "what-are": "s16", "in-it": "s42", "next": "s60"}  # the tool's four questions


@dataclass(frozen=True)
class Sheet:
    """One audience at one stage, to say (kept by the convener) or the handout (the partner keeps it)."""

    audience: str
    stage: str
    handout: bool = False
    like: str = ""  # of an audience of an edition's own: the one whose sheet it is made from

    @property
    def stem(self) -> str:
        """The name of its page, PDF and Word file, without suffix."""
        return f"{self.audience}-{self.stage}{'-handout' if self.handout else ''}"

    def points(self, side: str) -> tuple[PointSpec, ...]:
        """Return the points of one side (`front`, `back` or `handout`) in the tool's order."""
        whom = self.like or self.audience
        return tuple(
            spec for spec in point_specs().values() if whom in getattr(spec, side) and self.stage in spec.stages and (whom in spec.audiences or _for_all(spec))
        )

    def asks(self, side: str) -> tuple[PointSpec, ...]:
        """Return what is asked of the partner on a side, in order, and what the meeting is for."""
        return tuple(spec for spec in self.points(side) if spec.kind == "ask" or spec.id == PURPOSE)

    def role(self, spec: PointSpec) -> str:
        """Return what a line of side one is in a short talk: `opening`, `support`, or nothing."""
        if self.handout:
            return ""
        return "opening" if spec.id == OPENING else "support" if spec.id in SUPPORTS else ""

    def thanks(self, side: str) -> tuple[PointSpec, ...]:
        """Return the point that closes the conversation, if it stands on a side."""
        return tuple(spec for spec in self.points(side) if spec.id == THANKS)

    def talk(self, side: str) -> dict[str, tuple[PointSpec, ...]]:
        """Return the other points of a side by section of the tool, this audience's first; figures and notes left out.

        Side two has no place of its own for asks: there they stand among the others.
        """
        asked = () if side == "back" else self.asks(side) + self.thanks(side)
        rest = [spec for spec in self.points(side) if spec not in asked and spec.say and not is_share(spec)]
        rest.sort(key=_for_all)
        return {section: found for section in SECTIONS if (found := tuple(spec for spec in rest if spec.section == section))}

    def shares(self, side: str) -> tuple[PointSpec, ...]:
        """Return the figures of a side."""
        return tuple(spec for spec in self.points(side) if is_share(spec))


def is_share(spec: PointSpec) -> bool:
    """Tell whether a point is one of the tool's figures, S36-S41."""
    return spec.kind == "figure" and spec.group.startswith("results")


def _for_all(spec: PointSpec) -> bool:
    return len(spec.audiences) == len(AUDIENCES)


def all_sheets(audiences: Mapping[str, str] | None = None) -> Iterator[Sheet]:
    """Yield every sheet of an edition: each audience, three stages, to say and to hand out. `audiences`: those of its own, with whom each is like."""
    for audience, like in {**dict.fromkeys(AUDIENCES, ""), **(audiences or {})}.items():
        for stage in STAGES:
            yield Sheet(audience, stage, like=like)
            yield Sheet(audience, stage, handout=True, like=like)


def stems_of(audience: str) -> list[str]:
    """Return the names of all pages of an audience's sheets, without suffix; the first is the one for now."""
    return [audience, *(sheet.stem for sheet in all_sheets({audience: ""}) if sheet.audience == audience)]
