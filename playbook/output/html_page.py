"""A built page, as a reader's browser gets it."""

import os
import re
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

LOADS = (  # what a page fetches by itself: element, attribute
    ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src"),
    ("embed", "src"), ("object", "data"), ("input", "src"), ("form", "action"), ("use", "href"),
)  # fmt: skip
LOADING_LINKS = ("stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest", "modulepreload")


def plain(text: str) -> str:
    """Return text with every run of blanks as one."""
    return re.sub(r"\s+", " ", text).strip()


def parsed(html: str) -> HtmlElement:
    """Return an HTML document as a tree; an empty one where the text holds no element."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        return lxml.html.document_fromstring(html.replace("\0", "\ufffd").encode("utf-8"), parser=parser)
    except lxml.etree.ParserError:
        return lxml.html.document_fromstring("<html></html>", parser=parser)


def serialized(root: HtmlElement) -> str:
    """Return a tree as the text of an HTML document."""
    return as_bytes(root).decode()


def as_bytes(root: HtmlElement) -> bytes:
    """Return a tree as an HTML document, in UTF-8."""
    return bytes(lxml.html.tostring(root, encoding="utf-8", doctype="<!doctype html>")) + b"\n"


class BuiltPage:
    """One HTML file of the site; `name` is its path from the site's top. It is read from disk and parsed once, when it is first asked for."""

    def __init__(self, file: Path, name: str, root: HtmlElement | None = None, raw: str | None = None):
        """Stand for a file; `root` or `raw` (its text) are given where they are known already."""
        self.file, self.name = file, name
        self._root, self._raw = root, raw

    @classmethod
    def of(cls, html: str, name: str) -> "BuiltPage":
        """Return a page that stands in no file yet."""
        return cls(Path(name), name, raw=html)

    @cached_property
    def raw(self) -> str:
        """The file's text; what is no UTF-8 in it shows as U+FFFD."""
        return self.file.read_text("utf-8", "replace") if self._raw is None else self._raw

    @cached_property
    def data(self) -> bytes:
        """The text as a file holds it, in UTF-8."""
        return self.raw.encode()

    @cached_property
    def root(self) -> HtmlElement:
        """The parsed document; an empty one where the file holds no element."""
        return parsed(self.raw) if self._root is None else self._root

    def release(self) -> None:
        """Let the parsed document go, which takes much memory; who asks for it again gets one parsed anew."""
        self._root = None
        self.__dict__.pop("root", None)

    def find(self, path: lxml.etree.XPath) -> list[str]:
        """Return the attributes that an XPath selects."""
        found: list[str] = path(self.root)
        return found

    @cached_property
    def ids(self) -> list[str]:
        """Every id and name that a link can aim at, in order; an id that stands twice comes twice."""
        found: list[str] = self.root.xpath("//@id")
        return found

    @cached_property
    def title(self) -> str:
        """The document's title."""
        return plain(self.root.findtext(".//title") or "")

    def text(self, path: str) -> list[str]:
        """Return the text of every element that an XPath names."""
        return [plain(element.text_content()) for element in self.root.xpath(path)]

    def by_class(self, name: str) -> list[HtmlElement]:
        """Return every element with a class."""
        found: list[HtmlElement] = self.root.xpath(f'//*[contains(concat(" ", normalize-space(@class), " "), " {name} ")]')
        return found

    def loads(self) -> list[str]:
        """Return every address that the page fetches by itself."""
        found = [address for tag, attribute in LOADS for address in self.root.xpath(f"//{tag}/@{attribute}")]
        links = self.root.xpath("//link[@href]")
        found += [link.get("href") for link in links if any(rel in LOADING_LINKS for rel in (link.get("rel") or "").split())]
        return found + [part.split()[0] for value in self.root.xpath("//@srcset") for part in value.split(",") if part.strip()]

    def links(self) -> list[str]:
        """Return every address that the page links to."""
        found: list[str] = self.root.xpath("//a/@href")
        return found


def is_foreign(address: str) -> bool:
    """Tell whether fetching an address would leave the site."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def target(page: BuiltPage, address: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that a link within the site aims at; None for one that leaves it."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    file = os.path.normpath(page.file.parent / path) if path else page.file
    return Path(file), unquote(parts.fragment)
