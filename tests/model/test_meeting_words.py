"""When a meeting is, in words: one table holds Python and the browser to the same."""

import json
from datetime import date

import pytest

from macros.team.invitation import letter, message, speech
from macros.values.region_values import RegionFields, Voice
from playbook.model.clock import current
from playbook.model.region import Region
from playbook.model.region_fields import text_of
from tests.support.own_version import RULES, add_scripts
from tests.support.project import ROOT

TABLE = json.loads((ROOT / "tests/model/meeting_words.json").read_text("utf-8"))
TODAY = TABLE["today"]


@pytest.fixture(scope="module")
def browser(chrome):
    """A bare browser page with the rules' scripts, at noon of the table's day."""
    page = chrome.new_page()
    page.clock.install(time=f"{TODAY}T12:00:00")
    page.evaluate("window.playbook = {}")  # as device.js does
    add_scripts(page, RULES)
    yield page
    page.close()


def values(case: dict) -> dict:
    """A region's values with the case's meeting in all three places."""
    if "stage" not in case:
        return {}
    meetings = {key: case["meeting"] for key in ("planning_meeting", "launch_meeting", "next_meeting") if case["meeting"]}
    return {"region": "Lane", "stage": case["stage"], **meetings}


def region(case: dict) -> Region | None:
    given = values(case)
    if not given:
        return None
    industry = {} if case["stage"] == "planning" else {"industry": "wood"}
    read = Region.model_validate({**given, **industry}, context={"today": date.fromisoformat(TODAY), "example": False})
    return current(read, date.fromisoformat(TODAY))


CASES = TABLE["cases"] + TABLE["general"]


def test_python_says_when_as_the_table_does():
    said = [(case, text_of(region(case), case["key"], case.get("at", ""))) for case in CASES]
    assert not [(case, text) for case, text in said if text != case["text"]]


def test_the_browser_says_when_as_the_table_does(browser):
    said = browser.evaluate(
        "cases => cases.map(([values, { key, at }]) => playbook.words.textOf(playbook.words.coming(playbook.check(values).values), key, at))",
        [[values(case), case] for case in CASES],
    )
    assert not [(case, text) for case, text in zip(CASES, said, strict=True) if text != case["text"]]


def test_a_day_ends_in_the_meetings_own_time_zone(browser):
    """A meeting in Honolulu has not passed while its day goes on there, whatever day it is elsewhere."""
    wrong = []
    for case in TABLE["days"]:
        browser.clock.set_fixed_time(case["now"])
        found = browser.evaluate("zone => playbook.today(zone)", case["zone"])
        wrong += [(case, found)] if found != case["day"] else []
    browser.clock.set_fixed_time(f"{TODAY}T12:00:00")
    assert not wrong


def test_a_time_zone_that_the_browser_does_not_know_leaves_the_readers_own_day(browser):
    assert browser.evaluate("[playbook.today('Mars/Olympus') === playbook.today(), playbook.today('Etc/Unknown-Place') === playbook.today()]") == [True, True]


@pytest.mark.parametrize("kind", [message, letter, speech])
def test_what_is_missing_in_words_that_go_out_is_a_bracket_to_fill_and_nowhere_else(kind):
    voice = Voice()
    fields = RegionFields(voice)
    words = {"caller": lambda: f"Subject: x\n\n{fields.industry} {fields.launch_meeting.when} {fields.called}", "voice": voice}
    inside = kind(**words) if kind is speech else kind(**words, logo=str)
    assert all(f"&#91;{words}&#93;" in inside for words in ("industry", "date", "time", "place", "our partnership")), inside
    assert "&#91;" not in str(fields.industry) + str(fields.launch_meeting.when)


def test_a_mistake_in_a_letter_leaves_the_rest_of_the_page_in_neutral_words():
    voice = Voice()

    def fails() -> str:
        raise ValueError("no such macro")

    with pytest.raises(ValueError, match="no such macro"):
        letter(caller=fails, voice=voice, logo=str)
    assert "&#91;" not in str(RegionFields(voice).industry)
