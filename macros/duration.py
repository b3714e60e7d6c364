"""How long points take to say, in an edition and, marked for a browser, with a reader's own values."""

from collections.abc import Callable, Iterable

from macros.said import length
from playbook.points import Point
from playbook.region import Region
from playbook.speaking import time_in_words
from playbook.stage import STAGES


class Duration:
    """How long a talk takes. `talk` gives its points for a stage, which is None in the unlocalized edition; `say` how they are said."""

    def __init__(self, talk: Callable[[str | None], Iterable[Point]], say: Callable, region: Region | None):
        own = region.stage if region else None
        self._count = length(talk(own), say, own).count(region)
        self._lengths = "".join(f' data-{stage}="{length(talk(stage), say, stage)}"' for stage in STAGES)

    def words(self) -> str:
        """Return the number of words, marked."""
        return self._marked("words", str(self._count))

    def time(self) -> str:
        """Return the time as people say it, marked."""
        return self._marked("time", time_in_words(self._count))

    def _marked(self, what: str, said: str) -> str:
        return f'<span data-said="{what}"{self._lengths}>{said}</span>'
