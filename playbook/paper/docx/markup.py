"""WordprocessingML as text: words escaped, elements of a template repeated (ISO/IEC 29500-1, 17)."""

import re
from functools import lru_cache
from html import escape

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = {WORD: "w", OFFICE: "r"}  # what is repeated of a template; other vocabularies are extensions that a reader may leave out
W = f"{{{WORD}}}"
XML_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REMEMBERED = 8192  # runs of text, most of which every edition has
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def escaped(text: str) -> str:
    """Return text as it stands in an element or an attribute. ValueError for a character that no XML file holds."""
    if found := NO_XML.search(text):
        raise ValueError(f"U+{ord(found[0]):04X} is not XML compatible")
    return escape(text).replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Return text as the value of an attribute, in quotation marks. ValueError as above."""
    return '"' + escaped(text).replace("\n", "&#10;").replace("\t", "&#9;") + '"'


def repeated(element: etree._Element) -> str:
    """Return an element of a template as text, with what stands in it; "" for one of a vocabulary that is not Word's own."""
    name = _name(str(element.tag))
    if not name:
        return ""
    attributes = "".join(f" {known}={attribute(str(value))}" for key, value in element.attrib.items() if (known := _name(str(key))))
    inner = "".join(repeated(part) for part in element)
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"


def _name(qualified: str) -> str:
    name = etree.QName(qualified)
    return f"{PREFIXES[name.namespace]}:{name.localname}" if name.namespace in PREFIXES else ""


def serialized(root: etree._Element) -> bytes:
    """Return a part of a Word file as bytes."""
    return XML_HEAD + etree.tostring(root, encoding="UTF-8")


def compact(text: str) -> bytes:
    """Return a part written by hand as bytes, without the blanks between its elements."""
    return serialized(etree.fromstring(text.encode(), etree.XMLParser(remove_blank_text=True)))


@lru_cache(maxsize=REMEMBERED)
def text_run(text: str, properties: str = "") -> str:
    """Return a run of text; `properties`: elements of its look. ValueError as above."""
    space = ' xml:space="preserve"' if text.strip() != text else ""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t{space}>{escaped(text)}</w:t></w:r>"


def children(element: etree._Element | None, *names: str) -> list[etree._Element]:
    """Return the children of an element that have one of these names in Word's vocabulary."""
    return [] if element is None else [part for part in element if part.tag in {W + name for name in names}]


def value_of(element: etree._Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute of Word's vocabulary."""
    return default if element is None else str(element.get(W + name, default))
