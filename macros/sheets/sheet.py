"""Sheets as pages show them; the PDF and Word writers read the same HTML."""

from collections.abc import Callable, Iterable

from macros.points.shares_chart import two_shares
from macros.values.arguments import require_known
from macros.values.reading_time_label import Duration
from macros.values.region_values import edition_line, marked
from macros.values.conditional import given, missing
from macros.values.escape import escape_text
from macros.sheets.meeting import when_lines
from macros.points.origin import origin_line
from macros.points.point_html import inline_html, line_to_say, full_point
from macros.points.tabs import stage_label
from playbook.model.audience import AUDIENCES
from playbook.content.point_spec import PointSpec
from playbook.model.edition import Edition
from playbook.content.point_text import Point
from playbook.model.region import Region
from playbook.content.sheet_plan import MEETINGS, SECTIONS, Sheet
from playbook.model.stage import NOW, STAGES
from playbook.render.blocks import contact

NOTE_LINES = 12


class _Words:
    """The words of one sheet: every point by id, in this edition, at the sheet's stage."""

    def __init__(self, sheet: Sheet, edition: Edition, points: list[Point]):
        self.sheet, self.region = sheet, edition.region
        self.points = {point.id: point for point in points}
        self.stage = sheet.stage  # the words of the sheet's stage, whatever the edition's own

    def title(self, section: str) -> str:
        """The tool's own question over a section."""
        return inline_html(self.points[SECTIONS[section]].detail, None, None)

    @property
    def job(self) -> str:
        """The key of the one specific job that a region may ask of this audience."""
        return f"partner_ask.{self.sheet.audience}"

    def items(self, duties: Iterable[PointSpec], say: Callable = full_point) -> str:
        """Points as a list, each with its id as a link to the page it stands on."""
        return "<ul>" + "".join(f"<li>{self.point(duty, say)}</li>" for duty in duties) + "</ul>\n"

    def gains(self, duties: Iterable[PointSpec], say: Callable = full_point) -> str:
        """Points as lists: first those of our own, said to be so, then the tool's."""
        own = [duty for duty in duties if duty.origin != "toolkit"]
        theirs = [duty for duty in duties if duty.origin == "toolkit"]
        parts = f"{self.items(own, say)}{origin_line('playbook', self.region)}" if own else ""
        return parts + (self.items(theirs, say) if theirs else "")

    def point(self, duty: PointSpec, say: Callable = full_point) -> str:
        """One point; on a sheet to say with its id, for whoever wants to look it up."""
        if self.sheet.leave:
            return say(self.points[duty.id], self.region, self.stage)
        link = f'<a class="point-id" href="../{duty.page}.html#{duty.id}">{duty.id.upper()}</a>'
        return f"{say(self.points[duty.id], self.region, self.stage)} {link}"


def sheet_to_say(audience: str, stage: str = "", *, edition: Edition, points: list[Point]) -> str:
    """Return the sheet that the convener keeps: the conversation at a glance, then the fuller points."""
    words = _words(audience, stage, False, edition, points)
    sheet = words.sheet
    talk = "".join(_section(words, section, duties, line_to_say, "h2") + _after(words, section) for section, duties in sheet.talk("front").items())
    side_one = (
        f'{_head(words)}<h1>Talking with {escape_text(AUDIENCES[sheet.audience].label.lower())}</h1>\n'
        f'<p class="sheet-lead">The lines to say: {_time(words)}. The fuller points are on the other side.</p>\n'
        f'<div class="sheet-columns">\n<div class="sheet-talk">\n{talk}</div>\n'
        f'<div class="sheet-aside">\n{_ask(words, "front")}'
        f'<h2>Notes</h2>\n<div class="sheet-notes" data-lines="{NOTE_LINES}"></div>\n{contact(words.region)}</div>\n</div>\n'
    )
    fuller = "".join(_section(words, section, duties, full_point, "h3") for section, duties in sheet.talk("back").items())
    side_two = f'<h2>The fuller points</h2>\n<div class="sheet-fuller">\n{fuller}{_note(words)}</div>\n'
    return _framed(words, (("Side one", side_one), ("Side two", side_two)))


def sheet_to_leave(audience: str, stage: str = "", *, edition: Edition, points: list[Point]) -> str:
    """Return the one-sided sheet that the partner keeps: what it is, what they gain, the ask, whom to call."""
    words = _words(audience, stage, True, edition, points)
    talk = words.sheet.talk("leave")
    label = escape_text(AUDIENCES[words.sheet.audience].label.lower())
    side = (
        f"{_head(words)}<h1>A sector partnership, and what is in it for {label}</h1>\n"
        f'<div class="sheet-columns">\n<div class="sheet-talk">\n<h2>What it is</h2>\n{words.items(talk["what-are"])}'
        f"<h2>What you gain</h2>\n{words.gains(talk['in-it'])}{_shares(words, 'leave')}</div>\n"
        f'<div class="sheet-aside">\n{_ask(words, "leave")}{contact(words.region)}</div>\n</div>\n'
    )
    return _framed(words, (("Sheet to leave", side),))


def _words(audience: str, stage: str, leave: bool, edition: Edition, points: list[Point]) -> _Words:
    sheet = Sheet(require_known("audience", audience, AUDIENCES), require_known("stage", stage or edition.stage, STAGES), leave)
    return _Words(sheet, edition, points)


def _framed(words: _Words, sides: Iterable[tuple[str, str]]) -> str:
    sheet = words.sheet
    kind = "leave" if sheet.leave else "say"
    body = "".join(f'<div class="sheet-side" role="region" aria-label="{label}">\n{html}</div>\n' for label, html in sides)
    return f'\n<div class="sheet sheet-{kind}" data-audience="{sheet.audience}" data-stage="{sheet.stage}">\n{body}</div>\n'


def _head(words: _Words) -> str:
    region, sheet = words.region, words.sheet
    return (
        f'<p class="sheet-tags"><span class="tag tag-audience">{AUDIENCES[sheet.audience].label}</span> '
        f'<span class="tag tag-stage">{_stage(words)}</span></p>\n{edition_line(region, sheet.stage)}'
    )


def _stage(words: _Words) -> str:
    """The sheet's stage. That a launch has its date is said only where the sheet has it to tell."""
    if words.stage != "launch":
        return stage_label(words.stage, words.region)
    return f'{marked(words.region, "launch_meeting.label", words.stage)}{_now(words.stage, words.region)}'


def _now(stage: str, region: Region | None) -> str:
    return f'<span data-when-stage="{stage}"{"" if region and region.stage == stage else " hidden"}>{NOW}</span>'


def _section(words: _Words, section: str, duties: Iterable[PointSpec], say: Callable, level: str) -> str:
    return f"<{level}>{words.title(section)}</{level}>\n{words.gains(duties, say)}"


def _after(words: _Words, section: str) -> str:
    return _shares(words, "front") if section == "what-are" else ""


def _shares(words: _Words, side: str) -> str:
    return two_shares(points=[words.points[duty.id] for duty in words.sheet.shares(side)])


def _ask(words: _Words, side: str) -> str:
    """What is asked, with date and place or the date to be set, and the thanks. A specific job that the region does not name waits, hidden, until it is active."""
    meeting = MEETINGS[words.sheet.stage]
    first, *others = words.sheet.asks(side)
    if side == "front" and words.sheet.stage == "planning":
        first, others = others[0], [first, *others[1:]]  # the question, then what the meeting is for
    only_asked = given(words.region, words.job) if words.stage != "active" else ""
    rest = "".join(f"<p{'' if duty.origin == 'toolkit' else only_asked}>{words.point(duty, line_to_say)}</p>\n" for duty in others)
    own = origin_line("playbook", words.region, only_asked) if any(duty.origin != "toolkit" for duty in (first, *others)) else ""
    when = f'<p class="sheet-when">{when_lines(meeting, region=words.region, at=words.stage)}</p>'
    thanks = "".join(f"<p>{words.point(duty, line_to_say)}</p>\n" for duty in words.sheet.thanks(side))
    return f'<div class="sheet-ask">\n<h2>The ask</h2>\n<p>{words.point(first, line_to_say)}</p>\n{when}\n{rest}{own}{thanks}</div>\n'


def _time(words: _Words) -> str:
    """How long the lines of side one take. One specific job counts where the region names it, or once the partnership is active."""
    duties = words.sheet.points("front")

    def lasts(talk: Iterable[PointSpec]) -> str:
        said = [words.points[duty.id] for duty in talk]
        return Duration(lambda _: said, line_to_say, words.region, at=words.stage).time()

    if words.stage == "active":
        return lasts(duties)
    without = [duty for duty in duties if duty.origin == "toolkit" or duty not in words.sheet.asks("front")]
    return f"<span{given(words.region, words.job)}>{lasts(duties)}</span><span{missing(words.region, words.job)}>{lasts(without)}</span>"


def _note(words: _Words) -> str:
    """The note before S25, where S25 is on the sheet."""
    found = [duty for duty in words.sheet.points("back") if duty.kind == "note"]
    if not found:
        return ""
    said = "".join(f"<p>{words.point(duty)}</p>\n" for duty in found)
    return f'<div class="ours">\n<p class="ours-title">Before you say S25</p>\n{said}{origin_line("playbook", words.region)}</div>\n'
