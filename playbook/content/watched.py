"""Watched editions: while a plate is made, whatever the page reads of its edition is noted as a fact."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playbook.model.edition import Edition
from playbook.content.plate import Answers, Question
from playbook.model.region import Region

Changes = tuple[Callable[[Region], Region], ...]

_facts: dict[Question, object] = {}  # what the page in hand asked: question and answer
_edition: Edition | None = None  # the real edition behind the watched one


class Watched:
    """A region whose every value that is read becomes a fact. `derived` are the changes that made it out of the edition's region."""

    def __init__(self, region: Region, derived: Changes = ()):
        self._region = region
        self.derived = derived

    def __getattr__(self, name: str):
        value = getattr(self._region, name)
        _facts[_Read(name, self.derived)] = value
        return value


class WatchedEdition:
    """An edition whose every property that is read becomes a fact; its region is watched, too."""

    def __init__(self, edition: Edition):
        self.region = Watched(edition.region)

    def __getattr__(self, name: str):
        value = getattr(_edition, name)
        _facts[_Read(name)] = value
        return value


@contextmanager
def watching(edition: Edition) -> Iterator[Edition | WatchedEdition]:
    """Yield an edition that is watched; the one without a region as it is, for it shares its pages with no other."""
    global _edition
    _edition = edition
    _facts.clear()
    try:
        yield WatchedEdition(edition) if edition.region else edition
    finally:
        _edition = None
        _facts.clear()


def take_facts() -> dict[Question, object]:
    """Return the facts noted since they were taken last."""
    noted = dict(_facts)
    _facts.clear()
    return noted


def note(question: Question) -> object:
    """Return the watched edition's answer to a question, and note it as a fact."""
    _facts[question] = answer = question(Answers(_edition))
    return answer


@dataclass(frozen=True)
class _Read:
    """The question for a value of the edition's region, or, without a region (None), for a property of the edition."""

    name: str
    region: Changes | None = None

    def __call__(self, answers: Answers) -> object:
        return getattr(answers.edition if self.region is None else answers.region(self.region), self.name)


def real(given: object, answers: Answers) -> object:
    """Return the edition itself, or its region, for a watched one; anything else as it is."""
    if isinstance(given, WatchedEdition):
        return answers.edition
    return answers.region(given.derived) if isinstance(given, Watched) else given


def key(given: object) -> object:
    """Return what two things have in common that a function treats alike, for every edition: the thing itself, if it can be compared."""
    if isinstance(given, Watched):
        return ("region", given.derived)
    if isinstance(given, WatchedEdition):
        return "edition"
    return given if isinstance(given, Hashable) and type(given).__hash__ is not object.__hash__ else id(given)  # the call that is kept keeps the thing alive, so its id stays its own


def is_watched(given: tuple, named: dict) -> bool:
    """Tell whether an edition or a region that is watched is among what a function is given."""
    return any(isinstance(value, (Watched, WatchedEdition)) for value in (*given, *named.values()))
