"""The team's worksheets in a real browser: the check-up stays on the device, messages are copied or opened as mail."""

import csv
import io
import json
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from playwright.sync_api import expect

from playbook.content.attribution import foot
from playbook.content.check_up import check_up

CHECK_UP = "regions/pine-valley/team/check-up.html"
KEY = "`${playbook.root.pathname}.playbook_check-up_pine-valley`"  # as a browser reads it
FORMER = "playbook.check-up.pine-valley"
IDS = {"fields", "deciders", "new-people", "one-job", "convener", "one-voice", "same-picture", "promises", "industry-leads", "own-words"}


def day(page, when: str) -> None:
    """Let the browser believe that it is noon of a day."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"{when}T12:00:00"))


def test_a_statement_keeps_its_id_since_answers_are_kept_under_it():
    ids = [statement.id for statement in check_up().statements]
    assert len(set(ids)) == len(ids) and set(ids) >= IDS, "an id of the check-up is gone or stands twice; change words, not ids"
    assert list(check_up().steps) == ["not-yet", "partly", "mostly", "fully"]


@pytest.mark.usefixtures("page_of_its_own")
def test_the_check_up_stays_on_the_device_and_stands_beside_the_next_one(page, address):
    sent: list[str] = []
    day(page, "2027-01-10")
    page.goto(f"{address}/{CHECK_UP}")
    page.on("request", lambda request: sent.append(request.url) if not request.url.startswith("blob:") and "favicon" not in request.url else None)
    fields, convener = (page.locator(f'fieldset[data-statement="{key}"]') for key in ("fields", "convener"))
    fields.get_by_label("Partly").check()
    convener.get_by_label("Not yet").focus()
    page.keyboard.press("ArrowRight")
    expect(convener.get_by_label("Partly")).to_be_checked()
    page.get_by_role("button", name="Keep this result").click()
    kept = page.get_by_role("status").first
    expect(kept).to_contain_text("Kept on this device. 8 of 10 are still open.")
    expect(kept).to_have_css("color", page.locator("article h1").evaluate("(title) => getComputedStyle(title).color"))  # not a warning's
    assert not sent

    page.reload()
    expect(fields.get_by_label("Partly")).to_be_checked()
    assert page.locator(".check-up-last").all_text_contents() == [""] * 10

    def newer(route):  # a new build: other words, another order
        body = route.fetch().text().replace("Someone from each of the four fields", "Reworded").replace('<h3 id="how-we-work"', "<hr><h3")
        route.fulfill(body=body, content_type="text/html")

    page.route("**/check-up.html", newer)
    day(page, "2027-07-10")
    page.reload()
    expect(fields).to_contain_text("Reworded")
    expect(fields.locator(".check-up-last")).to_have_text("Last time, on 2027-01-10: Partly")
    expect(page.locator(".check-up input:checked")).to_have_count(0)
    fields.get_by_label("Fully").check()
    sent.clear()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    rows = list(csv.reader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
    assert saved.value.suggested_filename == "check-up.csv" and rows[0] == ["Date", "Statement", "Answer"]
    assert ["2027-07-10", "Fully"] in [[row[0], row[2]] for row in rows] and ["2027-01-10", "Partly"] in [[row[0], row[2]] for row in rows]

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase all results here").click()
    expect(page.locator(".check-up input:checked")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('check-up'))") == []
    page.get_by_role("button", name="Save as a file").click()
    expect(page.get_by_text("Choose an answer first.")).to_be_visible()  # an empty file helps nobody
    assert not sent


@pytest.mark.usefixtures("page_of_its_own")
def test_the_next_date_is_a_calendar_file_that_others_can_read(page, address):
    day(page, "2027-01-10")
    page.goto(f"{address}/regions/hard-name/team/check-up.html")
    page.get_by_role("button", name="Add to calendar").click()
    expect(page.get_by_role("status").filter(has_text="Choose a day first.")).to_be_visible()
    expect(page.get_by_label("Next check-up on")).to_be_focused()
    told, warning = page.locator(".check-up-next [role=status]"), "Friday, July 12, 2019 has passed. Is the date right?"
    page.get_by_label("Next check-up on").fill("2019-07-12")
    expect(told).to_have_text(warning)
    page.get_by_role("button", name="Add to calendar").click()
    expect(told).to_have_text(f"Saved as a calendar file: the whole day. {warning}")
    page.get_by_label("Next check-up on").fill("2027-07-12")
    expect(told).to_have_text("")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Add to calendar").click()
    expect(told).to_have_text("Saved as a calendar file: the whole day.")
    data = saved.value.path().read_bytes()
    (mine,), (other,) = Calendar.from_ical(data).walk("VEVENT"), IcsCalendarStream.calendar_from_ics(data.decode()).events
    assert mine.start == other.dtstart == date(2027, 7, 12) and str(mine["SUMMARY"]) == other.summary
    assert "O'Brien & Sons <b>*Doña* {{ 7*7 }}</b> Hawaiʻi" in other.summary and other.uid.startswith("check-up-")
    assert mine["DTSTAMP"].dt.astimezone(UTC).date() == date(2027, 1, 10)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75 and b"\n" not in data.replace(b"\r\n", b"")


def test_what_else_lies_under_its_key_does_not_break_the_check_up_and_answers_kept_before_sites_of_one_host_were_told_apart_come_along(page, base):
    page.goto(f"{base}/{CHECK_UP}")
    for broken in ("{", "null", '{"results": 1, "draft": {"ratings": {"gone": "fully", "fields": "strange"}}}'):
        page.evaluate(f"value => localStorage.setItem({KEY}, value)", broken)
        page.reload()
        expect(page.locator(".check-up input:checked")).to_have_count(0)
    page.locator('fieldset[data-statement="promises"]').get_by_label("Mostly").check()
    page.reload()
    expect(page.locator('fieldset[data-statement="promises"]').get_by_label("Mostly")).to_be_checked()
    assert json.loads(page.evaluate(f"localStorage.getItem({KEY})"))["draft"]["ratings"] == {"promises": "mostly"}
    page.evaluate("localStorage.clear()")
    page.evaluate("key => localStorage.setItem(key, JSON.stringify({ draft: { ratings: { promises: 'fully' } } }))", FORMER)
    page.reload()
    expect(page.locator('fieldset[data-statement="promises"]').get_by_label("Fully")).to_be_checked()
    assert page.evaluate(f"[localStorage.getItem('{FORMER}'), Boolean(localStorage.getItem({KEY}))]") == [None, True]


def test_every_answer_and_button_is_large_enough_to_tap(page, address):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{address}/{CHECK_UP}")
    small = page.evaluate("""() => [...document.querySelectorAll(".check-up :is(label, button, input[type=date])")]
        .filter((e) => { const b = e.getBoundingClientRect(); return b.height && !e.htmlFor && (b.width < 24 || b.height < 24); }).map((e) => e.textContent)""")
    assert small == [] and page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_check_up_is_a_form_to_print(chrome, address):
    context = chrome.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{address}/{CHECK_UP}")
    expect(bare.locator(".check-up fieldset")).to_have_count(10)
    for gone in (".check-up-keep", ".check-up-next"):
        expect(bare.locator(gone)).to_be_hidden()
    assert bare.locator("form").evaluate_all("forms => forms.filter((form) => form.querySelector('fieldset')).length") == 0
    context.close()


def test_an_invitation_is_copied_with_its_values_and_its_credit_or_opened_as_mail(page, base):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}/regions/pine-valley/team/invite.html")
    panel = page.locator("#invite-launch-educators").locator("xpath=..")
    page.locator("label", has_text="Educators").first.click()
    panel.get_by_role("button", name="Copy", exact=True).click()
    expect(panel.get_by_role("status")).to_contain_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    wanted = ("Hello [name],", "Tuesday, January 26, 2027, at 2:00 pm Pacific Time, Grange Hall, Room 2", "At this table, you hear where a whole industry is heading.",
              "When companies talk about staying competitive, you learn what training they’ll need next.*")  # fmt: skip
    assert [words for words in wanted if words not in text] == []
    assert "Subject" not in text and "Open in your mail program" not in text
    signature, credit = text.strip().replace("\r\n", "\n").split("\n\n")[-2:]
    assert signature == "[your name], for Pine Valley Workforce Board" and credit == f"* {foot('toolkit')}"
    assert text.count("dapted from") == 1 and "Written by" not in text

    page.evaluate("document.addEventListener('click', (event) => event.target.closest('.tool-mail') && event.preventDefault())")
    mail = panel.get_by_role("link", name="Open in your mail program")
    mail.click()
    parts = parse_qs(urlsplit(mail.get_attribute("href")).query)
    assert parts["subject"] == ["Your part in our launch meeting in Pine Valley"]
    plain = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "…": "..."})  # where the link would be too long for Windows
    assert parts["body"][0].replace("\r\n", "\n").translate(plain) == text.replace("\r\n", "\n").strip().translate(plain)


def test_an_edition_with_no_date_invites_in_neutral_words(page, address):
    page.goto(f"{address}/regions/nine-rivers/team/invite.html")
    expect(page.get_by_role("link", name="Add to calendar")).to_have_count(0)
    expect(page.get_by_text("This edition has no date for it, or the date has passed.").first).to_be_visible()
    assert "None" not in page.locator("article").inner_text()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel = page.locator("#invite-planning-workforce").locator("xpath=..")
    panel.get_by_role("button", name="Copy", exact=True).click()
    expect(panel.get_by_role("status")).to_contain_text("Copied")
    assert "When and where: [date], at [time], [place]." in page.evaluate("navigator.clipboard.readText()").splitlines()


def test_the_seat_that_is_chosen_has_a_ring_and_the_board_page_fits(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/team/roster.html")
    ring = "box => getComputedStyle(box.closest('label')).boxShadow"
    box = page.locator(".seat-box input").first
    assert box.evaluate(ring) == "none"
    box.check()
    assert box.evaluate(ring) != "none" and page.locator(".seat-box input").nth(1).evaluate(ring) == "none"
    assert page.locator(".board .md-typeset__scrollwrap").evaluate_all("wraps => wraps.every(wrap => wrap.scrollWidth <= wrap.clientWidth)")
