"""A meeting has passed once its day is over where it takes place; one region's file can be looked at alone."""

from datetime import UTC, date, datetime

import pytest

from playbook.build.site_build import prepared
from playbook.files.diagnostics import ProblemsFound
from playbook.model.clock import current, passed_meetings
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Region
from tests.support.project import TODAY, only_region

DAY = date.fromisoformat(TODAY)
EVENING = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)  # November 23 in Honolulu, Denver and Detroit; November 24 in San Juan and Guam


def region(zone: str | None, other: str | None = None) -> Region:
    meeting = Meeting(date=date(2026, 11, 23), timezone=zone)
    return Region(region="Lane", stage="planning", planning_meeting=meeting, launch_meeting=Meeting(timezone=other))


@pytest.mark.parametrize(
    ("zone", "passed"),
    [
        ("Pacific/Honolulu", False),
        ("America/Denver", False),
        ("America/Detroit", False),
        ("America/Puerto_Rico", True),
        ("Pacific/Guam", True),
        (None, False),
    ],
)
def test_a_meeting_passes_at_midnight_of_its_own_time_zone(zone, passed):
    assert passed_meetings(region(zone), EVENING) == (["planning_meeting"] if passed else [])


def test_a_meeting_without_a_time_zone_has_that_of_the_regions_other_meetings():
    assert passed_meetings(region(None, "Pacific/Guam"), EVENING) == ["planning_meeting"]
    assert passed_meetings(region(None, "Pacific/Honolulu"), EVENING) == []


def test_a_day_that_was_named_is_the_same_everywhere():
    assert passed_meetings(region("Pacific/Guam"), DAY) == passed_meetings(region("Pacific/Honolulu"), DAY) == []


def test_one_convener_learns_whether_their_file_is_sound_whatever_is_wrong_with_the_others(project):
    only_region(project, "lane", "region: Lane\nstage: planning\nplanning_meeting: {date: 2026-11-22}\n")
    (project / "regions/pine.yml").write_text("region: Pine\nstage: lunch\n", "utf-8")
    (project / "regions/oak.yml.txt").write_text("region: Oak\nstage: planning\n", "utf-8")
    (project / "site.yml").write_text("home: pine\n", "utf-8")
    catalog = prepared(project, DAY, False, ("lane",))
    assert [(edition.slug, edition.path) for edition in catalog.editions] == [("", ""), ("lane", "regions/lane/")]
    assert [str(warning).split(" has passed")[0] for warning in catalog.warnings] == ["regions/lane.yml:3: planning_meeting.date: 2026-11-22"]
    with pytest.raises(ProblemsFound) as found:
        prepared(project, DAY, False, ("pine", "oak", "lanes"))
    told = [str(problem) for problem in found.value.problems]
    assert [line.split(": ")[0] for line in told] == ["regions/lanes.yml", "regions/oak.yml", "regions/oak.yml.txt", "regions/pine.yml:2"]
    assert told[0] == 'regions/lanes.yml: no such edition; did you mean "lane"?'


def test_two_editions_of_one_name_and_industry_are_told_with_both_files(project):
    only_region(project, "lane", "region: Lane\npartnership: Lane Food\nindustry: food\nstage: planning\n")
    put = {
        "lane-new": 'region: Lane County\nstage: active\npartnership: "LANE  food"\nindustry: Food\n',
        "lane-wood": "region: Lane\npartnership: Lane Food\nindustry: wood\nstage: planning\n",
        "oak": "region: Oak\nstage: planning\n",
        "oak-two": "region: oak\nstage: planning\n",
        "oak-ohio": "region: Oak\nstate: Ohio\nstage: planning\n",
        "oak-example": "region: Oak\nstage: planning\nexample: true\n",
        "tri/_all": "partnership: Tri-County Care\nindustry: care\nstage: launch\n",
        "tri/east": "region: East\n",
        "tri/west": "region: West\n",
        "tri/west-old": "region: West\n",
    }
    (project / "regions/tri").mkdir()
    for name, text in put.items():
        (project / f"regions/{name}.yml").write_text(text, "utf-8")
    told = sorted(str(warning).partition("; ")[0] for warning in prepared(project, DAY, False).warnings)
    assert told == [
        "regions/lane-new.yml:3: partnership: “LANE  food”, with the industry Food, is the name in regions/lane.yml, too",
        "regions/oak-two.yml:1: region: “oak”, with no industry, is the name in regions/oak.yml, too",
        "regions/tri/west-old.yml:1: region: “West”, with the industry care, is the name in regions/tri/west.yml, too",
    ]


def test_an_example_that_left_the_site_is_named_with_the_way_to_build_it(project):
    only_region(project, "lane", "region: Lane\nstage: planning\n")
    (project / "examples/oak.yml").write_text("region: Oak\nstage: planning\n", "utf-8")
    with pytest.raises(ProblemsFound, match=r"examples/oak\.yml: is a fictional example, .* add --examples"):
        prepared(project, DAY, False).chosen(("oak",))
    assert [edition.slug for edition in prepared(project, DAY, True).chosen(("oak",))] == ["oak"]
    with pytest.raises(ProblemsFound, match=r'regions/okk\.yml: no such edition; did you mean "oak"'):
        prepared(project, DAY, True).chosen(("okk",))


@pytest.mark.parametrize(
    ("day", "moved_from", "repeats", "today", "following"),
    [
        ("2026-11-30", "2026-12-07", "first Monday", "2026-12-01", "2027-01-04"),
        ("2026-12-02", "2026-11-25", "last Wednesday", "2026-12-03", "2026-12-30"),
        ("2027-04-01", "2027-03-25", "last Thursday of the quarter", "2027-04-02", "2027-06-24"),
    ],
)
def test_a_meeting_that_was_moved_counts_as_the_one_of_its_own_month(day, moved_from, repeats, today, following):
    region = Region.model_validate({"region": "Lane", "stage": "planning", "next_meeting": {"date": day, "moved_from": moved_from, "repeats": repeats}})
    assert current(region, date.fromisoformat(today)).next_meeting.date == date.fromisoformat(following)
