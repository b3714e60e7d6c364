"""Region files: what they may say, and how their mistakes are reported."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.cli.region_reference import README, with_tables
from playbook.files.messages import complaint
from playbook.model.formatting import names_in_words
from playbook.model.region import Region
from playbook.model.region_fields import FIELDS, text_of
from playbook.model.region_file import load_region, load_regions, odd_moves, stale
from playbook.model.site_config import load_site
from tests.support.project import ROOT, call, only_region, run

TODAY = date(2026, 11, 23)


def problems(folder, text: str | bytes, name: str = "x.yml") -> list[str]:
    regions = folder / "regions"
    regions.mkdir(exist_ok=True)
    (regions / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(problem) for problem in load_region(regions / name, TODAY)[1]]


def test_five_mistakes_in_two_files_are_reported_in_one_run_and_the_last_good_site_stays(built):
    before = (built / "site/index.html").read_bytes()
    (built / "regions/lane.yml").write_text("regoin: Lane\nstage: launched\n", "utf-8")
    (built / "regions/pine.yml").write_text("region: Pine\nstage: active\nindustry: wood\nlaunch_meeting: {date: 2027-02-30}\nconvener: {mail: x}\n", "utf-8")
    done = call(built, "build", "--pages-only")
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith("regions/")] == [
        'regions/lane.yml:1: regoin: unknown key; did you mean "region"?',
        'regions/lane.yml:2: stage: "launched" is not known; use one of planning, launch, active',
        'regions/pine.yml:4: launch_meeting.date: "2027-02-30" is a day that does not exist; is the month or the day right? 2027-01-14 is January 14',
        'regions/pine.yml:5: convener.mail: unknown key; did you mean "email"?',
        "regions/pine.yml:5: convener.name: is required; add it",
    ]
    assert "Traceback" not in done.stderr
    assert (built / "site/index.html").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("- a\n", "must be lines of the form"),
        ("region: a: b\nstage: planning\n", "cannot be read as YAML"),
        ("region: a\nregion: b\nstage: planning\n", "stands twice (first on line 1)"),
        ("region: &a x\nstage: *a\n", "uses & or *"),
        (b"region: \xff\nstage: planning\n", "is not UTF-8"),
        ("region: ok\nstage: planning\n" + "# " + "x" * 70000, "is 69 KB; at most 64 KB"),
        ("region: a\n\nstage: active\n", '.yml:3: industry: needs an industry, since its stage is active'),
        ("region: a\nindustry:\nstage: active\n", '.yml:2: industry: needs an industry, since its stage is active'),
        ("region: a\nstage: planning\nplanning_meeting:\n  place: b\n  time: 9:00\n  timezone: America/Boise\n", ".yml:5: planning_meeting: has a time but no date"),
        ("region: a\nstage: planning\nplanning_meeting: {date: 2027-01-14, time: 9:00}\n", "planning_meeting: has a time but no timezone"),
        ("region: a\nstage: planning\nplanning_meeting: {date: 2027-01-14, time: 25:00, timezone: UTC}\n", '"25:00" is a time that does not exist; hours go from 00 to 23'),
        ("region: a\nstage: planning\nplanning_meeting: {date: 2027-01-14, time: 9:00, timezone: Pacific}\n", "is not a time zone"),
        ("region: a\nstage: planning\nplanning_meeting: {date: +30 days}\n", "which only examples may"),
        ("region: a\nstage: planning\nlogo: {file: ../a.svg, alt: x}\n", "must be a plain file name"),
        ("region: a\nstage: planning\nlogo: {file: a.svg, alt: x}\n", '"a.svg" is not in the folder regions/'),
        ("region: a\nstage: planning\nconvener: {name: x, url: 'javascript:alert(1)'}\n", "is not a web address"),
        ("region: a\nstage: planning\nconvener: {name: x, email: 'x'}\n", "is not an e-mail address"),
        ("region:\nstage: planning\n", "region: has no value"),
        ("region: ' '\nstage: planning\n", "region: has no value"),
        ("region: '" + "x" * 301 + "'\nstage: planning\n", "301 characters long; at most 300"),
        ("region: \"a\\u202eb\"\nstage: planning\n", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("region: \"a\\nb\"\nstage: planning\n", "runs over several lines"),
        ("region: \"a\\u0007b\"\nstage: planning\n", "U+0007"),
        ("region: 'done ✓'\nstage: planning\n", "“✓” (U+2713 CHECK MARK)"),
        ("region: 'party 🎉'\nstage: planning\n", "U+1F389"),
        ("region: a\nstage: planning\nexample: perhaps\n", "use true or false"),
        ("region: [a, b]\nstage: planning\n", "region: must be one text"),
        ("[" * 3000, "regions/x.yml"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_key_and_remedy(tmp_path, text, said):
    found = problems(tmp_path, text)
    assert any(said in problem for problem in found), found
    assert all(problem.startswith("regions/x.yml") for problem in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("results: [{text: a, share: 40%}]\n", 'results.1.share: "40%" is not a whole number between 0 and 100; write 40'),
        ("results: [{text: a, share: 40 percent}]\n", 'results.1.share: "40 percent" is not a whole number between 0 and 100; write 40'),
        ("results: [{text: a, share: 40.0}]\n", 'results.1.share: "40.0" is not a whole number between 0 and 100; write 40'),
        ("results: [{text: a, share: 40.5%}]\n", 'results.1.share: "40.5%" is not a whole number between 0 and 100'),
        ("results: [{text: a, share: 140%}]\n", 'results.1.share: "140%" is not a whole number between 0 and 100'),
        ("results: [{text: a, share: -5}]\n", 'results.1.share: "-5" is not a whole number between 0 and 100'),
        ("results: [{text: a, year: in 2024}]\n", 'results.1.year: "in 2024" is not a whole number between 1990 and 2100; write 2024'),
        ("convener: {name: ~}\n", 'convener.name: "~" means “nothing” in YAML; write the name, or put it in "quotes"'),
        ("convener: {name: }\n", "convener.name: has no value; write the name"),
        ("convener: {name: ' '}\n", "convener.name: has no value; write the name"),
        ("logo: {file: ~, alt: x}\n", 'logo.file: "~" means “nothing” in YAML; write the file, or put it in "quotes"'),
        ("state: null\n", 'state: "null" means “nothing” in YAML; put it in "quotes", or delete it'),
        ("convener: ~\n", 'convener: "~" means “nothing” in YAML; put it in "quotes", or delete it'),
        ("convener:\n", "convener: has no value; write one or leave the key out"),
        ("points:\n  - s12: We knock\n", 'points: this value must be keys and values, like {s12: {say: …}}; leave out the hyphen'),
        ("points:\n  - s12: {say: We knock}\n", 'points: this value must be keys and values, like {s12: {say: …}}; leave out the hyphen'),
        ("points: s12\n", 'points: "s12" must be keys and values, like {key: …}'),
        ("points: [s12]\n", "points: this value must be keys and values, like {s12: {say: …}}; leave out [ ]"),
        ("points: [[s12]]\n", "points: this value must be keys and values, like {key: {say: …}}; leave out [ ]"),
        ("terms:\n  - Apprenticeship\n", "terms: this value must be keys and values, like {Apprenticeship: …}; leave out the hyphen"),
        ("terms:\n- Apprenticeship: paid work\n", "terms: this value must be keys and values, like {Apprenticeship: …}; leave out the hyphen"),
        ("partner_ask:\n  - join us\n", "partner_ask: this value must be keys and values, like {workforce: …}; leave out the hyphen"),
        ("logo:\n  - file: a.svg\n    alt: x\n", "logo: this value must be keys and values, like {file: …, alt: …}; leave out the hyphen"),
        ("next_meeting:\n  - date: 2027-01-14\n", "next_meeting: this value must be keys and values, like {date: …}; leave out the hyphen"),
        ("convener: {Name: Lane}\n", 'convener.Name: unknown key; did you mean "name"?'),
        ("support_team: [{Sector: k12}]\n", 'support_team.1.Sector: unknown key; did you mean "sector"?'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_with_a_remedy_that_fits_its_key(tmp_path, text, said):
    assert problems(tmp_path, f"region: a\nstage: planning\n{text}") == [f"regions/x.yml:3: {said}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("region: null\nstage: ~\n", ['1: region: "null" means “nothing” in YAML; write the region, or put it in "quotes"', '2: stage: "~" means “nothing” in YAML; write the stage, or put it in "quotes"']),
        ("region:\nstage:\n", ["1: region: has no value; write the region", "2: stage: has no value; write the stage"]),
        ("Region: Cedar\nStage: planning\n", ['1: Region: unknown key; did you mean "region"?', '2: Stage: unknown key; did you mean "stage"?']),
        ("Region: Cedar\nmotto: a\n", ["1: stage: is required; add it", '1: Region: unknown key; did you mean "region"?']),
    ],
)  # fmt: skip
def test_a_key_that_is_needed_is_asked_for_once(tmp_path, text, said):
    assert [problem for problem in problems(tmp_path, text) if "motto" not in problem] == [f"regions/x.yml:{one}" for one in said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("convener:\nname: Board\nemail: a@b.org\n", ["4: name: belongs under convener; write “  - name: …” below it", "5: email: belongs under convener; write “    email: …” below it"]),
        ("convener:\n- name: Board\nemail: a@b.org\nstate: Oregon\n", ["5: email: belongs under convener; write “    email: …” below it"]),
        ("next_meeting:\ndate: 2027-01-14\nplace: Hall\n", ["4: date: belongs under next_meeting; write “  date: …” below it", "5: place: belongs under next_meeting; write “  place: …” below it"]),
        ("logo:\nfile: a.svg\nalt: x\n", ["4: file: belongs under logo; write “  file: …” below it", "5: alt: belongs under logo; write “  alt: …” below it"]),
        ("partner_ask:\nworkforce: join\n", ["4: workforce: belongs under partner_ask; write “  workforce: …” below it"]),
        ("points:\ns12: {say: We knock}\n", ["4: s12: belongs under points; write “  s12: …” below it"]),
        ("terms:\nstat: Oregon\n", ["3: terms: has no value; write one or leave the key out", '4: stat: unknown key; did you mean "state"?']),
        ("next_meeting:\nmotto: a\ndate: 2027-01-14\n", ["3: next_meeting: has no value; write one or leave the key out", "4: motto: unknown key; ", '5: date: unknown key; did you mean "updated"?']),
    ],
)  # fmt: skip
def test_keys_that_stand_left_of_the_group_they_belong_to_are_sent_there(tmp_path, text, said):
    found = sorted(problems(tmp_path, f"region: a\nstage: planning\n{text}"))
    assert [one[: len(f"regions/x.yml:{begins}")] for one, begins in zip(found, said, strict=True)] == [f"regions/x.yml:{begins}" for begins in said]


def test_all_that_is_wrong_is_named_in_one_round(tmp_path):
    """Rules about several keys and about pictures wait for no other mistake of the file to be mended; a key that stands elsewhere is told once."""
    text = "region: a\nstage: lanch\nlogo: {file: a.svg, alt: x}\nnext_meeting:\n  time: '09:00'\n  place: ''\nconvener: {name: b, email: c}\n"
    assert [line.partition("; ")[0] for line in sorted(problems(tmp_path, text))] == [
        'regions/x.yml:2: stage: "lanch" is not known', 'regions/x.yml:3: logo.file: "a.svg" is not in the folder regions/',
        "regions/x.yml:5: next_meeting: has a time but no date", "regions/x.yml:5: next_meeting: has a time but no timezone",
        "regions/x.yml:6: next_meeting.place: has no value", 'regions/x.yml:7: convener.email: "c" is not an e-mail address',
    ]  # fmt: skip
    assert [line.partition("; ")[0] for line in sorted(problems(tmp_path, "Region: “a”\nstage: planning\nnext meeting: {date: 3/4/2027}\n"))] == [
        'regions/x.yml:1: Region: "“a”" would be printed with the quotes at its ends', "regions/x.yml:1: Region: unknown key",
        'regions/x.yml:3: next meeting.date: "3/4/2027" is not a date', "regions/x.yml:3: next meeting: unknown key",
    ]  # fmt: skip
    left = "region: a\nstage: planning\nnext_meeting:\n  date: 2027-01-14\n  time: '09:00'\ntimezone: America/Denver\n"
    assert [line.partition("; ")[0] for line in problems(tmp_path, left)] == ["regions/x.yml:6: timezone: belongs under next_meeting"]
    (tmp_path / "site.yml").write_text(
        f"home: A B\nofficial_logo: {{file: b.png, sha256: '{'0' * 64}', received_from: Lane, received_on: 2026-11-01}}\n", "utf-8"
    )
    assert [problem.key for problem in load_site(tmp_path, {})[1]] == ["home", "official_logo.file"]
    for home, meant in (("lane.yml", "lane"), ("regions/oregon/lane.yml", "lane"), ("Lane County", "my-region")):
        (tmp_path / "site.yml").write_text(f"home: {home}\n", "utf-8")
        remedy = f"names no region; write the name of its file without folder and .yml: {meant}"
        assert [str(problem) for problem in load_site(tmp_path, {})[1]] == [f'site.yml:1: home: "{home}" {remedy}']
    (tmp_path / "regions/lane-county.yml").touch()
    for home in ("Lane", "Lane County", "lane", "lane-conty"):
        (tmp_path / "site.yml").write_text(f"home: {home}\n", "utf-8")
        (told,) = load_site(tmp_path, {})[1]
        assert told.message.endswith(": lane-county" if home.istitle() else f'there is no regions/{home}.yml; did you mean "lane-county"?'), told


@pytest.mark.parametrize(
    ("lies", "written", "said"),
    [
        ("Logo.PNG", "logo.png", 'did you mean "Logo.PNG"?'),
        ("logo.jpg", "logo.png", 'did you mean "logo.jpg"?'),
        ("pine-valley.svg", "pine_valley.svg", 'did you mean "pine-valley.svg"?'),
        ("oak.svg", "pine.svg", "put the picture there"),
        ("logo.txt", "logo.png", "put the picture there"),
    ],
)
def test_a_picture_of_nearly_the_same_name_is_named(tmp_path, lies, written, said):
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / lies).write_bytes(b"x")
    found = problems(tmp_path, f"region: a\nstage: planning\nlogo: {{file: {written}, alt: x}}\n")
    assert found == [f'regions/x.yml:3: logo.file: "{written}" is not in the folder regions/; {said}']


@pytest.mark.parametrize("name", ["Lane.yml", "lane_county.yml", "-lane.yml", "lane--county.yml", "x" * 61 + ".yml", "läne.yml"])
def test_a_file_name_that_makes_no_address_is_refused(tmp_path, name):
    assert "use small letters" in problems(tmp_path, "region: a\nstage: planning\n", name)[0]


def test_a_file_called_yaml_is_not_overlooked(tmp_path):
    problems(tmp_path, "region: a\nstage: planning\n", "lane.yaml")
    assert 'rename it to "lane.yml"' in str(load_regions(tmp_path, TODAY)[1][0])


def test_a_linked_file_is_refused(tmp_path):
    (tmp_path / "secret").write_text("region: a\nstage: planning\n")
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions/x.yml").symlink_to(tmp_path / "secret")
    assert "is a link" in str(load_region(tmp_path / "regions/x.yml", TODAY)[1][0])


def test_words_that_yaml_would_change_stay_as_typed(tmp_path):
    assert (
        problems(
            tmp_path,
            "region: No\nstage: planning\nconvener: {name: 1.10, phone: 555-0100}\nplanning_meeting: {date: 2027-01-14, time: 9:00, timezone: America/Chicago}\n",
        )
        == []
    )
    region, _ = load_region(tmp_path / "regions/x.yml", TODAY)
    assert (region.region, region.convener[0].name) == ("No", "1.10")
    assert text_of(region, "planning_meeting.time") == "9:00 am Central Time"


def test_other_states_words_for_the_stages_are_understood():
    assert Region.model_validate({"region": "a", "stage": "emerging"}).stage == "planning"
    assert Region.model_validate({"region": "a", "stage": "sustaining", "industry": "x"}).stage == "active"


def test_a_passed_date_with_an_unchanged_stage_is_a_warning(little):
    only_region(little, "lane", "region: Lane\nstage: planning\nplanning_meeting: {date: 2026-11-22}\n")
    done = run(little, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    assert "warning: regions/lane.yml:3: planning_meeting.date: 2026-11-22 has passed while stage is still planning" in done.stdout
    assert "1 warnings" in done.stdout


def test_a_date_of_today_has_not_passed():
    region = Region.model_validate({"region": "a", "stage": "planning", "planning_meeting": {"date": "2026-11-23"}}, context={"today": TODAY, "example": False})
    assert stale(region, TODAY) == []


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (["A, Inc", "B"], "A, Inc; and B")],
)
def test_conveners_are_joined_as_in_a_sentence(names, said):
    assert names_in_words(names) == said


def test_every_field_reads_naturally_with_no_region_at_all():
    texts = {key: text_of(None, key) for key in FIELDS}
    assert not [key for key, text in texts.items() if not (text.strip() or key.endswith(".its_on")) or "None" in text or "XX" in text]


def test_the_contract_in_words_is_the_models():
    text = (ROOT / README).read_text("utf-8")
    assert with_tables(text) == text


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_gives_a_region_or_a_clear_problem(tmp_path, text):
    found = problems(tmp_path, text.encode("utf-8", "surrogatepass"))
    assert all(problem.startswith("regions/x.yml") for problem in found)


def test_what_lies_in_examples_is_fictional_without_saying_so(tmp_path):
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples/pine.yml").write_text("region: Pine\nstage: planning\n", "utf-8")
    regions, problems = load_regions(tmp_path, TODAY)
    assert not problems and regions["pine"].example


def test_one_slug_stands_in_one_folder(tmp_path):
    for folder in ("regions", "examples"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "pine.yml").write_text("region: Pine\nstage: planning\n", "utf-8")
    assert [str(problem) for problem in load_regions(tmp_path, TODAY)[1]] == [
        "regions/pine.yml: has the name of examples/pine.yml, and both would stand at one address; give it another name"
    ]


@pytest.mark.parametrize(
    ("day", "hour", "zone"), [("2027-03-28", "02:30", "Europe/Berlin"), ("2011-12-30", "10:00", "Pacific/Apia"), ("2027-03-14", "02:00", "US/Pacific")]
)
def test_a_time_that_clocks_skip_is_told_with_line_and_key(tmp_path, day, hour, zone):
    (tmp_path / "x.yml").write_text(f'region: A\nstage: planning\nplanning_meeting: {{date: {day}, time: "{hour}", timezone: {zone}}}\n', "utf-8")
    found = [(problem.line, problem.key, problem.message) for problem in load_region(tmp_path / "x.yml", TODAY)[1]]
    assert found == [(3, "planning_meeting", complaint("time-skipped"))]


@pytest.mark.parametrize(
    ("rhythm", "hour", "zone", "day"),
    [("second Sunday", "02:30", "America/New_York", "2027-03-14"), ("last Sun", "01:30", "Europe/Lisbon", "2027-03-28"), ("first Sunday", "02:15", "Australia/Sydney", "2027-10-03")],
)  # fmt: skip
def test_an_hour_that_clocks_skip_on_a_day_of_a_rhythm_is_told(tmp_path, rhythm, hour, zone, day):
    (tmp_path / "x.yml").write_text(f'region: A\nstage: planning\nplanning_meeting: {{repeats: {rhythm}, time: "{hour}", timezone: {zone}}}\n', "utf-8")
    found = [(problem.line, problem.key, problem.message) for problem in load_region(tmp_path / "x.yml", TODAY)[1]]
    assert found == [(3, "planning_meeting", complaint("rhythm-skipped", day=day))]


@pytest.mark.parametrize(
    ("moved", "said"),
    [("2027-01-14", "error: is the date itself"), ("2027-01-20", "warning: 2027-01-20 is later than date (2027-01-14)"), ("2027-01-07", "")],
)  # fmt: skip
def test_a_meeting_moved_from_its_own_day_or_from_a_later_one_is_not_passed_over(tmp_path, moved, said):
    (tmp_path / "x.yml").write_text(f"region: A\nstage: planning\nplanning_meeting: {{date: 2027-01-14, moved_from: {moved}}}\n", "utf-8")
    region, problems = load_region(tmp_path / "x.yml", TODAY)
    found = [(f"error: {problem.message}", problem.key) for problem in problems] + [
        (f"warning: {text}", key) for key, text in (odd_moves(region, TODAY) if region else [])
    ]
    assert [key for _, key in found] == ["planning_meeting.moved_from"] * bool(said) and all(text.startswith(said) for text, _ in found)
