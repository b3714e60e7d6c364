"""Text within a placeholder of a slide: paragraphs by level, their language, links, and the size in which they fit."""

from collections.abc import Iterable
from typing import Any

from lxml.etree import SubElement, _Element
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape

from playbook.model.audience import AUDIENCES
from playbook.paper.document import Break, Inline, Run
from playbook.paper.docx.runs import address
from playbook.paper.slides.deck import LINE, Item
from playbook.paper.slides.geometry import Place, scale_for
from playbook.paper.slides.template import ACCENTS

LANGUAGE = "en-US"


def fill(holder: Shape, items: list[Item], place: Place) -> None:
    """Give a placeholder its paragraphs; one without any goes. `place`: where it stands, to tell in which size they fit."""
    if not items:
        remove(xml_of(holder))
        return
    body = without_paragraphs(child(xml_of(holder), "p:txBody"))
    if (scale := scale_for(items, place)) < 100:
        fit = SubElement(child(body, "a:bodyPr"), qn("a:normAutofit"))
        fit.set("fontScale", f"{scale}000")
    for item in items:
        paragraph = add_paragraph(body, item.level)
        if item.audience:
            label = add_run(paragraph, f"{AUDIENCES[item.audience].label}: ", bold=True)
            color = SubElement(SubElement(label[0], qn("a:solidFill")), qn("a:schemeClr"))
            color.set("val", ACCENTS[item.audience])
        add_inline(paragraph, item.text, holder, bold=False)


def put_words(shape: _Element, words: Iterable[str]) -> None:
    """Give a shape plain paragraphs."""
    body = without_paragraphs(child(shape, "p:txBody"))
    for text in words:
        add_run(add_paragraph(body, LINE), text)


def without_paragraphs(body: _Element) -> _Element:
    """Return a text body, its paragraphs taken out."""
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    return body


def xml_of(shape: Any) -> _Element:
    """Return the XML of a shape of python-pptx, whose own types know less of it than lxml's."""
    element: _Element = shape._element
    return element


def child(element: _Element, name: str) -> _Element:
    """Return the first child of a name. LookupError for none."""
    found = element.find(qn(name))
    if found is None:
        raise LookupError(f"no {name} in {element.tag!s}")
    return found


def remove(element: _Element) -> None:
    """Take an element out of what holds it."""
    if (around := element.getparent()) is not None:
        around.remove(element)


def add_paragraph(body: _Element, level: int) -> _Element:
    """Add an empty paragraph of a level."""
    paragraph = SubElement(body, qn("a:p"))
    if level:
        SubElement(paragraph, qn("a:pPr")).set("lvl", str(level))
    return paragraph


def add_inline(paragraph: _Element, inline: Inline, holder: Shape, bold: bool) -> None:
    """Add text with its weight, links and line breaks; a picture's mark is passed over."""
    for run in inline:
        if isinstance(run, Break):
            SubElement(SubElement(paragraph, qn("a:br")), qn("a:rPr")).set("lang", LANGUAGE)
        elif isinstance(run, Run) and run.text:
            made = add_run(paragraph, run.text, run.bold or bold, run.italic)
            if run.href:
                link = SubElement(made[0], qn("a:hlinkClick"))
                link.set(qn("r:id"), holder.part.relate_to(address(run.href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def add_run(paragraph: _Element, text: str, bold: bool = False, italic: bool = False) -> _Element:
    """Add a run, with its language; return it: first its properties, then its text."""
    run = SubElement(paragraph, qn("a:r"))
    look = SubElement(run, qn("a:rPr"))
    look.set("lang", LANGUAGE)
    for sign, is_set in (("b", bold), ("i", italic)):
        if is_set:
            look.set(sign, "1")
    SubElement(run, qn("a:t")).text = text
    return run
