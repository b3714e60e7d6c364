"""What people typed into the search, and the places that they should find (asked.txt): the search counts it, and is tuned by it."""

from dataclasses import dataclass
from functools import cache

from playbook.content.data_file import DATA_FOLDER
from playbook.content.point_spec import point_specs
from playbook.files.diagnostics import Problem

ASKED = DATA_FOLDER / "asked.txt"
NO_QUESTION = "is no question with its places; write it as: who takes notes → team/notes.html, s76"
LEADS_TO = " → "
SLIP = "~ "


@dataclass(frozen=True)
class Question:
    """What somebody typed, and the places that answer it, the best one first, as asked.txt names them."""

    words: str
    places: tuple[str, ...]
    is_slip: bool = False  # nothing is to be learned from how it is spelled

    @property
    def locations(self) -> tuple[str, ...]:
        """The places as the search index names them; a whole folder is none."""
        return tuple(f"{point_specs()[place].page}.html#{place}" if place in point_specs() else place for place in self.places if not place.endswith("/"))


@cache
def questions() -> tuple[Question, ...]:
    """Return every question of asked.txt; a line that is none is passed over (`asked_problems` names it)."""
    return tuple(Question(words.removeprefix(SLIP), tuple(places.split(", ")), words.startswith(SLIP)) for _, words, places in _lines() if words and places)


def asked_problems() -> list[Problem]:
    """Return a problem for each line of asked.txt that says no question or no place."""
    return [Problem("playbook/content/asked.txt", NO_QUESTION, number) for number, words, places in _lines() if not words or not places]


@cache
def _lines() -> list[tuple[int, str, str]]:
    """Return of each line that is no comment its number, and what stands before and behind the arrow."""
    lines = enumerate(ASKED.read_text("utf-8").splitlines(), 1)
    split = ((number, line.rpartition(LEADS_TO)) for number, line in lines if line.strip() and not line.startswith("#"))
    return [(number, words.strip(), places.strip()) for number, (words, _, places) in split]
