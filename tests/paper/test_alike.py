"""On paper nothing is said again and again: messages that are alike are one, questions with the same answers one table; a page's title reads as one."""

from pathlib import Path

from playbook.output.html_page import BuiltPage
from playbook.paper.document import Block, Box, Heading, Mark, NoteLines, Paragraph, Run, Table, plain_text
from playbook.paper.docx.writer import write_word
from playbook.paper.html.alike import CHOOSE, without_repeats
from playbook.paper.html_reader import read_worksheet
from playbook.paper.imprint import Imprint
from tests.paper.test_forms import form
from tests.paper.test_papers import TODAY
from tests.paper.test_word import W, every, xml
from tests.paper.test_worksheets import STEMS


def message(*paragraphs: str) -> Box:
    return Box("message", tuple(Paragraph((Run(text),)) for text in paragraphs))


def heading(text: str) -> Heading:
    return Heading(3, (Run(text),))


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [plain_text(paragraph.text) for paragraph in every(blocks, Paragraph)]


def test_messages_that_differ_in_one_paragraph_are_one_message_with_a_choice():
    one, other = message("Hello", "You know jobs.", "Thanks"), message("Hello", "You know schools.", "Thanks")
    (choose, made, last) = without_repeats((heading("To a board"), one, heading("To a college"), other, heading("The next day")))
    assert choose == Paragraph((Run(CHOOSE, bold=True),)), "what to do is no part of the message"
    assert words((made,)) == ["Hello", "To a board: You know jobs.", "To a college: You know schools.", "Thanks"]
    assert last == heading("The next day")


def test_messages_that_differ_in_more_stay_as_they_are():
    for blocks in (
        (heading("a"), message("Hello", "One", "Bye"), heading("b"), message("Hi", "Two", "Bye")),
        (heading("a"), message("Hello", "One"), heading("b"), message("Hello", "One", "Two")),
        (heading("a"), message("Hello"), Paragraph((Run("x"),)), message("Hello")),
        (heading("a"), message("Hello")),
    ):
        assert without_repeats(blocks) == blocks


def test_an_invitation_stands_on_paper_once_for_each_meeting(site):
    blocks = read_worksheet(BuiltPage(site / "regions/pine-valley/team/invite.html", "team/invite.html")).blocks
    messages = [box for box in every(blocks, Box) if box.style == "message"]
    assert len(messages) == 4
    assert [place for place, block in enumerate(blocks) if words((block,)) == [CHOOSE]] == [blocks.index(box) - 1 for box in messages[:2]]


def test_questions_with_the_same_steps_stand_under_one_row_of_them(site):
    blocks = read_worksheet(BuiltPage(site / "team/check-up.html", "team/check-up.html")).blocks
    assert not [box for box in every(blocks, Box) if box.style == "choice"]
    tables = [table for table in every(blocks, Table) if Mark("box") in table.rows[0][-1]]
    assert [plain_text(table.head[0]) for table in tables] == ["The right people", "The right roles", "How we work"], "their headings, once"
    assert not {plain_text(table.head[0]) for table in tables} & {plain_text(part.text) for part in every(blocks, Heading)}
    assert sum(len(table.rows) for table in tables) == 10
    assert {tuple(map(plain_text, table.head[1:])) for table in tables} == {("Not yet", "Partly", "Mostly", "Fully")}
    assert {row[1:] for table in tables for row in table.rows} == {((Mark("box"),),) * 4}


def test_a_pages_title_within_a_sentence_stands_in_quotes(site):
    bare = {}
    for stem in STEMS:
        page = BuiltPage(site / f"{stem}.html", stem)
        if page.by_class("letter"):  # the letter alone is on paper
            continue
        said = " ".join(plain_text(text) for text in texts(read_worksheet(page).blocks))
        links = page.root.xpath('//article//*[self::p or self::li][not(ancestor::*[contains(@class, "tools") or contains(@class, "screen-only")])]/a[@href]')
        within = [link for link in links if "#" not in link.get("href") and link.get("href").endswith(".html") and ":" not in link.get("href")]
        named = [link.text_content().strip() for link in within if link.getparent().text_content().strip() != link.text_content().strip()]
        if lost := [title for title in named if title[0].isupper() and f"“{title}”" not in said]:
            bare[stem] = lost
    assert not bare


def texts(blocks: tuple[Block, ...]) -> list:
    cells = [cell for table in every(blocks, Table) for row in table.rows for cell in row]
    return [paragraph.text for paragraph in every(blocks, Paragraph)] + cells + [part.text for part in every(blocks, Heading)]


def test_each_line_to_write_on_in_a_box_of_a_word_file_has_its_rule_and_the_boxs_own_frame(tmp_path: Path):
    box = Box("call", (Paragraph((Run("Name:"),), "blank"), NoteLines(3)))
    write_word(form(box), Imprint("Foot", "Lane", "letter", TODAY), tmp_path / "x.docx")
    framed = [part for part in xml(tmp_path / "x.docx").iter(f"{W}p") if part.find(f"{W}pPr/{W}pBdr") is not None]
    rules = [part for part in framed if part.find(f"{W}pPr/{W}tabs/{W}tab") is not None and part.find(f"{W}r/{W}tab") is not None]
    assert (len(framed), len(rules)) == (4, 3)
    frames = {tuple((edge.tag, *sorted(edge.items())) for edge in part.find(f"{W}pPr/{W}pBdr")) for part in framed}
    assert len(frames) == 1, "or Word draws a frame around each"
