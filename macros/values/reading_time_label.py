"""How long points take to say, in an edition and, marked for a browser, with a reader's own values."""

from collections.abc import Callable, Iterable

from macros.points.point_html import length
from macros.values.stage_variants import by_stage, staged
from playbook.content.point_text import Point
from playbook.model.region import MEETING_KEYS, Region, without_meetings
from playbook.content.reading_time import Length, duration_in_words
from playbook.model.stage import STAGES


class Duration:
    """How long a talk takes. `talk` gives its points for a stage, which is None in the unlocalized edition; `say` how they are said.

    `at` is a stage whose wording holds whatever the edition's own is.
    """

    def __init__(self, talk: Callable[[str | None], Iterable[Point]], say: Callable, region: Region | None, at: str | None = None):
        own = region.stage if region and not at else None
        by = by_stage if at else staged
        self._region = region
        self._length = length(tuple(talk(own)), say, at or own, by)
        lengths = {stage: str(length(tuple(talk(stage)), say, at or stage, by)) for stage in STAGES}
        first = next(iter(lengths.values()))
        self._lengths = f' data-length="{first}"' + "".join(f' data-{stage}="{other}"' for stage, other in lengths.items() if other != first)

    def words(self) -> str:
        """Return the number of words, marked."""
        return _counted("words", self._lengths, self._length, self._region)

    def time(self) -> str:
        """Return the time as people say it, marked."""
        return _counted("time", self._lengths, self._length, self._region)


def _counted(what: str, lengths: str, length: Length, region: Region | None) -> str:
    """Return the number of words or the time, marked with what a browser counts it by, and with what it is once the talk's meeting has passed."""

    def said(region: Region | None) -> str:
        count = length.count(region)
        return str(count) if what == "words" else duration_in_words(count)

    named = {field.partition(".")[0] for field in length.fields}
    dated = [key for key in MEETING_KEYS if key in named and region and getattr(region, key).date]
    passed = f' data-meeting="{dated[0]}" data-passed="{said(without_meetings(region, dated))}"' if len(dated) == 1 else ""
    return f'<span data-said="{what}"{lengths}{passed}>{said(region)}</span>'
