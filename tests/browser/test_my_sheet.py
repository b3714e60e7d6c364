"""My sheet: points ticked anywhere, in the reader's order, with the time they take and the credit."""

import io
import json

from playwright.sync_api import expect
from pypdf import PdfReader

from playbook.content.attribution import foot, line
from playbook.content.point_spec import point_specs
from playbook.content.reading_time import duration_in_words
from tests.support.waiting import until

COUNTS = (1, 22, 65, 115, 118, 130, 163, 195, 325)  # words; between 113 and 119 there were two answers
PAGE = "regions/pine-valley/my-sheet.html"


def tick(page, *points: str) -> None:
    for point in points:
        there = f"{page.url.split('/regions/')[0]}/regions/pine-valley/{point_specs()[point].page}.html"
        if page.url != there:
            page.goto(there)
        for tab in page.locator(".tabbed-labels label").all():
            if not page.locator(f"#{point}").is_visible():
                tab.click()
        page.get_by_role("button", name=f"My sheet: {point.upper()}").click()


def order(page) -> list[str]:
    return page.locator(".my-points > li").evaluate_all("items => items.map(item => item.dataset.point)")


def test_ticked_points_make_a_sheet_with_the_regions_values_the_time_and_the_credit(page, base):
    page.goto(f"{base}/{PAGE}")
    expect(page.get_by_text("Nothing is on your sheet yet.")).to_be_visible()
    tick(page, "s10", "s11", "s12", "s13", "s14", "s15")
    expect(page.get_by_role("link", name="My sheet: 6 points")).to_be_visible()
    page.get_by_role("link", name="My sheet: 6 points").click()
    expect(page.locator(".my-time")).to_have_text("6 points, about 1 minute to say at 130 words a minute")
    expect(page.locator(".my-points li").first).to_contain_text("My team is starting a business-led partnership in Pine Valley.")
    tick(page, "c01", "s36", "c08")
    page.goto(f"{base}/{PAGE}")
    expect(page.locator('[data-point="c01"]')).to_contain_text(line("playbook"))
    expect(page.locator('[data-point="s36"]')).to_contain_text("undated")
    expect(page.locator('[data-point="c08"] .my-words')).to_have_text("Will you be at the launch, to listen?")
    expect(page.locator(".sheet-edition")).to_contain_text("fictional example")

    page.get_by_role("button", name="Move C01 up").click()
    expect(page.get_by_role("button", name="Move C01 up")).to_be_focused()
    page.keyboard.press("Enter")
    assert order(page) == ["s10", "s11", "s12", "s13", "c01", "s14", "s15", "s36", "c08"]
    expect(page.locator(".my-tools [role=status]")).to_have_text("C01 is now number 5 of 9.")
    page.get_by_role("button", name="Remove S12").click()
    page.reload()
    assert order(page) == ["s10", "s11", "s13", "c01", "s14", "s15", "s36", "c08"]

    (paper,) = PdfReader(io.BytesIO(page.pdf(format="Letter", prefer_css_page_size=True))).pages
    text = " ".join(paper.extract_text().split())
    assert foot("toolkit") in text and "Will you be at the launch, to listen?" in text
    assert "Remove" not in text and "opportunity youth" not in text
    page.set_viewport_size({"width": 360, "height": 740})
    high, wide = page.evaluate("""() => {
        const large = new CSSStyleSheet();
        large.replaceSync("html { font-size: 40px !important }");
        document.adoptedStyleSheets = [large];
        return [document.querySelector(".my-do:last-child").offsetHeight, document.documentElement.scrollWidth];
    }""")
    assert wide == 360 and high < 100, "with letters of 200 %, “Remove” stands on one line and within the window"

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear the sheet").click()
    expect(page.get_by_text("Nothing is on your sheet yet.")).to_be_visible()
    expect(page.locator(".my-none a").first).to_be_focused()
    assert not page.evaluate("Object.keys(localStorage).filter(key => key.includes('playbook'))")


def test_the_way_to_my_sheet_lies_over_nothing_at_the_end_of_a_page(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    covered = []
    for name in ("talking-points/what-they-are.html", "talking-points/next-steps.html", "about/glossary.html"):
        page.goto(f"{address}/{name}")
        if name.startswith("talking-points"):
            page.get_by_role("button", name="My sheet: S").first.click()
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        covered += page.evaluate("""name => { const bar = document.querySelector(".my-bar > a")?.getBoundingClientRect();
            return [...document.querySelectorAll("article :is(a, button), footer :is(a, button)")].map((one) => [one, one.getBoundingClientRect()])
              .filter(([, { left, right, top, bottom, height }]) => bar && height && right > bar.left && left < bar.right && bottom > bar.top && top < bar.bottom)
              .map(([one]) => `${name}: ${one.textContent.trim().slice(0, 40)}`); }""", name)  # fmt: skip
    assert not covered


def test_an_empty_sheet_begins_with_its_name_and_offers_no_field_and_no_button(page, address):
    page.goto(f"{address}/my-sheet.html")
    expect(page.get_by_role("heading", name="My sheet", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="a ready sheet")).to_be_visible()
    assert not page.locator("article :is(button, input, textarea):visible").count()


def on_paper(page) -> str:
    page.emulate_media(media="print")
    text = " ".join(page.locator(".paper").inner_text().split())
    page.emulate_media(media="null")
    return text


def test_the_handout_of_ones_own_sheet_is_for_the_partner(page, base):
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{base}/{PAGE}")
    tick(page, "s17", "s31")
    page.goto(f"{base}/{PAGE}")
    page.get_by_label("The ask").fill("Will you send your dean?")
    page.get_by_label("Notes").fill("Park behind the building.")
    page.get_by_role("button", name="Print the handout").click()
    until(page, "window.printed")
    text = on_paper(page)
    wanted = ("what is in it for you", "regional partnership", "Will you send your dean?", "Call or write", foot("toolkit"))
    assert [words for words in wanted if words not in text] == [], text
    assert [words for words in ("My sheet", "S17", "to say at", "Park behind", "Remove", "Title") if words in text] == []
    page.get_by_label("Title").fill("For Lane College")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    text = on_paper(page)
    assert [words for words in ("For Lane College", "S17", "Park behind") if words not in text] == [], text
    assert "Call or write" not in text


def test_a_copy_has_the_points_in_order_and_the_credit(page, address):
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text; };")
    page.goto(f"{address}/{PAGE}")
    page.evaluate("playbook.sheet.keep(['s15', 'c01', 's10'])")
    page.reload()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    parts = page.evaluate("window.copied").strip().split("\n\n")
    assert parts[0] == "Pine Valley Food Makers · Pine Valley · food and beverage manufacturing · fictional example"
    assert [part.partition(" ")[0] for part in parts[1:4]] == ["1.", "2.", "3."]
    assert parts[1].startswith("1. Here’s our chance to save effort") and line("playbook") in parts[2]
    assert parts[4] == foot("toolkit")


def test_points_of_an_audience_that_only_another_edition_has_stay_on_the_list(page, address):
    page.goto(f"{address}/{PAGE}")
    page.evaluate("playbook.sheet.keep(['labor--c01', 's15', 'n01', 's10'])")
    page.reload()
    expect(page.locator(".my-time")).to_contain_text("2 more stand in the edition where you took them.")
    page.get_by_role("button", name="Move S10 up").click()
    page.get_by_role("button", name="Remove S15").click()
    assert page.evaluate("playbook.sheet.picked()") == ["s10", "labor--c01", "n01"]


def test_a_sheet_says_the_same_time_as_the_pages_do(page, address):
    page.goto(f"{address}/{PAGE}")
    page.evaluate("playbook.sheet.keep(['s10'])")
    said = page.evaluate("""counts => counts.map(count => {
        document.querySelector('[data-point="s10"] .my-words').textContent = "word – ".repeat(count);
        dispatchEvent(new Event("storage"));
        return document.querySelector(".my-time").textContent;
    })""", list(COUNTS))  # fmt: skip
    assert said == [f"1 point, {duration_in_words(count)} to say at 130 words a minute" for count in COUNTS]


def test_a_spoilt_list_stops_no_page(page, address):
    page.goto(f"{address}/{PAGE}")
    for kept in ("{", '"s10"', json.dumps(["s99", "<b>", 7, "s10", "s10"])):
        page.evaluate("kept => localStorage.setItem(playbook.device.keys.sheet, kept)", kept)
        page.reload()
        assert order(page) in ([], ["s10"])
        expect(page.get_by_role("heading", name="My sheet")).to_be_visible()


def test_without_scripts_all_points_stand_there_and_no_button_that_does_nothing(chrome, address):
    context = chrome.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/{PAGE}")
    expect(opened.get_by_text("Ticking points needs JavaScript")).to_be_visible()
    expect(opened.locator('[data-point="s44"]')).to_be_visible()
    expect(opened.get_by_role("button", name="Clear the sheet")).to_be_hidden()
    context.close()
