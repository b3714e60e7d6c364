"""What stands over a sheet on screen: PDF, Word, print, e-mail, and the way to its neighbours."""

from macros.points.tabs import stage_label
from playbook.model.audience import AUDIENCES
from playbook.model.edition import Edition
from playbook.content.sheet_plan import Sheet
from playbook.model.stage import STAGES

SAY, LEAVE = "To say", "To leave with them"


def sheet_tools(audience: str, stage: str = "", leave: bool = False, *, edition: Edition) -> str:
    """Return the group of buttons and links over a sheet, and its neighbours."""
    sheet = Sheet(audience, stage or edition.stage, leave)
    return (
        '\n<div class="tools sheet-tools">\n'
        '<div class="tools-row" role="group" aria-label="Take this sheet along">\n'
        f"{file_links(sheet)}"
        '<button type="button" class="tool tool-print" data-print="all">Print</button>\n'
        '<button type="button" class="tool tool-email">Copy as e-mail</button>\n'
        f"</div>\n{_neighbours(sheet, edition)}"
        '<p class="tools-said" role="status"></p>\n</div>\n'
    )


def file_links(sheet: Sheet) -> str:
    """Return the links to a sheet's PDF and Word file, which the build makes after the pages."""
    of = f'<span class="aside-name">: {describe(sheet)}</span>'
    return (
        f'<a class="tool tool-file tool-pdf" href="{sheet.stem}.pdf" download>PDF{of}</a>\n'
        f'<a class="tool tool-file tool-word" href="{sheet.stem}.docx" download>Word{of}</a>\n'
    )


def describe(sheet: Sheet) -> str:
    """Return a sheet's name in words, for those who hear a link without its surroundings."""
    kind = LEAVE if sheet.leave else SAY
    return f"{AUDIENCES[sheet.audience].label}, {STAGES[sheet.stage].label.lower()}, {kind.lower()}"


def _neighbours(sheet: Sheet, edition: Edition) -> str:
    """The same audience's other stages, and the sheet's counterpart."""
    others = "".join(_neighbour(Sheet(sheet.audience, stage, sheet.leave), sheet, stage_label(stage, edition.region)) for stage in STAGES)
    kinds = "".join(_neighbour(Sheet(sheet.audience, sheet.stage, leave), sheet, name) for leave, name in ((False, SAY), (True, LEAVE)))
    return (
        '<details class="sheet-others">\n<summary>Other stages · to say or to leave</summary>\n'
        f'<nav aria-label="Sheets for {AUDIENCES[sheet.audience].label.lower()}">\n<ul>{others}</ul>\n<ul>{kinds}</ul>\n'
        '<p><a href="index.html">All sheets</a></p>\n</nav>\n</details>\n'
    )


def _neighbour(to: Sheet, here: Sheet, name: str) -> str:
    current = ' aria-current="true"' if to == here else ""
    return f'<li><a href="{to.stem}.html"{current}>{name}</a></li>'
