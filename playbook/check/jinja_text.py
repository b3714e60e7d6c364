"""A page's text as Jinja itself takes it apart: what is text, what is an expression, and what neither may stand there."""

from collections.abc import Iterator

from jinja2 import Environment

from playbook.content.page import Page
from playbook.files.diagnostics import Problem

TAG = "\ufffc"  # stands in for an expression or a tag; no page may hold it (playbook/files/diagnostics.py)
FORMS = {"variable_begin": "{{", "variable_end": "}}", "block_begin": "{%", "block_end": "%}"}


def aligned(page: Page) -> str:
    """Return the body with its lines numbered as in the file."""
    return "\n" * (page.body_line - 1) + page.body


def hidden_problems(page: Page) -> Iterator[Problem]:
    """Yield each comment, raw block and sign for blanks: they make another text of a page than the one that a reader of the file sees.

    TemplateSyntaxError for what Jinja cannot read; its line is the file's.
    """
    for line, kind, value in Environment().lex(aligned(page)):
        sign = value.strip()
        if kind in ("comment_begin", "raw_begin", "linestatement_begin", "linecomment_begin") or sign != FORMS.get(kind, sign):
            yield Problem(page.name, f"{sign} is not used in pages; leave it out (an id is written with a blank: {{ #id }})", line)


def bare_text(page: Page) -> str:
    """Return a page's body with each expression and tag as TAG; lines stay where they are. TemplateSyntaxError as above."""
    parts: list[str] = []
    for _, kind, value in Environment(keep_trailing_newline=True).lex(page.body):
        if kind == "data":
            parts.append(value)
        else:
            parts.append((TAG if kind in ("variable_begin", "block_begin") else "") + "\n" * value.count("\n"))
    return "".join(parts)
