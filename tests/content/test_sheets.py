"""Sheets: the right points on the right sides."""

from pathlib import Path

import lxml.html
import pytest

from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import EXPRESSION, read_points
from playbook.content.reading_time import PACE
from playbook.content.sheet_plan import SHEETS_FOLDER, Sheet, all_sheets
from playbook.model.stage import STAGES
from playbook.search.index_file import read_index
from tests.support.project import ROOT, only_region, run

POINTS = {point.id: point for point in read_points(load_pages(ROOT)[0])}


def ids(side: tuple) -> set[str]:
    return {spec.id for spec in side}


def test_there_are_four_audiences_at_three_stages_each_to_say_and_to_hand_out(printed):
    assert len(list(all_sheets())) == 24
    missing = [
        f"{place}/{sheet.stem}{suffix}"
        for place in (printed / SHEETS_FOLDER, printed / "regions/pine-valley" / SHEETS_FOLDER)
        for sheet in all_sheets()
        for suffix in (".html", ".pdf", ".docx")
        if not (place / f"{sheet.stem}{suffix}").is_file()
    ]
    assert not missing


def test_every_sheet_has_its_page_for_its_audience_and_stage():
    pages = {page.path: page.front.data for page in load_pages(ROOT)[0]}
    wrong = [
        sheet.stem
        for sheet in all_sheets()
        if (pages[f"{SHEETS_FOLDER}/{sheet.stem}.md"]["for_audience"], pages[f"{SHEETS_FOLDER}/{sheet.stem}.md"]["for_stage"]) != (sheet.audience, sheet.stage)
    ]
    assert not wrong


def test_side_one_is_said_in_two_minutes():
    words = {
        sheet.stem: sum(len(EXPRESSION.sub("a region value", POINTS[spec.id].opening).split()) for spec in sheet.points("front")) for sheet in all_sheets()
    }
    assert not {stem: count for stem, count in words.items() if count > 2 * PACE}


@pytest.mark.parametrize("sheet", list(all_sheets()), ids=lambda sheet: sheet.stem)
def test_a_sheet_has_points_of_its_own_audience_and_stage_only(sheet):
    for side in ("front", "back", "handout"):
        for spec in sheet.points(side):
            assert sheet.stage in spec.stages
            assert sheet.audience in spec.audiences
    assert len(sheet.shares("handout" if sheet.handout else "front")) == 2
    assert sheet.asks("handout" if sheet.handout else "front")


def test_s25_comes_with_its_note_and_is_never_left_behind():
    for sheet in all_sheets():
        assert ("s25" in ids(sheet.points("back"))) == ("c10" in ids(sheet.points("back"))) == (sheet.audience == "workforce")
        assert "s25" not in ids(sheet.points("handout")) | ids(sheet.points("front"))


def test_a_handout_has_no_instructions_notes_or_ids(site):
    root = lxml.html.parse(str(site / "sheets/educators-planning-handout.html")).getroot()
    sheet = root.xpath('//div[contains(@class, "sheet-handout")]')[0]
    assert not sheet.xpath('.//a[@class="point-id"] | .//div[@class="sheet-notes" and @data-lines="6"]')
    assert not {spec.id for spec in point_specs().values() if spec.handout and spec.kind in ("instruction", "note", "label")}


def said(file: Path) -> str:
    sheet = lxml.html.parse(str(file)).getroot().xpath('//div[starts-with(@class, "sheet sheet-")]')[0]
    for waiting in sheet.xpath(".//*[@hidden]"):  # for a reader's own version
        waiting.drop_tree()
    return " ".join(sheet.text_content().split())


def test_openings_stand_on_side_one_as_they_are(site):
    text = said(site / "sheets/educators-launch.html")
    plain = [POINTS[d.id].opening for d in Sheet("educators", "launch").points("front") if "{" not in POINTS[d.id].opening]
    assert [opening for opening in plain if opening not in text and "% of partnerships" not in opening] == []


def test_the_ask_says_when_and_where_or_that_it_is_to_be_set(site):
    assert "Tuesday, January 26, 2027 2:00 pm Pacific Time Grange Hall, Room 2" in said(site / "regions/pine-valley/sheets/workforce-launch.html").replace(
        "2027", "2027 "
    ).replace("Time", "Time ").replace("  ", " ")
    assert "Date to be set" in said(site / "sheets/workforce-planning.html")


def test_no_sheet_says_that_the_launch_date_is_set_beside_a_date_that_is_not_and_all_call_the_stage_by_one_name(site):
    told = {
        file.relative_to(site).as_posix(): said(file)
        for edition in ("", "regions/nine-rivers", "regions/pine-valley", "regions/rio-verde")
        for file in (site / edition / "sheets").glob("*-launch*.html")
    }
    assert len(told) == 32
    assert not [name for name, text in told.items() if "date set" in text.lower() or "Before the launch" in text or STAGES["launch"].label not in text]
    assert not [name for name, text in told.items() if "Date to be set" in text]


def test_a_launch_sheet_asks_for_a_specific_job_only_where_the_region_names_one(site):
    for edition, named in (("", False), ("regions/nine-rivers", False), ("regions/pine-valley", True)):
        text = said(site / edition / "sheets/educators-launch.html")
        assert ("C08" in text) == ("Written by this playbook" in text) == named, edition
        assert "C08" in said(site / edition / "sheets/educators-active.html")


def test_an_active_partnership_asks_nothing_that_a_region_asks_before_its_launch(site):
    launch, ours = "Will you be at the launch, to listen?", "Will you invite these companies to see one of your classes?"
    for sheet in ("educators-active", "educators-active-handout"):
        text = said(site / f"regions/pine-valley/sheets/{sheet}.html")
        assert ours in text and launch not in text, sheet
        assert "Will you join the task team on internships?" in said(site / f"regions/pine-valley-health/sheets/{sheet}.html")
    assert launch in said(site / "regions/pine-valley/sheets/educators-launch-handout.html")
    slides = lxml.html.parse(str(site / "regions/pine-valley/team/slides.html")).getroot()
    assert "at the launch, to listen" not in slides.text_content() and "see one of your classes" in slides.text_content()


def test_a_meeting_that_has_passed_invites_nobody(little):
    only_region(little, "lane", "region: Lane\nstage: launch\nindustry: wood\nexample: true\nplanning_meeting: {date: 2026-11-01, place: Library}\n")
    assert run(little, "build", "--pages-only").returncode == 0
    text = said(little / "site/regions/lane/sheets/educators-planning.html")
    assert "New date to be announced" in text and "Library" not in text


def test_the_audiences_own_page_shows_the_current_stage(site):
    for edition, stage in (("", "planning"), ("regions/pine-valley", "launch"), ("regions/pine-valley-health", "active")):
        root = lxml.html.parse(str(site / edition / "sheets/educators.html")).getroot()
        assert root.xpath('//div[contains(@class, "sheet-say")]/@data-stage') == [stage]
        assert any(link.endswith(f"educators-{stage}.pdf") for link in root.xpath("//a/@href"))


def test_each_sheet_is_found_once_as_a_whole_with_its_pdf(site):
    found = [entry for entry in read_index(site)["entries"] if entry["location"].startswith("sheets/educators-planning.html")]
    assert [(entry["kind"], entry["audiences"], entry["stages"], entry["paper"]) for entry in found] == [
        ("sheet", ["educators"], ["planning"], "sheets/educators-planning.pdf")
    ]


def test_whom_to_call_is_on_every_sheet_of_a_region(site):
    bare = [f.name for f in (site / "regions/pine-valley/sheets").glob("*-*.html") if "Pine Valley Workforce Board" not in said(f)]
    assert not bare
