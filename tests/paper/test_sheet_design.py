"""Side one of a sheet can be spoken by itself: one opening, three supports, one ask; ids and fuller points stand on side two."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import PairPos
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfPage, raw

from playbook.content.sheet_plan import all_sheets
from playbook.model.stage import NOW
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Box, Bullets, Diagram, Document, Heading, Mark, Paragraph, Run, Side, plain_text
from playbook.paper.docx.writer import write_word
from playbook.paper.fit import fitted
from playbook.paper.html_reader import read_sheet
from playbook.paper.imprint import Imprint, Typesetting
from playbook.paper.pdf import source_of
from tests.paper.test_papers import TODAY, alternatives
from tests.paper.test_word import every, picture, said, small, xml
from tests.support.project import ROOT

TO_SAY = [sheet.stem for sheet in all_sheets() if not sheet.handout]
FIELDS = ("Workforce", "Education", "Economic", "Community")  # how the names in the diagram begin
NARROW = 0.58  # of the width of a side: where its narrow column begins
FOOT = 75  # points from the lower edge: what stands above is text
HIGH, RING, NEAR = 30, 2, 60  # points: the middle is higher than a line of text; the white ring around it; half the diagram
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
        "active": ["Will you come to our next partnership meeting?†"],
    }


def test_a_handout_says_who_we_are_and_draws_the_partnership_with_its_words(site):
    """Business leaders in the middle, the four fields around, the reader's own standing out: on the page, in PDF and in Word."""
    stem = "regions/pine-valley/sheets/community-launch-handout"
    side = read_sheet(BuiltPage(site / f"{stem}.html", stem)).blocks[0]
    assert [plain_text(one.text) for one in every(side, Paragraph) if one.style == "from"] == [
        "Pine Valley Food Makers Convened by Pine Valley Workforce Board"
    ]
    (diagram,) = every(side, Diagram)
    assert plain_text(diagram.center) == "Business leaders from one industry"
    assert [plain_text(field) for field in diagram.fields] == ["Workforce development", "Education", "Economic development", "Community-based organizations"]
    assert diagram.here == "community" and diagram.alt.startswith("In the middle: business leaders")
    assert diagram.alt in alternatives(PdfReader(site / f"{stem}.pdf").trailer["/Root"]["/StructTreeRoot"])
    drawings = [prop.get("descr") for prop in xml(site / f"{stem}.docx").iter("{*}docPr")]
    assert drawings == [diagram.alt]


def test_which_stage_is_now_stays_on_the_screen(site):
    """A sheet is handed out, and read long after."""
    for stem in ("regions/pine-valley/sheets/community-launch-handout", "regions/pine-valley/sheets/educators-launch"):
        page = (site / f"{stem}.html").read_text("utf-8")
        on_paper = [PdfReader(site / f"{stem}.pdf").pages[0].extract_text(), "".join(xml(site / f"{stem}.docx").itertext())]
        assert NOW in page and not [text for text in on_paper if NOW.strip() in text], stem


def in_the_diagram(side: PdfPage, words: str) -> list[tuple[float, float, float, float]]:
    """Where words stand in the narrow column of a handout."""
    text = side.get_textpage()
    search, found = text.search(words), []
    while place := search.get_next():
        first = text.count_rects(0, place[0])
        found += [text.get_rect(number) for number in range(first, text.count_rects(0, sum(place)))]
    return [box for box in found if box[0] > NARROW * side.get_width()]


def test_no_name_of_a_field_reaches_into_the_middle_of_the_diagram(site):
    cut = []
    for stem in [f"{edition}sheets/{sheet.stem}" for edition in ("", "regions/pine-valley/") for sheet in all_sheets() if sheet.handout]:
        side = PdfDocument(site / f"{stem}.pdf")[0]
        (left, bottom, right, top) = in_the_diagram(side, "from one industry")[0]
        shapes = [drawn.get_bounds() for drawn in side.get_objects([raw.FPDF_PAGEOBJ_PATH])]
        around = [shape for shape in shapes if shape[0] < left and shape[1] < bottom and shape[2] > right and shape[3] > top and shape[3] - shape[1] > HIGH]
        low, high = min((shape[1], shape[3]) for shape in around if shape[3] - shape[1] == min(one[3] - one[1] for one in around))
        names = [box for word in FIELDS for box in in_the_diagram(side, word) if abs(box[1] - bottom) < NEAR]
        cut += [stem] if len(names) < len(FIELDS) or any(box[1] < high + RING and box[3] > low - RING for box in names) else []
    assert not cut


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_a_handout_carries_the_regions_own_logo(tmp_path, suffix):
    """Word shows no SVG; it gets a picture of it."""
    mark = Paragraph((Mark("region-logo", "Pine"), Run("Pine Valley")), "from")
    logo = picture(tmp_path / "x.png") if suffix == "png" else tmp_path / "x.svg"
    if suffix == "svg":
        logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>', "utf-8")
    write_word(small(mark), Imprint("Foot", "Edition", "letter", TODAY, region_logo=logo), tmp_path / "x.docx")
    assert [prop.get("descr") for prop in xml(tmp_path / "x.docx").iter("{*}docPr")] == ["Pine"]
    assert 'region-logo("Pine")' in source_of(small(mark), Imprint("Foot", "Edition", "letter", TODAY), Typesetting())


def test_no_id_stands_alone_on_a_line(site):
    alone = {}
    for file in sorted((site / "regions/pine-valley/sheets").glob("*.pdf")):
        lines = [line.strip() for page in PdfReader(file).pages for line in page.extract_text().splitlines()]
        if found := [line for line in lines if POINT_ID.fullmatch(line)]:
            alone[file.name] = found
    assert not alone


def test_no_word_stands_alone_on_the_last_line_of_side_one(site):
    alone = {}
    for file in sorted((site / "regions/pine-valley/sheets").glob("*.pdf")):
        lines = PdfReader(file).pages[0].extract_text().splitlines()
        if found := [line for line in lines if re.fullmatch(r"(?:[^\s@.]+[.?]|toolkit|drive\sit\.|them\sthere\.)", line.strip())]:
            alone[file.stem] = found
    assert not alone


@pytest.mark.parametrize(("edition", "named"), [("", "Our region ·"), ("regions/pine-valley", "Pine Valley")])
def test_a_title_takes_no_line_for_one_word_and_whose_a_sheet_is_stands_level_with_whom_it_is_for(site, edition, named):
    wrong = {}
    for file in sorted((site / edition / "sheets").glob("community-*.pdf")):
        with PdfDocument(file) as opened:
            text = opened[0].get_textpage()
            title = text.get_text_range().partition("What")[0]
            whom, whose = (place and text.get_charbox(place[0])[1] for place in (text.search(words).get_next() for words in ("Community organizations", named)))
        says_whose = bool(edition) or not file.stem.endswith("handout")  # a leaflet for any region says no region's name
        is_level = bool(whose) == says_whose and (not whose or abs(whom - whose) < 1)
        if re.search(r"^organizations\s*$", title, re.MULTILINE) or not is_level:
            wrong[file.stem] = title, whom - whose
    assert not wrong


def test_no_point_goes_on_in_the_other_column_of_side_two():
    """Whatever stands above: points of several lines, under one that is one, two or three lines high."""
    parted = []
    for words in (4, 10, 16):
        points = Bullets(tuple((said("Point " + "word " * count),) for count in (words, *[30] * 16)))
        sides = (Side("One", (Heading(1, (Run("Title"),)),)), Side("Two", (Box("fuller", (points,)),), fuller=True))
        made = fitted(Document("Title", "", "", sides, "x.html"), Imprint("Foot", "Edition", "letter", TODAY))
        with PdfDocument(made.pdf) as file:
            page = file[1]
            beside = page.get_textpage().get_text_bounded(left=page.get_width() / 2, bottom=FOOT)
        parted += [(words, beside[:20])] if "Point" not in beside[:8] else []
    assert not parted


@pytest.mark.parametrize("edition", ["", "regions/pine-valley"])
def test_points_of_our_own_stand_in_the_column_of_the_line_that_says_so(site, edition):
    parted = {}
    for file in sorted((site / edition / "sheets").glob("community-*.pdf")):
        if "handout" not in file.stem:
            with PdfDocument(file) as opened:
                page = opened[1]
                halves = [page.get_textpage().get_text_bounded(**{side: page.get_width() / 2}) for side in ("right", "left")]
            found = [[half.count(words) for half in halves] for words in ("C01", "C04", "Written by this playbook")]
            if found.count(found[0]) < len(found) or sum(found[0]) != 1:
                parted[file.stem] = found
    assert not parted


def test_a_stylesheet_of_some_pages_finds_every_property_that_it_names(site):
    def defined(file: Path) -> set[str]:
        return set(re.findall(r"(--[\w-]+):", file.read_text("utf-8")))

    joined = defined(site / "assets/stylesheets/playbook.css")
    own = [file for file in (site / "assets/stylesheets").rglob("*.css") if file.name != "playbook.css"]
    lost = {file.name: names for file in own if (names := set(re.findall(r"var\((--[\w-]+)\)", file.read_text("utf-8"))) - joined - defined(file))}
    assert own and not lost


def test_no_letter_is_kerned_with_a_blank():
    """Else the typesetter shapes each line anew at every place where it might end."""
    kerned = {}
    for file in sorted((ROOT / "playbook/fonts").glob("PublicSans-*.ttf")):
        with TTFont(file) as font:
            tables = [table for lookup in font["GPOS"].table.LookupList.Lookup for table in lookup.SubTable if isinstance(table, PairPos) and table.Format == 1]
        pairs = [
            (first, record.SecondGlyph)
            for table in tables
            for first, found in zip(table.Coverage.glyphs, table.PairSet, strict=True)
            for record in found.PairValueRecord
        ]
        if with_blank := [pair for pair in pairs if "space" in pair]:
            kerned[file.name] = with_blank[:3]
    assert not kerned
