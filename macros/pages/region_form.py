"""The form for a reader's own version, made from the model of region files, and the lines that show at once how it reads."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from macros.pages.form_field import field, one
from macros.points.origin import origin_line
from macros.points.point_html import full_point, line_to_say
from macros.sheets.meeting import when_lines
from macros.values.components import alone, component
from macros.values.region_values import marked
from playbook.content.point_spec import PointSpec, point_specs
from playbook.content.point_text import Point
from playbook.content.sheet_plan import MEETINGS, is_share
from playbook.model.audience import AUDIENCES
from playbook.model.region import Region
from playbook.model.site_config import Site
from playbook.model.stage import STAGES

MEANING = {"planning": "There is no date for the launch yet.", "launch": "The launch has a date.", "active": "The partnership is under way."}
OF_FILE = ("support_team", "logo", "updated")  # what the region file holds beside a version of one's own
MORE = ("partnership", "program", "state", "region_long", "priorities", "results")
SHOWN = {"planning": "s67", "launch": "s73", "active": "c05"}  # the ask that the preview shows at each stage
QUESTIONS = {"up-to": "first question", "what-are": "second question", "in-it": "third question", "next": "last question"}
ASKED = {"workforce": "c06", "economic": "c07", "educators": "c08", "community": "c09"}

PLAIN = {  # what a form says of an answer, where a file's message speaks of keys
    "one": "One answer is missing or needs a change:",
    "several": "These answers are missing or need a change:",
    "missing": "Please fill this in.",
    "industry": "Please name the industry. It may wait only while you plan.",
    "time-date": "Please choose the date, too, or leave the time out.",
    "time-zone": "Please choose the time zone, too.",
    "time-skipped": "Clocks skip this hour on that day. Is the time or the date right?",
    "owner": "This is the name of the toolkit’s makers. Please use a name of your own.",
    "lines": "Please write this on one line.",
}


def own_form(*, site: Site, points: Iterable[Point], logo: Callable[[], str]) -> Markup:
    """Return the form and, beside it, its preview. Without scripts a sentence says what else there is."""
    asks = Region.model_fields["partner_ask"]
    sections = {
        "Your region": [field("region"), _stages(), field("industry")],
        "Who asks": [field("speaker_role"), field("convener")],
        "Your meetings": [field(key) for key in MEETINGS.values()],
        "What you ask of a partner": [
            component("form-help", help=f"As it follows “Will you …?” Example: {next(iter(asks.examples or ()))}"),
            *(one(f"partner_ask.{key}", asks, "words", label=f"{who.label}: Will you …?") for key, who in AUDIENCES.items()),
        ],
    }
    sections["Your own words"] = [component("form-points", points=_spoken(points := list(points)))]
    preview = _preview({point.id: point for point in points}, logo())
    return alone(
        component(
            "form",
            repository=site.repository or "",
            sections=sections,
            plain=PLAIN,
            more=[field(key) for key in MORE],
            of_file=[field(key) for key in OF_FILE],
            preview=preview,
        )
    )


def _spoken(points: Iterable[Point]) -> list[tuple[str, str]]:
    """Return the points that a region may say its own way, each with where it stands."""
    specs = point_specs()
    spoken = [point for point in points if point.id in specs and specs[point.id].say and not is_share(specs[point.id])]
    return [(point.id, _place(specs[point.id])) for point in sorted(spoken, key=lambda point: list(specs).index(point.id))]


def _place(spec: PointSpec) -> str:
    """Return to which question a point belongs, and for whom it is, if not for everybody."""
    whom = [AUDIENCES[key].label.lower() for key in spec.audiences] if len(spec.audiences) == 1 else []
    return ", ".join([QUESTIONS[spec.section], *whom])


def own_open() -> Markup:
    """Return the ways to open a region file in the form: a choice of files, and a field to paste its text into."""
    return alone(component("form-open"))


def own_share() -> Markup:
    """Return the button that makes a link of the form's values."""
    return alone(component("form-share"))


def own_file(*, site: Site) -> Markup:
    """Return the buttons that make a region file of the form's values, and the way to this copy's repository where it is known."""
    return alone(component("form-file", repository=site.repository))


def _stages() -> Markup:
    info = Region.model_fields["stage"]
    stages = [{"key": key, "label": stage.label, "meaning": MEANING[key]} for key, stage in STAGES.items()]
    return component("form-stages", title=info.title, help=info.description, stages=stages)


def _preview(points: dict[str, Point], logo: str) -> Markup:
    """The head of a sheet and a few lines, their values marked as on any page."""
    first = next(iter(STAGES))
    asks = [
        {"stage": stage, "line": line_to_say(points[SHOWN[stage]], stage, stage), "when": when_lines(MEETINGS[stage], stage), "hidden": stage != first}
        for stage in STAGES
    ]
    return component(
        "form-preview", stage=STAGES[first].label, region=marked("region", capital=True), industry=marked("industry"),
        points=[full_point(points[key]) for key in ("s10", "s11")], asks=asks,
        jobs={f"partner_ask.{key}": line_to_say(points[point]) for key, point in ASKED.items()}, origin=origin_line("toolkit", logo=logo),
    )  # fmt: skip
