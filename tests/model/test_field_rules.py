"""One table holds Python and the browser to the same rules: how values read, which are taken, and what is said of the others."""

import json
import re
from datetime import date, timedelta

import pytest
import yaml

from playbook.content.browser_model import MODEL_SCRIPT, ZONES, script
from playbook.content.reading_time import PACE, duration_in_words, words_of
from playbook.files.messages import complaint
from playbook.model.clock import current
from playbook.model.meeting.meeting import Meeting
from playbook.model.meeting_words import LETTER
from playbook.model.region import Convener, Region
from playbook.model.region_fields import FIELDS, RULES, text_of, value_of
from playbook.model.region_file import load_region
from playbook.model.stage import STAGES
from tests.support.own_version import RULES as RULE_SCRIPTS
from tests.support.own_version import add_scripts
from tests.support.project import ROOT

TABLE = json.loads((ROOT / "tests/model/field_rules.json").read_text("utf-8"))
CONTEXT = {"today": date(2026, 11, 23), "example": False}
TYPES = {
    "text": str, "day": date.fromisoformat, "time": lambda given: Meeting.model_validate({"date": "2027-01-14", **given}, context=CONTEXT),
    **dict.fromkeys(("names", "contact"), lambda given: tuple(Convener.model_validate(one) for one in given)),
}  # fmt: skip


@pytest.fixture(scope="module")
def browser(chrome):
    """A bare browser page with the rules' scripts and nothing else."""
    page = chrome.new_page()
    page.evaluate("window.playbook = {}")  # as device.js does
    add_scripts(page, RULE_SCRIPTS)
    yield page
    page.close()


def taken(folder, values: dict) -> tuple[Region | None, list[tuple[str, str]]]:
    """The region of a file with these values, or (key, message) of what is wrong, in Python's words without the characters' names."""
    (folder / "x.yml").write_text(yaml.safe_dump(values, allow_unicode=True, default_style='"'), "utf-8")
    region, problems = load_region(folder / "x.yml", CONTEXT["today"])
    return region, sorted((p.key, re.sub(r"(\(U\+[0-9A-F]+) [^)]+\)", r"\1)", p.message)) for p in problems)


def test_python_says_each_value_as_the_table_does():
    said = [(row, RULES[row["rule"]](TYPES[row["rule"]](row["given"]))) for row in TABLE["rules"]]
    assert not [(row, text) for row, text in said if text != row["text"]]


def test_the_browser_says_each_value_as_the_table_does(browser):
    said = [(row, browser.evaluate("row => playbook.words[row.rule](row.given)", row)) for row in TABLE["rules"]]
    assert not [(row, text) for row, text in said if text != row["text"]]


def test_every_rule_stands_in_the_table():
    assert {row["rule"] for row in TABLE["rules"]} == set(RULES)


def test_both_refuse_the_same_values_with_the_same_words(browser, tmp_path):
    wrong = []
    for row in TABLE["refused"]:
        expected = sorted((key, message) for key, message in row["problems"])
        python = [(key, message.partition("; did you mean")[0]) for key, message in taken(tmp_path, row["given"])[1]]
        found = browser.evaluate("values => playbook.check(values, 'support_team' in values).problems", row["given"])  # which only a file has
        if not python == sorted((one["key"], one["message"]) for one in found) == expected:
            wrong.append((python, found, expected))
    assert not wrong


def test_both_refuse_more_conveners_than_any_sheet_has_room_for(browser, tmp_path):
    for count in (40, 41, 900):
        values = {"region": "Lane", "stage": "planning", "convener": [{"name": f"Board {number}"} for number in range(count)]}
        said = [("convener", complaint("many", count=count, most=40))] if count > 40 else []
        assert taken(tmp_path, values)[1] == said
        assert [(one["key"], one["message"]) for one in browser.evaluate("values => playbook.check(values).problems", values)] == said


def test_both_refuse_the_owners_name_as_the_text_of_a_regions_own_logo(browser, tmp_path):
    for alt in ("Next Gen Lane", "Our Next\u2011Gen logo", "N\u00e9xtGens of Lane"):
        values = {"region": "Lane", "stage": "planning", "logo": {"file": "lane.png", "alt": alt}}
        said = ("logo.alt", f'"{alt}" {complaint("owner")}')
        assert said in taken(tmp_path, values)[1]
        assert [(one["key"], one["message"]) for one in browser.evaluate("values => playbook.check(values, true).problems", values)] == [said]


def test_both_take_the_same_values_and_say_every_field_alike(browser, tmp_path):
    differing = []
    for values in TABLE["taken"]:
        region, problems = taken(tmp_path, values)
        assert not problems
        checked = browser.evaluate("values => playbook.check(values)", values)
        assert not checked["problems"]
        for at in ("", LETTER, *STAGES):
            said = browser.evaluate(
                "([values, at]) => Object.fromEntries(Object.keys(playbook.model.fields).map(key => [key, playbook.words.textOf(values, key, at)]))",
                [checked["values"], at],
            )
            differing += [(key, at, said[key], text_of(region, key, at)) for key in FIELDS if said[key] != text_of(region, key, at)]
    assert not differing


@pytest.mark.parametrize(("given", "taken_of_it"), [
    ({"convener": [{"email": "a@b.org"}, {"name": "Lane Board"}, {}, None, 1, {"name": " "}]}, {"convener": [{"name": "Lane Board"}]}),
    ({"convener": {"phone": "555-0100"}}, {}),
    ({"convener": []}, {"convener": []}),
    ({"points": {"s12": {"leave_out": {"toString": 1}, "because": "x"}, "n01": {"after": "s47", "say": "x", "for": {"toString": 1}}}}, {"points": {"n01": {"after": "s47", "say": "x", "for": []}}}),
    ({"results": [{"share": "40"}, {"text": "firms that train", "share": "40"}]}, {"results": [{"text": "firms that train", "share": "40"}]}),
])  # fmt: skip
def test_what_is_half_typed_or_damaged_is_not_taken_and_reads_as_if_it_was_not_there(browser, given, taken_of_it):
    ours = {"region": "Lane", "stage": "planning"}
    checked = browser.evaluate("values => playbook.check(values)", ours | given)
    assert checked["values"] == ours | taken_of_it
    assert bool(checked["problems"]) == (given != taken_of_it)
    said = browser.evaluate("values => Object.keys(playbook.model.fields).map(key => playbook.words.textOf(values, key))", checked["values"])
    assert not [text for text in said if "undefined" in text]


def test_the_browsers_time_zones_read_as_pythons(browser):
    def said(zone: str) -> str:
        return RULES["time"](TYPES["time"]({"time": "09:00", "timezone": zone}))

    assert not [zone for zone in ZONES if browser.evaluate("timezone => playbook.words.time({ time: '09:00', timezone })", zone) != said(zone)]


def test_the_browser_counts_words_and_says_how_long_they_take_as_python_does(browser):
    texts = [row["text"] for row in TABLE["rules"]] + ["One – two … three, 82% of four", "Kaʻū & São_Paulo", " ½ \u00a0 -- ² ", ""]
    assert browser.evaluate("texts => texts.map(playbook.words.wordsOf)", texts) == [words_of(text) for text in texts]
    longest = 30 * PACE
    assert browser.evaluate("longest => [...Array(longest).keys()].map(playbook.words.timeOf)", longest) == [
        duration_in_words(count) for count in range(longest)
    ]


def test_both_leave_out_a_meeting_that_has_passed(browser):
    today = date.fromisoformat(browser.evaluate("playbook.today()"))
    for days, kept in ((-1, False), (0, True), (1, True)):
        meeting = {"date": (today + timedelta(days)).isoformat(), "place": "Library"}
        region = Region.model_validate({"region": "Lane", "stage": "planning", "planning_meeting": meeting}, context=CONTEXT)
        assert bool(value_of(current(region, today), "planning_meeting.place")) == kept
        assert (
            browser.evaluate("meeting => playbook.words.has(playbook.words.coming({ planning_meeting: meeting }), 'planning_meeting.place')", meeting) == kept
        )


def test_the_browsers_model_is_current():
    assert (ROOT / MODEL_SCRIPT).read_text("utf-8") == script(), "make it anew: python -m playbook.content.browser_model"
