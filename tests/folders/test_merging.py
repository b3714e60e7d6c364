"""A region's file over what its folder gives: the nearer value wins, mappings go together by key, lists are added to with +."""

import pytest

from playbook.model.folder.read_region import RegionReader
from playbook.model.region_file import load_region
from tests.folders.made import TODAY, problems_of, put, regions_of

OWN = "region: Lane County\nstage: active\nindustry: wood\n"
STATE = {"name": "State Board", "email": "hello@example.org"}
COLLEGE = {"name": "College"}


def merged(tmp_path, common: str, own: str, root: str = "regions") -> dict:
    """The values of one region that its files give, as plain data."""
    put(tmp_path, {f"{root}/lane/_all.yml": common, f"{root}/lane/lane-wood.yml": OWN + own})
    return regions_of(tmp_path)["lane-wood"].model_dump(mode="json", exclude_unset=True, exclude_none=True)


@pytest.mark.parametrize(
    ("common", "own", "key", "value"),
    [
        ("state: Oregon\n", "", "state", "Oregon"),
        ("state: Oregon\n", "state: Ohio\n", "state", "Ohio"),
        ("speaker_role: teachers\n", "speaker_role:\n", "speaker_role", None),
        ("convener: {name: State Board, email: hello@example.org}\n", "", "convener", [STATE]),
        ("convener: {name: State Board, email: hello@example.org}\n", "convener: {name: College}\n", "convener", [COLLEGE]),
        ("convener: {name: State Board, email: hello@example.org}\n", "convener+: {name: College}\n", "convener", [STATE, COLLEGE]),
        ("convener:\n- {name: State Board, email: hello@example.org}\n", "convener+:\n- {name: College}\n- {name: College}\n", "convener", [STATE, COLLEGE, COLLEGE]),
        ("convener+: [{name: College}]\n", "convener+: [{name: College}]\n", "convener", [COLLEGE, COLLEGE]),
        ("state: Oregon\n", "convener+: {name: College}\n", "convener", [COLLEGE]),
        ("next_meeting: {time: '9:00', timezone: America/Denver, length: 90 minutes, place: Hall}\n", "", "next_meeting", {"timezone": "America/Denver", "place": "Hall"}),
        ("next_meeting: {repeats: first Monday of every other month, place: Hall}\n", "", "next_meeting", {"place": "Hall"}),
        ("priorities: [drivers]\n", "priorities: [nurses]\n", "priorities", ["nurses"]),
        ("priorities: [drivers]\n", "priorities+: [nurses]\n", "priorities", ["drivers", "nurses"]),
        ("priorities: [drivers]\n", "priorities: []\n", "priorities", []),
        ("results: [{text: a}]\n", "results+: [{text: b}]\n", "results", [{"text": "a"}, {"text": "b"}]),
        ("support_team: [{sector: k12}]\n", "support_team+: [{sector: labor}]\n", "support_team", [{"sector": "k12"}, {"sector": "labor"}]),
        ("partner_ask: join us\n", "partner_ask: {educators: teach}\n", "partner_ask",
         {"workforce": "join us", "economic": "join us", "educators": "teach", "community": "join us"}),
        ("partner_ask: {educators: teach, workforce: hire}\n", "partner_ask: {workforce: call}\n", "partner_ask", {"educators": "teach", "workforce": "call"}),
        ("partner_ask: {educators: teach}\n", "partner_ask: join us\n", "partner_ask", dict.fromkeys(("workforce", "economic", "educators", "community"), "join us")),
        ('next_meeting: {time: "09:00", timezone: America/Denver, place: Hall}\n', "next_meeting: {date: 2027-03-04, place: Library}\n", "next_meeting",
         {"date": "2027-03-04", "time": "09:00:00", "timezone": "America/Denver", "place": "Library"}),
        ('next_meeting: {time: "09:00", timezone: America/Denver}\n', "", "next_meeting", {"timezone": "America/Denver"}),
        ('next_meeting: {time: "09:00", timezone: America/Denver}\n', "next_meeting: {place: Hall}\n", "next_meeting", {"timezone": "America/Denver", "place": "Hall"}),
        ("next_meeting: {date: 2027-03-04, place: Hall}\n", "next_meeting: {place: }\n", "next_meeting", {"date": "2027-03-04"}),
        ("next_meeting: {date: 2027-03-04, place: Hall}\n", "next_meeting:\n", "next_meeting", None),
        ("results_on_sheets: ours\n", "", "results_on_sheets", None),
        ("results_on_sheets: ours\n", "results: [{text: a}]\n", "results_on_sheets", "ours"),
        ("terms: {Job board: Here., Fair: There.}\n", "terms: {job  board: Ours.}\n", "terms", {"job  board": "Ours.", "Fair": "There."}),
        ("terms: {Job board: Here., Fair: There.}\n", "terms: {Fair: }\n", "terms", {"Job board": "Here."}),
        ("points: {S12: {say: One., more: Two.}, s13: {say: Three.}}\n", "points: {s12: {say: Ours.}}\n", "points",
         {"s12": {"say": {"": "Ours."}}, "s13": {"say": {"": "Three."}}}),
        ("points: {s35: {leave_out: true, because: it is so}}\n", "points: {s35: {say: We say it.}}\n", "points", {"s35": {"say": {"": "We say it."}}}),
        ("points: {s12: {say: One.}, s13: {say: Two.}}\n", "points: {S12: }\n", "points", {"s13": {"say": {"": "Two."}}}),
        ("points: {n01: {after: s47, say: One.}}\n", "points: {n02: {after: s47, say: Two.}}\n", "points",
         {"n01": {"after": "s47", "say": {"": "One."}}, "n02": {"after": "s47", "say": {"": "Two."}}}),
        ("audiences: [labor]\n", "audiences: {veterans: {label: Veterans, like: community}}\n", "audiences", {"labor": {}, "veterans": {"label": "Veterans", "like": "community"}}),
        ("audiences: {veterans: {label: Veterans, like: community}}\n", "audiences: [labor]\n", "audiences", {"veterans": {"label": "Veterans", "like": "community"}, "labor": {}}),
        ("audiences: labor\n", "audiences: [business]\n", "audiences", {"labor": {}, "business": {}}),
        ("audiences: {labor: {ask: join us}}\n", "audiences: [labor]\n", "audiences", {"labor": {"ask": "join us"}}),
        ("audiences: [labor, business]\n", "audiences: {labor: }\n", "audiences", {"business": {}}),
        ("# nothing yet\n", "", "region", "Lane County"),
    ],
)  # fmt: skip
def test_the_two_files_give_one_value(tmp_path, common, own, key, value):
    assert merged(tmp_path, common, own).get(key) == value


@pytest.mark.parametrize(("own", "said"), [("", "state.svg"), ("logo: {file: own.svg, alt: Ours}\n", "own.svg"), ("logo:\n", None)])
def test_a_logo_counts_as_a_whole_and_lies_in_the_folder(tmp_path, own, said):
    put(tmp_path, {f"regions/lane/{name}.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>' for name in ("state", "own")})
    put(tmp_path, {"regions/lane/other.yml": OWN + "logo: {file: own.svg, alt: Theirs}\n"})
    assert merged(tmp_path, "logo: {file: state.svg, alt: The state}\n", own).get("logo", {}).get("file") == said


def test_examples_have_folders_too_and_what_they_hold_is_fictional(tmp_path):
    assert merged(tmp_path, "next_meeting: {date: +30 days}\n", "", root="examples")["example"] is True


def test_a_folder_without_a_common_file_is_fine(tmp_path):
    put(tmp_path, {"regions/lane/a.yml": OWN, "regions/b.yml": OWN})
    assert list(regions_of(tmp_path)) == ["a", "b"]


def test_every_place_keeps_the_file_the_line_and_the_key_that_it_was_written_as(tmp_path):
    put(tmp_path, {
        "regions/lane/_all.yml": "state: Oregon\nconvener: {name: State Board}\npartner_ask: join us\npoints:\n  S12: {say: One.}\n",
        "regions/lane/a.yml": "region: Lane\nconvener+:\n- {name: College}\n- name: Chamber\n  phone: '555-0100'\npartner_ask: {educators: teach}\n",
    })  # fmt: skip
    source, _ = RegionReader(tmp_path).read("regions/lane/a.yml")
    places = {
        ("state",): "regions/lane/_all.yml:1: state", ("region",): "regions/lane/a.yml:1: region",
        ("convener", 0, "name"): "regions/lane/_all.yml:2: convener.name", ("convener", 1, "name"): "regions/lane/a.yml:3: convener+.1.name",
        ("convener", 2, "phone"): "regions/lane/a.yml:5: convener+.2.phone", ("convener", 2, "email"): "regions/lane/a.yml:4: convener+.2.email",
        ("partner_ask", "workforce"): "regions/lane/_all.yml:3: partner_ask", ("partner_ask", "educators"): "regions/lane/a.yml:6: partner_ask.educators",
        ("points", "S12", "say"): "regions/lane/_all.yml:5: points.S12.say",
    }  # fmt: skip
    assert {place: str(source.problem(place, "x")).removesuffix(": x") for place in places} == places


def test_one_file_by_itself_is_read_with_its_folder(tmp_path):
    put(tmp_path, {"regions/lane/_all.yml": "stage: planning\n", "regions/lane/a.yml": "region: Lane\n"})
    region, problems = load_region(tmp_path / "regions/lane/a.yml", TODAY)
    assert region and region.stage == "planning" and problems == []
    assert problems_of(tmp_path) == []
