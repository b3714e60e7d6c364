"""The text within a paragraph of a PDF, as typst expressions."""

import json
import re

from playbook.paper.document import LOGO, MARKS, REGION_LOGO, Break, Inline, Mark, Run

LONG_WORD = re.compile(r"(\S{37,})")  # longer than the address in the credit, and than a narrow column
BREAKS = re.compile(r"(?<=[/.@?&=_-])")  # signs after which an address may go on in the next line


def typst_text(inline: Inline) -> str:
    """Return text as a typst expression; the region's logo at its beginning stands beside it."""
    match inline:
        case (Mark(kind=kind) as logo, *words) if kind == REGION_LOGO and words:
            return f"beside({_run(logo)}, {typst_text(tuple(words))})"
    return " + ".join(_run(run) for run in inline) or '""'


def _run(run: Run | Break | Mark) -> str:
    if isinstance(run, Break):
        return "linebreak()"
    if run == LOGO:
        return "official-logo"  # see playbook/paper/pdf.py
    if isinstance(run, Mark) and run.kind == REGION_LOGO:
        return f"region-logo({typst_string(run.alt)})"
    if isinstance(run, Mark):
        return f"mark({typst_string(run.kind if run.kind in MARKS else 'unknown')})"
    text = typst_words(run.text)
    text = f"small({text})" if run.small else text
    text = f"strong({text})" if run.bold else text
    text = f"emph({text})" if run.italic else text
    return f"link({typst_string(run.href)}, {text})" if run.href else text


def typst_words(text: str) -> str:
    """Return text as a typst expression, in which a word that is too long for a column goes on in the next line."""
    words = LONG_WORD.split(text)
    parts = (
        f"long-word({', '.join(map(typst_string, BREAKS.split(word)))})" if number % 2 else typst_string(word) for number, word in enumerate(words) if word
    )
    return " + ".join(parts) or '""'


def typst_string(text: str) -> str:
    """Return a typst string literal; a JSON string of characters as they are is one."""
    return json.dumps(text, ensure_ascii=False)
