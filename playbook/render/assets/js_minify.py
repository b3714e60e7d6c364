"""Scripts as one: joined in order, without remarks and needless blanks. Nothing is renamed, no statement changed."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pygments import __version__
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, Whitespace, _TokenType

from playbook.output.cache import kept, put

OPENS = "{(,;[:?&|=>"  # no statement ends here
CLOSES = "})],.?:&|"  # none begins here


RULES = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()  # what this module does to a script


def joined(project: Path, scripts: Iterable[str]) -> str:
    """Return classic scripts as one, each kept from one build to the next; each ends its last statement."""
    return "".join(f"{_kept(project, script)};\n" for script in scripts)


def _kept(project: Path, script: str) -> str:
    name = hashlib.sha256(f"{__version__}\n{RULES}\n{script}".encode()).hexdigest()
    if (found := kept(project, "scripts", name)) is not None:
        return found.decode()
    text = tight(script)
    put(project, "scripts", name, text.encode())
    return text


def tight(script: str) -> str:
    """Return a script without remarks; a line break stays where JavaScript may read it as the end of a statement."""
    written, blank = "", ""
    for kind, text in _tokens(script):
        if not text:
            continue
        if kind in Comment or kind in Whitespace:  # type: ignore[comparison-overlap]  # the stubs do not know that a kind holds kinds
            blank = "\n" if "\n" in text + blank else " "
            continue
        if written and _matters(blank, written[-1], text[0]):
            written += blank
        written, blank = written + text, ""
    return written.rstrip(";")


def _tokens(script: str) -> Iterator[tuple[_TokenType, str]]:
    lexer = JavascriptLexer(stripnl=False, stripall=False, ensurenl=False)
    for kind, text in lexer.get_tokens(script.replace("\r\n", "\n")):
        yield (Whitespace if text.isspace() and "String" not in str(kind) else kind), text


def _matters(blank: str, before: str, after: str) -> bool:
    if not blank:
        return False
    if before in OPENS and after not in "/+-":
        return False
    if blank == "\n":
        return after not in CLOSES
    return (_in_word(before) and _in_word(after)) or (before in "+-" and after in "+-") or "/" in before + after


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$#" or ord(sign) > 127
