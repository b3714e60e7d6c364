"""Worksheets are forms: room to write by hand, what belongs together on one side, no side with a few lost lines."""

import io
import itertools
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfTextPage, raw

from playbook.model.meeting.kinds import AT_STAGE, MEETINGS
from playbook.output.html_page import BuiltPage
from playbook.paper.design.column_widths import column_widths
from playbook.paper.design.sections import sections
from playbook.paper.document import Block, Box, Bullets, Document, Heading, Mark, NoteLines, Paragraph, Run, Table, plain_text
from playbook.paper.docx.writer import write_word
from playbook.paper.fit import fitted
from playbook.paper.html_reader import read_sheet, read_worksheet
from playbook.paper.imprint import Imprint
from tests.paper.test_book import before_lines
from tests.paper.test_papers import TODAY, sides_of, squeezed
from tests.paper.test_word import W, every, said, small, xml
from tests.paper.test_worksheets import HARD, STEMS

ROW = 8 * 1440 / 25.4  # twentieths of a point: what a hand needs
ASKED_TO_TELL = {"planning": "Which other key public partners should be there?", "launch": "Which businesses belong at our launch meeting?"}
ON_A_SCREEN = re.compile(r"on (?:the|a) screen|\b(?:click|tap|download)\b|\(PowerPoint\)|\bAbove stands\b", re.IGNORECASE)
FEWEST = 8  # lines on a last side
TOUCH, WIDE = 0.3, 20  # points: how far a line reaches into the one above, and along how much of it
FOOT, MIDDLE = 95, 420  # points from the lower edge: what stands lower is the foot; about the middle of the text


@pytest.fixture(scope="module", params=["regions/pine-valley", HARD])
def folder(site, request) -> Path:
    return site / request.param


def rects(side: PdfTextPage) -> list[tuple[float, float, float, float]]:
    return [side.get_rect(number) for number in range(side.count_rects())]


@cache
def documents(folder: Path) -> dict[str, Document]:
    """The worksheets of an edition as they are read, once for all tests."""
    return {stem: read_worksheet(BuiltPage(folder / f"{stem}.html", stem)) for stem in STEMS}


def test_a_heading_stands_nearer_to_what_it_heads_than_to_what_is_before_it(site):
    """Headings of the second rank within the sides of a worksheet with many; what heads a side has nothing before it."""
    near, seen = {}, 0
    for side in PdfDocument(site / "team/examples.pdf"):
        text = side.get_textpage()
        lines = [box for box in rects(text) if box[1] > FOOT]  # left, bottom, right, top
        for heading in lines:
            words = text.get_text_bounded(*heading).strip()
            above, below = [box[1] for box in lines if box[1] > heading[3]], [box[3] for box in lines if box[3] < heading[1]]
            if words in ("Building the team", "Launching", "Keeping it going", "Sources") and above:
                seen += 1
                if (before := min(above) - heading[3]) <= (after := heading[1] - max(below)):
                    near[words] = before, after
    assert seen > 2 and not near


def test_a_row_to_write_in_is_high_enough_for_a_hand(folder):
    low = {}
    for stem, document in documents(folder).items():
        tables = [table for table in every(document.blocks, Table) if table.is_form]
        made = [row for table in xml(folder / f"{stem}.docx").iter(f"{W}tbl") for row in table.iter(f"{W}tr")]
        empty = [row for row in made if any(not "".join(cell.itertext()).strip() for cell in row.iter(f"{W}tc"))]
        assert bool(tables) == bool(empty), stem
        if found := [row for row in empty if int(row.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) < ROW]:
            low[stem] = len(found)
    assert not low


def test_a_table_stands_on_one_side(folder):
    parted = {}
    for stem, document in documents(folder).items():
        sides = [squeezed(side) for side in sides_of(folder / f"{stem}.pdf")]
        for table in every(document.blocks, Table):
            ends = [squeezed("".join(map(plain_text, row))) for row in (table.head, table.rows[-1])]
            if not any(all(end in side for end in ends) for side in sides):
                parted.setdefault(stem, []).append(ends)
    assert not parted


def test_the_table_of_industries_has_room_for_their_names(site):
    tables = every(documents(site)["team/agenda-planning"].blocks, Table)
    scoring = next(table for table in tables if plain_text(table.head[0]) == "Industry")
    assert column_widths(scoring)[0] >= 25


def test_no_last_side_holds_a_few_lost_lines(folder):
    lost = {}
    for stem in STEMS:
        sides = sides_of(folder / f"{stem}.pdf")
        lines = [line for line in sides[-1].splitlines() if line.strip()]
        if len(sides) > 1 and len(lines) < FEWEST:
            lost[stem] = lines
    assert not lost


def test_no_paper_tells_what_to_do_on_a_screen_and_no_line_of_it_begins_with_the_dot_between_two_facts(folder):
    wrong = {}
    for stem in STEMS:
        lines = [line for side in sides_of(folder / f"{stem}.pdf") for line in side.splitlines()]
        if found := [line for line in lines if line.lstrip().startswith("·") or ON_A_SCREEN.search(line)]:
            wrong[stem] = found
    assert not wrong


def test_a_box_is_never_parted_from_its_word(folder):
    parted = {}
    for stem, document in documents(folder).items():
        for text in [paragraph.text for paragraph in every(document.blocks, Paragraph)] + [
            cell for table in every(document.blocks, Table) for row in table.rows for cell in row
        ]:
            after = [word for mark, word in itertools.pairwise(text) if isinstance(mark, Mark) and mark.kind == "box"]
            if loose := [word for word in after if not (isinstance(word, Run) and word.text.startswith("\u00a0"))]:
                parted[stem] = loose
    assert not parted


def test_a_heading_stays_with_what_it_heads():
    say, deeper, origin = (Heading(level, (Run("h"),)) for level in (2, 3, 4))
    whose, words = Paragraph((Run("by us"),), "origin"), Bullets(((Paragraph((Run("a"),)),),))
    found = sections((Heading(1, (Run("t"),)), words, say, whose, deeper, words, origin, words))
    assert [len(section.blocks) for section in found] == [2, 4, 2]
    assert [section.is_whole for section in found] == [False, True, True]


def test_of_a_section_too_long_for_one_piece_what_words_in_bold_alone_head_is_kept_whole():
    heading, we_do, we_do_not = Heading(3, (Run("h"),)), *(Paragraph((Run(words, bold=True),)) for words in ("We do", "We don’t"))
    minutes, points = Paragraph((Run("2 minutes"),), "caption"), Bullets(tuple((Paragraph((Run("a"),)),) for _ in range(9)))
    found = sections((heading, minutes, we_do, points, we_do_not, points, points))
    assert [(section.blocks[0], len(section.blocks), section.is_whole) for section in found] == [(heading, 4, True), (we_do_not, 3, False)]
    assert [section.is_whole for section in sections((heading, minutes, we_do, points, points, we_do_not, points))] == [False, True]


BLANK, LINES = '<p class="sheet-blank">{}:</p>', '<div class="sheet-notes" data-lines="{}"></div>'


def article(tmp_path: Path, html: str) -> tuple[Block, ...]:
    (tmp_path / "x.html").write_text(f"<html><body><article>{html}</article></body></html>", "utf-8")
    return read_worksheet(BuiltPage(tmp_path / "x.html", "team/x.html")).blocks


def test_short_questions_that_follow_each_other_stand_in_a_row_each_over_room_to_write_and_one_alone_before_its_line(tmp_path):
    asked = "".join(BLANK.format(word) + LINES.format(1) for word in ("Date", "Time", "Place"))
    (row,) = article(tmp_path, asked)
    assert [plain_text(cell) for cell in row.head] == ["Date", "Time", "Place"] and row.rows == (((), (), ()),) and row.is_form
    alone = article(tmp_path, BLANK.format("Date") + LINES.format(1) + "<p>Words.</p>" + BLANK.format("Notes") + LINES.format(4))
    assert [type(block) for block in alone] == [Paragraph, Paragraph, Paragraph, NoteLines] and alone[0].style == "to-fill"


def test_a_question_stands_beside_its_boxes_in_word_and_those_that_follow_it_below(tmp_path):
    choices = tuple(Box("choice", (Paragraph((Run(f"True {number}?"),)), Paragraph((Mark("box"), Run("\u00a0No"))))) for number in range(3))
    write_word(form(*choices, *lines(1)), Imprint("Foot", "Lane", "letter", date(2026, 11, 26)), tmp_path / "x.docx")
    (table,) = xml(tmp_path / "x.docx").iter(f"{W}tbl")
    assert [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")] == [
        [f"True {number}?", "☐\u00a0No"] for number in range(3)
    ]


def test_no_side_is_left_half_empty_but_the_last_and_one_before_a_new_one(folder):
    """The words of a side reach below its middle, unless what follows was asked to begin a side, or is too high for the rest of it."""
    empty = {}
    for stem, document in documents(folder).items():
        begins = {squeezed(plain_text(block.text)) for block in document.blocks if isinstance(block, Heading) and block.new_page}
        with PdfDocument(folder / f"{stem}.pdf") as file:
            sides = [page.get_textpage() for page in file]
            for number, (side, following) in enumerate(itertools.pairwise(sides), 1):
                first = squeezed(following.get_text_range())
                lowest = min(found[1] for found in rects(side) if found[1] > FOOT)
                if lowest > MIDDLE and not any(first.startswith(title) for title in begins):
                    empty.setdefault(stem, []).append((number, round(lowest)))
    assert not empty


def test_a_letter_has_sender_date_addressee_and_subject_and_says_by_when_and_where_to_answer(site):
    wrong = {}
    for stem in (stem for stem in STEMS if "/letter-" in stem):
        text = sides_of(site / "regions/pine-valley" / f"{stem}.pdf")[0]
        is_champions = stem == "team/letter-champion"
        sender = "[your company]" if is_champions else "Pine Valley Workforce Board"
        reach = "[your telephone], [your e-mail]" if is_champions else "(555) 010-0142, hello@example.org"
        head = (f"{sender}\n[your street and city]\n{reach}", "[today’s date]", "[name]\n[organization]\n[street and city]", "Re: ")
        places = [" ".join(text.split()).find(" ".join(part.split())) for part in (*head, "Dear [name]", "by [day]", "at the head of this letter")]
        if -1 in places or places != sorted(places) or ("letter-planning" not in stem and "food and beverage manufacturing" not in text):
            wrong[stem] = places
    assert not wrong


def test_each_agenda_ends_with_a_clean_one_to_hand_out(site):
    for stem in ("team/agenda-planning", "team/agenda-launch"):
        *before, last = sides_of(site / "regions/pine-valley" / f"{stem}.pdf")
        assert re.match(r"Our .* agenda for everyone", last) and "What we do" in last
        assert "Points" not in last and "S6" not in last
        assert "Invited by Pine Valley Workforce Board" in " ".join(last.split()) and "hello@example.org" in last and "Date" in last
        named = [
            [tuple(map(plain_text, row[:2])) for row in table.rows]
            for table in every(documents(site)[stem].blocks, Table)
            if "Minutes" in map(plain_text, table.head)
        ]
        for *items, (total, what) in named:
            assert what == "In all" and sum(int(minutes) for minutes, _ in items) == int(total) == {"team/agenda-planning": 90, "team/agenda-launch": 60}[stem]
        begun = [[re.split("[:,.;?]", what)[0] for _, what in items] for items in named]
        assert set(begun[1][:4]) <= set(begun[0]), "both pages call an item by one name"
        assert len(before) == 2, f"{stem}: the convener's pages"
        assert "Page 1" not in last and f"Page {len(before)} of {len(before)}" in before[-1], "guests do not look for the convener's pages"


@pytest.mark.parametrize("edition", ["", "regions/pine-valley"])
def test_each_agenda_is_set_in_ten_points_or_more(site, edition):
    sizes = {}
    for file in sorted((site / edition / "team").glob("agenda-*.pdf")):
        with PdfDocument(file) as opened:
            text = opened[0].get_textpage()
            letters = Counter(round(raw.FPDFText_GetFontSize(text, place), 1) for place in range(text.count_chars()))
            sizes[file.stem] = max(size for size, count in letters.items() if count > 200)  # headings have fewer
    assert len(sizes) > 1 and min(sizes.values()) >= 10, sizes


def test_every_point_that_an_agendas_table_names_is_printed_under_it(site):
    missing = {}
    for stem in ("team/agenda-planning", "team/agenda-launch"):
        blocks = documents(site)[stem].blocks
        (plan,) = (table for table in every(blocks, Table) if plain_text(table.head[-1]) == "Points")
        named = {run.text for row in plan.rows for run in row[-1] if isinstance(run, Run) and run.small}
        said = {run.text.strip() for box in every(blocks, Box) if box.style == "said" for run in every(box, Run) if run.small}
        if named - said:
            missing[stem] = sorted(named - said)
    assert not missing


def test_the_ask_of_a_handout_has_lines_for_the_answer_its_day_and_who_asks_and_for_a_date_that_is_not_set(site):
    wrong = []
    for file in sorted((site / "regions/pine-valley/sheets").glob("*-handout.html")):
        (ask,) = (box for box in every(read_sheet(BuiltPage(file, file.stem)).blocks, Box) if box.style == "ask")
        asked = [plain_text(words.text).removesuffix("†") for words in every(ask, Paragraph) if words.style == "to-fill" or words in before_lines((ask,))]
        stage = file.stem.split("-")[1]
        told = [words for when, words in ASKED_TO_TELL.items() if f"{when}-handout" in file.stem]
        unset = [] if stage == "launch" else [f"{MEETINGS[AT_STAGE[stage]].name}, when and where:"]
        if asked != [*unset, *told, "Please answer by:", "Asked by:"]:
            wrong.append((file.name, asked))
    assert not wrong


def test_what_to_write_stands_on_the_page_of_its_lines_in_word(tmp_path):
    write_word(small(said("Write down:"), NoteLines(2)), Imprint("Foot", "Edition", "letter", TODAY), tmp_path / "x.docx")
    kept = [part.find(f"{W}pPr/{W}keepNext") is not None for part in xml(tmp_path / "x.docx").iter(f"{W}p")]
    assert kept[:3] == [True, True, False]


def test_a_box_and_cards_stand_on_the_page_of_what_heads_them_in_word_and_cards_are_cut_apart_straight(tmp_path):
    card = Box("card", (Heading(3, (Run("Card"),)),))
    boxes = (
        Heading(2, (Run("Say"),)),
        said("1 minute", "caption"),
        *lines(1),
        Box("ours", lines(2)),
        *lines(9),
        Heading(2, (Run("Cards"),)),
        *lines(1),
        Box("cards", (card,) * 3),
    )
    write_word(form(*boxes), Imprint("Foot", "Edition", "letter", TODAY), tmp_path / "x.docx")
    parts = list(xml(tmp_path / "x.docx").iter(f"{W}p"))
    words = ["".join(part.itertext()) for part in parts]
    say = words.index("Say")
    assert all(part.find(f"{W}pPr/{W}keepNext") is not None for part in parts[say + 1 : say + 3]), "its time and its line go with the box"
    ends = [number for number, part in enumerate(parts) if part.find(f"{W}pPr/{W}sectPr") is not None]
    assert ends == [words.index("Cards") - 1], "the page ends before the heading"
    rows = list(xml(tmp_path / "x.docx").iter(f"{W}tr"))
    assert [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in rows] == [["Card", "Card"], ["Card", ""]]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert len({row.find(f"{W}trPr/{W}trHeight").get(f"{W}val") for row in rows}) == 1, "all cards are of one size"
    assert not OpenXmlValidator().validate(str(tmp_path / "x.docx")).errors


def test_sources_stand_in_one_piece_in_word_and_that_of_a_story_on_its_page(tmp_path):
    sources = Bullets(tuple((said(f"Source {number}", "caption"),) for number in (1, 2)))
    write_word(
        small(Heading(3, (Run("Story"),)), said("Place, year", "caption"), said("It began."), sources, said("Noted", "caption")),
        Imprint("Foot", "Edition", "letter", TODAY),
        tmp_path / "x.docx",
    )
    kept = {"".join(part.itertext()): part.find(f"{W}pPr/{W}keepNext") is not None for part in xml(tmp_path / "x.docx").iter(f"{W}p")}
    assert kept == {"Story": False, "Place, year": True, "It began.": False, "Source 1": True, "Source 2": True, "Noted": False}  # a heading's style keeps it


def test_no_words_are_printed_over_others(folder):
    over = {}
    for stem in STEMS:
        with PdfDocument(folder / f"{stem}.pdf") as file:
            for number, page in enumerate(file, 1):
                places = rects(page.get_textpage())
                for (left, bottom, right, _), (other_left, lower, other_right, top) in itertools.permutations(places, 2):
                    if lower < bottom and top - bottom > TOUCH and min(right, other_right) - max(left, other_left) > WIDE:
                        over.setdefault(stem, []).append((number, round(bottom)))
    assert not over


def test_a_word_file_numbers_no_side_that_is_handed_out_by_itself(site):
    for stem in ("team/agenda-planning", "team/agenda-launch"):
        file = site / "regions/pine-valley" / f"{stem}.docx"
        *_, before, last = xml(file).iter(f"{W}sectPr")
        assert before.find(f"{W}footerReference") is not None and last.find(f"{W}footerReference") is not None
        feet = [xml(file, f"word/{name}.xml") for name in ("footer1", "footer1-alone")]
        fields = [[field.get(f"{W}instr") for field in foot.iter(f"{W}fldSimple")] for foot in feet]
        assert fields == [["PAGE"], []], "Word knows only how many pages the whole file has"
        assert "Page" not in "".join(feet[1].itertext()) and "".join(feet[0].itertext()).startswith("".join(feet[1].itertext()))
    for stem in ("team/letter-business", "sheets/educators-planning-handout"):
        foot = xml(site / "regions/pine-valley" / f"{stem}.docx", "word/footer1.xml")
        assert not list(foot.iter(f"{W}fldSimple")) and "Page" not in "".join(foot.itertext())


def test_a_letters_list_is_set_in_word_as_its_text_is(site):
    file = site / "regions/pine-valley/team/letter-launch.docx"
    styles = {style.get(f"{W}styleId"): style for style in xml(file, "word/styles.xml").iter(f"{W}style")}

    def size(paragraph) -> str:
        style = styles[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]
        while (found := style.find(f"{W}rPr/{W}sz")) is None:
            style = styles[style.find(f"{W}basedOn").get(f"{W}val")]
        return found.get(f"{W}val")

    said = {"".join(paragraph.itertext())[:12]: paragraph for paragraph in xml(file).iter(f"{W}p")}
    assert size(said["Which busine"]) == size(said["Will you per"]) == size(said["Dear [name],"])


def test_the_line_at_a_letters_foot_is_as_wide_as_the_letter(folder):
    wide = {}
    for stem in (stem for stem in STEMS if "/letter-" in stem):
        with PdfDocument(folder / f"{stem}.pdf") as file:
            page = file[0]
            lines = [drawn.get_bounds() for drawn in page.get_objects([raw.FPDF_PAGEOBJ_PATH])]
            ends = [(left, right) for left, bottom, right, top in lines if right - left > 200 and top - bottom < 3]
            if len(ends) < 2 or any(max(edge) - min(edge) > 2 for edge in zip(*ends, strict=True)):
                wide[stem] = ends
    assert not wide


def form(*blocks: Block) -> Document:
    return Document("Form", "", "", (Heading(1, (Run("Form"),)), *blocks), "x.html")


def lines(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(f"Line {number}."),)) for number in range(count))


def set_sides(document: Document) -> list[list[str]]:
    made = fitted(document, Imprint("Foot", "Lane", "letter", date(2026, 11, 26)))
    return [
        [line for line in page.extract_text().splitlines() if line.startswith(("Line", "Cards", "Card", "Next"))]
        for page in PdfReader(io.BytesIO(made.pdf)).pages
    ]


def test_words_in_bold_alone_stand_on_the_side_of_what_they_head(tmp_path):
    lead, said = Paragraph((Run("Next", bold=True),)), Box("said", lines(4))
    usual = len(set_sides(form(*lines(70)))[0])
    for above in range(usual - 4, usual + 1):
        assert not [side for side in set_sides(form(*lines(above), lead, said)) if side[-1] == "Next"]
    write_word(form(*lines(9), lead, said), Imprint("Foot", "Edition", "letter", TODAY), tmp_path / "x.docx")
    (led,) = (part for part in xml(tmp_path / "x.docx").iter(f"{W}p") if "".join(part.itertext()) == "Next")
    assert led.find(f"{W}pPr/{W}keepNext") is not None


def test_cards_stand_on_one_side_with_their_heading():
    card = Box("card", (Heading(3, (Run("Card"),)),))
    assert set_sides(form(*lines(5), Heading(2, (Run("Cards"),)), *lines(1), Box("cards", (card,) * 4)))[1:] == [["Cards", "Line 0.", "Card Card", "Card Card"]]


def test_a_side_before_a_new_one_holds_no_few_lost_lines_where_smaller_type_takes_them():
    following = (Heading(2, (Run("Next"),), new_page=True), *lines(20))
    usual = len(set_sides(form(*lines(70)))[0])
    assert [len(side) for side in set_sides(form(*lines(usual + 2), *following))] == [usual + 2, 21]
    assert len(set_sides(form(*lines(usual + 12), *following))) == 3
