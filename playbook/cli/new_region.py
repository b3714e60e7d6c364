"""A new region file, valid and commented, from a few answers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from playbook.cli.json_schema import MODELINE
from playbook.content import attribution
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.messages import complaint
from playbook.files.validation import problems_of
from playbook.files.yaml_file import YamlFile
from playbook.model.region import Region
from playbook.model.region_file import EXAMPLES_FOLDER, REGIONS_FOLDER, load_region, slug_message

TEMPLATE = (
    MODELINE
    + """\
# {region_plain}: what this edition says differently. Every key is explained in regions/README.md.
region: {region}                 # as said in a sentence: "in Pine Valley"
# region_long:                   # the long name, where there is room
# state: Oregon
{industry_line}
# partnership:                   # its own name, if it has one
# program: Next Gen Sector Partnership   # or what your state calls this approach
stage: {stage}                   # planning (no launch date yet) | launch (launch date set) | active
# speaker_role: workforce developers     # who speaks: "As …, we talk with businesses every day"
{convener_lines}
# planning_meeting: {{date: 2027-01-14, time: "09:00", timezone: America/Chicago, place: Main Library}}
# launch_meeting: {{date: 2027-03-04}}
# next_meeting: {{repeats: first Thursday, time: "09:00", length: 90 minutes, timezone: America/Chicago, online: "https://meet.example.org/room"}}
# partner_ask: {{educators: "join the training task team"}}
# priorities: [cold storage]     # examples from your own businesses
updated: {today}
"""
)


@dataclass(frozen=True)
class Answers:
    """What was answered; industry and convener may be empty."""

    region: str
    stage: str
    industry: str
    convener: str


def slug_problem(project: Path, slug: str) -> Problem | None:
    """Return why no region file can be written under this slug."""
    if message := slug_message(slug):
        return Problem(f"{REGIONS_FOLDER}/{slug}.yml", f'"{slug}" {message}')
    if (project / REGIONS_FOLDER / f"{slug}.yml").exists():
        return Problem(f"{REGIONS_FOLDER}/{slug}.yml", "exists already; open it, or choose another slug")
    if (project / EXAMPLES_FOLDER / f"{slug}.yml").exists():  # both would stand at one address
        return Problem(f"{EXAMPLES_FOLDER}/{slug}.yml", "exists already, as an example; choose another slug")
    return None


def answer_message(key: str, answers: Mapping[str, str], today: date) -> str:
    """Return what is wrong with an answer, beside those given before it; empty if nothing is."""
    known = {"region": "x", "stage": "planning", **answers}
    data: dict[str, object] = {**known, "convener": {"name": known["convener"]} if known.get("convener") else None}
    if key == "stage" and not known.get("industry"):
        data["industry"] = "x"  # is asked for next
    try:
        Region.model_validate({name: value for name, value in data.items() if value}, context={"today": today, "example": False})
    except ValidationError as error:
        found = [problem for problem in problems_of(error, Region, YamlFile({}, {}), "") if problem.key.split(".")[0] == key]
        if found:
            return found[0].message
    return "" if known[key] or key in ("industry", "convener") else complaint("empty")


def write_region_file(project: Path, slug: str, answers: Answers, today: date) -> tuple[str, str]:
    """Write regions/<slug>.yml; return its path and the owners' request. ProblemsFound if it exists or would not be valid."""
    name = f"{REGIONS_FOLDER}/{slug}.yml"
    if problem := slug_problem(project, slug):
        raise ProblemsFound([problem])
    path = project / REGIONS_FOLDER / f"{slug}.yml"
    industry_line = f"industry: {_text(answers.industry)}" if answers.industry else "# industry: food and beverage manufacturing   # a whole noun phrase"
    convener_lines = (
        f"convener:\n  - name: {_text(answers.convener)}\n    # url: https://…\n    # email: hello@…\n    # phone: \"555-0100\""
        if answers.convener
        else "# convener:\n#   - name: …               # who calls the meetings and answers the telephone"
    )  # fmt: skip
    text = TEMPLATE.format(
        region=_text(answers.region), region_plain=" ".join(answers.region.split()), stage=_text(answers.stage), industry_line=industry_line,
        convener_lines=convener_lines, today=today.isoformat(),
    )  # fmt: skip
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    _, problems = load_region(path, today)
    if problems:
        path.unlink()
        raise ProblemsFound(problems)
    return name, attribution.request("toolkit")


def _text(value: str) -> str:
    """Return a text as a YAML scalar: bare where it cannot be misread, else in quotes (a JSON string is one)."""
    bare = value.replace(" ", "").replace("-", "").isalnum() and value[:1].isalpha() and value.lower() not in ("null", "true", "false", "yes", "no")
    return value if bare and value == value.strip() else json.dumps(value, ensure_ascii=False)
