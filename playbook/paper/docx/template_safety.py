"""What a template may not bring into published files: programs, links to files elsewhere, objects of other programs, and what tells of its editors."""

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from playbook.paper.docx.markup import W, value_of

MACROS = "holds macros; save it in Word as Word Document (.docx), which leaves them out"
WEB = ("https:", "http:", "mailto:", "tel:")
LEFT_OUT = ("attachedTemplate",)  # kinds of relationships that no built file has
OBJECTS = ("oleObject", "package", "control", "aFChunk", "subDocument", "frame", "mailMergeSource", "video", "audio")
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml", "emf": "image/x-emf",
            "wmf": "image/x-wmf"}  # fmt: skip  # by the ending of their names
FIELDS = (
    "PAGE",
    "NUMPAGES",
    "SECTION",
    "SECTIONPAGES",
    "STYLEREF",
    "TITLE",
    "SUBJECT",
    "HYPERLINK",
)  # others show files or people, or read what lies elsewhere
PERSONAL = ("creator", "lastModifiedBy", "Company", "Manager", "PublishAbstract", "CompanyAddress", "CompanyPhone", "CompanyFax", "CompanyEmail")


def unsafe_messages(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what the parts of a file hold that no template may: macros, embedded objects, links to files elsewhere, pictures of unknown kinds."""
    for name in sorted(parts):
        if name.endswith(".rels"):
            for relation in etree.fromstring(parts[name]):
                yield from _relation_messages(name, relation)


def private_messages(parts: Mapping[str, etree._Element]) -> Iterator[str]:
    """Yield what parts of a template tell of the people and files behind it: tracked changes, fields and properties."""
    for name, part in parts.items():
        place = f"its {posixpath.basename(name).removesuffix('.xml')}"
        if any(element.get(f"{W}author") for element in part.iter()):
            yield f"{place} holds tracked changes, with the names of people; accept them all in Word (Review, Accept All Changes)"
        for field in _fields(part):
            if field.upper() not in FIELDS:
                yield f"{place} holds the field {field}; type the words instead, or use one of {', '.join(FIELDS)}"
        for binding in part.iter(f"{W}dataBinding"):
            if any(word in value_of(binding, "xpath") for word in PERSONAL):
                yield f"{place} shows a property of the file that names people or their office; type the words instead"


def _relation_messages(name: str, relation: etree._Element) -> Iterator[str]:
    kind, target = posixpath.basename(str(relation.get("Type"))), str(relation.get("Target"))
    if kind in LEFT_OUT:
        return
    if kind == "vbaProject":
        yield MACROS
    elif kind in OBJECTS:
        yield f"holds an object of another program or file ({kind}: {target}); delete it in Word, or insert it as a picture"
    elif relation.get("TargetMode") == "External":
        if kind != "hyperlink" or not target.lower().startswith(WEB):
            yield f"links to a file elsewhere ({target}); break the link in Word (File, Info, Edit Links to Files), or insert the picture itself"
    elif kind == "image" and name != "word/_rels/document.xml.rels" and posixpath.splitext(target)[1].removeprefix(".").lower() not in PICTURES:
        yield f"holds a picture that cannot be published ({target}); insert it as {', '.join(ending.upper() for ending in PICTURES)}"


def _fields(part: etree._Element) -> Iterator[str]:
    """Yield the first word of each field in a part."""
    simple = [value_of(element, "instr") for element in part.iter(f"{W}fldSimple")]
    begun: list[str] = []
    for element in part.iter(f"{W}fldChar", f"{W}instrText"):
        if value_of(element, "fldCharType") == "begin":
            begun.append("")
        elif begun and element.tag == f"{W}instrText":
            begun[-1] += element.text or ""
    yield from (words[0] for field in (*simple, *begun) if (words := field.split()))
