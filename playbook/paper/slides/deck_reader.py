"""A built page read into slides: a heading, the line below it that makes a slide of it, and what follows until the next heading."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import lxml.html

from playbook.content.attribution import credit_kind
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.output.html_page import BuiltPage, plain
from playbook.paper.document import Run
from playbook.paper.html.diagram import read_diagram
from playbook.paper.html.inline import Unknown, name_of, read_inline
from playbook.paper.html.tables import read_table
from playbook.paper.slides.deck import LINE, ORIGIN, PLAIN, Item, Slide
from playbook.paper.slides.point_lines import add_texts, read_quotation, words_of

HEADINGS = ("h1", "h2", "h3", "h4")
WRAPPERS = ("paper", "paper-text", "part")
OUTSIDE = ("source", "page-foot", "tools", "screen-only")  # of the page, not of a slide


def read_slides(page: BuiltPage, stage: str, origin: str) -> tuple[Slide, ...]:
    """Return the slides of a built page for a stage; one left empty is left out. ProblemsFound names the page and what cannot stand on a slide."""
    slides: list[Slide] = []
    heading, slide = "", None
    parts: list[str] = []
    try:
        for element in _flat(page.root.xpath("//article")[0], stage):
            if element.tag in HEADINGS:
                heading, slide = plain(element.text_content()), None
            elif "data-slide" in element.attrib:
                slide, parts = Slide(heading, element.get("data-slide", ""), int(element.get("data-minutes", "0"))), []
                slides.append(slide)
            elif slide:
                _READERS.get(str(element.tag), _unknown)(element, slide)
                parts += [str(part) for part in element.xpath("descendant-or-self::*/@data-origin")]
                slide.credit = credit_kind(origin, parts)
    except Unknown as unknown:
        raise ProblemsFound([Problem(page.name, f"cannot be put on slides: {unknown}")]) from None
    return tuple(slide for slide in slides if not slide.is_empty)


def _flat(parent: lxml.html.HtmlElement, stage: str) -> Iterator[lxml.html.HtmlElement]:
    """Yield the blocks of a page in order; of stage tabs those of one stage."""
    for element in parent:
        kinds = (element.get("class") or "").split() if isinstance(element.tag, str) else []
        if not isinstance(element.tag, str) or element.tag in ("script", "template", "span") or element.get("hidden") is not None or set(kinds) & set(OUTSIDE):
            continue
        if kinds and kinds[0] == "tabbed-set":
            for panel in element.xpath('./div[@class="tabbed-content"]/div[@data-stage = $stage]', stage=stage):
                yield from _flat(panel, stage)
        elif kinds and kinds[0] in WRAPPERS:
            yield from _flat(element, stage)
        else:
            yield element


def _unknown(element: lxml.html.HtmlElement, slide: Slide) -> None:
    raise Unknown(f"unknown element {name_of(element)} under “{slide.title}”")


def _paragraph(element: lxml.html.HtmlElement, slide: Slide) -> None:
    """A paragraph; of two columns, one that is bold as a whole begins a column."""
    text = read_inline(element)
    if not text:
        return
    if slide.layout == "columns" and all(isinstance(run, Run) and run.bold for run in text) and slide.columns[-1]:
        slide.columns.append([])
    slide.columns[-1].append(Item(text, PLAIN))


def _list(element: lxml.html.HtmlElement, slide: Slide) -> None:
    """A list of the page's own; it is said, too."""
    for item in element.xpath("./li"):
        slide.columns[-1].append(Item(read_inline(item), LINE))
        slide.notes.append(plain(item.text_content()))


def _figure(element: lxml.html.HtmlElement, slide: Slide) -> None:
    """The diagram, or figures; they are in the notes in words."""
    if element.get("class") == "sheet-diagram":
        slide.diagram = read_diagram(element)
        slide.notes.append(slide.diagram.alt)
        return
    slide.tables += [read_table(table) for table in element.xpath("./table")]
    notes = element.xpath("./p | ./figcaption | ./ul/li")
    add_texts(slide, [Item(read_inline(note), ORIGIN if note.tag != "li" else PLAIN) for note in notes])
    slide.notes += [f"{words_of(table.head[0])} {words_of(row[0])}: {words_of(row[-1])}." for table in slide.tables for row in table.rows]


def _box(element: lxml.html.HtmlElement, slide: Slide) -> None:
    """A note of ours is for who speaks, and stands in the notes; the region's own list, and whom to call, on the slide."""
    kind = element.get("class", "")
    if kind == "ours":
        title, *texts = (plain(part.text_content()) for part in element.xpath('./p[not(contains(@class, "origin-part"))]'))
        slide.notes.append(f"{title}: {' '.join(texts)}")
        return
    if kind not in ("ours local", "sheet-call"):
        _unknown(element, slide)
    for part in element.xpath("./h2[not(@hidden)] | ./p[not(@hidden)] | ./ul/li"):
        text = read_inline(part)
        if part.tag == "li":
            slide.columns[-1].append(Item(text, LINE))
        elif "origin-part" in part.get("class", ""):
            slide.columns[-1].append(Item(text, ORIGIN))
        else:
            is_head = part.tag == "h2" or kind == "ours local"
            slide.columns[-1].append(Item(tuple(replace(run, bold=True) if isinstance(run, Run) and is_head else run for run in text), PLAIN))


_READERS: dict[str, Callable[[lxml.html.HtmlElement, Slide], None]] = {
    "p": _paragraph, "ul": _list, "ol": _list, "blockquote": read_quotation, "figure": _figure, "div": _box,
}  # fmt: skip
