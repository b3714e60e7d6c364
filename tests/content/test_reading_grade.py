"""Whoever reads or says the playbook needs no more than nine years of school: every page, and the points of each group."""

import lxml.html
import pytest

from tests.content.reading_grade import Reading, pages, read_groups, read_page, syllables
from tests.support.sentences import sentences

HIGHEST = 9.0
# A page or group that the field's own words keep above it: the grade that it may have, and which words those are.
EXCEPTIONS: dict[str, tuple[float, str]] = {}


def too_hard(readings: dict[str, Reading]) -> dict[str, str]:
    """Each text above its limit: its grade, how much of it the terms that stay account for, and where to begin."""
    return {
        name: f"grade {text.grade}, {text.grade_without_terms} without the terms that must stay; hardest: {' | '.join(text.hardest())}"
        for name, text in readings.items()
        if text.grade > EXCEPTIONS.get(name, (HIGHEST,))[0]
    }


def test_every_page_reads_at_grade_nine_or_below(site):
    assert too_hard({url: read_page(site, url) for url in pages(site)}) == {}


def test_the_points_of_each_group_are_said_at_grade_nine_or_below(site):
    assert too_hard(read_groups(site)) == {}


def test_no_exception_outlives_its_reason(site):
    readings = {url: read_page(site, url) for url in pages(site)} | read_groups(site)
    assert not [name for name, (_, reason) in EXCEPTIONS.items() if name not in readings or readings[name].grade <= HIGHEST or not reason]


def test_every_page_of_prose_has_sentences_to_read(site):
    lists = ("index.html", "editions.html", "sheets/index.html")  # mostly names and links
    assert not [url for url in pages(site) if url not in lists and len(read_page(site, url).words) < 60], "fewer than 60 words; say what the page is for"


def test_the_formula_is_that_of_flesch_and_kincaid():
    assert Reading(("The cat sat on the mat.",)).grade == pytest.approx(0.39 * 6 + 11.8 * 6 / 6 - 15.59, abs=0.05)
    two = Reading(("Economic development organizations coordinate.", "We listen."))
    assert two.grade == pytest.approx(0.39 * 6 / 2 + 11.8 * (4 + 4 + 5 + 4 + 1 + 2) / 6 - 15.59, abs=0.05)
    assert two.hardest() == []
    assert Reading(two.sentences, frozenset({"economic", "development"})).grade_without_terms < two.grade
    assert Reading(()).grade == 0


@pytest.mark.parametrize(
    ("word", "count"),
    [("workforce", 2), ("partnerships", 3), ("business-led", 3), ("jobseekers", 3), ("region’s", 2), ("82%", 5), ("CBO", 3), ("undersupplying", 5)],
)
def test_syllables_are_counted_as_said(word, count):
    assert syllables(word) == count


def test_only_whole_sentences_count():
    html = (
        "<article><h1>Heading here</h1><p class='origin-line'>Credit line.</p><p>One two <b>three</b>. “Four five.” Six <code>x/y.z</code> at a@b.org!</p>"
        "<ul><li>Only a label</li><li>Seven eight:<ul><li>Nine ten.</li></ul></li></ul><pre>Not read.</pre><button>Press this.</button></article>"
    )
    assert sentences(lxml.html.fromstring(html)) == ("One two three.", "“Four five.", "Six it at it!", "Seven eight:", "Nine ten.")
