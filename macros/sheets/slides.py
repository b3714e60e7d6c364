"""Slides: what a page says of each of them; the build makes PowerPoint files of it (playbook/paper/slides/)."""

from markupsafe import Markup

from macros.points.tabs import stage_label
from macros.sheets.diagram import partnership_diagram
from macros.values.arguments import require_known
from macros.values.components import alone, component
from playbook.content.worksheets import SLIDE_LAYOUTS, deck_file
from playbook.model.stage import STAGES


def slide(minutes: int, layout: str = "points") -> str:
    """Return the line under a heading that makes a slide of it and of what stands below: how many minutes it is shown, and in which layout."""
    require_known("layout", layout, SLIDE_LAYOUTS)
    count = int(minutes)
    return f"\n{count} {'minute' if count == 1 else 'minutes'}\n{{ .said-time data-slide={layout} data-minutes={count} }}\n\n"


def slides_diagram() -> Markup:
    """Return the diagram of a partnership, no field of partners standing out."""
    return alone(partnership_diagram(""))


def slide_files(here: str = "") -> Markup:
    """Return the links to the slides of each stage, which the build makes after the pages. `here`: the way to their folder, as `../team/`."""
    return alone(component("slide-files", here=here, files={stage: (deck_file(stage), stage_label(stage)) for stage in STAGES}))
