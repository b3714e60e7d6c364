"""A mistake in a region's own words is named with file, line, key and remedy, all of them at once, before anything is made."""

import pytest

from playbook.content.point_spec import point_specs
from playbook.content.wording.file_rules import own_point_problems
from playbook.content.wording.point_rules import problems_in
from playbook.files.yaml_file import parse_yaml
from tests.support.project import only_region, run

LONG = "word " * 19
LEFT = 'leave_out: true, because: "we do not say it"'
REFUSED = {  # what stands under `points`: (key, how the message begins or what it holds)
    's99: {say: "Hello."}': ("points.s99", 'did you mean "s'),
    's1: {say: "Hello."}': ("points.s1", "is no point"),
    'x01: {say: "Hello."}': ("points.x01", "A point of your own is called n01 to n99"),
    's01: {say: "Our tool"}': ("points.s01", "stay as their owners have them"),
    f's82: {{{LEFT}}}': ("points.s82", "stay as their owners have them"),
    's36: {say: "90% of us."}': ("points.s36.say", "take only leave_out; figures of your own stand under results"),
    's41: {more: "90% of us."}': ("points.s41.more", "take only leave_out"),
    's02: {more: "And more."}': ("points.s02.more", "all of it stands under say"),
    **{f"{key}: {{{LEFT}}}": (f"points.{key}.leave_out", "is one of the four questions") for key in ("s09", "s16", "s42", "s60")},
    f's64: {{say: "x", {LEFT}}}': ("points.s64.say", "is left out, so it says nothing"),
    "s35: {leave_out: true}": ("points.s35.leave_out", "needs a reason"),
    's35: {because: "no"}': ("points.s35.because", "add leave_out: true"),
    "s35: {}": ("points.s35", "says nothing"),
    "s35: {leave_out: false}": ("points.s35.leave_out", "says nothing"),
    f's35: {{say: "x", {LEFT}}}': ("points.s35.say", "is left out, so it says nothing"),
    's12: {say: "Hello.", after: s13}': ("points.s12.after", "this point keeps its place"),
    's12: {say: "Hello.", for: [workforce]}': ("points.s12.for", "this point keeps its place"),
    f's12: {{say: "{LONG}"}}': ("points.s12.say", "has 19 words; at most 18 can be said in one breath"),
    'n01: {say: "Hello."}': ("points.n01", "needs its place"),
    "n01: {after: s47}": ("points.n01", "needs a line to say"),
    'n01: {after: s4, say: "Hello."}': ("points.n01.after", '"s4" is no point of the playbook'),
    'n01: {after: n02, say: "Hello."}': ("points.n01.after", "N02 is a point of your own; name the playbook's point that both follow"),
    'n00: {after: s47, say: "Hello."}': ("points.n00", "A point of your own is called n01 to n99"),
    'n\u0660\u0661: {after: s47, say: "Hello."}': ("points.n\u0660\u0661", "A point of your own is called n01 to n99"),
    'n01: {after: s47, say: {launch: "Hello."}}': ("points.n01.say", "says nothing at the stage planning and active"),
    'n01: {after: s16, say: "Hello."}': ("points.n01.after", "S16 is not spoken"),
    'n01: {after: s36, say: "Hello."}': ("points.n01.after", "S36 is a figure"),
    'n01: {after: s47, for: [educators], say: "Hello."}': ("points.n01.for", "S47 is for workforce"),
    'n01: {after: s47, for: all, say: "Hello."}': ("points.n01.for", "S47 is for workforce"),
    'n01: {after: s12, sheets: [handout], say: "Hello."}': ("points.n01.sheets", "use front or back"),
    f'n01: {{after: s47, {LEFT}}}': ("points.n01.leave_out", "take this point of your own out of the file"),
    f'n01: {{after: s47, say: "{LONG}"}}': ("points.n01.say", "has 19 words"),
}  # fmt: skip


def test_an_id_that_is_like_none_is_answered_with_the_nearest_few_and_where_all_are_listed():
    for point in ('s999: {say: "Hello."}', 'x: {say: "Hello."}', 'n01: {after: s999, say: "Hello."}', 'hello there: {say: "Hello."}'):
        ((_, key, message),) = found(f"region: Lane\nstage: planning\npoints:\n  {point}\n")
        assert f"(all {len(point_specs())} are in playbook/content/points.yml)" in message and len(message) < 200, (key, message)


def found(text: str) -> list[tuple[int, str, str]]:
    source, problems = parse_yaml(text, "regions/lane.yml")
    assert not problems, problems
    return [(problem.line, problem.key, problem.message) for problem in problems_in(source)]


@pytest.mark.parametrize(("point", "expected"), REFUSED.items(), ids=[key[:40] for key in REFUSED])
def test_what_cannot_be_said_of_a_point_is_refused_with_its_line_and_a_remedy(point, expected):
    problems = found(f"region: Lane\nstage: planning\npoints:\n  {point}\n")
    assert any(key == expected[0] and expected[1] in message and line == 4 for line, key, message in problems), problems


def test_a_point_that_stands_twice_once_in_capitals_is_refused():
    assert (5, "points.S12", 'is the same point as "s12"; keep one') in found(
        'region: Lane\nstage: planning\npoints:\n  s12: {say: "One."}\n  S12: {say: "Two."}\n'
    )


def test_what_may_be_said_of_points_is_taken():
    assert not found("""\
region: Lane
stage: planning
points:
  S12: {say: "We each knock on the same doors."}
  s16: {say: "What are state partnerships?"}
  s35: {leave_out: true, because: we show our own}
  s36: {leave_out: "yes", because: we show our own}
  s43: {leave_out: true, because: our partners are of other kinds}
  c10: {leave_out: true, because: we meet no such agency}
  n01: {after: S47, for: workforce, sheets: [front, back, handout], say: "[region] pays for them, as long as the state of [region] pays for all of us."}
  n02: {after: s31, for: [workforce, economic], sheets: handout, say: {planning: "One.", "Launch date set": "Two.", active: "Three."}}
""")


def test_terms_and_figures_are_held_against_what_is_there():
    problems = found(
        'region: Lane\nstage: planning\nresults_on_sheets: both\nterms:\n  Labor Shed: "Where we live."\n  "Zone  club!": "x"\n  Zone club: "Classes."\n'
    )
    assert problems == [
        (5, "terms.Labor Shed", "stands in the glossary already; choose another word, or leave it out"),
        (7, "terms.Zone club", "stands in the glossary already; choose another word, or leave it out"),
        (3, "results_on_sheets", "asks for results of your own; add results, or take it away"),
    ]


def test_all_mistakes_of_all_files_are_told_at_once_and_nothing_is_made(little):
    project = little
    only_region(project, "lane", 'region: Lane\nstage: planning\npoints:\n  s99: {say: "Hello."}\n  s12: {sya: "Hello."}\n  s01: {say: x}\n')
    (project / "regions/linn.yml").write_text('region: Linn\nstage: planning\npoints: {n01: {say: "Hello.", sheets: [frnt], after: s47}}\n', "utf-8")
    done = run(project, "check")
    assert done.returncode == 1
    for message in (
        'regions/lane.yml:4: points.s99: is no point; did you mean "s',
        'regions/lane.yml:5: points.s12.sya: unknown key; did you mean "say"?',
        "regions/lane.yml:6: points.s01: is the name, purpose, terms, makers or contact of the tool",
        'regions/linn.yml:3: points.n01.sheets.1: "frnt" is not known; use one of front, back, handout',
    ):
        assert message in done.stderr, done.stderr
    assert {problem.file for problem in own_point_problems(project)} == {"regions/lane.yml"}
