"""How long points take to say, marked so that a region's own values and stage can be counted in."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from macros.points.point_html import Say, length
from macros.values.components import component
from playbook.content.point_text import Point
from playbook.content.reading_time import duration_in_words
from playbook.model.stage import STAGES


class Duration:
    """How long a talk takes. `talk` gives its points for a stage (empty: in the general edition); `say` how they are said.

    `at` is a stage whose wording holds whatever the edition's own is.
    """

    def __init__(self, talk: Callable[[str], Iterable[Point]], say: Say, at: str = "") -> None:
        self._count = length(tuple(talk("")), say, at, at).count(None)
        lengths = {stage: str(length(tuple(talk(stage)), say, at or stage, at)) for stage in STAGES}
        first = next(iter(lengths.values()))
        self._lengths = {"length": first} | {stage: other for stage, other in lengths.items() if other != first}

    def words(self) -> Markup:
        """Return the number of words, marked."""
        return component("length", what="words", lengths=self._lengths, points="", way="", text=self._count)

    def time(self, points: str = "", way: str = "") -> Markup:
        """Return the time as people say it, marked. `points`: ids of the points of its page that it counts, `way`: say, if it counts their lines alone."""
        return component("length", what="time", lengths=self._lengths, points=points, way=way, text=duration_in_words(self._count))
