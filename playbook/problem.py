"""A problem in a writer's file: where it is, what was expected, what to do."""

from dataclasses import dataclass
from difflib import get_close_matches
from collections.abc import Iterable


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `file` is relative to the project; `line` is the editor's line (0: the whole file)."""

    file: str
    message: str
    line: int = 0
    key: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key + ': ' if self.key else ''}{self.message}"

    def annotation(self) -> str:
        """Return the problem as GitHub Actions shows it beside the file (workflow commands)."""

        def escaped(text: str, *signs: str) -> str:
            for sign in ("%", "\r", "\n", *signs):
                text = text.replace(sign, f"%{ord(sign):02X}")
            return text

        place = f"file={escaped(self.file, ':', ',')}" + (f",line={self.line}" if self.line else "")
        return f"::error {place}::{escaped(f'{self.key}: {self.message}' if self.key else self.message)}"


class ProblemsFound(Exception):
    """Everything that is wrong, gathered in one run; never empty."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems), key=lambda p: (p.file, p.line, p.key, p.message))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "x"?` for the nearest known word, else the list of known words."""
    known = list(known)
    near = get_close_matches(word, known, 1, 0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return "use one of " + ", ".join(known)
