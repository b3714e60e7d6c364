"""The form for one's own version: two windows do not undo each other, and what is missing is said as to a person."""

import io
import re

from playwright.sync_api import expect
from pypdf import PdfReader

from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from tests.browser.test_own_version import FORM, fill, save
from tests.support.project import ROOT


def kept(page) -> dict:
    return page.evaluate("playbook.device.read(playbook.device.keys.own).region")


def test_two_windows_with_the_form_do_not_undo_each_other(page, address):
    page.goto(f"{address}/{FORM}")
    fill(page, {"region": "Lane", "stage": "planning", "industry": "wood", "speaker_role": "planners"})
    save(page)
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.goto(f"{address}/{FORM}")
    other = page.context.new_page()
    other.goto(f"{address}/{FORM}")
    fill(page, {"industry": "wood and paper"})
    fill(other, {"convener.1.name": "Lane Board", "speaker_role": ""})
    save(other)
    expect(other.get_by_text("Saved.")).to_be_visible()
    save(page)
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert kept(page) == {"region": "Lane", "stage": "planning", "industry": "wood and paper", "convener": [{"name": "Lane Board"}]}
    expect(page.locator('[name="convener.1.name"]')).to_have_value("Lane Board")
    expect(page.locator('[name="speaker_role"]')).to_have_value("")
    other.close()


def test_a_window_in_which_nothing_was_typed_shows_what_another_saved(page, address):
    page.goto(f"{address}/{FORM}")
    other = page.context.new_page()
    other.goto(f"{address}/{FORM}")
    fill(other, {"region": "Lane", "stage": "planning"})
    save(other)
    expect(page.locator('[name="region"]')).to_have_value("Lane")
    other.close()


def test_what_is_missing_is_said_as_to_a_person(page, address):
    page.goto(f"{address}/{FORM}")
    save(page)
    alert = page.locator(".form-wrong")
    expect(alert).to_contain_text("These answers are missing or need a change:")
    expect(alert.locator("li").first).to_have_text("Region: Please fill this in.")
    needed = page.locator(".form-needed:visible")
    expect(needed).to_have_count(2)
    fill(page, {"region": "Lane", "stage": "launch"})
    expect(page.locator("label[for='f-industry']")).to_have_text("Industry needed")
    expect(page.get_by_label("Industry")).to_have_attribute("aria-required", "true")
    fill(page, {"stage": "planning"})
    expect(page.locator("label[for='f-industry'] .form-needed")).to_be_hidden()
    fill(page, {"stage": "launch", "convener.1.email": "ana@example.org"})
    expect(page.locator("label[for='f-convener.1.name'] .form-needed")).to_be_visible()
    fill(page, {"convener.1.email": ""})
    expect(needed).to_have_count(3)
    save(page)
    expect(alert).to_contain_text("Please name the industry. It may wait only while you plan.")
    fill(page, {"industry": "wood", "launch_meeting.time": "09:00"})
    save(page)
    expect(alert.locator("li")).to_have_text(
        ["Launch meeting: Time: Please choose the date, too, or leave the time out.", "Launch meeting: Time: Please choose the time zone, too."]
    )
    paper = " ".join(PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text().split())
    assert "Stage Launch coming up Industry wood Launch meeting: Time 09:00" in paper and "Save on this device" not in paper, (
        "the form printed shows its answers"
    )
    text = page.locator(".form-page").inner_text() + alert.inner_text()
    for quoted in page.locator(".form-point-choice option").all_inner_texts():  # how points begin
        text = text.replace(quoted, "")
    assert [word for word in ("is required", "noun phrase", "to mend", "key", "where its project is kept") if word in text] == []


def test_on_a_phone_the_bar_leaves_the_page_and_a_short_way_leads_to_how_it_reads_and_back(page, base):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{base}/{FORM}")
    fill(page, {"region": "Lane", "stage": "launch"})
    bar = page.locator(".form-do")
    assert bar.bounding_box()["height"] < 70
    save(page)
    expect(page.locator(".form-said")).to_have_text("Not saved yet. What you typed stays here until you close this tab.")
    assert bar.bounding_box()["height"] < 110
    page.locator('[name="convener.1.name"]').focus()
    page.get_by_role("button", name="How it reads").click()
    expect(page.get_by_role("region", name="How it reads")).to_be_focused()
    expect(page.get_by_text("Back to the form")).to_be_in_viewport()
    page.get_by_role("button", name="Back to the form").click()
    expect(page.locator('[name="convener.1.name"]')).to_be_focused()
    expect(page.locator('[name="convener.1.name"]')).to_be_in_viewport()


def test_that_a_link_was_copied_is_said_beside_its_button(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(f"{address}/talking-points/what-they-are.html")
        button = page.get_by_role("button", name="Copy link to point S22")
        button.click()
        expect(page.get_by_text("Link copied")).to_be_visible()
        one, other = button.bounding_box(), page.locator(".link-said").bounding_box()
        assert 0 <= other["y"] - one["y"] <= 60 and other["x"] >= 0 and other["x"] + other["width"] <= width


def test_a_web_address_is_taken_as_people_write_it(page, base):
    page.goto(f"{base}/{FORM}")
    fill(page, {"region": "Lane", "stage": "planning", "convener.1.name": "Lane Board", "convener.1.url": "www.lane.example/board"})
    page.locator('[name="convener.1.email"]').focus()
    expect(page.locator('[id="f-convener.1.url-error"]')).to_be_hidden()
    save(page)
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert kept(page)["convener"] == [{"name": "Lane Board", "url": "https://www.lane.example/board"}]


def test_the_form_shows_what_a_point_says_and_what_follows_before_it_is_said_another_way(page, base):
    points = {point.id: point for point in read_points(load_pages(ROOT)[0])}
    said = f"S12 says: {points['s12'].opening} {points['s12'].detail}"
    page.goto(f"{base}/{FORM}")
    page.get_by_label("Which point?").select_option("s12")
    for around, pressed in ((".form-points", "Say it my way"), ("[data-own-point=s12]", "Add a point after it"), ("[data-own-point=n01]", "")):
        now = page.locator(f"{around} > .form-point-now")
        expect(now).to_contain_text(said)
        expect(now).to_contain_text(f"Then S13: {points['s13'].opening}")
        expect(now).to_contain_text("Adapted")  # and whose words they are
        if pressed:
            page.get_by_role("button", name=pressed).first.click()
    page.get_by_label("Which point?").select_option("s34")
    expect(page.locator(".form-points > .form-point-now")).to_contain_text("S34 says:")
    page.get_by_label("Which point?").select_option("s08")  # no line to say: it is named by how it begins
    expect(page.locator(".form-points > .form-point-now > p").first).to_have_text(re.compile("^S08 says: There are two times to use them: "))
