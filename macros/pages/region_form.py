"""The form for a reader's own version, made from the model of region files, and the lines that show at once how it reads."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from macros.pages.form_field import field, one
from macros.points.origin import origin_line
from macros.points.point_html import full_point, line_to_say
from macros.sheets.meeting import when_lines
from macros.values.components import alone, component
from macros.values.region_values import marked
from playbook.content.point_spec import point_specs
from playbook.content.point_text import LONGEST_OPENING, Point, fixed_words
from playbook.content.wording.own_audiences import offers
from playbook.content.wording.point_rules import UNTOUCHED
from playbook.model.audience import AUDIENCES
from playbook.model.meeting.kinds import AT_STAGE, MEETINGS
from playbook.model.region import Region
from playbook.model.site_config import Site
from playbook.model.stage import STAGES

MEANING = {"planning": "There is no date for the launch yet.", "launch": "The launch has a date.", "active": "The partnership is under way."}
MORE = ("partnership", "program", "state", "region_long", "priorities", "results", "results_on_sheets")
OF_FILE = ("support_team", "logo", "updated")  # what the region file holds beside a version of one's own
SHOWN = {"planning": "s67", "launch": "s73", "active": "c05"}  # the ask that the preview shows at each stage
MOST_WORDS = 5  # of a point, to choose it by
QUESTIONS = {"intro": "Before the questions", "up-to": "First question", "what-are": "Second question", "in-it": "Third question", "next": "Last question"}
ASKED = {"workforce": "c06", "economic": "c07", "educators": "c08", "community": "c09"}

PLAIN = {  # what a form says of an answer, where a file's message speaks of keys
    "one": "One answer is missing or needs a change:",
    "several": "These answers are missing or need a change:",
    "missing": "Please fill this in.",
    "empty": "Please fill this in.",
    "industry": "Please name the industry. It may wait only while you plan.",
    "time-date": "Please choose the date, too, or leave the time out.",
    "time-zone": "Please choose the time zone, too.",
    "time-skipped": "Clocks skip this hour on that day. Is the time or the date right?",
    "length-time": "Please choose the time, too, or leave the length out.",
    "length-unit": "Please add the unit, like 90 minutes or 1.5 hours.",
    "rhythm-date": "Please choose the date of one such meeting.",
    "owner": "This is the name of the toolkit’s makers. Please use a name of your own.",
    "lines": "Please write this on one line.",
    "point-empty": "Please write your words, or remove the point.",
    "point-left": "A point is left out or said your way, not both: please empty one of the two.",
    "point-line": f"Please shorten the line to say to {LONGEST_OPENING} words. The rest may follow it.",
    "point-own": "Please write the line to say, or remove the point.",
    "term-known": "The glossary has this word already. Please choose another.",
    "not-saved": "Not saved yet: fill in what you know, then press “Save on this device”.",
    "results-missing": "Please add a result of your own, or choose the tool’s figures.",
}


def own_form(*, site: Site, points: Iterable[Point], logo: Callable[[], str]) -> Markup:
    """Return the form and, beside it, its preview. Without scripts a sentence says what else there is."""
    asks = Region.model_fields["partner_ask"]
    sections = {
        "Your region": [field("region"), _stages(), field("industry")],
        "Who asks": [field("speaker_role"), field("convener")],
        "Your meetings": [field(key) for key in MEETINGS],
        "What you ask of a partner": [
            component("form-help", help=f"As it follows “Will you …?” Example: {next(iter(asks.examples or ()))}"),
            *(one(f"partner_ask.{key}", asks, "words", label=f"{who.label}: Will you …?") for key, who in AUDIENCES.items()),
        ],
    }
    sections["Change the talking points"] = [component("form-points", points=_to_change(points := list(points))), _terms()]
    preview = _preview({point.id: point for point in points}, logo())
    return alone(
        component(
            "form",
            repository=site.repository or "",
            sections=sections,
            plain=PLAIN,
            more=[field(key) for key in MORE],
            of_file=[_audiences(), *(field(key) for key in OF_FILE)],
            preview=preview,
        )
    )


def _to_change(points: Iterable[Point]) -> dict[str, list[tuple[str, str]]]:
    """Return the points that a region may say its own way or leave out, each with how it begins, by the question that it belongs to."""
    said = {point.id: fixed_words(point.opening or point.detail) for point in points}
    found: dict[str, list[tuple[str, str]]] = {}
    for key, spec in sorted(point_specs().items(), key=lambda item: list(QUESTIONS).index(item[1].section) if item[1].section in QUESTIONS else -1):
        if key in said and key not in UNTOUCHED:
            whom = [AUDIENCES[one].label for one in spec.audiences] if len(spec.audiences) == 1 else []
            question = QUESTIONS[spec.section]
            found.setdefault(" · ".join([question, *whom]), []).append((key, _beginning(said[key])))
    return found


def _beginning(text: str) -> str:
    """Return the first words of a point, never all of them: the form tells points apart and quotes none."""
    words = text.split()
    return " ".join(words[: min(MOST_WORDS, len(words) - 1)]).rstrip(",;:…") + " …"


def _audiences() -> Markup:
    """Return a box for each audience that the playbook offers."""
    return component("form-audiences", audiences={key: offer.label for key, offer in offers().items()})


def _terms() -> Markup:
    """Return the list for words of the region's own in the glossary."""
    titles = {"word": "Your word", "meaning": "What it means"}
    fields = [
        component(
            "form-field", name=f"terms.1.{key}", title=title, type="text", help="", needed=False, is_narrow=False, keyboard=None, options=[], is_zone=False
        )
        for key, title in titles.items()
    ]
    return component(
        "form-list", name="terms", title="Word for the glossary", help="A word of your own, and what it means. It stands in your glossary.", fields=fields
    )


def own_open() -> Markup:
    """Return the ways to open a region file in the form: a choice of files, and a field to paste its text into."""
    return alone(component("form-open"))


def own_share() -> Markup:
    """Return the button that makes a link of the form's values."""
    return alone(component("form-share"))


def own_file(*, site: Site) -> Markup:
    """Return the buttons that make a region file of the form's values, and the way to this copy's repository where it is known."""
    return alone(component("form-file", repository=site.repository, owner_and_name="/".join((site.repository or "").rstrip("/").split("/")[-2:])))


def _stages() -> Markup:
    info = Region.model_fields["stage"]
    stages = [{"key": key, "label": stage.label, "meaning": MEANING[key]} for key, stage in STAGES.items()]
    return component("form-stages", title=info.title, help=info.description, stages=stages)


def _preview(points: dict[str, Point], logo: str) -> Markup:
    """The head of a sheet and a few lines, their values marked as on any page."""
    first = next(iter(STAGES))
    with_jobs = point_specs()[next(iter(ASKED.values()))].stages
    asks = [
        {
            "stage": stage,
            "key": SHOWN[stage],
            "line": line_to_say(points[SHOWN[stage]], stage, stage),
            "when": when_lines(AT_STAGE[stage], stage),
            "hidden": stage != first,
            "has_jobs": stage in with_jobs,
        }
        for stage in STAGES
    ]
    return component(
        "form-preview", stage=STAGES[first].label, region=marked("region", capital=True), industry=marked("industry"),
        points={key: full_point(points[key]) for key in ("s10", "s11")}, asks=asks,
        jobs={f"partner_ask.{key}": line_to_say(points[point]) for key, point in ASKED.items()}, origin=origin_line("toolkit", logo=logo),
    )  # fmt: skip
