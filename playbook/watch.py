"""Watched editions: while a plate is made, what the page reads of its edition is noted as a fact, or stands in a slot.

Another edition with the same facts shares the plate. What functions marked as `slot` or `block` return is not on the plate: it is made for each
edition when the page is filled. Outside of `watching`, the marks change nothing.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps

from playbook.edition import Edition
from playbook.plate import BLOCK, INLINE, Answers, Question, makers
from playbook.region import Region

Changes = tuple[Callable[[Region], Region], ...]

_facts: dict[Question, object] = {}  # what the page in hand asked: question and answer
_edition: Edition | None = None  # the real edition behind the watched one
_slots: dict[tuple, int] = {}  # the number of every slot, by what makes it


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


def slot(make: Callable[..., str]) -> Callable[..., str]:
    """Mark a function that returns inline text of an edition, which Markdown leaves as it is: escaped words, at most with tags of raw HTML."""
    return _slotted(make, INLINE)


def block(make: Callable[..., str]) -> Callable[..., str]:
    """Mark a function that returns raw HTML blocks of an edition, or nothing."""
    return _slotted(make, BLOCK)


def fact(ask: Callable) -> Callable:
    """Mark a function that answers a question about an edition or its region with a value to compare; what it reads on the way is no fact."""

    @wraps(ask)
    def asked(*given, **named):
        if not _is_watched(given, named):
            return ask(*given, **named)
        question = _Call(ask, given, named)
        _facts[question] = answer = question(Answers(_edition))
        return answer

    return asked


def derived(change: Callable[..., Region | None]) -> Callable[..., Region | None]:
    """Mark a function that returns a region with some values changed; slots of the result are slots of their own."""

    @wraps(change)
    def changed(region: Region | None, *given):
        if not isinstance(region, Watched):
            return change(region, *given)
        return Watched(change(region._region, *given), (*region.derived, _Change(change, given)))

    return changed


@dataclass(frozen=True)
class _Change:
    """A change of a region, and what it was given beside it."""

    change: Callable[..., Region]
    given: tuple

    def __call__(self, region: Region) -> Region:
        return self.change(region, *self.given)


@dataclass(frozen=True)
class _Read:
    """The question for a value of the edition's region, or, without a region (None), for a property of the edition."""

    name: str
    region: Changes | None = None

    def __call__(self, answers: Answers) -> object:
        return getattr(answers.edition if self.region is None else answers.region(self.region), self.name)


class _Call:
    """A call whose result depends on the edition; equal to another that returns the same for every edition."""

    def __init__(self, make: Callable, given: tuple, named: dict):
        self.key = (make.__module__, make.__qualname__, *map(_key, given), *((name, _key(value)) for name, value in sorted(named.items())))
        self._make, self._given, self._named = make, given, named

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Call) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __call__(self, answers: Answers):
        return self._make(*(_real(value, answers) for value in self._given), **{name: _real(value, answers) for name, value in self._named.items()})


def _slotted(make: Callable[..., str], sign: str) -> Callable[..., str]:
    @wraps(make)
    def marked(*given, **named):
        if not _is_watched(given, named):
            return make(*given, **named)
        call = _Call(make, given, named)
        if call.key not in _slots:
            _slots[call.key] = len(makers)
            makers.append(call)
        return sign.format(_slots[call.key])

    return marked


def _real(given: object, answers: Answers) -> object:
    """Return the edition itself, or its region, for a watched one; anything else as it is."""
    if isinstance(given, WatchedEdition):
        return answers.edition
    return answers.region(given.derived) if isinstance(given, Watched) else given


def _key(given: object) -> object:
    if isinstance(given, Watched):
        return ("region", given.derived)
    if isinstance(given, WatchedEdition):
        return "edition"
    return given if isinstance(given, Hashable) and type(given).__hash__ is not object.__hash__ else id(given)  # the call that is kept keeps the thing alive, so its id stays its own


def _is_watched(given: tuple, named: dict) -> bool:
    return any(isinstance(value, (Watched, WatchedEdition)) for value in (*given, *named.values()))
