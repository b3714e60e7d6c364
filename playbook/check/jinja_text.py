"""A page's text as Jinja itself takes it apart: what is text, what is an expression, and what neither may stand there."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from playbook.content.page import Page
from playbook.files.diagnostics import Problem

TAG = "\ufffc"  # stands in for an expression or a tag; no page may hold it (playbook/files/diagnostics.py)
FORMS = {"variable_begin": "{{", "variable_end": "}}", "block_begin": "{%", "block_end": "%}"}

UNKNOWN, UNCLOSED = re.compile(r"unknown tag '(\w+)'"), re.compile(r"needs to be closed is '(\w+)'")  # as Jinja says so
BLOCK = re.compile(r"\{%-?\s*(\w+)")
LOGIC = re.compile(r"\{%-?\s*(?!call\b|endcall\b)\w[^%]*%\}")
NO_LOGIC = "stands in a page, which holds no conditions, loops or definitions; leave it out"


def aligned(page: Page) -> str:
    """Return the body with its lines numbered as in the file."""
    return "\n" * (page.body_line - 1) + page.body


def without_logic(page: Page) -> str:
    """Return the body as aligned does, without tags of conditions, loops and definitions, so that the rest can be read where these are not whole."""
    return LOGIC.sub(lambda tag: "\n" * tag[0].count("\n"), aligned(page))


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


def syntax_problem(page: Page, error: TemplateSyntaxError) -> Problem | None:
    """Return what Jinja cannot read in a page, in plain words and at the line to mend; None for a comment without end, which hidden_problems names."""
    if error.message and error.message.startswith("Missing end of"):
        return None
    tags = [(number, tag) for number, line in enumerate(aligned(page).split("\n"), 1) for tag in BLOCK.findall(line)]
    logic = next(((number, tag) for number, tag in tags if tag not in ("call", "endcall")), None)
    if logic:
        return Problem(page.name, f"{{% {logic[1]} %}} {NO_LOGIC}", logic[0])
    if UNCLOSED.search(error.message or ""):
        opened: list[int] = []
        for number, tag in tags:
            opened = [*opened, number] if tag == "call" else opened[:-1]
        return Problem(page.name, "{% call … %} is not closed; write {% endcall %} on a line of its own, below its text", (opened or [error.lineno])[-1])
    if UNKNOWN.search(error.message or ""):
        return Problem(page.name, "{% endcall %} closes nothing; leave it out, or write its {% call … %} above", error.lineno)
    said = (
        "what stands in {{ }} or {% %} cannot be read; close every bracket and quote there, then the {{ or {% itself, and write an id with its blank: { #id }"
    )
    return Problem(page.name, said, error.lineno)


def parts_of(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield a node and all that stands in it, but for the text of a page within its block."""
    yield node
    for inner in node.iter_child_nodes(exclude=("body", "else_") if isinstance(node, nodes.Stmt) else None):
        yield from parts_of(inner)


def names_made_by(node: nodes.Node) -> Iterator[str]:
    """Yield the names that a refused block gives to something."""
    yield from (name.name for name in node.find_all(nodes.Name) if name.ctx != "load")
    if isinstance(node, nodes.Macro):
        yield node.name
    elif isinstance(node, nodes.Import):
        yield node.target
    elif isinstance(node, nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)
    elif isinstance(node, nodes.Block):
        yield "super"


def line_of(node: nodes.Node) -> int:
    """Return the line of a node, or of the first within it that has one."""
    return node.lineno or next((line for inner in node.iter_child_nodes() if (line := line_of(inner))), 0)
