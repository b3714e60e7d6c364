"""A problem in a writer's file: where it is, what was expected, what to do."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from operator import attrgetter

from playbook.files.messages import NO_VALUE, OR_DELETE

# what nobody sees in a text and what turns its order around; a terminal or a log would obey it. Joiners and U+FE0F, which scripts and emoji need, may stand
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
LONGEST_KEY = 80  # characters of a key that a message repeats
MOST_ALIKE = 20  # problems of one kind in a file that are told
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|[0-9]+")  # what problems of one kind differ by
MOST_LISTED = 24  # known words that a message lists; of more, the nearest few


def sign_name(sign: str) -> str:
    """Return a character that nobody sees by number and name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()


def shown(text: str) -> str:
    """Return text on one line, each unseen character by its number, so that no file can speak to a terminal or a log through a message."""
    return _named(re.sub(r"[\t\r\n]+", " ", text))


def _named(text: str) -> str:
    return UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `file` is relative to the project; `line` is the editor's line (0: the whole file)."""

    file: str
    message: str
    line: int = 0
    key: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return shown(f"{place}: {self._said()}")

    def _said(self) -> str:
        key = self.key if len(self.key) <= LONGEST_KEY else f"{self.key[: LONGEST_KEY - 1]}…"
        return f"{key}: {self.message}" if key else self.message

    def annotation(self, level: str = "error") -> str:
        """Return the problem, or with `level` a warning, as GitHub Actions shows it beside the file (workflow commands)."""

        def escaped(text: str, *signs: str) -> str:
            for sign in ("%", "\r", "\n", *signs):
                text = text.replace(sign, f"%{ord(sign):02X}")
            return _named(text)

        place = f"file={escaped(self.file, ':', ',')}" + (f",line={self.line}" if self.line else "")
        return f"::{level} {place}::{escaped(self._said())}"


PLACE = attrgetter("file", "line", "key", "message")  # the order of problems


class ProblemsFound(Exception):
    """Everything that is wrong, gathered in one run; never empty."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems), key=PLACE)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def told(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems as they are told: of many of one kind in a file the first few, the last of which says how many more there are."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.file, QUOTED.sub("", problem.message).partition(";")[0]), []).append(problem)
    few: list[Problem] = []
    for alike in kinds.values():
        few += alike[:MOST_ALIKE]
        if (more := len(alike) - MOST_ALIKE) > 0:
            lines = f", down to line {alike[-1].line}" if alike[-1].line else ""
            few[-1] = replace(few[-1], message=f"{few[-1].message}  (and {more} more of this kind{lines}; mend these, then check again)")
    return sorted(few, key=PLACE)


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word that is most like another, capitals or not, or the only one that begins with it; empty where none is."""
    known = list(known)
    small = {name.lower(): name for name in known}
    near = get_close_matches(word, known, 1, likeness) or [small[name] for name in get_close_matches(word.lower(), small, 1, likeness)]
    if not near and len(word) > 2 and likeness < 0.7 and len(longer := [name for name in known if name.lower().startswith(word.lower())]) == 1:
        near = longer
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str], listed: str = "") -> str:
    """Return `did you mean "x"?` for the nearest known word, else the known words; of many, the nearest three and where all are `listed`."""
    known = list(known)
    if near := nearest(word, known):
        return f'did you mean "{near}"?'
    if len(known) <= MOST_LISTED:
        return "use one of " + ", ".join(known)
    few = ", ".join(get_close_matches(word.lower(), known, 3, 0) or known[:3])
    return f"use one such as {few} ({f'all {len(known)} are in {listed}' if listed else f'{len(known)} are known'})"


@contextmanager
def named_failure(file: str, what: str) -> Iterator[None]:
    """Raise whatever fails within as ProblemsFound that names `file`, and `what` cannot be done.

    What is a problem already passes, and what the system ends: no memory, a full disk.
    """
    try:
        yield
    except (ProblemsFound, OSError, MemoryError):
        raise
    except Exception as error:
        message = f"{what}: {type(error).__name__}: {error}; take out what was written there last, and tell who looks after the playbook"
        raise ProblemsFound([Problem(file, message)]) from error


def beside(problems: list[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Return the problems of a file's text, and those that a model found and that do not follow from one of them.

    A key that the model needs is not to be deleted.
    """
    found = list(found)
    marred = {(problem.file, problem.key) for problem in problems if problem.key}
    lines = {(problem.file, problem.line) for problem in problems if not problem.key}

    def follows(problem: Problem) -> bool:
        spoilt = any(file == problem.file and f"{problem.key}.".startswith(f"{key}.") for file, key in marred)
        return spoilt or (problem.file, problem.line) in lines

    needed = {(problem.file, problem.key): problem.message.partition("; ")[2] for problem in found if problem.message.startswith(f"{NO_VALUE}; write the ")}
    told = [
        replace(one, message=f'{one.message.removesuffix(OR_DELETE)}{needed[one.file, one.key]}, or put it in "quotes"')
        if one.message.endswith(OR_DELETE) and (one.file, one.key) in needed
        else one
        for one in problems
    ]
    return told + [problem for problem in found if not follows(problem)]
