"""Editors complete and check region files as people type: the schema says what the model says."""

import json
import re
from datetime import date

import jsonschema
import pytest
import yaml

from playbook.cli.json_schema import MODELINE, SCHEMA_FILES, text
from playbook.model.region_file import load_region
from playbook.model.site_config import load_site
from tests.model.test_region_files import problems
from tests.support.project import ROOT, TODAY, run

REGION = json.loads((ROOT / "playbook/region.schema.json").read_text("utf-8"))
SITE = json.loads((ROOT / "playbook/site.schema.json").read_text("utf-8"))
EXAMPLES = sorted((ROOT / "examples").glob("*.yml"))


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, and only true and false are truth values."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


def faults(text: str, schema: dict = REGION) -> list[str]:
    """Return what an independent validator finds in a file, as an editor would read it."""
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(yaml.load(text, Editor) or {})]


def test_the_schemas_are_the_models():
    stale = [name for name, make in SCHEMA_FILES.items() if (ROOT / name).read_text("utf-8") != text(make())]
    assert not stale, "run: python -m playbook.cli.region_reference"


def test_the_schemas_are_valid_json_schema():
    for schema in (REGION, SITE):
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["additionalProperties"] is False


def test_a_release_never_asks_an_old_region_file_for_a_new_key():
    assert REGION["required"] == ["region", "stage"] and "required" not in SITE


def test_every_key_has_a_label_and_a_help():
    bare = [
        f"{name}.{key}"
        for name, part in {"": REGION, **REGION["$defs"]}.items()
        for key, field in part["properties"].items()
        if not field.get("title") or not field.get("description")
    ]
    assert not bare


def test_every_example_is_valid_and_tells_editors_its_schema():
    assert {path.name: faults(path.read_text("utf-8")) for path in EXAMPLES} == {path.name: [] for path in EXAMPLES}
    assert not [path.name for path in EXAMPLES if not path.read_text("utf-8").startswith(MODELINE)]
    site = (ROOT / "site.yml").read_text("utf-8")
    assert faults(site, SITE) == [] and site.startswith("# yaml-language-server: $schema=playbook/site.schema.json\n")


def test_a_new_region_file_is_valid_and_tells_editors_its_schema(project):
    done = run(project, "new", "lane", "--region", "No", "--stage", "active", "--industry", "wood, paper & pulp", "--convener", "A: B")
    assert done.returncode == 0, done.stderr
    written = (project / "regions/lane.yml").read_text("utf-8")
    assert written.startswith(MODELINE) and (project / "regions" / MODELINE.split("=")[1].strip()).resolve().is_file()
    assert faults(written) == []


START = "region: A\nstage: planning\n"


@pytest.mark.parametrize(
    "said",
    [
        "", "stage: emerging", "stage: sustaining\nindustry: wood", "convener: {name: B}", "convener: [{name: B}, {name: C, phone: 555-0100}]",
        "partner_ask: one thing", "partner_ask: {educators: one thing}", "industry:", "example: true\nplanning_meeting: {date: +30 days}",
        'planning_meeting: {date: 2027-01-14, time: "9:00", timezone: America/Chicago}', "results: [{text: x, share: 40, year: 2026}]",
        "planning_meeting: {place: Library, revision: 2}", "support_team: [{sector: k12}]", "priorities: [a, b]", "updated: 2026-11-20",
    ],
)  # fmt: skip
def test_what_the_model_takes_the_schema_takes(tmp_path, said):
    keys = {line.split(":")[0] for line in said.splitlines()}
    whole = "".join(line for line in START.splitlines(keepends=True) if line.split(":")[0] not in keys) + said + "\n"
    assert problems(tmp_path, whole) == []
    assert faults(whole) == []


@pytest.mark.parametrize(
    "said",
    [
        "regoin: A", "stage: launched", "stage: launch", "stage: sustaining", "region: ''", "region: ' '", "region: Next-Gen Valley",
        "region: [a]", 'region: "a\\nb"', 'region: "a\\u202eb"', f"region: '{'x' * 301}'", "convener: {mail: x}", "convener: [{url: 'https://a.b'}]",
        "convener: {name: x, url: 'javascript:alert(1)'}", "convener: {name: x, email: x}", "convener: {name: x, email: 'a b@c.d'}",
        "planning_meeting: {date: soon}", "planning_meeting: {date: 2027-13-01}", "planning_meeting: {date: +30 days}", "updated: +1 days",
        'planning_meeting: {date: 2027-01-14, time: "9:00"}', 'planning_meeting: {time: "9:00", timezone: America/Chicago}',
        'planning_meeting: {date: 2027-01-14, time: "25:00", timezone: America/Chicago}', "planning_meeting: {revision: 1000}", "planning_meeting:",
        "partner_ask: {teachers: x}", "results: [{share: 40}]", "results: [{text: x, share: 101}]", "results: [{text: x, year: 12}]",
        "support_team: [{sector: schools}]", "support_team: [{sector: k12, role: chief}]", "logo: {file: ../a.svg, alt: x}", "logo: {file: a.gif, alt: x}",
        "logo: {file: a.svg}", "example: perhaps", "priorities: cold storage",
    ],
)  # fmt: skip
def test_what_the_model_refuses_the_schema_refuses(tmp_path, said):
    keys = {line.split(":")[0] for line in said.splitlines()}
    whole = "".join(line for line in START.splitlines(keepends=True) if line.split(":")[0] not in keys) + said + "\n"
    assert problems(tmp_path, whole)
    assert faults(whole)


IN_FOLDER, FOLDER = (json.loads((ROOT / f"playbook/{name}.schema.json").read_text("utf-8")) for name in ("region-in-folder", "folder"))
ALONE = "region: a\nstage: planning\n"


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (REGION, ALONE + "convener+: {name: B}\n"), (IN_FOLDER, "region: a\nconvener+:\n- name: B\n"), (IN_FOLDER, "region: a\nstage: active\n"), (FOLDER, "state: Oregon\n"),
        (IN_FOLDER, "region: a\nspeaker_role:\npoints: {s12: , s13: {say: x}}\nnext_meeting:\n"), (FOLDER, "stage: launch\nconvener: {name: B}\n"), (FOLDER, "# nothing\n"),
        (IN_FOLDER, "region: a\npriorities+: [a]\nresults+: [{text: b}]\nsupport_team+: [{sector: k12}]\n"),
    ],
)  # fmt: skip
def test_editors_take_what_files_of_a_folder_may_say(schema, said):
    assert faults(said, schema) == []


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (REGION, ALONE + "convener: {name: B}\nconvener+: {name: C}\n"), (REGION, ALONE + "convener+: [{nam: B}]\n"), (REGION, ALONE + "region+: b\n"), (IN_FOLDER, "state: Oregon\n"),
        (IN_FOLDER, "region:\n"), (IN_FOLDER, "region: a\npriorities: [a]\npriorities+: [b]\n"), (FOLDER, "region: a\n"), (FOLDER, "stat: Oregon\n"),
        (IN_FOLDER, "region: a\nnext_meeting: {date: soon}\n"),
    ],
)  # fmt: skip
def test_editors_mark_what_files_of_a_folder_may_not_say(schema, said):
    assert faults(said, schema)


@pytest.mark.parametrize("said", ["hom: x", "paper: a5", "site_url: example.org", "feedback: x", "official_logo: {file: a.png}"])
def test_what_site_yml_may_not_say_its_schema_refuses(tmp_path, said):
    (tmp_path / "site.yml").write_text(said + "\n", "utf-8")
    assert load_site(tmp_path)[1]
    assert faults(said, SITE)


def test_the_region_files_that_ship_are_read_by_the_model_too():
    assert not [problem for path in EXAMPLES for problem in load_region(path, date.fromisoformat(TODAY))[1]]
