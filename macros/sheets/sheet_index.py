"""The choice of a sheet: for each audience the one for now, with a small picture; the other stages behind it."""

from macros.sheets.sheet_tools import LEAVE, describe, file_links
from macros.points.tabs import stage_label
from playbook.model.audience import AUDIENCES
from playbook.model.edition import Edition
from playbook.content.sheet_plan import Sheet
from playbook.model.stage import STAGES


def sheet_index(*, edition: Edition) -> str:
    """Return all sheets of an edition, two taps away at most, and the files that hold them all."""
    picks = "".join(_pick(audience, edition) for audience in AUDIENCES)
    return (
        f'\n<div class="picks">\n{picks}</div>\n<ul class="picks-all">\n'
        '<li class="tool-file"><a href="all-sheets.zip" download>All sheets in one file</a> (PDF and Word, zipped)</li>\n'
        '<li class="tool-file"><a href="../support-team-playbook.pdf" download>The whole book as PDF</a></li>\n</ul>\n'
    )


def _pick(audience: str, edition: Edition) -> str:
    """One audience: the sheet to say for now, the one to leave, the other stages."""
    now = edition.stage
    name = AUDIENCES[audience].label
    say, leave = Sheet(audience, now), Sheet(audience, now, leave=True)
    others = "".join(_stage(audience, stage, edition) for stage in STAGES)
    return (
        f'<section class="pick" data-block="sheet-choice" data-audience="{audience}" aria-label="{name}">\n'
        f'<h2><a class="pick-say" href="{audience}.html">{_picture()}<span class="pick-words"><span class="pick-who">{name}</span> '
        f'<span class="pick-what">What to say</span> <span class="pick-stage">{stage_label(now, edition.region)}</span></span></a></h2>\n'
        f'<div class="tools-row">\n{file_links(say)}</div>\n'
        f'<p class="pick-leave"><a href="{leave.stem}.html">{_picture(leave=True)}{LEAVE}</a></p>\n'
        f'<div class="tools-row">\n{file_links(leave)}</div>\n'
        f'<details>\n<summary>Other stages<span class="aside-name">: {name.lower()}</span></summary>\n{others}</details>\n</section>\n'
    )


def _stage(audience: str, stage: str, edition: Edition) -> str:
    links = "".join(
        f'<li><a href="{sheet.stem}.html" aria-label="{name}: {describe(sheet)}">{name}</a></li>'
        for sheet, name in ((Sheet(audience, stage), "To say"), (Sheet(audience, stage, leave=True), "To leave"))
    )
    hidden = " hidden" if stage == edition.stage else ""
    return f'<div data-other-stage="{stage}"{hidden}>\n<h3>{stage_label(stage, edition.region)}</h3>\n<ul>{links}</ul>\n</div>\n'


def _picture(leave: bool = False) -> str:
    """A sheet in small: the talk at the left, the ask, the notes and whom to call at the right."""
    lines = (37, 41, 52, 56, 60, 80, 84, 88, 92) if not leave else (28, 31, 34, 37, 40, 50, 53, 56, 59, 62, 65)
    talk = "".join(f'<rect class="mini-line" x="8" y="{y}" width="{42 - y % 3 * 5}" height="1.6"/>' for y in lines)
    heads = "".join(f'<rect class="mini-head" x="8" y="{y}" width="24" height="2.4"/>' for y in ((32, 47, 75) if not leave else (23, 45)))
    top = 64 if not leave else 72
    bars = "".join(f'<rect class="mini-head" x="11" y="{top + 2.4 + 3 * row}" width="{24 - 8 * row}" height="1.6"/>' for row in (0, 1))
    notes = "" if leave else "".join(f'<rect class="mini-rule" x="57" y="{y}" width="20" height="0.6"/>' for y in range(56, 86, 5))
    return (
        '<svg class="mini" aria-hidden="true" focusable="false" viewBox="0 0 85 110">'
        '<rect class="mini-page" x="0.75" y="0.75" width="83.5" height="108.5" rx="2"/>'
        '<rect class="mini-head" x="8" y="7" width="15" height="4" rx="1"/><rect class="mini-rule" x="25" y="7" width="15" height="4" rx="1"/>'
        f'<rect class="mini-title" x="8" y="15" width="{44 if not leave else 62}" height="5"/>{heads}{talk}'
        f'<rect class="mini-box" x="8" y="{top}" width="43" height="9"/>{bars}'
        '<rect class="mini-head" x="56" y="30" width="1.2" height="20"/><rect class="mini-line" x="59" y="31" width="17" height="2"/>'
        '<rect class="mini-line" x="59" y="36" width="18" height="1.6"/><rect class="mini-line" x="59" y="40" width="14" height="1.6"/>'
        f'<rect class="mini-line" x="59" y="44" width="17" height="1.6"/>{notes}'
        f'<rect class="mini-box" x="56" y="{88 if not leave else 55}" width="21" height="9"/>'
        '<rect class="mini-rule" x="8" y="102" width="69" height="1.2"/></svg>'
    )
