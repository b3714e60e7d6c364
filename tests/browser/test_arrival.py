"""Whoever follows a link or a search hit sees the place at once: its tab is open, it is in view, marked, and has the focus."""

import re
from itertools import groupby
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from tests.browser.test_in_browser import search
from tests.support.project import ROOT
from tests.support.waiting import until

BENEFITS, STEPS = "talking-points/what-is-in-it.html", "talking-points/next-steps.html"
OTHER_TABS = ["community", "launch", "planning", "active"]
CLEAR = """element => {
  const box = element.getBoundingClientRect(), head = document.querySelector('.md-header').getBoundingClientRect();
  return box.height > 0 && box.top >= head.bottom && box.top < innerHeight;
}"""
REACHED = f"id => {{ const element = document.getElementById(id); return document.activeElement === element && ({CLEAR})(element) }}"


# which places are not reached by their addresses where other tabs were open before
GO = f"""async ([ids, tabs]) => {{
  const missed = [];
  for (const id of ids) {{
    __md_set('__pb_tabs', tabs);
    await new Promise(ok => {{ addEventListener('hashchange', () => setTimeout(ok), {{once: true}}); location.hash = id; }});
    if (!({REACHED})(id)) missed.push(id);
  }}
  return missed;
}}"""


def expect_arrived(page, id: str) -> None:
    """The element is seen, below the header, and has the focus."""
    expect(page.locator(f"#{id}")).to_be_focused()
    expect(page.locator(f"#{id}")).to_be_in_viewport()
    assert page.locator(f"#{id}").evaluate(CLEAR), f"#{id} is under the header"


def remember(page, keys: list[str]) -> None:
    """As if these tabs had been opened before."""
    page.evaluate("keys => __md_set('__pb_tabs', keys)", keys)


def opened(page) -> list[str]:
    return page.get_by_role("tab", selected=True).all_text_contents()


LACKING = "ids => ids.filter(id => document.querySelectorAll(`[aria-label='Copy link to point ${id.toUpperCase()}']`).length !== 1)"


def test_every_point_has_its_link_button_and_is_reached_by_its_address_whatever_tab_was_open_before(page, address):
    missed, lacking = [], []
    for url, points in groupby(read_points(load_pages(ROOT)[0]), lambda point: point.page.url):
        ids = [point.id for point in points]
        page.goto(f"{address}/{url}")
        lacking += page.evaluate(LACKING, ids)
        missed += page.evaluate(GO, [ids, OTHER_TABS])
    assert not missed
    assert not lacking
    page.emulate_media(media="print")
    expect(page.locator(".link-copy").first).to_be_hidden()


HITS = (  # what is typed, and where it leads: the heading of a tab, a point in it
    ("one occupation", "in-it-educators", "s53"), ("introduce", "next-planning", "s71"), ("public partners listen", "next-launch", "s76"),
)  # fmt: skip


def test_a_search_hit_in_a_closed_tab_is_open_marked_and_in_view(page, address):
    """One after another, each from the page that the one before led to."""
    page.goto(f"{address}/index.html")
    for words, heading, id in HITS:
        remember(page, OTHER_TABS)
        search(page, words)
        hit = page.locator(f".hit:is([href$='#{id}'], [href$='#{heading}'])").first
        there = hit.evaluate("link => link.href")
        assert set(parse_qs(urlsplit(there).query)["h"][0].split()) <= set(words.split())  # what was typed, and no synonyms
        page.goto(there)
        expect_arrived(page, id)
        expect(page.locator(f"#{id} mark").first).to_be_visible()


LOOK_OF_A_MARK = """mark => { const own = getComputedStyle(mark), around = getComputedStyle(mark.parentElement);
  return [own.textDecorationLine, own.fontWeight === around.fontWeight, own.backgroundColor, own.color]; }"""


def test_a_hit_on_a_point_is_marked_and_one_by_keyword_alone_is_reached_all_the_same(page, address):
    page.goto(f"{address}/{BENEFITS}?h=scarce+money#s46")
    expect_arrived(page, "s46")
    expect(page.locator("#s46 mark").first).to_be_visible()
    for colors in ("none", "active"):
        page.emulate_media(forced_colors=colors)
        line, weight, ground, letters = page.locator("#s46 mark").first.evaluate(LOOK_OF_A_MARK)
        assert line == "none" and weight and ground not in ("rgba(0, 0, 0, 0)", letters)  # a ground, and nothing of a link's
    page.emulate_media(forced_colors="none")
    page.goto(f"{address}/{BENEFITS}?h=bottleneckword#s55")
    expect_arrived(page, "s55")
    assert page.locator("#s55 mark").count() == 0
    page.goto(f"{address}/{BENEFITS}?h=bottleneckword#in-it-economic")
    expect_arrived(page, "in-it-economic")
    page.goto(f"{address}/{BENEFITS}?h=bottleneckword")
    expect_arrived(page, "s42")


def test_words_are_marked_in_a_tab_opened_later_too(page, address):
    page.goto(f"{address}/{BENEFITS}?h=training#s47")
    expect(page.locator("#s47 mark")).to_have_text("training")
    page.get_by_role("tab", name="Educators").click()
    expect(page.locator("#s54 mark")).to_have_text("training")


def test_a_place_beats_what_is_asked_and_what_is_asked_beats_what_is_remembered(page, address):
    page.goto(f"{address}/{BENEFITS}?audience=economic#s52")
    expect_arrived(page, "s52")
    expect(page.locator(".own-bar")).to_have_count(0)  # a place is no version of one's own
    page.goto(f"{address}/{BENEFITS}?audience=economic")
    assert opened(page) == ["Economic developers"]


def test_audience_and_stage_combine_hold_on_other_pages_and_may_be_asked_on_any(page, address):
    page.goto(f"{address}/about/glossary.html?audience=educators&stage=active")
    for url, tab in ((BENEFITS, "Educators"), (STEPS, "Active partnership"), ("talking-points/index.html", "Educators")):
        page.goto(f"{address}/{url}")
        expect(page.get_by_role("tab", selected=True)).to_have_text(tab)
    page.goto(f"{address}/regions/nine-rivers/{STEPS}?stage=launch&audience=nobody")
    expect(page.get_by_role("tab", selected=True)).to_have_text(re.compile("^Launch coming up"))


def test_a_point_reached_is_remembered(page, address):
    page.goto(f"{address}/{BENEFITS}#s52")
    page.goto(f"{address}/talking-points/index.html")
    expect(page.get_by_role("tab", selected=True)).to_have_text("Educators")


def test_links_in_a_page_and_back_and_forward_lead_into_closed_tabs(page, address):
    page.goto(f"{address}/{BENEFITS}#s52")
    for id in ("in-it-economic", "in-it-educators"):
        page.locator(f".md-sidebar--secondary a[href='#{id}']").click()
        expect_arrived(page, id)
    page.go_back()
    expect_arrived(page, "in-it-economic")
    page.go_forward()
    expect_arrived(page, "in-it-educators")
    page.get_by_role("tab", name="Workforce").click()
    page.locator(".md-sidebar--secondary a[href='#in-it-educators']").click()
    expect_arrived(page, "in-it-educators")
    page.goto(f"{address}/about/glossary.html")
    page.go_back()
    expect(page.locator("#s52")).to_be_visible()


def test_the_address_names_the_tab_that_is_open(page, address):
    page.goto(f"{address}/{STEPS}")
    page.get_by_role("tab", name="Active partnership").click()
    assert page.url.endswith("#next-active")
    page.reload()
    expect(page.locator("#s64")).to_be_visible()


def test_tabs_in_tabs_open_with_the_tabs_around_them(page, address, site):
    page.goto(f"{address}/{BENEFITS}")
    page.evaluate(
        """steps => {
          const other = new DOMParser().parseFromString(steps, 'text/html').querySelector('.tabbed-set');
          other.querySelectorAll('[id]').forEach(one => one.id = `inner-${one.id}`);
          other.querySelectorAll('input').forEach(one => one.name = `inner-${one.name}`);
          other.querySelectorAll('label').forEach(one => one.htmlFor = `inner-${one.htmlFor}`);
          document.querySelector('#in-it-educators').closest('.tabbed-block').append(other);
          location.hash = 'inner-s64';
        }""",
        (site / STEPS).read_text("utf-8"),  # the policy lets no page fetch another
    )
    expect(page.locator("#inner-s64")).to_be_visible()
    expect_arrived(page, "inner-s64")


def test_an_own_version_in_the_address_is_no_place(page, address):
    page.goto(f"{address}/{BENEFITS}#my=eyJyZWdpb24iOiJYIn0")
    expect(page.locator("#s44")).to_be_visible()
    assert page.locator(".arrived").count() == 0


def test_the_link_to_a_point_is_copied(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/{BENEFITS}?audience=educators")
    button = page.get_by_role("button", name="Copy link to point S53")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}/{BENEFITS}#s53"
    page.goto(copied)
    expect_arrived(page, "s53")


def test_a_link_that_may_not_be_copied_is_shown(page, address):
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false")
    page.goto(f"{address}/{BENEFITS}")
    button = page.get_by_role("button", name="Copy link to point S44")
    button.click()
    field = page.get_by_role("textbox", name="Address of this place")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{address}/{BENEFITS}#s44")
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize("place", ["", "#turf"])
def test_back_on_the_same_page_returns_to_where_one_was(page, address, place):
    page.goto(f"{address}/team/objections.html{place}")
    page.evaluate("document.fonts.ready")
    page.evaluate("scrollTo(0, 700)")
    until(page, "scrollY === 700")
    page.evaluate("document.querySelector('.md-nav--secondary li:last-child a').click()")
    until(page, "location.hash.length > 1 && location.hash !== '#turf' && scrollY !== 700")
    page.go_back()
    until(page, "scrollY === 700")


def test_the_mark_of_a_place_in_a_line_covers_no_words_before_it(page, address):
    page.set_viewport_size({"width": 360, "height": 800})
    covered = {}
    for name, word in (("champions", "peers"), ("business", "minutes"), ("agenda-launch", "invites")):
        page.goto(f"{address}/team/{name}.html?h={word}")
        arrived = page.locator(".arrived")
        arrived.wait_for()
        covered[name] = arrived.evaluate("one => getComputedStyle(one).display === 'inline' || one.matches('dt, dd')"), arrived.locator("mark").count() > 0
    assert set(covered.values()) == {(False, True)}, covered
