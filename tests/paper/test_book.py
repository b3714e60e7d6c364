"""The book: a cover that says what it is, contents on a side or two, the menu's order, hardly a side that is nearly empty."""

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, raw

from playbook.content.navigation import menu_order
from playbook.content.page import load_pages
from playbook.paper.book import BOOK_FILE, book_pages
from tests.support.project import ROOT

FOOT = 75  # points from the lower edge: what stands above is text
HEAD = 48


def filled(page) -> float:
    """Which share of a side its text and lines take, from its upper edge down."""
    text, height = page.get_textpage(), page.get_height()
    words = [bottom for _, bottom, _, _ in map(text.get_rect, range(text.count_rects()))]
    lines = [drawn.get_bounds()[1] for drawn in page.get_objects([raw.FPDF_PAGEOBJ_PATH])]  # to write on
    lowest = min((bottom for bottom in words + lines if bottom > FOOT), default=height)
    return (height - HEAD - lowest) / (height - HEAD - FOOT)


@pytest.mark.parametrize("edition", ["", "regions/pine-valley", "regions/hard-name"])
def test_at_most_one_side_in_twenty_is_less_than_a_third_full(site, edition):
    shares = [filled(page) for page in PdfDocument(site / edition / BOOK_FILE)]
    sparse = [(number, round(share, 2)) for number, share in enumerate(shares, 1) if share < 1 / 3]
    assert len(shares) > 40
    assert len(sparse) <= len(shares) / 20, sparse


def test_the_cover_says_what_it_is_for_whom_and_of_which_day(site):
    cover, contents, third = (page.extract_text() for page in PdfReader(site / "regions/pine-valley" / BOOK_FILE).pages[:3])
    wanted = ("Support Team Playbook", "Pine Valley and the upper Bear River counties", "for people who bring", "Pine Valley Food Makers")
    wanted += ("Convened by Pine Valley Workforce Board", "fictional example · updated November 20, 2026", "Made on ")
    assert not [words for words in wanted if words not in " ".join(cover.split())]
    assert contents.startswith("Contents") and "Glossary" in contents
    assert third.lstrip().startswith("Adapted from the tool")


def test_the_book_has_the_menus_order():
    menu = menu_order(ROOT)
    order = [page.path for page in book_pages(load_pages(ROOT)[0], menu)]
    named = [path for path in order if path in menu]
    assert len(named) > 15 and named[0] == "talking-points/index.md" and named[-1] == "about/glossary.md"
    assert named == sorted(named, key=menu.index)
    assert order.index("team/roster.md") < order.index("team/agenda-planning.md") < order.index("team/agenda-launch.md")
