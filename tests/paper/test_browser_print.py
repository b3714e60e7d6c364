"""Any page printed by a browser: nothing that belongs together is cut in two, and a dark page with background graphics prints white."""

import re
from itertools import pairwise

import pypdfium2
import pytest

WHOLE = ".ours, blockquote, .message, table, .shares, .sheet-call"
MAY_BREAK = "all => all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').map((one) => one.outerHTML.slice(0, 60))"
SIDES = {
    "agenda": 3,
    "roster": 2,
    "team/invite": 5,
    "team/handover": 2,
    "team/notes": 3,
    "team/champions": 2,
    "team/objections": 3,
    "team/launch-day": 2,
    "talking-points/what-they-are": 3,
    "talking-points/next-steps": 2,
}  # at most, of what a browser prints: of an invitation, each audience has its own
LEADS = re.compile(r"(1 minute|3 minutes|voice\.|lead one:|Sources)$")  # what stands above what it says, never at the foot of a side
APART = 3  # pixels
SIGNED = 40  # pixels: a name by hand
MANY = 9  # sides of the slides
SEEN_WHOLE = 0.75  # as a reader shows a whole side on a small screen
LIGHT = re.compile(rb"[\xe1-\xff]+")
FOOT = re.compile(r"Parts marked so|Adapted from .{1,60}, a tool|Written by the contributors of .{1,60}, not by")
FEWEST = 120  # characters on a last side
FEWEST_OF_AN_AGENDA = 400  # on any side of an agenda, the foot left out
PAGES = (
    "talking-points/what-they-are",
    "team/objections",
    "team/invite",
    "team/agenda-planning",
    "team/agenda-launch",
    "team/roster",
    "sheets/educators",
    "sheets/educators-planning-handout",
)


def printed(page, paper: str = "Letter", **options) -> bytes:
    page.evaluate("document.fonts.ready")
    return page.pdf(format=paper, prefer_css_page_size=True, **options)


PAPERS = ("Letter", "A4")


def said_on(paper: bytes) -> list[str]:
    """Return the words of each side."""
    return [side.get_textpage().get_text_range() for side in pypdfium2.PdfDocument(paper)]


def test_no_side_of_an_agenda_is_nearly_empty_there_are_as_many_as_in_pdf_and_what_is_handed_out_is_one(page, address):
    bare = {}
    for name in ("pine-valley/team/agenda-planning", "pine-valley/team/agenda-launch", "hard-name/team/agenda-planning"):
        page.goto(f"{address}/regions/{name}.html")
        for paper in PAPERS:
            sides = [side.partition("Parts marked so")[0] for side in said_on(printed(page, paper))]
            empty = [number for number, side in enumerate(sides, 1) if len(side) < FEWEST_OF_AN_AGENDA]
            if empty or len(sides) > SIDES["agenda"] or "agenda for everyone" not in sides[-1]:
                bare[name, paper] = (empty, len(sides))
    assert not bare


def test_the_check_up_takes_one_side_and_no_circle_touches_a_rule(page, address):
    page.goto(f"{address}/team/check-up.html")
    page.emulate_media(media="print")
    gaps = page.locator(".check-up fieldset").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().bottom - one.querySelector('input').getBoundingClientRect().bottom)"
    )
    page.emulate_media(media="null")
    assert len(gaps) == 10 and min(gaps) > APART
    assert {paper: [side.count("Fully") for side in said_on(printed(page, paper))] for paper in PAPERS} == {"Letter": [10], "A4": [10]}


def test_a_letter_takes_one_side_and_stands_there_alone_with_room_to_sign(page, address):
    long = {}
    for name in ("letter-planning", "letter-launch", "letter-business", "letter-champion", "boss", "commitment"):
        page.goto(f"{address}/regions/pine-valley/team/{name}.html")
        sides = said_on(printed(page))
        about = page.locator("article h2").all_inner_texts()
        room = page.locator(".letter .closing").evaluate_all(
            "all => all.map((one) => one.nextElementSibling.getBoundingClientRect().top - one.getBoundingClientRect().bottom)"
        )
        if len(sides) > 1 or [words for words in (*about, "Launch coming up") if words in sides[0]] or [gap for gap in room if gap < SIGNED]:
            long[name] = sides, room
    assert not long


def test_the_seat_chart_takes_one_side_with_its_heading_under_the_title_of_its_page(page, address):
    page.goto(f"{address}/regions/pine-valley/team/roster.html")
    page.locator(".seat-box input").first.wait_for()
    first, *rest = said_on(printed(page))
    assert len(rest) < SIDES["roster"] and all(words in first for words in ("Who is missing?", "Seat chart", "a trade association", "a foundation, a library"))


def test_a_worksheet_or_a_talk_takes_hardly_more_sides_than_in_pdf_and_no_side_ends_with_what_leads_to_the_next(page, address):
    long, parted = {}, []
    for name in (*(name for name in SIDES if "/" in name), "team/slides"):
        page.goto(f"{address}/regions/pine-valley/{name}.html")
        sides = [FOOT.split(side)[0].strip() for side in said_on(printed(page))]
        long |= {name: len(sides)} if len(sides) > SIDES.get(name, MANY) else {}
        parted += [(name, side[-40:]) for side in sides if LEADS.search(side)]
    assert not long
    assert not parted


def test_every_line_to_write_on_is_seen_where_a_side_is_shown_small(page, address):
    unlike = {}
    for name in ("launch-day", "notes"):
        page.goto(f"{address}/regions/pine-valley/team/{name}.html")
        asked = page.locator("article .sheet-notes:visible").evaluate_all("all => all.map((one) => Number(one.dataset.lines)).reduce((a, b) => a + b)")
        page.evaluate("document.querySelectorAll('article table, .glance, .message').forEach((one) => one.remove())")  # their rules
        seen = sum(map(rules_seen, pypdfium2.PdfDocument(printed(page))))
        unlike |= {name: (asked, seen)} if seen != asked else {}
    assert not unlike


def rules_seen(side: pypdfium2.PdfPage) -> int:
    """Return how many rules go across a side above its credit that is shown small."""
    picture = side.render(scale=SEEN_WHOLE, grayscale=True)
    rows = [bytes(picture.buffer[y * picture.stride : y * picture.stride + picture.width]) for y in range(picture.height)]
    dark = [max(map(len, LIGHT.split(row))) > picture.width / 2 for row in rows]  # at a stretch, unlike a line of words
    return sum(now and not before for before, now in pairwise(dark)) - 1  # the credit has one


def test_an_empty_sheet_of_ones_own_says_on_paper_how_it_is_filled(page, address):
    page.goto(f"{address}/my-sheet.html")
    assert "Nothing is on your sheet yet" in said_on(printed(page))[0]


@pytest.mark.usefixtures("page_of_its_own")
def test_a_dark_page_prints_white_with_background_graphics_too_cuts_nothing_in_two_and_its_last_side_holds_more_than_a_remark(page, address):
    dark, bare, cut = {}, {}, {}
    for name in PAGES:
        page.emulate_media(color_scheme="dark", media="null")
        page.goto(f"{address}/regions/pine-valley/{name}.html")
        page.emulate_media(color_scheme="dark", media="print")
        if found := page.locator("article").locator(WHOLE).evaluate_all(MAY_BREAK):
            cut[name] = found
        sides = list(pypdfium2.PdfDocument(printed(page, print_background=True)))
        last = sides[-1].get_textpage().get_text_range().partition("Parts marked so")[0].partition('Adapted from "')[0]
        bare |= {name: last} if len(sides) > 1 and len(last) < FEWEST else {}
        for number, side in enumerate(sides, 1):
            picture = side.render(scale=0.2, grayscale=True)
            right, foot = picture.width - 2, picture.height - 2
            edges = [picture.buffer[y * picture.stride + x] for x, y in ((1, 1), (right, 1), (1, foot), (right, foot), (right // 2, foot))]
            dark |= {f"{name} {number}": edges} if min(edges) < 250 else {}
    assert not dark
    assert not bare
    assert not cut
