"""As a convener would: Lane County's ten partnerships from one folder, and a state with three regions, built, changed and added to."""

import json
from datetime import date
from pathlib import Path

import lxml.html
import pytest

from playbook.check.publish_check import gate
from playbook.content.wording.wording_warnings import own_word_warnings
from playbook.model.edition import load_catalog
from tests.folders.made import put, regions_of
from tests.support.project import run
from tests.support.small_playbook import small

TODAY = date(2026, 11, 23)
INDUSTRIES = ("food", "wood", "technology", "health care", "construction", "education", "transportation", "child care", "creative work", "trades")
LANE = """\
state: Oregon
program: Oregon sector partnership
stage: active
convener: {name: Lane Workforce Partnership, url: "https://laneworkforce.org"}
next_meeting: {time: "09:00", timezone: America/Los_Angeles, place: Board room}
"""
STATE = """\
state: Nebraska
program: Nebraska industry partnership
speaker_role: workforce developers
convener: {name: Nebraska Labor, email: hello@labor.ne.example}
next_meeting: {time: "10:00", timezone: America/Chicago}
logo: {file: state.svg, alt: Nebraska partnerships}
points:
  s12: {say: "We all knock on the same doors.", more: "In [region] that is a lot of doors, some 400."}
"""
REGIONS = {
    "lincoln": "region: Lincoln\nindustry: manufacturing\nstage: active\nconvener+: {name: Lincoln Chamber, phone: 402-555-2100}\nnext_meeting: {date: 2027-03-04}\n",
    "panhandle": "region: the Panhandle\nstage: planning\n",
    "omaha": "region: Omaha\nindustry: health care\nstage: launch\npoints: {s12: }\nlogo:\n",
}


@pytest.fixture(scope="module")
def state(tmp_path_factory) -> Path:
    """A copy with a state of three regions, its pages built once by the real command."""
    project = small(tmp_path_factory.mktemp("state") / "fork")
    put(
        project,
        {
            "regions/nebraska/_all.yml": STATE,
            "regions/nebraska/state.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
        },
    )
    put(project, {f"regions/nebraska/{slug}.yml": text for slug, text in REGIONS.items()})
    done = run(project, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("points.s12: adds “400”") == 1 and "regions/nebraska/_all.yml:8: points.s12" in done.stdout, (
        "each warning once, at the folder's file"
    )
    return project


def words(project: Path, page: str) -> str:
    """The text of a built page."""
    return " ".join(lxml.html.parse(project / "site" / page).getroot().text_content().split())


def test_lane_county_s_ten_come_from_one_folder(tmp_path):
    put(tmp_path, {"regions/lane/_all.yml": LANE})
    put(tmp_path, {f"regions/lane/lane-{one.replace(' ', '-')}.yml": f"region: Lane County\nindustry: {one}\n" for one in INDUSTRIES})
    put(tmp_path, {"regions/lane/lane-food.yml": "region: Lane County\nindustry: food\nstage: launch\nlaunch_meeting: {date: 2027-01-14}\n"})
    regions = regions_of(tmp_path)
    assert sorted(region.industry or "" for region in regions.values()) == sorted(INDUSTRIES)
    assert {(region.state, region.program, region.convener[0].name) for region in regions.values()} == {
        ("Oregon", "Oregon sector partnership", "Lane Workforce Partnership")
    }
    assert [slug for slug, region in regions.items() if region.stage != "active"] == ["lane-food"]
    put(tmp_path, {"regions/lane/_all.yml": LANE.replace("Board room", "Library"), "regions/lane/lane-fish.yml": "region: Lane County\nindustry: fish\n"})
    regions = regions_of(tmp_path)
    assert len(regions) == 11 and {region.next_meeting.place for region in regions.values()} == {"Library"}


def test_each_edition_says_what_is_its_own_and_what_the_state_gives(state):
    assert sorted(path.name for path in (state / "site/regions").iterdir()) == ["lincoln", "omaha", "panhandle"]
    lincoln, omaha = (words(state, f"regions/{slug}/talking-points/what-are-you-up-to.html") for slug in ("lincoln", "omaha"))
    assert "Nebraska industry partnership" in lincoln and "Nebraska industry partnership" in omaha
    invitation = words(state, "regions/lincoln/team/invite.html")
    assert "March 4, 2027, at 10:00 am Central Time" in invitation
    assert "In Lincoln that is a lot of doors" in lincoln and "lot of doors" not in omaha
    assert (state / "site/regions/lincoln/region-logo.svg").is_file() and not (state / "site/regions/omaha/region-logo.svg").exists()
    listed = words(state, "editions.html")
    assert [name for name in ("Lincoln", "Omaha", "Panhandle") if name not in listed] == []


def test_the_gate_names_what_a_state_left_open_once_at_its_file(state, tmp_path):
    project = tmp_path
    put(project, {"regions/nebraska/_all.yml": STATE.replace("hello@labor.ne.example", "hello@example.org").replace("logo:", "# logo:"), "site.yml": ""})
    put(project, {f"regions/nebraska/{slug}.yml": text for slug, text in REGIONS.items()})
    found = [str(problem) for problem in gate(project, load_catalog(project, TODAY), TODAY)]
    assert [line for line in found if "_all.yml" in line] == [
        'regions/nebraska/_all.yml:4: convener.email: "hello@example.org" is an address of the examples; write your own or leave the key out'
    ], found
    put(
        project,
        {
            "regions/nebraska/_all.yml": "state: Nebraska\nexample: true\npoints: {s12: {say: x.}}\n",
            "regions/nebraska/lincoln.yml": "region: Lincoln\nstage: planning\nexample: false\n",
        },
    )
    told = [str(problem).partition("; ")[0] for problem in gate(project, load_catalog(project, TODAY, examples=True), TODAY)]
    assert told == [
        "regions/nebraska/lincoln.yml:1: convener: is required to publish: partners need to know who calls the meetings",
        "regions/nebraska/_all.yml:2: example: is marked as a fictional example",
    ]
    assert [problem.file for problem in own_word_warnings(state, load_catalog(state, TODAY))] == ["regions/nebraska/_all.yml"]


def test_the_guide_s_example_can_be_copied_from_its_page(site, tmp_path):
    guide = lxml.html.parse(site / "localize/region-file.html").getroot()
    alone, common, own, *_ = (block.text_content() for block in guide.xpath("//pre"))
    put(tmp_path, {"regions/pine-valley.yml": alone, "regions/lane/_all.yml": common, "regions/lane/lane-food.yml": own})
    food = regions_of(tmp_path)["lane-food"]
    assert [one.name for one in food.convener] == ["Lane Workforce Partnership", "Lane Community College"]
    assert (str(food.next_meeting.date), str(food.next_meeting.time), food.next_meeting.place) == ("2027-03-04", "09:00:00", "Library")


def test_calendars_carry_the_state_s_hour_and_the_region_s_day(state):
    calendars = [path.read_text("utf-8") for path in (state / "site/regions/lincoln").rglob("*.ics")]
    assert [text for text in calendars if "DTSTART;TZID=America/Chicago:20270304T100000" in text]


def test_one_region_is_checked_alone_with_its_folder(state):
    put(state, {"regions/nebraska/panhandle.yml": "region: the Panhandle\nstage: planing\n"})
    try:
        with pytest.raises(Exception, match="planing"):
            load_catalog(state, TODAY)
        assert [edition.slug for edition in load_catalog(state, TODAY, only=("lincoln",)).editions] == ["", "lincoln"]
    finally:
        put(state, {"regions/nebraska/panhandle.yml": REGIONS["panhandle"]})


def test_the_manifest_lists_the_editions_without_their_folder(state):
    listed = json.loads((state / "site/editions.json").read_text("utf-8"))
    entries = listed["editions"] if isinstance(listed, dict) else listed
    assert [entry["path"] for entry in entries] == ["", "regions/lincoln/", "regions/omaha/", "regions/panhandle/"]
