"""A deck written as a PowerPoint file: placeholders of the master's layouts filled, so that whoever changes the master changes every slide."""

import io
from copy import deepcopy
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pptx
from lxml.etree import _Element
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide as MadeSlide
from pptx.slide import SlideLayout

from playbook.files.image_file import pixels
from playbook.paper.document import LOGO, Run
from playbook.paper.docx.package import CORE, core_properties, zipped
from playbook.paper.slides import geometry
from playbook.paper.slides.deck import PLAIN, Deck, Item, Slide
from playbook.paper.slides.shapes import add_diagram, add_figures, add_logo
from playbook.paper.slides.template import ALIKE, LAYOUTS, empty_deck
from playbook.paper.slides.text import LANGUAGE, child, fill, put_words, xml_of

PLACES = {"title": (geometry.SUBTITLE,), "points": (geometry.BODY,), "columns": (geometry.LEFT, geometry.RIGHT), "diagram": (geometry.BESIDE,),
          "figures": (geometry.BELOW,)}  # fmt: skip
REPEATED = ("ftr", "sldNum")  # what python-pptx leaves out of a new slide


def write_deck(deck: Deck, path: Path, today: date, logo: Path | None = None) -> None:
    """Write a deck as a PowerPoint file, the same bytes for the same deck and day. `logo`: the owners' official one, beside what is adapted."""
    file = pptx.Presentation(io.BytesIO(empty_deck()))
    layouts = dict(zip(LAYOUTS, file.slide_layouts, strict=True))
    for slide in deck.slides:
        _write_slide(file, layouts[ALIKE.get(slide.layout, slide.layout)], slide, deck, logo if logo and pixels(logo.read_bytes()) else None)
    file.core_properties.language = LANGUAGE  # makes the part, whose text is written below
    loose = io.BytesIO()
    file.save(loose)
    with ZipFile(loose) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    path.write_bytes(zipped(parts | {CORE: core_properties(deck.title, deck.description, deck.credit, today)}, today))


def _write_slide(file: Presentation, layout: SlideLayout, slide: Slide, deck: Deck, logo: Path | None) -> None:
    made = file.slides.add_slide(layout)
    title, texts = slide.title, slide.columns
    if slide.layout == "title":  # its first line is what it is called
        title, texts = texts[0][0].plain, [texts[0][1:]]
    if slide.layout == "closing" and deck.request:
        texts = [[*texts[0], Item((Run(deck.request),), PLAIN)]]
    put_words(xml_of(made.shapes.title), [title])
    holders = {holder.placeholder_format.idx: holder for holder in made.placeholders}
    for number, place in enumerate(PLACES[ALIKE.get(slide.layout, slide.layout)], 1):
        fill(holders[number], texts[number - 1] if number <= len(texts) else [], place)
    if slide.diagram:
        add_diagram(made, slide.diagram)
    if slide.tables:
        add_figures(holders[2], slide.tables)
    if logo and any(run == LOGO for column in texts for item in column for run in item.text):
        add_logo(made, logo)
    for holder in xml_of(layout).iter(qn("p:sp")):
        if (kind := child(child(holder, "p:nvSpPr"), "p:nvPr")[0].get("type", "")) in REPEATED:
            _repeat(made, holder, [deck.foot(slide), deck.edition] if kind == "ftr" else [])
    _write_notes(made, slide)


def _repeat(made: MadeSlide, holder: _Element, words: list[str]) -> None:
    """Put the credit, or the slide's number, where its layout has a place for it."""
    tree = xml_of(made.shapes)
    shape = deepcopy(holder)
    names = [int(name.get("id", "0")) for name in tree.iter(qn("p:cNvPr"))]
    child(child(shape, "p:nvSpPr"), "p:cNvPr").set("id", str(max(names) + 1))
    tree.append(shape)
    if words:
        put_words(shape, words)


def _write_notes(made: MadeSlide, slide: Slide) -> None:
    """Put what is said into the notes, after the minutes."""
    minutes = f"{slide.minutes} {'minute' if slide.minutes == 1 else 'minutes'}."
    put_words(xml_of(made.notes_slide.notes_placeholder), [minutes, *slide.notes])
