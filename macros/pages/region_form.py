"""The form for a reader's own version, made from the model of region files, and the lines that show at once how it reads."""

from collections.abc import Callable

from macros.values.region_values import marked, marked_first
from macros.pages.form_field import field, one
from macros.values.conditional import given
from macros.values.escape import escape_text
from macros.sheets.meeting import when_lines
from macros.points.origin import origin_line
from macros.points.point_html import line_to_say, full_point
from macros.values.stage_variants import staged
from playbook.model.audience import AUDIENCES
from playbook.content.point_text import Point
from playbook.model.region import Region
from playbook.content.sheet_plan import MEETINGS
from playbook.model.site_config import Site
from playbook.model.stage import STAGES

MEANING = {"planning": "There is no date for the launch yet.", "launch": "The launch has a date.", "active": "The partnership is under way."}
MORE = ("partnership", "program", "state", "region_long", "priorities", "results")
SHOWN = {"planning": "s67", "launch": "s73", "active": "c05"}  # the ask that the preview shows at each stage

ASKED = {"workforce": "c06", "economic": "c07", "educators": "c08", "community": "c09"}


def own_form(*, site: Site, points: list[Point], logo: Callable[[], str]) -> str:
    """Return the form and, beside it, its preview. Without scripts a sentence says what else there is."""
    asks = Region.model_fields["partner_ask"]
    each = "".join(one(f"partner_ask.{key}", asks, "words", label=f"{who.label}: Will you …?") for key, who in AUDIENCES.items())
    parts = (
        _section("Your region", field("region") + _stages() + field("industry"))
        + _section("Who asks", field("speaker_role") + field("convener"))
        + _section("Your meetings", "".join(field(key) for key in MEETINGS.values()))
        + _section("What you ask of a partner", f'<p class="form-help">As it follows “Will you …?” Example: {asks.examples[0]}</p>\n{each}')
        + f'<details class="form-fold form-more">\n<summary>More: names, priorities, results</summary>\n{"".join(field(key) for key in MORE)}</details>\n'
    )
    return (
        '\n<p class="form-without without-scripts">This form needs JavaScript, which is off in this browser or did not arrive. '
        "You can write your values by hand on a printed sheet, or make an edition of your own.</p>\n"
        f'<div class="form-page">\n<form class="own-form" novalidate data-repository="{escape_text(site.repository or "")}">\n'
        '<div class="form-wrong" role="alert" tabindex="-1"></div>\n'
        f'{parts}<div class="form-do">\n<button type="submit" class="tool tool-main">Save on this device</button>\n'
        '<p class="form-said" role="status"></p>\n</div>\n</form>\n'
        f"{_preview({point.id: point for point in points}, logo())}</div>\n"
    )


def own_share() -> str:
    """Return the button that makes a link of the form's values."""
    return (
        '\n<div class="tools form-share">\n<button type="button" class="tool form-link">Copy a link to this version</button>\n'
        '<p class="tools-said" role="status"></p>\n</div>\n'
    )


def own_file(*, site: Site) -> str:
    """Return the buttons that make a region file of the form's values, and the way to this copy's repository where it is known."""
    place = (
        '<button type="button" class="tool form-repository">Open it as a new file on the web</button>\n'
        if site.repository
        else '<p class="form-help">This site does not say where its project is kept, so the file cannot be opened there. '
        "Send it to the person who looks after this site.</p>\n"
    )
    return (
        '\n<div class="tools form-file">\n<button type="button" class="tool form-download">Download my region file</button>\n'
        f'{place}<p class="tools-said" role="status"></p>\n</div>\n'
    )


def _section(title: str, body: str) -> str:
    return f'<fieldset class="form-part">\n<legend>{title}</legend>\n{body}</fieldset>\n'


def _stages() -> str:
    options = "".join(
        f'<label class="form-choice"><input type="radio" name="stage" value="{key}"><span><strong>{stage.label}</strong> {MEANING[key]}</span></label>\n'
        for key, stage in STAGES.items()
    )
    info = Region.model_fields["stage"]
    return (
        f'<div class="form-field" role="radiogroup" aria-labelledby="f-stage" aria-describedby="f-stage-error">\n'
        f'<div class="form-label" id="f-stage">{info.title}: {escape_text(info.description)} <span class="form-needed">needed</span></div>\n'
        f'<div class="form-choices">\n{options}</div>\n<div class="form-error" id="f-stage-error" hidden></div>\n</div>\n'
    )


def _preview(points: dict[str, Point], logo: str) -> str:
    """The head of a sheet and a few lines, their values marked as on any page."""
    first, *_ = STAGES
    asked = "".join(f'<p{given(None, f"partner_ask.{key}")}>{line_to_say(points[point], None, None)}</p>\n' for key, point in ASKED.items())

    def when(stage: str) -> str:
        return (
            f'<div data-when-stage="{stage}"{"" if stage == first else " hidden"}>\n<p>{line_to_say(points[SHOWN[stage]], None, stage)}</p>\n'
            f'<p class="form-when">{when_lines(MEETINGS[stage], region=None, at=stage)}</p>\n</div>\n'
        )

    return (
        '<section class="form-preview" aria-label="How it reads" data-search-exclude>\n<p class="form-preview-title">How it reads</p>\n'
        f'<div class="form-paper" data-audience="educators">\n<p class="sheet-tags"><span class="tag tag-stage">{STAGES[first].label}</span></p>\n'
        f'<p class="form-paper-head">{marked_first(None, "region")} · {marked(None, "industry")}</p>\n'
        f"<p>{full_point(points['s10'], None, None, staged)}</p>\n<p>{full_point(points['s11'], None, None, staged)}</p>\n"
        f'<p class="form-paper-ask">The ask</p>\n{"".join(when(stage) for stage in STAGES)}{asked}'
        f'<div class="sheet-call" data-block="contact">\n<p class="form-paper-ask">Call or write</p>\n</div>\n</div>\n{origin_line("toolkit", None, logo=logo)}</section>\n'
    )
