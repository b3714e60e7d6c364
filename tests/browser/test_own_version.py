"""A reader's own version: filled in by a form, said on every page in this browser only, and taken to a real edition."""

import io
import json
import re
import unicodedata
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from macros.pages.region_form import own_file
from playbook.content.attribution import foot
from playbook.model.region_file import load_region, slug_is_good
from playbook.model.site_config import Site
from tests.search.query_log import is_found, opened, results

FORM = "localize/your-words.html"
HOSTILE = "<img src=x onerror=alert(1)>"
VALUES = {
    "region": HOSTILE,
    "stage": "launch",
    "industry": "{{ 7*7 }} {% if %} wood: pulp # & 'paper' - [a](b) *c* \"d\" \\ | > ! @ %",
    "speaker_role": "planners, no",
    "convener.1.name": "Lane Board, Inc. <script>alert(2)</script>",
    "convener.1.email": "hello@example.org",
    "convener.1.url": "https://example.org/?a=1&b=<2>",
    "convener.2.name": "Doña Inés & Sons",
    "convener.2.phone": "0555",
    "launch_meeting.date": "2099-03-04",
    "launch_meeting.time": "14:00",
    "launch_meeting.timezone": "America/Los_Angeles",
    "launch_meeting.place": "</span><b>Hall</b>",
    "partner_ask.educators": "{{ region }} yes",
    "priorities.1": "null",
    "results.1.text": "*firms* with <u>a plan</u>",
    "results.1.share": "40",
    "results.1.year": "2026",
    "results.1.source": "Board: survey",
    "results.1.url": "https://example.org/a",
}
REFUSED = {
    "convener.1.url": ("javascript:alert(1)", "is not a web address"),
    "convener.1.phone": ("5" * 5000, "is 5000 characters long"),
    "speaker_role": ("שלום", "which the sheets cannot print"),
    "industry": ("wood 🎉", "“🎉” (U+1F389)"),
}
UP_TO = "talking-points/what-are-you-up-to.html"
PAGES = {  # three pages and what they say
    UP_TO: HOSTILE, "talking-points/what-they-are.html": "40% *firms* with <u>a plan</u> (2026, Board: survey)", "sheets/educators-launch.html": HOSTILE,
}  # fmt: skip


def fill(page, values: dict[str, str]) -> None:
    """Write into the form as a reader does, all its parts open; the robot opens them one by one."""
    page.locator(".form-fold:not([open])").evaluate_all("all => all.forEach(fold => { fold.open = true })")
    for name, value in values.items():
        if not page.locator(f'[name="{name}"]').count():
            page.locator(f'[data-list="{name.partition(".")[0]}"] .form-add').click()
        control = page.locator(f'[name="{name}"]')
        if name == "stage":
            page.locator(f'[name="stage"][value="{value}"]').check()
        elif name.endswith("timezone"):
            control.select_option(value)
        else:
            control.fill(value)


def keep(page, base: str, values: dict):
    """Keep a version on the device as the form does; return the page, which shows none of it yet."""
    page.goto(f"{base}/404.html")  # which loads nothing else
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [f"{urlsplit(base).path}/.playbook_own", json.dumps({"version": 1, "region": values})])
    return page


def save(page) -> None:
    page.get_by_role("button", name="Save on this device").click()


@pytest.fixture
def never_runs(page):
    """A page on which any script out of a value would be noticed."""
    ran = []
    page.expose_function("noticed", lambda: ran.append("a script ran"))
    page.add_init_script("window.alert = () => window.noticed();")
    yield page
    assert not ran


def test_hostile_text_is_refused_with_its_reason_or_stands_as_plain_text_and_reset_leaves_no_trace(never_runs, base, tmp_path):
    page = never_runs
    page.goto(f"{base}/{UP_TO}")
    published = page.locator("article").inner_text()
    page.goto(f"{base}/{FORM}")
    before = page.evaluate("JSON.stringify(localStorage)")
    fill(page, VALUES | {name: text for name, (text, _) in REFUSED.items()})
    save(page)
    for name, (_, reason) in REFUSED.items():
        expect(page.locator(f'[id="f-{name}-error"]')).to_contain_text(reason)
    expect(page.locator(".form-wrong li")).to_have_count(len(REFUSED))
    assert page.evaluate("JSON.stringify(localStorage)") == before
    fill(page, dict.fromkeys(REFUSED, "") | VALUES)
    expect(page.locator(".form-preview")).to_contain_text(HOSTILE)
    save(page)
    expect(page.get_by_text("Saved.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my region file").click()
    assert slug_is_good(download.value.suggested_filename.removesuffix(".yml"))
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    region, problems = load_region(file, date(2026, 11, 23))
    assert not problems
    assert (region.region, region.industry) == (HOSTILE, VALUES["industry"])
    assert [convener.phone for convener in region.convener] == [None, "0555"]

    for name, said in PAGES.items():
        page.goto(f"{base}/{name}")
        expect(page.locator("article")).to_contain_text(said)
        expect(page.get_by_role("region", name="Your own version")).to_contain_text("Only on this device; not an official edition.")
        assert page.locator('article img[src="x"], [data-field] *, .own-bar img, .sheet-call script, .ours u').count() == 0
        expect(page.locator(".credit")).to_have_text(foot("toolkit"))
    sides = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    paper = " ".join(unicodedata.normalize("NFKC", "".join(side.extract_text() for side in sides)).split())  # ligatures come apart
    for said in (HOSTILE, VALUES["industry"], "2:00 pm Pacific Time", "Doña Inés & Sons", "own version", foot("toolkit")):
        assert said in paper, said

    page.goto(f"{base}/{UP_TO}")
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Reset").click()
    expect(page.locator(".edition-bar a")).to_be_focused()  # the reader was at the bar, and goes on there
    page.goto(f"{base}/{UP_TO}")
    expect(page.get_by_role("region", name="Your own version")).to_have_count(0)
    assert page.evaluate("JSON.stringify(localStorage)") == before
    assert page.locator("article").inner_text() == published
    page.goto(f"{base}/{FORM}")
    assert not page.locator('[name="region"]').input_value()


def test_the_region_file_opens_as_a_new_file_in_a_known_repository(page, address):
    """The page as a site has it that says where its project is kept."""
    opened = []
    known = Site(repository="https://example.org/us/playbook")

    def with_repository(route):
        html = route.fetch().text().replace(own_file(site=Site()).strip(), own_file(site=known).strip())
        route.fulfill(body=html.replace('data-repository=""', f'data-repository="{known.repository}"'), content_type="text/html")

    page.route(f"{address}/{FORM}", with_repository)
    page.context.route("https://example.org/**", lambda route: (opened.append(route.request.url), route.fulfill(body="", content_type="text/html")))
    page.goto(f"{address}/{FORM}")
    fill(page, {"region": "Lane County", "stage": "planning"})
    expect(page.get_by_text("Only if that is your own copy of the project.")).to_be_visible()
    with page.context.expect_page() as window:
        page.get_by_role("button", name="Open it in us/playbook").click()
    window.value.wait_for_url("https://example.org/**")
    expect(page.locator(".form-file .tools-said")).to_contain_text("Until then it is not saved; what you typed stays here until you close this tab.")
    window.value.close()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()  # nobody has chosen “Commit changes” there yet
    expect(page.locator('[name="region"]')).to_have_value("Lane County")
    page.get_by_text("Open a region file").click()
    page.get_by_label("Or paste its text").fill("region: Oak\nstage: planning\n")
    page.get_by_role("button", name="Open the text").click()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with page.context.expect_page() as window:
        page.get_by_role("button", name="Open it in us/playbook").click()
    window.value.wait_for_url("https://example.org/us/playbook/blob/HEAD/regions/oak.yml")
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == "region: Oak\nstage: planning\n"
    assert opened[0].startswith("https://example.org/us/playbook/new/main/regions?filename=lane-county.yml&value=")
    assert "region%3A+%22Lane+County%22" in opened[0]


def test_the_stage_of_ones_own_version_opens_its_tab_its_sheet_and_its_wording(page, address):
    keep(page, address, {"region": "Lane", "stage": "active", "industry": "wood", "next_meeting": {"date": "2001-01-01"}})
    page.goto(f"{address}/talking-points/next-steps.html")
    expect(page.get_by_role("tab").first).to_have_text("Active partnership · now")
    expect(page.locator(".own-bar")).to_have_css("background-color", "rgba(0, 0, 0, 0)")  # the banner's rule shows under all of it
    expect(page.get_by_role("tab", selected=True)).to_have_text("Active partnership · now")
    page.get_by_role("tab", selected=True).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", selected=True)).to_have_text("Planning a launch")
    page.keyboard.press("Home")
    expect(page.locator("#s64")).to_be_visible()
    expect(page.locator("#s62")).to_contain_text("We’ve created")
    page.get_by_role("tab", name="Launch coming up").click()
    expect(page.locator("#s73")).to_be_visible()
    page.goto(f"{address}/sheets/educators.html")
    expect(page).to_have_url(re.compile(r"educators-active\.html$"))
    expect(page.locator(".tag-stage")).to_have_text("Active partnership · now")
    expect(page.locator(".sheet-when")).to_have_text("New date to be announced", use_inner_text=True)
    expect(page).to_have_title(re.compile("· Lane · Support Team Playbook$"))
    expect(page.locator(".sheet-edition")).to_have_text("Lane · wood · own version", use_inner_text=True)
    page.goto(f"{address}/team/check-up.html")
    expect(page.locator(".check-up-name")).to_have_text("Lane")  # for its calendar file
    page.goto(f"{address}/sheets/index.html")
    expect(page.get_by_role("region", name="Educators").locator(".pick-stage")).to_have_text("Active partnership · now")


def test_the_search_of_ones_own_version_finds_its_values_and_shows_them(page, address):
    asks = {"educators": "open your workshop"}
    keep(page, address, {"region": "Lane & Tamarack", "stage": "planning", "industry": "wood $& pulp", "partner_ask": asks})
    opened(page, f"{address}/index.html")
    assert is_found(results(page, "tamarack")[0], ["s10"])
    assert "Lane & Tamarack" in page.locator(".search-hits .hit-name").first.text_content()
    assert is_found(results(page, "open your workshop")[0], ["c08"])
    assert any(is_found(one, ["s10", "s17"]) for one in results(page, "wood pulp"))
    assert "wood $& pulp" in page.locator(".search-hits").inner_text()
    assert any("handout" in one for one in results(page, "handout for a dean"))
    expect(page.locator(".hit-paper")).to_have_count(0)  # it holds the published words


def test_a_published_edition_is_never_altered_and_leads_to_the_page_of_ones_own(page, address):
    page.goto(f"{address}/regions/pine-valley/{UP_TO}")
    published = page.locator("article").inner_text()
    keep(page, address, {"region": "Lane", "stage": "planning"})
    page.goto(f"{address}/regions/pine-valley/{UP_TO}")
    bar = page.get_by_role("region", name="You have a version of your own")
    expect(bar).to_contain_text("This page is the published edition of Pine Valley, unchanged.")
    assert page.locator("article").inner_text() == published
    expect(page.locator(".edition-bar")).to_be_visible()
    bar.get_by_role("link", name="Show mine").click()
    expect(page).to_have_url(f"{address}/{UP_TO}")
    expect(page.locator("#s10")).to_contain_text("in Lane.")


def test_a_form_of_a_published_edition_leads_to_the_general_one_which_it_changes(page, address):
    page.goto(f"{address}/regions/pine-valley/{FORM}")
    fill(page, {"region": "Lane", "stage": "planning"})
    save(page)
    expect(page.get_by_role("region", name="You have a version of your own")).to_be_visible()
    page.get_by_role("link", name="what to say", exact=True).click()
    expect(page).to_have_url(f"{address}/talking-points/index.html")
    expect(page.get_by_role("region", name="Your own version")).to_contain_text("Lane")


WATCH = """() => {
  window.seen = [];
  new MutationObserver(() => {
    const waits = document.documentElement.classList.contains("own-waits");
    const now = waits ? "waits" : document.querySelector("#s10")?.textContent.includes("in Lane.") ? "own" : document.body ? "published" : "";
    if (now && seen.at(-1) !== now) seen.push(now);
  }).observe(document, { attributes: true, childList: true, subtree: true });
}"""


def test_nothing_flashes_and_a_page_waits_for_ones_own_version_only_a_moment(page, address):
    keep(page, address, {"region": "Lane", "stage": "planning"})
    page.add_init_script(f"({WATCH})()")
    page.goto(f"{address}/{UP_TO}")
    expect(page.locator("#s10")).to_contain_text("in Lane.")
    assert page.evaluate("seen.filter(one => one !== 'published').join()") == "waits,own"
    assert page.evaluate("seen.indexOf('published')") in (-1, 0), "before light.js has run, nothing of the text is there"

    held = []
    page.route("**/localize.js", lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks its handlers, which a builtin does not take)
    with page.expect_request("**/localize.js"):
        page.goto(f"{address}/{UP_TO}", wait_until="commit")
    expect(page.locator("body")).to_have_css("opacity", "1")
    expect(page.locator("#s10")).to_contain_text("our region")
    assert len(held) == 1


FILES = r"\b(PDF|Word|PowerPoint)\b"
SPEAK_OF_FILES = """async ([pages, files]) => {
  const found = [];
  for (const page of pages) {
    const article = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html").querySelector("article");
    article.querySelectorAll(".published-only, .tool-file, .picks .tools-row").forEach((hidden) => hidden.remove());
    if (new RegExp(files).test(article.textContent)) found.push(page);
  }
  return found;
}"""


def test_files_give_way_to_print_with_the_reason_and_no_page_speaks_of_them(page, address, site):
    keep(page, address, {"region": "Lane", "stage": "planning"})
    reason = "PDF, Word and PowerPoint files are not shown, because they hold the published words. For this version, use Print."
    for name in ("team/slides.html", "sheets/index.html", "sheets/educators-planning.html"):
        page.goto(f"{address}/{name}")
        expect(page.get_by_text(reason)).to_be_visible()
        assert page.locator("article a[download]:visible").count() == 0
        assert not re.search(FILES, page.locator("article").inner_text().replace(reason, ""))
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    used = [f"{address}/{one.relative_to(site)}" for room in ("talking-points", "team", "sheets") for one in site.glob(f"{room}/*.html")]
    assert not page.evaluate(SPEAK_OF_FILES, [used, FILES]), "a page speaks of files that are hidden: { .published-only } hides the paragraph"


def test_the_form_says_when_the_repository_is_unknown(page, address):
    page.goto(f"{address}/{FORM}")
    expect(page.get_by_text("Send the file to the person who looks after this site.")).to_be_visible()


def test_kept_values_of_another_version_are_left_alone_and_stop_no_page(page, address):
    page.goto(f"{address}/{UP_TO}")
    for kept in (
        '"x"',
        "{",
        json.dumps({"version": 99, "region": {"region": "Lane", "stage": "planning"}}),
        json.dumps({"version": 1, "region": {"stage": []}}),
    ):
        page.evaluate("kept => localStorage.setItem(playbook.device.keys.own, kept)", kept)
        page.reload()
        expect(page.locator("#s10")).to_contain_text("our region")


def test_without_scripts_the_form_says_what_else_there_is(chrome, address):
    context = chrome.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/{FORM}")
    expect(opened.get_by_text("This form needs JavaScript")).to_be_visible()
    expect(opened.locator(".own-form")).to_be_hidden()
    context.close()
