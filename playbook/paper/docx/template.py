"""The template that Word files are made from: a Word file edited in Word. Its styles, lists, theme, page, header and footer are taken, its text is not."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.paper.docx.markup import OFFICE, W, children, value_of
from playbook.paper.docx.style_names import CREDIT, EDITION, NUMBERED, STYLES
from playbook.paper.docx.template_safety import private_messages, unsafe_messages

TEMPLATE = Path(__file__).with_name("template.docx")
NAME = "playbook/paper/docx/template.docx"  # in messages
DOCUMENT = "word/document.xml"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LOOK = ("styles", "numbering", "settings", "fontTable", "theme")  # the parts that give a file its look, by the kind of their relationship
MARGINAL = ("footer", "header")
SETTINGS = ("zoom", "evenAndOddHeaders", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol",
            "listSeparator")  # fmt: skip  # others tell of the machine, the people or the text of the template
REMEDY = "or bring the file back as it was"


@dataclass(frozen=True)
class Template:
    """A template as it was read: its XML parts by kind or, for headers and footers, by name; never changed."""

    look: Mapping[str, etree._Element]
    marginals: Mapping[str, etree._Element]
    others: Mapping[str, bytes]  # pictures of headers and footers, and what they refer to
    relations: tuple[tuple[str, str, str], ...]  # of the document: id, kind, part
    section: etree._Element
    style_ids: Mapping[str, str]  # by name


def read_template(file: Path) -> Template:
    """Return a template. ProblemsFound names every style and place that is missing, and what to do."""
    try:
        with zipfile.ZipFile(file) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        made = _read(parts)
        found = [*unsafe_messages(parts), *private_messages(made.marginals), *private_messages(made.look), *_messages(made)]
    except (OSError, LookupError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        message = f"cannot be read as a Word file ({str(error) or type(error).__name__}); save it in Word as Word Document (.docx), {REMEDY}"
        raise ProblemsFound([Problem(NAME, message)]) from None
    if found:
        raise ProblemsFound(Problem(NAME, f"{message}, {REMEDY}") for message in found)
    return made


def template_problems(file: Path) -> list[Problem]:
    """Return what is wrong with a template."""
    try:
        read_template(file)
    except ProblemsFound as found:
        return list(found.problems)
    return []


def _read(parts: dict[str, bytes]) -> Template:
    document = etree.fromstring(parts[DOCUMENT])
    kept = [(name, kind, target) for name, kind, target in _relations(parts, DOCUMENT) if kind in LOOK + MARGINAL]
    look = {kind: etree.fromstring(parts[target]) for _, kind, target in kept if kind in LOOK}
    marginals = {target: etree.fromstring(parts[target]) for _, kind, target in kept if kind in MARGINAL}
    for part in look.values():
        _as_word_writes(part)
    for style in children(look["styles"], "latentStyles"):  # says which styles Word lists, and takes more room than all styles of ours
        look["styles"].remove(style)
    for part in [part for part in look["settings"] if part.tag not in {W + name for name in SETTINGS}]:
        look["settings"].remove(part)
    for font in look["fontTable"]:
        for part in [part for part in font if etree.QName(part).localname.startswith("embed")]:
            font.remove(part)
    others = {relations_name(name): parts[relations_name(name)] for name in marginals if relations_name(name) in parts}
    others |= {target: parts[target] for name in marginals for _, _, target in _relations(parts, name)}
    section = children(children(document, "body")[0], "sectPr")[-1]
    named = {value_of(children(style, "name")[0]).lower(): value_of(style, "styleId") for style in children(look["styles"], "style")}
    ids = {name: named[name.lower()] for names in STYLES.values() for name in names if name.lower() in named}
    return Template(look, marginals, others, tuple(kept), section, ids)


def _as_word_writes(part: etree._Element) -> None:
    """Bring what LibreOffice writes otherwise to the form of Word: indents and lists by side, fonts without the name of their character set."""
    for element in part.iter(f"{W}ind", f"{W}charset", f"{W}lvlJc"):
        element.attrib.pop(f"{W}characterSet", None)
        for theirs, ours in (("start", "left"), ("end", "right")):
            if value := element.attrib.pop(W + theirs, None):
                element.set(W + ours, value)
            if value_of(element) == theirs:
                element.set(f"{W}val", ours)


def relations_name(part: str) -> str:
    """Return the name of the part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _relations(parts: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str, str]]:
    """Yield the relationships of a part to others in the file: id, kind, name of the other part."""
    if relations_name(part) not in parts:
        return
    for relation in etree.fromstring(parts[relations_name(part)]).iter(RELATIONSHIP):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + posixpath.dirname(part), str(relation.get("Target")))).lstrip("/")
            yield str(relation.get("Id")), posixpath.basename(str(relation.get("Type"))), target


def _messages(template: Template) -> Iterator[str]:
    styles = {value_of(style, "styleId"): style for style in children(template.look["styles"], "style")}
    for kind, names in STYLES.items():
        for name in dict.fromkeys(names):
            if name not in template.style_ids:
                yield f'lacks the {kind} style "{name}"; make a style of this name in Word'
            elif (found := value_of(styles[template.style_ids[name]], "type", "paragraph")) != kind:
                yield f'"{name}" is a {found} style; make it a {kind} style in Word'
    lists = {value_of(number, "numId") for number in children(template.look["numbering"], "num")}
    for name in NUMBERED:
        if name in template.style_ids and value_of(styles[template.style_ids[name]].find(f"{W}pPr/{W}numPr/{W}numId")) not in lists:
            yield f'the style "{name}" has no numbers; give it a numbered list in Word (Modify Style, Format, Numbering)'
    for name in ("pgSz", "pgMar"):
        if not children(template.section, name):
            yield "the page has no size or no margins; set them in Word (Layout)"
            break
    feet = [template.marginals[part] for name, kind, part in template.relations if kind == "footer" and name in _used(template)]
    if not feet:
        yield "has no footer; insert one in Word, with a content control for the credit and one for the edition"
    for tag in (CREDIT, EDITION):
        if not all(tag in tags_of(foot) for foot in feet):
            yield f'a footer has no content control with the tag or title "{tag}", where the {tag} goes; insert one in Word (Developer, Plain Text Content Control, Properties)'


def _used(template: Template) -> set[str]:
    """Return the ids of the headers and footers that the page has."""
    return {str(part.get(f"{{{OFFICE}}}id")) for part in children(template.section, "footerReference", "headerReference")}


def tags_of(part: etree._Element) -> dict[str, etree._Element]:
    """Return the content controls of a part by their tags; by their titles, in small letters, where they have no tag, for LibreOffice keeps no tags."""
    found: dict[str, etree._Element] = {}
    for control in part.iter(f"{W}sdt"):
        tag, title = (value_of(control.find(f"{W}sdtPr/{W}{name}")) for name in ("tag", "alias"))
        found.setdefault(tag or title.strip().lower(), control)
    return found
