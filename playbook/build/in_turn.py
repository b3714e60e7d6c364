"""Pieces of work done in turn: each stops where it can wait, so that steps of one kind follow each other."""

from collections.abc import Generator, Iterable
from heapq import heappop, heappush
from typing import TypeVar

Result = TypeVar("Result")
Step = tuple[int, int]


def in_turn(works: Iterable[Generator[Step, None, Result]]) -> list[Result]:
    """Return what pieces of work return, in their order. Each yields the step that it does next; of those that wait, the one with the least step goes on."""
    waiting: list[tuple[Step, int, Generator[Step, None, Result]]] = [((-1, 0), place, work) for place, work in enumerate(works)]
    results: dict[int, Result] = {}
    while waiting:
        _, place, work = heappop(waiting)
        try:
            heappush(waiting, (next(work), place, work))
        except StopIteration as done:
            results[place] = done.value
    return [results[place] for place in sorted(results)]
