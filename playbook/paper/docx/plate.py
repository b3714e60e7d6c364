"""Word files of one form: documents that differ in words alone are written once, with signs for the words; then each one's words are put in.

python-docx, which knows the form, takes several times as long over a file as all that is left to do.
"""

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from html import escape

from playbook.paper.document import Document, Run, Table
from playbook.paper.docx.runs import address

SIGN = "\ue004{}\ue005"  # private-use signs, which no page of ours holds and no value of a region may
ADDRESS = "x-playbook:{}"  # where only an address may stand
SIGNS = re.compile(f"{SIGN.format('([0-9]+)')}|{ADDRESS.format('([0-9]+)')}".encode())
ODD = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")  # what a Word file cannot hold, or not as a sign of its own
LONGEST = 255  # characters that a title or a subject may have in a Word file


@dataclass(frozen=True)
class Form:
    """A document with a sign in the place of each of its words; documents of the same form look alike."""

    document: Document
    foot: str
    edition_line: str


@dataclass(frozen=True)
class _Table(Table):
    """A table as wide as its real words make it."""

    kept: tuple[int, ...] = ()

    @property
    def widths(self) -> tuple[int, ...]:
        return self.kept


@dataclass
class _Words:
    """The words that were taken from a document, in order; the same address is taken once."""

    taken: list[str] = field(default_factory=list)

    def text(self, text: str) -> str:
        """Return a sign for a text; blanks around it stay, for they change how it is written, and so does a text with odd signs."""
        bare = text.strip()
        return text.replace(bare, self._sign(SIGN, bare), 1) if bare and not ODD.search(text) else text

    def address(self, given: str) -> str:
        """Return a sign for an address."""
        given = address(given)
        return ADDRESS.format(self.taken.index(given)) if given in self.taken else self._sign(ADDRESS, given)

    def _sign(self, sign: str, word: str) -> str:
        self.taken.append(word)
        return sign.format(len(self.taken) - 1)


def form_of(document: Document, foot: str, edition_line: str) -> tuple[Form, list[str]]:
    """Return the form of a Word file, and its words."""
    words = _Words()
    signed = Document(words.text(document.title[:LONGEST]), words.text(document.description[:LONGEST]), document.audience, _signed(document.blocks, words), "")
    return Form(signed, words.text(foot), words.text(edition_line)), words.taken


def _signed(thing, words: _Words):
    """Return blocks, or whatever stands in them, with signs for words."""
    if isinstance(thing, tuple):
        return tuple(_signed(one, words) for one in thing)
    if isinstance(thing, Run):
        return replace(thing, text=words.text(thing.text), href=words.address(thing.href) if thing.href else "")
    if not is_dataclass(thing):
        return thing
    given = {one.name: _signed(getattr(thing, one.name), words) for one in fields(thing)}
    return _Table(**given, kept=thing.widths) if isinstance(thing, Table) else type(thing)(**given)


class WordPlate:
    """The parts of a Word file, and in which of them signs stand."""

    def __init__(self, parts: dict[str, bytes]):
        self._idle = {name: part for name, part in parts.items() if not SIGNS.search(part)}
        self._signed = {name: _split(part) for name, part in parts.items() if name not in self._idle}

    def filled(self, words: list[str]) -> dict[str, bytes]:
        """Return the parts with words in the place of their signs."""
        said = [[escape(word, quote=False).encode(), escape(word, quote=False).replace('"', "&quot;").encode()] for word in words]
        return self._idle | {
            name: b"".join(part if isinstance(part, bytes) else said[part[0]][part[1]] for part in parts) for name, parts in self._signed.items()
        }


def _split(part: bytes) -> list[bytes | tuple[int, bool]]:
    """Return a part in pieces: as it is, or a word's number and whether it stands in an attribute."""
    pieces, end = [], 0
    for sign in SIGNS.finditer(part):
        in_tag = part.rfind(b"<", 0, sign.start()) > part.rfind(b">", 0, sign.start())
        pieces += [part[end : sign.start()], (int(sign[1] or sign[2]), in_tag)]
        end = sign.end()
    return [*pieces, part[end:]]
