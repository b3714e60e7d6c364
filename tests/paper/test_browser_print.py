"""Any page printed by a browser: nothing that belongs together is cut in two, and a dark page with background graphics prints white."""

import pypdfium2
import pytest

WHOLE = ".ours, blockquote, .message, table, .shares, .sheet-call"
MAY_BREAK = "all => all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').map((one) => one.outerHTML.slice(0, 60))"
SIDES = {
    "agenda": 3,
    "roster": 2,
    "invite": 5,
    "handover": 2,
    "notes": 3,
    "champions": 2,
}  # at most, of what a browser prints: of an invitation, each audience has its own
SIGNED = 40  # pixels: a name by hand
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


def test_the_check_up_takes_one_side(page, address):
    page.goto(f"{address}/team/check-up.html")
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
        if len(sides) > 1 or [title for title in about if title in sides[0]] or [gap for gap in room if gap < SIGNED]:
            long[name] = sides, room
    assert not long


def test_the_seat_chart_takes_one_side_with_its_heading_under_the_title_of_its_page(page, address):
    page.goto(f"{address}/regions/pine-valley/team/roster.html")
    page.locator(".seat-box input").first.wait_for()
    first, *rest = said_on(printed(page))
    assert len(rest) < SIDES["roster"] and all(words in first for words in ("Who is missing?", "Seat chart", "a trade association", "a foundation, a library"))


def test_a_worksheet_takes_hardly_more_sides_than_in_pdf(page, address):
    long = {}
    for name in ("invite", "handover", "notes", "champions"):
        page.goto(f"{address}/regions/pine-valley/team/{name}.html")
        if (sides := len(said_on(printed(page)))) > SIDES[name]:
            long[name] = sides
    assert not long


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
