"""Sheets: which points stand on which side for one audience at one stage, and how much a side holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.audience import AUDIENCES
from playbook.duty import Duty, duties
from playbook.points import EXPRESSION, Point
from playbook.problem import Problem
from playbook.stage import STAGES

FOLDER = "sheets"
OPENINGS, OPENING_WORDS = 16, 12  # side one: as many lines as one talk has, each said in a breath
BACK_POINTS, BACK_WORDS = 25, 520  # side two at 10 pt, two columns
SAID_WORDS = 260  # side one read aloud: two minutes at 130 words a minute
MEETINGS = {"planning": "planning_meeting", "launch": "launch_meeting", "active": "next_meeting"}
SECTIONS = {"up-to": "s09", "what-are": "s16", "in-it": "s42", "next": "s60"}  # the tool's four questions


@dataclass(frozen=True)
class Sheet:
    """One audience at one stage, to say (kept by the convener) or to leave (handed over)."""

    audience: str
    stage: str
    leave: bool = False

    @property
    def stem(self) -> str:
        """The name of its page, PDF and Word file, without suffix."""
        return f"{self.audience}-{self.stage}{'-leave' if self.leave else ''}"

    def points(self, side: str) -> tuple[Duty, ...]:
        """Return the points of one side (`front`, `back` or `leave`) in the tool's order."""
        return tuple(
            duty
            for duty in duties().values()
            if self.audience in getattr(duty, side) and self.stage in duty.stages and (self.audience in duty.audiences or _for_all(duty))
        )

    def asks(self, side: str) -> tuple[Duty, ...]:
        """Return what is asked of the partner on a side, in order."""
        return tuple(duty for duty in self.points(side) if duty.kind == "ask" or duty.id == "s68")

    def talk(self, side: str) -> dict[str, tuple[Duty, ...]]:
        """Return the other points of a side by section of the tool, this audience's first; figures and notes left out.

        Side two has no place of its own for asks: there they stand among the others.
        """
        asked = () if side == "back" else self.asks(side)
        rest = [duty for duty in self.points(side) if duty not in asked and duty.say and not is_share(duty)]
        rest.sort(key=_for_all)
        return {section: found for section in SECTIONS if (found := tuple(duty for duty in rest if duty.section == section))}

    def shares(self, side: str) -> tuple[Duty, ...]:
        """Return the figures of a side."""
        return tuple(duty for duty in self.points(side) if is_share(duty))


def is_share(duty: Duty) -> bool:
    """Tell whether a point is one of the tool's figures, S36-S41."""
    return duty.kind == "figure" and duty.group.startswith("results")


def _for_all(duty: Duty) -> bool:
    return len(duty.audiences) == len(AUDIENCES)


def all_sheets() -> Iterator[Sheet]:
    """Yield every sheet of an edition: four audiences, three stages, to say and to leave."""
    for audience in AUDIENCES:
        for stage in STAGES:
            yield Sheet(audience, stage)
            yield Sheet(audience, stage, leave=True)


def words(text: str) -> int:
    """Return how many words a point has; a region's value counts as three."""
    return len(EXPRESSION.sub("a region value", text.replace("**", "")).split())


def budget_problems(points: Iterable[Point]) -> list[Problem]:
    """Return which sheets hold more than their sides do, with what to take off."""
    said = {point.id: point for point in points}
    problems = []
    for sheet in all_sheets():
        if sheet.leave:
            continue
        front, back = sheet.points("front"), sheet.points("back")
        counts = {
            f"side one has {{}} lines to say, {OPENINGS} fit; take `front` from one": (len(front) - len(sheet.shares("front")), OPENINGS),
            f"side one takes {{}} words to say, {SAID_WORDS} are two minutes; take `front` from one": (
                sum(words(said[duty.id].opening) for duty in front if duty.id in said), SAID_WORDS),
            f"side two has {{}} points, {BACK_POINTS} fit; take `back` from one": (len(back), BACK_POINTS),
            f"side two has {{}} words, {BACK_WORDS} fit; take `back` from one": (
                sum(words(f"{said[duty.id].opening} {said[duty.id].detail}") for duty in back if duty.id in said), BACK_WORDS),
        }  # fmt: skip
        problems += [Problem("playbook/points.yml", message.format(n), 0, sheet.stem) for message, (n, most) in counts.items() if n > most]
    for key in {duty.id for sheet in all_sheets() for duty in sheet.points("front") if not is_share(duty)}:
        if key in said and words(said[key].opening) > OPENING_WORDS:
            message = f"its line to say has {words(said[key].opening)} words; on a sheet at most {OPENING_WORDS} fit"
            problems.append(Problem(said[key].page.name, message, said[key].line, key))
    return problems
