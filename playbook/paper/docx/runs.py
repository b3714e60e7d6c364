"""The text within a paragraph of a Word file: its runs, line breaks and links."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import SubElement, _Element

from playbook.paper.document import LOGO, REGION_LOGO, Break, Inline, Mark, Run
from playbook.paper.docx.logo import HEIGHT, add_logo
from playbook.paper.docx.styles import style_id

RUN, PROPERTIES, TEXT, STYLE, VALUE = (qn(name) for name in ("w:r", "w:rPr", "w:t", "w:rStyle", "w:val"))
PROPERTY = {"bold": qn("w:b"), "italic": qn("w:i")}
SIGNS = {"box": "\u2610", "filled": "\u25cf", "asked": "\u25d0", "open": "\u25cb"}  # in a font of signs, see word_styles


Logos = Mapping[str, Path]  # by the kind of mark
NO_LOGOS: Logos = {}
HEIGHTS = {"Sheet Edition": 6, "Letter Text": 11}  # mm of a logo in a paragraph of a style
OVER_WORDS = ("Sheet From", "Letter Text")  # where the region's logo has a line of its own


class Unwritable(TypeError):
    """A kind of block or run that no Word file of ours has."""

    def __init__(self, thing: object):
        style = f" of style {thing.style!r}" if hasattr(thing, "style") else ""
        super().__init__(f"Word cannot be given a {type(thing).__name__}{style}")


def fill(paragraph: Paragraph, inline: Inline, style: str, logos: Logos = NO_LOGOS) -> None:
    """Give a paragraph its style and its text; `logos`: the pictures that marks stand for, by their kinds. Unwritable for a kind of run that it does not know."""
    paragraph._p.style = style_id(style)
    tags = 0
    for run in inline:
        if isinstance(run, Break):
            paragraph.add_run().add_break()
        elif isinstance(run, Mark) and run.kind in SIGNS:
            paragraph.add_run(SIGNS[run.kind])._r.style = style_id("Mark")
        elif isinstance(run, Mark) and run.kind in (LOGO.kind, REGION_LOGO):
            if run.kind not in logos and run == LOGO:
                raise Unwritable(run)
            if logo := logos.get(run.kind):
                add_logo(paragraph, logo, run.alt, HEIGHTS.get(style, HEIGHT))
                if style in OVER_WORDS:
                    paragraph.add_run().add_break()
        elif not isinstance(run, Run):
            raise Unwritable(run)
        elif style == "Sheet Tags" and run.text.strip():  # the first names the audience, others the stage, each on its own colour
            before, text = ("\u00a0", run.text) if tags < 2 else ("", run.text.strip())  # what follows a tag's words stands on its color, too
            tag = paragraph.add_run(f"{before}{text}\u00a0")
            tag._r.style = style_id("Tag Stage" if tags else "Tag Audience")
            tags += 1
        else:
            _add(paragraph, run)


def _add(paragraph: Paragraph, run: Run) -> None:
    """Add a run as python-docx would, which takes most of a file's time over it: ISO/IEC 29500-1, 17.3.2."""
    parent: _Element = paragraph._p
    if run.href:
        parent = SubElement(parent, qn("w:hyperlink"))
        parent.set(qn("r:id"), paragraph.part.relate_to(address(run.href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made = SubElement(parent, RUN)
    looks = [PROPERTY[name] for name in ("bold", "italic") if getattr(run, name)]
    if looks or run.small or run.href:
        properties = SubElement(made, PROPERTIES)
        if run.small or run.href:
            SubElement(properties, STYLE).set(VALUE, style_id("Point Id" if run.small else "Hyperlink"))
        for look in looks:
            SubElement(properties, look)
    text = SubElement(made, TEXT)
    text.text = run.text
    if run.text.strip() != run.text:
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def address(href: str) -> str:
    """Return an address as a Word file may hold it: a sign that addresses do not have, such as <, as its number."""
    return quote(href, safe=":/?#[]@!$&'()*+,;=%~")
