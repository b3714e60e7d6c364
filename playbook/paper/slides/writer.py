"""A deck written as a PowerPoint file: placeholders of the master's layouts filled, so that whoever changes the master changes every slide."""

from datetime import date
from pathlib import Path

from playbook.files.image_file import kind_of, pixels
from playbook.paper.document import LOGO, Run
from playbook.paper.docx.markup import XML_HEAD
from playbook.paper.docx.package import CORE, Relations, core_properties
from playbook.paper.docx.zip_file import zipped
from playbook.paper.slides import geometry
from playbook.paper.slides.deck import PLAIN, Deck, Item, Slide
from playbook.paper.slides.shapes import diagram_shapes, figures_table, logo_picture
from playbook.paper.slides.template import ALIKE, LAYOUTS, SPACES, frame_parts, presentation_parts
from playbook.paper.slides.text import fit, paragraphs, text_body

PLACES = {"title": (geometry.SUBTITLE,), "points": (geometry.BODY,), "columns": (geometry.LEFT, geometry.RIGHT), "diagram": (geometry.BESIDE,),
          "figures": (geometry.BELOW,)}  # fmt: skip
NAMES = {"ctrTitle": "Title", "title": "Title", "subTitle": "Subtitle", "body": "Text Placeholder", "tbl": "Table Placeholder"}
FOOT = '<p:txBody><a:bodyPr lIns="0" tIns="45720" rIns="0" bIns="45720" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody>'
NUMBER = '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>&#8249;#&#8250;</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'


def write_deck(deck: Deck, path: Path, today: date, logo: Path | None = None) -> None:
    """Write a deck as a PowerPoint file, the same bytes for the same deck and day. `logo`: the owners' official one, beside what is adapted.

    ValueError for a character that no XML file holds.
    """
    data = logo.read_bytes() if logo else b""
    picture = f"media/image1.{kind_of(data).lower()}" if pixels(data) else ""
    made, shown = dict[str, str | bytes](), False
    for number, slide in enumerate(deck.slides, 1):
        layout = list(LAYOUTS).index(ALIKE.get(slide.layout, slide.layout)) + 1
        links = Relations(
            (("rId1", "slideLayout", f"../slideLayouts/slideLayout{layout}.xml"), ("rId2", "notesSlide", f"../notesSlides/notesSlide{number}.xml"))
        )
        made[f"slides/slide{number}.xml"] = _part("sld", _slide(slide, deck, links, data if picture else b"", f"../{picture}"))
        made[f"slides/_rels/slide{number}.xml.rels"] = links.written()
        shown = shown or ("image", f"../{picture}") in links.links
        back = Relations((("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"), ("rId2", "slide", f"../slides/slide{number}.xml")))
        made[f"notesSlides/notesSlide{number}.xml"] = _part("notes", _notes(slide, deck))
        made[f"notesSlides/_rels/notesSlide{number}.xml.rels"] = back.written()
    made |= {picture: data} if shown else {}
    parts = {f"ppt/{name}": part.encode() if isinstance(part, str) else part for name, part in made.items()}
    core = core_properties(deck.title, deck.description, deck.credit, today)
    path.write_bytes(zipped({**frame_parts(), **presentation_parts(len(deck.slides), picture if shown else ""), **parts, CORE: core}, today))


def _part(kind: str, tree: str) -> str:
    head = XML_HEAD.decode()
    return f"{head}<p:{kind} {SPACES}><p:cSld><p:spTree>{tree}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:{kind}>"


def _slide(slide: Slide, deck: Deck, links: Relations, logo: bytes, picture: str) -> str:
    title, texts = slide.title, slide.columns
    if slide.layout == "title":  # its first line is what it is called
        title, texts = texts[0][0].plain, [texts[0][1:]]
    if slide.layout == "closing" and deck.request:
        texts = [[*texts[0], Item((Run(deck.request),), PLAIN)]]
    layout = ALIKE.get(slide.layout, slide.layout)
    kind = "ctrTitle" if layout == "title" else "title"
    shapes, places, last = [_holder(2, kind, 0, f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs([title])}</p:txBody>")], PLACES[layout], 2
    for number, (holder, index, _, _) in enumerate(LAYOUTS[layout][2], 3):
        if holder == "tbl":
            shapes.append(figures_table(slide.tables, number) if slide.tables else _holder(number, holder, index))
        elif index <= len(texts) and (items := texts[index - 1]):
            shapes.append(_holder(number, holder, index, text_body(items, places[index - 1], links)))
        else:  # a placeholder without text goes
            continue
        last = number
    if slide.diagram:
        shapes.append(diagram_shapes(slide.diagram, last + 1, links))
        last += 2 + len(slide.diagram.fields)
    if logo and any(run == LOGO for column in texts for item in column for run in item.text):
        last += 1
        shapes.append(logo_picture(logo, last, links.of("image", picture)))
    return f"{TREE}<p:grpSpPr/>{''.join(shapes)}{_feet(last + 1, slide, deck)}"


def _feet(number: int, slide: Slide, deck: Deck) -> str:
    """The credit, the edition and the slide's number, at the foot of a slide and of its notes. `number`: of the first of the two shapes."""
    credit = FOOT.format(paragraphs([deck.foot(slide), deck.edition]))
    return _shape(number, "Credit", 'type="ftr" idx="10"', credit) + _shape(number + 1, "Slide number", 'type="sldNum" idx="11"', FOOT.format(NUMBER))


def _notes(slide: Slide, deck: Deck) -> str:
    """What is said, after the minutes, and whose words it is."""
    minutes = f"{slide.minutes} {'minute' if slide.minutes == 1 else 'minutes'}."
    said = [minutes, *slide.notes]
    text = f"<p:txBody>{fit(geometry.notes_scale(said))}<a:lstStyle/>{paragraphs(said)}</p:txBody>"
    shapes = _shape(2, "Slide", 'type="sldImg" idx="2"') + _shape(3, "What is said", 'type="body" idx="3"', text)
    return f"{TREE}<p:grpSpPr/>{shapes}{_feet(4, slide, deck)}"


def _holder(number: int, kind: str, index: int, text: str = "") -> str:
    place = f' idx="{index}"' if index else ""
    return _shape(number, f"{NAMES[kind]} {number - 1}", f'type="{kind}"{place}', text)


def _shape(number: int, name: str, place: str, text: str = "") -> str:
    """A placeholder. `place`: which one of its layout it fills."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/>{text}</p:sp>"
    )
