"""My sheet: points ticked anywhere, in the reader's order, with the time they take and the credit."""

import io
import json

from playwright.sync_api import expect
from pypdf import PdfReader

from playbook.content.attribution import foot, line
from playbook.content.point_spec import point_specs

PAGE = "regions/pine-valley/my-sheet.html"


def tick(page, *points: str) -> None:
    for point in points:
        page.goto(f"{page.url.split('/regions/')[0]}/regions/pine-valley/{point_specs()[point].page}.html")
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
    expect(page.locator('[data-point="c08"] .my-words')).to_have_text("Will you join the training task team?")
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
    assert foot("toolkit") in text and "Will you join the training task team?" in text
    assert "Remove" not in text and "opportunity youth" not in text

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear the sheet").click()
    expect(page.get_by_text("Nothing is on your sheet yet.")).to_be_visible()
    assert not page.evaluate("Object.keys(localStorage).filter(key => key.includes('playbook'))")


def test_a_copy_has_the_points_in_order_and_the_credit(page, address):
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text; };")
    page.goto(f"{address}/{PAGE}")
    page.evaluate("playbook.sheet.keep(['s15', 'c01', 's10'])")
    page.reload()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    parts = page.evaluate("window.copied").strip().split("\n\n")
    assert parts[0] == "Pine Valley · food and beverage manufacturing · fictional example"
    assert [part.partition(" ")[0] for part in parts[1:4]] == ["1.", "2.", "3."]
    assert parts[1].startswith("1. Here’s our chance to save effort") and line("playbook") in parts[2]
    assert parts[4] == foot("toolkit")


def test_a_spoilt_list_stops_no_page(page, address):
    for kept in ("{", '"s10"', json.dumps(["s99", "<b>", 7, "s10", "s10"])):
        page.goto(f"{address}/{PAGE}")
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
