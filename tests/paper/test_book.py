"""The book: a cover that says what it is, contents on a side or two, the menu's order, hardly a side that is nearly empty."""

import itertools
import re

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, raw

from playbook.content import attribution
from playbook.content.navigation import menu_order
from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from playbook.credit.credit_check import kind_of
from playbook.output.html_page import BuiltPage
from playbook.paper.book import BOOK_FILE, PARTS, book_pages
from playbook.paper.document import Box, NoteLines, Paragraph, plain_text
from playbook.paper.html_reader import read_article
from tests.paper.test_papers import squeezed
from tests.support.project import ROOT

FOOT = 75  # points from the lower edge: what stands above is text
HEAD = 48


def lowest(page) -> tuple[float, float]:
    """Where the lowest words and the lowest line of a side stand above its foot, in points from the lower edge."""
    text, height = page.get_textpage(), page.get_height()
    words = [bottom for _, bottom, _, _ in map(text.get_rect, range(text.count_rects()))]
    lines = [drawn.get_bounds()[1] for drawn in page.get_objects([raw.FPDF_PAGEOBJ_PATH])]  # to write on
    return min((bottom for bottom in words if bottom > FOOT), default=height), min((bottom for bottom in lines if bottom > FOOT), default=height)


def filled(page) -> float:
    """Which share of a side its text and lines take, from its upper edge down."""
    height = page.get_height()
    return (height - HEAD - min(lowest(page))) / (height - HEAD - FOOT)


def ends_in_a_line(page) -> bool:
    words, line = lowest(page)
    return line < words


def body(page) -> str:
    """The text of a side above its foot, without blanks."""
    return squeezed(page.get_textpage().get_text_bounded(bottom=FOOT))


def article(site, edition, page):
    return read_article(BuiltPage(site / edition / page.url, page.url))


def chapters(site, edition) -> dict[str, str]:
    """The foot of each chapter of a book, by whose it is and its title, in order."""
    found = {}
    for page in book_pages(load_pages(ROOT)[0], menu_order(ROOT)):
        whose, title = article(site, edition, page)[:2]
        kind = kind_of(BuiltPage(site / edition / page.url, page.url), page.origin)
        found[squeezed(plain_text(whose.text) + plain_text(title.text))] = attribution.foot(kind, origin=page.origin)
    return found


def before_lines(blocks):
    """The paragraphs that lines to write on follow."""
    inner = [block.blocks for block in blocks if isinstance(block, Box)]
    follows = [first for first, then in itertools.pairwise(blocks) if isinstance(first, Paragraph) and isinstance(then, NoteLines)]
    return follows + [words for blocks in inner for words in before_lines(blocks)]


@pytest.mark.parametrize("edition", ["", "regions/pine-valley", "regions/hard-name"])
def test_at_most_one_side_in_twenty_is_less_than_a_third_full(site, edition):
    shares = [filled(page) for page in PdfDocument(site / edition / BOOK_FILE)]
    sparse = [(number, round(share, 2)) for number, share in enumerate(shares, 1) if share < 1 / 3]
    assert len(shares) > 40
    assert len(sparse) <= len(shares) / 20, sparse


def test_the_cover_says_what_it_is_for_whom_and_of_which_day(site):
    cover, *sides = (page.extract_text() for page in PdfReader(site / "regions/pine-valley" / BOOK_FILE).pages[:4])
    wanted = ("Support Team Playbook", "Pine Valley and the upper Bear River counties", "for people who bring", "Pine Valley Food Makers")
    wanted += (
        "Convened by Pine Valley Workforce Board",
        "fictional example Region details checked November 20, 2026",
        "This book was made on ",
    )
    assert not [words for words in wanted if words not in " ".join(cover.split())]
    first = next(number for number, side in enumerate(sides) if side.lstrip().startswith("Adapted from the tool"))
    assert first == 1, "contents take a side"
    assert [line for line in sides[0].splitlines() if line in PARTS.values()] == ["Talking points", "Working papers", "Meetings", "Letters", "About this book"]
    assert sides[0].startswith("Contents") and "Glossary" in "".join(sides[:first])


@pytest.mark.parametrize("edition", ["", "regions/hard-name"])
def test_a_chapter_begins_with_whose_it_is_its_title_and_some_lines_on_one_side(site, edition):
    sides = [body(page) for page in PdfDocument(site / edition / BOOK_FILE)]
    begun = {begin: side.split(begin)[1] for begin in chapters(site, edition) for side in sides if begin in side}
    assert list(begun) == list(chapters(site, edition))
    assert not [begin for begin, rest in begun.items() if len(rest) < 100]


@pytest.mark.parametrize("edition", ["", "regions/hard-name"])
def test_a_side_has_the_foot_of_its_chapters_or_where_they_differ_the_one_that_is_true_of_all(site, edition):
    feet, now, wrong, shared = chapters(site, edition), "", [], 0
    for number, page in enumerate(PdfDocument(site / edition / BOOK_FILE), 1):
        side = body(page)
        begun = [foot for begin, foot in feet.items() if begin in side]
        held = {*begun} if any(side.startswith(begin) for begin in feet) else {now, *begun} - {""}
        foot = held.pop() if len(held) == 1 else attribution.foot(attribution.MIXED)
        shared += len(held) > 1
        wrong += [number] if squeezed(foot) not in squeezed(page.get_textpage().get_text_range()) else []
        now = begun[-1] if begun else now
    assert shared and not wrong


@pytest.mark.parametrize("edition", ["", "regions/pine-valley", "regions/hard-name"])
def test_lines_to_write_on_stand_on_the_side_of_what_to_write(site, edition):
    files = [site / edition / BOOK_FILE, *sorted((site / edition / "team").glob("*.pdf"))]
    asked = {squeezed(plain_text(words.text)) for page in book_pages(load_pages(ROOT)[0], []) for words in before_lines(article(site, edition, page))}
    parted = [
        (file.name, number)
        for file in files
        for number, page in enumerate(PdfDocument(file), 1)
        if body(page).endswith(tuple(asked)) and not ends_in_a_line(page)
    ]
    assert len(asked) > 15 and not parted


@pytest.mark.parametrize("edition", ["", "regions/pine-valley"])
def test_a_card_is_not_cut_in_two_and_what_is_scored_stands_under_its_rules(site, edition):
    with PdfDocument(site / edition / BOOK_FILE) as file:
        sides = [body(page) for page in file]
    assert not [side for side in sides if side.count("Youcareabout") != side.count("Youthink:")]
    (chosen,) = (number for number, side in enumerate(sides) if "Eachpersonnamesoneindustry" in side)
    assert "Growing,oratrisk?" in sides[chosen]


@pytest.mark.parametrize("edition", ["", "regions/pine-valley", "regions/hard-name"])
def test_what_is_signed_filled_in_or_copied_is_not_parted(site, edition):
    with PdfDocument(site / edition / BOOK_FILE) as file:
        sides = [body(page) for page in file]
    kept = {
        "what is signed": [side for side in sides if "Howlong:until" in side and "names,dateandsignatures" in side],
        "the seats": [side for side in sides if "Seatchart" in side and "afoundation,alibrary" in side],
        "a box of ours": [side for side in sides if "Oneclearaskforeachpartner" in side and "Toacommunityorganization:" in side],
        "an agenda to copy": [side for side in sides if side.startswith("Ourplanningmeeting:agendaforeveryone")],
    }
    assert not [name for name, found in kept.items() if not found]


def test_a_heading_and_its_minutes_stand_on_the_side_of_what_they_head(site):
    with PdfDocument(site / BOOK_FILE) as file:
        sides = [body(page) for page in file]
    assert any("1minute" in side for side in sides)
    assert not [side[-60:] for side in sides if re.search(r"\dminutes?$", side)]


def test_the_book_has_the_menus_order():
    menu = menu_order(ROOT)
    order = [page.path for page in book_pages(load_pages(ROOT)[0], menu)]
    named = [path for path in order if path in menu]
    assert len(named) > 15 and named[0] == "talking-points/index.md" and named[-1] == "about/glossary.md"
    meetings = [path for path in named if path.startswith("team/agenda-")]
    assert [path for path in named if path not in meetings] == sorted(set(named) - set(meetings), key=menu.index)
    assert (
        order.index("team/roster.md") < order.index("team/agenda-planning.md") < order.index("team/agenda-launch.md") < order.index("team/letter-planning.md")
    )
    letters = [path for path in order if path.startswith("team/letter-")]
    assert letters == [f"team/letter-{name}.md" for name in ("planning", "launch", "business", "champion")], "in the order of their use"


def test_a_link_of_the_book_says_where_it_leads(site):
    """The number of a point, and the page on which the point or the chapter stands."""
    sides = [squeezed(page.get_textpage().get_text_range()) for page in PdfDocument(site / "regions/pine-valley" / BOOK_FILE)]
    said = {point.id.upper(): squeezed(re.sub(r"[*\[\]]|\{\{.*", "", point.opening).split(".")[0])[:24] for point in read_points(load_pages(ROOT)[0])}
    points = [(id, int(number)) for side in sides[2:5] for id, number in re.findall(r"([SC]\d\d),p.(\d+)", side)]
    titles = {squeezed(plain_text(article(site, "", page)[1].text)) for page in book_pages(load_pages(ROOT)[0], menu_order(ROOT))}
    chapters = [(title, int(number)) for side in sides[2:5] for title, number in re.findall(r"“([^”“]+)”p.(\d+)", side)]
    assert len(points) >= 31 and len(chapters) >= 5
    assert not [(id, number) for id, number in points if said[id] not in sides[number - 1] or not re.search(rf"{id}(?!,p\.)", sides[number - 1])]
    assert not [(title, number) for title, number in chapters if title not in titles or title not in sides[number - 1]], "titles are quoted as they are"
