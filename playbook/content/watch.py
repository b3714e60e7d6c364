"""Marks for functions that speak of an edition: a `slot` or `block` of a plate, a `fact` to share it by, a region `derived` from another.

What functions marked as `slot` or `block` return is not on the plate: it is made for each edition when the page is filled. While no edition is
watched, the marks change nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from playbook.content.plate import BLOCK, INLINE, Answers, makers
from playbook.model.region import Region
from playbook.content.watched import Watched, is_watched, key, note, real

_slots: dict[tuple, int] = {}  # the number of every slot, by what makes it


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
        if not is_watched(given, named):
            return ask(*given, **named)
        return note(_Call(ask, given, named))

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


class _Call:
    """A call whose result depends on the edition; equal to another that returns the same for every edition."""

    def __init__(self, make: Callable, given: tuple, named: dict):
        self.key = (make.__module__, make.__qualname__, *map(key, given), *((name, key(value)) for name, value in sorted(named.items())))
        self._make, self._given, self._named = make, given, named

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Call) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __call__(self, answers: Answers):
        return self._make(*(real(value, answers) for value in self._given), **{name: real(value, answers) for name, value in self._named.items()})


def _slotted(make: Callable[..., str], sign: str) -> Callable[..., str]:
    @wraps(make)
    def marked(*given, **named):
        if not is_watched(given, named):
            return make(*given, **named)
        call = _Call(make, given, named)
        if call.key not in _slots:
            _slots[call.key] = len(makers)
            makers.append(call)
        return sign.format(_slots[call.key])

    return marked
