"""The whole sentences of a built page, and the words of a sentence, as a reader meets them."""

import re

import lxml.html

BLOCKS = ("p", "li", "td", "dd", "dt", "blockquote", "figcaption", "caption", "div", "ul", "ol", "dl", "table", "tr", "section", "figure", "br")
UNREAD = ("h1", "h2", "h3", "h4", "h5", "h6", "pre", "script", "style", "svg", "button", "nav", "thead", "th", "label", "summary", "input")
FRAME = ("origin-line", "origin-part", "tools", "page-foot", "source", "tabbed-labels", "point-id", "sheet-tags", "sheet-edition", "aside-name")
ADDRESS = re.compile(r"[\w.+-]+@\S*\w|https?://\S*\w|\w\S*/\S*\.\w+")
END = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9ʻ])")
WHOLE = re.compile(r"[.!?:][”’\"')\]]*$")
WORD = re.compile(r"\d+%?|[^\W\d_](?:[^\W\d_]|[’'\-–ʻ](?=[^\W\d_]))*")


def sentences(element: lxml.html.HtmlElement) -> tuple[str, ...]:
    """Return the whole sentences of an element; one ends with its paragraph, list item or cell at the latest.

    Headings, labels, names in a list and other fragments are left out: short as they are, they would flatter the grade.
    """
    parts = [""]
    _gather(element, parts)
    texts = (" ".join(ADDRESS.sub("it", part).split()) for part in parts)
    return tuple(sentence for text in texts if WHOLE.search(text) for sentence in END.split(text) if words(sentence))


def _gather(element: lxml.html.HtmlElement, parts: list[str]) -> None:
    kinds = (element.get("class") or "").split()
    if element.tag in UNREAD or any(kind in FRAME for kind in kinds):
        parts.append("")
        return
    parts += [""] * (element.tag in BLOCKS)
    parts[-1] += "it" if element.tag == "code" else element.text or ""
    for child in element:
        if isinstance(child.tag, str) and element.tag != "code":
            _gather(child, parts)
        parts[-1] += child.tail or ""
    parts += [""] * (element.tag in BLOCKS)


def words(sentence: str) -> list[str]:
    """Return the words of a sentence; a hyphenated one and a number are one word each."""
    return WORD.findall(sentence)
