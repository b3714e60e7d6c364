"""A page as a list of tokens that say what it holds and not how it was written: tags with sorted attributes, and folded text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import lxml.html
from lxml import etree

from tests.same.renames import Renames

BLANKS = re.compile(r"[ \t\r\n\f]+")
INLINE = frozenset(
    "a abbr b bdi br button cite code dfn em i img input kbd label mark output q s select small span strong sub sup svg textarea time u var wbr".split()
)
AS_IT_IS = frozenset(("pre", "script", "style", "textarea"))
LINKS = frozenset(("href", "src", "action", "data"))
REFERENCES = frozenset(("id", "for", "aria-controls", "aria-labelledby", "aria-describedby", "aria-owns", "headers", "list"))
DIGEST = re.compile(r"[.-][0-9a-f]{8}(?=\.)")
POLICY = "content-security-policy"


class Token(NamedTuple):
    """A piece of a page: its kind (open, close, text) and what it says; `tag` is empty for text."""

    kind: str
    says: str
    tag: str = ""

    @property
    def is_block(self) -> bool:
        """Whether it is the edge of a block, where browsers show no blanks."""
        return self.kind != "text" and self.tag not in INLINE


def undigested(path: str) -> str:
    """Return a path or link without the digest in a file's name (a.1b2c3d4e.min.js) or behind it (a.js?1b2c3d4e)."""
    path = re.sub(r"\?[0-9a-f]{8}(?=#|$)", "", path)
    return DIGEST.sub("", path) if "assets/" in path else path


def tokens(page: bytes, renames: Renames) -> list[Token]:
    """Return a page's tokens in order, with the new names of what was renamed. Its policy is left out: it names digests."""
    root = lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(encoding="utf-8"))
    return _folded(_joined(_walk(root, renames)))


def _walk(element: etree._Element, renames: Renames) -> Iterator[Token]:
    if isinstance(element.tag, str) and element.get("http-equiv", "").lower() != POLICY:
        yield Token("open", _opening(element, renames), element.tag)
        if element.text:
            yield Token("text", element.text, element.tag if element.tag in AS_IT_IS else "")
        for child in element:
            yield from _walk(child, renames)
        yield Token("close", f"</{element.tag}>", element.tag)
    if element.tail:
        yield Token("text", element.tail)


def _opening(element: etree._Element, renames: Renames) -> str:
    attributes = sorted((renames.name("attributes", str(name)), _value(str(name), str(value), renames)) for name, value in element.items())
    return "".join([f"<{element.tag}", *(f' {name}="{value}"' for name, value in attributes), ">"])


def _value(name: str, value: str, renames: Renames) -> str:
    if name == "class":
        return " ".join(sorted({renames.name("classes", one) for one in value.split()}))
    if name in REFERENCES:
        return " ".join(renames.name("ids", one) for one in value.split())
    if name in LINKS or value.startswith("https://playbook.example.org/"):
        place, mark, anchor = undigested(renames.path(value)).partition("#")
        return place + mark + renames.name("ids", anchor)
    return BLANKS.sub(" ", value.strip())


def _joined(raw: Iterator[Token]) -> list[Token]:
    """Join neighboring texts, as where a comment stood between them."""
    found: list[Token] = []
    for one in raw:
        if found and one.kind == found[-1].kind == "text":
            found[-1] = found[-1]._replace(says=found[-1].says + one.says)
        else:
            found.append(one)
    return found


def _folded(raw: list[Token]) -> list[Token]:
    """Fold the blanks of text, and drop those beside the edge of a block."""
    found: list[Token] = []
    for at, one in enumerate(raw):
        if one.kind != "text":
            found.append(one)
            continue
        text = one.says.strip() if one.tag else BLANKS.sub(" ", one.says)
        text = text.lstrip(" ") if at and raw[at - 1].is_block else text
        text = text.rstrip(" ") if at + 1 < len(raw) and raw[at + 1].is_block else text
        found += [Token("text", text)] if text else []
    return found
