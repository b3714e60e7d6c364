"""The sheet that a reader puts together: every point that is said aloud waits in its page until it is picked."""

from macros.values.region_values import edition_line
from macros.points.origin import origin_line
from macros.points.point_html import line_to_say, full_point
from macros.values.stage_variants import staged
from playbook.content.point_spec import PointSpec, point_specs
from playbook.model.edition import Edition
from playbook.content.point_text import Point
from playbook.content.sheet_plan import SECTIONS, is_share
from playbook.content.reading_time import PACE


def my_sheet(*, edition: Edition, points: list[Point]) -> str:
    """Return the sheet, empty, its tools, and all points. Without scripts the points stand there in the tool's order."""
    said = {point.id: point for point in points}
    spoken = [duty for duty in point_specs().values() if duty.id in said and said[duty.id].opening]
    return (
        f'\n<div class="my-sheet" data-pace="{PACE}">\n{_tools()}'
        '<div class="sheet my-paper">\n<div class="sheet-side" role="region" aria-label="My sheet">\n'
        f'{edition_line(edition.region)}<h1>My sheet</h1>\n<p class="my-time"></p>\n<p class="my-none">Nothing is on your sheet yet. Open <a href="talking-points/index.html">what to say</a> '
        "and tap “My sheet” at the points you want.</p>\n"
        '<ol class="my-points"></ol>\n</div>\n</div>\n'
        '<div class="my-store without-scripts" data-search-exclude>\n<p>Ticking points needs JavaScript, which is off in this browser or did not arrive. '
        'Here are all of them: print the page and cross out what you do not need, or take <a href="sheets/index.html">a ready sheet</a>.</p>\n'
        f"{''.join(_section(key, [duty for duty in spoken if duty.section == key], said, edition) for key in SECTIONS)}</div>\n</div>\n"
    )


def _tools() -> str:
    return (
        '<div class="tools sheet-tools my-tools">\n<div class="tools-row" role="group" aria-label="Take this sheet along">\n'
        '<button type="button" class="tool tool-print" data-print="all">Print</button>\n<button type="button" class="tool my-copy">Copy</button>\n'
        '<button type="button" class="tool my-clear">Clear the sheet</button>\n</div>\n<p class="tools-said" role="status"></p>\n</div>\n'
    )


def _section(key: str, chosen: list[PointSpec], said: dict[str, Point], edition: Edition) -> str:
    items = "".join(_item(duty, said[duty.id], edition) for duty in chosen)
    return f"<p><strong>{said[SECTIONS[key]].detail}</strong></p>\n<ul>{items}</ul>\n"


def _item(duty: PointSpec, point: Point, edition: Edition) -> str:
    """One point, its words marked as on its own page; a point of our own, and a figure, says so."""
    instructed = duty.kind == "ask" and duty.origin != "toolkit"  # what follows our own asks is for the reader
    words = (line_to_say if instructed else full_point)(point, edition.region, edition.region.stage if edition.region else None, staged)
    link = f'<a class="point-id" href="{duty.page}.html#{duty.id}">{duty.id.upper()}</a>'
    note = origin_line(duty.origin, edition.region) if duty.origin != "toolkit" else ""
    figure = '<p class="origin-part">As stated in the toolkit, undated; shares of partnerships</p>' if is_share(duty) else ""
    return f'<li data-point="{duty.id}"><span class="my-words">{words}</span> {link}{figure}{note}</li>\n'
