"""Points on a slide: their lines to say, what follows each, and whose words they are."""

from dataclasses import replace

import lxml.html

from playbook.content.point_spec import point_specs
from playbook.model.audience import AUDIENCES
from playbook.output.html_page import plain
from playbook.paper.document import Break, Inline, Run
from playbook.paper.html.inline import read_inline
from playbook.paper.slides.deck import DETAIL, LINE, ORIGIN, Item, Slide

FEW = 2  # points that a slide has room for as a whole


def read_quotation(element: lxml.html.HtmlElement, slide: Slide) -> None:
    """Points: their lines stand on the slide, of one or two all that they say; in the notes it stands in any case. On the title they are in its notes alone."""
    origins = [Item(read_inline(origin), ORIGIN) for origin in element.xpath('./p[contains(@class, "origin-part")]')]
    holders, said = element.xpath("./ul/li[@data-point]"), []
    for holder in holders:
        parts = {part.get("data-part"): read_inline(part) for part in holder.xpath("./*[@data-part='say' or @data-part='more']")}
        own = tuple(run for note in holder.xpath('./span[contains(@class, "own-origin")]') for run in (Run(" ("), *read_inline(note), Run(")")))
        line, more, audience = _plain(parts.get("say") or read_inline(holder)), parts.get("more", ()), _audience(holder) if slide.layout == "gains" else ""
        said.append(Item((*line, *own), LINE, audience))
        if more and slide.layout == "points" and len(holders) <= FEW:
            said.append(Item(_plain(more), DETAIL))
        slide.notes.append(" ".join(words_of(part) for part in (line, more, own) if part).replace("  ", " "))
        if audience:  # a slide shows no ids
            origins = [_named(origin, holder.get("data-point", ""), AUDIENCES[audience].label) for origin in origins]
    if slide.layout == "title":
        slide.notes += [origin.plain for origin in origins]
    else:
        add_texts(slide, said + origins)


def _named(origin: Item, key: str, label: str) -> Item:
    """Return a line that says whose words points are, one of them called by whom it is for."""
    return replace(
        origin, text=tuple(replace(run, text=run.text.replace(f"{key.upper()}: ", f"{label}: ")) if isinstance(run, Run) else run for run in origin.text)
    )


def add_texts(slide: Slide, items: list[Item]) -> None:
    """Add texts to a slide; whose words they are is said once of neighbors that are in the same words."""
    column = slide.columns[-1]
    column += [
        item for before, item in zip([*column[-1:], *items] if column else [None, *items], items, strict=False) if item.level != ORIGIN or item != before
    ]


def _audience(holder: lxml.html.HtmlElement) -> str:
    """Return the one audience that a point is for, or nothing."""
    spec = point_specs().get(holder.get("data-point", ""))
    return spec.audiences[0] if spec and len(spec.audiences) == 1 else ""


def _plain(inline: Inline) -> Inline:
    """Return the text of a line to say without its weight, which the slide master gives, and without its id."""
    return tuple(Run(run.text) for run in inline if isinstance(run, Run) and not run.small)


def words_of(inline: Inline) -> str:
    """Return text without its looks, a line break as a blank."""
    return plain("".join(run.text if isinstance(run, Run) else " " if isinstance(run, Break) else "" for run in inline))
