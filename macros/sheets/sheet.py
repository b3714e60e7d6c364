"""Sheets as pages show them; the PDF and Word writers read the same HTML."""

from collections.abc import Iterable

from markupsafe import Markup

from macros.points.origin import origin_line
from macros.points.point_html import Say, full_point, inline_html, line_to_say
from macros.points.shares_chart import two_shares
from macros.points.tabs import stage_label
from macros.sheets.diagram import partnership_diagram
from macros.sheets.meeting import beside_date, when_lines
from macros.values.arguments import require_known
from macros.values.components import alone, component
from macros.values.reading_time_label import Duration
from macros.values.region_values import edition_line, marked
from playbook.content.point_spec import PointSpec
from playbook.content.point_text import Point
from playbook.content.sheet_plan import ASKS, SECTIONS, Sheet
from playbook.model.audience import AUDIENCES
from playbook.model.meeting.kinds import AT_STAGE, MEETINGS
from playbook.model.stage import STAGES
from playbook.render.components.blocks import contact

NOTE_LINES = 6
ASKS_FOR_NAMES = ("s71", "s73")  # on what a partner keeps, with a line for them


class _Words:
    """The words of one sheet: every point by id, at the sheet's stage, whatever an edition's own."""

    def __init__(self, sheet: Sheet, points: Iterable[Point]) -> None:
        self.sheet, self.stage = sheet, sheet.stage
        self.points = {point.id: point for point in points}

    @property
    def job(self) -> str:
        """The key of the one specific job that a region may ask of this audience."""
        return f"partner_ask.{self.sheet.audience}"

    def point(self, spec: PointSpec, say: Say = full_point) -> dict[str, object]:
        """One point; on a sheet to say with its id, for whoever wants to look it up."""
        return {
            "words": say(self.points[spec.id], self.stage, self.stage),
            "key": spec.id,
            "id": "" if self.sheet.handout else spec.id,
            "page": spec.page,
            "is_own": spec.origin != "toolkit",
            "role": self.sheet.role(spec) if say is line_to_say else "",
        }

    def section(self, section: str, specs: Iterable[PointSpec], say: Say = full_point) -> dict[str, object]:
        """Points under the tool's own question: first those of our own, said to be so, then the tool's."""
        points = [self.point(spec, say) for spec in specs]
        return {
            "key": section,
            "label": SECTIONS[section],
            "title": inline_html(self.points[SECTIONS[section]].detail),
            "own": [point for point in points if point["is_own"]],
            "tools": [point for point in points if not point["is_own"]],
        }

    def sections(self, side: str, say: Say) -> list[dict[str, object]]:
        """All sections of a side."""
        return [self.section(section, specs, say) for section, specs in self.sheet.talk(side).items()]


def sheet_to_say(audience: str, stage: str = "", *, points: Iterable[Point]) -> Markup:
    """Return the sheet that the convener keeps: the conversation at a glance, then the fuller points."""
    words = _words(audience, stage, False, points)
    notes = [words.point(spec) for spec in words.sheet.points("back") if spec.kind == "note"]
    return alone(
        component("sheet-to-say", **_common(words, "front"), time=_time(words), lines=words.sections("front", line_to_say), fuller=words.sections("back", full_point), notes=notes, note_lines=NOTE_LINES)
    )  # fmt: skip


def handout(audience: str, stage: str = "", *, points: Iterable[Point]) -> Markup:
    """Return the leaflet that the partner keeps: who we are, what it is, what they gain, the ask, whom to call."""
    words = _words(audience, stage, True, points)
    talk = words.sheet.talk("handout")
    return alone(
        component(
            "handout",
            **_common(words, "handout"),
            called=marked("called", capital=True),
            convener=marked("convener"),
            diagram=partnership_diagram(audience),
            what=words.section("what-are", talk["what-are"]),
            gains=words.section("in-it", talk["in-it"]),
        )
    )


def _words(audience: str, stage: str, is_handout: bool, points: Iterable[Point]) -> _Words:
    first = next(iter(STAGES))
    return _Words(Sheet(require_known("audience", audience, AUDIENCES), require_known("stage", stage or first, STAGES), is_handout), points)


def _common(words: _Words, side: str) -> dict[str, object]:
    """What both sheets show: whose it is, figures, the ask, whom to call."""
    return {
        "audience": words.sheet.audience,
        "label": AUDIENCES[words.sheet.audience].label,
        "stage": words.stage,
        "stage_label": stage_label(words.stage),
        "edition": edition_line(words.stage, named=not words.sheet.handout, logo=not words.sheet.handout),  # a handout says it larger
        "shares": two_shares([words.points[spec.id] for spec in words.sheet.shares(side)]),
        "ask": _ask(words, side),
        "contact": contact(None),
        "ours": origin_line("playbook"),
    }


def _ask(words: _Words, side: str) -> dict[str, object]:
    """What is asked, with date and place or what says that there is no date, and the thanks. A specific job that the region does not name waits, hidden, until it is active."""
    asks = words.sheet.asks(side)
    first = next(spec for spec in asks if spec.id == ASKS[words.stage])  # the one question, then what else belongs to it
    others = [spec for spec in asks if spec is not first]
    given = words.job if words.stage != "active" else ""
    return {
        "first": words.point(first, line_to_say),
        "meeting": AT_STAGE[words.stage],
        "meeting_name": MEETINGS[AT_STAGE[words.stage]].name,
        "when": when_lines(AT_STAGE[words.stage], words.stage),
        "where": beside_date(AT_STAGE[words.stage], words.stage),
        "others": [words.point(spec, line_to_say) for spec in others],
        "names": ASKS_FOR_NAMES,
        "given": given,
        "origin": origin_line("playbook", given, sign="†") if any(spec.origin != "toolkit" for spec in (first, *others)) else "",
        "thanks": [words.point(spec, line_to_say) for spec in words.sheet.thanks(side)],
    }


def _time(words: _Words) -> Markup:
    """How long the lines of side one take. One specific job counts where the region names it, or once the partnership is active."""
    specs = words.sheet.points("front")

    def lasts(talk: Iterable[PointSpec]) -> Markup:
        said = [words.points[spec.id] for spec in talk]
        return Duration(lambda _: said, line_to_say, words.stage).time()

    if words.stage == "active":
        return lasts(specs)
    without = [spec for spec in specs if spec.origin == "toolkit" or spec not in words.sheet.asks("front")]
    return component("either", key=words.job, given=lasts(specs), missing=lasts(without))
