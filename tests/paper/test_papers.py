"""Papers: PDF files for everyone, with the credit on every side, and nothing lost on the way from the page."""

import ctypes
import io
import os
import re
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import page as pdf_validation
import pytest
import segno
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfObject, PdfPage, raw

from playbook.content import attribution
from playbook.content.page import load_pages
from playbook.content.sheet_plan import all_sheets
from playbook.files.diagnostics import ProblemsFound
from playbook.model.edition import Edition
from playbook.model.region_file import load_region
from playbook.output.cache import put
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Box, Bullets, Columns, Diagram, Document, Heading, Paragraph, Run, Side
from playbook.paper.fit import fitted, write_pdf
from playbook.paper.html_reader import read_sheet
from playbook.paper.imprint import Imprint
from playbook.paper.paper_credit import edition_footer, foot_of
from playbook.paper.paper_plan import sheet_papers
from playbook.paper.paper_validation import pdf_messages, word_messages
from tests.promises.conftest import rendered
from tests.support.project import ROOT, run
from tests.wording.conftest import Said

__all__ = ["rendered"]

TODAY = date(2026, 11, 23)
FOOT = attribution.foot("toolkit")
IMPRINT = Imprint(FOOT, "Lane", "letter", TODAY)
HARD = "regions/hard-name"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@cache
def sides_of(file: Path) -> tuple[str, ...]:
    """The text of each side of a built PDF, by another reader than the one that checks it; it is slow, so each file is read once."""
    return tuple(side.extract_text() for side in PdfReader(file).pages)


def test_every_pdf_passes_pdf_ua_1(site):
    """Those of the edition with the hardest values."""
    reports = {file.relative_to(site): pdf_validation.validate_pdf(str(file), profile="ua1") for file in sorted((site / HARD).rglob("*.pdf"))}
    assert len(reports) > 40
    assert not {name: [str(f) for f in report.failures] for name, report in reports.items() if not report.is_compliant}


def test_every_side_of_every_sheet_carries_the_credit(site):
    wrong = {}
    for file in [file for edition in ("", "regions/pine-valley", HARD) for file in (site / edition / "sheets").glob("*.pdf")]:
        if messages := pdf_messages(file, FOOT, 1 if "handout" in file.stem else 2):
            wrong[file.relative_to(site)] = messages
    assert not wrong


def test_every_word_file_carries_the_credit_in_its_footer(site):
    wrong = {file.relative_to(site): found for file in site.rglob("sheets/*.docx") if (found := word_messages(file, FOOT))}
    assert not wrong


@pytest.mark.parametrize("edition", ["regions/pine-valley", HARD])
def test_every_word_of_a_sheets_page_is_in_its_pdf_in_reading_order(site, edition):
    lost = {}
    for sheet in all_sheets():
        place = site / edition / "sheets"
        document = read_sheet(BuiltPage(place / f"{sheet.stem}.html", sheet.stem))
        text = squeezed(" ".join(sides_of(place / f"{sheet.stem}.pdf")))
        missing = [piece for piece in pieces(document.blocks) if squeezed(piece) not in text]
        if missing:
            lost[sheet.stem] = missing
    assert not lost


def pieces(blocks) -> list[str]:
    """The words of a document, a paragraph at a time."""
    found = []
    for block in blocks:
        for name in ("blocks", "main", "aside"):
            found += pieces(getattr(block, name, ()))
        for item in getattr(block, "items", ()):
            found += pieces(item)
        for row in getattr(block, "rows", ()):
            found += ["".join(run.text for run in cell if isinstance(run, Run)) for cell in row]
        if isinstance(block, Diagram):
            found += ["".join(run.text for run in words) for words in (*block.fields, block.center)]
        if isinstance(block, Heading | Paragraph) and getattr(block, "style", "") != "tags":
            found += " ".join(run.text if isinstance(run, Run) else "\n" for run in block.text).split("\n")
    return [text for text in found if text.strip()]


def test_a_pdf_says_its_title_language_edition_and_date(site):
    reader = PdfReader(site / "regions/pine-valley/sheets/educators-launch.pdf")
    assert reader.metadata.title == "Talking with educators (launch coming up) · Pine Valley · Support Team Playbook"
    assert str(reader.trailer["/Root"]["/Lang"]).startswith("en")
    assert reader.outline
    text = " ".join(reader.pages[0].extract_text().split())
    assert "Pine Valley · fictional example · updated November 20, 2026" in text
    assert "Side 1 of 2" in text


def test_the_book_has_contents_page_numbers_and_each_parts_credit(site):
    texts = [" ".join(side.split()) for side in sides_of(site / "regions/pine-valley/support-team-playbook.pdf")]
    assert "Contents" in texts[1] and "What are the next steps?" in texts[1]
    assert all(f"Page {number} of {len(texts)}" in text for number, text in enumerate(texts, 1))
    assert any(squeezed(FOOT) in squeezed(text) for text in texts)
    assert any(squeezed(attribution.foot("playbook")) in squeezed(text) for text in texts)
    mixed = squeezed(attribution.foot("mixed"))
    assert mixed in squeezed(texts[0]) and mixed in squeezed(texts[1])  # the cover and the contents are of all that the book holds
    adapted, ours = squeezed(attribution.line("toolkit")), squeezed(attribution.foot("playbook"))
    assert [number for number, text in enumerate(texts, 1) if adapted in squeezed(text) and ours in squeezed(text)] == []
    assert any("We’re wearing businesses out." in text for text in texts)


def test_one_archive_holds_all_sheets_of_an_edition(site):
    with zipfile.ZipFile(site / "regions/pine-valley/sheets/all-sheets.zip") as archive:
        assert sorted(archive.namelist()) == sorted(f"{sheet.stem}{suffix}" for sheet in all_sheets() for suffix in (".pdf", ".docx"))
        assert archive.testzip() is None


def document(*blocks) -> Document:
    title = Heading(1, (Run("Title"),))
    return Document("Title", "", "educators", (Side("Side one", (title, *blocks)),), "sheets/x.html")


def refused(tmp_path: Path, *blocks) -> str:
    with pytest.raises(ProblemsFound) as found:
        write_pdf(document(*blocks), IMPRINT, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists(), "no half-written file"
    return str(found.value)


def test_a_sign_that_the_font_lacks_stops_the_pdf_by_page(tmp_path):
    assert refused(tmp_path, Paragraph((Run("done ✓"),))).startswith("sheets/x.html: cannot be set as PDF")


def test_a_sheet_that_runs_over_its_side_is_refused_by_page(tmp_path):
    long = [Paragraph((Run("word " * 200),)) for _ in range(40)]
    assert "sheets/x.html: does not fit on 1 side(s) of paper" in refused(tmp_path, *long)


def test_a_box_that_the_writer_does_not_know_is_refused_by_page(tmp_path):
    assert "sheets/x.html: the PDF writer does not know Box frame" in refused(tmp_path, Box("frame", ()))


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<video></video>", "unknown element <video>"),
        ('<p class="fancy">x</p>', "unknown element <p class='fancy'>"),
        ("<p>a <kbd>b</kbd></p>", "unknown element <kbd>"),
        ("<ul><p>x</p></ul>", "unknown element <p> “x” in a list"),
        ("loose", "loose text “loose”"),
    ],
)
def test_an_element_that_no_writer_knows_is_refused_by_page_and_name(tmp_path, html, said):
    file = tmp_path / "x.html"
    file.write_text(f'<html><body><div class="sheet">{html}</div></body></html>', "utf-8")
    with pytest.raises(ProblemsFound, match=r"sheets/x\.html: cannot be put on paper") as found:
        read_sheet(BuiltPage(file, "sheets/x.html"))
    assert said in str(found.value)


def alternatives(node) -> list[str]:
    """Every alternative text in a PDF's structure."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if not isinstance(node, dict):
        return [text for child in node for text in alternatives(child)] if isinstance(node, list) else []
    return ([str(node["/Alt"])] if "/Alt" in node else []) + (alternatives(node["/K"]) if "/K" in node else [])


def test_a_sheet_shows_its_address_as_a_code_that_says_what_it_is(tmp_path):
    call = Box("call", (Paragraph((Run("Lane Board"),)),))
    for address in ("", "https://example.org/sheets/educators.html"):
        write_pdf(document(call), replace(IMPRINT, address=address), tmp_path / "x.pdf")
        found = alternatives(PdfReader(tmp_path / "x.pdf").trailer["/Root"]["/StructTreeRoot"])
        assert found == ([f"QR code: {address}"] if address else [])


def test_the_code_of_a_sheet_stands_whole_on_paper_beside_what_it_is_for(tmp_path):
    address = "https://example.org/regions/nine-rivers/sheets/educators-planning-handout.html"
    write_pdf(document(Box("call", (Paragraph((Run("Lane Board"),)),))), replace(IMPRINT, address=address), tmp_path / "x.pdf")
    side = PdfDocument(tmp_path / "x.pdf")[0]
    assert squeezed("Scan to open this on a phone.") in squeezed(side.get_textpage().get_text_range())
    picture = side.render(scale=6).to_pil().convert("L").point(lambda grey: 255 * (grey < 8))  # letters are of another ink
    left, top, right, bottom = picture.getbbox()
    wanted = [[bool(module) for module in row] for row in segno.make(address, error="m").matrix]
    wide, high = (right - left) / len(wanted), (bottom - top) / len(wanted)
    there = [[picture.getpixel((left + (x + 0.5) * wide, top + (y + 0.5) * high)) == 255 for x in range(len(wanted))] for y in range(len(wanted))]
    assert there == wanted


def drawn_text(page: PdfPage, tagged: bool) -> str:
    """The text of a side as it is drawn; `tagged`: only what has a place in its structure, which footers of typst have not."""
    texts, reader = [], page.get_textpage()
    for part in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
        if not tagged or all(mark(part, place) != "Artifact" for place in range(raw.FPDFPageObj_CountMarks(part))):
            size = raw.FPDFTextObj_GetText(part, reader, None, 0)
            raw.FPDFTextObj_GetText(part, reader, (text := (ctypes.c_ushort * size)()), size)
            texts.append(bytes(text).decode("utf-16-le").strip("\0"))
    return squeezed("".join(texts))


def mark(part: PdfObject, place: int) -> str:
    size = ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(part, place), (name := (ctypes.c_ushort * 64)()), 64, size)
    return bytes(name)[: size.value].decode("utf-16-le").strip("\0")


@pytest.mark.parametrize(
    "blocks",
    [
        (Side("one", (Heading(1, (Run("Title"),)),)), Side("two", (Heading(2, (Run("More"),)),))),
        (Heading(1, (Run("Form"),)), *(Paragraph((Run(f"Line {number}."),)) for number in range(90))),
        (Heading(1, (Run("Letter"),)), Box("letter", (Paragraph((Run("Dear reader,"),)), Paragraph((Run("Whose it is"),), "origin")))),
        (Heading(1, (Run("Cards"),)), Box("cards", tuple(Box("card", (Heading(2, (Run("One"),)),)) for _ in range(4)))),
    ],
    ids=["sheet", "form", "letter", "cards"],
)
def test_the_credit_is_read_out_once_at_the_end_and_looks_alike_on_each_side(blocks):
    made = PdfDocument(fitted(Document("Title", "", "educators", blocks, "x.html"), IMPRINT).pdf)
    read = [drawn_text(page, tagged=True) for page in made]
    assert [text.count(squeezed(FOOT)) for text in read] == [0] * (len(read) - 1) + [1]
    assert squeezed(read[-1]).split(squeezed(FOOT))[1] == "Lane"
    sides = [page.get_textpage() for page in made]
    assert {drawn_text(page, tagged=False).count(squeezed(FOOT)) for page in made} == {1}
    assert len({tuple(round(edge) for edge in side.get_charbox(side.get_text_range().index(FOOT[:30]))) for side in sides}) == 1


def test_the_same_document_and_date_give_the_same_pdf(tmp_path):
    for name in ("a", "b"):
        write_pdf(document(Paragraph((Run("Hello"),))), IMPRINT, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


LONGEST = (
    "region: Adair, Benton, Clark, Daviess, Estill, Fulton, Garrard, Hancock, Jessamine, Knott, Larue, Marion, Nelson, Owen and Pulaski counties\n"
    "stage: planning\nexample: true\nconvener:\n"
    "  - name: " + "The Regional Council of Governments, Chambers of Commerce, Colleges & Workforce Boards of the Fifteen Counties " * 2
)


def test_the_longest_names_still_give_tidy_sides(rendered, tmp_path):
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions/long.yml").write_text(LONGEST.rstrip()[:-12] + "\n", "utf-8")
    region, problems = load_region(tmp_path / "regions/long.yml", TODAY)
    assert region and not problems
    edition = Edition("long", region, "regions/long/")
    for paper in sheet_papers(edition, load_pages(ROOT)[0]):
        page = Said(rendered, edition).page(f"{paper.path}.html")
        imprint = Imprint(foot_of(page, paper.origin, edition), edition_footer(edition), "a4", TODAY, "https://example.org/regions/long/sheets/workforce.html")
        assert len(PdfReader(io.BytesIO(fitted(read_sheet(page), imprint).pdf)).pages) == paper.sides, paper.path


LONG_WORDS = {
    "a word": "Llanfairpwllgwyngyll" * 5,
    "marks": "Ḵ\u0331\u0301ʷ" * 60,
    "a mail address": f"{'partnerships.coordinator' * 2}@{'northeast' * 5}.example.org",
    "a link": f"https://example.org/meet/{'19a3meetingNjE5Yz' * 9}",
}


@pytest.mark.parametrize("word", LONG_WORDS)
def test_a_word_that_is_wider_than_its_column_goes_on_in_the_next_line(word, tmp_path):
    long = Paragraph((Run("By "), Run(LONG_WORDS[word], bold=True), Run(".")))
    wide = Bullets(((long,),))
    imprint = replace(IMPRINT, foot=f"{FOOT} {LONG_WORDS[word]}")
    write_pdf(
        document(Side("One", (Columns((long,), (Paragraph((Run("Beside"),)),)), wide, Columns((Paragraph((Run("x"),)),), (long,))))),
        imprint,
        tmp_path / "x.pdf",
    )
    page = PdfDocument(tmp_path / "x.pdf")[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    start = text.get_text_range().index("Beside")
    assert max(right for _, _, right, _ in boxes) <= page.get_width() - 30
    assert max(right for _, _, right, _ in boxes[:start]) < boxes[start][0]
    assert squeezed(PdfReader(tmp_path / "x.pdf").pages[0].extract_text()).count(squeezed(LONG_WORDS[word])) == 4


def test_papers_have_the_size_that_site_yml_says(small_with_papers):
    sheets = (small_with_papers / "site/regions/lane/sheets").glob("*.pdf")
    assert {round(float(PdfReader(file).pages[0].mediabox.width)) for file in sheets} == {595}, "A4"


def test_before_publishing_every_paper_is_read(small_with_papers, tmp_path, monkeypatch):
    """The build that the gate makes trusts the papers that were kept; the gate itself opens each."""
    lane = shutil.copytree(small_with_papers, tmp_path / "lane")
    half_written = shutil.ignore_patterns("*.[0-9]*", "locks")
    shutil.copytree(os.environ["PLAYBOOK_CACHE"], tmp_path / "cache", ignore=half_written)  # what is kept, to be spoilt
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "cache"))
    made = (lane / "site/regions/lane/sheets/educators-launch.pdf").read_bytes()
    name = next(path.name for path in (tmp_path / "cache/support-team-playbook/papers").glob("*.pdf") if path.read_bytes().endswith(made))
    write_pdf(Document("A title", "A description.", "", (Heading(1, (Run("Nothing"),)),), "x.html"), replace(IMPRINT, foot="no credit"), tmp_path / "x.pdf")
    put(lane, "papers", name, (tmp_path / "x.pdf").read_bytes())
    refused = run(lane, "check", "--publish")
    assert refused.returncode == 1
    assert "regions/lane/sheets/educators-launch.pdf: lacks the credit on side 1 (source: docs/sheets/educators-launch.md)" in refused.stderr
