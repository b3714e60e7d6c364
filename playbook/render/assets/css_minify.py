"""Stylesheets as one: joined in order, without the rules that can apply to nothing, and without blanks and remarks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

import tinycss2
from tinycss2.ast import Declaration, Node

from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.output.css_selectors import Names, alternatives, applies

NESTING = ("media", "supports", "layer", "container")
PROPERTY = re.compile(r"--[\w-]+")
# What the theme's own script would set for a moment, which no page loads.
NEVER_SET = "[data-md-color-switching]"


@dataclass(frozen=True)
class Rule:
    """A rule: its head, and the rules or the declarations in it."""

    head: str
    rules: list["Rule"] = field(default_factory=list)
    declarations: list[Node] = field(default_factory=list)


@lru_cache(4)  # a page that is saved anew seldom names anything new
def reduced(sheets: tuple[tuple[str, str], ...], names: Names, scripts: str = "", whole: frozenset[str] = frozenset()) -> str:
    """Return stylesheets (file name, text) as one text with the rules that can apply. ProblemsFound for what is no CSS.

    Of the files in `whole` every rule stays. A custom property stays if a rule that stays or a script (`scripts`, their text) names it; keyframes likewise.
    Of a custom property that a selector is given twice, the last stays.
    """
    problems: list[Problem] = []
    rules = [rule for file, text in sheets for rule in _rules(tinycss2.parse_stylesheet(text, True, True), None if file in whole else names, file, problems)]
    if problems:
        raise ProblemsFound(problems)
    rules, kept = _without_replaced(rules), set(PROPERTY.findall(scripts))
    text = _written(rules, None)
    while (found := _written(rules, kept | set(re.findall(r"var\(\s*(--[\w-]+)", text)))) != text:
        text = found
    return ('@charset "UTF-8";' if not text.isascii() else "") + _without_unused_keyframes(text)


def _rules(nodes: Iterable[Node], names: Names | None, file: str, problems: list[Problem]) -> list[Rule]:
    found: list[Rule] = []
    for node in nodes:
        if node.type == "error":
            problems.append(Problem(file, f"is no CSS here: {node.message}", node.source_line))
        elif node.type == "qualified-rule":
            selectors = [_tight(one, ",>+~") for one in alternatives(node.prelude) if names is None or applies(one, names)]
            selectors = [one for one in selectors if not one.startswith(NEVER_SET)]
            if selectors:
                found.append(Rule(",".join(selectors), declarations=_declarations(node.content, file, problems)))
        elif node.lower_at_keyword == "charset":
            continue
        elif node.content is None:
            found.append(Rule(f"@{node.at_keyword} {_tight(node.prelude, ',:')}"))
        elif node.lower_at_keyword in NESTING:
            inner = _rules(tinycss2.parse_rule_list(node.content, True, True), names, file, problems)
            found.append(Rule(f"@{node.at_keyword} {_tight(node.prelude, ',:')}", inner))
        elif node.lower_at_keyword.endswith("keyframes"):
            steps = tinycss2.parse_rule_list(node.content, True, True)
            inner = [Rule(_tight(step.prelude, ","), declarations=_declarations(step.content, file, problems)) for step in steps]
            found.append(Rule(f"@{node.at_keyword} {_tight(node.prelude, ',')}", inner))
        else:
            head = f"@{node.at_keyword} {_tight(node.prelude, ',')}".strip()
            found.append(Rule(head, declarations=_declarations(node.content, file, problems)))
    return found


def _without_replaced(rules: list[Rule]) -> list[Rule]:
    """Return rules without the custom properties that a later rule, under no condition and with the same selectors, gives anew."""
    later, kept = set[tuple[str, str]](), list[Rule]()
    for rule in reversed(rules):
        own = [node for node in rule.declarations if not _is_property(node) or node.important or (rule.head, node.name) not in later]
        later |= {(rule.head, node.name) for node in rule.declarations if _is_property(node)}
        kept.append(replace(rule, declarations=own))
    return kept[::-1]


def _declarations(content: list[Node], file: str, problems: list[Problem]) -> list[Node]:
    nodes: list[Node] = tinycss2.parse_blocks_contents(content, True, True)
    problems += [Problem(file, f"is no CSS here: {node.message}", node.source_line) for node in nodes if node.type == "error"]
    return nodes


def _written(rules: list[Rule], properties: set[str] | None) -> str:
    """Return rules as text; with `properties`, only these custom properties stay."""
    written = []
    for rule in rules:
        kept = [_said(node) for node in rule.declarations if properties is None or not _is_property(node) or node.name in properties]
        if not rule.rules and not rule.declarations:
            written.append(f"{rule.head};" if rule.head.startswith(("@import", "@layer", "@namespace")) else "")
        elif inner := _written(rule.rules, properties) or ";".join(kept):
            written.append(f"{rule.head}{{{inner}}}")
    return "".join(written)


def _is_property(node: Node) -> bool:
    return isinstance(node, Declaration) and node.name.startswith("--")


def _said(node: Node) -> str:
    if not isinstance(node, Declaration):  # a rule within a rule
        inner = tinycss2.parse_blocks_contents(node.content, True, True) if node.type == "qualified-rule" else []
        sound = inner and all(one.type != "error" for one in inner)
        return f"{_tight(node.prelude, ',>+~')}{{{';'.join(map(_said, inner))}}}" if sound else str(tinycss2.serialize([node]))
    return f"{node.name}:{_tight(node.value, ',')}{'!important' if node.important else ''}"


def _tight(nodes: list[Node], signs: str) -> str:
    """Return nodes as text; of blanks only those that mean something stay, none beside one of the signs."""
    return str(tinycss2.serialize(_without_blanks(nodes, signs)))


def _without_blanks(nodes: list[Node], signs: str) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if node.type == "comment":
            continue
        if node.type in ("() block", "[] block", "{} block"):
            node.content = _without_blanks(node.content, signs)
        elif node.type == "function":
            node.arguments = _without_blanks(node.arguments, signs)
        sign = node.type == "literal" and node.value in signs
        if node.type == "whitespace":
            if not found or found[-1].type == "whitespace" or (found[-1].type == "literal" and found[-1].value in signs):
                continue
            node.value = " "
        elif sign and found and found[-1].type == "whitespace":
            found.pop()
        found.append(node)
    if found and found[-1].type == "whitespace":
        found.pop()
    return found


def _without_unused_keyframes(text: str) -> str:
    for match in list(re.finditer(r"@(?:-\w+-)?keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}", text)):
        rest = text.replace(match[0], "")
        if not re.search(rf"animation[\w-]*:[^;}}]*(?<![\w-]){re.escape(match[1])}(?![\w-])", rest):
            text = rest
    return text
