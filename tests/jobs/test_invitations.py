"""An invitation is finished on its page: its brackets are filled once, a copy says what is left, and the meeting goes into a calendar."""

import base64
import json
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

from icalendar import Calendar
from playwright.sync_api import expect

PAGE = "team/invite.html"
WINDOWS = 2000  # characters of an address that Windows hands on to a mail program
STAY = "document.addEventListener('click', (event) => event.target.closest('.tool-mail') && event.preventDefault())"


def fields(page, title: str):
    """Return the fields above the messages of a section."""
    return page.locator(f"#{title} ~ .fill-in").first


def copied(page) -> str:
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


def test_the_brackets_of_an_invitation_are_filled_once_and_a_copy_names_what_is_left(page, base):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}/{PAGE}")
    group, message = fields(page, "the-planning-meeting"), page.locator(".message:visible").first
    group.get_by_label("Their name").fill("Dean <b>Ochoa</b>")
    group.get_by_label("Your name").fill("Ana Ruiz")
    group.get_by_label("Date").fill("2099-01-14")
    group.get_by_label("Subject").fill("Will you plan with us?")
    expect(message).to_contain_text("Hello Dean <b>Ochoa</b>,")
    expect(message).to_contain_text("When and where: Wednesday, January 14, 2099")
    message.get_by_role("button", name="Copy", exact=True).click()
    expect(message.get_by_role("status")).to_have_text("Copied. Paste it into your e-mail. Still to fill in: [time], [place], [convener].")
    text = copied(page)
    assert text.startswith("Hello Dean <b>Ochoa</b>,") and "With thanks,\n\nAna Ruiz, for [convener]" in text
    message.get_by_role("button", name="Copy the subject").click()
    expect(message.get_by_role("status")).to_have_text("Copied. Paste it into the subject line.")
    assert copied(page) == "Will you plan with us?"

    page.goto(f"{base}/team/business.html")
    expect(page.locator(".message")).to_contain_text("Ana Ruiz")
    page.goto(f"{base}/regions/pine-valley/{PAGE}")
    group, message = fields(page, "the-launch"), page.locator(".message:visible").first
    expect(group.get_by_label("Date")).to_be_hidden()
    for label in ("Their name", "Day to answer"):
        group.get_by_label(label).fill("Friday")
    message.get_by_role("button", name="Copy", exact=True).click()
    expect(message.get_by_role("status")).to_have_text("Copied. Paste it into your e-mail.")
    assert "Please write back by Friday with" in copied(page)


WITHOUT_A_DAY = "() => [...document.querySelectorAll('p[data-missing$=\".date\"]:not([hidden])')].map((reason) => reason.dataset.missing)"
UNFILLED = """() => [...document.querySelectorAll(".fill-in-calendar")].map((entry) => [entry.dataset.block, entry.closest(".fill-in")])
    .filter(([block]) => document.querySelector(`p[data-missing="${block.split(":")[1]}.date"]:not([hidden])`))
    .filter(([, group]) => group.querySelector(".fill-in-calendar").hidden || ["date", "time", "place"].some((name) => group.querySelector(`[name=${name}]`).parentElement.hidden))
    .map(([block]) => block)"""


def own(stage: str, **meetings: dict[str, str]) -> str:
    """Return the fragment of a link that holds a reader's own version."""
    region = {"region": "Elm", "stage": stage, "industry": "steel", **meetings}
    return "#my=" + base64.urlsafe_b64encode(json.dumps({"version": 1, "region": region}).encode()).decode().rstrip("=")


def test_wherever_a_page_says_to_type_a_date_its_fields_are_there(page, address):
    past = {"date": "2020-01-15", "time": "09:00", "timezone": "America/Denver", "place": "Depot"}
    versions = (own("planning", planning_meeting=past), own("launch"), own("launch", launch_meeting=past), own("active", next_meeting=past))
    seen, lacking = 0, []
    launch = "team/business.html"  # which speaks of that meeting alone
    for url in (f"regions/nine-rivers/{PAGE}", *(PAGE + version for version in versions), f"regions/nine-rivers/{launch}", launch + versions[2]):
        page.goto("about:blank")
        page.goto(f"{address}/{url}")
        if "#" in url:
            expect(page.locator(".own-bar")).to_be_visible()
        seen += len(page.evaluate(WITHOUT_A_DAY))
        lacking += [(url, block) for block in page.evaluate(UNFILLED)]
        assert page.locator("script[src$='core/calendar.js']").count() == 1 + ("#" in url)  # an own version brings its own
    assert seen == 3 * 5 + 2 and not lacking


def test_an_edition_whose_launch_has_no_date_has_it_typed_copied_and_told(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/regions/nine-rivers/team/business.html")
    message = page.locator(".message")
    message.get_by_role("button", name="Copy", exact=True).click()
    expect(message.get_by_role("status")).to_contain_text("Still to fill in: [name], [date], [time], [place]")
    page.get_by_label("Date").fill("2099-07-01")
    expect(message).to_contain_text("When and where: Wednesday, July 1, 2099")


def calendar_entry(page, group):
    """Take the calendar entry of a group of fields; return the downloaded file's name and its event."""
    with page.expect_download() as saved:
        group.get_by_role("button", name="Add to calendar").click()
    (event,) = Calendar.from_ical(saved.value.path().read_bytes()).walk("VEVENT")
    return saved.value.suggested_filename, event


def test_a_date_typed_above_a_message_becomes_a_calendar_entry_of_the_length_and_zone_that_are_chosen(chrome, address):
    context = chrome.new_context(timezone_id="America/Denver")
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    group = fields(page, "the-launch")
    group.get_by_role("button", name="Add to calendar").click()
    said, passed = group.locator(".tools-said"), group.locator(".fill-in-passed")
    expect(said).to_have_text("Type the date first.")
    expect(group.get_by_label("Date")).to_be_focused()
    expect(group.get_by_label("Time zone")).to_have_value("America/Denver")
    group.get_by_label("Date").fill("2020-07-01")
    warning = "Wednesday, July 1, 2020 has passed. Is the date right?"
    expect(passed).to_have_text(warning)
    calendar_entry(page, group)
    expect(passed).to_have_text(warning)
    expect(said).to_have_text(f"Saved as a calendar file: the whole day. {warning}")
    message = page.locator("#the-launch ~ * .message:visible, #the-launch ~ .message:visible").first
    page.evaluate(STAY)
    for way in (message.get_by_role("button", name="Copy", exact=True), message.get_by_role("link", name="Open in your mail program")):
        way.click()
        expect(message.get_by_role("status")).to_contain_text(warning)
    group.get_by_label("Date").fill("2099-07-01")
    for told in (passed, said, message.get_by_role("status")):
        expect(told).to_have_text("")
    group.get_by_label("Time", exact=True).fill("09:30")
    group.get_by_label("Place").fill("Hall; room 2, left")
    name, event = calendar_entry(page, group)
    assert (
        event.start == datetime(2099, 7, 1, 15, 30, tzinfo=UTC)
        and event["LOCATION"] == "Hall; room 2, left"
        and event["SUMMARY"] == "Launch meeting: sector partnership"
    )
    assert (name, event.duration) == ("launch-meeting.ics", timedelta(hours=2))
    expect(group.locator(".tools-said")).to_have_text("Saved as a calendar file: 9:30 am, 2 hours, Mountain Time.")
    group.get_by_label("Length").select_option("45 minutes")
    group.get_by_label("Time zone").select_option("Pacific Time")
    expect(page.locator(".message:visible").nth(1)).to_contain_text("9:30 am Pacific Time")
    page.reload()  # what was typed and chosen is still there
    expect(group.get_by_label("Length")).to_have_value("45")
    group.get_by_label("Who convenes").fill("Lane Board")
    event = calendar_entry(page, group)[1]
    assert (event.start, event.duration) == (datetime(2099, 7, 1, 16, 30, tzinfo=UTC), timedelta(minutes=45))
    assert event["SUMMARY"] == "Launch meeting: Lane Board"

    page.goto(f"{address}/regions/pine-valley/{PAGE}")
    group = fields(page, "the-planning-meeting")
    expect(group.get_by_label("Time zone")).to_have_value("America/Los_Angeles")
    expect(group.get_by_label("Length")).to_have_value("90")
    group.get_by_label("Date").fill("2027-07-01")
    assert calendar_entry(page, group)[1]["SUMMARY"] == "Planning meeting: Pine Valley Food Makers"
    context.close()


def test_a_message_with_brackets_opens_as_mail_only_after_it_has_told_of_them(page, base):
    page.goto(f"{base}/{PAGE}")
    page.evaluate("""addEventListener("click", (event) => { if (!event.target.closest(".tool-mail")) return;
        document.body.dataset.opened = Number(document.body.dataset.opened ?? 0) + !event.defaultPrevented; event.preventDefault(); })""")
    group, message = fields(page, "the-planning-meeting"), page.locator(".message:visible").first
    opened, mail = page.locator("body"), message.get_by_role("link", name="Open in your mail program")
    group.get_by_label("Their name").fill("Dean Ochoa")
    mail.click()
    expect(message.get_by_role("status")).to_have_text(
        "Still to fill in: [date], [time], [place], [your name], [convener]. Press once more to open it as it is."
    )
    expect(opened).to_have_attribute("data-opened", "0")
    mail.click()
    expect(opened).to_have_attribute("data-opened", "1")
    for label, value in {"Date": "2099-01-14", "Time": "09:30", "Place": "Hall", "Your name": "Ana", "Who convenes": "Lane Board"}.items():
        group.get_by_label(label, exact=True).fill(value)
    mail.click()
    expect(opened).to_have_attribute("data-opened", "2")


WITHOUT_A_FIELD = """() => [...document.querySelectorAll(".message [data-blank]")].map(({ dataset }) => dataset.blank)
    .filter((blank) => ![...document.querySelectorAll(".fill-in label:not([hidden]) input")].some(({ name }) => name === blank))"""


def test_on_a_phone_the_fields_of_a_message_are_one_tap_from_the_first_screen_and_each_bracket_has_one(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    far, lacking = [], []
    for name, first in ((PAGE, "Their name"), ("team/business.html", "Their name"), ("team/notes.html", "Their name"), ("team/handover.html", "Their name")):
        page.goto(f"{address}/{name}")
        button = page.get_by_role("button", name="Fill in the message")
        expect(button).to_be_in_viewport(ratio=1)
        button.click()
        field = page.get_by_label(first).filter(visible=True).first
        expect(field).to_be_focused()
        expect(field).to_be_in_viewport(ratio=1)
        far += [name] if field.bounding_box()["y"] < 60 else []  # under the header
        lacking += page.evaluate(WITHOUT_A_FIELD)
    assert not far and not lacking


def test_every_mail_link_is_one_that_windows_can_open(page, address):
    wrong = []
    for name in (PAGE, "team/business.html", f"regions/pine-valley/{PAGE}", "regions/kaohia-coast/team/business.html"):
        page.goto(f"{address}/{name}")
        page.evaluate(STAY)
        for link in page.evaluate("[...document.querySelectorAll('.tool-mail')].map((link) => { link.click(); return link.href; })"):
            body = unquote(link.partition("&body=")[2])
            if len(link) > WINDOWS or "%0A" in link.replace("%0D%0A", "") or "Hello [name],\r\n\r\n" not in body:
                wrong.append(f"{name}: {len(link)} characters, {link[:80]}")
    assert not wrong


def test_a_message_too_long_for_a_link_is_copied_and_says_so(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/{PAGE}")
    page.evaluate(STAY)
    fields(page, "the-planning-meeting").get_by_label("Place").fill("Hall " * 60)
    message = page.locator(".message:visible").first
    for _ in range(2):  # it tells of the brackets first
        message.get_by_role("link", name="Open in your mail program").click()
    expect(message.get_by_role("status")).to_contain_text("so it is copied: paste it into the mail.")
    assert "&body=" not in message.get_by_role("link").last.get_attribute("href") and "Hello [name]," in copied(page)


def test_what_the_sender_is_called_stays_on_the_device_until_it_is_taken_out(page, address):
    page.goto(f"{address}/{PAGE}")
    name = fields(page, "the-planning-meeting").get_by_label("Your name")
    name.fill("Ana")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('.playbook_sender')).length") == 1
    page.reload()
    expect(name).to_have_value("Ana")
    name.fill("")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('.playbook_sender')).length") == 0


def test_without_scripts_there_are_no_fields_that_fill_nothing(chrome, address):
    context = chrome.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/{PAGE}")
    expect(opened.locator(".fill-in input:visible")).to_have_count(0)
    expect(opened.get_by_text("Hello [name],").first).to_be_visible()
    context.close()
