"""Rules of a stylesheet that take what they apply to out of sight."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import tinycss2
from tinycss2.ast import Declaration, Node

from playbook.credit.css_match import Selector, compounds, key
from playbook.credit.css_values import OF_PAGE, TESTS, is_white, shows
from playbook.output.css_selectors import alternatives

Variables = dict[str, list[list[Node]]]  # custom properties: every value that one may have
MAY_IMPORT = re.compile(r"@(?:import|[\w-]*\\)", re.IGNORECASE)  # as it is, or with one of its letters written as an escape


@dataclass(frozen=True, eq=False)
class HidingRule:
    """One selector of a rule that hides. `said`: the rule in short, for messages; `for_print`: it is for print alone."""

    selector: Selector
    said: str
    for_print: bool
    file: str


@dataclass(frozen=True, eq=False)
class Block:
    """A rule with braces, and what stands in them."""

    node: Node
    declarations: list[Declaration]
    inner: list["Block"]


@lru_cache(64)
def hiding_rules(file: str, text: str) -> dict[str, list[HidingRule]]:
    """Return every selector of a stylesheet whose rule may hide, whatever the medium, the layer or the nesting, by the key of what it matches."""
    blocks = _blocks(tinycss2.parse_stylesheet(text, True, True))
    variables = _variables(blocks)
    hiding_frames = {name for name, step in _keyframes(blocks) if _hides(step, variables, frozenset())}
    found: dict[str, list[HidingRule]] = {}
    for rule in _of(blocks, variables, frozenset(hiding_frames), file, False, None):
        found.setdefault(key(rule.selector), []).append(rule)
    return found


@lru_cache(64)
def imports(text: str) -> tuple[str, ...]:
    """Return the addresses of the stylesheets that a stylesheet takes in."""
    if not MAY_IMPORT.search(text):
        return ()
    rules = [node for node in tinycss2.parse_stylesheet(text, True, True) if node.type == "at-rule" and node.lower_at_keyword == "import"]
    named = [next((part for part in rule.prelude if part.type in ("string", "url", "function")), None) for rule in rules]
    return tuple(_address(part) for part in named if part is not None)


def _address(part: Node) -> str:
    return part.value if part.type != "function" else next((one.value for one in part.arguments if one.type == "string"), "")


def _of(blocks: Iterable[Block], variables: Variables, frames: frozenset[str], file: str, paper: bool, outer: list[Node] | None) -> Iterator[HidingRule]:
    for block in blocks:
        node = block.node
        if node.type == "at-rule" and not node.lower_at_keyword.endswith("keyframes"):
            only_paper = paper or (node.lower_at_keyword == "media" and tinycss2.serialize(node.prelude).strip().lower() == "print")
            if outer is not None and (property_ := _hides(block, variables, frames)):
                yield _rule(outer, property_, only_paper, file)
            yield from _of(block.inner, variables, frames, file, only_paper, outer)
        elif node.type == "qualified-rule":
            found = _hides(block, variables, frames)
            for selector in alternatives(node.prelude) if found or block.inner else ():
                whole = _nested(selector, outer) if outer is not None else selector
                if found:
                    yield _rule(whole, found, paper, file)
                yield from _of(block.inner, variables, frames, file, paper, whole)


def _rule(selector: list[Node], declaration: str, paper: bool, file: str) -> HidingRule:
    return HidingRule(compounds(selector), f"{tinycss2.serialize(selector).strip()} {{ {declaration} }}", paper, file)


def _nested(selector: list[Node], outer: list[Node]) -> list[Node]:
    """Return the selector of a rule within a rule, its & filled in; without one, it is about what the outer one holds."""
    if not any(node.type == "literal" and node.value == "&" for node in selector):
        return [*outer, *tinycss2.parse_component_value_list(" "), *selector]
    return [part for node in selector for part in (outer if node.type == "literal" and node.value == "&" else [node])]


def _hides(block: Block, variables: Variables, frames: frozenset[str]) -> str:
    """Return the declaration that hides, as written; empty if none does."""
    for one in block.declarations:
        name = one.lower_name.removeprefix("-webkit-").removeprefix("-moz-")
        values, written = _values(one.value, variables), tinycss2.serialize(one.value).strip()
        if name in ("color", "text-fill-color") and (OF_PAGE.match(written) or is_white(values[0].strip().lower() if len(values) == 1 else "")):
            return f"{one.name}: {written}"
        for value in values:
            if TESTS.get(name, shows)(value.lower().strip()) or (name in ("animation", "animation-name") and frames & set(value.split())):
                return f"{one.name}: {written}"
    return ""


def _values(nodes: list[Node], variables: Variables, depth: int = 4) -> list[str]:
    """Return a value as written, with every definition of a custom property that it names in turn."""
    named = next((node for node in nodes if node.type == "function" and node.lower_name == "var"), None)
    if named is None or not depth:
        return [tinycss2.serialize(nodes)]
    name = next((node.value for node in named.arguments if node.type == "ident"), "")
    comma = next((number for number, node in enumerate(named.arguments) if node.type == "literal" and node.value == ","), None)
    fallback = [named.arguments[comma + 1 :]] if comma is not None else []
    place = nodes.index(named)
    chosen = [*variables.get(name, ()), *fallback]
    return [value for one in chosen for value in _values([*nodes[:place], *one, *nodes[place + 1 :]], variables, depth - 1)]


def _blocks(nodes: Iterable[Node]) -> list[Block]:
    """Return the rules with braces among these nodes; what they hold is read once, for it is asked several times."""
    found = []
    for node in nodes:
        if node.type in ("qualified-rule", "at-rule") and node.content is not None:
            held = tinycss2.parse_blocks_contents(node.content, True, True)
            found.append(Block(node, [part for part in held if part.type == "declaration"], _blocks(held)))
    return found


def _variables(blocks: Iterable[Block]) -> Variables:
    found: Variables = {}
    for block in _all(blocks):
        for one in block.declarations:
            if one.name.startswith("--"):
                found.setdefault(one.name, []).append(one.value)
    return found


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, and those within others too."""
    for block in blocks:
        yield block
        yield from _all(block.inner)


def _keyframes(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """Yield the name and the last step of all keyframes."""
    for block in blocks:
        if block.node.type != "at-rule":
            continue
        if block.node.lower_at_keyword.endswith("keyframes"):
            ends = [step for step in block.inner if step.node.type == "qualified-rule" and re.search(r"\bto\b|100%", tinycss2.serialize(step.node.prelude))]
            yield from ((tinycss2.serialize(block.node.prelude).strip(), step) for step in ends)
        else:
            yield from _keyframes(block.inner)
