"""What a machine can tell of accessibility: axe-core finds nothing, every kind of page reflows, and each page is in order. `make audit` looks at more."""

import re
from collections import Counter
from itertools import pairwise

import lxml.html

from tests.browser.test_in_browser import PAGES, search, within
from tests.support.accessibility_tree import name_of, nodes_of, property_of
from tests.support.axe import LOOKS, WIDTHS, switch_theme, violations
from tests.support.project import ROOT
from tests.support.templates import PROSE, WHOLE, kind, one_of_each

EDITION = "regions/nine-rivers/"
# WCAG 1.4.12: what a reader may set. `clipped`: text that is cut off then. The header says the h1 again, and the front page the edition's whole name.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
SPREAD = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  const root = document.documentElement;
  const clipped = [...document.querySelectorAll('body *')].filter(element => {
    if (!element.checkVisibility({visibilityProperty: true}) || element.matches('.md-header *, .edition-region, svg *') || !element.innerText?.trim()) return false;
    const style = getComputedStyle(element);
    const cuts = /hidden|clip/.test(style.overflowX + style.overflowY) && style.clipPath === 'none' && style.position !== 'fixed';   // clip-path: for screen readers only
    return cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map(element => `${element.tagName}.${element.className}`);
  document.adoptedStyleSheets = [];
  const typed = document.querySelectorAll('input:not([type=radio], [type=checkbox], [type=file]), select, textarea');
  clipped.push(...[...typed].filter(field => parseFloat(getComputedStyle(field).fontSize) < 16).map(field => `${field.name || field.id}: a phone zooms in on it`));
  return root.scrollWidth > root.clientWidth ? [...clipped, 'scrolls sideways'] : clipped;
}"""


def test_axe_finds_nothing_and_wider_spacing_and_larger_letters_lose_nothing_on_any_kind_of_page(page, address):
    """One page of each template is seen light and dark, at two of three widths; of the other kinds every second one is seen dark, each at the next width. What
    stands around the text is the same on all pages of a template, so it is asked on one of each; of elements that are alike on the others, one is looked at. `make audit` asks all of every page."""
    pages = [url for url in PAGES if kind(url) not in PROSE]
    page.emulate_media(color_scheme="light")
    cdp = page.context.new_cdp_session(page)
    cdp.send("Page.enable")
    found = {}
    for dark in (0, 1):
        for at, url in [*enumerate(pages)][dark::2]:
            page.goto(f"{address}/{within(EDITION, url)}")
            whole = kind(url) in WHOLE
            for turn in (0, 1) if whole else (0,):
                if turn:
                    switch_theme(page)
                width = WIDTHS[(at + turn) % 3]
                page.set_viewport_size({"width": width, "height": 800})
                scheme = page.evaluate("document.body.dataset.mdColorScheme")
                found[url, scheme, width] = violations(page, "" if whole else "article", only=LOOKS if turn else (), once=bool(turn) or not whole)
            found[url, "spacing"] = []
            for width in (320, 360) if page.evaluate("document.querySelector('[role=tab]') !== null") else (320,):  # one column of tabs, and two
                page.set_viewport_size({"width": width, "height": 800})
                found[url, "spacing"] += page.evaluate(SPREAD, SPACING)
            found[url, "letters"] = larger_than_a_phone(page, cdp)
            if whole:
                switch_theme(page)
        if not dark:
            switch_theme(page)  # kept for the pages to come
    cdp.detach()
    assert not {where: faults for where, faults in found.items() if faults}
    looks = {where[1:] for where in found if len(where) == 3}
    assert looks == {(scheme, width) for scheme in ("default", "slate") for width in WIDTHS}
    for url in pages:
        assert len([where for where in found if where[0] == url]) == (4 if kind(url) in WHOLE else 3)


def larger_than_a_phone(page, cdp) -> list[str]:
    """Whether a page is wider than a phone with letters of 200 percent, as set in the browser: rem, em and media queries follow."""
    cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    over = page.evaluate("[getComputedStyle(document.documentElement).fontSize, document.documentElement.scrollWidth - document.documentElement.clientWidth]")
    cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    assert over[0] == "40px", over  # 125 % is the theme's
    return [f"wider by {over[1]} px"] if over[1] > 0 else []  # less, where a scroll bar has its room


def test_axe_finds_nothing_while_searching(page, address):
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}/index.html")
    found = {}
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        search(page, "labor shed")
        found[width] = violations(page)
        page.keyboard.press("Escape")
        switch_theme(page)
    assert not {where: faults for where, faults in found.items() if faults}


def test_axe_finds_nothing_in_any_tab(page, address):
    """Each audience has colors of its own; `make audit` opens every tab of every page."""
    found = {}
    page.goto(f"{address}/talking-points/what-is-in-it.html")
    for tab in page.get_by_role("tab").all():
        tab.click()
        found[tab.text_content()] = violations(page, ".tabbed-set", once=True)
    assert len(found) == 4
    assert not {where: faults for where, faults in found.items() if faults}


def test_every_page_says_its_language_and_has_one_title_of_its_own_one_main_text_and_headings_in_order(site):
    faults, titles = [], Counter()
    for path in sorted(site.rglob("*.html")):
        name, root = path.relative_to(site).as_posix(), lxml.html.parse(str(path)).getroot()
        levels = [int(heading.tag[1]) for heading in root.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")]
        if levels[:1] != [1] or levels.count(1) != 1:
            faults.append(f"{name}: one h1, first of all, is right; it has {levels}")
        faults += [f"{name}: h{after} after h{before}" for before, after in pairwise(levels) if after > before + 1]
        around = ("main",) if name == "404.html" else ("main", "header", "footer")  # that page stands alone
        faults += [f"{name}: {tag} x {count}" for tag in around if (count := len(root.xpath(f"//body//{tag}"))) != 1]
        if root.get("lang") != "en":
            faults.append(f"{name}: no language")
        titles[re.match(r"(regions/[\w-]+/)?", name)[0], root.findtext(".//title").strip()] += 1
    assert not faults
    assert not [title for title, count in titles.items() if count > 1]


def test_a_place_reached_is_announced_with_its_words_and_without_its_buttons(page, address):
    for place in ("talking-points/what-is-in-it.html#s52", "talking-points/what-they-are.html#s17", "team/objections.html#turf"):
        page.goto(f"{address}/{place}")
        page.locator(f"#{place.partition('#')[2]}:focus").wait_for()
        announced = name_of(nodes_of(page, ":focus")[0][1])
        assert len(announced) > 3 and not re.search("My sheet|Copy link|Say it my way", announced), announced
        page.keyboard.press("Tab")
        assert not page.locator("article [aria-label]:is(li, p, h2, h3)").count()


def test_a_missing_stage_is_said_of_its_group(page, address):
    page.goto(f"{address}/localize/your-words.html")
    page.get_by_role("button", name="Save on this device").click()
    page.locator("#f-stage-error:visible").wait_for()
    group = page.locator(".form-choices input").first
    assert [(property_of(node, "required"), property_of(node, "invalid")) for _, node in nodes_of(page, "[role=radiogroup]:has([name=stage])")] == [
        (True, "true")
    ]
    group.check()
    page.get_by_role("button", name="Save on this device").click()
    page.locator("#f-stage-error").wait_for(state="hidden")
    assert [property_of(node, "invalid") for _, node in nodes_of(page, "[role=radiogroup]:has([name=stage])")] in ([None], ["false"])


def test_the_bar_of_an_own_version_has_its_ground_without_has():
    css = (ROOT / "docs/assets/stylesheets/components/local-edition.css").read_text("utf-8")
    bar = css.split("\n.own-bar {")[1].split("}")[0]
    assert "background-color: var(--pb-amber-tint)" in bar and "color: var(--pb-text)" in bar


# What a reader types of themselves, and what the browser may fill it with (WCAG 1.3.5); what is about others or about a meeting is not filled.
ABOUT_ME = {
    "your name": "name", "your organization": "organization", "speaker_role": "organization-title",
    "convener.1.name": "organization", "convener.1.url": "url", "convener.1.email": "email", "convener.1.phone": "tel",
}  # fmt: skip
KEYBOARDS = {"url": "url", "email": "email", "tel": "tel"}


def test_a_browser_may_fill_in_what_is_asked_about_the_reader_and_shows_the_keyboard_for_it(site):
    faults, seen = [], Counter()
    for path in one_of_each(site).values():
        for field in lxml.html.parse(str(site / path)).getroot().xpath("//article//input[not(@type='radio' or @type='checkbox' or @type='file')]"):
            token = ABOUT_ME.get(field.get("name") or "", "off")
            seen[token] += 1
            if (found := field.get("autocomplete") or "off") != token or field.get("inputmode") != KEYBOARDS.get(token, field.get("inputmode")):
                faults.append(f"{path}: {field.get('name')} is filled with {found}, keyboard {field.get('inputmode')}; {token} is right")
            if field.get("maxlength") and field.get("type") not in ("text", "email", "tel", "url", "search"):
                faults.append(f"{path}: {field.get('name')}, of type {field.get('type')}, has a maxlength, which HTML does not know there")
    assert not faults
    assert set(seen) == {"off", *ABOUT_ME.values()}
