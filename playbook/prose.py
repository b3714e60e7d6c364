"""What a page's text may hold: Markdown, and nothing that Markdown would hand on to a browser as it is."""

import re
from collections.abc import Iterator

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from playbook.page import Page
from playbook.problem import UNSEEN, Problem, sign_name

PRIVATE = re.compile("[\ue000-\uf8ff]")  # among them the signs of a plate's slots
HTML = re.compile(r"<(/?[A-Za-z][\w-]*|[!?/{])")
SOMEBODY = re.compile(r"https?://[^\s/?#\\()<>]*@", re.IGNORECASE)  # https://good.org@evil.org/
ADDRESS = re.compile(r"<(https?|mailto):[^\s<>]*>")  # Markdown makes a link of it
VALUE = re.compile(r"\{\{[^}]*\bregion\b")
CODE = re.compile(r"`[^`]*`")
ODD = re.compile(r"``|\\`")  # signs of code that need more than a line to be understood
BLOCK = re.compile(r"(?<!\S)/{3,}\s*\w")  # also within a list or a quotation
HANDLER = re.compile(r"\{[^{}]*\b(style|on\w+|srcdoc)\s*=", re.IGNORECASE)
NESTED = re.compile(r"^[\s>]{61,}|^\s*(>\s*){13,}")
# places where a marked value would break: (pattern, what it is)
NO_VALUE = (
    (re.compile(r"^\s*#{1,6}\s.*\{\{[^}]*\bregion\b"), "a heading"),
    (re.compile(r"!\[[^\]]*\{\{[^}]*\bregion\b"), "an image's text"),
    (re.compile(r"(?<!!)\[[^\]]*\{\{[^}]*\bregion\b[^\]]*\]\("), "a link's text"),
    (re.compile(r"\]\([^)]*\{\{[^}]*\bregion\b"), "a link's address"),
    (re.compile(r"`[^`]*\{\{[^}]*\bregion\b[^`]*`"), "code"),
    (re.compile(r"(?<!\{)\{ ?[:#.\w][^{}]*\{\{[^}]*\bregion\b"), "an attribute"),
)


def prose_problems(page: Page) -> Iterator[Problem]:
    """Yield what a page's text may not hold, line by line; code in ``` or ~~~ is exempt, as far as Markdown reads it as code."""
    for number, line in enumerate(page.text.split("\n"), 1):
        if found := UNSEEN.search(line):
            yield Problem(page.name, f"holds {sign_name(found[0])}, which turns text around unseen; delete it", number)
        if found := PRIVATE.search(line):
            yield Problem(page.name, f"holds {sign_name(found[0])}, a sign that means something else on every machine; delete it", number)
    fenced, odd = _fenced_lines(page.body), False
    for number, line in enumerate(page.body.split("\n")):
        messages = _code_messages(line) if number in fenced else _line_messages(line, odd)
        yield from (Problem(page.name, message, page.body_line + number) for message in messages)
        odd = bool(line.strip()) and (odd or bool(ODD.search(line)) or line.count("`") % 2 == 1)  # up to the end of the paragraph


def _fenced_lines(body: str) -> set[int]:
    """Return the numbers of the lines that Markdown reads as blocks of code, by its own rule."""
    lines: set[int] = set()
    for block in FencedBlockPreprocessor.FENCED_BLOCK_RE.finditer(body):
        first = body.count("\n", 0, block.start())
        lines |= set(range(first, first + block[0].count("\n") + 1))
    return lines


def _code_messages(line: str) -> Iterator[str]:
    if VALUE.search(line):
        yield "a region's value stands in code; it would not be filled in, write plain words"


def _line_messages(line: str, odd: bool) -> Iterator[str]:
    for pattern, place in NO_VALUE:
        if pattern.search(line):
            yield f"a region's value stands in {place}; put it into the text beside"
    plain = ADDRESS.sub("", line if odd or ODD.search(line) else CODE.sub("", line))
    if tag := HTML.search(plain):
        yield f"HTML ({tag[0]}) in prose; use Markdown, or a macro of macros/"
    if found := SOMEBODY.search(plain if odd else CODE.sub("", line)):
        yield f"{found[0]} names somebody before the site's own name, so it leads elsewhere than it seems; leave out what stands before the @"
    if found := HANDLER.search(plain):
        yield f"a {found[1]} attribute; give it a class and style that in docs/assets/stylesheets/"
    if BLOCK.search(line):
        yield "a block that begins with ///; use Markdown, or a macro of macros/"
    if NESTED.match(line):
        yield "nested too deeply; begin a list or a quotation of its own"
