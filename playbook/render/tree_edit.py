"""Edits of a parsed page: texts and elements put in, taken out, moved."""

from copy import deepcopy

from lxml.html import HtmlElement


def put_text(element: HtmlElement, text: str) -> None:
    """Put text into an element, and nothing else."""
    for child in list(element):
        element.remove(child)
    element.text = text


def put_parts(element: HtmlElement, parts: list[HtmlElement | str]) -> None:
    """Put texts and elements into an element, and nothing else."""
    put_text(element, "")
    for part in parts:
        if isinstance(part, str):
            if len(element):
                element[-1].tail = (element[-1].tail or "") + part
            else:
                element.text = (element.text or "") + part
        else:
            element.append(deepcopy(part))


def hide(element: HtmlElement, hidden: bool) -> None:
    """Set or remove the attribute `hidden`."""
    if hidden:
        element.set("hidden", "")
    else:
        element.attrib.pop("hidden", None)


def drop(element: HtmlElement) -> None:
    """Remove an element and keep what follows it."""
    element.drop_tree()


def replace(element: HtmlElement, new: list[HtmlElement]) -> None:
    """Put elements in the place of another."""
    parent, tail = element.getparent(), element.tail
    at = parent.index(element)
    parent.remove(element)
    for number, one in enumerate(new):
        one.tail = "\n"
        parent.insert(at + number, one)
    if new:
        new[-1].tail = tail
    elif tail:
        before = parent[at - 1] if at else None
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail


def reorder(elements: list[HtmlElement], order: list[int]) -> None:
    """Put neighbors into another order; each keeps what follows it."""
    parent = elements[0].getparent()
    start = parent.index(elements[0])
    for element in elements:
        parent.remove(element)
    for number, place in enumerate(order):
        parent.insert(start + number, elements[place])
