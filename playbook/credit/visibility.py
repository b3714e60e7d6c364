"""Whether the credit of a built page can be seen, as far as markup and stylesheets tell without a browser.

Whatever may hide it counts: a rule for another medium or width, and one that a stronger rule would undo. Scripts, and an element laid over the credit,
are out of reach.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import lxml.html

from playbook.credit.css_hiding import HidingRule, hiding_rules, imports
from playbook.credit.css_match import keys, matches
from playbook.output.html_page import BuiltPage, is_foreign, target

Element = lxml.html.HtmlElement
SHOWING = {"html", "body", "main", "article", "section", "footer", "div", "p", "a", "span", "strong", "em", "img"}  # around or within a credit
FOLDS = {  # elements that show the credit in them, if at all, when somebody opens them, or not as text
    "details", "dialog", "template", "noscript", "select", "object", "iframe", "canvas", "svg", "textarea", "button",
}  # fmt: skip
ATTRIBUTES = ("hidden", "inert", "popover", "style")


def hidden_messages(page: BuiltPage) -> Iterator[str]:
    """Yield where a credit, an origin line, or the words that say a part is adapted may not be seen or heard."""
    sheets = [hiding_rules(*sheet) for sheet in _stylesheets(page)]
    for element, name, whole, on_paper in _credits(page):
        around = [element, *element.iterdescendants(), *(element.iterancestors() if whole else ())]
        hidden = (found for one in around if isinstance(one.tag, str) if (found := _markup(one) or _rule(one, sheets, on_paper)))
        if found := next(hidden, ""):
            yield f"hides its {name}: {found}; the credit must be seen"


def _credits(page: BuiltPage) -> Iterator[tuple[Element, str, bool, bool]]:
    """Yield what must be seen, what it is called, whether what is around it counts (a part may wait in a closed tab), and whether paper shows it."""
    yield from ((element, "credit", True, True) for element in page.by_class("credit"))
    yield from ((element, "origin line", True, False) for element in page.by_class("origin-line"))  # on paper, the foot says it
    yield from ((element, "credit of an adapted part", False, True) for element in page.by_class("origin-part") if element.get("data-origin") == "toolkit")


def _rule(element: Element, sheets: list[dict[str, list[HidingRule]]], on_paper: bool) -> str:
    """Return the rule that may hide an element; `on_paper`: rules for print alone count."""
    rules = (rule for sheet in sheets for one in keys(element) for rule in sheet.get(one, ()))
    return next((f"{rule.said} in {rule.file}" for rule in rules if (on_paper or not rule.for_print) and matches(element, rule.selector)), "")


def _markup(element: Element) -> str:
    """Return how an element's own markup hides what it holds."""
    if element.tag in FOLDS or element.tag not in SHOWING:
        return f"it stands in <{element.tag!s}>"
    if element.get("aria-hidden", "").strip().lower() == "true":
        return f"<{element.tag} aria-hidden>"
    return next((f"<{element.tag} {name}>" for name in ATTRIBUTES if name in element.attrib), "")


def _stylesheets(page: BuiltPage) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every stylesheet that a page uses."""
    for link in page.root.xpath('//link[contains(concat(" ", @rel, " "), "stylesheet")][@href]'):
        aim = None if is_foreign(link.get("href")) else target(page, link.get("href"))
        yield from _with_imports(aim[0], ()) if aim else ()
    yield from (("<style>", style.text_content()) for style in page.root.xpath("//style"))


def _with_imports(file: Path, by: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    """Yield a stylesheet and those that it takes in."""
    if not file.is_file() or file in by:
        return
    text = _text(file, file.stat().st_mtime_ns)
    yield file.name, text
    for address in imports(text):
        if address and not is_foreign(address):
            yield from _with_imports((file.parent / address.split("?")[0]).resolve(), (*by, file))


@cache
def _text(file: Path, changed: int) -> str:
    return file.read_text("utf-8", errors="replace")
