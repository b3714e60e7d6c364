"""What the attribute lists of Markdown may not hold in a page: the marks and classes by which a finished page is localized, credited and checked."""

import html
from collections.abc import Iterator

from markdown.extensions.attr_list import get_attrs_and_remainder

# Classes that macros and templates give, and that credits, checks, papers and scripts go by.
RESERVED = frozenset({
    "aside-name", "bar", "bar-share", "bar-whole", "credit", "letter", "letter-file", "message", "ours", "share", "shares", "sheet", "tools",
})  # fmt: skip
FAMILIES = ("form-", "md-", "origin-", "ours-", "point-", "said-", "sheet-", "source-", "tabbed-")


def attribute_messages(line: str) -> Iterator[str]:
    """Yield what the attribute lists of a line may not hold: after a block, within text, at a fence of code, after a macro.

    Each { is read as Markdown would read it, whether or not a list may stand there: what is text in one place is a list in another.
    """
    found: dict[str, None] = {}  # each once, in order
    text = html.unescape(line.replace("\\", ""))
    for start, sign in enumerate(text):
        if sign == "{":
            found |= dict.fromkeys(_list_messages(text[start + 1 :].removeprefix(":")))
    yield from found


def _list_messages(text: str) -> Iterator[str]:
    for key, value in get_attrs_and_remainder(text)[0]:
        name = key.casefold()
        if "data-" in name:
            yield f"a {name[name.index('data-') :]} attribute; marks are written by macros alone, leave it out"
        for given in (value or "").split() if name in (".", "class") else ():
            if given in RESERVED or given.startswith(FAMILIES):
                yield f"the class {given}, which only macros give; leave it out, or give a class of your own another name"
