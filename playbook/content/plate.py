"""Plates: a page rendered once for all editions that answer its questions alike; in its slots stands what each says in its own words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from playbook.model.edition import Edition
from playbook.model.region import Region

INLINE = "\ue000{}\ue001"  # private-use signs, which no value of a region may hold (its model refuses them)
BLOCK = "\n<div>\ue002{}\ue003</div>\n"
SLOT = re.compile("(\n?)<div>\ue002(\\d+)\ue003</div>|\ue000(\\d+)\ue001")
BLANKS = re.compile(r"\s*\n\s*")

Question = Callable[["Answers"], object]  # comparable and hashable
makers: list[Callable[["Answers"], str]] = []  # of every slot in this process, by number


class Answers:
    """What one edition answers: facts, and the text of each slot, each worked out once."""

    def __init__(self, edition: Edition):
        self.edition = edition
        self._facts: dict[Question, object] = {}
        self._texts: dict[int, str] = {}

    def of(self, question: Question) -> object:
        """Return the edition's answer to a question."""
        if question not in self._facts:
            self._facts[question] = question(self)
        return self._facts[question]

    def text(self, slot: int) -> str:
        """Return what stands in a slot: HTML."""
        if slot not in self._texts:
            self._texts[slot] = makers[slot](self)
        return self._texts[slot]

    def region(self, changes: tuple[Callable[[Region], Region], ...] = ()) -> Region:
        """Return the edition's region, changed."""
        region = self.edition.region
        for change in changes:
            region = change(region)
        return region


@dataclass(frozen=True)
class Plate:
    """A page with slots, and the facts of all editions that share it."""

    html: str
    facts: tuple[tuple[Question, object], ...]

    def fits(self, answers: Answers) -> bool:
        """Tell whether an edition answers every question as the one did for which the plate was made."""
        return all(answers.of(question) == answer for question, answer in self.facts)

    @cached_property
    def _parts(self) -> list[str]:
        return SLOT.split(self.html)  # text, what stands before a block, its number, or the number of an inline slot, text …

    def filled(self, answers: Answers) -> str:
        """Return the page of an edition."""
        parts = self._parts
        made = [parts[0]]
        for place in range(1, len(parts), 4):
            before, block, inline, text = parts[place : place + 4]
            made += (answers.text(int(inline)) if inline else _block(before, int(block), answers), text)
        return "".join(made)

    @cached_property
    def blocks(self) -> tuple[int, ...]:
        """The numbers of its slots that hold blocks."""
        return tuple(int(block) for block in self._parts[2::4] if block)


def _block(before: str, slot: int, answers: Answers) -> str:
    made = BLANKS.sub("\n", answers.text(slot)).strip()
    return made and before + made
