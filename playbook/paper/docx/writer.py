"""A document written for Word, to be edited: real headings, lists and tables, in the look of a template, and the credit in the footer of every page."""

from copy import deepcopy
from pathlib import Path

from lxml import etree

from playbook.paper.design.tokens import paper_colors
from playbook.paper.document import LOGO, REGION_LOGO, Document, Heading
from playbook.paper.docx.body import MOST_LINES, NOTE_LINES, Body
from playbook.paper.docx.footer import filled
from playbook.paper.docx.logo import Pictures
from playbook.paper.docx.look import Look, look_of
from playbook.paper.docx.markup import OFFICE, WORD, XML_HEAD, W, children, serialized, value_of
from playbook.paper.docx.package import CONTENT_TYPES, CORE, Relations, content_types, core_properties, joined_relations, root_relations
from playbook.paper.docx.runs import Inlines, Unwritable
from playbook.paper.docx.template import DOCUMENT, MARGINAL, TEMPLATE, relations_name
from playbook.paper.docx.used_styles import with_used
from playbook.paper.docx.zip_file import zipped
from playbook.paper.imprint import SIZES, Imprint, Typesetting

SPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
LARGEST = Typesetting()
TEXT_SIZE = 10  # points, of the template's text; the typesetter's is half a point larger


def write_word(document: Document, imprint: Imprint, path: Path, typesetting: Typesetting = LARGEST, template: Path = TEMPLATE) -> None:
    """Write a document as a Word file in the look of a template: the credit, exactly, then the edition and the page's number at the foot of every page.

    `typesetting`: with which the typesetter found that the document fits its sides; Word cannot tell us.
    Same arguments, same bytes. TypeError names the page and the kind of block that cannot be written; ValueError for a character that no XML holds;
    ProblemsFound says what is wrong with the template.
    """
    try:
        parts = written(document, imprint, typesetting, template)
    except Unwritable as unknown:
        raise TypeError(f"{document.page}: {unknown}") from None
    path.write_bytes(zipped(parts, imprint.today))


def written(document: Document, imprint: Imprint, typesetting: Typesetting, template: Path) -> dict[str, bytes]:
    """Return the parts of a document's Word file by their names. Unwritable for a kind of block or run that no such file has."""
    look = look_of(template, paper_colors()[document.audience], imprint.paper_size, scale_of(document, typesetting))
    used = look.template.relations
    own, pictures = Relations(tuple((name, kind, target.removeprefix("word/")) for name, kind, target in used)), Pictures()
    logos = {kind: logo for kind, logo in ((LOGO.kind, imprint.logo_beside), (REGION_LOGO, imprint.region_logo)) if logo}
    alone = _feet_alone(look, own) if _own_paper(document) else {}
    feet = "".join(reference for reference, _ in alone.values())
    body = Body(Inlines(look, own, pictures, logos), min(typesetting.note_lines or NOTE_LINES, NOTE_LINES) if document.sides else MOST_LINES, feet)
    body.write(document.blocks)
    numbers = [int(value_of(number, "numId")) for number in children(look.numbering, "num")]
    text = body.written(max(numbers, default=0))
    parts = {**look.template.others, **look.parts, DOCUMENT: XML_HEAD + f"<w:document {SPACES}><w:body>{text}</w:body></w:document>".encode()}
    kinds = {DOCUMENT: "document", CORE: "core", **{target: kind for _, kind, target in used}}
    kinds |= dict.fromkeys(alone, "footer")
    given = dict(parts)
    for name in (target for target, kind in kinds.items() if kind in MARGINAL):
        links, source = Relations(), alone[name][1] if name in alone else name
        parts[name] = filled(given[source], imprint, links, pictures, 0 if name in alone else _fields(document))
        of_template = given.get(relations_name(source))
        if links.links or (of_template and name in alone):
            parts[relations_name(name)] = (joined_relations(of_template, links) if links.links else of_template) if of_template else links.written()
    if body.restarted:
        parts[next(name for name, kind in kinds.items() if kind == "numbering")] = _numbering(look, body.restarted)
    named = next(name for name, kind in kinds.items() if kind == "styles")
    parts[named] = with_used(parts[named], (part for name, part in parts.items() if name != named and name.endswith(".xml")))
    parts |= {f"word/{name}": data for data, name in pictures.names.items()}
    parts |= {relations_name(DOCUMENT): own.written(), "_rels/.rels": root_relations(DOCUMENT),
              CORE: core_properties(document.title, document.description, imprint.foot, imprint.today)}  # fmt: skip
    return parts | {CONTENT_TYPES: content_types(kinds, parts)}


def _own_paper(document: Document) -> bool:
    return any(isinstance(block, Heading) and block.own_paper for block in document.blocks)


def _fields(document: Document) -> int:
    """Return how many fields the foot has: one side needs no number, and Word counts pages only of the whole file, also where its last one is handed out by itself."""
    return 0 if document.sides == 1 else 1 if _own_paper(document) else 2


def _feet_alone(look: Look, own: Relations) -> dict[str, tuple[str, str]]:
    """Return the feet of what is handed out by itself, which has no number: by the part's name what refers to it, and the foot that it is like."""
    targets = {name: target for name, kind, target in look.template.relations if kind == "footer"}
    found = {}
    for reference in children(look.section, "footerReference"):
        like = targets[str(reference.get(f"{{{OFFICE}}}id"))]
        name = like.replace(".xml", "-alone.xml")
        link = own.of("footer", name.removeprefix("word/"))
        found[name] = (f'<w:footerReference w:type="{value_of(reference, "type")}" r:id="{link}"/>', like)
    return found


def scale_of(document: Document, typesetting: Typesetting) -> float:
    """Return how much smaller than the template's a paper's type is. A sheet that was set smaller to fit its sides is so here; what takes as many sides as it needs is not."""
    return min(1, (typesetting.size - (SIZES[0] - TEXT_SIZE)) / TEXT_SIZE) if document.sides else 1


def _numbering(look: Look, restarted: list[str]) -> bytes:
    """Return the lists of the template, and one more for each numbered list of the text, in a style, that begins at 1."""
    root = deepcopy(look.numbering)
    numbers = {value_of(number, "numId"): number for number in children(root, "num")}
    styles = {value_of(style, "styleId"): style for style in children(look.template.look["styles"], "style")}
    last = max(map(int, numbers))
    for place, style in enumerate(restarted, last + 1):
        base = numbers[value_of(styles[look.style(style)].find(f"{W}pPr/{W}numPr/{W}numId"))]
        made = etree.Element(f"{W}num", {f"{W}numId": str(place)})
        etree.SubElement(made, f"{W}abstractNumId").set(f"{W}val", value_of(children(base, "abstractNumId")[0]))
        override = etree.SubElement(made, f"{W}lvlOverride")
        override.set(f"{W}ilvl", "0")
        etree.SubElement(override, f"{W}startOverride").set(f"{W}val", "1")
        children(root, "num")[-1].addnext(made)
    return serialized(root)
