"""A page in pieces: what all editions say alike is kept as text that is ready to be written; the frame around it holds what an edition makes anew."""

import re
import secrets
from collections.abc import Callable, Hashable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from lxml import etree
from lxml.html import HtmlElement

from playbook.output.html_page import BuiltPage, as_bytes

TARGET = f"piece-{secrets.token_hex(8)}"  # of the processing instruction that stands for a piece in a frame; no text of a region can be one
PIECE = re.compile(rb"<\?%b ([0-9]+)>" % TARGET.encode())
Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Piece:
    """Neighbors that no edition changes: their HTML in UTF-8, and the elements themselves, the children of `run`."""

    html: bytes
    run: HtmlElement
    known: dict[Hashable, object] = field(default_factory=dict)

    def once(self, key: Hashable, make: Callable[["Piece"], Value]) -> Value:
        """Return what is told of the piece under a key; it is worked out once for all editions."""
        if key not in self.known:
            self.known[key] = make(self)
        found: Value = self.known[key]  # type: ignore[assignment]  # a key stands for one kind of value
        return found


@dataclass(frozen=True, eq=False)
class Cut:
    """A common page cut into pieces, each of which stands in the frame as a processing instruction with its number."""

    frame: HtmlElement
    pieces: tuple[Piece, ...]
    found: dict[etree.XPath, dict[int, list[str]]] = field(default_factory=dict)
    passages: dict[int, Any] = field(default_factory=dict)  # what a search found on the page in the edition before

    def find(self, path: etree.XPath) -> dict[int, list[str]]:
        """Return the attributes that an XPath selects in the pieces, by their numbers; pieces without any are left out."""
        if path not in self.found:
            self.found[path] = {number: found for number, piece in enumerate(self.pieces) if (found := list(path(piece.run)))}
        return self.found[path]


def piece_of(element: HtmlElement, pieces: Sequence[Piece]) -> Piece | None:
    """Return the piece that an element of a frame stands for; None for any other element."""
    return pieces[int(element.text or 0)] if getattr(element, "target", "") == TARGET else None


class CutPage(BuiltPage):
    """A built page whose frame says what one edition says. Its tree is put together only for who asks for it."""

    def __init__(self, file: Path, name: str, frame: HtmlElement, cut: Cut):
        """Stand for a file that holds a frame with the pieces of `cut` in it."""
        super().__init__(file, name)
        parts = PIECE.split(as_bytes(frame))
        self.used = [int(number) for number in parts[1::2]]
        parts[1::2] = [cut.pieces[number].html for number in self.used]
        self.data = b"".join(parts)
        self.frame, self.cut = frame, cut

    @cached_property
    def raw(self) -> str:
        """The file's text."""
        return self.data.decode()

    @cached_property
    def root(self) -> HtmlElement:
        """The document, the pieces put into the frame."""
        whole = deepcopy(self.frame)
        for element in list(whole.iter(etree.ProcessingInstruction)):
            if piece := piece_of(element, self.cut.pieces):
                run, around = list(deepcopy(piece.run)), element.getparent()
                run[-1].tail = (run[-1].tail or "") + (element.tail or "") or None
                element.tail = None
                for one in run:
                    element.addprevious(one)
                if around is not None:
                    around.remove(element)
        return whole

    def find(self, path: etree.XPath) -> list[str]:
        """Return the attributes that an XPath selects: in the frame, then in the pieces."""
        inside = self.cut.find(path)
        return [*path(self.frame), *(one for number in self.used if number in inside for one in inside[number])]
