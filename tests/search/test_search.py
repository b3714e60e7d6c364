"""Search finds points in the users' own words, and each result says where it stands and for whom."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase, digits

import pytest
from playwright.sync_api import Page, Route, expect

from playbook.content.point_spec import point_specs
from playbook.search.asked import questions
from playbook.search.index_file import read_index
from playbook.search.search_index import folded
from tests.search.query_log import FIELD, RESULTS, is_found, opened, queries, results
from tests.support import chromium
from tests.support.accessibility_tree import name_of, nodes_of, property_of
from tests.support.axe import violations
from tests.support.project import run
from tests.support.waiting import until

FOUND = "[data-group=found] .hit"
SCRIPTS = "assets/javascripts/search"
LAZY = ("lookup.js", "engine.js", "panel.js")
SAMPLE = (
    "burnout", "chamber of commerce", "CTE", "one stop", "turf", "grant", "91%", "82 percent", "71 %", "buisness champions", "PDF", "handout", "agenda", "who is missing",
    "email", "advisory board", "what do I say to an employer", "who should be on the support team", "educators sheet", "dean", "Colorado", "minutes", "job seekers", "who pays for this", "poaching workers", "time commitment", "bus rides to work", "letter to business leaders",
    "what if they say no", "competition between companies", "community group has no time", "how do I invite an employer", "who should lead", "where is my data stored",
    "educaters sheet", "workforce bord", "partner says they have no time", "room setup", "use it offline", "steering committee",
)  # fmt: skip
ACTIVE = "document.getElementById(document.querySelector('.search-field').getAttribute('aria-activedescendant'))"


def entries_of(site: Path, edition: str = "") -> list[dict]:
    return read_index(site / edition)["entries"]


def titles(page: Page) -> list[str]:
    return page.locator(f"{FOUND} .hit-name").all_text_contents()


@pytest.fixture(scope="module")
def search_in_view(chrome, address):
    """A browser page with the search of the front page open."""
    tab = chromium.Tab(chrome)
    opened(tab.page, f"{address}/index.html")
    yield tab
    tab.context.close()


@pytest.fixture
def seeking(search_in_view) -> Iterator[Page]:
    """The open search of the front page, for tests that only ask it: none opens or closes anything."""
    yield search_in_view.page
    assert not search_in_view.faults, search_in_view.faults


def test_every_point_is_an_entry_of_its_own_in_every_edition(site):
    for edition in ("", "regions/nine-rivers", "regions/hard-name"):
        places = [entry["location"] for entry in entries_of(site, edition)]
        assert len(places) == len(set(places))
        assert not [key for key, spec in point_specs().items() if f"{spec.page}.html#{key}" not in places], edition


def test_a_point_is_called_by_its_line_to_say_with_the_regions_facts(site):
    entries = {entry["location"]: entry for entry in entries_of(site, "regions/nine-rivers")}
    assert "Nine Rivers" in entries["talking-points/what-are-you-up-to.html#s10"]["title"]
    assert entries["talking-points/what-they-are.html#s19"]["title"] == "Businesses are at the center: they set the agenda, and they drive it."
    assert entries["talking-points/what-they-are.html#s19"]["text"] == "It’s their table, and we’re there to help."
    assert not [place for place, entry in entries.items() if not 0 < len(entry["title"].split()) <= 25]


def test_the_index_stands_there_once_for_disk_and_http(site):
    assert {path.name for path in site.rglob("search_index*")} == {"search_index.js"}
    assert not list(site.rglob("*lunr*")) + list(site.rglob("workers"))


def test_no_heading_says_again_what_its_points_say(site):
    said = {entry["text"] for entry in entries_of(site) if re.search("#[sc][0-9]{2}$", entry["location"]) and len(entry["text"]) > 40}
    assert not [entry["location"] for entry in entries_of(site) for text in said if text in entry["text"] and text != entry["text"]]


def test_index_engine_and_interface_stay_small_in_every_edition(site):
    """In bytes of gzip, as they are sent; they are loaded when somebody reaches for the search."""
    scripts = sum(len(gzip.compress((site / SCRIPTS / name).read_bytes(), 9)) for name in LAZY)
    sizes = {str(index.relative_to(site)): scripts + len(gzip.compress(index.read_bytes(), 9)) for index in site.rglob("search_index.js")}
    assert not {name: size for name, size in sizes.items() if size > 45_000}


def test_a_page_may_be_found_as_a_whole_or_not_at_all(site):
    pages = [entry["location"].partition("#")[0] for entry in entries_of(site)]
    assert pages.count("my-sheet.html") == pages.count("everything.html") == pages.count("sheets/community-active-handout.html") == 1


def test_search_finds_points_in_the_users_words(seeking):
    asked = {query["type"]: query["find"] for query in queries()}
    found = {words: results(seeking, words)[:3] for words in SAMPLE}
    assert not {words: three for words, three in found.items() if not any(is_found(one, asked[words]) for one in three)}


def test_an_edition_finds_all_spellings_of_its_own_names_and_the_points_of_its_own_stage_before_others(page, address):
    missed, orders = [], {}
    for edition, spellings in (
        ("pine-valley", ()),  # a launch date is set
        ("kaohia-coast", ("Kaʻōhia", "ka'ohia", "ka‘ohia", "ka’ōhia", "kaohia", "KAOHIA", "ka`ohia")),
        ("rio-verde", ("dona ines", "Doña Inés", "DOÑA")),  # planning
    ):
        opened(page, f"{address}/regions/{edition}/index.html")
        missed += [typed for typed in spellings if not any(is_found(one, ["s10"]) for one in results(page, typed))]
        orders[edition] = [place for link in results(page, "invite") if (place := link.rpartition("#")[2]) in ("s67", "s73")]
    assert not missed
    assert (orders["pine-valley"], orders["rio-verde"]) == (["s73", "s67"], ["s67", "s73"])


def test_other_spellings_of_known_words_find_the_same(seeking):
    for alike in (
        ("hawaii", "hawai'i", "Hawaiʻi", "hawai’i"),
        ("email", "e-mail", "E mail"),
        ("job seeker", "jobseekers", "job-seekers"),
        ("health care", "healthcare"),
    ):
        firsts = {typed: results(seeking, typed)[:1] for typed in alike}
        assert len({first[0].partition("?")[0] + first[0].partition("#")[2] for first in firsts.values()}) == 1, firsts


def test_a_result_names_its_kind_its_page_its_audience_or_its_stage(seeking):
    named = {}
    for words in ("tax dollars", "invite CEOs personally", "who sets the agenda"):
        results(seeking, words)
        named[words] = seeking.locator(FOUND).first.locator(".hit-where").text_content()
    assert named == {
        "tax dollars": "What to say · What is in it for them? · Workforce developers",
        "invite CEOs personally": "What to say · What are the next steps? · Launch coming up",
        "who sets the agenda": "What to say · What are Next Generation Sector Partnerships?",
    }


def test_a_sheet_is_found_with_its_pdf_at_hand(seeking):
    assert results(seeking, "educators sheet")[0].partition("?")[0].endswith("/sheets/educators.html")
    paper = seeking.get_by_role("option", name="PDF: Talking with educators", exact=True)
    assert re.search(r"/sheets/educators-\w+\.pdf$", paper.get_attribute("href"))


def test_results_stand_in_named_groups(seeking):
    results(seeking, "agenda")
    names = [name_of(node) for _, node in nodes_of(seeking, "[data-group=found]")]
    assert names[0] == "Best matches"
    assert set(names[1:]) <= {"What to say", "Sheets to print", "Build your team", "Words", "Pages"} and len(names) > 2


def test_a_word_of_a_page_leads_to_the_passages_that_have_it_and_to_no_others_of_the_page(seeking):
    found = results(seeking, "Colorado")
    assert any(is_found(one, ["s35"]) for one in found)
    assert not [one for one in found if "team/examples.html" in one and "#" in one]  # only the page's own words name it


def test_one_word_leads_to_the_page_that_it_names_before_the_parts_of_any(seeking):
    first = {word: results(seeking, word)[0].partition("?")[0].rpartition("/")[2] for word in ("roles", "slides", "agenda", "objection", "invitation")}
    assert first == {
        "roles": "roles.html",
        "slides": "slides.html",
        "agenda": "agenda-launch.html",
        "objection": "objections.html",
        "invitation": "invite.html",
    }


def test_unshown_words_are_neither_in_results_nor_on_pages(seeking, site):
    assert results(seeking, "burnout")
    assert "burnout" not in seeking.locator(".search-hits").inner_text().lower()
    assert not [file.name for file in site.glob("talking-points/*.html") if "burnout" in file.read_text("utf-8").lower()]


def test_a_question_of_small_words_is_found_too(seeking):
    results(seeking, "what is in it for them")
    assert titles(seeking)[0] == "What is in it for them?"


def test_a_typing_slip_does_not_hide_a_word_and_its_word_is_marked(seeking):
    results(seeking, "advisery bord")
    assert {"advisory", "board"} <= {mark.lower() for mark in seeking.locator(f"{FOUND} mark").all_text_contents()}


def test_without_a_result_the_nearest_words_and_the_usual_pages_are_offered(seeking):
    seeking.locator(FIELD).fill("xxapprentissageshipx")
    expect(seeking.locator("[data-group=usual] .hit").first).to_be_visible()
    expect(seeking.get_by_role("dialog").get_by_role("status")).to_contain_text("No result for “xxapprentissageshipx”")
    nearest = seeking.locator(".hit-word").first
    word = nearest.text_content()
    assert not nearest.evaluate("nearest => { nearest.click(); return document.querySelector('.search-count').textContent; }"), "it spoke of the former word"
    expect(seeking.locator(FIELD)).to_have_value(word)
    expect(seeking.locator(FOUND).first).to_be_visible()


def test_a_word_that_is_near_none_gets_no_far_ones(seeking):
    seeking.locator(FIELD).fill("zzqx")
    expect(seeking.locator("[data-group=usual] .hit").first).to_be_visible()
    expect(seeking.locator(".hit-word")).to_have_count(0)


def test_text_folds_without_losing_its_words():
    assert folded("Kaʻōhia Hawai‘i Doña Inés partner’s") == "kaohia hawaii dona ines partner"


def test_who_asks_for_a_handout_gets_handouts_for_every_audience_before_any_sheet_to_say(seeking):
    wrong = {}
    for typed in ("handout", "handot", "print a handout", "flyers", "leaflet to leave with them"):
        sheets = [name for link in results(seeking, typed) if "/sheets/" in link and (name := link.rpartition("/")[2].partition("?")[0]) != "index.html"]
        audiences = {name.partition("-")[0] for name in sheets if name.endswith("-handout.html")}
        if not sheets[0].endswith("-handout.html") or audiences != {"workforce", "economic", "educators", "community"}:
            wrong[typed] = sheets
    assert not wrong


def test_a_handout_for_somebody_is_that_audiences(seeking):
    firsts = {
        typed: results(seeking, typed)[0].partition("?")[0].rpartition("/")[2]
        for typed in ("handout for the dean", "flyer for nonprofits", "handuot for a workforce board")
    }
    assert not {typed: first for typed, first in firsts.items() if not re.match(r"(educators|community|workforce)-\w+-handout\.html", first)}


def test_what_people_asked_leads_to_places_that_are_there(site):
    places = {entry["location"] for entry in entries_of(site)}
    pages = {place.partition("#")[0] for place in places}
    assert not [f"{question.words}: {place}" for question in questions() for place in question.locations if place not in places and place not in pages]


def test_as_many_results_and_papers_are_announced_as_the_keyboard_steps_through(seeking):
    for typed in ("educators sheet", "burnout"):
        hits, papers = len(results(seeking, typed)), seeking.locator(".hit-paper").count()
        assert seeking.locator(".search-hits [role=option]").count() == hits + papers
        told = f"{hits} results and {papers} PDFs" if papers else f"{hits} results"
        expect(seeking.get_by_role("dialog").get_by_role("status")).to_have_text(told)


def test_a_heading_that_a_page_says_words_for_and_does_not_have_is_named_with_file_and_line(little):
    page = little / "docs/talking-points/next-steps.md"
    page.write_text(page.read_text("utf-8").replace("    for-your-stage: [", "    for-your-stages: [", 1), "utf-8")
    done = run(little, "build", "--pages-only")
    assert done.returncode == 1
    assert re.search(r"docs/talking-points/next-steps.md:\d+: search.find.for-your-stages: is no heading of this page", done.stderr)


def spoilt(file: Path, pattern: str, by: str) -> None:
    """Put a slip into a file of the search."""
    text = file.read_text("utf-8")
    file.write_text(re.sub(pattern, by, text, count=1, flags=re.DOTALL), "utf-8")
    assert file.read_text("utf-8") != text


def test_a_slip_in_what_the_search_is_told_is_named_with_file_and_line(project):
    content = project / "playbook/content"
    spoilt(content / "asked.txt", "burnout → s13, s57", "burnout")
    spoilt(content / "points.yml", r"find: \[backbone.*?\]", "find: backbone")
    spoilt(content / "synonyms.yml", r"\n  because: [^\n]*", "")
    done = run(project, "check")
    assert done.returncode == 1
    for said in (
        r"content/asked.txt:\d+: is no question with its places; write it as: ",
        r'content/points.yml:\d+: s02.find: "backbone" is no list of words that people type',
        r"content/synonyms.yml:\d+: employers.because: ",
    ):
        assert re.search(f"playbook/{said}", done.stderr), said


INSERTIONS = {
    "pasted, dictated": lambda page, words: page.keyboard.insert_text(words),
    "dropped": lambda page, words: page.locator(FIELD).evaluate(
        "(field, words) => { field.blur(); field.value = words; field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromDrop'})) }",
        words,
    ),
    "from the clipboard": lambda page, _: page.keyboard.press("Control+v"),
}


def test_text_that_comes_without_a_key_is_searched_for(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/index.html")
    page.evaluate("navigator.clipboard.writeText('burnout')")
    for way, width in (("pasted, dictated", 390), ("dropped", 1280), ("from the clipboard", 1280)):
        page.set_viewport_size({"width": width, "height": 800})
        page.get_by_role("button", name="Search", exact=True).click()
        expect(page.locator(FIELD)).to_be_focused()
        expect(page.locator(FOUND)).to_have_count(0)
        INSERTIONS[way](page, "burnout")
        expect(page.locator(FOUND).first, way).to_be_visible()
        page.locator(FIELD).fill("")
        page.keyboard.press("Escape")


@pytest.mark.parametrize("late", ["**/{lookup,engine,panel}.js*", "**/search_index.js"])
def test_text_pasted_before_the_search_is_there_is_searched_for_when_it_comes(page, address, late):
    """Whether its scripts or its index come last."""
    held, pasted = [], []
    page.context.route(late, lambda route: route.fallback() if pasted else held.append(route))
    page.goto(f"{address}/index.html")
    page.locator(".search-link").click()
    page.keyboard.insert_text("burnout")
    expect(page.locator(FIELD)).to_have_value("burnout")
    pasted.append(True)
    for route in held:
        route.fallback()
    expect(page.locator(FOUND).first).to_be_visible()


def test_what_was_typed_before_the_index_came_gets_all_results_of_what_is_typed_later_and_the_first_key_walks_all(page, address):
    """The best of them are painted first; a key may come before the others."""
    held = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search_index.js", hold)
    page.goto(f"{address}/index.html")
    page.locator(".search-link").click()
    page.keyboard.insert_text("advisory board")
    page.evaluate("""() => new MutationObserver((_, watching) => {
      if (!document.querySelector(".hit")) return;
      watching.disconnect();
      document.querySelector(".search-field").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true }));
    }).observe(document.querySelector(".search-hits"), { childList: true })""")
    until(page, "playbook.search.attach")
    held[0].fallback()
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    chosen = page.evaluate(f"{ACTIVE}.href")
    early = page.evaluate(RESULTS)
    page.locator(FIELD).fill("")
    assert results(page, "advisory board") == early and len(early) > 3
    assert page.locator(".search-hits [role=option]").last.get_attribute("href") in chosen


def test_what_is_typed_is_answered_after_every_letter(seeking):
    """A word may be one letter long as yet: “what do y”."""
    silent = []
    for typed in (*ascii_lowercase, *digits, "what do y", "ÿ", "ly", "ies"):
        seeking.locator(FIELD).fill(typed)
        seeking.wait_for_function(
            "new Promise((answered) => requestAnimationFrame(() => requestAnimationFrame(() => answered(true))))"
        )  # a page that hangs does not
        silent += [] if results(seeking, typed) or seeking.locator("[role=option]:visible").count() else [typed]
    assert not silent


def test_a_short_word_whose_stem_is_none_of_its_beginnings_is_found_by_what_people_ask(seeking):
    columns = {"location": "a.html\nb.html", "kind": "page\npage", "title": "One\nTwo", "text": "\n"}
    index = {"stage": "", "synonyms": "", "spellings": "a,b c", "stems": "-ties\nboat", "uses": "B\nA", "columns": columns}
    assert seeking.evaluate("index => playbook.search.create(index).find('ties').map(({ location }) => location)", index) == ["b.html"]


def test_a_search_that_cannot_be_loaded_says_so_and_is_tried_again(page, address):
    page.route("**/search_index.js", lambda route: route.fulfill(body="", content_type="text/javascript"), times=1)
    page.goto(f"{address}/index.html")
    page.locator(".search-link").click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("could not be loaded")
    page.keyboard.press("Escape")
    opened(page, page.url)
    assert results(page, "burnout")


def test_the_keyboard_walks_the_results_and_comes_back_to_where_it_was(page, base):
    page.goto(f"{base}/talking-points/what-they-are.html")
    page.locator(".search-link").focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.hit')")
    page.keyboard.insert_text("advisory board")
    options = page.locator(".search-hits [role=option]")
    first, last = options.first.get_attribute("id"), options.last.get_attribute("id")
    for key, wanted in (("ArrowDown", first), ("ArrowUp", last), ("ArrowDown", first), ("End", last), ("Home", first)):
        page.keyboard.press(key)
        assert page.evaluate(f"{ACTIVE}.id") == wanted, key
        assert page.locator("[aria-selected=true]").count() == 1
        expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".search-link")).to_be_focused()


def test_enter_opens_the_first_result_or_the_one_that_was_chosen(page, base):
    opened(page, f"{base}/index.html")
    places = results(page, "labor shed")
    page.keyboard.press("Enter")
    page.wait_for_url(places[0])
    page.go_back()
    opened(page, f"{base}/index.html")
    results(page, "advisory board")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    wanted = page.evaluate(f"{ACTIVE}.href")
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


def test_the_key_slash_opens_the_search_but_in_a_control_that_is_not_its_own_until_it_is_turned_off_in_its_panel(page, address):
    page.goto(f"{address}/index.html")
    for control in ("input", "textarea", "select", "div contenteditable tabindex=0", "button"):
        page.evaluate(
            "made => { document.querySelector('article').insertAdjacentHTML('afterbegin', `<${made} class='probe'>`); document.querySelector('.probe').focus() }",
            control,
        )
        page.keyboard.press("/")
        expect(page.get_by_role("dialog"), control).to_have_count(0)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(".search-link")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.get_by_label("Open with /").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".search-link").click()
    expect(page.get_by_label("Open with /")).not_to_be_checked()


def test_field_list_and_results_are_what_a_screen_reader_expects(seeking):
    """In the tree that Chromium gives to screen readers; axe computes names its own way."""
    results(seeking, "advisory boards")
    (_, field), (_, panel), (_, hits) = (nodes_of(seeking, one)[0] for one in (FIELD, ".search-panel", ".search-hits"))
    assert (field["role"]["value"], name_of(field), property_of(field, "expanded")) == ("combobox", "Search", True)
    assert (panel["role"]["value"], name_of(panel)) == ("dialog", "Search")
    assert (hits["role"]["value"], name_of(hits)) == ("listbox", "Results")
    names = [name_of(node) for _, node in nodes_of(seeking, ".search-hits [role=option]")]
    assert all(names) and len(names) == len(set(names))
    assert {node["role"]["value"] for _, node in nodes_of(seeking, ".search-hits [role=option]")} == {"option"}
    assert seeking.get_by_role("dialog").get_by_role("heading").count() == 0


SMALL = "all => all.filter(one => { const { width, height } = one.getBoundingClientRect(); return width < 43.5 || height < 43.5 }).map(one => one.className)"
CUT = "[...document.querySelectorAll('.search-panel *')].filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display === 'block').map(one => one.className)"


def test_the_search_on_any_width_passes_axe_fills_a_phone_with_large_targets_and_cuts_nothing_in_large_letters(page, address):
    """Opened once; of the page around it, test_accessibility asks while searching."""
    opened(page, f"{address}/index.html")
    found = {}
    for words in ("zzzzqqqqxxxx", "educators sheet"):  # nothing found; results of all kinds, with their PDFs
        page.locator(FIELD).fill(words)
        page.locator("[data-group=usual] .hit" if words.startswith("z") else FOUND).first.wait_for()
        page.keyboard.press("ArrowDown")
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            found[words, width] = violations(page, ".search-panel")
            assert page.evaluate("document.querySelector('.search-panel').scrollWidth <= innerWidth"), (words, width)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.locator(".search-panel").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    found["small on a phone"] = page.locator(":is(.search-field, .search-close, .hit, .hit-paper, .search-all, .search-slash)").evaluate_all(SMALL)
    for letters in (1, 2):
        page.set_viewport_size({"width": 320 * letters, "height": 640})
        page.evaluate("letters => { document.documentElement.style.fontSize = `${125 * letters}%` }", letters)
        results(page, "advisory board")
        found["cut", letters] = page.evaluate(CUT)
    assert not {where: faults for where, faults in found.items() if faults}


@pytest.mark.usefixtures("page_of_its_own")
def test_in_forced_colors_the_chosen_result_is_told_apart(page, address):
    page.emulate_media(forced_colors="active")
    opened(page, f"{address}/index.html")
    results(page, "advisory board")
    page.keyboard.press("ArrowDown")
    assert page.locator("[aria-selected=true]").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_a_hit_survives_reload_and_forward_and_back_from_it_shows_the_results_until_the_search_is_closed(page, base):
    opened(page, f"{base}/index.html")
    places = results(page, "advisory boards")
    page.locator(f"{FOUND}[href$='#s52']").click()
    expect(page.locator("#s52")).to_be_focused()
    page.reload()
    expect(page.locator("#s52 mark").first).to_be_visible()
    for again in (page.go_back, page.reload):
        again()
        expect(page.locator(FIELD)).to_have_value("advisory boards")
        until(page, f"{RESULTS}.length >= {len(places)}")  # what was typed before the index came has its best three first
        assert page.evaluate(RESULTS) == places
        expect(page.locator(FIELD)).to_be_focused()
    page.go_forward()
    expect(page.locator("#s52")).to_be_visible()
    page.go_back()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-link")).to_be_focused()
    until(page, "!history.state.search")  # told a moment after the dialog is closed
    page.reload()
    page.locator(".search-link").click()
    expect(page.locator(FIELD)).to_have_value("")


def test_a_hit_lands_on_the_heading_that_names_the_thing(page, base):
    opened(page, f"{base}/index.html")
    assert [words for words in ("slide deck", "deck") if not is_found(results(page, words)[0], ["team/slides.html"])] == []
    page.locator(FOUND).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_of_two_passages_that_are_asked_for_by_a_word_the_one_that_is_asked_for_more_often_is_first(seeking):
    columns = {"location": "a.html\nb.html", "kind": "page\npage", "title": "One\nTwo", "text": "\n"}
    index = {"stage": "", "synonyms": "", "spellings": "a,b c", "stems": "boat", "uses": "A2A", "columns": columns}
    assert seeking.evaluate("index => playbook.search.create(index).find('boat dark').map(({ location }) => location)", index) == ["b.html", "a.html"]


def test_a_word_in_two_where_a_hit_lands_though_it_is_looked_for_as_one_and_back_from_there_keeps_the_place(page, base):
    page.goto(f"{base}/talking-points/what-they-are.html")
    page.evaluate("scrollTo(0, 1500)")
    page.keyboard.press("/")
    until(page, "document.querySelector('.hit')")
    assert is_found(results(page, "child care")[0], ["c04"])
    page.locator(FOUND).first.click()
    expect(page.locator("#c04")).to_be_focused()
    assert {"child", "care"} <= set(page.locator("#c04 mark").all_text_contents())
    page.go_back()
    until(page, "document.querySelector('#s19') && scrollY === 1500")


def test_without_scripts_the_search_leads_to_a_page_that_lists_every_heading_and_point(chrome, site):
    context = chrome.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "talking-points/what-they-are.html").as_uri())
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Everything, by heading")
    listed = set(page.locator(".everything a").evaluate_all("links => links.map(link => link.getAttribute('href'))"))
    context.close()
    assert not [key for key, spec in point_specs().items() if spec.say and f"{spec.page}.html#{key}" not in listed]
    missing = {entry["location"] for entry in entries_of(site) if "#" not in entry["location"]} - listed - {"everything.html"}
    assert not {place for place in missing if f"{place}#" not in " ".join(listed)}
