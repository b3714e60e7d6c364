"""Sheets in a real Chromium: found in a tap, copied as e-mail, and any page on paper with its credit on every side."""

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from playbook.content.attribution import foot
from tests.support.waiting import until

FOOT = foot("toolkit")
PHONE = {"width": 360, "height": 740}
OWN = {  # what examples/pine-valley.yml says
    "region": "Pine Valley", "region_long": "Pine Valley and the upper Bear River counties", "industry": "food and beverage manufacturing",
    "partnership": "Pine Valley Food Makers", "stage": "launch", "speaker_role": "economic developers",
    "convener": [{"name": "Pine Valley Workforce Board", "url": "https://example.org", "email": "hello@example.org", "phone": "(555) 010-0142"}],
    "launch_meeting": {"time": "14:00", "timezone": "America/Los_Angeles", "place": "Grange Hall, Room 2"},
    "partner_ask": {"educators": "join the training task team"}, "priorities": ["cold storage", "drivers with a commercial license"],
}  # fmt: skip
STAY = "window.print = () => { window.printed = document.documentElement.className; }"  # what would be printed, without a printer


def said(text: str) -> str:
    return " ".join(text.split())


def pages_of(page) -> list[str]:
    page.evaluate("document.fonts.ready")
    return [said(side.extract_text()) for side in PdfReader(io.BytesIO(page.pdf(format="Letter", prefer_css_page_size=True))).pages]


def test_a_sheet_is_one_tap_from_the_front_page_of_a_phone_and_its_pdf_the_next(page, base, printed):
    page.set_viewport_size(PHONE)
    page.goto(f"{base}/regions/pine-valley/index.html")
    page.locator(".door-meet").get_by_role("link", name="Educators").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Talking with educators")
    expect(page.locator(".tag-stage")).to_have_text("Launch coming up · now")
    expect(page.locator(".sheet-talk li").first).to_be_in_viewport()
    pdf = page.get_by_role("link", name="PDF")
    expect(pdf).to_be_in_viewport()
    expect(pdf).to_have_attribute("download", "")
    assert (printed / "regions/pine-valley/sheets" / pdf.get_attribute("href")).read_bytes().startswith(b"%PDF")


def test_every_sheet_is_two_taps_from_the_index(page, address):
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/regions/pine-valley/sheets/index.html")
    card = page.get_by_role("region", name="Economic developers")
    card.get_by_text("Other stages").click()
    card.get_by_role("link", name="Handout: Economic developers, planning a launch").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("what is in it for economic developers")
    page.get_by_text("Other stages").click()
    page.get_by_role("link", name="Active partnership").click()
    expect(page.locator(".tag-stage")).to_have_text("Active partnership")
    page.get_by_role("link", name="To say").click()
    expect(page).to_have_url(f"{address}/regions/pine-valley/sheets/economic-active.html")


def test_a_phone_shows_the_lines_to_say_large_and_leaves_out_the_notes(page, address):
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/regions/pine-valley/sheets/educators.html")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert page.locator(".sheet-talk li strong").first.evaluate(size) >= 22
    assert page.locator(".sheet-talk .point-id").first.evaluate(size) <= 16
    expect(page.locator(".sheet-aside > .sheet-notes")).to_be_hidden()
    expect(page.get_by_role("heading", name="Notes")).to_be_hidden()
    page.get_by_role("link", name="the ask").click()  # it stands some screens down
    expect(page.locator(".sheet-question")).to_be_in_viewport(ratio=1)


def test_the_copied_text_has_the_lines_the_ask_its_date_and_the_credit(page, base):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}/regions/pine-valley/sheets/educators.html")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.get_by_role("status")).to_contain_text("Copied")
    plain = page.evaluate("navigator.clipboard.readText()")
    rich = page.evaluate("navigator.clipboard.read().then(([all]) => all.getType('text/html')).then((blob) => blob.text())")
    for words in (
        "My team is starting a business-led partnership in Pine Valley.", "Which businesses belong at our launch meeting?",
        "Tuesday, January 26, 2027", "Grange Hall, Room 2", "hello@example.org", FOOT,
    ):  # fmt: skip
        assert words in plain
    assert "\n- My team is starting a business-led partnership in Pine Valley.\n" in plain
    assert "S10" not in plain
    assert not [line for line in plain.splitlines() if line.strip() == "-"] and "<li></li>" not in rich
    assert "<li>My team is starting a business-led partnership in Pine Valley.</li>" in rich.replace("\n", "")


def test_the_e_mail_is_copied_where_the_browser_knows_no_clipboard_and_shown_where_it_refuses(page, address):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{address}/regions/pine-valley/sheets/educators-launch-handout.html")
    page.get_by_role("button", name="Copy as e-mail").click()
    expect(page.get_by_role("status")).to_contain_text("Copied")
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="Copy as e-mail").click()
    expect(page.get_by_role("status")).to_contain_text("press Ctrl+C")
    letter = page.get_by_role("textbox", name="The words of the e-mail")
    expect(letter).to_be_focused()
    assert FOOT in letter.input_value() == page.evaluate("getSelection().toString() || document.activeElement.value")


def boxes(page) -> list[list[float]]:
    """Where each heading, line and box of a sheet stands on paper, and how large it is."""
    page.emulate_media(media="print")
    found = page.evaluate("""[...document.querySelectorAll('.sheet :is(h1, h2, h3, li, p, .shares, .sheet-notes):not(.sheet-edition)')]
      .map(element => element.getBoundingClientRect()).filter(({ height }) => height).map(({ x, width, height }) => [x, width, height].map(Math.round))""")
    page.emulate_media(media="null")
    return found


def test_on_paper_stands_the_foot_black_on_white_and_no_tool_and_on_a_screen_no_line_to_write_on(page, address):
    for name in ("talking-points/what-is-in-it.html", "sheets/educators.html"):
        page.emulate_media(media="screen", color_scheme="dark")
        page.goto(f"{address}/regions/pine-valley/{name}")
        if "sheets" in name:
            expect(page.locator(".sheet-ask")).to_be_visible()
            assert not page.locator(".sheet-notes:visible, .sheet-blank:visible").count()
            expect(page.get_by_role("heading", name="Notes")).to_be_hidden()
        page.emulate_media(media="print", color_scheme="dark")
        expect(page.locator(".credit")).to_be_visible()
        for tool in (".tools", ".md-header", ".md-footer", ".edition-change", ".feedback"):
            expect(page.locator(tool).first).to_be_hidden()
    expect(page.locator(".sheet-aside > .sheet-notes")).to_be_visible()
    colors = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.sheet li')).color]")
    assert colors == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_a_long_page_carries_the_credit_on_every_side(page, base):
    page.goto(f"{base}/regions/nine-rivers/talking-points/what-they-are.html")
    sides = pages_of(page)
    assert len(sides) >= 3
    assert [side.count(FOOT) for side in sides] == [1] * len(sides)


def test_a_sheet_prints_side_one_and_side_two(page, address):
    for name in ("nine-rivers/sheets/community", "hard-name/sheets/educators"):
        page.goto(f"{address}/regions/{name}.html")
        one, two = pages_of(page)
        assert "Talking with" in one and one.count("Call or write") == 1
        assert two.startswith("The fuller points What are you up to?")
        assert one.count(FOOT) == two.count(FOOT) == 1


def test_a_handout_prints_on_one_side(page, address):
    for audience in ("community", "economic"):  # four conveners; the most points
        page.goto(f"{address}/regions/rio-verde/sheets/{audience}-planning-handout.html")
        (side,) = pages_of(page)
        assert FOOT in side


def test_where_no_foot_is_repeated_each_side_has_the_credit_itself_while_it_prints(page, address):
    """WebKit repeats no table's foot and lays out no columns on paper."""
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' })")
    for name, sides in (("workforce-launch", 2), ("educators-planning-handout", 1)):
        page.goto(f"{address}/sheets/{name}.html")
        before = page.locator(".sheet").inner_html()
        printed = pages_of(page)
        assert [side.count(FOOT) for side in printed] == [1] * sides
        assert all(text in printed[-1] for text in (["You learn what workers", "Before you say S25"] if sides == 2 else ["What you gain"]))
        assert page.locator(".sheet").inner_html() == before


def test_ones_own_version_is_printed_as_the_published_sheet_is(page, address):
    page.goto(f"{address}/regions/pine-valley/sheets/educators-launch.html")
    expect(page.locator(".tag-stage")).to_have_text("Launch coming up · now")
    published = (pages_of(page), boxes(page))
    assert published[0][0].startswith("Educators Launch coming up Pine Valley"), "“now” is for the screen"
    day = datetime.now(ZoneInfo("America/Los_Angeles")).date() + timedelta(60)
    values = OWN | {"launch_meeting": OWN["launch_meeting"] | {"date": day.isoformat()}}
    page.goto(f"{address}/about/permission.html")
    page.evaluate("values => playbook.device.write(playbook.device.keys.own, { version: 1, region: values })", values)
    page.goto(f"{address}/sheets/educators-launch.html")
    expect(page.locator(".sheet-edition")).to_contain_text("Pine Valley")
    own = (pages_of(page), boxes(page))
    assert len(own[0]) == len(published[0]) == 2 and [side.count(FOOT) for side in own[0]] == [1, 1]
    assert own[0][1] == published[0][1]
    assert own[1] == published[1]


def test_print_takes_the_audience_in_view_and_print_all_takes_all(page, base):
    page.add_init_script(STAY)
    page.goto(f"{base}/talking-points/what-is-in-it.html?audience=educators")
    page.get_by_role("button", name="Print this tab").click()
    until(page, "window.printed?.includes('print-one')")
    page.emulate_media(media="print")
    expect(page.locator("#s52")).to_be_visible()
    expect(page.locator("#s56")).to_be_visible()
    for other in ("#s44", "#s48", "#c01"):
        expect(page.locator(other)).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Print all").click()
    until(page, "!window.printed.includes('print-one')")
    page.emulate_media(media="print")
    for label in ("Workforce developers", "Economic developers", "Educators", "Community organizations"):
        expect(page.get_by_role("heading", name=label)).to_be_visible()
    for point in ("#s44", "#s48", "#s52", "#c01"):
        expect(page.locator(point)).to_be_visible()


@pytest.mark.usefixtures("page_of_its_own")  # which was never printed: a browser then fetches its fonts at once
def test_the_fonts_of_paper_are_not_fetched_for_the_screen(page, address):
    fetched = []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith(".woff2") else None)
    page.goto(f"{address}/sheets/educators.html", wait_until="load")
    page.evaluate("document.fonts.ready")
    assert not fetched
    page.pdf()
    assert len(fetched) == 2


def test_without_scripts_a_sheet_still_gives_its_files(chrome, address):
    context = chrome.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/sheets/educators.html")
    expect(opened.get_by_role("link", name="PDF")).to_be_visible()
    expect(opened.get_by_role("button", name="Print")).to_be_hidden()
    expect(opened.get_by_role("link", name="The handout")).to_be_visible()
    opened.get_by_text("Other stages").click()
    expect(opened.get_by_role("link", name="Active partnership")).to_be_visible()
    context.close()


def test_the_e_mail_of_a_handout_has_subject_greeting_and_sign_off_and_the_credit_below(page, base):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}/regions/pine-valley/sheets/educators-launch-handout.html")
    page.get_by_role("button", name="Copy as e-mail").click()
    expect(page.get_by_role("status")).to_have_text("Copied. Paste it into your e-mail. Still to fill in: [name], [your name].")
    parts = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n").strip().split("\n\n")
    assert parts[0].startswith("Subject: ") and parts[1] == "Hello [name],"
    assert parts[-3:] == ["With thanks,", "[your name]", FOOT]
    page.goto(f"{base}/regions/pine-valley/sheets/educators.html")
    expect(page.get_by_role("button", name="Copy as e-mail")).to_have_count(0)


def test_a_sheet_for_a_phone_is_one_file_that_opens_offline_with_ask_and_credit(chrome, page, base, tmp_path):
    page.goto(f"{base}/regions/pine-valley/sheets/educators.html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save for a phone").click()
    assert saved.value.suggested_filename == "educators-phone.html"
    file = tmp_path / "sheet.html"
    saved.value.save_as(file)
    assert not [sign for sign in ("<script", "<link", "src=", "url(", " hidden", ' href="../') if sign in file.read_text("utf-8")]
    phone = chrome.new_context(viewport=PHONE, offline=True, java_script_enabled=False)
    opened = phone.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text))
    opened.goto(file.as_uri())
    expect(opened.get_by_role("heading", level=1)).to_have_text("Talking with educators")
    expect(opened.get_by_text(FOOT)).to_be_visible()
    expect(opened.locator(".tag-stage")).to_have_text("Launch coming up")  # a file is kept
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert opened.locator("li").first.evaluate(size) >= 22 and not faults
    ask = opened.get_by_text("The ask", exact=True)
    box = ask.bounding_box()
    assert box["y"] + box["height"] > PHONE["height"] * 0.9 and box["height"] >= 44
    ask.click()
    expect(opened.get_by_text("Grange Hall, Room 2")).to_be_in_viewport()
    phone.close()
