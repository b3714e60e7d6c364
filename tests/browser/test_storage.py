"""Where the browser keeps nothing for a site, the pages work all the same and say truly that nothing is kept."""

import json
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.test_in_browser import search
from tests.support.chromium import ARGUMENTS, found
from tests.support.project import ROOT

NOT_KEPT = re.compile("does not let (this site|the page) keep anything|Not kept: the storage .* is full")
FILL = "for (let left = 2 ** 24; left >= 1; left /= 2) try { localStorage.setItem(`another page ${left}`, 'x'.repeat(left)); } catch { /* less, then */ }"
BENEFITS = "talking-points/what-is-in-it.html"
# what browsers do: block all site data, offer no store (web views), have no room, have a damaged store, block one of the two
REFUSALS = {
    "blocked": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {get() { throw new DOMException('denied', 'SecurityError'); }})",
    "absent": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {get: () => null})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "damaged": "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException('corrupt', 'UnknownError'); }",
    "blocked in part": "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('denied', 'SecurityError'); }})",
}


def use_theme_tabs_and_search(page, base: str, searching: bool = True) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{base}/{BENEFITS}")
    page.get_by_role("button", name="Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_role("tab")).to_have_count(4)
    page.get_by_role("tab", selected=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#s48")).to_be_visible()
    if searching:
        search(page, "burnout")


def accepted(dialog) -> None:
    dialog.accept()


def use_form_check_up_and_sheet(page, base: str, why: str) -> None:
    page.goto(f"{base}/{BENEFITS}")
    page.locator(".point-pick:visible").first.click()
    expect(page.get_by_role("status").filter(has_text=why)).to_be_visible()
    page.goto(f"{base}/localize/your-words.html")
    page.locator('[name="region"]').fill("Lane County")
    page.locator('[name="stage"][value="planning"]').check()
    expect(page.locator(".form-preview")).to_contain_text("Lane County")
    page.get_by_role("button", name="Save on this device").click()
    expect(page.get_by_role("status").filter(has_text=why)).to_be_visible()
    page.on("dialog", accepted)  # leave the form
    page.goto(f"{base}/team/check-up.html")
    page.remove_listener("dialog", accepted)
    page.locator(".check-up input[type=radio]").first.check()
    page.get_by_role("button", name="Keep this result").click()
    expect(page.get_by_role("status").filter(has_text=NOT_KEPT)).to_be_visible()
    page.goto(f"{base}/my-sheet.html")
    expect(page.get_by_text("Nothing is on your sheet")).to_be_visible()


# what another program, or a version of long ago, left under the site's keys
LEFT = "for (const [key, value] of Object.entries({ palette: '%s', pb_tabs: '%s' })) localStorage.setItem(`/.__${key}`, value)"
FOREIGN = {"no look": LEFT % ("{}", "{}"), "no JSON": LEFT % ("not json", ""), "another kind": LEFT % ('"x"', "null")}


# one script for all: the name of the window, which stays from page to page, says what goes wrong
GOES_WRONG = "\n".join(f"if (window.name === {name!r}) {{ {script} }}" for name, script in {**REFUSALS, **FOREIGN}.items())


def test_theme_tabs_and_search_work_where_nothing_is_kept_and_it_is_said(page, address):
    page.goto(f"{address}/404.html")
    page.add_init_script(GOES_WRONG)
    for refusal in (*REFUSALS, *FOREIGN):
        page.evaluate("name => { window.name = name; }", refusal)
        use_theme_tabs_and_search(page, address, searching=refusal in ("blocked", "absent", "another kind"))
        assert page.evaluate("window.name") == refusal
        if refusal in REFUSALS and refusal != "blocked in part":
            page.keyboard.press("Escape")  # the search, where it was used
            page.locator(".point-pick:visible").first.click()
            expect(page.get_by_role("status").filter(has_text=NOT_KEPT)).to_be_visible()
            assert not page.evaluate("Object.values(playbook.device.keys).some(key => playbook.device.write(key, {}))")  # which every script keeps by
    page.evaluate("window.name = ''")


def test_whatever_would_be_kept_is_said_not_to_be(page, address):
    """Where the store is full, by whatever else the address holds: form, check-up and sheet; all data is blocked in a Chromium of its own, and the other refusals end alike in what scripts keep by."""
    page.goto(f"{address}/404.html")
    page.evaluate(FILL)
    use_form_check_up_and_sheet(page, address, "Delete site data in the browser’s settings, then try again")


def test_no_script_keeps_anything_past_the_one_that_knows_refusals():
    scripts = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/assets/javascripts").rglob("*.js")}
    assert sorted(name for name, script in scripts.items() if "localStorage.setItem" in script) == ["storage.js"]


def test_the_site_works_in_a_chromium_that_blocks_all_site_data(chrome, address, site, tmp_path: Path):
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default/Preferences").write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}), "utf-8")
    context = chrome.browser_type.launch_persistent_context(tmp_path, executable_path=found(), args=[*ARGUMENTS], reduced_motion="reduce")
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for base in (address, site.as_uri()):
        use_theme_tabs_and_search(page, base)
        assert not page.evaluate("localStorage instanceof Storage"), "this Chromium lets the site keep data; the test would show nothing"
    use_form_check_up_and_sheet(page, site.as_uri(), "It may be a private window")
    context.close()
    assert not faults


def test_in_a_sandboxed_frame_the_page_and_its_search_work(chrome, address):
    context = chrome.new_context(viewport={"width": 1280, "height": 900})
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.set_content(f'<iframe sandbox="allow-scripts" width="1240" height="860" src="{address}/{BENEFITS}"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("tab")).to_have_count(4)
    frame.get_by_role("tab", name="Educators").click()
    expect(frame.locator("#s52")).to_be_visible()
    frame.locator(".search-link").click()
    frame.locator(".search-field").fill("burnout")
    expect(frame.locator("[data-group=found] .hit").first).to_be_visible()
    context.close()
    assert not faults


def test_a_store_that_works_is_left_as_it_is(page, address):
    page.goto(f"{address}/index.html")
    assert page.evaluate("[localStorage, sessionStorage].every((store) => store instanceof Storage)")
    page.evaluate("localStorage.setItem('probe', '1')")
    page.reload()
    assert page.evaluate("localStorage.getItem('probe')") == "1"
