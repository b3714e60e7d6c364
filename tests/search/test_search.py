"""Search finds points in the users' own words, and each result says where it stands and for whom."""

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from playbook.content.point_spec import point_specs
from playbook.search.search_index import SCRIPT_HEAD, INDEX_FILE, folded, read_index
from tests.support.accessibility_tree import name_of, nodes_of, property_of
from tests.support.project import only_region, run
from tests.search.query_log import is_found, queries, results

FIELD = ".md-search__input"
SAMPLE = ("burnout", "chamber of commerce", "CTE", "one stop", "turf", "grant", "91%", "82 percent", "71 %", "buisness champions", "PDF", "handout")


def index_of(site: Path, edition: str = "") -> dict:
    return read_index(site / edition)


def titles(page) -> list[str]:
    return page.locator(".md-search-result__article h1").all_text_contents()


def opened(page, address: str):
    page.goto(address)
    page.locator(".md-search__input").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    return page


def test_every_point_is_an_entry_of_its_own_in_every_edition(site):
    for edition in ("", "regions/nine-rivers", "regions/hard-name"):
        places = [entry["location"] for entry in index_of(site, edition)["docs"]]
        assert len(places) == len(set(places))
        assert not [key for key, duty in point_specs().items() if f"{duty.page}.html#{key}" not in places], edition


def test_a_point_is_called_by_its_line_to_say_with_the_regions_facts(site):
    entries = {entry["location"]: entry for entry in index_of(site, "regions/nine-rivers")["docs"]}
    assert "Nine Rivers" in entries["talking-points/what-are-you-up-to.html#s10"]["title"]
    assert entries["talking-points/what-they-are.html#s19"]["title"] == "Businesses are at the center: they set the agenda, and they drive it."
    assert entries["talking-points/what-they-are.html#s19"]["text"] == "It’s their table, and we’re there to help."
    assert not [place for place, entry in entries.items() if not 0 < len(entry["title"].split()) <= 25]


def test_the_index_stands_there_once_for_disk_and_http(site):
    assert {path.name for path in site.rglob("search_index*")} == {"search_index.js"}


def test_no_heading_says_again_what_its_points_say(site):
    said = {entry["text"] for entry in index_of(site)["docs"] if re.search("#[sc][0-9]{2}$", entry["location"]) and len(entry["text"]) > 40}
    assert not [entry["location"] for entry in index_of(site)["docs"] for text in said if text in entry["text"] and text != entry["text"]]


def test_the_index_stays_small(site):
    sizes = {path.relative_to(site).as_posix(): len(gzip.compress(path.read_bytes(), 9)) for path in (*site.rglob("search_index.js"), *site.glob("assets/search/*"))}
    assert not {name: size for name, size in sizes.items() if size > (29_000 if name.startswith("assets/") else 4_000)}


def test_what_editions_find_alike_stands_once_in_the_site(site):
    """An edition holds its own entries and numbers; put together they are its whole index."""
    assert len(list(site.glob("assets/search/entries-*.js"))) == 1
    for edition in ("", "regions/nine-rivers", "regions/hard-name"):
        held = json.loads((site / edition / INDEX_FILE).read_text("utf-8").removeprefix(SCRIPT_HEAD))["docs"]
        own = [entry for entry in held[1:] if isinstance(entry, dict)]
        assert len(held) - 1 == len(index_of(site, edition)["docs"]) and len(own) < 40, edition
        assert bool(own) == bool(edition), "the general edition's are all shared"


def test_an_edition_that_was_not_made_again_still_finds_what_it_says(page, project):
    """Although what editions share has changed since."""
    only_region(project, "lane", "region: Lane\nstage: planning\nexample: true\n")
    (project / "regions/vale.yml").write_text("region: Vale\nstage: planning\nexample: true\n", "utf-8")
    assert run(project, "build", "--pages-only").returncode == 0
    before = index_of(project / "site", "regions/vale")
    about = project / "docs/about/what-this-site-stores.md"
    about.write_text(about.read_text("utf-8") + "\n## Zeppelins\n\nNo zeppelin is stored.\n", "utf-8")
    assert run(project, "build", "lane", "--pages-only").returncode == 0
    assert index_of(project / "site", "regions/vale") == before
    for edition, found in (("lane", 1), ("vale", 0)):
        opened(page, (project / f"site/regions/{edition}/index.html").as_uri())
        assert len(results(page, "zeppelin")) == found
        assert results(page, "burnout")
    assert run(project, "build", "--pages-only").returncode == 0
    assert len(list((project / "site/assets/search").iterdir())) == 1
    assert any("zeppelin" in entry["text"] for entry in index_of(project / "site", "regions/vale")["docs"])


def test_without_its_entries_the_search_says_that_it_could_not_be_loaded(page, address):
    page.route("**/assets/search/**", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{address}/regions/pine-valley/index.html")
    page.locator(".md-search__input").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("The search could not be loaded. Load the page again.")


def test_sheets_are_found_by_their_index_only(site):
    pages = {entry["location"].partition("#")[0] for entry in index_of(site)["docs"]}
    assert {page for page in pages if page.startswith("sheets/")} == {"sheets/index.html"}


def test_search_finds_points_in_the_users_words(page, base):
    opened(page, f"{base}/index.html")
    asked = {query["type"]: query["find"] for query in queries()}
    found = {words: results(page, words)[:3] for words in SAMPLE}
    assert not {words: three for words, three in found.items() if not any(is_found(one, asked[words]) for one in three)}


def test_spellings_of_a_hawaiian_name_all_find_it(page, address):
    opened(page, f"{address}/regions/kaohia-coast/index.html")
    spellings = ("Kaʻōhia", "ka'ohia", "ka‘ohia", "ka’ōhia", "kaohia", "KAOHIA", "ka`ohia")
    assert not [typed for typed in spellings if not any(is_found(one, ["s10"]) for one in results(page, typed))]


def test_other_spellings_of_known_words_find_them(page, address):
    opened(page, f"{address}/regions/rio-verde/index.html")
    assert not [typed for typed in ("dona ines", "Doña Inés", "DOÑA") if not any(is_found(one, ["s10"]) for one in results(page, typed))]
    assert not [typed for typed in ("hawaii", "hawai'i", "Hawaiʻi", "hawai’i") if not results(page, typed)]


def test_a_result_names_its_page_its_audience_or_its_stage(page, address):
    opened(page, f"{address}/index.html")
    named = {}
    for words in ("advisory boards", "tax dollars", "invite CEOs personally", "who sets the agenda"):
        results(page, words)
        named[words] = page.locator(".md-search-result__item").first.locator(".md-tag").all_text_contents()
    assert named["tax dollars"] == ["What is in it for them?", "Workforce developers"]
    assert named["invite CEOs personally"] == ["What are the Next Steps?", "Launch date set"]
    assert named["who sets the agenda"] == ["What are Next Generation Sector Partnerships?"]


def test_unshown_words_are_neither_in_results_nor_on_pages(page, address, site):
    opened(page, f"{address}/index.html")
    assert results(page, "burnout")
    assert "burnout" not in page.locator(".md-search-result__list").inner_text().lower()
    assert not [file.name for file in site.glob("talking-points/*.html") if "burnout" in file.read_text("utf-8").lower()]


def test_each_result_is_one_link_to_its_place(page, base):
    opened(page, f"{base}/index.html")
    links = results(page, "planning meeting")
    assert len(links) == page.locator(".md-search-result__item").count() == len(set(links))
    assert not [link for link in links if "at=" in link or re.search("h=(#|$)", link)]
    assert any(link.endswith("#s67") for link in links)


def test_a_question_of_small_words_is_found_too(page, address):
    opened(page, f"{address}/index.html")
    results(page, "what is in it for them")
    assert titles(page)[0] == "What is in it for them?"


def test_text_folds_without_losing_its_words():
    assert folded("Kaʻōhia Hawai‘i Doña Inés partner’s") == "kaohia hawaii dona ines partner"


def test_find_that_is_no_list_is_named_with_its_point(project):
    points = project / "playbook/content/points.yml"
    text = points.read_text("utf-8")
    points.write_text(re.sub("find: \\[backbone.*?\\]", "find: backbone", text, count=1), "utf-8")
    done = run(project, "check")
    assert done.returncode == 1
    assert re.search(r'playbook/content/points.yml:\d+: s02.find: "backbone" is no list of words that people type', done.stderr)


PASTES = {
    "pasted, dictated": lambda page, words: page.keyboard.insert_text(words),
    "dropped": lambda page, words: page.locator(FIELD).evaluate(
        "(field, words) => { field.blur(); field.value = words; field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromDrop'})) }", words
    ),
}


@pytest.mark.parametrize("way", PASTES)
@pytest.mark.parametrize("width", [1280, 390])
def test_text_that_comes_without_a_key_is_searched_for(page, base, way, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base}/index.html")
    if width < 960:  # there the field opens by its button
        page.get_by_role("button", name="Search", exact=True).first.click()
    else:
        page.locator(FIELD).click()
    expect(page.locator(FIELD)).to_be_focused()
    PASTES[way](page, "burnout")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.locator(FIELD).fill("zzzzqqqq")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def test_text_from_the_clipboard_is_searched_for(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/index.html")
    page.evaluate("navigator.clipboard.writeText('burnout')")
    page.locator(FIELD).click()
    page.evaluate("document.execCommand('paste')")  # what the browser's own menu does
    page.keyboard.press("Control+v")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize("late", ["**/playbook.js*", "**/search_index.js", "**/assets/search/entries-*", "**/workers/search.*"])
def test_text_pasted_before_the_search_is_there_is_searched_for_when_it_comes(page, address, late):
    """Whichever part comes last: our script, the index, what editions share, the worker."""
    held, pasted = [], []
    page.context.route(late, lambda route: route.fallback() if pasted else held.append(route))
    page.goto(f"{address}/index.html", wait_until="commit")
    page.locator(FIELD).click()
    page.keyboard.insert_text("burnout")
    expect(page.locator(FIELD)).to_have_value("burnout")
    pasted.append(True)
    for route in held:
        route.fallback()
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_each_result_has_a_name_of_its_own_and_is_no_heading(page, address):
    """In the tree that Chromium gives to screen readers; axe computes names its own way."""
    opened(page, f"{address}/index.html")
    for words in ("advisory boards", "handout"):  # points, and whole pages
        results(page, words)
        names = [name_of(node) for _, node in nodes_of(page, ".md-search-result__link")]
        shown = page.locator(".md-search-result__item").all()
        assert len(names) == len(set(names)) == len(shown)
        for name, item in zip(names, shown, strict=True):
            labels = item.locator(".md-tag").all_text_contents()
            assert name == ", ".join([item.locator("h1").text_content(), *labels])
        assert page.get_by_role("dialog").get_by_role("heading").count() == page.get_by_role("dialog").get_by_role("article").count() == 0


def test_the_search_greets_nobody_with_an_error_and_is_a_dialog_only_while_open(page, address):
    page.goto(f"{address}/index.html")

    def field() -> tuple:
        node = nodes_of(page, FIELD)[0][1]
        return name_of(node), property_of(node, "required"), property_of(node, "invalid")

    clear = page.get_by_role("button", name="Clear")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert field() == ("Search", None, "false") or field() == ("Search", False, "false")
    expect(clear).to_have_count(0)
    page.locator(FIELD).click()
    expect(page.get_by_role("dialog", name="Search")).to_have_count(1)
    assert field()[2] == "false"
    expect(clear).to_have_count(0)
    page.locator(FIELD).fill("burnout")
    expect(clear).to_be_visible()
    clear.click()
    expect(clear).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
