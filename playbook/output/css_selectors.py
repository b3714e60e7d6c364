"""Selectors: which of them can apply to a page of the site, going by the names that its pages and scripts use."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tinycss2.ast import Node

ATTRIBUTES = r"class|id|type|dir|name|for|role|aria-[\w-]+|data-[\w-]+"
VALUE = re.compile(rf"""[\s"'](?:{ATTRIBUTES})=(?:"([^"]*)"|'([^']*)')""")
ELEMENT = re.compile(r"<([a-z][\w-]*)", re.IGNORECASE)
SCRIPT_WORD = re.compile(r"(?<![\w.#$-])[A-Za-z_][\w-]*")  # `.name` and `#name` ask for what is there; they make nothing
TABS = re.compile(r'data-tabs="\d+:(\d+)"')


@dataclass(frozen=True)
class Names:
    """What pages and scripts name: classes, ids, attribute values and elements."""

    on_pages: frozenset[str]
    in_scripts: frozenset[str]
    beginnings: tuple[str, ...]  # of names that a script puts together: "md-tag--"
    tabs: int  # the most tabs that stand side by side

    def known(self, name: str) -> bool:
        """Tell whether anything may bear a name."""
        return name in self.on_pages or name in self.in_scripts or name.isdigit() or name.startswith(self.beginnings)


def names_of(pages: Iterable[str], scripts: Iterable[str]) -> Names:
    """Return every name in the text of pages and scripts."""
    values, elements, tabs = set(), {"html", "head", "body", "true", "false"}, 0
    for page in pages:
        values.update(VALUE.findall(page))
        elements.update(name.lower() for name in set(ELEMENT.findall(page)))
        tabs = max((tabs, *map(int, TABS.findall(page))))
    words = {word for script in scripts for word in SCRIPT_WORD.findall(script)}
    named = {word for pair in values for word in "".join(pair).split()}
    return Names(frozenset(named | elements), frozenset(words), tuple(w for w in words if w.endswith("-") and len(w) > 3), tabs)


def alternatives(nodes: list[Node]) -> list[list[Node]]:
    """Return a list of selectors, split at its commas."""
    found: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == ",":
            found.append([])
        else:
            found[-1].append(node)
    return found


def applies(selector: list[Node], names: Names) -> bool:
    """Tell whether a selector can match anything; what is not understood is taken to."""
    classes = {node.value for before, node in pairwise(selector) if node.type == "ident" and _is(before, ".")}
    for before, node in pairwise([None, *selector]):
        if node.type == "ident":
            if not _is(before, ":") and not names.known(node.value if _is(before, ".") else node.lower_value):
                return False
        elif (node.type == "hash" and not names.known(node.value)) or (node.type == "[] block" and not _attribute_applies(node, names)):
            return False
        elif node.type == "function":
            if node.lower_name in ("is", "where", "has") and not any(applies(one, names) for one in alternatives(node.arguments)):
                return False
            if node.lower_name == "nth-child" and "tabbed-set" in classes and _number(node.arguments) > max(names.tabs, 1):
                return False
    return True


def _is(node: Node | None, sign: str) -> bool:
    return node is not None and node.type == "literal" and node.value == sign


def _number(nodes: list[Node]) -> int:
    values = [node for node in nodes if node.type != "whitespace"]
    return values[0].int_value or 0 if len(values) == 1 and values[0].type == "number" else 0


def _attribute_applies(block: Node, names: Names) -> bool:
    parts = [node for node in block.content if node.type != "whitespace"]
    if len(parts) != 3 or not _is(parts[1], "=") or not re.fullmatch(ATTRIBUTES, getattr(parts[0], "value", "")):
        return True
    value = str(parts[2].value)
    return not value or " " in value or names.known(value)
