"""Whether a selector can match an element. What only a browser knows (the pointer, the focus, :nth-child and so on) is taken to hold."""

import lxml.html
from tinycss2.ast import Node

from playbook.output.css_selectors import alternatives

Element = lxml.html.HtmlElement
COMBINATORS = (">", "+", "~")
LISTS = ("is", "where", "matches", "any", "-webkit-any")
CLOSED_STATES = ("before", "after", "marker", "first-line", "first-letter", "placeholder", "selection", "backdrop")  # other boxes than the element's own


Selector = list[tuple[str, list[Node]]]  # compounds, each with the combinator before it


def matches(element: Element, selector: Selector) -> bool:
    """Tell whether a selector may match an element."""
    return _complex(element, selector, sure=False)


def compounds(selector: list[Node]) -> Selector:
    """Return a selector, without commas, as compounds."""
    found: list[tuple[str, list[Node]]] = [("", [])]
    for node in selector:
        if node.type == "comment":
            continue
        if node.type == "whitespace" or (node.type == "literal" and node.value in COMBINATORS):
            sign = " " if node.type == "whitespace" else node.value
            if found[-1][1]:
                found.append((sign, []))
            elif sign != " ":
                found[-1] = (sign, [])
        else:
            found[-1][1].append(node)
    return found if found[-1][1] else found[:-1]


def key(selector: Selector) -> str:
    """Return a class (.x), an id (#x) or a tag that every element has which the selector matches; empty if it names none."""
    last = selector[-1][1] if selector else []
    for before, node in zip([None, *last], last, strict=False):
        if node.type == "hash":
            return f"#{node.value}"
        if node.type == "ident" and before is not None and before.type == "literal" and before.value == ".":
            return f".{node.value}"
    return last[0].lower_value if last and last[0].type == "ident" else ""


def keys(element: Element) -> list[str]:
    """Return every key that a selector may have which matches an element."""
    return ["", str(element.tag), f"#{element.get('id')}", *(f".{name}" for name in (element.get("class") or "").split())]


def _complex(element: Element, selector: Selector, sure: bool) -> bool:
    if not selector:
        return False
    combinator, last = selector[-1]
    if not _compound(element, last, sure):
        return False
    before = selector[:-1]
    if not before:
        return not combinator or not sure
    return any(_complex(one, before, sure) for one in _related(element, combinator))


def _related(element: Element, combinator: str) -> list[Element]:
    match combinator:
        case ">":
            return list(element.iterancestors())[:1]
        case "+":
            return list(element.itersiblings(preceding=True))[:1]
        case "~":
            return list(element.itersiblings(preceding=True))
    return list(element.iterancestors())


def _compound(element: Element, nodes: list[Node], sure: bool) -> bool:
    if not isinstance(element.tag, str):
        return False
    place = 0
    while place < len(nodes):
        node, following = nodes[place], nodes[place + 1] if place + 1 < len(nodes) else None
        sign = node.value if node.type == "literal" else ""
        if sign == ".":
            if following is None or following.value not in (element.get("class") or "").split():
                return False
            place += 2
        elif sign == ":":
            double = following is not None and following.type == "literal" and following.value == ":"
            pseudo = nodes[place + 2] if double and place + 2 < len(nodes) else following
            if double or pseudo is None or (pseudo.type == "ident" and pseudo.lower_value in CLOSED_STATES):
                return False
            if not _pseudo(element, pseudo, sure):
                return False
            place += 2
        else:
            if not _simple(element, node):
                return False
            place += 1
    return True


def _simple(element: Element, node: Node) -> bool:
    match node.type:
        case "ident":
            return bool(node.lower_value == element.tag)
        case "hash":
            return bool(node.value == element.get("id"))
        case "[] block":
            return _attribute(element, node)
    return True


def _pseudo(element: Element, pseudo: Node, sure: bool) -> bool:
    if pseudo.type == "function":
        if pseudo.lower_name in LISTS:
            return any(_complex(element, compounds(one), sure) for one in alternatives(pseudo.arguments))
        if pseudo.lower_name == "not":
            return not any(_complex(element, compounds(one), not sure) for one in alternatives(pseudo.arguments))
        if pseudo.lower_name == "has":
            return any(_has(element, one, sure) for one in alternatives(pseudo.arguments))
        return not sure
    match pseudo.lower_value:
        case "root":
            return element.getparent() is None
        case "empty":
            return len(element) == 0 and not (element.text or "")
        case "first-child":
            return element.getprevious() is None
        case "last-child":
            return element.getnext() is None
    return not sure


def _has(element: Element, selector: list[Node], sure: bool) -> bool:
    relative = compounds(selector)
    within = element.iterdescendants() if not relative or relative[0][0] not in ("+", "~") else element.itersiblings()
    bare = [("", relative[0][1]), *relative[1:]] if relative else []
    return any(_complex(one, bare, sure) for one in within if isinstance(one.tag, str))


def _attribute(element: Element, block: Node) -> bool:
    parts = [node for node in block.content if node.type != "whitespace"]
    name = next((node.value for node in parts if node.type == "ident"), "").lower()
    if name not in element.attrib:
        return False
    values = [node for node in parts[1:] if node.type in ("string", "ident", "number", "dimension")]
    if not values:
        return True
    value, own = str(getattr(values[0], "value", "")), element.get(name, "")
    if values[-1] is not values[0] and getattr(values[-1], "lower_value", "") == "i":
        value, own = value.lower(), own.lower()
    sign = "".join(node.value for node in parts[1:] if node.type == "literal")
    return {
        "=": own == value, "^=": bool(value) and own.startswith(value), "$=": bool(value) and own.endswith(value),
        "*=": bool(value) and value in own, "~=": value in own.split(), "|=": own == value or own.startswith(f"{value}-"),
    }.get(sign, True)  # fmt: skip
