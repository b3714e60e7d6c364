"""Who is missing: seats ticked on the screen give the answer in words, a page for the board, and go along in the region file."""

import io
import json
import re
from datetime import date

from playwright.sync_api import expect
from pypdf import PdfReader

from playbook.content.attribution import foot
from playbook.model.region import Seat
from playbook.model.region_file import load_region
from playbook.model.seat import SECTORS
from playbook.model.support_team import gaps
from playbook.render.components.blocks import roster
from tests.support.waiting import until

PAGE = "team/roster.html"
FORM = "localize/your-words.html"
STAY = "window.print = () => { window.printed = document.documentElement.className; };"


def tick(page, seat: str, status: str) -> None:
    page.locator(f'[data-seat="{seat}"]').get_by_label(status).check()


def test_ticked_seats_say_who_is_missing_and_stay_on_the_device(page, base):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{base}/{PAGE}")
    tick(page, "board", "on the team")
    expect(page.locator(".seats-said")).to_have_text("Not on board yet: education, economic development and community-based organizations.")
    expect(page.locator(".seats-said")).to_be_in_viewport()
    tick(page, "college", "on the team")
    tick(page, "chamber", "asked")
    tick(page, "trusted", "still open")
    page.get_by_label("Organization: Education: workforce director of the community college").fill("Lane College <b>")
    expect(page.locator(".board-missing li")).to_have_text([
        "Community-based organizations: a seat is open, and nobody has been asked. Decide who asks whom.",
        "Economic development: someone has been asked. Find out what they still need to say yes.",
    ])  # fmt: skip
    expect(page.locator(".board-partly li")).to_have_text(["Education: nobody yet for K-12 and university."])
    tick(page, "board", "asked")
    expect(page.locator('[data-seat="board"] :checked')).to_have_count(1)
    page.reload()
    expect(page.locator(".seats-said")).to_contain_text("workforce development")
    expect(page.get_by_label("Organization: Education: workforce director")).to_have_value("Lane College <b>")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear the chart").click()
    expect(page.locator(".board")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('seats'))") == []


def test_the_chart_begins_with_the_seats_of_the_editions_file_until_one_ticks_ones_own(page, address):
    page.goto(f"{address}/regions/pine-valley-health/{PAGE}")
    listed = page.locator(".roster [data-sector]").evaluate_all("seats => seats.map(({dataset}) => [dataset.sector, dataset.status])")
    ticked = ".seat-boxes :checked"
    charted = page.locator(ticked).evaluate_all("boxes => boxes.map((box) => [box.closest('.seat-boxes').dataset.sector, box.value])")
    assert charted and sorted(charted) == sorted(listed)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('seats'))") == []
    tick(page, "labor", "asked")
    before = page.locator(ticked).count()
    page.reload()
    expect(page.locator(ticked)).to_have_count(before)
    page.goto(f"{address}/{PAGE}")
    expect(page.locator(ticked)).to_have_count(0)


def test_the_screen_and_a_region_file_give_the_same_answer(page, address):
    page.goto(f"{address}/{PAGE}")
    charted = page.locator(".seat-boxes").evaluate_all("boxes => boxes.map(({dataset}) => [dataset.seat, dataset.sector])")
    assert len({seat for seat, _ in charted}) == len(charted) and {sector for _, sector in charted} == set(SECTORS)
    wrong = []
    for shift in range(4):
        kept = {seat: {"sector": sector, "status": ("filled", "asked", "open")[i % 3]} for i, (seat, sector) in enumerate(charted) if (i + shift) % 4}
        page.evaluate("kept => playbook.seats.keep(kept)", kept)
        page.reload()
        shown = page.locator(".board :is(.board-missing, .board-partly) li").all_text_contents()
        seats = [Seat(sector=seat["sector"], status=seat["status"]) for seat in kept.values()]
        told = [f"{gap.field}{gap.status}" for gap in gaps(seats)]
        built = re.findall(r"<li><strong>(.*?)</strong>(.*?)</li>", str(roster(type("R", (), {"support_team": tuple(seats)})())))
        if sorted(shown) != sorted(f"{title}{text}" for title, text in built):
            wrong.append(f"{told}: {shown} on the screen, {built} by the build")
    assert not wrong


def test_the_page_for_the_board_is_one_side_with_the_answer_and_the_credit(page, address):
    page.add_init_script(STAY)
    page.goto(f"{address}/{PAGE}")
    tick(page, "board", "on the team")
    page.get_by_role("button", name="Print the page for the board").click()
    until(page, "window.printed?.includes('print-board')")
    (side,) = PdfReader(io.BytesIO(page.pdf(format="Letter", prefer_css_page_size=True))).pages
    text = " ".join(side.extract_text().split())
    for words in ("Not on board yet: education", "Who asks whom, and by when", "director of the workforce board", foot("playbook")):
        assert words in text
    assert "Close a gap" not in text and "Clear the chart" not in text


def test_ticked_seats_go_along_in_the_region_file(page, address, tmp_path):
    page.goto(f"{address}/{PAGE}")
    tick(page, "schools", "on the team")
    page.get_by_label("Organization: Education: a superintendent").fill('Lane "District" #1: north')
    tick(page, "labor", "still open")
    page.goto(f"{address}/{FORM}")
    page.locator('[name="region"]').fill("Lane")
    page.locator('[name="stage"][value="planning"]').check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download my region file").click()
    (tmp_path / "regions").mkdir()
    saved.value.save_as(tmp_path / "regions/lane.yml")
    region, problems = load_region(tmp_path / "regions/lane.yml", date(2026, 11, 23))
    assert not problems
    assert [(seat.sector, seat.status, seat.organization) for seat in region.support_team] == [
        ("k12", "filled", 'Lane "District" #1: north'),
        ("labor", "open", None),
    ]


def test_what_else_lies_under_its_key_does_not_break_the_chart(page, address):
    page.goto(f"{address}/{PAGE}")
    for broken in ("{", "7", json.dumps({"board": {"sector": "workforce", "status": "gone"}, "x": None, "labor": {"sector": 3, "status": "open"}})):
        page.evaluate("kept => { for (const seat of ['general']) localStorage.setItem(`${playbook.root.pathname}.playbook_seats.${seat}`, kept); }", broken)
        page.reload()
        expect(page.locator(".board")).to_be_hidden()
        expect(page.locator(".seat-boxes input").first).to_be_visible()
