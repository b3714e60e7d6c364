"""The index in few bytes says what its entries say, and its words are compared alike on both sides."""

from pathlib import Path

from playbook.search.compact import ASKED_WEIGHT, WORD, counted, forms, read, shares, stem, written
from playbook.search.index_file import anchor_of, read_index, write_index
from playbook.search.search_index import folded
from tests.support.waiting import until

SPELLINGS = [["checkup", "check-up", "check up"], ["healthcare", "health care"]]
ENTRIES = [
    {"location": "team/roles.html", "title": "Who does what?", "text": "", "audiences": ["workforce", "economic"]},
    {"location": "team/roles.html#how-big-is-a-team", "title": "How big is a team?", "text": "6 to 12"},
    {"location": "team/roles.html#elsewhere", "title": "“Not another meeting”", "text": ""},
    {"location": "about/glossary.html", "title": "Glossary", "text": ""},
    {"location": "about/glossary.html#word-cte", "title": "CTE", "text": "Career and technical education"},
    {"location": "about/glossary.html#i-stanbul", "title": "İstanbul", "text": ""},
]


def test_a_word_counts_in_how_many_phrases_it_stands_whatever_its_form_and_spelling():
    (first, second, none) = counted(["first meeting, plan a meeting, meetings", "check-up, health care, checkups", ""], SPELLINGS)
    assert first == {"first": 1, stem("meeting"): 3, "plan": 1, "a": 1}
    assert second == {stem("checkup"): 1, stem("healthcare"): 1}
    assert none == {}


def test_a_question_counts_for_its_places_the_first_one_most_and_small_words_too():
    found = shares([("Who takes notes?", ("team/notes.html", "team/roles.html")), ("notes", ("team/notes.html",))], SPELLINGS)
    notes, roles = found["team/notes.html"], found["team/roles.html"]
    assert notes["who"] > roles["who"] > 0
    assert notes[stem("notes")] == notes["who"] + ASKED_WEIGHT
    assert abs(notes["who"] + roles["who"] - ASKED_WEIGHT) < 1e-9


def test_what_is_asked_for_is_read_as_it_was_written_far_rows_and_rare_words_included():
    rows = [{"boat": 1.0, "sail": 7.0}, *[{} for _ in range(160)], {"boat": 2.0, "seldom": 0.1}, {"boat": 0.5}]
    stems, uses = written(rows, {})
    assert stems.split("\n") == ["boat", "sail"]
    found = read(stems, uses, len(rows))
    assert (found[0], found[161], found[162]) == ({"boat": 1, "sail": 4}, {"boat": 2}, {"boat": 0})
    assert not [row for row in found[1:161] if row]


def test_a_short_stem_that_is_another_words_slip_is_told_by_its_word():
    shown_as = forms(("county border, post bond",), tuple(map(tuple, SPELLINGS)))
    stems, uses = written([{stem("border"): 1.0, "post": 1.0}], shown_as)
    assert stems.split("\n") == ["-border", "post"]
    assert read(stems, uses, 1) == [{stem("border"): 1, "post": 1}]


def test_the_browser_reads_of_a_stem_the_rows_that_python_wrote(page, address):
    rows = [{stem("border"): 1.0}, *[{} for _ in range(160)], {stem("border"): 7.0}]
    stems, uses = written(rows, {stem("border"): "border"})
    page.goto(f"{address}/index.html")
    page.locator(".search-link").hover()
    until(page, "playbook.search.create")
    columns = {name: "\n".join(text(number) for number in range(len(rows))) for name, text in (("location", "x{}.html".format), ("title", "One{}".format))}
    index = {"stage": "", "synonyms": "", "spellings": "a,b c", "stems": stems, "uses": uses, "columns": columns | {"kind": "\n".join(["page"] * len(rows))}}
    assert page.evaluate("index => playbook.search.create(index).find('borders').map(({ location }) => location)", index) == ["x161.html", "x0.html"]


def test_entries_are_read_as_they_were_written(tmp_path: Path):
    write_index(tmp_path, "launch", ENTRIES)
    index = read_index(tmp_path)
    assert [{name: value for name, value in entry.items() if name != "asked"} for entry in index["entries"]] == ENTRIES
    assert index["stage"] == "launch"


def test_python_and_the_browser_cut_endings_alike(page, address, site):
    page.goto(f"{address}/index.html")
    words = sorted(
        {word for entry in read_index(site)["entries"] for word in [*WORD.findall(folded(f"{entry['title']} {entry['text']}")), *entry.get("asked", ())]}
    )
    assert len(words) > 1000
    cut = page.evaluate("words => words.map(playbook.search.stem)", words)
    assert {word: pair for word, *pair in zip(words, cut, map(stem, words), strict=True) if pair[0] != pair[1]} == {}


def test_python_and_the_browser_make_the_same_anchor_of_a_title(page, address, site):
    page.goto(f"{address}/index.html")
    page.locator(".search-link").hover()
    until(page, "playbook.search.create")
    entries = read_index(site)["entries"]
    columns = {
        "location": "\n".join(f"x{number}.html\n#" for number in range(len(entries))),
        "title": "\n".join(f"\n{entry['title']}" for entry in entries),
    }
    index = {"stage": "", "synonyms": "", "spellings": "a,b c", "stems": "", "uses": "", "columns": columns}
    keep = "index => { let all; playbook.search.create(index, (some) => { all = some.entries; return some }); return all.map(({ location }) => location) }"
    assert page.evaluate(keep, index)[1::2] == [f"x{number}.html#{anchor_of(entry['title'])}" for number, entry in enumerate(entries)]
