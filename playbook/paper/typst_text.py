"""The text within a paragraph of a PDF, as typst arrays: values have no place in a source, so the typesetter knows a paragraph that it has set before."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from playbook.paper.document import LOGO, MARKS, REGION_LOGO, Break, Inline, Mark, Run
from playbook.paper.html.book_references import ANCHOR, REFERENCE
from playbook.paper.typst_compiler import place_of

LONG_WORD = re.compile(r"(\S{37,})")  # longer than the address in the credit, and than a narrow column
SHORT, TOGETHER = 8, 14  # letters of a last word that is not left alone on a line, and of it with the word before it, so that both fit a narrow column
STAR = "*"  # after a paragraph, for the line that says whose it is
REMEMBERED = 8192  # texts, which are many in every edition
BREAKS = re.compile(r"(?<=[/.@?&=_-])")  # signs after which an address may go on in the next line


@lru_cache(maxsize=REMEMBERED)
def typst_text(inline: Inline) -> str:
    """Return text as a typst array of runs, which `inline` of playbook/paper/sheet.typ sets; the region's logo at its beginning stands beside it."""
    match inline:
        case (Mark(kind=kind) as logo, *words) if kind == REGION_LOGO and words:
            return f"(beside({_run(logo)}, inline({typst_text(tuple(words))})),)"
    return f"({''.join(f'{_run(run)},' for run in inline)})"


@lru_cache(maxsize=REMEMBERED)
def typst_paragraph(inline: Inline) -> str:
    """Return a paragraph as a typst array of runs; its last word, if it is short, never stands alone on a line."""
    words = next((place for place in reversed(range(len(inline))) if getattr(inline[place], "text", STAR) != STAR), None)
    if words is None or not isinstance(said := inline[words], Run) or said.small:
        return typst_text(inline)
    return typst_text((*inline[:words], replace(said, text=_together(said.text)), *inline[words + 1 :]))


def _together(text: str) -> str:
    before, _, last = text.rpartition(" ")
    start, _, joined = before.rpartition(" ")
    return f"{before}\u00a0{last}" if start and len(last) <= SHORT and len(joined) + len(last) < TOGETHER else text


def _run(run: Run | Break | Mark) -> str:
    if isinstance(run, Break):
        return '("break",)'
    if run == LOGO:
        return "official-logo"  # see logo_beside
    if isinstance(run, Mark) and run.kind == REGION_LOGO:
        return f"region-logo({typst_string(run.alt)})"
    if isinstance(run, Mark) and run.kind in (ANCHOR, REFERENCE):
        return f'("{run.kind}", {typst_string(run.alt)})'
    if isinstance(run, Mark):
        return f'("mark", {typst_string(run.kind if run.kind in MARKS else "unknown")})'
    styles = [name for name, is_so in (("small", run.small), ("strong", run.bold), ("emph", run.italic)) if is_so]
    if run.href:
        return f'("link", {typst_string(run.href)}, ({_styled(run.text, styles)},))'
    return _styled(run.text, styles)


def _styled(text: str, styles: list[str]) -> str:
    if not styles:
        return ", ".join(_words(text)) or '""'
    *inner, style = styles
    return f'("{style}", ({_styled(text, inner)},))'


def _words(text: str) -> Iterator[str]:
    """Yield text as runs; a word that is too long for a column is one that goes on in the next line."""
    for number, word in enumerate(LONG_WORD.split(text)):
        if word:
            yield f'("long", {", ".join(map(typst_string, BREAKS.split(word)))})' if number % 2 else typst_string(word)


def typst_words(text: str) -> str:
    """Return plain text as a typst array of runs."""
    return f"({''.join(f'{run},' for run in _words(text))})"


def typst_string(text: str) -> str:
    """Return a typst string literal; a JSON string of characters as they are is one."""
    return json.dumps(text, ensure_ascii=False)


def typst_array(values: Iterable[str]) -> str:
    """Return a typst array of values in its own notation."""
    return f"({''.join(f'{value},' for value in values)})"


def logo_beside(logo: Path | None) -> str:
    """Return what tells typst how the official logo stands in a line of text; nothing without one."""
    return f"#let official-logo = box(baseline: 35%, {picture(logo)}) + h(3mm)\n" if logo else ""


def region_logo(logo: Path | None) -> str:
    """Return what tells typst how the region's own logo stands in a line of text, as high as images are there; nothing without one."""
    picture = f"image({typst_string('/' + place_of(logo))}, alt: alt, ..size)" if logo else ""
    return f"#let region-logo(alt, ..size) = {picture}\n" if logo else ""


def picture(logo: Path) -> str:
    """Return a logo as a typst expression, as high as it is at the foot and in the text."""
    return f"image({typst_string('/' + place_of(logo))}, height: 9mm, alt: {typst_string('Logo')})"
