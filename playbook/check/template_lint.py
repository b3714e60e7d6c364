"""What a page may say between {{ }} and {% %}: macros by name, with words in quotes, and values of the region. Nothing else is ever run.

Jinja itself would reach every function of Python from there; so this is a list of what may stand, not of what may not.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from inspect import Signature

from jinja2 import Environment, TemplateSyntaxError, nodes

from playbook.check.jinja_text import aligned, hidden_problems, line_of, names_made_by, parts_of, syntax_problem, without_logic
from playbook.check.macro_arguments import argument_messages
from playbook.content.glossary import glossary
from playbook.content.page import LOCAL, Page
from playbook.content.point_spec import point_specs
from playbook.files.diagnostics import Problem, did_you_mean
from playbook.model.audience import AUDIENCES
from playbook.model.region_fields import FIELDS
from playbook.model.stage import STAGES

MOST_NOTE_LINES = 60  # two sides of paper
DEEPEST = 40  # levels of calls and blocks within each other
DEFINES = (nodes.If, nodes.For, nodes.Assign, nodes.AssignBlock, nodes.Include, nodes.Import, nodes.FromImport, nodes.Macro, nodes.CondExpr, nodes.With)
SPOKEN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.Call, nodes.CallBlock, nodes.Keyword)
PAGE_MACROS = {
    "my_sheet": "my-sheet.md", "sheet_to_say": "sheets/index.md", "handout": "sheets/index.md", "sheet_tools": "sheets/index.md", "sheet_index": "sheets/index.md",
    "everything": "everything.md", "editions_list": "editions.md", "start_here": "index.md",
    **dict.fromkeys(("own_form", "own_file", "own_open", "own_share"), "localize/your-words.md"),
}  # each makes most of one page of the playbook: that page, to link to  # fmt: skip
MARKUP = re.compile(r"[<>`\n\r{}]")


@lru_cache(500)  # pages that were not saved since, and macros that are the same
def kept_problems(page: Page, names: frozenset[tuple[str, Signature | None]]) -> tuple[Problem, ...]:
    """Return what expression_problems tells, told once."""
    return tuple(expression_problems(page, dict(names)))


def expression_problems(page: Page, names: Mapping[str, Signature | None]) -> Iterator[Problem]:
    """Yield what is wrong with a page's expressions; `names` are the macros it may use, with what they take, and the values, with None (none: not known)."""
    try:
        yield from hidden_problems(page)
        found = list(_tree_problems(page, Environment().parse(aligned(page)), names))
    except TemplateSyntaxError as error:
        if problem := syntax_problem(page, error):
            yield problem
        with suppress(TemplateSyntaxError, RecursionError, ValueError):  # what else is wrong is told in the same round
            yield from list(_tree_problems(page, Environment().parse(without_logic(page)), names))
    except (RecursionError, ValueError):  # ValueError: a number without end
        yield Problem(page.name, "holds an expression that is too long to be read; a macro is called with a few words in quotes")
    else:
        yield from found


def _tree_problems(page: Page, tree: nodes.Template, known: Mapping[str, Signature | None]) -> Iterator[Problem]:
    given = {argument.name for block in tree.find_all(nodes.CallBlock) for argument in block.args}
    names = {*known, *given} if known else set()
    refused = list(_refused(page, tree, {"region", *given}, names))
    told = {id(inner) for node, _ in refused for inner in parts_of(node)}  # what stands in it is part of one fault
    made = {name for node, _ in refused for name in names_made_by(node)}
    yield from (Problem(page.name, message, line_of(node)) for node, message in refused if (_dotted(node) or [""])[0] not in made)
    inner = {id(node.node) for node in tree.find_all(nodes.Getattr)}
    for node in tree.find_all((nodes.Getattr, nodes.Name)):
        path = None if id(node) in inner or id(node) in told else _dotted(node)
        if not path:
            continue
        if path[0] == "region":
            key = ".".join(path[1:])
            if key and key not in FIELDS:
                parts = [field for field in FIELDS if field.startswith(f"{key}.")]
                hint = f"use one of {', '.join('region.' + part for part in parts)}" if parts else did_you_mean(key, FIELDS)
                yield Problem(page.name, f"region.{key} is not known; {hint}", node.lineno)
        elif names and path[0] not in names and path[0] not in made:
            yield Problem(page.name, f"{path[0]} is not known; {did_you_mean(path[0], sorted(names))}", node.lineno)
    blocks = {id(block.call): block for block in tree.find_all(nodes.CallBlock)}
    for call in tree.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        signature = known.get(name)
        messages = list(argument_messages(name, signature, call, blocks.get(id(call)))) if signature else []
        if name in given or (name in known and signature is None):
            messages = [f"{name} is a value, not a macro; write it without ( and )"]
        if page.path.startswith(LOCAL) and name in PAGE_MACROS:
            link = posixpath.relpath(PAGE_MACROS[name], posixpath.dirname(page.path))
            messages = [f"{name}() makes a page of the playbook, which stands once; link to that page instead: [its name]({link})"]
        yield from (Problem(page.name, message, call.lineno) for message in messages)
        yield from () if messages or any(id(argument) in told for argument in call.iter_child_nodes()) else _call_problems(page, call)


def _refused(page: Page, tree: nodes.Template, values: set[str], names: set[str]) -> Iterator[tuple[nodes.Node, str]]:
    """Yield everything that is neither text, nor a macro called with plain words, nor a value of the region, and why; nothing within it is looked at."""
    elsewhere = "leave it out" if page.path.startswith(LOCAL) else "that belongs in macros/"
    waiting: list[tuple[nodes.Node, nodes.Node, int]] = [(tree, tree, 0)]
    while waiting:
        node, around, depth = waiting.pop()
        message = ""
        if isinstance(node, DEFINES):
            message = f"a page holds no conditions, loops or definitions; {elsewhere}"
        elif depth > DEEPEST:
            message = f"calls and blocks stand more than {DEEPEST} deep within each other"
        elif not isinstance(node, SPOKEN) or (isinstance(node, nodes.Call) and (node.dyn_args or node.dyn_kwargs)):
            message = f"between {{{{ }}}} or {{% %}}, a page calls macros with words in quotes and shows values of the region, nothing else; {elsewhere}"
        elif isinstance(node, nodes.Getattr) and (_dotted(node) or [""])[0] != "region":
            message = f"only region has values after a point, not .{node.attr}; {elsewhere}"
        elif isinstance(node, nodes.Call) and not isinstance(node.node, nodes.Name):
            message = "a page calls macros by their names alone"
        elif isinstance(node, nodes.Name) and isinstance(around, nodes.Output) and node.name in names - values:
            message = f"{node.name} is a macro; call it: {node.name}(…)"
        elif isinstance(node, nodes.Const) and isinstance(around, nodes.Output):
            message = "words stand in the page as they are, without {{ }}"
        elif isinstance(node, nodes.Const) and (markup := MARKUP.search(str(node.value))):
            message = f"a macro is given plain words; leave out {markup[0]!r}"
        if message:
            yield node, message
        else:
            waiting += [(inner, node, depth + 1) for inner in node.iter_child_nodes()]


def _dotted(node: nodes.Node) -> list[str] | None:
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.append(node.attr)
        node = node.node
    return [node.name, *reversed(parts)] if isinstance(node, nodes.Name) else None


def _call_problems(page: Page, call: nodes.Call) -> Iterator[Problem]:
    """Check the words that macros are called with, as far as they stand there in quotes."""
    name = call.node.name if isinstance(call.node, nodes.Name) else ""
    choices: dict[str, list[Collection[str]]] = {
        "audience": [AUDIENCES], "stage": [STAGES], "term": [glossary()], "point": [point_specs()],
        "quoted": [[point for point, spec in point_specs().items() if spec.section == "terms"]],
        **{sheet: [AUDIENCES, STAGES] for sheet in ("sheet_tools", "sheet_to_say", "handout")},
        **{points: [point_specs()] * len(call.args) for points in ("pitch", "lines")},
    }  # fmt: skip
    for position, known in enumerate(choices.get(name, ())):
        argument = call.args[position] if position < len(call.args) else None
        given = argument.value if isinstance(argument, nodes.Const) else None
        if given is None and position == 0:
            yield Problem(page.name, f'{name} wants a word in quotes: {name}("{next(iter(known))}")', call.lineno)
        elif given is not None and str(given).lower() not in {choice.lower() for choice in known}:
            yield Problem(page.name, f'{name} "{given}" is not known; {did_you_mean(str(given), known)}', call.lineno)
    if name == "note_lines":
        counts = [node.value for node in (*call.args, *(word.value for word in call.kwargs)) if isinstance(node, nodes.Const)]
        if any(not 1 <= count <= MOST_NOTE_LINES for count in counts):
            yield Problem(page.name, f"note_lines makes 1 to {MOST_NOTE_LINES} lines; write how many, or call it once more further down", call.lineno)
    if name == "by_stage":
        named = {keyword.key for keyword in call.kwargs}
        wanted = {"unset", *STAGES}
        for key in sorted(wanted - named):
            yield Problem(page.name, f'by_stage lacks the wording for {key}; add {key}="…"', call.lineno)
        for key in sorted(named - wanted):
            yield Problem(page.name, f"by_stage: {key} is not known; {did_you_mean(key, sorted(wanted))}", call.lineno)
