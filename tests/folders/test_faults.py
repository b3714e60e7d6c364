"""A fault in what a folder gives is told once, where it is written; a fault of a region stands at the region's file."""

from datetime import date

import pytest

from playbook.model.edition import load_catalog
from tests.folders.made import problems_of, put

ALL, A, B, C = (f"regions/lane/{name}.yml" for name in ("_all", "a", "b", "c"))
THREE = {A: "region: A\n", B: "region: B\n", C: "region: C\n"}
GOOD = "stage: active\nindustry: wood\n"
LIST = "must be a list; begin each item with - on a line of its own"


def told(tmp_path, common: str, files: dict[str, str]) -> list[str]:
    put(tmp_path, {ALL: common, **files})
    return [str(problem) for problem in problems_of(tmp_path)]


@pytest.mark.parametrize(
    ("common", "said"),
    [
        ("stat: Oregon\n", f'{ALL}:3: stat: unknown key; did you mean "state"?'),
        ("next_meeting: {date: 3/4/2027}\n", f'{ALL}:3: next_meeting.date: "3/4/2027" is not a date; write it like 2027-01-14'),
        ("next_meeting: {date: 2027-03-04, time: '09:00'}\n", f"{ALL}:3: next_meeting: has a time but no timezone; add one like America/Chicago"),
        ("convener:\n- url: https://a.example\n", f"{ALL}:4: convener.1.name: is required; add it"),
        ("convener+:\n- url: https://a.example\n", f"{ALL}:4: convener+.1.name: is required; add it"),
        ("priorities+: wood\n", f"{ALL}:3: priorities+: {LIST}"),
        ("priorities: wood\n", f"{ALL}:3: priorities: {LIST}"),
        ("region: Oregon\n", f"{ALL}:3: region: belongs in the file of each region; take it out here, and write it there"),
        ("points: {s12: {}}\n", f"{ALL}:3: points.s12: says nothing; write say or more, or leave_out with because"),
        ("terms: {cluster: x}\n", f"{ALL}:3: terms.cluster: stands in the glossary already; choose another word, or leave it out"),
        ("logo: {file: no.png, alt: x}\n", f'{ALL}:3: logo.file: "no.png" is not in the folder regions/lane/; put the picture there'),
        ("state: ~\n", f'{ALL}:3: state: "~" means “nothing” in YAML; put it in "quotes", or delete it'),
        ("state: [\n", f'{ALL}:4: cannot be read as YAML: '),
        ("state: a\nstate: b\n", f"{ALL}:4: state: stands twice (first on line 3); keep one"),
        ("state:Oregon\nprogram: x\n", f"{ALL}:3: cannot be read as YAML: “state:” needs a plain colon and a blank after it"),
    ],
)  # fmt: skip
def test_a_fault_in_a_common_file_is_told_once_at_its_line(tmp_path, common, said):
    found = told(tmp_path, GOOD + common, THREE)
    assert len(found) == 1, found
    assert found[0].startswith(said)


def test_a_fault_that_every_region_says_otherwise_is_told_too(tmp_path):
    found = told(tmp_path, GOOD + "next_meeting: {date: soon}\npoints:\n  s12: {say: x., mroe: 2}\n  s13: {say: x., after: s47}\n", {
        A: "region: A\nnext_meeting: {date: 2027-01-14}\npoints: {s12: {say: x.}, s13: {say: x.}}\n", B: "region: B\nnext_meeting:\npoints: {s12: , s13: }\n",
    })  # fmt: skip
    assert [line.partition(": ")[0] for line in found] == [f"{ALL}:3", f"{ALL}:5", f"{ALL}:6"], found


@pytest.mark.parametrize(
    ("common", "own", "said"),
    [
        ("state: Oregon\n", "region: A\n", f"{A}:1: stage: is required; add it here, or to {ALL} for the whole folder"),
        (GOOD, "state: Oregon\n", f"{A}:1: region: is required; add it"),
        ("stage: launch\n", "region: A\n",
         f"{A}:1: industry: needs an industry, since its stage is launch; add one here, or to {ALL} for the whole folder (stage stands in {ALL}, line 1)"),
        (GOOD + "convener: {name: B}\n", "region: A\nconvener: {name: C}\nconvener+: {name: D}\n",
         f"{A}:3: convener+: stands beside convener; keep one (convener replaces what {ALL} lists, convener+ adds to it)"),
        (GOOD, "region: A\nconvener+:\n", f"{A}:2: convener+: has no value; write one or leave the key out"),
        (GOOD, "region: A\nprogram:\n", f"{A}:2: program: has no value; write one or leave the key out"),
        (GOOD, "region: A\npriorities+: wood\n", f"{A}:2: priorities+: {LIST}"),
        (GOOD + "convener: {name: B}\n", "region: A\nconvener+:\n- {name: C}\n- {name: D, nam: D}\n", f'{A}:4: convener+.2.nam: unknown key; did you mean "name"?'),
        (GOOD, "region: A\nconvenor+: {name: D}\n", f'{A}:2: convenor+: unknown key; did you mean "convener+"?'),
        (GOOD, "region: A\n+convener: {name: D}\n", f'{A}:2: +convener: unknown key; did you mean "convener+"?'),
        (GOOD, "region: A\nconvener\uff0b: {name: D}\n", f'{A}:2: convener\uff0b: unknown key; did you mean "convener+"?'),
        (GOOD, "region: A\nconvener+:\n- Tamarack Valley College\n", f'{A}:3: convener+.1: "Tamarack Valley College" must be keys and values; write - name: Tamarack Valley College on a line of its own'),
        (GOOD, "region: A\nconvener+: Chamber\n", f'{A}:2: convener+: "Chamber" must be keys and values; write name: Chamber on the next line, further right'),
        (GOOD, "region: A\nstate+: Ohio\n", f"{A}:2: state+: is one value, to which nothing can be added; write state without +"),
        (GOOD, "region: A\npoints+: {s12: {say: x}}\n", f"{A}:2: points+: goes together with the folder’s by itself; write points without +"),
        (GOOD, "region: A\npriorities+:[a]\n", f"{A}:2: cannot be read as YAML: “priorities+:” needs a plain colon and a blank after it"),
        (GOOD + "next_meeting: {time: '02:30', timezone: America/Denver}\n", "region: A\nnext_meeting: {date: 2027-03-14}\n", f"{A}:2: next_meeting: names a time that its day does not have"),
        (GOOD, "region: A\nlogo: {file: no.png, alt: x}\n", f'{A}:2: logo.file: "no.png" is not in the folder regions/lane/; put the picture there'),
        (GOOD, "region: A\nresults_on_sheets: ours\n", f"{A}:2: results_on_sheets: asks for results of your own; add results, or take it away"),
        (GOOD, "", f'{A}: is empty; write at least "region: …" and "stage: …"'),
    ],
)  # fmt: skip
def test_a_fault_of_a_region_stands_at_its_own_file(tmp_path, common, own, said):
    found = told(tmp_path, common, {A: own, B: "region: B\nstage: active\nindustry: wood\n"})
    assert [line for line in found if not line.startswith(said)] == [] and found


@pytest.mark.parametrize("name", ["all", "oregon", "common"])
def test_a_common_file_with_another_name_is_told_its_right_one(tmp_path, name):
    put(tmp_path, {f"regions/lane/{name}.yml": "stage: planning\nstate: Oregon\n", A: "region: A\nstage: planning\n"})
    assert [str(problem) for problem in problems_of(tmp_path)] == [
        f"regions/lane/{name}.yml:1: region: is required; add it, or rename the file to _all.yml if it holds what all files of the folder begin with"
    ]


def test_a_key_with_plus_beside_the_key_is_refused_without_a_folder_too(tmp_path):
    put(tmp_path, {"regions/a.yml": "region: A\nstage: planning\nconvener: {name: C}\nconvener+: {name: D}\n"})
    assert [str(problem) for problem in problems_of(tmp_path)] == [
        "regions/a.yml:4: convener+: stands beside convener; keep one (there is nothing to add to, so convener is enough)"
    ]


def test_a_date_of_a_folder_that_has_passed_is_told_once_at_its_line(tmp_path):
    put(tmp_path, {ALL: GOOD + "next_meeting: {date: 2026-11-20}\n", **THREE, B: "region: B\nnext_meeting: {date: 2026-11-19}\n"})
    warnings = load_catalog(tmp_path, date(2026, 11, 23)).warnings
    assert [str(warning).partition(" has")[0] for warning in warnings] == [f"{ALL}:3: next_meeting.date: 2026-11-20", f"{B}:2: next_meeting.date: 2026-11-19"]


def test_one_region_looked_at_alone_brings_the_faults_of_its_folder_and_no_others(tmp_path):
    put(
        tmp_path,
        {
            ALL: GOOD + "stat: Oregon\n",
            "regions/lane/alder.yml": "region: D\n",
            **THREE,
            B: "region: B\nx: y\n",
            "regions/iowa/_All.yml": "y: z\n",
            "regions/iowa/dubuque.yml": "region: D\nstage: planning\n",
        },
    )
    with pytest.raises(Exception, match="unknown key") as found:
        load_catalog(tmp_path, date(2026, 11, 23), only=("alder",))
    assert [problem.file for problem in found.value.problems] == [ALL]
    with pytest.raises(Exception, match="is not read") as found:
        load_catalog(tmp_path, date(2026, 11, 23), only=("dubuque",))
    assert [problem.file for problem in found.value.problems] == ["regions/iowa/_All.yml"]


RHYTHM = "next_meeting: {{repeats: {}}}\n"


@pytest.mark.parametrize(
    ("rhythm", "own", "said"),
    [
        ("first Thursday", "date: 2027-01-06", "January 6, 2027 is a Wednesday; the rhythm says first Thursday; is the date right?"),
        ("first Thursday", "date: 2027-01-14", "January 14, 2027 is the second Thursday of January; the rhythm says first Thursday; is the date right?"),
        ("last Tuesday of every other month", "date: 2027-01-19", "January 19, 2027 is the third Tuesday of January; the rhythm says last Tuesday of every other month;"),
        ("second Monday of the quarter", "date: 2027-02-08", "February 8, 2027 is the second Monday of February; the rhythm says second Monday of the quarter;"),
        ("first Thursday", "date: 2027-01-07", ""),
        ("last Tuesday of every other month", "date: 2026-12-29", ""),
        ("last Tuesday of the quarter", "date: 2027-03-30", ""),
        ("first Thursday", "date: 2027-01-06, moved_from: 2027-01-07", ""),
        ("first Thursday", "date: 2026-11-04", ""),
        ("first Thursday", "date: 2027-01-14, moved_from: 2027-01-06", "January 6, 2027 is a Wednesday; the rhythm says first Thursday; is it the day that calendars hold?"),
        ("first Thursday", "date: 2027-01-05, moved_from: 2027-01-07", ""),
    ],
)  # fmt: skip
def test_a_date_to_come_off_the_rhythm_that_its_folder_gives_is_asked_about_at_its_line(tmp_path, rhythm, own, said):
    put(tmp_path, {ALL: GOOD + RHYTHM.format(rhythm), A: f"region: A\nstage: active\nindustry: x\nnext_meeting: {{{own}}}\n"})
    warnings = [str(warning) for warning in load_catalog(tmp_path, date(2026, 11, 23)).warnings]
    assert len(warnings) == bool(said) and all(
        warning.startswith(f"{A}:4: next_meeting.{'moved_from' if 'calendars' in said else 'date'}: {said}") for warning in warnings
    )
