"""The sheet that a reader puts together: every point that is said aloud waits in its page until it is picked."""

from collections.abc import Iterable

from markupsafe import Markup

from macros.points.origin import origin_line
from macros.points.point_html import full_point, line_to_say
from macros.values.components import alone, component
from macros.values.region_values import edition_line
from playbook.content.point_spec import PointSpec, point_specs
from playbook.content.point_text import Point
from playbook.content.reading_time import PACE
from playbook.content.sheet_plan import SECTIONS, is_share
from playbook.render.components.blocks import contact


def my_sheet(*, points: Iterable[Point]) -> Markup:
    """Return the sheet, empty, its tools, and all points. Without scripts the points stand there in the tool's order."""
    said = {point.id: point for point in points}
    spoken = [spec for spec in point_specs().values() if spec.id in said and said[spec.id].opening]
    sections = {title: (said[title].detail, [_item(spec, said[spec.id]) for spec in spoken if spec.section == key]) for key, title in SECTIONS.items()}
    return alone(component("my-sheet", pace=PACE, edition=edition_line(), contact=contact(None), sections=sections))


def _item(spec: PointSpec, point: Point) -> dict[str, object]:
    """One point, its words marked as on its own page; a point of our own, and a figure, says so."""
    instructed = spec.kind == "ask" and spec.origin != "toolkit"  # what follows our own asks is for the reader
    return {
        "id": spec.id,
        "page": spec.page,
        "words": (line_to_say if instructed else full_point)(point),
        "is_figure": is_share(spec),
        "origin": origin_line(spec.origin) if spec.origin != "toolkit" else "",
    }
