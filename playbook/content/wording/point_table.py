"""What a browser needs to know of each point to take a reader's own words for it."""

from pathlib import Path

from playbook.content import attribution
from playbook.content.attribution import MIXED
from playbook.content.glossary import anchor, glossary
from playbook.content.page import load_pages
from playbook.content.point_spec import PointSpec, point_specs
from playbook.content.point_text import LONGEST_OPENING, Point, read_points
from playbook.content.sheet_plan import is_share
from playbook.content.wording.own_words import ADAPTED, GO_ALONG, KEEP_FIELDS, LOCAL, PARTS, known_figures, part_of, says_term
from playbook.content.wording.point_rules import ON_HANDOUT, QUESTIONS, UNTOUCHED
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES
from playbook.model.wording.brackets import FILLED
from playbook.model.wording.own_figures import MOST_ON_A_SHEET
from playbook.model.wording.point_words import LONGEST_POINT

PROJECT = Path(__file__).parents[3]
AUTHOR = "{author}"  # where a browser puts the conveners' names


def point_table() -> dict[str, dict[str, object]]:
    """Return what each point is, by id; what is the same for most of them is left out."""
    said = {point.id: point for point in read_points(load_pages(PROJECT)[0])}
    return {key: _row(spec, said[key]) for key, spec in point_specs().items() if key in said}


def _row(spec: PointSpec, point: Point) -> dict[str, object]:
    whole = {
        "section": spec.section, "audiences": () if len(spec.audiences) == len(AUDIENCES) else spec.audiences,
        "stages": () if len(spec.stages) == len(STAGES) else spec.stages, "spoken": spec.say, "figure": is_share(spec),
        "tool": spec.origin == "toolkit", "keep": spec.keep, "figures": sorted(known_figures(spec, point)),
        "kept": {part: kept for part in PARTS if (kept := [term for term in spec.keep if says_term(part_of(spec, point, part), term)])},
    }  # fmt: skip
    return {name: value for name, value in whole.items() if value}


def wording_rules() -> dict[str, object]:
    """Return the rest: what may be said of points, and the credits of a page that holds a reader's own."""
    words = {kind: attribution.wording(kind, None).replace(attribution.author("local", None), AUTHOR) for kind in (ADAPTED, LOCAL)}
    return {
        "untouched": UNTOUCHED, "questions": QUESTIONS, "glossary": sorted(map(anchor, glossary())), "onHandout": ON_HANDOUT, "filled": FILLED, "keepFields": KEEP_FIELDS, "goAlong": GO_ALONG, "longestLine": LONGEST_OPENING,
        "longest": LONGEST_POINT, "mostOnSheet": MOST_ON_A_SHEET, "origin": words,
        "line": attribution.line(MIXED, None, "toolkit").replace(attribution.author("local", None), AUTHOR),
        "foot": attribution.foot(MIXED, None, "toolkit").replace(attribution.author("local", None), AUTHOR),
        "localLine": attribution.line("local", None).replace(attribution.author("local", None), AUTHOR),
        "toolLine": attribution.line("toolkit"), "mixed": MIXED,
    }  # fmt: skip
