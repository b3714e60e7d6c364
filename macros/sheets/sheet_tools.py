"""What stands over a sheet on screen: PDF, Word, print, e-mail, and the way to its neighbours."""

from markupsafe import Markup

from macros.points.tabs import stage_label
from macros.values.components import alone, component
from playbook.content.sheet_plan import Sheet
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES

SAY, HANDOUT = "To say", "The handout"


def sheet_tools(audience: str, stage: str = "", handout: bool = False) -> Markup:
    """Return the group of buttons and links over a sheet, its counterpart (the handout, or the sheet to say) among them, and the same audience's other stages."""
    here = Sheet(audience, stage or next(iter(STAGES)), handout)
    stages = [_neighbour(Sheet(audience, other, handout), here, stage_label(other)) for other in STAGES]
    counterpart = _neighbour(Sheet(audience, here.stage, not handout), here, SAY if handout else HANDOUT)
    return alone(component("sheet-tools", files=file_links(here), handout=handout, audience=AUDIENCES[audience].label, counterpart=counterpart, stages=stages))


def file_links(sheet: Sheet) -> Markup:
    """Return the links to a sheet's PDF and Word file, which the build makes after the pages."""
    return component("file-links", file=sheet.stem, about=describe(sheet))


def describe(sheet: Sheet) -> str:
    """Return a sheet's name in words, for those who hear a link without its surroundings."""
    kind = HANDOUT if sheet.handout else SAY
    return f"{AUDIENCES[sheet.audience].label}, {STAGES[sheet.stage].label.lower()}, {kind.lower()}"


def _neighbour(to: Sheet, here: Sheet, name: str) -> dict[str, object]:
    return {"page": to.stem, "name": name, "is_here": to == here}
