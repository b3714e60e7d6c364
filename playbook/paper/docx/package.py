"""A Word file as a zip of parts: those of its template, those of its own, what refers to what, and the same bytes every time."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from playbook.paper.docx.markup import OFFICE, XML_HEAD, attribute, escaped
from playbook.paper.docx.template import RELATIONSHIP
from playbook.paper.docx.template_safety import PICTURES

CONTENT_TYPES, CORE = "[Content_Types].xml", "docProps/core.xml"
AUTHOR = "Support Team Playbook"
LONGEST = 255  # characters that a title or a subject may have
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KINDS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings", "fontTable": "fontTable", "footer": "footer",
         "header": "header"}  # fmt: skip


@dataclass
class Relations:
    """What one part of a file refers to: its relationships in the order in which they were asked for. `begun`: those of the template."""

    begun: tuple[tuple[str, str, str], ...] = ()  # id, kind, target
    links: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, kind: str, target: str) -> str:
        """Return the id of a relationship to a target, a part's name within word/ or an address."""
        return self.links.setdefault((kind, target), f"own{len(self.links) + 1}")

    def written(self) -> bytes:
        """Return them as a part; b"" for none."""
        links = [*((name, *link) for name, *link in self.begun), *((name, *link) for link, name in self.links.items())]
        return relations_part(links) if links else b""


def relations_part(links: Iterable[tuple[str, ...]]) -> bytes:
    """Return relationships (id, kind, target) as a part; links lead out of the file."""
    made = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target={attribute(target)}{" TargetMode={}".format(attribute("External")) if kind == "hyperlink" else ""}/>'
        for name, kind, target in links
    )
    return XML_HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'.encode()


def root_relations(document: str) -> bytes:
    """Return what a file itself refers to: its document and its properties."""
    core = f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="{CORE}"/>'
    document = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{document}"/>'
    return XML_HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">{document}{core}</Relationships>'.encode()


def joined_relations(template: bytes, own: Relations) -> bytes:
    """Return the relationships of a template's part with some of a paper's own."""
    root = etree.fromstring(template)
    for added in etree.fromstring(own.written()).iter(RELATIONSHIP):
        root.append(added)
    return XML_HEAD + etree.tostring(root, encoding="UTF-8")


def content_types(kinds: dict[str, str], names: Iterable[str]) -> bytes:
    """Return the part that says what each part is. `kinds`: the XML parts by what they are to the document; `names`: of all parts."""
    types = "application/vnd.openxmlformats-"
    of = {kind: f"officedocument.wordprocessingml.{name}" for kind, name in KINDS.items()} | {
        "theme": "officedocument.theme",
        "core": "package.core-properties",
    }
    endings = sorted({posixpath.splitext(name)[1].removeprefix(".").lower() for name in names} & PICTURES.keys())
    made = f'<Default Extension="rels" ContentType="{types}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    made += "".join(f'<Default Extension="{ending}" ContentType="{PICTURES[ending]}"/>' for ending in endings)
    made += "".join(f'<Override PartName="/{name}" ContentType="{types}{of[kind]}+xml"/>' for name, kind in kinds.items())
    return XML_HEAD + f'<Types xmlns="{PACKAGE}/content-types">{made}</Types>'.encode()


def core_properties(title: str, subject: str, credit: str, today: date) -> bytes:
    """Return a file's properties: title and subject, as much of them as Word takes; the credit, whole, as the description. ValueError for a character that no XML file holds."""
    day = f'xsi:type="dcterms:W3CDTF">{today.isoformat()}T00:00:00Z'
    return (
        XML_HEAD
        + (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escaped(title[:LONGEST])}</dc:title><dc:subject>{escaped(subject[:LONGEST])}</dc:subject><dc:creator>{AUTHOR}</dc:creator>"
            f"<dc:description>{escaped(credit)}</dc:description><cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
            f"<dcterms:created {day}</dcterms:created><dcterms:modified {day}</dcterms:modified><dc:language>en-US</dc:language></cp:coreProperties>"
        ).encode()
    )
