"""A new region file, valid and commented, from a few answers."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from playbook.cli.json_schema import COMMON_MODELINE, FOLDER_MODELINE, MODELINE
from playbook.content import attribution
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.messages import complaint
from playbook.files.validation import problems_of
from playbook.files.yaml_file import YamlFile, YamlValue
from playbook.model.folder.read_region import RegionReader
from playbook.model.folder.region_files import COMMON_FILE, ROOTS, region_files
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region
from playbook.model.region_file import EXAMPLES_FOLDER, REGIONS_FOLDER, SLUG, SLUG_RULE, load_region, slug_message

LINES = (  # of a new file, each with the key that it is about; what the folder gives is left out
    ("", "# {region_plain}: what this edition says differently. Every key is explained in regions/README.md."),
    ("", "{common_line}"),
    ("", 'region: {region}                 # as said in a sentence: "in Pine Valley"'),
    ("region_long", "# region_long:                   # the long name, where there is room"),
    ("state", "# state: Oregon"),
    ("industry", "{industry_line}"),
    ("partnership", "# partnership:                   # its own name, if it has one"),
    ("program", "# program: Next Gen Sector Partnership   # or what your state calls this approach"),
    ("stage", "stage: {stage}                   # planning (no launch date yet) | launch (launch date set) | active"),
    ("speaker_role", '# speaker_role: workforce developers     # who speaks: "As …, we talk with businesses every day"'),
    ("convener", "{convener_lines}"),
    *((key, f"# {key}: {{{kind.example}}}") for key, kind in MEETINGS.items()),
    ("partner_ask", '# partner_ask: {{educators: "join the training task team"}}'),
    ("priorities", "# priorities: [cold storage]     # examples from your own businesses"),
    ("support_team", "# support_team: [{{sector: k12, status: open}}]   # the seats of your support team; regions/README.md lists what each may say"),
    ("", "updated: {today}"),
)
COMMON_TEMPLATE = (
    COMMON_MODELINE
    + """\
# What all region files of this folder begin with: take away the # before a line and write your own. A region's file may say otherwise.
# state: Oregon
# program: Oregon sector partnership       # what your state calls this approach
# speaker_role: workforce developers       # who speaks: "As …, we talk with businesses every day"
# convener:
#   - name: …                              # who calls the meetings and answers the telephone
#     email: hello@…
# logo: {file: logo.png, alt: …}           # the picture lies in this folder
"""
)


@dataclass(frozen=True)
class Answers:
    """What was answered; industry and convener may be empty, and all but the region where the folder gives them."""

    region: str
    stage: str = ""
    industry: str = ""
    convener: str = ""
    folder: str = ""


def slug_problem(project: Path, slug: str) -> Problem | None:
    """Return why no region file can be written under this slug."""
    *folders, name = [part for part in re.split(r"[/\\]", slug.removesuffix(".yml")) if part] or [slug]
    folder = next((one for one in reversed(folders) if one != REGIONS_FOLDER), "")
    if folders and not slug_message(name) and not folder_message(folder):
        return Problem(slug, f"is the way to a file; write {name} alone" + (f", and its folder with --folder {folder}" if folder else ""))
    if message := slug_message(slug):
        return Problem(f"{REGIONS_FOLDER}/{slug}.yml", f'"{slug}" {message}')
    taken = next((file.name for file in region_files(project) if file.slug == slug), "")
    if taken.startswith(f"{EXAMPLES_FOLDER}/"):  # both would stand at one address
        return Problem(taken, "exists already, as an example; choose another slug")
    return Problem(taken, "exists already; open it, or choose another slug") if taken else None


def folder_message(folder: str) -> str:
    """Return why a folder of region files may not be called so; empty where it may, or where there is none."""
    if not folder or (SLUG.fullmatch(folder) and folder not in ROOTS and not slug_message(folder)):
        return ""
    return f'"{folder}" is no name for a folder; {SLUG_RULE}'


def given_by_folder(project: Path, folder: str) -> Mapping[str, YamlValue]:
    """Return what the folder's `_all.yml` gives; nothing without a folder."""
    return RegionReader(project).common(f"{REGIONS_FOLDER}/{folder}/{COMMON_FILE}")[0].data if folder else {}


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
    """Write regions/<slug>.yml, or regions/<folder>/<slug>.yml; return what was written and the owners' request. ProblemsFound if it exists or would not be valid."""
    place = project / REGIONS_FOLDER / answers.folder
    if problem := slug_problem(project, slug):
        raise ProblemsFound([problem])
    files = {place / f"{slug}.yml": _text(project, answers, today)}
    if answers.folder and not place.exists():
        files[place / COMMON_FILE] = COMMON_TEMPLATE
    place.mkdir(exist_ok=True, parents=True)
    for path, text in files.items():
        path.write_text(text, "utf-8")
    _, problems = load_region(place / f"{slug}.yml", today, RegionReader(project))
    if problems:
        for path in files:
            path.unlink()
        if len(files) > 1:
            place.rmdir()
        raise ProblemsFound(problems)
    return " and ".join(path.relative_to(project).as_posix() for path in files), attribution.request("toolkit")


def _text(project: Path, answers: Answers, today: date) -> str:
    """Return the text of a new file."""
    base = given_by_folder(project, answers.folder)
    own = {key for key in ("stage", "industry", "convener") if getattr(answers, key)}
    industry_line = f"industry: {scalar(answers.industry)}" if answers.industry else "# industry: food and beverage manufacturing   # a whole noun phrase"
    convener_lines = (
        f"convener:\n  - name: {scalar(answers.convener)}\n    # url: https://…\n    # email: hello@…\n    # phone: \"555-0100\""
        if answers.convener
        else "# convener:\n#   - name: …               # who calls the meetings and answers the telephone"
    )  # fmt: skip
    given = f"# It begins with {REGIONS_FOLDER}/{answers.folder}/{COMMON_FILE}, which gives {', '.join(base)}. A key here counts instead; convener+ adds to the list there."
    lines = [
        line.format(
            region=scalar(answers.region), region_plain=" ".join(answers.region.split()), stage=scalar(answers.stage), industry_line=industry_line,
            convener_lines=convener_lines, today=today.isoformat(), common_line=given if base else "",
        )
        for key, line in LINES
        if key not in base or key in own
    ]  # fmt: skip
    return (FOLDER_MODELINE if answers.folder else MODELINE) + "\n".join(line for line in lines if line) + "\n"


def scalar(value: str) -> str:
    """Return a text as a YAML scalar: bare where it cannot be misread, else in quotes (a JSON string is one)."""
    bare = (
        value.replace(" ", "").replace("-", "").isalnum() and value[:1].isalpha() and value.lower() not in ("null", "true", "false", "yes", "no", "on", "off")
    )
    return value if bare and value == value.strip() else json.dumps(value, ensure_ascii=False)
