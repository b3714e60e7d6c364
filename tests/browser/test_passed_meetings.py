"""A page that was published before a meeting reads after it as a new build would make it; a reader's own version does so, too."""

import base64
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from playwright.sync_api import expect

from playbook.build.edition_build import Order, add_files, write_pages
from playbook.model.edition import load_catalog
from playbook.model.site_config import load_site
from playbook.render.common_pages import make_common_pages
from tests.support.project import only_region
from tests.support.served import served
from tests.support.small_playbook import small

LANE = """\
region: Lane
stage: launch
industry: wood products
convener: {name: Lane Board, email: call@lane-board.org}
planning_meeting: {date: 2027-03-03, place: Town Hall}
launch_meeting: {date: 2027-03-04, time: "14:00", timezone: Pacific/Honolulu, place: Library}
next_meeting: {date: 2027-03-04, repeats: first Saturday of every other month, time: "9:00", timezone: Pacific/Honolulu, length: 90 minutes, online: https://meet.lane-board.org/a}
"""
BEFORE, AFTER = "2027-03-03", "2027-03-05"
PAGES = (  # one of each kind that tells of a meeting, and one that tells of none
    "sheets/educators-launch.html", "sheets/educators-launch-handout.html", "sheets/community-planning.html",
    "team/invite.html", "team/letter-launch.html", "team/agenda-launch.html",
    "team/launch-day.html", "talking-points/next-steps.html", "my-sheet.html", "index.html", "about/glossary.html",
)  # fmt: skip
MORE = (
    "my-sheet.md",
    "sheets/community-*.md",
    "team/agenda-launch.md",
    "team/business.md",
    "team/launch-day.md",
    "team/letter-launch.md",
)  # than a small playbook has
SHOWN = """() => {
  const body = document.body.cloneNode(true);
  body.querySelectorAll("[hidden], script").forEach(part => part.remove());
  body.querySelectorAll("*").forEach(part => { for (const name of ["data-passed", "data-meeting", "style", "aria-orientation", "tabindex"]) part.removeAttribute(name); });
  body.querySelectorAll("[data-calendar]").forEach(part => { for (const name of ["href", "download", "data-next"]) part.removeAttribute(name); });   // the page makes the file
  return ["article", ".edition-bar"].map(part => body.querySelector(part).outerHTML).join("\\n").replace(/\\s+/g, " ");
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Iterator[dict[str, str]]:
    """The addresses of the same edition, built before its meetings and after two of them."""
    project = small(tmp_path_factory.mktemp("passed") / "fork", *MORE)
    only_region(project, "lane", LANE)
    (project / "site.yml").write_text("home: lane\n", "utf-8")
    (project / BEFORE).mkdir()
    common = make_common_pages(project, load_site(project)[0], date.fromisoformat(BEFORE), project / BEFORE)
    shutil.copytree(project / BEFORE, project / AFTER)
    for day in (BEFORE, AFTER):
        order = Order(project, load_catalog(project, date.fromisoformat(day), examples=False), project / day, date.fromisoformat(day))
        for edition in order.catalog.editions:
            write_pages(order.catalog, common, edition, order.new / edition.path)
            add_files(order, common, edition, order.new / edition.path)
    with served(project / BEFORE) as before, served(project / AFTER) as after:
        yield {BEFORE: before, AFTER: after}


@pytest.fixture(scope="module")
def at(chrome):
    """Opens the browser page of a time zone, with its clock at a moment; of some zones, readers without scripts."""
    pages = {}

    def opened(moment: str, zone: str = "America/Los_Angeles", **options):
        kind = (zone, *options.items())
        pages[kind] = page = pages.get(kind) or chrome.new_context(timezone_id=zone, **options).new_page()
        page.goto("about:blank")  # a fragment alone would not load a page anew
        page.clock.set_fixed_time(moment)
        return page

    yield opened
    for page in pages.values():
        page.context.close()


def test_a_page_published_before_reads_after_the_meeting_as_a_new_build_makes_it(built, at):
    page = at("2027-03-05T20:00:00Z")
    differing = []
    for name in PAGES:
        page.goto(f"{built[BEFORE]}/{name}")
        before = page.evaluate(SHOWN)
        page.goto(f"{built[AFTER]}/{name}")
        differing += [name] if before != page.evaluate(SHOWN) else []
    assert not differing


def text(page, address: str) -> str:
    page.goto(address)
    return page.locator("article").inner_text()


SHEET = "sheets/educators-launch.html"


def test_the_day_of_a_meeting_ends_where_it_takes_place_and_without_a_time_zone_with_the_readers_own_day(built, at):
    """Each reader in a time zone of their own; once it is over, a sheet says neither when nor where it was."""
    shown = text(at("2027-03-05T10:00:00Z"), f"{built[BEFORE]}/{SHEET}")
    assert "New date to be announced" in shown
    assert not [word for word in ("March 4", "2:00 pm", "Library") if word in shown]
    invites = {}
    for moment, zone, sheet, day in (
        ("2027-03-05T09:59:00Z", "Pacific/Guam", SHEET, "March 4, 2027"),  # 11:59 pm of the meeting's day in Honolulu, where it is
        ("2027-03-04T08:00:00Z", "Pacific/Guam", "sheets/educators-planning.html", "March 3, 2027"),
        ("2027-03-04T07:59:00Z", "America/Los_Angeles", "sheets/educators-planning.html", "March 3, 2027"),
    ):
        invites[moment, zone, sheet] = day in text(at(moment, zone), f"{built[BEFORE]}/{sheet}")
    assert [*invites.values()] == [True, False, True], invites


def test_a_meeting_to_come_keeps_its_date_when_another_has_passed_and_one_with_a_rhythm_has_its_next_however_long_ago(built, at):
    for moment, day in (
        ("2027-03-04T20:00:00Z", "Thursday, March 4, 2027"),
        ("2027-03-05T20:00:00Z", "Saturday, May 1, 2027"),
        ("2027-09-05T20:00:00Z", "Saturday, November 6, 2027"),
    ):
        shown = text(at(moment), f"{built[BEFORE]}/sheets/educators-active.html")
        assert f"{day}\n9:00 to 10:30 am Hawaii-Aleutian Time\nOnline: meet.lane-board.org/a" in shown
        assert ("March 4" in shown) == ("March 4" in day)


def test_without_scripts_a_page_stays_as_it_was_published(built, at):
    page = at("2027-03-05T20:00:00Z", java_script_enabled=False)
    assert "Thursday, March 4, 2027" in text(page, f"{built[BEFORE]}/{SHEET}")


def test_the_calendar_file_gives_way_to_the_reason(built, at):
    page = at("2027-03-05T20:00:00Z")
    page.goto(f"{built[BEFORE]}/team/invite.html")
    links = page.get_by_role("link", name="Add to calendar")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("download", "next-meeting.ics")
    with page.expect_download() as saved:
        links.first.click()
    entry = IcsCalendarStream.calendar_from_ics(saved.value.path().read_text("utf-8")).events[0]
    assert (entry.dtstart, entry.dtend) == (datetime(2027, 5, 1, 19, tzinfo=UTC), datetime(2027, 5, 1, 20, 30, tzinfo=UTC))
    assert (entry.uid, entry.location) == ("lane.next-meeting-2027-05-01@support-team-playbook", "https://meet.lane-board.org/a")
    assert (
        page.get_by_text("This edition has no date for it, or the date has passed.").count()
        - page.locator("[hidden]", has_text="This edition has no date").count()
        == 2
    )


def link(region: dict) -> str:
    return "#my=" + base64.urlsafe_b64encode(json.dumps({"version": 1, "region": region}).encode()).decode().rstrip("=")


def test_a_link_and_a_kept_version_tell_of_a_meeting_only_until_it_has_passed(built, at):
    own = {
        "region": "Elm",
        "stage": "launch",
        "industry": "steel",
        "launch_meeting": {"date": "2027-03-04", "time": "14:00", "timezone": "America/Denver", "place": "Depot"},
    }
    sheet = f"{built[BEFORE]}/toolkit/sheets/educators-launch.html"
    page = at("2027-03-04T20:00:00Z", "America/Phoenix")  # where no other test reads, for something is kept there
    page.goto(sheet + link(own))
    assert "Thursday, March 4, 2027" in page.locator("article").inner_text()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".own-bar")).to_have_attribute("data-kind", "own")
    for moment, passed in (("2027-03-05T06:59:00Z", False), ("2027-03-05T07:00:00Z", True)):
        page.clock.set_fixed_time(moment)
        page.goto("about:blank")
        page.goto(sheet)
        shown = page.locator("article").inner_text()
        assert ("New date to be announced" in shown, "March 4" in shown, "Depot" in shown) == (passed, not passed, not passed)
    page.goto(sheet.replace("educators-launch", "educators-launch-handout") + link(own))
    assert page.locator(".sheet-ask").get_by_text("Launch meeting, when and where:").is_visible(), "a line to write the new date on"
    assert "March 4" not in page.locator("article").inner_text()


# before and after clocks change, on the next day of the world's, and without a time
HOURS = (
    ({"date": "2027-03-12", "time": "9:05", "timezone": "America/Los_Angeles", "place": "Depot; Room 2, upstairs"}, datetime(2027, 3, 12, 17, 5, tzinfo=UTC)),
    ({"date": "2027-03-15", "time": "09:05", "timezone": "America/Los_Angeles"}, datetime(2027, 3, 15, 16, 5, tzinfo=UTC)),
    ({"date": "2027-03-15", "time": "20:00", "timezone": "Pacific/Honolulu"}, datetime(2027, 3, 16, 6, tzinfo=UTC)),
    ({"date": "2028-02-29", "place": "Depot"}, date(2028, 2, 29)),
)


@pytest.mark.parametrize(("meeting", "starts"), HOURS)
def test_a_version_of_ones_own_gives_a_calendar_file_with_the_right_hour(built, at, meeting, starts):
    own = {
        "region": "Doña <b>Inés</b>",
        "stage": "launch",
        "industry": "steel",
        "convener": [{"name": "Elm, Inc.", "phone": "555-0100"}],
        "launch_meeting": meeting,
    }
    page = at("2027-03-05T20:00:00Z")
    page.goto(f"{built[BEFORE]}/toolkit/team/invite.html" + link(own))
    with page.expect_download() as saved:
        page.get_by_role("link", name="Add to calendar").click()
    data = saved.value.path().read_bytes()
    (mine,), (other,) = Calendar.from_ical(data).walk("VEVENT"), IcsCalendarStream.calendar_from_ics(data.decode()).events
    assert saved.value.suggested_filename == "launch-meeting.ics"
    assert (mine.start, other.dtstart, str(mine.get("LOCATION", ""))) == (starts, starts, meeting.get("place", ""))
    assert str(mine["SUMMARY"]) == other.summary == "Launch meeting: steel"
    assert "Called by Elm, Inc.." in other.description and "Not from an official edition." in other.description
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
