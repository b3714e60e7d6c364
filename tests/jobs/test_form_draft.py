"""What is typed into the form is not lost: it stays until the tab is closed, reads as it will, and what nobody means is told at once."""

import json

from playwright.sync_api import expect

from tests.browser.test_own_version import FORM, fill, keep, save

PREVIEW = ".form-preview-own"


def open_form(page, address):
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}/{FORM}")


def left(page) -> list[str]:
    return page.evaluate("Object.keys(sessionStorage).filter((key) => key.endsWith('playbook_typed'))")


def draft(page) -> dict:
    return json.loads(page.evaluate("sessionStorage.getItem(`${playbook.root.pathname}.playbook_typed`)"))["values"]


def reword(page, point: str, words: str) -> None:
    page.get_by_label("Which point?").select_option(point)
    page.get_by_role("button", name="Say it my way").click()
    page.locator(f'[name="points.{point}.say"]').fill(words)


def test_a_refused_save_and_a_page_loaded_anew_lose_nothing_that_was_typed(page, address):
    open_form(page, address)
    fill(page, {"region": "Lane <b>", "stage": "launch", "convener.1.name": "Lane Board", "convener.2.name": "Second"})
    reword(page, "s20", "Nobody does it alone.")
    save(page)
    expect(page.locator(".form-wrong")).to_contain_text("Industry")
    expect(page.locator(".form-said")).to_have_text("Not saved yet. What you typed stays here until you close this tab.")
    page.reload()
    expect(page.locator(".form-said")).to_have_text("What you typed here is back. It is not saved yet.")
    for name, value in {"region": "Lane <b>", "convener.1.name": "Lane Board", "convener.2.name": "Second", "points.s20.say": "Nobody does it alone."}.items():
        expect(page.locator(f'[name="{name}"]')).to_have_value(value)
    expect(page.locator('[name="stage"][value="launch"]')).to_be_checked()
    expect(page.locator(PREVIEW)).to_contain_text("Nobody does it alone.")
    page.get_by_role("button", name="Clear what I typed").click()
    expect(page.locator('[name="region"]')).to_have_value("")
    expect(page.locator("[data-own-point]")).to_have_count(0)
    assert left(page) == []
    page.reload()
    expect(page.locator('[name="region"]')).to_have_value("")


def test_a_file_that_was_open_is_open_again_with_what_was_changed_and_a_saved_version_leaves_no_draft(page, address):
    open_form(page, address)
    page.get_by_text("Open a region file").click()
    page.get_by_label("Or paste its text").fill("# ours\nregion: Lane\nstage: planning  # soon\n")
    page.get_by_role("button", name="Open the text").click()
    page.reload()  # left as it is
    expect(page.locator(".form-opened")).to_contain_text("The text is open")
    expect(page.locator('[name="region"]')).to_have_value("Lane")
    expect(page.locator(".form-said")).to_have_text("")
    fill(page, {"region": "Lane County"})
    page.reload()
    expect(page.locator('[name="region"]')).to_have_value("Lane County")
    assert "# ours\nregion: Lane County\nstage: planning  # soon" in page.evaluate(
        "() => { const { opened, read } = playbook.form; return playbook.regionFile.edited(opened, opened.values, playbook.check(read(), true).values, playbook.model.order); }"
    )
    save(page)
    expect(page.locator(".form-said")).to_contain_text("Saved.")
    expect(page.get_by_role("button", name="Clear what I typed")).to_be_hidden()
    page.reload()
    expect(page.locator(".form-opened")).to_contain_text("The text is open")
    expect(page.locator(".form-said")).to_have_text("")
    page.get_by_role("button", name="Close the file").click()
    expect(page.locator('[name="region"]')).to_have_value("Lane County")  # the version on this device
    assert left(page) == []


def test_the_preview_shows_a_point_reworded_added_or_left_out_and_a_day_that_has_passed_is_told(page, address):
    page.add_init_script("sessionStorage.setItem('/.playbook_typed', '{')")  # no draft of ours stops nothing
    open_form(page, address)
    fill(page, {"region": "Lane", "stage": "active", "partner_ask.educators": "Will you bring two employers?", "next_meeting.date": "2020-03-03"})
    expect(page.locator(".form-field:has([name='next_meeting.date']) .form-passed")).to_have_text(
        "March 3, 2020 has passed. Is the date right? Pages leave it out."
    )
    expect(page.locator(".form-preview [data-given='partner_ask.educators']").locator("visible=true")).to_contain_text("Will you bring two employers?")
    expect(page.locator(".form-preview")).not_to_contain_text("Will you Will")
    expect(page.locator(".form-preview")).not_to_contain_text("??")
    fill(page, {"next_meeting.repeats": "second Tuesday of the month"})
    expect(page.locator(".form-field:has([name='next_meeting.date']) .form-passed")).to_have_text("")
    expect(page.locator(PREVIEW)).to_be_hidden()
    reword(page, "s10", "In [region], we begin with you.")
    page.get_by_label("Which point?").select_option("s13")
    page.get_by_role("button", name="Add a point after it").click()
    page.locator('[name="points.n01.say"]').fill("Our own line.")
    page.get_by_label("Which point?").select_option("s12")
    page.get_by_role("button", name="Say it my way").click()
    page.locator('[name="points.s12.because"]').fill("we say it later")
    expect(page.locator(f"{PREVIEW} p")).to_have_text(["Points you changed", "In Lane, we begin with you. (S10)", "Our own line. (N01)", "S12 is left out."])
    expect(page.locator('.form-preview [data-shown="s10"]')).to_be_hidden()
    expect(page.locator('.form-preview [data-shown="s11"]')).to_be_visible()


def test_where_nothing_may_be_kept_the_form_promises_nothing(page, address):
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('denied', 'SecurityError'); }})")
    open_form(page, address)
    fill(page, {"region": "Lane", "stage": "launch"})
    save(page)
    expect(page.locator(".form-wrong")).to_contain_text("Industry")
    expect(page.locator(".form-said")).to_have_text("")
    expect(page.get_by_role("button", name="Clear what I typed")).to_be_hidden()


def test_what_is_typed_goes_along_to_another_editions_form_and_stays_when_a_region_comes_from_the_front_page(page, address):
    open_form(page, address)
    reword(page, "s20", "{{ region }} <script>alert(1)</script>")
    page.goto(f"{address}/regions/pine-valley/{FORM}")
    expect(page.locator('[name="points.s20.say"]')).to_have_value("{{ region }} <script>alert(1)</script>")
    page.goto(f"{address}/index.html")
    page.get_by_label("Your region").fill("Lane")
    page.get_by_role("button", name="Put in my region").click()
    expect(page.locator('[name="region"]')).to_have_value("Lane")
    expect(page.locator('[name="points.s20.say"]')).to_have_value("{{ region }} <script>alert(1)</script>")
    expect(page.locator(PREVIEW)).to_contain_text("{{ region }} <script>alert(1)</script>")
    page.go_back()
    page.go_forward()
    expect(page.locator('[name="region"]')).to_have_value("Lane")
    assert len(left(page)) == 1


def test_what_another_page_saved_meanwhile_is_not_lost_with_what_was_typed_before(page, address):
    keep(page, address, {"region": "Lane", "stage": "planning"})
    open_form(page, address)
    fill(page, {"industry": "wood"})
    keep(page, address, {"region": "Lane", "stage": "planning", "points": {"s20": {"say": "Said on another page."}}})
    page.goto(f"{address}/{FORM}")
    expect(page.locator('[name="industry"]')).to_have_value("wood")
    save(page)
    expect(page.locator(".form-said")).to_contain_text("Saved.")
    saved = page.evaluate("playbook.store.own()")
    assert saved["industry"] == "wood" and saved["points"] == {"s20": {"say": "Said on another page."}}


def test_reset_leaves_nothing_of_a_version_in_what_was_typed_upon_it(page, address):
    keep(page, address, {"region": "Lane", "stage": "planning", "points": {"s20": {"say": "Private."}}})
    open_form(page, address)
    fill(page, {"industry": "wood"})
    page.goto(f"{address}/index.html")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(".own-bar")).to_have_count(0)
    assert left(page) == []


def test_what_only_a_file_takes_stays_after_the_rest_was_saved_on_the_device(page, address):
    open_form(page, address)
    fill(page, {"region": "Lane", "stage": "planning", "updated": "2026-11-20"})
    save(page)
    expect(page.locator(".form-said")).to_contain_text("Saved.")
    page.reload()
    expect(page.locator('[name="updated"]')).to_have_value("2026-11-20")


def test_what_is_typed_goes_only_after_a_yes(page, address):
    answers, asked = iter([False, True, False, True]), []
    page.goto(f"{address}/{FORM}")
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept() if next(answers) else dialog.dismiss()))
    file = {"name": "oak.yml", "mimeType": "text/yaml", "buffer": b"region: Oak\nstage: planning\n"}
    region = page.locator('[name="region"]')
    for wanted in ("Lane", "Oak"):
        fill(page, {"region": "Lane"})
        with page.expect_event("dialog"):  # a file is read in its own time
            page.locator("#f-open-file").set_input_files(file)
        expect(region).to_have_value(wanted)
    fill(page, {"region": "Lane"})
    for wanted in ("Lane", "Oak"):
        page.get_by_role("button", name="Clear what I typed").click()
        expect(region).to_have_value(wanted)
    assert len(asked) == 4, asked
    page.get_by_role("button", name="Close the file").click()
    assert left(page) == []


def test_what_is_too_much_to_keep_leaves_no_older_words_that_come_back_in_its_place(page, address):
    open_form(page, address)
    fill(page, {"region": "Older"})
    assert draft(page)["region"] == "Older"
    page.evaluate("sessionStorage.others = 'x'.repeat(5 * 2 ** 20 - 1000)")  # five million characters are a tab's room
    fill(page, {"industry": "wood " * 300})
    expect(page.get_by_role("button", name="Clear what I typed")).to_be_hidden()
    assert left(page) == []
    page.evaluate("delete sessionStorage.others")
    fill(page, {"industry": "steel"})
    assert draft(page) == {"region": "Older", "industry": "steel"}


def test_words_for_a_point_that_the_playbook_no_longer_has_are_told_and_stay_until_they_are_removed(page, address):
    """Those that were typed, and those that were saved on the device; a point of one's own has lost its place with the one that it followed."""
    page.on("dialog", lambda dialog: dialog.accept())
    points = {"s98": {"say": "Our old words."}, "n01": {"after": "s99", "for": ["workforce"], "say": "Our own."}, "s20": {"say": "Still there."}}
    keep(page, address, {"region": "Lane", "stage": "planning", "points": points})
    for opened in ("saved", "typed"):
        page.goto(f"{address}/{FORM}")
        expect(page.locator(".form-said")).to_contain_text(
            "No longer in the playbook: S98; S99, which N01 follows. Your words stand under “Change the talking points”"
        )
        expect(page.locator('[name="points.s98.say"]'), opened).to_have_value("Our old words.")
        expect(page.locator('[name="points.n01.say"]'), opened).to_have_value("Our own.")
        fill(page, {"industry": "wood"})  # which makes a draft of all
    save(page)
    expect(page.locator(".form-wrong li")).to_have_count(2)
    for point in ("N01", "S98"):
        page.get_by_role("button", name=f"Remove: {point}").click()
    save(page)
    expect(page.locator(".form-said")).to_contain_text("Saved.")
    page.get_by_label("Which point?").select_option("s13")
    page.get_by_role("button", name="Add a point after it").click()
    boxes = page.get_by_role("group", name="For whom?").get_by_role("checkbox")
    for box in boxes.all():
        box.click()
    expect(boxes.last).to_be_checked()  # a point for nobody would be for all
    expect(page.get_by_text("A point is for somebody. Tick another first, or remove the point.")).to_be_visible()
    assert draft(page)["points"]["n01"]["for"] == ["community"]
