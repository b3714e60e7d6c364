"""The tool's figures as a chart, drawn from the points' own words."""

import re

from playbook.content.point_spec import point_specs
from playbook.content.point_text import Point

SHARE = re.compile(r"(?P<share>\d{1,3})% of partnerships\s+(?P<what>.+)", re.DOTALL)


NOTE = "Shares of partnerships in Colorado, as stated in the toolkit, undated"


def shares_chart(*, points: list[Point]) -> str:
    """Return the shares S36-S41 as bars in two labelled groups, with their numbers as text; never counts."""
    groups: dict[str, list[str]] = {}
    for point in points:
        group = point_specs()[point.id].group if point.id in point_specs() else ""
        if group.startswith("results") and (row := _row(point)):
            groups.setdefault(group, []).append(row)
    return _figure(f"{NOTE}.", "".join(_table(group.capitalize(), rows) for group, rows in groups.items()))


def two_shares(*, points: list[Point]) -> str:
    """Return the figures of a sheet as one small chart."""
    return _figure(f"{NOTE}.", _table("Seen in other partnerships", [_row(point) for point in points]))


def _figure(note: str, tables: str) -> str:
    return f'\n<figure class="shares">\n{tables}<figcaption>{note}</figcaption>\n</figure>\n'


def _table(caption: str, rows: list[str]) -> str:
    head = '<thead><tr><th scope="col">What the partnerships report</th><th scope="col">Share of partnerships</th></tr></thead>'
    return f"<table>\n<caption>{caption}</caption>\n{head}\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"


def _row(point: Point) -> str:
    found = SHARE.search(f"{point.opening} {point.detail}")
    if not found:
        return ""
    share, what = int(found["share"]), found["what"].split(".")[0].strip("* ")
    bar = (
        '<svg class="bar" aria-hidden="true" focusable="false" viewBox="0 0 100 8" preserveAspectRatio="none">'
        f'<rect class="bar-whole" width="100" height="8"/><rect class="bar-share" width="{share}" height="8"/></svg>'
    )
    return f'<tr><th scope="row">{what[0].upper()}{what[1:]}</th><td><span class="share">{share}%</span>{bar}</td></tr>\n'
