"""What is for a stage: the edition's own comes first, and its tab is open."""

from lxml.html import HtmlElement

from playbook.model.stage import NOW, STAGES
from playbook.render.localization import Localization
from playbook.render.tree_edit import reorder

NOW_ANCHOR = "--now"  # as the Markdown extension ends the id of a tab whose label ends in " · now"


def fill_stage_tabs(element: HtmlElement, values: Localization, _: str) -> None:
    """Tabs of the stages: the edition's own comes first, is open, and says that it is now. Where it is not among them, they stay in order."""
    inputs = element.xpath("./input")
    labels, panels = (element.xpath(f'./div[@class="{name}"]/*') for name in ("tabbed-labels", "tabbed-content"))
    stages = [label.get("data-stage") for label in labels]
    if values.stage not in stages:
        return
    own = stages.index(values.stage)
    labels[own].text = STAGES[values.stage].label + NOW
    new = f"{inputs[own].get('id')}{NOW_ANCHOR}"
    labels[own].set("for", new)
    inputs[own].set("id", new)
    for one in inputs:
        one.attrib.pop("checked", None)
    inputs[own].set("checked", "checked")
    order = [own, *(number for number in range(len(stages)) if number != own)]
    for group in (inputs, labels, panels):
        reorder(group, order)


def fill_stage_order(element: HtmlElement, values: Localization, _: str) -> None:
    """Neighbors of which each is for a stage: the edition's own comes first, the others stay in order."""
    entries = [entry for entry in element if entry.get("data-stage")]
    stages = [entry.get("data-stage") for entry in entries]
    if values.stage not in stages:
        return
    own = stages.index(values.stage)
    reorder(entries, [own, *(number for number in range(len(entries)) if number != own)])
