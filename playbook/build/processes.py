"""The work of a build shared by a few processes, each of which makes some editions."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from threading import Thread

from playbook.build.edition_build import Made, Order, make_edition
from playbook.build.in_turn import in_turn
from playbook.files.diagnostics import Problem
from playbook.model.edition import Edition
from playbook.render.common_pages import CommonPages

TOGETHER = 20  # editions made side by side in a process: of what they say alike, the typesetter sets the most but once; each takes some 9 MB
CAN_FORK = sys.platform == "linux"


def make_editions(order: Order, common: CommonPages, wanted: Sequence[Edition]) -> Iterator[tuple[Edition, Made]]:
    """Yield (edition, what became of it) in order; where the system can, as many processes as there are cores share the work."""
    lanes = _lanes(wanted, (os.cpu_count() or 1) if CAN_FORK else 1)
    if len(lanes) < 2:
        for group in _groups(wanted):
            yield from zip(group, in_turn(make_edition(order, common, edition) for edition in group), strict=True)
        return
    context = multiprocessing.get_context("fork")  # a forked process has the common pages; no tree can be handed over otherwise
    alive, here = os.pipe()
    results = []
    for lane in lanes:
        receiver, sender = context.Pipe(duplex=False)
        context.Process(target=_make_lane, args=(order, common, lane, sender, alive, here), daemon=True).start()
        sender.close()
        results += [(edition, receiver) for edition in lane]
    try:
        for edition, receiver in results:
            yield edition, _received(receiver)
    finally:
        os.close(here)
        os.close(alive)


def _groups(editions: Sequence[Edition]) -> list[Sequence[Edition]]:
    return [editions[start : start + TOGETHER] for start in range(0, len(editions), TOGETHER)]


def _lanes(editions: Sequence[Edition], count: int) -> list[Sequence[Edition]]:
    """Return editions for so many processes, in order."""
    count = min(count, len(editions))
    return [editions[len(editions) * lane // count : len(editions) * (lane + 1) // count] for lane in range(count)]


def _make_lane(order: Order, common: CommonPages, editions: Sequence[Edition], sender: Connection, alive: int, here: int) -> None:
    """Make editions in a process of its own, which ends with the build that began it, even if that one is killed."""
    os.close(here)
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # the typesetter's threads: every core has a process already
    gc.disable()  # what an edition is made from goes with its last reference; looking for circles in all that stays takes more time than they take room
    Thread(target=_end_with_the_build, args=(alive,), daemon=True).start()
    try:
        for group in _groups(editions):
            for made in in_turn(make_edition(order, common, edition) for edition in group):
                sender.send(made)
    except OSError as error:
        sender.send(error)


def _end_with_the_build(alive: int) -> None:
    os.read(alive, 1)  # nobody writes: this returns once the build has closed its end, or is gone
    os._exit(1)


def _received(receiver: Connection) -> Made:
    try:
        made: Made | OSError = receiver.recv()
    except EOFError:
        return Made(
            problems=(Problem("build", "the system ended a part of the build; is there memory left? Close other programs, or build a share: --shard 1/4"),)
        )
    if isinstance(made, OSError):
        raise made
    return made
