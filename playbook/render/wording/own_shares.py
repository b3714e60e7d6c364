"""A region's own results on sheets and in the chart of figures, beside the tool's or in their place."""

from lxml.html import HtmlElement

from playbook.content import attribution
from playbook.model.region import Region
from playbook.model.wording.own_figures import MOST_ON_A_SHEET, Result
from playbook.render.components.blocks import block
from playbook.render.localization import Localization
from playbook.render.tree_edit import drop

TITLE = "Results here"


def fill_shares(element: HtmlElement, values: Localization, _: str) -> None:
    """The chart of figures: the tool's, the region's own, or both, as its file says; a sheet has room for the first three of the region's."""
    region = values.region
    if not region or region.results_on_sheets == "toolkit":
        return
    on_sheet = any("sheet" in (around.get("class") or "").split() for around in element.iterancestors("div"))
    most = MOST_ON_A_SHEET if on_sheet else len(region.results)
    own = values.block(f"shares:{most}", lambda: block("own-shares", title=TITLE, rows=_rows(region, most), origin=attribution.wording("local", region)))
    if region.results_on_sheets == "ours":
        for part in list(element):
            drop(part)
    for number, part in enumerate(own):
        part.tail = "\n"
        element.insert(number, part)


def _rows(region: Region, most: int) -> list[dict[str, object]]:
    return [{"text": result.text, "dated": dated(result), "share": result.share} for result in region.results[:most]]


def dated(result: Result) -> str:
    """Return year and source behind a result, as far as they are given."""
    known = ", ".join(str(part) for part in (result.year, result.source) if part)
    return f" ({known})" if known else ""
