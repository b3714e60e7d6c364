"""The playbook without a mouse: every control is reached, seen and worked by keyboard alone."""

import re

from playwright.sync_api import expect

from tests.browser.test_arrival import BENEFITS, STEPS
from tests.support.project import ROOT
from tests.support.waiting import until

LONG = ("talking-points/what-they-are.html", "sheets/community-launch.html")
# of the focused element: a word for it, whether something hides it whole (the search opens a moment after the focus), whether it shows the focus
FOCUSED = """async () => {
  const element = document.activeElement;
  const over = () => {
    const box = element.getBoundingClientRect();
    const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
    const top = points.map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)).filter(Boolean);
    return top.some(one => element.contains(one) || one.contains(element));
  };
  let seen = over();
  for (let frame = 0; frame < 10 && !seen; frame++) {
    await new Promise(requestAnimationFrame);
    seen = over();
  }
  const name = `${element.tagName} ${element.getAttribute('aria-label') || element.textContent.trim().slice(0, 30)}`;
  const ring = [element, element.parentElement].some(one => getComputedStyle(one).outlineStyle !== 'none');
  return {name, seen, ring, body: element === document.body};
}"""


# of each control from an element on, given the focus in turn as Tab gives it: what FOCUSED says
IN_TURN = f"""async first => {{
  const focused = {FOCUSED};
  const start = document.querySelector(first), stops = [];
  for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {{
    const before = one !== start && !(start.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (before || one.tabIndex < 0 || one.disabled || one.closest('[inert]') || !one.checkVisibility({{visibilityProperty: true}})) continue;
    one.focus();
    await new Promise(requestAnimationFrame);
    if (document.activeElement === one) stops.push(await focused());
  }}
  return stops;
}}"""


def walk(page, steps: int = 400):
    """Press Tab from the top of the page to its end; yield what is known of each stop."""
    for _ in range(steps):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["body"]:
            return
        yield stop


def test_what_has_the_focus_is_seen_and_shows_it(page, address):
    """A page of points on a small window, a sheet on a wide one; the robot, with its own eyes, goes through others."""
    hidden, plain = [], []
    for url, width in zip(LONG, (320, 1280), strict=True):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(f"{address}/{url}")
        stops = list(walk(page))
        assert len(stops) > 15, url
        assert stops[0]["name"] == "A Skip to content", url
        hidden += [(url, stop["name"]) for stop in stops if not stop["seen"]]
        plain += [(url, stop["name"]) for stop in stops if not stop["ring"]]
    assert not hidden
    assert not plain


CUT = """() => {
  const {left, top, bottom} = document.activeElement.getBoundingClientRect(), {outlineOffset, outlineWidth} = getComputedStyle(document.activeElement);
  const around = parseFloat(outlineOffset) + parseFloat(outlineWidth);
  return left < around || top < around || bottom > innerHeight - around;
}"""


def test_in_the_menu_of_a_low_window_the_focus_is_seen_whole_with_its_ring(page, address):
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(f"{address}/team/objections.html")
    page.locator('.md-header [for="__drawer"] [role="button"]').focus()
    page.keyboard.press("Enter")
    cut = [page.evaluate(NAMED)] if page.evaluate(CUT) else []
    for _ in range(15):
        page.keyboard.press("Tab")
        cut += [page.evaluate(NAMED)] if page.evaluate(CUT) else []
    assert not cut


def test_the_first_stop_skips_to_the_text(page, address):
    for url in ("index.html", "sheets/educators.html", BENEFITS):
        page.goto(f"{address}/{url}")
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to content")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        top = page.locator(page.evaluate("location.hash")).bounding_box()["y"]
        assert 0 <= top < page.viewport_size["height"] / 2, (url, top)  # a text taller than the window is read from its top
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('article'))"), url


def test_tabs_follow_the_aria_practices(page, address):
    page.goto(f"{address}/{BENEFITS}")
    tabs = page.get_by_role("tablist", name="What is in it for them?").get_by_role("tab")
    expect(tabs).to_have_count(4)
    tabs.first.focus()
    for key, name in (
        ("ArrowRight", "Economic"), ("ArrowLeft", "Workforce"), ("ArrowLeft", "Community"), ("ArrowRight", "Workforce"),
        ("End", "Community"), ("Home", "Workforce"), ("ArrowDown", "Workforce"),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect(page.locator(":focus")).to_have_text(re.compile(f"^{name}"))
        expect(page.get_by_role("tab", selected=True)).to_have_text(re.compile(f"^{name}"))
        expect(page.get_by_role("tabpanel")).to_have_accessible_name(re.compile(f"^{name}"))
        assert page.locator("[role=tab][tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel")).to_be_focused()
    page.set_viewport_size({"width": 280, "height": 600})
    page.goto(f"{address}/{STEPS}")
    expect(page.get_by_role("tablist")).to_have_attribute("aria-orientation", "vertical")
    page.get_by_role("tab", selected=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("tab", selected=True)).to_have_text("Launch coming up")


def test_the_browser_finds_words_in_a_closed_tab_and_opens_it(page, address):
    page.goto(f"{address}/{BENEFITS}")
    sought = page.locator("#s53")
    expect(sought).to_be_hidden()
    expect(page.get_by_role("tabpanel")).to_have_count(1)
    words = "%20".join(sought.text_content().split()[:4])
    page.goto("about:blank")
    page.goto(f"{address}/{BENEFITS}#:~:text={words}")  # as “Find in page” does
    expect(sought).to_be_visible()
    expect(page.get_by_role("tab", selected=True)).to_have_text("Educators")
    page.emulate_media(media="print")
    assert page.locator(".tabbed-block").evaluate_all("all => all.every(one => one.getBoundingClientRect().height > 50)"), "paper has all tabs"


def test_a_visit_without_a_mouse(page, base):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(color_scheme="light")
    page.add_init_script("window.print = () => { window.printed = true }")

    def tab_to(role: str, name: str | re.Pattern, **state) -> None:
        """Press Tab until the control of this name has the focus."""
        wanted = page.get_by_role(role, name=name, **state).first
        for _ in range(120):
            page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"Tab does not reach {role} {name}")

    page.goto(f"{base}/index.html")
    page.keyboard.press("Control+k")
    page.locator(".search-field").press_sequentially("what they gain retention")
    expect(page.locator("[data-group=found] .hit").first).to_be_visible()
    for _ in range(40):
        page.keyboard.press("ArrowDown")
        if BENEFITS in (page.evaluate("document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).href || ''")):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What is in it for them?")
    page.goto(f"{base}/{BENEFITS}")

    tab_to("button", "Switch to dark mode")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_role("button", name="Switch to light mode")).to_be_focused()
    tab_to("button", "Print")
    page.keyboard.press("Enter")
    until(page, "window.printed")
    tab_to("tab", re.compile("."), selected=True)  # whichever the visit opened before: only that one is a stop
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#s52")).to_be_visible()
    tab_to("button", "advisory boards")
    page.keyboard.press("Enter")
    expect(page.locator(".term-note")).to_be_visible()
    page.keyboard.press("Escape")
    tab_to("button", "Copy link to point S53")
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{BENEFITS}#s53")


def test_no_single_key_acts_by_itself(page, address):
    """Who speaks to the device would set it off unasked (WCAG 2.1.4)."""
    slash = "`${playbook.root.pathname}.playbook_slash`"
    for url, places in (("localize/your-words.html", ("body", "#f-stage input, [name=stage]", ".form-add", "summary")), (BENEFITS, (".my-bar",))):
        page.goto(f"{address}/{url}")
        for place in places:
            if place != "body":
                page.locator(f"{place}:visible, {place}").first.evaluate("element => { element.tabIndex = element.tabIndex; element.focus() }")
            before = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
            if place not in ("body", ".my-bar"):  # the search has a key of its own, though not within a form
                page.keyboard.press("/")
                assert not page.locator("dialog[open]").count(), place
            page.evaluate(f"localStorage.setItem({slash}, '\"off\"')")  # the one that may be turned off is
            for key in (*"sSfF/pn,.k?1", "Shift+s", "Alt+k"):
                page.keyboard.press(key)
                assert page.evaluate("[document.querySelectorAll('dialog[open]').length, document.activeElement.outerHTML.slice(0, 80)]") == [0, before], (
                    place,
                    key,
                )
            page.evaluate(f"localStorage.removeItem({slash})")


def test_the_search_opens_by_keys_that_nobody_presses_by_chance(page, base):
    page.goto(f"{base}/index.html")
    page.wait_for_load_state()
    for keys in ("Control+k", "Meta+k"):
        page.keyboard.press(keys)
        expect(page.locator(".search-field"), keys).to_be_focused()
        page.keyboard.type("burnout s/f")
        expect(page.locator(".search-field"), keys).to_have_value("burnout s/f")
        page.locator(".search-field").fill("")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_in_forced_colours_what_is_chosen_is_told_apart_and_who_wants_no_motion_gets_none(page, address):
    page.goto(f"{address}/{BENEFITS}#s52")

    def look(selector: str, name: str) -> str:
        return page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element)[name]", name)

    chosen, other = ".tabbed-labels > label:has([aria-selected=true])", ".tabbed-labels > label:has([aria-selected=false])"
    for scheme in ("light", "dark"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        assert look(chosen, "backgroundColor") != look(other, "backgroundColor"), scheme
        assert look("#s52", "outlineStyle") == "solid", scheme
        page.keyboard.press("Tab")
        assert page.evaluate("[document.activeElement, document.activeElement.parentElement].some(e => getComputedStyle(e).outlineStyle !== 'none')"), scheme
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element);
          return style.scrollBehavior === 'smooth' || style.animationName !== 'none' || style.transitionDuration.split(', ').some(d => parseFloat(d) > 0);
        }).map(element => element.className)"""
    )
    assert not moving
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}/talking-points/what-they-are.html")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert look(".bar-share", "fill") != look(".bar-whole", "fill"), scheme


def test_every_page_links_past_its_header(site):
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]  # which has no header
    assert not [path.relative_to(site).as_posix() for path in pages if path.read_text("utf-8").count('class="md-skip"') != 1]


def test_what_sticks_to_the_foot_of_the_form_hides_no_field(page, address):
    """On a wide window and on the smallest; the robot goes through the form on a phone."""
    page.goto(f"{address}/localize/your-words.html")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    for width, height in ((1280, 720), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        stops = page.evaluate(IN_TURN, ".own-form input")
        assert len(stops) > 40
        assert not [(width, stop["name"]) for stop in stops if not stop["seen"]]


def test_the_way_to_my_sheet_hides_no_point(page, address):
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(f"{address}/{LONG[0]}")
    for button in page.locator(".point-pick").all()[:2]:
        button.click()
    expect(page.locator(".my-bar")).to_be_visible()
    page.goto(f"{address}/{LONG[0]}")
    stops = page.evaluate(IN_TURN, ".md-skip")
    assert len(stops) > 60
    assert not [stop["name"] for stop in stops if not stop["seen"]]


DRAWER = """<!doctype html><title>T</title><style>.md-toggle { display: none }</style><body>
<input type="checkbox" class="md-toggle" id="__drawer"><input type="checkbox" class="md-toggle" id="__search">
<header class="md-header"><label for="__drawer"><span role="button" tabindex="0">Menu</span></label></header>
<div class="md-sidebar md-sidebar--primary"><nav><label class="md-nav__title" for="__drawer">Site</label><ul>
<li><input type="checkbox" class="md-toggle" id="__nav_1"><label class="md-nav__link" for="__nav_1">Section</label>
  <nav><label class="md-nav__title" for="__nav_1">Section</label><ul><li><a class="md-nav__link" href="a.html">Within</a></li></ul></nav></li>
<li><input type="checkbox" class="md-toggle" id="__toc"><label class="md-nav__link" for="__toc">Page</label><a class="md-nav__link" href="b.html">Page</a>
  <nav><label class="md-nav__title" for="__toc">Page</label><ul><li><a class="md-nav__link" href="#one">Heading</a></li></ul></nav></li>
<li><a class="md-nav__link" href="c.html">Last</a></li>
</ul></nav></div><main><a href="d.html">Behind</a></main></body>"""
NAMED = "() => document.activeElement.textContent.trim()"


def test_the_keyboard_in_the_open_menu_passes_what_is_shown_and_no_closed_pane(chrome):
    page = chrome.new_page(viewport={"width": 360, "height": 740})
    page.set_content(DRAWER)
    page.add_script_tag(path=ROOT / "docs/assets/javascripts/core/narrow.js")
    closed = "() => [...document.querySelectorAll('.md-sidebar nav nav')].map(pane => pane.closest('[inert]') !== null)"
    assert page.evaluate(closed) == [False, False]
    page.evaluate("document.getElementById('__drawer').click()")
    assert page.evaluate(closed) == [True, True]
    passed = [page.evaluate(NAMED)]
    for _ in range(3):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(NAMED))
    assert "Within" not in passed and "Heading" not in passed and {"Section", "Page", "Last"} <= set(passed), passed
    page.evaluate("document.getElementById('__toc').click()")  # the pane that is opened is in reach, and the others stay out
    assert page.evaluate(closed) == [True, False] and page.evaluate(NAMED) == "Heading"
    page.evaluate("document.getElementById('__toc').click()")
    assert page.evaluate(closed) == [True, True]
    page.keyboard.press("Escape")
    assert page.evaluate(closed) == [False, False]
    page.close()
