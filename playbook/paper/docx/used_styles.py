"""The styles that a paper uses, of all that the template has: those that Word has itself, and of the template's own only what is needed."""

from collections.abc import Iterable
from functools import cache

from lxml import etree

from playbook.paper.docx.markup import children, serialized, value_of

FOLLOWED = ("basedOn", "next", "link")  # how a style names another


def with_used(styles: bytes, parts: Iterable[bytes]) -> bytes:
    """Return the part that holds a file's styles without the custom ones that no other part names."""
    texts = tuple(parts)
    return _without(styles, frozenset(name for name in _custom(styles) if not any(b'"%b"' % name.encode() in text for text in texts)))


@cache
def _custom(styles: bytes) -> dict[str, tuple[str, ...]]:
    """Return the ids of custom styles, each with those that it names."""
    return {value_of(style, "styleId"): _named(style) for style in _styles(etree.fromstring(styles)) if value_of(style, "customStyle") == "1"}


@cache
def _without(styles: bytes, unused: frozenset[str]) -> bytes:
    root = etree.fromstring(styles)
    kept = [style for style in _styles(root) if value_of(style, "styleId") not in unused]
    needed = {name for style in kept for name in _named(style)}
    while more := {name for name in needed & unused for name in _custom(styles)[name]} - needed:
        needed |= more
    for style in _styles(root):
        if value_of(style, "styleId") in unused - needed:
            root.remove(style)
    return serialized(root)


def _styles(root: etree._Element) -> list[etree._Element]:
    return children(root, "style")


def _named(style: etree._Element) -> tuple[str, ...]:
    return tuple(value_of(part) for part in children(style, *FOLLOWED))
