"""The tool's figures as a chart, drawn from the points' own words."""

import re

from playbook.points import Point, duties

SHARE = re.compile(r"(?P<share>\d{1,3})% of partnerships\s+(?P<what>.+)", re.DOTALL)


def shares_chart(*, points: list[Point]) -> str:
    """Return the shares S36-S41 as bars in two labelled groups, with their numbers as text; never counts."""
    groups: dict[str, list[str]] = {}
    for point in points:
        group = duties()[point.id].group if point.id in duties() else ""
        share = SHARE.search(f"{point.opening} {point.detail}") if group.startswith("results") else None
        if share:
            groups.setdefault(group, []).append(_row(int(share["share"]), share["what"].split(".")[0].strip("* ")))
    tables = "".join(_table(group.capitalize(), rows) for group, rows in groups.items())
    note = "Share of partnerships. As stated in the toolkit, undated; Colorado’s partnerships."
    return f'\n<figure class="shares">\n<figcaption>{note}</figcaption>\n{tables}</figure>\n'


def _table(caption: str, rows: list[str]) -> str:
    head = '<thead><tr><th scope="col">What the partnerships report</th><th scope="col">Share of partnerships</th></tr></thead>'
    return f"<table>\n<caption>{caption}</caption>\n{head}\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"


def _row(share: int, what: str) -> str:
    bar = (
        '<svg class="bar" aria-hidden="true" focusable="false" viewBox="0 0 100 8" preserveAspectRatio="none">'
        f'<rect class="bar-whole" width="100" height="8"/><rect class="bar-share" width="{share}" height="8"/></svg>'
    )
    return f'<tr><th scope="row">{what[0].upper()}{what[1:]}</th><td><span class="share">{share}%</span>{bar}</td></tr>\n'
