"""What a reader's screen shows on every kind of page: a menu that opens, tabs that stay, icons behind a strict host, words where scripts are lost."""

import gzip
import re

import pypdfium2
import tinycss2
from playwright.sync_api import expect

from tests.browser.test_arrival import BENEFITS, CLEAR, expect_arrived
from tests.browser.test_in_browser import search, within
from tests.support.project import ROOT
from tests.support.served import Plain, served
from tests.support.waiting import until

KINDS = (
    "index.html", BENEFITS, "sheets/index.html", "sheets/educators.html", "sheets/educators-launch.html", "sheets/educators-launch-handout.html",
    "team/roster.html", "team/letter-launch.html", "localize/your-words.html", "my-sheet.html", "editions.html", "about/glossary.html",
)  # fmt: skip
TEMPLATES = ("index.html", BENEFITS, "sheets/educators.html", "localize/your-words.html")  # one page of each of overrides/
EDITION = "regions/nine-rivers/"
MENU = '.md-header [for="__drawer"] [role="button"]'
LETTERS_200 = (
    "() => { const css = new CSSStyleSheet(); css.replaceSync('html { font-size: 250% }'); document.adoptedStyleSheets = [css]; }"  # 125 % is the theme's
)
# the drawer's entries that a finger can hit
ENTRIES = """() => [...document.querySelectorAll('.md-sidebar--primary li > :is(a, label)')].filter(entry => {
  const box = entry.getBoundingClientRect();
  return box.width > 40 && entry.contains(document.elementFromPoint(box.left + 20, box.top + box.height / 2));
}).length"""
# what is drawn with the help of a picture that the stylesheet itself holds, or that is fetched as a mask
DRAWN = r"""() => [...document.querySelectorAll('*')].flatMap(element => ['', '::before', '::after'].map(part => [element, part])).filter(([element, part]) => {
  const style = getComputedStyle(element, part);
  if (part && style.content === 'none') return false;
  return /url\(/.test(style.maskImage + style.webkitMaskImage) || /url\("?data:/.test(style.backgroundImage + style.listStyleImage + style.content);
}).map(([element, part]) => `${element.tagName}.${element.getAttribute('class')}${part}`)"""


def stylesheets() -> dict[str, str]:
    """Return our own stylesheets by name, without remarks."""
    files = sorted((ROOT / "docs/assets/stylesheets").rglob("*.css"))
    return {file.name: re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL) for file in files}


# tables whose fades have another color than what lies under them
ON_ANOTHER_COLOR = """() => [...document.querySelectorAll('.md-typeset__scrollwrap')].filter(wrap => {
  let ground = wrap.parentElement;
  while (ground !== document.body && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
  return ground !== document.body && getComputedStyle(wrap).backgroundImage !== 'none';
}).map(wrap => wrap.innerText)"""


def keeps_the_focus(page) -> list[str]:
    """What is wrong with the open menu: it holds the focus, gives it back to its button, and moves no scrolled page."""
    page.locator(MENU).focus()
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    here = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    assert page.evaluate("Boolean(document.activeElement.closest('.md-sidebar--primary li'))")
    outside = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('.md-sidebar--primary') ? '' : document.activeElement.outerHTML"
        )
        outside += [stop[:90]] if stop else []
    page.keyboard.press("Escape")
    expect(page.locator(MENU)).to_be_focused()
    expect(page.locator(MENU)).to_have_attribute("aria-expanded", "false")
    assert page.locator("[inert]").count() == 0
    return outside + ([f"moved from {here} to {now}"] if (now := page.evaluate("scrollY")) != here else [])


def opens_empty(page, width: int) -> list[int]:
    """The width, if the menu opens with hardly an entry there; the robot opens it on a phone, and `make audit` on every page."""
    page.set_viewport_size({"width": width, "height": 740})
    page.locator(MENU).click()
    empty = [width] if page.evaluate(ENTRIES) < 4 else []
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()
    return empty


def on_a_phone_with_letters_of_200_percent(page) -> list[str]:
    """What is wrong with the menu there: its whole width is on the window, beside it a finger closes it, and it begins at the page one is on."""
    page.set_viewport_size({"width": 360, "height": 740})
    cdp = page.context.new_cdp_session(page)
    cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.locator(MENU).click()
    faults = [] if page.evaluate("document.querySelector('.md-sidebar--primary').offsetWidth <= innerWidth - 44") else ["no room beside it"]
    here = "(({top, bottom}) => top >= 0 && bottom <= innerHeight && document.activeElement.matches('.md-nav__item--active > *'))(document.activeElement.getBoundingClientRect())"
    faults += [] if page.evaluate(here) else ["begins elsewhere"]
    page.mouse.click(350, 600)
    faults += ["stays open"] if page.locator("#__drawer").is_checked() else []
    page.locator("#__drawer").evaluate("drawer => drawer.checked && drawer.click()")
    cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    cdp.detach()
    return faults


def out_of_reach(page) -> list[list[float]]:
    """Where the way to other editions is not whole on a phone with letters of 200 percent: left, right, what is cut."""
    page.set_viewport_size({"width": 390, "height": 740})
    page.evaluate(LETTERS_200)
    left, right, cut = page.locator(".edition-change").evaluate(
        "link => { const {left, right} = link.getBoundingClientRect(); return [left, right, link.scrollWidth - link.clientWidth]; }"
    )
    return [[left, right, cut]] if left < 0 or right > 390 or cut > 0 else []


def test_each_template_has_a_menu_that_opens_and_holds_the_focus_fades_in_the_color_of_the_ground_and_in_large_letters_the_way_to_other_editions(page, address):
    """One page of each template, loaded once."""
    found = {}
    for url, width in zip(TEMPLATES, (360, 768, 1024, 768), strict=True):
        page.set_viewport_size({"width": 1280, "height": 740})
        page.goto(f"{address}/{within(EDITION, url)}")
        found[url, "fades"] = page.evaluate(ON_ANOTHER_COLOR)
        page.set_viewport_size({"width": 390, "height": 740})
        found[url, "focus"] = keeps_the_focus(page)
        found[url, "menu"] = opens_empty(page, width)
        found[url, "menu in large letters"] = on_a_phone_with_letters_of_200_percent(page)
        found[url, "editions"] = out_of_reach(page)
    page.goto(f"{address}/editions.html")
    found["editions.html", "editions"] = out_of_reach(page)
    page.goto(f"{address}/team/agenda-launch.html")
    found["team/agenda-launch.html", "fades"] = page.evaluate(ON_ANOTHER_COLOR)
    assert not {where: faults for where, faults in found.items() if faults}


def test_the_drawer_shows_the_whole_name_of_a_site_a_window_made_wide_is_usable_and_the_origin_keeps_off_the_search(page, address):
    page.goto(f"{address}/index.html")
    apart = "document.querySelector('.origin-line').getBoundingClientRect().top - document.querySelector('.home-more').getBoundingClientRect().bottom"
    assert page.evaluate(apart) >= 16
    page.set_viewport_size({"width": 360, "height": 740})
    title = page.locator(".md-nav__title[for=__drawer]")
    title.evaluate("title => title.lastChild.data = 'Sector Partnerships Playbook of the Higher Education Coordinating Commission'")
    page.locator(MENU).click()
    assert title.evaluate("title => title.scrollWidth <= title.clientWidth && title.scrollHeight <= title.clientHeight")
    assert page.locator("[inert]").count()  # behind the open menu
    page.set_viewport_size({"width": 1280, "height": 740})
    until(page, "!document.querySelector('[inert]')")


SHOWN_TABS = """[...document.querySelectorAll('.md-tabs__link')].every(link => {
  const box = link.getBoundingClientRect();
  return link.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
})"""


def test_the_tabs_are_there_after_a_link_a_search_hit_and_back(page, address):
    def at_the_top() -> None:
        page.evaluate("scrollTo(0, 0)")
        until(page, SHOWN_TABS)

    page.goto(f"{address}/talking-points/what-they-are.html#s31")
    expect_arrived(page, "s31")
    at_the_top()
    search(page, "labor shed")
    page.locator('.hit[href*="#word-labor-shed"]').click()
    expect(page.locator("#word-labor-shed")).to_be_in_viewport()
    at_the_top()
    page.go_back()
    expect(page.locator("#s31")).to_be_attached()
    expect(page.locator(".hit").first).to_be_visible()  # Back from a hit leads to the results again
    page.keyboard.press("Escape")
    at_the_top()


def test_a_place_reached_is_below_the_header_at_every_width_and_in_letters_of_200_percent(page, address):
    under = []
    page.goto(f"{address}/about/glossary.html")
    for letters in ("100 %", "200 %"):
        if letters == "200 %":
            page.evaluate(LETTERS_200)
        for width in (360, 768, 1280, 2560):
            page.set_viewport_size({"width": width, "height": 740})
            for id in ("word-champion", "word-labor-shed"):
                page.evaluate("id => new Promise(ok => { addEventListener('hashchange', () => setTimeout(ok), {once: true}); location.hash = id })", id)
                if not page.locator(f"#{id}").evaluate(CLEAR):
                    under.append((letters, width, id))
    assert not under


BROKEN_WORDS = """() => [...document.querySelectorAll("article h1")].flatMap((heading) => {
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), broken = [];
  for (let text; (text = texts.nextNode());)
    for (const { 0: word, index } of text.data.matchAll(/[^\\s-]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  return broken;
})"""


# headings that are smaller than the text, or larger than the title
ODD_HEADINGS = """() => {
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const [text, title] = ["article", "article h1"].map((one) => size(document.querySelector(one)));
  return [...document.querySelectorAll("article :is(h1, h2, h3)")].filter((one) => one.checkVisibility() && (size(one) < text || size(one) > title)).map((one) => one.textContent);
}"""


def test_with_large_letters_a_heading_stays_between_text_and_title_and_breaks_between_words_and_a_title_fits_the_header_on_a_phone(page, address):
    broken = {}
    cdp = page.context.new_cdp_session(page)
    page.set_viewport_size({"width": 360, "height": 740})
    for url in ("sheets/economic-launch.html", "sheets/community-planning-handout.html", "index.html", "talking-points/what-they-are.html"):
        page.goto(f"{address}/{url}")
        lines = page.locator(".md-header__topic .md-ellipsis").evaluate_all("all => all.map((one) => getComputedStyle(one).webkitLineClamp)")
        cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
        words, odd = page.evaluate(BROKEN_WORDS), page.evaluate(ODD_HEADINGS)
        cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
        if words or any(line != "2" for line in lines) or odd:
            broken[url] = (words, lines, odd)
    cdp.detach()
    assert not broken


def test_no_measure_of_the_root_is_in_its_own_rem():
    """WebKit takes a rem of the root element for 16 px whatever its font size."""
    rules = [(name, rule) for name, css in stylesheets().items() for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", css)]
    root = [(name, body) for name, (selector, body) in rules if re.search(r"(^|,\s*)(html|:root)(:[^\s,]*)?\s*(,|$)", selector.strip())]
    assert root
    assert not [(name, line) for name, body in root for line in re.findall(r"[^;{}]*\drem", body) if not line.strip().startswith(("--", "font-size"))]


def test_after_a_choice_the_focus_is_on_the_tab(page, address):
    """By click and by Enter, in tabs of audiences, of cards and of pitches, each tab one way; never on the radio button that nobody sees."""
    lost = []
    for url in (BENEFITS, "talking-points/index.html", "team/practice.html"):
        page.goto(f"{address}/{url}")
        tabs = page.get_by_role("tab")
        expect(tabs.first).to_be_visible()
        for choose in ("click", "Enter"):
            for at in reversed(range(tabs.count())):
                if (at % 2 == 0) != (choose == "click"):
                    continue
                if choose == "click":
                    tabs.nth(at).click()
                else:
                    tabs.nth(at).focus()
                    page.keyboard.press("Enter")
                if not tabs.nth(at).evaluate("tab => document.activeElement === tab && tab.getAttribute('aria-selected') === 'true'"):
                    lost.append((url, choose, at, page.evaluate("document.activeElement.outerHTML.slice(0, 80)")))
    assert not lost


def test_on_a_narrow_window_tab_passes_by_the_closed_search_and_in_the_menu_a_section_is_left_and_entered_by_keyboard(page, address):
    page.set_viewport_size({"width": 390, "height": 740})
    page.goto(f"{address}/{BENEFITS}")
    for _ in range(12):
        page.keyboard.press("Tab")
        expect(page.locator(".search-panel")).not_to_be_visible()
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    expect(page.locator(".search-field")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    page.locator(MENU).focus()
    page.keyboard.press("Enter")
    here = page.get_by_role("button", name="What is in it for them?: on this page")
    expect(here).to_be_focused()
    page.get_by_role("button", name="Back from What to say").press("Enter")
    expect(page.get_by_role("link", name="What to say")).to_be_focused()
    page.get_by_role("button", name="Pages in What to say").press("Space")
    expect(here).to_be_focused()


ICONS_LOST = """[...document.querySelectorAll('*')].flatMap(element => [null, '::before', '::after'].map(part => [element, part, getComputedStyle(element, part)]))
  .filter(([element, part, look]) => look.clipPath.startsWith('polygon') && (!part || look.content !== 'none') && look.forcedColorAdjust !== 'none')
  .map(([element, part]) => `${element.tagName.toLowerCase()}.${element.className}${part ?? ''}`)"""


class Strict(Plain):
    """A host that allows a page what stands on it, and nothing else."""

    def end_headers(self) -> None:
        """Say so with each file."""
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()


def test_behind_a_strict_host_and_in_the_readers_own_colors_every_icon_is_drawn(page, site):
    """`Content-Security-Policy: default-src 'self'`, as many hosts send it. A refusal is an error in the console, which fails the test."""
    found = {}
    others = ("my-sheet.html", "team/check-up.html", "team/roster.html")  # with icons of their own
    with served(site, Strict) as strict:
        for url in (*TEMPLATES, *others):
            page.goto(f"{strict}/{url}")
            if url in TEMPLATES:  # with the menu open
                page.set_viewport_size({"width": 390, "height": 800})
                page.locator(MENU).click()
            found[url, "from a picture"] = page.evaluate(DRAWN)
            found[url, "plain"] = page.locator(".icon").evaluate_all(
                "icons => icons.filter(icon => !getComputedStyle(icon).clipPath.startsWith('polygon')).map(icon => icon.outerHTML)"
            )
            page.set_viewport_size({"width": 1280, "height": 800})
            page.emulate_media(forced_colors="active")
            found[url, "lost"] = page.evaluate(ICONS_LOST)
            page.emulate_media(forced_colors="none")
        page.goto("about:blank")
    assert not {where: icons for where, icons in found.items() if icons}


def test_the_pages_need_no_pictures_within_stylesheets():
    assert not {name: found for name, css in stylesheets().items() if (found := re.findall(r"[^;{}]*data:|mask[\w-]*:", css))}


def test_a_font_that_is_late_holds_back_no_word():
    faces = [face for css in stylesheets().values() for face in re.findall(r"@font-face\s*\{([^}]*)\}", css)]
    assert faces
    assert not [face for face in faces if not re.search(r"font-display:\s*(swap|optional|fallback)", face)]


def test_the_dark_look_is_printed_on_white_sheets(page, address):
    """Chosen on the page, and by the device, whose choice the page for a wrong address follows; more pages are printed dark in tests/paper/test_browser_print.py."""
    dark = []
    for url, scheme in (("sheets/educators.html", "light"), ("404.html", "dark")):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{address}/{url}")
        if scheme == "light":
            page.locator("label.md-header__button[title='Switch to dark mode']").click()
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        first = pypdfium2.PdfDocument(page.pdf(print_background=True))[0].render(scale=0.5)
        places = [(x, y) for x in (1, 10, first.width - 2) for y in (1, first.height // 2, first.height - 2)]
        dark += [(url, place) for place in places if first.buffer[place[1] * first.stride + place[0] * first.n_channels] < 255]
    assert not dark


FORM, SHEET = "localize/your-words.html", "my-sheet.html"
LOST = (  # a script, on a page that needs it
    ("**/playbook.js*", FORM), ("**/form.js", FORM), ("**/store.js*", FORM),
    ("**/playbook.js*", SHEET), ("**/my-sheet.js*", SHEET),
)  # fmt: skip


def test_where_scripts_are_lost_on_the_way_the_page_works_or_says_so(chrome, address):
    """What stands in for scripts comes late: that time is passed over."""
    page, missing = chrome.new_page(), []
    for lost, url in LOST:
        page.route(lost, lambda route: route.abort())
        page.goto(f"{address}/{url}")
        page.evaluate("document.getAnimations().forEach(one => one.finish())")
        said = page.get_by_text("needs JavaScript, which is off in this browser or did not arrive")
        works = page.locator(".scripts-run .my-none")  # a script of the page's own may do all its work without the others
        missing += [] if said.or_(works).locator("visible=true").count() else [f"{url} without {lost}"]
        page.unroute(lost)
    page.close()
    assert not missing


def test_where_scripts_run_nothing_stands_in_for_them(page, address):
    for url, works in ((FORM, ".own-form"), (SHEET, ".my-none")):
        page.goto(f"{address}/{url}")
        expect(page.locator(works)).to_be_visible()
        expect(page.locator("html")).to_have_class(re.compile(r"\bscripts-run\b"))
        expect(page.locator(".without-scripts")).to_be_hidden()


def test_a_name_begins_with_a_capital_in_the_page_itself(page, address):
    """Not by `::first-letter`, which makes two words of it for a screen reader."""
    assert not [name for name, css in stylesheets().items() if "first-letter" in css]
    page.goto(f"{address}/regions/nine-rivers/sheets/educators-launch.html")
    assert page.locator(".edition-region").text_content().startswith("The Nine Rivers")
    assert " · The Nine Rivers" in page.locator(".sheet-edition").text_content()
    page.goto(f"{address}/editions.html")
    assert [name for name in page.locator(".edition-group :is(h2, a)").all_text_contents() if name[0] != name[0].upper()] == []
    page.evaluate("playbook.device.write(playbook.device.keys.own, {version: 1, region: {region: 'the lane', stage: 'planning'}})")
    page.goto(f"{address}/sheets/educators-launch.html")
    assert page.locator(".sheet-edition").inner_text().startswith("The lane")


WIDE_LOGO = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='4000' height='16'/>"
HEAD = "<span><img class='region-logo' alt='' src=\"{logo}\"></span><span><strong>{word}</strong></span>"
PARTS = {
    "letter": f"<p class='letter-head'>{HEAD}</p>",
    "handout": f"<p class='sheet-from'>{HEAD}</p>",
    "credit": "<div class='source'><div class='source-inner'><div class='source-words'><p class='credit'>{word}</p><p>{word}</p></div></div></div>",
    "front page": "<p class='home-edition'><span>This edition is for <strong>{word}</strong>.</span><a href='#'>All editions</a></p>",
}


def test_a_long_word_or_a_wide_logo_makes_no_page_wider_than_a_phone(chrome):
    page, wide = chrome.new_page(viewport={"width": 360, "height": 740}), {}
    theme = ".md-typeset { overflow-wrap: break-word } .md-typeset img { max-width: 100% }"
    for part, html in PARTS.items():
        body = html.format(logo=WIDE_LOGO, word="W" * 290)
        page.set_content(f"<!doctype html><style>{theme}{' '.join(stylesheets().values())}</style><body class='md-typeset'><article>{body}</article>")
        page.wait_for_function("[...document.images].every(image => image.complete)")
        if over := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"):
            wide[part] = over
    page.close()
    assert not wide


KILOBYTES = 34.0  # of gzip, with an empty cache


def test_the_front_page_loads_no_more_than_it_may(site):
    page = (site / "index.html").read_text("utf-8")
    files = [
        site / "index.html",
        *(site / found.partition("?")[0] for found in re.findall(r'<(?:link rel="(?:stylesheet|icon)" href|script src)="([^"]+)"', page)),
    ]
    weights = {file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0)) / 1000 for file in files}
    assert len(files) >= 5 and sum(weights.values()) <= KILOBYTES, weights


FIELD = re.compile(r"(?:input|select|textarea)(?![-\w])[^ >+~]*$")
LOOK_OF_A_FIELD = {"border", "background-color", "font"}


def test_a_field_has_its_look_from_one_stylesheet():
    twice = []
    for file in sorted((ROOT / "docs/assets/stylesheets").rglob("*.css")):
        for rule in tinycss2.parse_stylesheet(file.read_text("utf-8"), True, True):
            if rule.type == "qualified-rule" and file.name != "fields.css" and FIELD.search(tinycss2.serialize(rule.prelude).strip()):
                names = {one.name for one in tinycss2.parse_blocks_contents(rule.content, True, True) if one.type == "declaration"}
                twice += [f"{file.name}:{rule.source_line}"] if names >= LOOK_OF_A_FIELD else []
    assert not twice, f"belongs in components/fields.css: {twice}"


def test_a_wide_window_has_no_empty_half(page, address):
    """The credit fills its panel, a letter stands in the middle, and what is typed for a sheet stands beside it."""
    page.goto(f"{address}/index.html")
    panel, words = (page.locator(part).bounding_box() for part in (".source", ".source-words > :last-child"))
    assert words["x"] > panel["x"] + panel["width"] * 0.4
    page.goto(f"{address}/team/letter-planning.html")
    article = page.locator(".md-content__inner").bounding_box()
    assert abs(article["x"] - (1280 - article["x"] - article["width"])) < 24
    page.evaluate("playbook.device.write(playbook.device.keys.sheet, ['s10'])")
    page.goto(f"{address}/my-sheet.html")
    paper, typed = (page.locator(part).bounding_box() for part in (".my-paper", ".my-words-of"))
    assert typed["x"] >= paper["x"] + paper["width"]


def test_on_a_phone_the_tools_of_a_worksheet_take_one_row_and_its_contents_are_one_tap_away(page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}/team/objections.html")
    assert page.locator(".tools").first.bounding_box()["height"] < 2 * page.locator(".tool-pdf").first.bounding_box()["height"]
    page.get_by_role("button", name="On this page").click()
    page.get_by_role("link", name="“This is our turf”").click()
    expect(page.get_by_role("heading", name="“This is our turf”")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("button", name="On this page")).to_be_hidden()
