"""A convener's commands: what counts for a region, and one more partnership in a folder."""

import pytest
from click.testing import CliRunner

from playbook.__main__ import main
from playbook.cli.show_region import shown
from playbook.copy.drift import own_points
from playbook.files.diagnostics import ProblemsFound
from playbook.model.region_file import load_region
from tests.folders.made import TODAY, put, regions_of
from tests.support.project import ROOT
from tests.support.synthetic import region_files

COMMON = """\
# what we share
state: Oregon
stage: Active partnership
speaker_role: teachers
convener: {name: Lane Board, url: "https://lane.example", phone: "541-555-0100"}
next_meeting: {time: "09:00", timezone: America/Los_Angeles, place: "Hall: Room #2"}
planning_meeting: {time: "09:00", timezone: America/Los_Angeles}
partner_ask: join us
priorities: [drivers]
points:
  S12: {say: "We each knock: {{ 7 }}.", more: {planning: A., launch: B., active: "C # d"}}
  s35: {leave_out: true, because: "yes"}
  s13: {say: One.}
terms: {"Job: board": "Where # jobs stand."}
results_on_sheets: both
"""
FOOD = """\
region: "null"
industry: food & drink
speaker_role:
convener+:
- {name: College, email: a@lane.example}
next_meeting: {date: 2027-03-04}
priorities+: ["- cold, storage", "true"]
points: {s13: , n01: {after: s47, for: [workforce], say: 'It''s "ours".'}}
logo: {file: food.svg, alt: Food}
"""
FILES = {"regions/lane/_all.yml": COMMON, "regions/lane/lane-food.yml": FOOD, "regions/lane/food.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}


def test_what_is_shown_is_a_region_file_that_means_the_same(tmp_path):
    put(tmp_path, FILES)
    put(tmp_path, {f"examples/{slug}.yml": text for slug, text in region_files(30).items()})
    put(tmp_path, {f"examples/{path.name}": path.read_text("utf-8") for path in (ROOT / "examples").glob("*.yml")})
    other = []
    for slug, region in regions_of(tmp_path).items():
        text, problems = shown(tmp_path, slug, TODAY)
        root = "examples" if region.example else "regions/alone"
        put(tmp_path / "copy", {f"{root}/{slug}.yml": text, f"{root}/food.svg": FILES["regions/lane/food.svg"]})
        again, found = load_region(tmp_path / "copy" / root / f"{slug}.yml", TODAY)
        other += [(slug, text)] if again != region or problems or found else []
    assert not other


def test_each_line_that_is_shown_says_where_its_value_is_written(tmp_path):
    put(tmp_path, FILES)
    text, _ = shown(tmp_path, "lane-food", TODAY)
    assert "for lane-food: regions/lane/lane-food.yml over regions/lane/_all.yml." in text.splitlines()[0]
    notes = dict(line.rstrip().rsplit("  # ", 1) for line in text.splitlines()[1:])
    told = {" ".join(line.split()): note for line, note in notes.items()}
    assert told["state: Oregon"] == "_all.yml:2"
    assert told['region: "null"'] == "lane-food.yml:1"
    assert told["- name: College"] == "lane-food.yml:5" and told["- name: Lane Board"] == "_all.yml:5"
    assert told["date: 2027-03-04"] == "lane-food.yml:6" and told['time: "09:00"'] == "_all.yml:6"
    assert told["# speaker_role: taken away"] == "lane-food.yml:3" and told["# points.s13: taken away"] == "lane-food.yml:8"
    assert told["# planning_meeting.time: waits for a date"] == "_all.yml:7" and told["# results_on_sheets: waits for results"] == "_all.yml:15"


def test_show_prints_what_it_can_and_names_what_is_wrong(tmp_path, monkeypatch):
    put(tmp_path, {**FILES, "mkdocs.yml": "", "regions/lane/lane-wood.yml": "region: Lane\n"})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["show", "lane-wood", "--today", "2026-11-23"])
    assert "state: Oregon" in done.output and isinstance(done.exception, ProblemsFound)
    assert str(done.exception).startswith("regions/lane/lane-wood.yml:1: industry: needs an industry")
    unknown = CliRunner().invoke(main, ["show", "lane-fod"])
    assert str(unknown.exception) == 'regions/lane-fod.yml: no such region; did you mean "lane-food"?'


@pytest.mark.parametrize(
    "given", ["lane-food", "lane-food.yml", "regions/lane/lane-food.yml", "./regions/lane/lane-food.yml", "regions\\lane\\lane-food.yml", "lane/lane-food"]
)
def test_a_region_may_be_named_by_its_file_as_a_shell_completes_it(tmp_path, monkeypatch, given):
    put(tmp_path, {**FILES, "mkdocs.yml": ""})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["show", given, "--today", "2026-11-23"])
    assert "state: Oregon" in done.output and not done.exception
    named = [
        parameter
        for command in ("build", "check", "serve", "show")
        for parameter in main.commands[command].params
        if parameter.name in ("slug", "slugs", "only")
    ]
    assert [parameter.type.convert(given, None, None) for parameter in named] == ["lane-food"] * 4


def test_new_asks_for_the_folder_and_only_for_what_it_does_not_give(tmp_path, monkeypatch):
    put(tmp_path, {**FILES, "mkdocs.yml": ""})
    monkeypatch.chdir(tmp_path)
    typed = ["lane-wood", "lnae", "n", "Lane!", "lane", "Lane County", "", "wood products"]
    done = CliRunner().invoke(main, ["new", "--today", "2026-11-23"], input="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    assert "leave empty if not chosen yet" not in done.output  # the folder's stage is active
    assert done.output.count("needs an industry") == 1 and 'There is no folder "lnae" yet' in done.output and "is no name for a folder" in done.output
    text = (tmp_path / "regions/lane/lane-wood.yml").read_text("utf-8")
    given = ("state", "stage", "speaker_role", "convener", "next_meeting", "partner_ask", "priorities")
    assert not [key for key in given if f"\n{key}:" in text or f"\n# {key}:" in text]
    assert "regions/lane/_all.yml, which gives state, stage" in text
    assert regions_of(tmp_path)["lane-wood"].model_dump(include={"region", "industry", "stage", "state"}) == {
        "region": "Lane County", "industry": "wood products", "stage": "active", "state": "Oregon",
    }  # fmt: skip


def test_new_makes_a_folder_with_a_common_file_to_fill_in(tmp_path, monkeypatch):
    put(tmp_path, {"mkdocs.yml": "", "regions/README.md": ""})
    monkeypatch.chdir(tmp_path)
    options = ["--folder", "lane", "--region", "Lane County", "--industry", "wood", "--convener", ""]
    refused = CliRunner().invoke(main, ["new", "lane-wood", *options, "--stage", "lunch"])
    assert isinstance(refused.exception, ProblemsFound) and not (tmp_path / "regions/lane").exists()
    done = CliRunner().invoke(main, ["new", "lane-wood", *options, "--stage", "active"])
    assert done.output.startswith("Wrote regions/lane/lane-wood.yml and regions/lane/_all.yml. Open them and fill in what you know")
    assert "convener" in (tmp_path / "regions/lane/_all.yml").read_text("utf-8")
    assert list(regions_of(tmp_path)) == ["lane-wood"]


def test_new_says_that_an_industry_may_be_open_while_a_partnership_is_planned(tmp_path, monkeypatch):
    put(tmp_path, {"mkdocs.yml": "", "regions/README.md": ""})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["new", "lane-wood"], input="Lane County\nplanning\n\n\n")
    assert done.exit_code == 0 and "Industry (leave empty if not chosen yet)" in done.output


@pytest.mark.parametrize(("options", "typed"), [(["--folder", "lane"], ""), ([], "lane\n")])
def test_new_tells_the_mistakes_of_a_folder_before_it_asks_what_goes_into_its_file(tmp_path, monkeypatch, options, typed):
    put(tmp_path, {"mkdocs.yml": "", "regions/lane/_all.yml": "stat: Oregon\nstage: lunch\n"})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["new", "lane-wood", *options], input=typed)
    assert isinstance(done.exception, ProblemsFound) and "Region, as said" not in done.output
    assert [problem.key for problem in done.exception.problems] == ["stat", "stage"] and not (tmp_path / "regions/lane/lane-wood.yml").exists()


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("lane/lane-wood", "write lane-wood alone, and its folder with --folder lane"),
        ("regions/lane/lane-wood.yml", "write lane-wood alone, and its folder with --folder lane"),
        ("lane\\lane-wood", "write lane-wood alone, and its folder with --folder lane"),
        ("regions/lane-wood.yml", "write lane-wood alone"),
        ("../lane-wood", "becomes part of an address; use small letters a-z, digits and single hyphens, at most 60 characters"),
    ],
)
def test_new_tells_a_folder_from_the_name_of_its_file(tmp_path, monkeypatch, slug, said):
    put(tmp_path, {"mkdocs.yml": ""})
    monkeypatch.chdir(tmp_path)
    assert str(CliRunner().invoke(main, ["new", slug]).exception).endswith(said)


@pytest.mark.parametrize("taken", ["regions/lane/lane-wood.yml", "regions/lane-wood.yml", "examples/iowa/lane-wood.yml"])
def test_new_takes_no_name_that_stands_in_any_folder(tmp_path, monkeypatch, taken):
    put(tmp_path, {"mkdocs.yml": "", taken: "region: A\nstage: planning\n"})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["new", "lane-wood", "--folder", "iowa"])
    assert str(done.exception).startswith(f"{taken}: exists already")


def test_drift_tells_the_words_of_a_folder_once_at_its_common_file(tmp_path):
    put(tmp_path, {**FILES, "regions/lane/b.yml": "region: B\nindustry: b\n", "regions/c.yml": "region: C\nstage: planning\npoints: {s12: {say: Ours.}}\n"})
    assert [f"{key.upper()} ({place}" for place, key, _ in own_points(tmp_path)] == [
        "S12 (regions/c.yml:3", "S12 (regions/lane/_all.yml:11", "S35 (regions/lane/_all.yml:12", "S13 (regions/lane/_all.yml:13", "N01 (regions/lane/lane-food.yml:8",
    ]  # fmt: skip
