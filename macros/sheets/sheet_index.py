"""The choice of a sheet: for each audience the one for now, with a small picture; the other stages behind it."""

from markupsafe import Markup

from macros.points.tabs import stage_label
from macros.sheets.sheet_tools import HANDOUT, describe, file_links
from macros.values.components import alone, component
from playbook.content.sheet_plan import Sheet
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES


def sheet_index() -> Markup:
    """Return all sheets of an edition, two taps away at most, and the files that hold them all."""
    return alone(component("sheet-index", picks=[_pick(audience) for audience in AUDIENCES]))


def _pick(audience: str) -> dict[str, object]:
    """One audience: the sheet to say for now, the handout, the other stages."""
    now = next(iter(STAGES))
    say, handout = Sheet(audience, now), Sheet(audience, now, handout=True)
    return {
        "audience": audience,
        "name": AUDIENCES[audience].label,
        "stage": stage_label(now),
        "say_files": file_links(say),
        "handout": handout.stem,
        "handout_name": HANDOUT,
        "handout_files": file_links(handout),
        "stages": [_stage(audience, stage, hidden=stage == now) for stage in STAGES],
    }


def _stage(audience: str, stage: str, hidden: bool) -> dict[str, object]:
    sheets = {"To say": Sheet(audience, stage), "Handout": Sheet(audience, stage, handout=True)}
    links = [{"page": sheet.stem, "name": name, "about": describe(sheet)} for name, sheet in sheets.items()]
    return {"key": stage, "label": stage_label(stage), "hidden": hidden, "links": links}
