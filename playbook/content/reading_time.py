"""How long words take when they are said aloud."""

import re
from dataclasses import dataclass
from functools import lru_cache

from playbook.model.region import Region
from playbook.model.region_fields import text_of

PACE = 130  # words a minute: calm speech; the tool's first points, S10 to S15, take about a minute


@lru_cache  # a page says the same values again and again
def words_of(text: str) -> int:
    """Return how many words a plain text has; a lone sign such as a dash is none."""
    return sum(1 for word in text.split() if re.search(r"\w", word))


@dataclass(frozen=True)
class Length:
    """How long a text is in any region: the words that are the same in all of them, and the fields that come on top, each as often as it is said.

    A field that keeps the words of a stage names it: `industry@launch`.
    """

    words: int
    fields: tuple[str, ...]

    def __str__(self) -> str:
        """As a page has it for a browser: `112 region industry`."""
        return " ".join((str(self.words), *self.fields))

    def count(self, region: Region | None) -> int:
        """Return how many words it has in a region."""
        return self.words + sum(words_of(text_of(region, *field.split("@"))) for field in self.fields)


def seconds_of(words: int) -> int:
    """Return how many seconds so many words take at our pace."""
    return round(words * 60 / PACE)


def duration_in_words(words: int) -> str:
    """Return that time as people say it: `about 20 seconds`, `about 1 minute`, `about 2½ minutes`; never less than five seconds."""
    seconds = max(seconds_of(words), 5)
    if seconds < 53:
        return f"about {5 * round(seconds / 5)} seconds"
    halves = round(seconds / 30)
    return f"about {halves // 2}{'½' if halves % 2 else ''} minute{'s' if halves > 2 else ''}"


def steps_of_time() -> list[tuple[int, str]]:
    """Return every time that is said within half an hour, each with the most words it stands for."""
    steps = {duration_in_words(count): count for count in range(30 * PACE)}
    return [(most, said) for said, most in steps.items()]
