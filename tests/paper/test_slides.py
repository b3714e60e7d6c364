"""Slides: a PowerPoint file for each stage of each edition, valid and to be edited, whose words are those of its page, with the credit on every slide."""

import re
import zipfile
from datetime import date
from html import escape
from pathlib import Path

import lxml.html
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn

from playbook.content import attribution
from playbook.content.worksheets import SLIDES_PAGE, deck_file
from playbook.files.diagnostics import ProblemsFound
from playbook.model.audience import AUDIENCES
from playbook.model.edition import UNLOCALIZED, Edition
from playbook.model.stage import STAGES
from playbook.output.html_page import BuiltPage
from playbook.paper.slides.deck_build import deck_feet, read_deck
from playbook.paper.slides.deck_validation import deck_messages
from playbook.paper.slides.writer import write_deck
from tests.paper.test_papers import squeezed

GENERAL = Edition(UNLOCALIZED, None, "")
MIXED, OURS = deck_feet(GENERAL)
HARD = "regions/hard-name"
ADAPTED = attribution.line("toolkit")
TODAY = date(2026, 11, 26)


def decks(site: Path, edition: str) -> dict[str, Path]:
    return {stage: site / edition / Path(SLIDES_PAGE).parent / deck_file(stage) for stage in STAGES}


def shown(slide) -> list[str]:
    return ["".join(run.text or "" for run in paragraph.iter(qn("a:t"))) for paragraph in slide.element.iter(qn("a:p"))]


def notes(slide) -> list[str]:
    return slide.notes_slide.notes_text_frame.text.splitlines()


def test_every_edition_has_slides_for_each_stage_with_the_credit_on_each_and_its_page_leads_to_them(site):
    wrong = {}
    for edition in ("", *(f"regions/{place.name}" for place in (site / "regions").iterdir() if place.is_dir())):
        page = (site / edition / f"{SLIDES_PAGE}.html").read_text("utf-8")
        for file in decks(site, edition).values():
            messages = deck_messages(file, (MIXED, OURS)) + ([] if f'href="{file.name}"' in page else ["its page does not lead to it"])
            wrong |= {file.relative_to(site).as_posix(): messages} if messages else {}
    assert not wrong


@pytest.mark.parametrize("stage", STAGES)
def test_slides_are_a_talk_of_twenty_minutes_that_a_screen_reader_can_follow(site, stage):
    file = decks(site, HARD)[stage]
    assert not [str(error) for error in OpenXmlValidator().validate(str(file)).errors]
    slides = Presentation(str(file)).slides
    minutes = [int(notes(slide)[0].split()[0]) for slide in slides]
    assert 8 <= len(minutes) <= 12 and sum(minutes) == 20
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles) and len(set(titles)) == len(titles)
    for slide in slides:
        shapes = list(slide.shapes)
        assert shapes[0].shape_id == slide.shapes.title.shape_id and [shape.name for shape in shapes[-2:]] == ["Credit", "Slide number"]
        assert all(shape.is_placeholder or next(shape.element.iter(qn("p:cNvPr"))).get("descr") for shape in shapes)
        assert {run.find(qn("a:rPr")).get("lang") for run in slide.element.iter(qn("a:r"))} == {"en-US"}
        credit = MIXED if ADAPTED in " ".join(shown(slide) + notes(slide)) else OURS
        assert credit in shown(slide) and credit in shown(slide.notes_slide)  # who prints the notes keeps it, too


def test_what_slides_show_and_notes_say_stands_on_their_page(site):
    strange = {}
    for edition in ("", HARD, "regions/pine-valley"):
        page = lxml.html.parse(str(site / edition / f"{SLIDES_PAGE}.html")).getroot()
        stands = squeezed(" ".join((page.text_content(), *page.xpath("//figure/@aria-label")))).replace("https://", "")  # paper does without it
        labels = re.compile(
            "|".join(rf"\A{audience.label}: " for audience in AUDIENCES.values())
            + rf"|{re.escape(ADAPTED)}.*|\AAsk, and wait: |: (?=Partnerships that|\d+%)|\APartnerships that … |\.\Z"
        )
        for file in decks(site, edition).values():
            for slide in Presentation(str(file)).slides:
                told = [*shown(slide)[:-3], *notes(slide)[1:]]  # but credit, edition and number; and the minutes
                loose = [text for text in told if squeezed(labels.sub("", text)) not in stands]
                strange |= {(file.relative_to(site).as_posix(), slide.slide_id): loose} if loose else {}
    assert not strange


def test_a_build_of_pages_alone_makes_no_slides(built):
    assert not list((built / "site").rglob("*.pptx"))


def read(*slides: str):
    page = BuiltPage.of(f"<html><head><title>Slides</title></head><body><article><h1>Slides</h1>{''.join(slides)}</article></body></html>", "team/slides.html")
    return read_deck(page, "planning", "playbook", GENERAL)


def slide(title: str, *points: str, layout: str = "points", more: str = "") -> str:
    told = "".join(f'<li data-point="s44"><strong data-part="say">{escape(point)}</strong> <span data-part="more">For one.</span></li>' for point in points)
    quoted = f'<blockquote><ul>{told}</ul><p class="origin-part" data-origin="toolkit">{ADAPTED}</p></blockquote>' if points else ""
    return f'<h3>{title}</h3><p class="said-time" data-slide="{layout}" data-minutes="2">2 minutes</p>{quoted}{more}'


def test_text_stays_text_a_long_one_gets_smaller_and_the_same_deck_gives_the_same_bytes(tmp_path):
    hard = ("<b>&amp;</b> {{ x }}", "=1+1 _x000B_ ]]>", "#panic()")
    deck = read(slide("A", *hard), slide("B", "so many words " * 130), slide("C"))
    for name in ("one.pptx", "two.pptx"):
        write_deck(deck, tmp_path / name, TODAY)
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()
    file = Presentation(str(tmp_path / "one.pptx"))
    assert [made.shapes.title.text_frame.text for made in file.slides] == ["A", "B"]  # one with nothing under its title is left out
    assert shown(file.slides[0])[1:4] == list(hard)
    long = file.slides[1]
    assert all([fit for fit in part.element.iter(qn("a:normAutofit")) if fit.get("fontScale")] for part in (long, long.notes_slide)), (
        "on the slide and below it"
    )
    assert file.core_properties.comments == MIXED


def test_what_cannot_stand_on_a_slide_stops_the_build_by_page_and_slide():
    with pytest.raises(ProblemsFound) as found:
        read(slide("Seats", more="<table><tr><td>x</td></tr></table>"))
    assert "cannot be put on slides: unknown element <table> “x” under “Seats”" in str(found.value.problems[0])


@pytest.mark.parametrize(
    ("part", "before", "after", "message"),
    [
        ("slides/slide1", "Parts marked so", "Some parts", "lacks the credit of what it holds (slide 1)"),
        ("slides/slide1", MIXED.replace('"', "&quot;"), OURS, "lacks the credit of what it holds (slide 1)"),
        ("slideMasters/slideMaster1", 'sz="1000"', 'sz="300"', "hides the credit: it is too small, too pale, or on a slide that is not shown (slide 1)"),
        ("slides/slide1", "<p:sld ", '<p:sld show="0" ', "hides the credit: it is too small, too pale, or on a slide that is not shown (slide 1)"),
        (
            "slides/slide1",
            'name="Credit"',
            'name="Credit" hidden="1"',
            "hides the credit: it is too small, too pale, or on a slide that is not shown (slide 1)",
        ),
        ("slides/slide1", 'type="title"', 'type="body"', "has no title (slide 1)"),
        ("slides/slide1", 'descr="In the middle: leaders"', "", "shows a picture or a table without words for who cannot see it (slide 1)"),
    ],
)
def test_the_check_opens_slides_and_says_which_one_lacks_what(tmp_path, part, before, after, message):
    diagram = '<figure class="sheet-diagram" aria-label="In the middle: leaders"><ul><li data-audience="workforce">Boards</li></ul><p>Leaders</p></figure>'
    good, bad = tmp_path / "good.pptx", tmp_path / "bad.pptx"
    write_deck(read(slide("A", "Say it.", layout="diagram", more=diagram)), good, TODAY)
    assert not deck_messages(good, (MIXED, OURS))
    with zipfile.ZipFile(good) as parts, zipfile.ZipFile(bad, "w") as target:
        for name in parts.namelist():
            text = parts.read(name).decode()
            if name == f"ppt/{part}.xml":
                before = before if before in text else before.replace("&quot;", '"')
                assert before in text
                text = text.replace(before, after)
            target.writestr(name, text)
    assert deck_messages(bad, (MIXED, OURS)) == [message]
    bad.write_text("no zip")
    assert deck_messages(bad, (MIXED, OURS)) == ["cannot be read as a PowerPoint file: File is not a zip file"]
