"""Practicing and checking up: a timer beside the pitches, several people's check-ups side by side, a sheet with a title, an ask and notes."""

import io
import json

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from playbook.content.attribution import foot
from playbook.content.check_up import check_up


@pytest.mark.usefixtures("page_of_its_own")
def test_a_timer_runs_in_sight_of_the_pitch_and_stops_at_its_time(page, address):
    page.clock.install()
    page.goto(f"{address}/team/practice.html")
    timer = page.get_by_role("group", name="Timer")
    timer.get_by_role("button", name="Start the timer").click()
    page.locator("#pitch-workforce").locator("xpath=following::blockquote[2]").scroll_into_view_if_needed()
    page.clock.run_for(75_000)
    expect(timer.get_by_role("timer")).to_have_text("1:15")
    expect(timer).to_be_in_viewport()
    timer.get_by_role("button", name="Stop").click()
    page.clock.run_for(5_000)
    expect(timer.get_by_role("timer")).to_have_text("1:15")


def saved(answers: dict[str, str], day: str = "2027-01-10") -> bytes:
    """Return a file as the check-up saves it: an older result, and the newest answers by statement."""
    rows = [("Date", "Statement", "Answer"), *(("2026-01-01", text, "Not yet") for text in answers), *((day, text, answer) for text, answer in answers.items())]
    return ("\ufeff" + "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)).encode()


def test_check_ups_of_several_people_show_where_they_differ_most(page, base):
    sent: list[str] = []
    texts = [statement.text for group in check_up().groups for statement in group.statements][:3]
    agreed, wide, near = texts
    page.goto(f"{base}/team/check-up.html")
    page.on("request", lambda request: sent.append(request.url))
    files = [
        ("ana.csv", saved({agreed: "Fully", wide: "Not yet", near: "Mostly"})),
        ("Bo, <b>.csv", saved({agreed: "Fully", wide: "Fully", near: "Fully"})),
        ("notes.csv", b"x,y\r\n1,2"),
    ]
    page.get_by_label("Compare several people’s files").set_input_files([{"name": name, "mimeType": "text/csv", "buffer": data} for name, data in files])
    expect(page.get_by_text("2 people compared, on this device only. Not a check-up file: notes.")).to_be_visible()
    rows = page.locator(".check-up-differences tbody tr")
    assert rows.locator("th").all_text_contents() == [wide, near, agreed]
    assert rows.first.locator("td").all_text_contents() == ["ana", "", "", "Bo, <b>"]
    page.get_by_label("Compare several people’s files").set_input_files([{"name": "ana.csv", "mimeType": "text/csv", "buffer": files[0][1]}])
    expect(page.get_by_text("Choose the files of two people or more")).to_be_visible()
    expect(page.locator(".check-up-differences")).to_be_hidden()
    assert not [url for url in sent if not url.endswith("favicon.svg")]  # which the browser fetches when it likes


def test_my_sheet_takes_a_title_an_ask_and_notes_to_paper_and_into_a_copy(page, address):
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text; };")
    page.goto(f"{address}/my-sheet.html")
    page.evaluate("playbook.sheet.keep(['s10'])")
    page.reload()
    page.get_by_label("Title").fill("Dean Ochoa <b>")
    page.get_by_label("The ask").fill("Will you come on Thursday?")
    page.get_by_label("Notes").fill("Met at the fair.\nLikes pathways.")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dean Ochoa <b>")
    (paper,) = PdfReader(io.BytesIO(page.pdf(format="Letter", prefer_css_page_size=True))).pages
    text = " ".join(paper.extract_text().split())
    for words in ("Dean Ochoa <b>", "Will you come on Thursday?", "Likes pathways.", foot("toolkit")):
        assert words in text
    assert text.count("Will you come on Thursday?") == 1
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    parts = page.evaluate("window.copied").split("\n\n")
    assert parts[0] == "Dean Ochoa <b>" and "The ask\nWill you come on Thursday?" in parts and parts[-1].strip() == foot("toolkit")
    for broken in ("{", json.dumps({"title": 7}), "[]"):
        page.evaluate("kept => localStorage.setItem(`${playbook.root.pathname}.playbook_sheet_words`, kept)", broken)
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("My sheet")
