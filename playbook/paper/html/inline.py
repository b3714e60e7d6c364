"""The text within an element of a built page, as runs in one style each."""

import re
from dataclasses import replace

import lxml.html

from playbook.output.html_page import plain
from playbook.paper.document import LOGO, MARKS, REGION_LOGO, Break, Inline, Mark, Run
from playbook.paper.html.book_references import ANCHOR, REFERENCE

PAGE = re.compile(r"[^#?]+\.html")  # the address of a whole page of the site
WEB = re.compile(r"^https?://(www\.)?|/$")  # typst would break an address that begins so after every sixteenth character
OUTSIDE = ("http:", "https:", "mailto:", "tel:")


class Unknown(Exception):
    """An element that no writer can set."""


def read_inline(element: lxml.html.HtmlElement) -> Inline:
    """Return the text within an element, blanks folded, none at its ends."""
    runs: list[Run | Break | Mark] = []
    _gather(element, Run(""), runs)
    folded: list[Run | Break | Mark] = []
    for run in runs:
        if not isinstance(run, Run):
            folded.append(run)
            continue
        text = re.sub(r"[^\S\u00a0]+", " ", run.text)
        starts = (
            not folded
            or isinstance(folded[-1], Break)
            or getattr(folded[-1], "kind", "") == ANCHOR
            or (isinstance(folded[-1], Run) and folded[-1].text.endswith(" "))
        )
        text = text.lstrip() if starts else text
        if folded and folded[-1] == Mark("box") and text.startswith(" "):
            text = f"\u00a0{text[1:]}"  # a box never ends a line
        if run.small and folded and isinstance(last := folded[-1], Run) and last.text.endswith(" "):
            folded[-1] = _saying(last, f"{last.text.rstrip()}\u00a0")  # an id never begins a line
        if text:
            folded.append(_saying(run, text))
    while folded and isinstance(last := folded[-1], Run) and not last.text.strip():
        folded.pop()
    if folded and isinstance(last := folded[-1], Run):
        folded[-1] = _saying(last, last.text.rstrip())
    return tuple(folded)


def _saying(run: Run, text: str) -> Run:
    """Return a run with another text; there are thousands, and `dataclasses.replace` takes ten times as long."""
    return Run(text, run.bold, run.italic, run.small, run.href)


def unbroken(inline: Inline) -> Inline:
    """Return text that stays on one line: a box is never parted from its word."""
    return tuple(_saying(run, run.text.replace(" ", "\u00a0")) if isinstance(run, Run) else run for run in inline)


def _gather(element: lxml.html.HtmlElement, style: Run, runs: list[Run | Break | Mark]) -> None:
    if element.text:
        runs.append(_saying(style, element.text))
    for child in element:
        if isinstance(child.tag, str):
            _gather_child(child, style, runs)
        if child.tail:
            runs.append(_saying(style, child.tail))


def _gather_child(child: lxml.html.HtmlElement, style: Run, runs: list[Run | Break | Mark]) -> None:
    if child.get("hidden") is not None or child.get("class") == "screen-only":  # waits for a reader's own version, or never leaves the screen
        return
    match child.tag:
        case "strong" | "b":
            _gather(child, replace(style, bold=True), runs)
        case "em" | "i":
            _gather(child, replace(style, italic=True), runs)
        case "span" if child.get("class") == "seat-box":
            runs += unbroken(read_inline(child))
        case "span" if (child.get("class") or "").startswith("mark mark-"):
            kind = child.get("class", "").removeprefix("mark mark-")
            if kind not in MARKS:
                raise Unknown(f"unknown element {name_of(child)}")
            runs.append(Mark(kind))
        case "input" if child.get("type") in ("radio", "checkbox"):
            runs.append(Mark("box"))
        case "span" if child.get("class") in (ANCHOR, REFERENCE):
            runs.append(Mark(child.get("class", ""), child.get("data-to", "")))
        case "span" if "own-origin" in (child.get("class") or ""):  # whose words a point is in
            _gather(child, replace(style, small=True), runs)
        case "span" | "mark" | "code" | "label":
            _gather(child, style, runs)
        case "a":
            _gather_link(child, style, runs)
        case "img" if child.get("class") == "source-logo":
            runs.append(LOGO)
        case "img" if child.get("class") == REGION_LOGO:
            runs.append(Mark(REGION_LOGO, child.get("alt", "")))
        case "br":
            runs.append(Break())
        case "svg" if child.get("aria-hidden") == "true":
            return
        case _:
            raise Unknown(f"unknown element {name_of(child)}")


def _gather_link(link: lxml.html.HtmlElement, style: Run, runs: list[Run | Break | Mark]) -> None:
    """Within a sentence, a page's title stands in quotes, and other words that lead to a page in italics; an address stands without what every browser puts before it."""
    href, small, words = link.get("href", ""), link.get("class") == "point-id", link.text_content()
    if href.startswith(OUTSIDE) and words == href:
        runs.append(replace(style, text=WEB.sub("", href), href=href))
    elif href.startswith(OUTSIDE):
        _gather(link, replace(style, href=href), runs)
    else:
        start, leads = len(runs), PAGE.fullmatch(href) is not None and _is_within_words(link)
        is_title = leads and words.strip()[:1].isupper()
        _gather(link, replace(style, small=small, italic=style.italic or (leads and not is_title)), runs)
        if is_title:
            runs[start:] = _quoted(runs[start:])


def _is_within_words(link: lxml.html.HtmlElement) -> bool:
    parent = link.getparent()
    return parent is not None and plain(parent.text_content()) != plain(link.text_content())


def _quoted(runs: list[Run | Break | Mark]) -> list[Run | Break | Mark]:
    """Return words in quotes."""
    match runs:
        case [Run() as first, *_] if first.text.strip():
            begun = _saying(first, f"“{first.text}")
            rest = [begun, *runs[1:]]
            last = rest[-1]
            return [*rest[:-1], _saying(last, f"{last.text}”")] if isinstance(last, Run) else runs
    return runs


def name_of(element: lxml.html.HtmlElement) -> str:
    """Return an element's name and the beginning of its text, for messages."""
    kind = element.get("class")
    return f"<{element.tag!s}{f' class={kind!r}' if kind else ''}> “{plain(element.text_content())[:40]}”"
