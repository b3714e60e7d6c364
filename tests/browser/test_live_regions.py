"""Status messages are spoken: each live region is there, in the accessibility tree, before its words are."""

import re

from playwright.sync_api import expect

from tests.browser.test_in_browser import PAGES
from tests.support.accessibility_tree import nodes_of
from tests.support.templates import WHOLE, kind

SPEAKING = (
    *WHOLE,
    "my sheet",
    "check-up",
    "seats",
    "practice",
    "invitations",
    "points",
    "handout",
)  # the kinds that say something of their own, or whose points do
LIVE = "[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output"


EMPTY = "live => [...document.querySelectorAll(live)].filter(e => !e.textContent).map(e => [e.className, e.offsetWidth * e.offsetHeight])"


SHOWN = (
    "live => [...document.querySelectorAll(live)].map(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('[inert], [aria-hidden=true]'))"
)


def ignored(page) -> set[tuple[int, str]]:
    """The live regions, by their place on the page, that are not in the accessibility tree now."""
    return {(at, name) for at, (name, node) in enumerate(nodes_of(page, LIVE)) if node["ignored"]}


def test_every_live_region_is_in_the_accessibility_tree_before_it_says_anything_and_takes_no_room_until_then(page, address):
    """Asked at the width of a phone; at that of a desk, where the same ones are laid out."""
    seen, missing, large, other = 0, {}, {}, []
    for url in (url for url in PAGES if kind(url) in SPEAKING):
        page.goto(f"{address}/{url}")
        expect(page.locator("html.js")).to_have_count(1)
        if found := [name for name, area in page.evaluate(EMPTY, LIVE) if area]:
            large[url] = found
        on_a_desk = page.evaluate(SHOWN, LIVE)
        seen += len(on_a_desk)
        page.set_viewport_size({"width": 360, "height": 800})
        other += [] if page.evaluate(SHOWN, LIVE) == on_a_desk else [url]
        silent = ignored(page)
        for tab in page.get_by_role("tab").all() if silent else ():  # a message in a closed tab has its region there once the tab is open
            tab.click()
            silent &= ignored(page)
        if silent:  # and one in a closed fold once that is open
            page.locator("article details:not([open])").evaluate_all("all => all.forEach((fold) => { fold.open = true; })")
            silent &= ignored(page)
        if silent:
            missing[url] = silent
        page.set_viewport_size({"width": 1280, "height": 800})
    assert seen > 20, seen
    assert not missing
    assert not large
    assert not other


def test_the_number_of_results_is_told_by_a_region_that_is_there_before_anything_is_typed(page, address):
    page.goto(f"{address}/index.html")
    page.locator(".search-link").click()
    expect(page.locator("dialog .hit").first).to_be_visible()
    assert [node["ignored"] for name, node in nodes_of(page, ".search-count")] == [False]
    page.locator(".search-field").fill("burnout")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile(r"\d+ results"))


def test_what_a_region_comes_to_say_stands_in_the_region_that_was_there(page, address):
    """A region that is put there together with its words is not heard."""
    page.goto(f"{address}/talking-points/what-is-in-it.html")
    page.locator(".my-bar").evaluate("bar => { window.bar = bar }")
    page.locator(".point-pick:visible").first.click()
    expect(page.get_by_role("status").filter(has_text="My sheet: 1 point")).to_be_visible()
    assert page.evaluate("window.bar.isConnected && window.bar.textContent") == "My sheet: 1 point"
    page.goto(f"{address}/localize/your-words.html")
    page.locator(".form-wrong").evaluate("wrong => { window.wrong = wrong }")
    page.get_by_role("button", name="Save on this device").click()
    expect(page.locator(".form-wrong[role=alert]")).to_contain_text("missing or need a change")
    assert page.evaluate("window.wrong.isConnected && window.wrong.textContent.includes('missing')")
