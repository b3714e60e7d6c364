"""What became of a run, for a convener: beside the files, in the run's summary, and for the issue that a later job opens."""

from collections.abc import Iterable

from playbook.copy.host import at_host, hand_on, listed, summarize
from playbook.files.diagnostics import Problem

FAILED = "Nothing was published; what was online before stays. Each line says what to mend and leads to its place:"
REMIND = "Please look at these. Where a date has passed, your pages say “new date to be announced” until you write the next one:"


def report_failure(problems: Iterable[Problem], heading: str = FAILED, title: str = "To mend") -> list[str]:
    """Tell what has to be mended; return the lines that the host shows beside the files."""
    problems = list(problems)
    if not at_host():
        return []
    text = f"{heading}\n\n{listed(problems)}"
    summarize(f"## {title}\n\n{text}")
    hand_on("report", text)
    return [problem.annotation() for problem in problems]


def report_success(sentence: str, warnings: Iterable[Problem]) -> list[str]:
    """Tell what was made, and what to look at, such as a date that has passed; return the lines that the host shows beside the files."""
    warnings = list(warnings)
    if not at_host():
        return []
    reminder = f"{REMIND}\n\n{listed(warnings)}" if warnings else ""
    summarize(f"## All is well\n\n{sentence}\n\n{reminder}".rstrip())
    if reminder:
        hand_on("reminder", reminder)
    return [warning.annotation("warning") for warning in warnings]
