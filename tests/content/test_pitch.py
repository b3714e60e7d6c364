"""Pitches, answers and agendas are made of points: nothing is said twice, and the times are true."""

import re

import lxml.html
import pytest

from macros.points.pitch import lines
from playbook.check.source_check import lint
from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import read_points
from playbook.content.reading_time import words_of
from tests.support.project import ROOT, fork

PAGES = {page.path: page.body for page in load_pages(ROOT)[0]}
LENGTHS = {"30 seconds": 65, "One minute": 130, "Two minutes": 260}  # words at our pace
EDITIONS = ("", "regions/pine-valley/", "regions/nine-rivers/")


def pitches(site, edition: str):
    """Each pitch of an edition: its length as headed, the count it shows, and the sentences to say."""
    root = lxml.html.parse(str(site / edition / "team/practice.html")).getroot()
    for quote in root.xpath('//blockquote[p[@class="said-time"]]'):
        said = [p.text_content() for p in quote.xpath("./p[not(@class or @hidden)]")]
        plain = [re.sub(r" [SC]\d\d$", "", " ".join(text.split())) for text in said]
        yield quote.getprevious().text_content(), quote.xpath('string(p[@class="said-time"])'), plain


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_pitch_takes_about_as_long_as_its_heading_says(site, edition):
    found = list(pitches(site, edition))
    assert len(found) == 12
    off = [(label, shown) for label, shown, said in found if abs(sum(map(words_of, said)) - LENGTHS[label]) > LENGTHS[label] * 0.16]
    untrue = [(label, shown) for label, shown, said in found if not shown.startswith(f"{sum(map(words_of, said))} words, about ")]
    assert not off
    assert not untrue


def test_no_pitch_says_a_sentence_twice_and_each_ends_with_the_ask(site):
    for label, _, said in pitches(site, "regions/pine-valley/"):
        sentences = [sentence for text in said for sentence in re.split(r"(?<=[.?!]) ", text)]
        assert len(sentences) == len(set(sentences)), label
        assert said[-1].startswith("Will you personally invite"), label


def test_points_in_a_pitch_say_whose_words_they_are(site):
    root = lxml.html.parse(str(site / "team/practice.html")).getroot()
    said = [quote.xpath('string(p[@class="origin-part"])') for quote in root.xpath("//article//blockquote")]
    assert not [line for line in said if "Adapted from the tool" not in line]
    assert any("C01, C02: Written by this playbook, not part of the tool" in line for line in said)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('{{ pitch("s10", "s88") }}', 'pitch "s88" is not known; did you mean "s'),
        ('{{ lines("s10", "x") }}', 'lines "x" is not known'),
    ],
)
def test_a_pitch_of_unknown_points_is_refused_by_line(tmp_path, call, message):
    project = fork(tmp_path / "fork")
    page = project / "docs/team/practice.md"
    page.write_text(page.read_text("utf-8") + f"\n{call}\n", "utf-8")
    assert any(message in str(problem) and "docs/team/practice.md:" in str(problem) for problem in lint(project))


def test_a_point_named_twice_is_refused():
    with pytest.raises(ValueError, match="S12 would be said twice"):
        lines("s12", "s13", "s12", points=read_points(load_pages(ROOT)[0]), here=lambda: "index.md", logo=str)


def test_every_objection_has_a_question_an_answer_and_points_to_rest_on():
    parts = re.split(r"(?m)^## ", PAGES["team/objections.md"])[1:]
    objections = [part for part in parts if not part.startswith("Sources")]
    assert len(objections) >= 6
    for part in objections:
        title = part.splitlines()[0]
        assert "**Ask first:**" in part and part.split("**Ask first:**")[1].splitlines()[0].endswith("?"), title
        rests = re.findall(r'"([sc]\d\d)"', "".join(re.findall(r"\{\{ lines\((.*?)\) \}\}", part)))
        assert rests and all(key in point_specs() and point_specs()[key].say for key in rests), title
        answer = part.split("**Then say:**")[1].splitlines()[0]
        assert words_of(answer) <= 55, title


@pytest.mark.parametrize("agenda", ["agenda-planning", "agenda-launch"])
def test_an_agendas_minutes_add_up_to_what_its_opening_says(agenda):
    body = PAGES[f"team/{agenda}.md"]
    total = int(re.search(r'time="(\d+) minutes"', body)[1])
    tables = [re.findall(r"(?m)^\| (\d+) \| (?!In all)[A-Z]", part) for part in re.split(r"\n## ", body)]
    assert [sum(map(int, minutes)) for minutes in tables if minutes] == [total, total]  # the convener's, and the one to hand out
    assert body.count(f"| **{total}** | **In all** |") == 2
    assert total < 120


def test_every_role_card_asks_one_hard_question():
    cards = re.findall(r'\{% call card\("(.+?)"\) %\}(.*?)\{% endcall %\}', PAGES["team/practice.md"], re.DOTALL)
    assert 4 <= len(cards) <= 8
    assert not [title for title, text in cards if not re.search(r"\*\*Ask:\*\* “[^”]+\?”", text)]
