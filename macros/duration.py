"""How long points take to say, in an edition and, marked for a browser, with a reader's own values."""

from collections.abc import Callable, Iterable

from macros.said import length
from playbook.points import Point
from playbook.region import Region
from playbook.speaking import Length, time_in_words
from playbook.stage import STAGES
from playbook.watch import slot


class Duration:
    """How long a talk takes. `talk` gives its points for a stage, which is None in the unlocalized edition; `say` how they are said.

    `at` is a stage whose wording holds whatever the edition's own is.
    """

    def __init__(self, talk: Callable[[str | None], Iterable[Point]], say: Callable, region: Region | None, at: str | None = None):
        own = region.stage if region and not at else None
        self._region = region
        self._length = length(tuple(talk(own)), say, at or own)
        lengths = {stage: str(length(tuple(talk(stage)), say, at or stage)) for stage in STAGES}
        first = next(iter(lengths.values()))
        self._lengths = f' data-length="{first}"' + "".join(f' data-{stage}="{other}"' for stage, other in lengths.items() if other != first)

    def words(self) -> str:
        """Return the number of words, marked."""
        return self._marked("words", _count(self._length, self._region))

    def time(self) -> str:
        """Return the time as people say it, marked."""
        return self._marked("time", _time(self._length, self._region))

    def _marked(self, what: str, said: str) -> str:
        return f'<span data-said="{what}"{self._lengths}>{said}</span>'


@slot
def _count(length: Length, region: Region | None) -> str:
    return str(length.count(region))


@slot
def _time(length: Length, region: Region | None) -> str:
    return time_in_words(length.count(region))
