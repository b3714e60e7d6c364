"""How long words take to say: counted at one pace, shown where people prepare."""

import lxml.html
import pytest
from pypdf import PdfReader

from playbook.content.page import load_pages
from playbook.content.point_text import EXPRESSION, read_points
from playbook.content.reading_time import duration_in_words, seconds_of, words_of
from tests.support.project import ROOT


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "about 5 seconds"), (22, "about 10 seconds"), (65, "about 30 seconds"), (110, "about 50 seconds"), (115, "about 1 minute"),
        (130, "about 1 minute"), (195, "about 1½ minutes"), (260, "about 2 minutes"), (325, "about 2½ minutes"), (520, "about 4 minutes"),
    ],
)  # fmt: skip
def test_words_become_time_as_people_say_it(count, said):
    assert duration_in_words(count) == said


def test_lone_signs_are_not_words():
    assert words_of("One – two … three, 82% of four") == 6


def test_the_first_points_take_about_a_minute():
    points = {point.id: point for point in read_points(load_pages(ROOT)[0])}
    count = sum(words_of(EXPRESSION.sub("a region value", f"{points[key].opening} {points[key].detail}")) for key in ("s10", "s11", "s12", "s13", "s14", "s15"))
    assert 55 <= seconds_of(count) <= 65


def test_a_sheet_says_how_long_its_lines_take_on_screen_and_on_paper(printed):
    folder = printed / "regions/pine-valley/sheets"
    for stem in ("educators-launch", "workforce-planning", "community-active"):
        lead = "".join(lxml.html.parse(str(folder / f"{stem}.html")).xpath('//p[@class="sheet-lead"]//text()[not(ancestor::*[@hidden])]'))
        assert lead.startswith("The lines to say: about ") and " minute" in lead, stem
        assert "".join(lead.split()) in "".join(PdfReader(folder / f"{stem}.pdf").pages[0].extract_text().split()), stem


def test_each_question_says_how_long_it_takes_aloud(site):
    bare = [
        page
        for page, count in (("what-are-you-up-to", 1), ("what-they-are", 1), ("what-is-in-it", 5), ("next-steps", 2))
        if len(lxml.html.parse(str(site / f"talking-points/{page}.html")).xpath('//p[@class="said-time"][starts-with(., "Said aloud: about ")]')) != count
    ]
    assert not bare
