"""The tool's figures as a chart, drawn from the points' own words."""

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

from macros.values.components import alone, component
from playbook.content.point_spec import point_specs
from playbook.content.point_text import Point

SHARE = re.compile(r"(?P<share>\d{1,3})% of partnerships\s+(?P<what>.+)", re.DOTALL)
NOTE = "Shares of partnerships in Colorado, as stated in the toolkit, undated."


def shares_chart(*, points: Iterable[Point], credit: Callable[[], str]) -> Markup:
    """Return the shares S36-S41 as bars in two labelled groups, with their numbers as text; never counts. `credit`: says whose they are, where the page does not."""
    groups: dict[str, list[Point]] = {}
    for point in points:
        group = point_specs()[point.id].group if point.id in point_specs() else ""
        if group.startswith("results"):
            groups.setdefault(group.capitalize(), []).append(point)
    return alone(_chart(groups, credit()))


def two_shares(points: list[Point]) -> Markup:
    """Return the figures of a sheet as one small chart."""
    return _chart({"Seen in other partnerships": points})


def _chart(groups: dict[str, list[Point]], credit: str = "") -> Markup:
    rows = {caption: list(_rows(points)) for caption, points in groups.items()}
    return component("shares-chart", groups={caption: found for caption, found in rows.items() if found}, note=NOTE, credit=credit)


def _rows(points: Iterable[Point]) -> Iterable[tuple[str, int, str]]:
    """Yield what partnerships did or have, in words that go on from “Partnerships that …”, their share, and the point's id."""
    for point in points:
        if found := SHARE.search(f"{point.opening} {point.detail}"):
            what = found["what"].split(".")[0].strip("* ")
            yield what, int(found["share"]), point.id
