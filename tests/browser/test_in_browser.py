"""The built site in a real Chromium, over http and from disk: pages open, tabs switch, search finds, nobody else is asked."""

import re

import lxml.html
from playwright.sync_api import expect

from playbook.content.page import load_pages
from playbook.render.common_pages import ALONE
from tests.support.project import HARD_NAME, ROOT
from tests.support.templates import WHOLE, kind

# Every page, but of the sheets that differ in nothing but their points one to say and one handout; and the longest of each kind: `make audit` opens all.
ALL_PAGES = sorted(page.url for page in load_pages(ROOT)[0] if "for_stage" not in page.front.data or page.path.startswith("sheets/community-launch"))
PAGES = sorted({kind(page.url): page.url for page in sorted(load_pages(ROOT)[0], key=lambda page: len(page.body))}.values())


def within(edition: str, url: str) -> str:
    """The path of a page in an edition; what all editions share is at the top of the site."""
    return url if url in ALONE else edition + url


def test_a_page_of_each_template_opens_from_disk_without_fault_and_scrolls_nowhere_sideways(page, base):
    """In an edition whose values are long and hostile; over http the robot uses each kind of page that has a part of its own, and `make audit` opens all from disk."""
    wide = []
    for url in (url for url in PAGES if kind(url) in WHOLE):
        page.goto(f"{base}/{within('regions/hard-name/', url)}")
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator(".credit")).to_be_visible()
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 740})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((width, url))
    assert not wide


def test_a_hard_name_is_shown_as_typed(page, base):
    page.goto(f"{base}/regions/hard-name/talking-points/what-are-you-up-to.html")
    expect(page).to_have_title(f"What are you up to? · {HARD_NAME} · Support Team Playbook")
    expect(page.locator(".edition-region")).to_have_text(HARD_NAME)
    expect(page.locator('#s10 [data-field="region"]')).to_have_text(HARD_NAME)


def test_a_hard_name_is_shown_as_typed_in_search_results(page, base):
    page.goto(f"{base}/regions/hard-name/index.html")
    search(page, "business-led")
    expect(page.locator(".hit").filter(has_text=HARD_NAME).first).to_be_visible()
    assert page.locator(".search-hits b").count() == 0


def test_search_finds_a_phrase_and_opens_it(page, base):
    page.goto(f"{base}/index.html")
    search(page, "labor shed")
    page.locator('.hit[href*="#word-labor-shed"]').click()
    expect(page.locator("#word-labor-shed")).to_be_in_viewport()
    expect(page.locator("article mark").first).to_be_visible()


def search(page, words: str) -> None:
    page.wait_for_load_state()
    page.keyboard.press("Control+k")
    page.locator(".search-field").fill(words)
    expect(page.locator("[data-group=found] .hit").first).to_be_visible()


def test_tabs_switch_and_stay_linked_across_pages(page, base):
    page.goto(f"{base}/talking-points/what-is-in-it.html")
    expect(page.locator("#s44")).to_be_visible()
    expect(page.locator("#s52")).to_be_hidden()
    page.get_by_role("tab", name="Educators").click()
    expect(page.locator("#s52")).to_be_visible()
    expect(page.locator("#s44")).to_be_hidden()
    page.goto(f"{base}/talking-points/index.html")
    expect(page.locator("#begin-educators")).to_be_visible()
    expect(page.locator("#begin-workforce")).to_be_hidden()


INTO_TABS = (  # the place, what it shows, what it leaves closed
    ("talking-points/what-is-in-it.html#s52", "#s52", "#s44"), ("talking-points/what-is-in-it.html#in-it-community", "#c01", "#s44"),
    ("talking-points/what-is-in-it.html?audience=economic", "#s48", "#s44"), ("talking-points/next-steps.html?stage=active", "#s64", "#s67"),
    ("talking-points/next-steps.html#next-launch", "#s73", "#s67"),
)  # fmt: skip


def test_a_link_into_a_hidden_tab_opens_it(page, base):
    for place, shown, hidden in INTO_TABS:
        page.goto("about:blank")  # a fragment alone would not load a page anew
        page.goto(f"{base}/{place}")
        page.evaluate("localStorage.clear()")  # which tab was open, for the next page
        expect(page.locator(shown), place).to_be_visible()
        if "#" in place:
            expect(page.locator(f"#{place.partition('#')[2]}"), place).to_be_in_viewport()
        expect(page.locator(hidden), place).to_be_hidden()


def test_an_editions_own_stage_is_open_at_first(page, base):
    page.goto(f"{base}/regions/pine-valley-health/talking-points/next-steps.html")
    expect(page.locator("#s64")).to_be_visible()
    expect(page.get_by_role("tab", selected=True)).to_have_text("Active partnership · now")


def test_the_four_audiences_are_one_tap_from_what_to_say_on_a_phone(page, base, site):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{base}/index.html")
    doors, apart = page.locator(".door-meet"), []
    for name, line in (
        ("Workforce developers", "You learn what workers the industry needs, in detail you can trust."),
        ("Economic developers", "You truly get to know the companies already here."),
        ("Educators", "What you hear is often about just one occupation."),
        ("Community organizations", "People trust you, and you know how to reach them."),
    ):
        door = doors.get_by_role("link", name=name)
        if name in ("Workforce developers", "Economic developers"):  # they show that a list begins on the first screen
            expect(door).to_be_in_viewport()
        led_to = lxml.html.parse(str(site / door.get_attribute("href"))).getroot()
        said = " ".join(led_to.xpath('string(//*[contains(@class, "sheet-talk")])').split())
        if led_to.xpath("string(//h1)").strip() != f"Talking with {name.lower()}" or line not in said:
            apart.append((name, said))
    assert not apart
    doors.get_by_role("link", name="Educators").click()
    expect(page.locator(".sheet-talk").get_by_text("What you hear is often about just one occupation.")).to_be_visible()


def test_a_glossary_word_explains_itself_by_keyboard_and_by_touch(page, base):
    page.goto(f"{base}/talking-points/what-they-are.html")
    word = page.get_by_role("button", name="labor shed")
    word.focus()
    page.keyboard.press("Enter")
    meaning = page.locator(".term-note")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()
    word.click()
    expect(meaning).to_be_visible()


def test_without_scripts_tabs_work_by_mouse_and_keyboard_with_the_focus_in_sight_and_a_glossary_word_leads_to_the_glossary(chrome, base):
    context = chrome.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{base}/talking-points/what-is-in-it.html")
    opened.locator(".tabbed-set > input").first.focus()
    opened.keyboard.press("ArrowRight")
    expect(opened.locator("#s48")).to_be_visible()
    expect(opened.locator(".tabbed-labels > label").nth(1)).to_have_css("outline-style", "solid")
    opened.locator("label", has_text="Educators").click()
    expect(opened.locator("#s52")).to_be_visible()
    expect(opened.locator("#s44")).to_be_hidden()
    opened.goto(f"{base}/talking-points/what-they-are.html")
    opened.get_by_role("link", name="labor shed").click()
    expect(opened).to_have_url(re.compile("about/glossary.html#word-labor-shed"))
    context.close()


def test_the_letter_to_us_names_the_page_and_the_point(page, base):
    page.goto(f"{base}/regions/pine-valley/talking-points/what-they-are.html#s31")
    link = page.locator(".feedback-link")
    link.evaluate("element => element.addEventListener('click', event => event.preventDefault())")
    link.click()
    address = link.get_attribute("href")
    assert address.startswith("mailto:hello@example.org?subject=")
    assert "what-they-are.html%20%23s31" in address


def test_light_and_dark_follow_the_device_until_they_are_switched_and_then_are_remembered(page, base):
    body, told = page.locator("body"), "['color-scheme', 'theme-color'].map(name => document.querySelector(`meta[name=${name}]`).content)"
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base}/index.html")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(told) == ["dark", "#101b1e"]
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    assert page.evaluate(told) == ["light", "#fcfbf8"]
    page.goto(f"{base}/team/offers.html")
    page.locator("label.md-header__button[title='Switch to dark mode']").click()
    page.go_back()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("label.md-header__button[title='Switch to light mode']").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.locator("label.md-header__button[title='Switch to dark mode']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    for url in ("regions/nine-rivers/team/index.html", "my-sheet.html"):  # other editions, too
        page.goto(f"{base}/{url}")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_printed_page_carries_the_credit(page, base):
    page.emulate_media(media="print")
    page.goto(f"{base}/talking-points/next-steps.html")
    expect(page.locator(".credit")).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()


def test_header_and_contents_say_where_the_reader_is_and_a_place_chosen_in_the_drawer_closes_it(page, base):
    page.goto(f"{base}/team/offers.html")
    contents = page.locator(".md-sidebar--secondary")
    places = contents.locator("a").evaluate_all("links => links.map(link => link.hash)")
    here = contents.locator(".md-nav__link--active")
    expect(here).to_have_count(0)
    for place, passed in ((places[1], 1), (places[-1], len(places) - 1)):
        page.evaluate("place => document.querySelector(place).scrollIntoView({ behavior: 'instant' })", place)
        expect(here).to_have_attribute("href", place)
        expect(contents.locator(".md-nav__link--passed")).to_have_count(passed)
        expect(page.locator(".md-header__title--active")).to_have_count(1)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    expect(here).to_have_count(0)
    expect(page.locator(".md-header__title--active")).to_have_count(0)

    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("button", name="Who offers what?: on this page").click()
    page.locator(f".md-sidebar--primary a[href='{places[1]}']").click()
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator(places[1])).to_be_focused()


OUT_OF_SIGHT = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const top = Math.max(document.querySelector('.md-header').getBoundingClientRect().bottom, 0);
  const beside = [...document.querySelectorAll('.md-sidebar__scrollwrap')].map(box => box.getBoundingClientRect());
  const entry = [...document.querySelectorAll('.md-sidebar--primary .md-nav__link--active')].filter(link => link.offsetParent).at(-1).getBoundingClientRect();
  return [...beside.filter(box => box.top < top || box.bottom > innerHeight).map(box => [box.top, box.bottom]), ...(entry.bottom > beside[0].bottom ? ['entry'] : [])];
}"""


def test_menu_and_contents_are_within_the_window_at_a_pages_top_and_at_its_end_and_the_menu_shows_the_page(page, base):
    page.set_viewport_size({"width": 1280, "height": 420})
    for url in ("team/examples.html", "about/glossary.html", "team/roster.html"):
        page.goto(f"{base}/{url}")
        assert page.evaluate(OUT_OF_SIGHT) == [], url
        page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
        assert [box for box in page.evaluate(OUT_OF_SIGHT) if box != "entry"] == [], url
    assert page.locator(".md-sidebar--primary .md-sidebar__scrollwrap").evaluate("menu => menu.scrollTop") == 0  # its entry is among the first


def test_what_is_folded_is_printed_and_folded_again_on_screen(page, base):
    page.goto(f"{base}/sheets/workforce.html")
    count = page.locator("article details").count()
    for event, unfolded in (("beforeprint", count), ("afterprint", 0)):  # what browsers send around print()
        page.evaluate("event => dispatchEvent(new Event(event))", event)
        expect(page.locator("article details[open]")).to_have_count(unfolded)
    assert count
