"""A reader says a point in words of their own: at the point or in the form, on this device only; a link and a file carry them."""

import re

import pytest
from playwright.sync_api import expect

from playbook.content.point_spec import point_specs
from playbook.content.wording.point_rules import UNTOUCHED, problems_in
from playbook.files.yaml_file import parse_yaml
from playbook.model.region_file import load_region
from tests.browser.test_own_version import keep
from tests.wording.conftest import TODAY

FORM = "localize/your-words.html"
UP_TO = "talking-points/what-are-you-up-to.html"
HOSTILE = "<img src=x onerror=alert(1)> in [region]"


@pytest.fixture
def lane(page, address):
    """A browser page of a reader whose own version, of Lane County, is kept on the device."""
    return keep(page, address, {"region": "Lane County", "stage": "planning"})


def reword(page, point: str, say: str = "", more: str = "", why: str = "") -> None:
    page.get_by_role("button", name=f"Say it my way: {point}").click()
    panel = page.get_by_role("group", name=f"Say {point} my way")
    for label, text in (("The line to say", say), ("What follows it", more), ("Or leave it out. Why?", why)):
        if text:
            panel.get_by_label(label).fill(text)
    panel.get_by_role("button", name="Save on this device").click()


def test_a_point_is_said_my_way_and_goes_back(lane, address):
    lane.goto(f"{address}/{UP_TO}")
    reword(lane, "S12", say=HOSTILE, more="All of us.")
    point = lane.locator("#s12")
    expect(point).to_contain_text("<img src=x onerror=alert(1)> in Lane County All of us.")
    expect(point).to_contain_text("the conveners of this region")
    assert not point.locator("img").count()
    lane.get_by_role("button", name="Say it my way: S12").click()
    assert lane.get_by_label("The line to say").input_value() == HOSTILE
    lane.get_by_role("button", name="Back to the playbook’s words").click()
    expect(lane.locator("#s12")).to_contain_text("we often call the same companies")


ARRIVED = """(id) => {
  const point = document.getElementById(id), focused = document.activeElement;
  const box = point.getBoundingClientRect(), head = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const wrong = [];
  if (!point.contains(focused)) wrong.push(`${id}: the focus is at ${focused.localName}`);
  if (box.top < head - 1 || box.top > innerHeight - 80) wrong.push(`${id}: begins at ${box.top}, below the header at ${head}`);
  return wrong;
}"""
WHAT = "talking-points/what-they-are.html"


def test_after_saving_the_point_is_in_view_with_the_focus_and_it_is_said(lane, address):
    """On a phone and on a desk in turn."""
    lane.goto(f"{address}/{WHAT}")
    wrong = []
    for point, at, change, width in (
        ("S17", "s17", {"say": "We sit at one table."}, 360),
        ("S28", "s28", {"say": "We cross the line.", "more": "They hire from all around."}, 1280),
        ("S27", "s28", {"why": "we do not say it"}, 360),  # is gone: the next one of its list
        ("S35", "s35", {"more": "It lasts."}, 1280),
    ):
        lane.set_viewport_size({"width": width, "height": 740})
        reword(lane, point, **change)
        status = lane.get_by_role("status").filter(has_text="Saved on this device")
        expect(status).to_be_visible()
        expect(status).to_be_in_viewport()
        expect(lane.locator(f"#{at}")).to_be_in_viewport()
        wrong += lane.evaluate(ARRIVED, at)
    lane.get_by_role("button", name="Say it my way: S17").click()
    lane.get_by_role("button", name="Back to the playbook’s words").click()
    expect(lane.get_by_role("status").filter(has_text="Saved on this device")).to_be_visible()
    wrong += lane.evaluate(ARRIVED, "s17")
    assert not wrong


OVERLAPS = """() => [...document.querySelectorAll("article li[id]:has(.point-way)")].flatMap((point) => {
  const boxes = [...point.querySelectorAll(".point-pick, .point-way, .link-copy, [data-part]")].flatMap((one) => [...one.getClientRects()].map((box) => [one, box]));
  const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const low = boxes.filter(([, box]) => box.bottom > point.getBoundingClientRect().bottom).map(([one]) => `${point.id}: ${one.className} is below it`);
  return low.concat(boxes.flatMap(([one, box], i) => boxes.slice(i + 1).filter(([other, next]) => other !== one && !other.dataset.part && meet(box, next))
    .map(([other]) => `${point.id}: ${one.className || one.dataset.part} under ${other.className}`)));
})"""


def test_the_tools_of_a_point_and_its_words_stand_apart_and_what_cannot_be_said_is_refused_beside_it(lane, address):
    lane.goto(f"{address}/{UP_TO}")
    reword(lane, "S12", say="word " * 19)
    expect(lane.locator(".my-way .tools-said")).to_contain_text("more than 18 words")
    lane.keyboard.press("Escape")
    expect(lane.get_by_role("button", name="Say it my way: S12")).to_be_focused()
    found = {}
    for width in (320, 360, 768, 1280):
        lane.set_viewport_size({"width": width, "height": 900})
        found[width] = lane.evaluate(OVERLAPS)
    assert not any(found.values()), found


def test_a_point_left_out_is_gone_from_page_sheet_and_search_and_comes_back_in_the_form(lane, address):
    lane.goto(f"{address}/{UP_TO}")
    reword(lane, "S13", why="we do not say it")
    expect(lane.locator("#s13")).to_have_count(0)
    lane.goto(f"{address}/{FORM}")
    lane.get_by_label("Your word").fill("Wigwam club")
    lane.get_by_label("What it means").fill("Classes after work.")
    save(lane)
    lane.goto(f"{address}/{UP_TO}")
    reword(lane, "S12", say="We each knock on the same doors.")
    lane.get_by_role("button", name="Search").first.click()
    lane.get_by_role("combobox", name="Search").fill("knock on the same doors")
    expect(lane.locator(".hit").first).to_contain_text("We each knock on the same doors.")
    lane.get_by_role("combobox", name="Search").fill("wearing businesses out")
    expect(lane.get_by_role("option").first).not_to_contain_text("We each knock on the same doors.")  # other results have come
    assert not lane.locator('.hit[href*="#s13"]').count()
    lane.get_by_role("combobox", name="Search").fill("wigwam")
    expect(lane.locator(".hit").first).to_contain_text("Classes after work.")
    lane.goto(f"{address}/sheets/workforce-planning.html")
    assert lane.locator('[data-point="s13"]').count() == 0
    expect(lane.locator('[data-point="s12"]').first).to_contain_text("We each knock on the same doors.")
    lane.goto(f"{address}/{FORM}")
    lane.get_by_role("button", name="Remove: S13").click()
    lane.get_by_role("button", name="Save on this device").click()
    expect(lane.get_by_text("Saved.")).to_be_visible()
    lane.goto(f"{address}/{UP_TO}")
    expect(lane.locator("#s13")).to_contain_text("wearing businesses out")


def downloaded(page, folder):
    """The region that the form's file holds, as a build reads it without a fault."""
    with page.expect_download() as download:
        page.locator(".form-download").click()
    file = folder / "regions" / "lane-county.yml"
    file.parent.mkdir()
    download.value.save_as(file)
    region, problems = load_region(file, TODAY)
    assert region and not problems, problems
    assert not list(problems_in(parse_yaml(file.read_text("utf-8"), "x")[0]))
    return region


def test_the_form_carries_own_words_into_the_link_and_the_file(lane, address, tmp_path):
    lane.goto(f"{address}/{FORM}")
    lane.get_by_label("Which point?").select_option("s12")
    lane.locator(".form-point-add").click()
    lane.locator('[name="points.s12.say"]').fill('We "each" knock: on the same doors.')
    lane.locator('[name="points.s12.more"]').fill("In [region] & around.")
    region = downloaded(lane, tmp_path)
    assert region.points["s12"].text("say", "") == 'We "each" knock: on the same doors.' and region.points["s12"].text("more", "") == "In [region] & around."
    lane.locator(".form-link").click()
    sent = lane.get_by_label("The link").input_value()
    assert len(sent) < 8192
    lane.evaluate("localStorage.clear()")
    lane.goto("about:blank")
    lane.goto(re.sub("index.html#", f"{UP_TO}#", sent))
    expect(lane.locator("#s12")).to_contain_text('We "each" knock: on the same doors. In Lane County & around.')


def save(page) -> None:
    page.get_by_role("button", name="Save on this device").click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def own_point(page, after: str, say: str) -> None:
    page.get_by_label("Which point?").select_option(after)
    page.get_by_role("button", name="Add a point after it").click()
    page.get_by_role("group", name="N01").get_by_label("The line to say").fill(say)


def test_the_form_adds_a_point_and_a_word_and_carries_them_into_the_link_and_the_file(lane, address, tmp_path):
    lane.goto(f"{address}/{FORM}")
    own_point(lane, "s31", HOSTILE)
    point = lane.get_by_role("group", name="N01")
    expect(point).to_contain_text("after S31 · It isn’t about who gets …")
    for box in ("Economic developers", "Community organizations"):
        point.get_by_label(box, exact=False).uncheck()
    point.get_by_label("The handout you leave").check()
    lane.get_by_label("Your word").fill('Zone "club": <b>')
    lane.get_by_label("What it means").fill("Classes {{ 7*7 }} & <i>meals</i>.")
    save(lane)
    lane.reload()
    assert lane.get_by_label("Your word").input_value() == 'Zone "club": <b>'
    expect(point.get_by_label("Economic developers", exact=False)).not_to_be_checked()
    region = downloaded(lane, tmp_path)
    own = region.points["n01"]
    assert (own.after, own.audiences, own.sheets) == ("s31", ("workforce", "educators"), ("front", "handout")) and own.text("say", "") == HOSTILE
    assert region.terms == {'Zone "club": <b>': "Classes {{ 7*7 }} & <i>meals</i>."} and region.results_on_sheets == "toolkit"
    lane.locator(".form-link").click()
    sent = lane.get_by_label("The link").input_value()
    lane.evaluate("localStorage.clear()")
    for url, place, text in (
        ("talking-points/what-they-are.html", "#n01", "<img src=x onerror=alert(1)> in Lane County"),
        ("sheets/educators-planning.html", '.sheet-talk [data-point="n01"]', "<img src=x onerror=alert(1)> in Lane County"),
        ("about/glossary.html", "article", "Classes {{ 7*7 }} & <i>meals</i>."),
    ):
        lane.goto("about:blank")
        lane.goto(re.sub("index.html#", f"{url}#", sent))
        expect(lane.locator(place).first).to_contain_text(text)
        assert not lane.locator("article img[src=x], article h2 b").count(), url
    lane.goto(re.sub("index.html#", "sheets/economic-planning.html#", sent))
    expect(lane.get_by_text("Lane County").first).to_be_visible()
    assert not lane.locator('[data-point="n01"]').count()


def test_what_the_form_cannot_take_of_own_points_and_words_is_said_beside_them(lane, address):
    lane.goto(f"{address}/{FORM}")
    lane.get_by_label("Which point?").select_option("s36")
    lane.get_by_role("button", name="Add a point after it").click()
    expect(lane.locator(".form-point-said")).to_have_text("A point of your own stands among spoken ones, and S36 is a figure. Choose another.")
    own_point(lane, "s47", "")
    assert not lane.get_by_role("group", name="N01").get_by_text("For whom?").count()  # S47 is for workforce developers alone
    for number, (word, meaning) in enumerate((("Labor shed", "Where we live."), ("Club", ""), ("", "Classes."), ("Zone", "One."), ("zone", "Two.")), 1):
        if number > 1:
            lane.locator('[data-list="terms"] .form-add').click()
        lane.locator(f'[name="terms.{number}.word"]').fill(word)
        lane.locator(f'[name="terms.{number}.meaning"]').fill(meaning)
    lane.get_by_role("button", name="Save on this device").click()
    known = "The glossary has this word already. Please choose another."
    assert lane.locator(".form-wrong li").all_inner_texts() == [
        "N01: The line to say: Please write the line to say, or remove the point.", f"Word for the glossary 1: Your word: {known}",
        "Word for the glossary 2: What it means: Please fill this in.", "Word for the glossary 3: Your word: Please fill this in.", f"Word for the glossary 5: Your word: {known}",
    ]  # fmt: skip
    wrong = [field.get_attribute("name") for field in lane.locator('.own-form [aria-invalid="true"]').all()]
    assert wrong == ["points.n01.say", "terms.1.word", "terms.2.meaning", "terms.3.word", "terms.5.word"]


def test_what_is_more_than_a_link_can_carry_is_said_and_the_file_still_carries_it(lane, address):
    lane.goto(f"{address}/{FORM}")
    lane.evaluate(
        """meaning => {
          const type = (name, text) => { const field = document.querySelector(`[name="${name}"]`); field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); };
          for (let number = 1; number < 13; number += 1) {
            if (number > 1) document.querySelector('[data-list="terms"] .form-add').click();
            type(`terms.${number}.word`, `Word ${number}`);
            type(`terms.${number}.meaning`, meaning);
          }
        }""",
        "long " * 119,
    )
    lane.locator(".form-link").click()
    expect(lane.locator(".form-share .tools-said")).to_contain_text("That is more than a link can carry.")
    with lane.expect_download():
        lane.locator(".form-download").click()


def test_the_forms_choice_of_points_holds_points_alone_wherever_the_reader_lives(chrome, address):
    opened = chrome.new_page(timezone_id="America/Boise")
    opened.goto(f"{address}/{FORM}")
    expect(opened.locator('[name="next_meeting.timezone"]')).to_have_value("America/Boise")
    choice = opened.get_by_label("Which point?")
    assert [one for one in choice.locator("option").all_inner_texts() if " · " not in one] == []
    expect(choice).to_have_value("s02")
    opened.close()


def test_every_point_that_may_be_changed_can_be_changed_in_the_form(lane, address):
    lane.goto(f"{address}/{FORM}")
    options = lane.locator(".form-point-choice option").evaluate_all("all => all.map(({ value }) => value)")
    assert set(options) == set(point_specs()) - set(UNTOUCHED)
    for point, parts in (("s12", ["say", "more", "because"]), ("s16", ["say"]), ("s36", ["because"]), ("s64", ["say", "because"])):
        lane.get_by_label("Which point?").select_option(point)
        lane.locator(".form-point-add").click()
        names = lane.get_by_role("group", name=point.upper()).locator("textarea").evaluate_all("all => all.map(({ name }) => name)")
        assert names == [f"points.{point}.{part}" for part in parts]


def test_a_point_of_ones_own_stands_on_my_sheet(lane, address):
    own = {"n01": {"after": "s12", "say": "We bring coffee.", "more": "Always."}}
    keep(lane, address, {"region": "Lane", "stage": "planning", "points": own})
    lane.goto(f"{address}/{UP_TO}")
    lane.get_by_role("button", name="My sheet: N01").click()
    lane.get_by_role("button", name="My sheet: S12").click()
    lane.goto(f"{address}/my-sheet.html")
    expect(lane.locator(".my-points > li")).to_have_count(2)
    expect(lane.locator(".my-points > li").first).to_contain_text("We bring coffee. Always.")
