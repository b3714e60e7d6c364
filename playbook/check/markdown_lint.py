"""What a page's text may hold: Markdown, and nothing that Markdown would hand on to a browser as it is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from jinja2 import TemplateSyntaxError
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from playbook.check.attribute_lint import attribute_messages
from playbook.check.jinja_text import TAG, bare_text
from playbook.check.link_lint import file_addresses, link_messages
from playbook.content.page import LOCAL, Page, load_pages
from playbook.files.diagnostics import UNSEEN, Problem, sign_name
from playbook.files.messages import complaint
from playbook.render.link_diagnostics import NOT_THERE

PRIVATE = re.compile("[\ue000-\uf8ff]")  # signs that mean nothing outside of one program
SOMEBODY = re.compile(r"https?://[^\s/?#\\()<>]*@", re.IGNORECASE)  # https://good.org@evil.org/
HTML = re.compile(rf"<(/?[A-Za-z][\w-]*|[!?/{TAG}])")
LINK_TARGET = re.compile(r"<(https?://[^\s<>]+|mailto:[^\s<>!/\"'@]+@[^\s<>/\"'@]+)>")  # Markdown makes a link of it
ADDRESS = re.compile(r"(?:\]\(\s*<?|^\s*\[[^]]+\]:\s*<?|<(?=[a-z]+:))(?P<address>[^\s<>()]+)")
HALF_CODE = re.compile(r"%(?![0-9A-Fa-f]{2}).{0,2}")
TEMPLATE_VALUE = re.compile(r"\{\{[^}]*\bregion\b")
BLOCK_START = re.compile(rf"(?<![^\s>{TAG}])/{{3,}}")  # also within a list or a quotation
HANDLER = re.compile(r"\{[^{}]*\b(style|on\w+|srcdoc|srcset)\s*=", re.IGNORECASE)
ATTRIBUTES = re.compile(rf"\{{[ :]*([#.\w][^{{}}]*)?{TAG}[^{{}}]*\}}|\{{ ?[:#.\w][^{{}}]*{TAG}")
NESTED = re.compile(r"^[\s>]{61,}|^\s*(>\s*){13,}")
LONGEST_LINE = 5_000  # characters
MOST_BRACKETS = 500  # in one paragraph, list or table; Markdown's time grows with their square
ITEM = re.compile(r"[-*+]\s+\S|1\.\s+\S")
BULLET = re.compile(r"[•◦▪●‣∙]")
TABLE_LINE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*")  # below the head of a table
MARGIN = re.compile(r" {0,3}(?:> ? {0,3})*")  # before the text of a line, in a quotation or out of it
ALONE = re.compile(rf"\s*({TAG}\s*)+|#{{1,6}}\s.*")  # a line that ends the paragraph above it
# places where a marked value would break: (pattern, what it is)
NO_VALUE = (
    (re.compile(r"^\s*#{1,6}\s.*\{\{[^}]*\bregion\b"), "a heading"),
    (re.compile(r"!\[[^\]]*\{\{[^}]*\bregion\b"), "an image's text"),
    (re.compile(r"(?<!!)\[[^\]]*\{\{[^}]*\bregion\b[^\]]*\]\("), "a link's text"),
    (re.compile(r"\]\([^)]*\{\{[^}]*\bregion\b"), "a link's address"),
    (re.compile(r"`[^`]*\{\{[^}]*\bregion\b[^`]*`"), "code"),
    (re.compile(r"(?<!\{)\{ ?[:#.\w][^{}]*\{\{[^}]*\bregion\b"), "an attribute"),
)


@lru_cache(500)  # a page that was not saved since is the same one
def prose_problems(page: Page) -> tuple[Problem, ...]:
    """Return what a page's text may not hold, line by line: the text that Jinja leaves, for that is what Markdown reads."""
    return tuple(_prose_problems(page))


def _prose_problems(page: Page) -> Iterator[Problem]:
    for number, line in enumerate(page.text.split("\n"), 1):
        if found := UNSEEN.search(line):
            yield Problem(page.name, f"holds {sign_name(found[0])}, which nobody sees; delete it", number)
        if found := PRIVATE.search(line):
            yield Problem(page.name, f"holds {sign_name(found[0])}, a sign that means something else on every machine; delete it", number)
    raw, fenced = page.body.split("\n"), _fenced_lines(page.body)
    if not (bare := _bare_lines(page)):
        return
    for number, line in enumerate(raw):
        plain = "".join(bare[number : number + 1])
        messages = _code_messages(line) if number in fenced else (*_value_messages(line), *link_messages(plain))
        yield from (Problem(page.name, message, page.body_line + number) for message in (*messages, *_line_messages(plain, page.path.startswith(LOCAL))))
    yield from (Problem(page.name, message, page.body_line + number) for number, message in _paragraph_messages(bare, fenced))


def lost_links(project: Path) -> Iterator[Problem]:
    """Yield the links of local pages to files that are not there, in the words of the build, which comes to them only where nothing else is wrong."""
    for page in load_pages(project)[0]:
        fenced = _fenced_lines(page.body)
        for number, line in enumerate(_bare_lines(page)) if page.path.startswith(LOCAL) else ():
            for address in file_addresses(line) if number not in fenced else ():
                if not (project / page.name).parent.joinpath(unquote(re.split("[#?]", address)[0])).exists():
                    yield Problem(page.name, f'links to "{address}", {NOT_THERE}', page.body_line + number)


def _bare_lines(page: Page) -> list[str]:
    """Return the lines of a page's body without expressions; none where Jinja cannot read it, which playbook/check/template_lint.py names."""
    try:
        return bare_text(page).split("\n")
    except TemplateSyntaxError:
        return []


def _fenced_lines(body: str) -> set[int]:
    """Return the numbers of the lines that Markdown reads as blocks of code, by its own rule."""
    lines: set[int] = set()
    for block in FencedBlockPreprocessor.FENCED_BLOCK_RE.finditer(body):
        first = body.count("\n", 0, block.start())
        lines |= set(range(first, first + block[0].count("\n") + 1))
    return lines


def _code_messages(line: str) -> Iterator[str]:
    if TEMPLATE_VALUE.search(line):
        yield "a region's value stands in code; it would not be filled in, write plain words"


def _value_messages(line: str) -> Iterator[str]:
    for pattern, place in NO_VALUE:
        if pattern.search(line):
            yield f"a region's value stands in {place}; put it into the text beside"


def _line_messages(line: str, is_local: bool) -> Iterator[str]:
    """Yield what a line may not hold, in code and out of it: what is code for one reader is not for another. Expressions stand as TAG."""
    macro = "leave it out, or link to it" if is_local else "or a macro of macros/"
    plain = LINK_TARGET.sub("", line)
    if tag := HTML.search(plain):
        yield f"HTML ({tag[0].replace(TAG, '{{')}) in prose; use Markdown, {macro}; a sign alone is written &lt;"
    if found := SOMEBODY.search(line):
        yield f"{found[0]} names somebody before the site's own name, so it leads elsewhere than it seems; leave out what stands before the @"
    for address in ADDRESS.finditer(line):
        if code := HALF_CODE.search(address["address"]):
            yield f"{address['address']} {complaint('code', code=code[0])}"
    if found := HANDLER.search(plain):
        yield f"a {found[1]} attribute; {'leave it out' if is_local else 'give it a class and style that in docs/assets/stylesheets/'}"
    yield from attribute_messages(line)
    if ATTRIBUTES.search(line):
        yield "a macro or a value in an attribute; put it into the text beside"
    if BLOCK_START.search(line):
        yield f"a block that begins with ///; use Markdown, {macro}"
    if NESTED.match(line):
        yield "nested too deeply; begin a list or a quotation of its own"
    if len(line) > LONGEST_LINE:
        yield f"is a line of {len(line)} characters; at most {LONGEST_LINE} are taken, begin a paragraph of its own"


def _paragraph_messages(lines: list[str], fenced: set[int]) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for what takes a whole paragraph to see."""
    in_text = in_list = below_text = False
    brackets = 0
    for number, whole in enumerate(lines):
        line = whole[len(MARGIN.match(whole)[0]) :]  # type: ignore[index]  # it matches every line
        blank = not line.strip()
        brackets = 0 if blank else brackets + line.count("[")
        if brackets > MOST_BRACKETS:
            yield number, f"a paragraph with more than {MOST_BRACKETS} brackets [; begin a paragraph of its own"
            brackets = 0
        item = bool(ITEM.match(line))
        if number not in fenced:
            if item and in_text and not in_list:
                yield number, "a list right below a line of text, which becomes running text; put a blank line before it"
            if below_text and TABLE_LINE.fullmatch(line):
                yield number - 1, "a table right below a line of text, which becomes running text; put a blank line before it"
            if bullet := BULLET.match(line):
                yield number, f"begins with {bullet[0]}, which makes no list; begin each item with - and a blank, and put a blank line before the first"
        below_text = in_text and not in_list and "|" in line
        in_list = not blank and (in_list or item)
        in_text = not blank and not ALONE.fullmatch(line) and not line.startswith((" ", "\t", "|"))
