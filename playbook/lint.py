"""The source lint: what MkDocs would publish wrongly, said before it starts, all at once, with true lines."""

import importlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, TemplateSyntaxError, nodes

from playbook.audience import AUDIENCES
from playbook.field import FIELDS
from playbook.glossary import glossary
from playbook.page import DOCS, Page, load_pages
from playbook.points import duties, duty_problems, point_problems, read_points
from playbook.problem import Problem, ProblemsFound, did_you_mean
from playbook.sheet import budget_problems
from playbook.source import source_problems
from playbook.stage import STAGES
from playbook.worksheet import glance_problems

HTML = re.compile(r"<(/?[A-Za-z][\w-]*|!--)")
VALUE = re.compile(r"\{\{[^}]*\bregion\b")
FENCE = re.compile(r"^\s*(```|~~~)")
CODE = re.compile(r"`[^`]*`")
# places where a marked value would break: (pattern, what it is)
NO_VALUE = (
    (re.compile(r"^\s*#{1,6}\s.*\{\{[^}]*\bregion\b"), "a heading"),
    (re.compile(r"!\[[^\]]*\{\{[^}]*\bregion\b"), "an image's text"),
    (re.compile(r"(?<!!)\[[^\]]*\{\{[^}]*\bregion\b[^\]]*\]\("), "a link's text"),
    (re.compile(r"\]\([^)]*\{\{[^}]*\bregion\b"), "a link's address"),
    (re.compile(r"`[^`]*\{\{[^}]*\bregion\b[^`]*`"), "code"),
    (re.compile(r"(?<!\{)\{ ?[:#.\w][^{}]*\{\{[^}]*\bregion\b"), "an attribute"),
)
RESERVED = ("regions", "toolkit")
FORBIDDEN = (nodes.If, nodes.For, nodes.Assign, nodes.Include, nodes.Import, nodes.FromImport, nodes.Macro, nodes.CondExpr)


def lint(project: Path) -> list[Problem]:
    """Return every problem in the pages of a project."""
    pages, problems = load_pages(project)
    if not pages and not problems:
        return [Problem(f"{DOCS}/", "holds no page")]
    names = macro_names(project)
    for page in pages:
        problems += [*_text_problems(page), *_expression_problems(page, names)]
    for name in RESERVED:
        if (project / DOCS / name).exists():
            problems.append(Problem(f"{DOCS}/{name}", "editions stand there in the site; give the folder another name"))
    points = read_points(pages)
    return problems + duty_problems() + point_problems(points) + budget_problems(points) + glance_problems(pages) + source_problems(pages)


def macro_names(project: Path) -> set[str]:
    """Return the names that macros/ registers, asked from the package itself through a stand-in for its environment."""
    names: set[str] = set()
    env = SimpleNamespace(
        project_dir=str(project),
        conf={"extra": {}},
        variables={},
        macro=lambda function, name="": names.add(name or function.__name__) or function,
    )
    kept = {key: os.environ.pop(key) for key in ("PLAYBOOK_REGION",) if key in os.environ}
    try:
        if str(project) not in sys.path:
            sys.path.insert(0, str(project))
        importlib.import_module("macros").define_env(env)
    except ProblemsFound:
        return set()  # region files that cannot be read are reported by their own loader
    finally:
        os.environ.update(kept)
    return names | set(env.variables)


def _text_problems(page: Page) -> Iterator[Problem]:
    fenced = False
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        if FENCE.match(line):
            fenced = not fenced
        where = (page.name, number)
        if fenced:
            if VALUE.search(line):
                yield _at(where, "a region's value stands in code; it would not be filled in, write plain words")
            continue
        for pattern, place in NO_VALUE:
            if pattern.search(line):
                yield _at(where, f"a region's value stands in {place}; put it into the text beside")
        plain = CODE.sub("", line)
        if (tag := HTML.search(plain)) and not re.match(r"<(https?|mailto)", plain[tag.start() :]):
            yield _at(where, f"HTML ({tag[0]}) in prose; use Markdown, or a macro of macros/")
        if re.search(r"\{[^{}]*\bstyle=", plain):
            yield _at(where, "a style attribute; give it a class and style that in docs/assets/stylesheets/")


def _expression_problems(page: Page, names: set[str]) -> Iterator[Problem]:
    try:
        tree = Environment().parse(page.text)
    except TemplateSyntaxError as error:
        yield _at((page.name, error.lineno), f"{error.message}; is a {{{{ or {{% not closed, or an id written without its blank?")
        return
    for node in tree.find_all(FORBIDDEN):
        yield _at((page.name, node.lineno), "a page holds no conditions, loops or definitions; that belongs in macros/")
    names = names | {argument.name for block in tree.find_all(nodes.CallBlock) for argument in block.args} if names else names
    inner = {id(node.node) for node in tree.find_all(nodes.Getattr)}
    for node in tree.find_all((nodes.Getattr, nodes.Name)):
        path = None if id(node) in inner else _dotted(node)
        if not path:
            continue
        if path[0] == "region":
            key = ".".join(path[1:])
            if key and key not in FIELDS:
                parts = [field for field in FIELDS if field.startswith(f"{key}.")]
                hint = f"use one of {', '.join('region.' + part for part in parts)}" if parts else did_you_mean(key, FIELDS)
                yield _at((page.name, node.lineno), f"region.{key} is not known; {hint}")
        elif names and path[0] not in names and path[0] != "caller":
            yield _at((page.name, node.lineno), f"{path[0]} is not known; {did_you_mean(path[0], names)}")
    for call in tree.find_all(nodes.Call):
        yield from _call_problems(page, call)


def _dotted(node: nodes.Node) -> list[str] | None:
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.append(node.attr)
        node = node.node
    return [node.name, *reversed(parts)] if isinstance(node, nodes.Name) else None


def _call_problems(page: Page, call: nodes.Call) -> Iterator[Problem]:
    """Check the words that macros are called with, as far as they stand there in quotes."""
    name = call.node.name if isinstance(call.node, nodes.Name) else ""
    choices = {
        "audience": [AUDIENCES], "stage": [STAGES], "term": [glossary()], "point": [duties()],
        "quoted": [[point for point, duty in duties().items() if duty.section == "terms"]],
        **dict.fromkeys(("sheet_tools", "sheet_to_say", "sheet_to_leave"), [AUDIENCES, STAGES]),
        **dict.fromkeys(("pitch", "lines"), [duties()] * len(call.args)),
    }  # fmt: skip
    for position, known in enumerate(choices.get(name, ())):
        given = call.args[position].value if position < len(call.args) and isinstance(call.args[position], nodes.Const) else None
        if given is None and position == 0:
            yield _at((page.name, call.lineno), f'{name} wants a word in quotes: {name}("{next(iter(known))}")')
        elif given is not None and str(given).lower() not in {choice.lower() for choice in known}:
            yield _at((page.name, call.lineno), f'{name} "{given}" is not known; {did_you_mean(str(given), known)}')
    if name == "by_stage":
        given = {keyword.key for keyword in call.kwargs}
        wanted = {"unset", *STAGES}
        for key in sorted(wanted - given):
            yield _at((page.name, call.lineno), f'by_stage lacks the wording for {key}; add {key}="…"')
        for key in sorted(given - wanted):
            yield _at((page.name, call.lineno), f"by_stage: {key} is not known; {did_you_mean(key, sorted(wanted))}")


def _at(where: tuple[str, int], message: str) -> Problem:
    return Problem(where[0], message, where[1])
