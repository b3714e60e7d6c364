"""A reader says a point in words of their own: at the point or in the form, on this device only; a link and a file carry them."""

import re

import pytest
from playwright.sync_api import expect

from playbook.content.wording.point_rules import problems_in
from playbook.files.yaml_file import parse_yaml
from playbook.model.region_file import load_region
from tests.wording.conftest import TODAY

FORM = "localize/your-words.html"
UP_TO = "talking-points/what-are-you-up-to.html"
HOSTILE = "<img src=x onerror=alert(1)> in [region]"


@pytest.fixture
def lane(page, site):
    """A page of a reader whose own version, of Lane County, is kept on the device."""
    page.goto(f"{site.as_uri()}/{FORM}")
    page.fill('[name="region"]', "Lane County")
    page.check('[name="stage"][value="planning"]')
    page.get_by_role("button", name="Save on this device").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.goto(f"{site.as_uri()}/{UP_TO}")
    return page


def reword(page, point: str, say: str = "", more: str = "", why: str = "") -> None:
    page.get_by_role("button", name=f"Say it my way: {point}").click()
    panel = page.get_by_role("group", name=f"Say {point} my way")
    for label, text in (("The line to say", say), ("What follows it", more), ("Or leave it out. Why?", why)):
        if text:
            panel.get_by_label(label).fill(text)
    panel.get_by_role("button", name="Save on this device").click()


def test_a_point_is_said_my_way_and_goes_back(lane):
    reword(lane, "S12", say=HOSTILE, more="All of us.")
    point = lane.locator("#s12")
    expect(point).to_contain_text("<img src=x onerror=alert(1)> in Lane County All of us.")
    expect(point).to_contain_text("the conveners of this region")
    assert not point.locator("img").count()
    lane.get_by_role("button", name="Say it my way: S12").click()
    assert lane.get_by_label("The line to say").input_value() == HOSTILE
    lane.get_by_role("button", name="Back to the playbook’s words").click()
    expect(lane.locator("#s12")).to_contain_text("we often call the same companies")


def test_what_cannot_be_said_is_refused_beside_the_point(lane):
    reword(lane, "S12", say="word " * 19)
    expect(lane.locator(".my-way .tools-said")).to_contain_text("more than 18 words")
    lane.keyboard.press("Escape")
    expect(lane.get_by_role("button", name="Say it my way: S12")).to_be_focused()


def test_a_point_left_out_is_gone_from_page_sheet_and_search_and_comes_back_in_the_form(lane, site):
    reword(lane, "S13", why="we do not say it")
    expect(lane.locator("#s13")).to_have_count(0)
    reword(lane, "S12", say="We each knock on the same doors.")
    lane.get_by_role("button", name="Search").first.click()
    lane.get_by_role("combobox", name="Search").fill("knock on the same doors")
    expect(lane.locator(".hit").first).to_contain_text("We each knock on the same doors.")
    lane.get_by_role("combobox", name="Search").fill("wearing businesses out")
    expect(lane.get_by_role("option").first).not_to_contain_text("We each knock on the same doors.")  # other results have come
    assert not lane.locator('.hit[href*="#s13"]').count()
    lane.goto(f"{site.as_uri()}/sheets/workforce-planning.html")
    assert lane.locator('[data-point="s13"]').count() == 0
    expect(lane.locator('[data-point="s12"]').first).to_contain_text("We each knock on the same doors.")
    lane.goto(f"{site.as_uri()}/{FORM}")
    lane.get_by_role("button", name="Remove: S13").click()
    lane.get_by_role("button", name="Save on this device").click()
    expect(lane.get_by_text("Saved.")).to_be_visible()
    lane.goto(f"{site.as_uri()}/{UP_TO}")
    expect(lane.locator("#s13")).to_contain_text("wearing businesses out")


def test_the_form_carries_own_words_into_the_link_and_the_file(lane, site, tmp_path):
    lane.goto(f"{site.as_uri()}/{FORM}")
    lane.get_by_label("Which point?").select_option("s12")
    lane.locator(".form-point-add").click()
    lane.locator('[name="points.s12.say"]').fill('We "each" knock: on the same doors.')
    lane.locator('[name="points.s12.more"]').fill("In [region] & around.")
    with lane.expect_download() as download:
        lane.locator(".form-download").click()
    file = tmp_path / "regions" / "lane-county.yml"
    file.parent.mkdir()
    download.value.save_as(file)
    region, problems = load_region(file, TODAY)
    assert region and not problems, problems
    assert not list(problems_in(parse_yaml(file.read_text("utf-8"), "x")[0], "x"))
    assert region.points["s12"].text("say", "") == 'We "each" knock: on the same doors.' and region.points["s12"].text("more", "") == "In [region] & around."
    lane.locator(".form-link").click()
    address = lane.get_by_label("The link").input_value()
    assert len(address) < 8192
    lane.evaluate("localStorage.clear()")
    lane.goto("about:blank")
    lane.goto(re.sub("index.html#", f"{UP_TO}#", address))
    expect(lane.locator("#s12")).to_contain_text('We "each" knock: on the same doors. In Lane County & around.')


def test_a_point_of_ones_own_stands_on_my_sheet(lane, site):
    values = {
        "version": 1,
        "region": {"region": "Lane", "stage": "planning", "points": {"n01": {"after": "s12", "say": "We bring coffee.", "more": "Always."}}},
    }
    lane.evaluate("values => playbook.device.write(playbook.device.keys.own, values)", values)
    lane.reload()
    lane.get_by_role("button", name="My sheet: N01").click()
    lane.get_by_role("button", name="My sheet: S12").click()
    lane.goto(f"{site.as_uri()}/my-sheet.html")
    expect(lane.locator(".my-points > li")).to_have_count(2)
    expect(lane.locator(".my-points > li").first).to_contain_text("We bring coffee. Always.")
