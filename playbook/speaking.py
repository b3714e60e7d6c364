"""How long words take when they are said aloud."""

import re

PACE = 130  # words a minute: calm speech; the tool's first points, S10 to S15, take about a minute


def words_of(text: str) -> int:
    """Return how many words a plain text has; a lone sign such as a dash is none."""
    return sum(1 for word in text.split() if re.search(r"\w", word))


def seconds_of(words: int) -> int:
    """Return how many seconds so many words take at our pace."""
    return round(words * 60 / PACE)


def time_in_words(words: int) -> str:
    """Return that time as people say it: `about 20 seconds`, `about 1 minute`, `about 2½ minutes`; never less than five seconds."""
    seconds = max(seconds_of(words), 5)
    if seconds < 53:
        return f"about {5 * round(seconds / 5)} seconds"
    halves = round(seconds / 30)
    return f"about {halves // 2}{'½' if halves % 2 else ''} minute{'s' if halves > 2 else ''}"
