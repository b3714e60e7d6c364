"""The index in few bytes says what its entries say, and its words are compared alike on both sides."""

from pathlib import Path

from playbook.search.compact import compact, stem, whole
from playbook.search.index_file import anchor_of, read_index, write_index
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


def test_phrases_in_few_bytes_are_whole_again_with_one_form_for_each_word():
    told = compact(["first meeting, plan a meeting, meetings", "check-up, health care, first meetings", ""], SPELLINGS)
    assert [sorted(" ".join(sorted(phrase.split())) for phrase in whole(find)) for find in told] == [
        ["a meeting plan", "first meeting", "meeting"],
        ["checkup", "first meeting", "healthcar"],
        [],
    ]
    assert len(told[0]) < len("first meeting, plan a meeting, meetings")


def test_a_phrase_tells_only_what_the_phrase_before_it_does_not():
    told = compact(["ask a boss, ask a boss twice, ask a mayor, thank a boss"], SPELLINGS)
    assert sorted(map(sorted, (phrase.split() for phrase in whole(told[0])))) == [
        ["a", "ask", "boss"],
        ["a", "ask", "boss", "twice"],
        ["a", "ask", "mayor"],
        ["a", "boss", "thank"],
    ]
    assert len(told[0]) < len("ask a boss, ask a boss twice, ask a mayor, thank a boss")


def test_entries_are_read_as_they_were_written(tmp_path: Path):
    write_index(tmp_path, "launch", ENTRIES)
    index = read_index(tmp_path)
    assert index["entries"] == ENTRIES
    assert index["stage"] == "launch"


def test_python_and_the_browser_cut_endings_alike(page, address, site):
    page.goto(f"{address}/index.html")
    words = sorted({word for entry in read_index(site)["entries"] for word in entry.get("find", "").replace(",", "").split()})
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
    index = {"stage": "", "synonyms": "", "spellings": "a,b c", "columns": columns}
    keep = "index => { let all; playbook.search.create(index, (some) => { all = some.entries; return some }); return all.map(({ location }) => location) }"
    assert page.evaluate(keep, index)[1::2] == [f"x{number}.html#{anchor_of(entry['title'])}" for number, entry in enumerate(entries)]
