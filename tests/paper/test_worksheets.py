"""Worksheets: each opens at a glance and comes as PDF and Word with the foot of its origin; letters take one side."""

import re
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from playbook.content import attribution
from playbook.content.page import Page, load_pages
from playbook.content.worksheets import glance_problems, worksheets
from playbook.files.yaml_file import YamlFile
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Box, Bullets, Heading, Mark, Paragraph, Run, Side
from playbook.paper.docx.runs import SIGNS
from playbook.paper.docx.writer import write_word
from playbook.paper.html_reader import read_worksheet
from playbook.paper.imprint import Imprint
from playbook.paper.paper_validation import WORD, pdf_messages, word_messages
from tests.paper.test_papers import TODAY, document, pieces, refused, sides_of, squeezed
from tests.support.project import ROOT

SHEETS = {page.path.removesuffix(".md"): page for page in worksheets(load_pages(ROOT)[0])}
STEMS = list(SHEETS)
FOOT = {kind: attribution.foot(kind) for kind in ("playbook", "mixed", "letter")}
HARD = "regions/hard-name"


def test_every_worksheet_stands_beside_its_page_as_pdf_and_word_with_the_foot_of_what_it_holds(site):
    assert len(STEMS) > 10
    wrong = {}
    for stem in STEMS:
        pdf, word = (site / HARD / f"{stem}{suffix}" for suffix in (".pdf", ".docx"))
        page = (site / HARD / f"{stem}.html").read_text("utf-8")
        is_letter = "{% call letter() %}" in SHEETS[stem].body or "{% call letter(head=false) %}" in SHEETS[stem].body
        foot = FOOT["mixed" if '<p class="origin-part" data-origin="toolkit"' in page else "letter" if is_letter else "playbook"]
        messages = pdf_messages(pdf, foot, 1 if is_letter else None) + word_messages(word, foot)
        messages += [f"its page has no button for {file.name}" for file in (pdf, word) if f'href="{file.name}"' not in page]
        wrong |= {stem: messages} if messages else {}
    assert not wrong


def test_every_worksheet_stands_in_the_menu_and_on_the_teams_page_in_one_order_or_is_a_letter_that_a_page_leads_to():
    menu = re.findall(r"(?m)^      - .+: (team/.+)\.md$", (ROOT / "mkdocs.yml").read_text("utf-8"))
    listed = [
        f"team/{name}" for name in re.findall(r"(?m)^- \[.+?\]\((\S+)\.md\): ", next(page.body for page in load_pages(ROOT)[0] if page.path == "team/index.md"))
    ]
    assert menu[1:] == listed
    letters = {stem for stem in STEMS if stem not in menu}
    led_to = {f"team/{name}" for page in SHEETS.values() for name in re.findall(r"\((letter-\w+)\.md\)", page.body)}
    assert letters == led_to and all("/letter-" in stem for stem in letters)


FORMS = ("champions", "who-asks", "offers", "commitment", "money", "notes", "handover", "launch-day")  # what is filled in by hand


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_room_to_write_says_when_to_use_it_and_what_comes_next(name):
    body = SHEETS[f"team/{name}"].body
    empty = len(re.findall(r"(?m)^\|.*\| \|$", body)) + sum(int(lines) for lines in re.findall(r"note_lines\((\d+)\)", body))
    opening = body.split("\n\n## ")[0].partition("}}")[2]
    assert empty >= 4 and re.search(r"[Uu]se it|Fill it in|Hand it out|use this list", opening), opening
    assert len(re.findall(r"\]\([\w-]+\.md", body)) >= 2 and "{{ sources_used() }}" in body


def test_the_page_for_the_launch_day_sends_to_the_owners_for_how_a_launch_runs():
    part = SHEETS["team/launch-day"].body.split("## How the launch itself runs")[1].split("## ")[0]
    assert "belongs to the owners" in part and "about/source-and-terms.md#s87" in part and 'source("owners-community"' in part
    assert not re.search(r"(?m)^\| \d+ \|", SHEETS["team/launch-day"].body)


def test_money_is_told_with_sources_and_left_to_the_reader_s_own_board():
    parts = re.split(r"(?m)^## ", SHEETS["team/money"].body)
    law = [part for part in parts if re.search(r"WIOA|Perkins|federal grant|percent", part.partition("\n")[2].split("{{ note_lines")[0])]
    assert len(law) >= 4
    assert not [part.splitlines()[0] for part in law[1:] if 'source("' not in part or "sk " not in part]
    assert "ask your board and your state" in SHEETS["team/money"].body


def test_every_word_of_a_worksheet_is_in_its_pdf_and_in_its_word_file(site):
    lost = {}
    for stem in STEMS:
        wanted = pieces(read_worksheet(BuiltPage(site / HARD / f"{stem}.html", stem)).blocks)
        paper = " ".join(sides_of(site / HARD / f"{stem}.pdf"))
        word = " ".join(node.text or "" for node in docx.Document(str(site / HARD / f"{stem}.docx")).element.body.iter(f"{WORD}t"))
        word = re.sub(f"[{''.join(SIGNS.values())}]", "", word)
        missing = {kind: [piece for piece in wanted if squeezed(piece) not in squeezed(text)] for kind, text in (("PDF", paper), ("Word", word))}
        lost |= {stem: missing} if any(missing.values()) else {}
    assert not lost


def test_word_files_of_worksheets_are_well_formed(site):
    wrong = {}
    for stem in STEMS:
        report = OpenXmlValidator().validate(str(site / "regions/pine-valley" / f"{stem}.docx"))
        if not report.is_valid:
            wrong[stem] = [str(error) for error in report.errors[:3]]
    assert not wrong


def test_a_letters_paper_holds_the_letter_alone(site):
    text = " ".join(sides_of(site / "regions/pine-valley/team/letter-launch.pdf")[0].split())
    assert "Dear [name]" in text and "Tuesday, January 26, 2027, at 2:00 pm Pacific Time, Grange Hall, Room 2" in text
    assert "Adapted from the tool “Building and Maintaining Your Support Team”" in text
    assert "How long" not in text and "Change it in Word" not in text
    assert "updated" not in text and "Pine Valley ·" not in text, "it is its sender's, of the day that stands on it"


def worksheet(body: str, path: str = "docs/team/x.md") -> Page:
    return Page(path, body, YamlFile({}, {}), body, 8)


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("\n# Title\n\n{{ at_a_glance(\n  who=1) }}\n", True),
        ("# Title\n{{ at_a_glance(who=1) }}", True),
        ("# Title\n\nWords first.\n\n{{ at_a_glance(who=1) }}\n", False),
        ("{{ at_a_glance(who=1) }}\n\n# Title\n", False),
        ("", False),
    ],
)
def test_a_worksheet_that_does_not_open_at_a_glance_is_reported(body, right):
    assert [problem.key for problem in glance_problems([worksheet(body)])] == ([] if right else [""])
    assert not glance_problems([worksheet(body, "docs/team/index.md"), worksheet(body, "docs/about/x.md")])


def test_a_sign_that_no_writer_knows_stops_both_by_page(tmp_path):
    strange = Paragraph((Mark("star"), Run("x")))
    assert refused(tmp_path, strange).startswith("sheets/x.html: cannot be set as PDF")
    with pytest.raises(TypeError, match=r"sheets/x\.html: Word cannot be given a Mark"):
        write_word(document(strange), Imprint(FOOT, "Lane", "letter", TODAY), tmp_path / "x.docx")


def read(folder: Path, html: str):
    (folder / "x.html").write_text(f"<html><body><article>{html}</article></body></html>", "utf-8")
    return read_worksheet(BuiltPage(folder / "x.html", "team/x.html"))


def test_forms_tables_and_new_pages_are_read_as_paper_has_them(tmp_path):
    found = read(tmp_path, '<h2 class="new-page">A</h2><fieldset><legend>True?</legend><div><label><input type="radio"> No</label></div></fieldset>')
    assert found.sides is None and found.blocks[0] == Heading(2, (Run("A"),), new_page=True)
    assert found.blocks[1].style == "choice" and Mark("box") in found.blocks[1].blocks[1].text
    letter = read(tmp_path, '<h1>Title</h1><section class="letter"><p>Dear</p></section>')
    assert letter.sides == 1 and letter.blocks == (Side("Letter", (Box("letter", (Paragraph((Run("Dear"),)),)),)),)


def test_a_list_in_a_list_is_on_paper_with_the_words_before_it(tmp_path):
    inner = "<ul><li>two<ol><li>three</li></ol></li></ul>"
    for html in (f"<ul><li>one <em>so</em>{inner}</li></ul>", f"<ul><li><p>one <em>so</em></p>\n{inner}\n</li></ul>"):
        three = Bullets(((Paragraph((Run("three"),)),),), ordered=True)
        two = Bullets(((Paragraph((Run("two"),)), three),), ordered=False)
        assert read(tmp_path, html).blocks == (Bullets(((Paragraph((Run("one "), Run("so", italic=True))), two),), ordered=False),)
    said = read(tmp_path, "<ul><li>They say<blockquote><p>No.</p></blockquote></li></ul>")
    assert said.blocks == (Bullets(((Paragraph((Run("They say"),)), Box("quote", (Paragraph((Run("No."),)),))),), ordered=False),)


def test_what_waits_for_a_readers_own_version_is_not_on_paper(tmp_path):
    found = read(tmp_path, "<p>On <span>Friday</span><span hidden>, at noon</span>.</p><p hidden>Not yet.</p>")
    assert found.blocks == (Paragraph((Run("On "), Run("Friday"), Run("."))),)


def test_a_worksheets_files_carry_the_mark_of_a_file(site):
    pages = [site / "regions/pine-valley" / f"{stem}.html" for stem in [*STEMS, "sheets/educators-launch"]]
    for file in pages:
        tools = re.findall(r'<a [^>]*class="([^"]*)"[^>]*href="[^"]+\.(?:pdf|docx|ics)"', file.read_text("utf-8"))
        assert tools and all("tool-file" in kind.split() for kind in tools), file


def test_the_boxes_of_a_seat_stand_on_one_line_with_their_words(site):
    sides = [side.replace("\u00a0", " ") for side in sides_of(site / "team/roster.pdf")]
    lines = [line.split() for side in sides for line in side.splitlines() if "still open" in line or line.strip() == "open"]
    assert len(lines) > 10
    assert not [line for line in lines if line[-6:] != "on the team asked still open".split()]
