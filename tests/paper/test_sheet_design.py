"""Side one of a sheet can be spoken by itself: one opening, three supports, one ask; ids and fuller points stand on side two."""

import re
from pathlib import Path

from pypdf import PdfReader

from playbook.content.sheet_plan import all_sheets
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Box, Paragraph, Run, plain_text
from playbook.paper.html_reader import read_sheet
from tests.paper.test_word import every

TO_SAY = [sheet.stem for sheet in all_sheets() if not sheet.handout]
POINT_ID = re.compile(r"[SCN]\d\d")


def test_side_one_has_one_opening_three_supports_and_one_question(site):
    wrong = {}
    for stem in TO_SAY:
        document = read_sheet(BuiltPage(site / "regions/pine-valley/sheets" / f"{stem}.html", stem))
        styles = [paragraph.style for paragraph in every(document.blocks[0], Paragraph)]
        counts = [styles.count(style) for style in ("opening", "support", "question")]
        ids = [run.text for run in every(document.blocks[0], Run) if POINT_ID.fullmatch(run.text)]
        bold = [run.text for box in every(document.blocks[0], Box) if box.style in ("talk", "ask") for run in every(box, Run) if run.bold]
        if counts != [1, 3, 1] or ids or [text for text in bold if text != "Seen in other partnerships"]:
            wrong[stem] = counts, ids, bold
    assert not wrong


def test_the_question_of_a_sheet_is_how_its_stage_ends(site):
    asked = {}
    for stage in ("planning", "launch", "active"):
        document = read_sheet(BuiltPage(site / f"sheets/workforce-{stage}.html", stage))
        asked[stage] = [plain_text(one.text) for one in every(document.blocks[0], Paragraph) if one.style == "question"]
    assert asked == {
        "planning": ["Can I count you in for the planning meeting?"],
        "launch": ["Will you personally invite the leaders you know?"],
        "active": ["Will you come to our next partnership meeting?"],
    }


def test_no_id_stands_alone_on_a_line(site):
    alone = {}
    for file in sorted((site / "regions/nine-rivers/sheets").glob("*.pdf")):
        lines = [line.strip() for page in PdfReader(file).pages for line in page.extract_text().splitlines()]
        if found := [line for line in lines if POINT_ID.fullmatch(line)]:
            alone[file.name] = found
    assert not alone


def test_a_stylesheet_of_some_pages_finds_every_property_that_it_names(site):
    def defined(file: Path) -> set[str]:
        return set(re.findall(r"(--[\w-]+):", file.read_text("utf-8")))

    joined = defined(site / "assets/stylesheets/playbook.css")
    own = [file for file in (site / "assets/stylesheets").rglob("*.css") if file.name != "playbook.css"]
    lost = {file.name: names for file in own if (names := set(re.findall(r"var\((--[\w-]+)\)", file.read_text("utf-8"))) - joined - defined(file))}
    assert own and not lost
