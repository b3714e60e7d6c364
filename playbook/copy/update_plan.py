"""What an update would do to each file of a copy, and which edits stand in its way. Nothing here writes."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from playbook.copy.host import at_host
from playbook.copy.ownership import SETTINGS, digests, is_own
from playbook.copy.release import Release
from playbook.copy.update_words import WORDS, remedy
from playbook.files.diagnostics import Problem

WORKFLOWS = ".github/workflows/"  # a workflow's run may change none


class Compared(NamedTuple):
    """A file of a copy or of a release. `state`: same, older (as the original once had it), new (of the release), added (by the copy), or one in the way.

    `deed` is what takes the copy to the release: `+` add, `~` replace or `-` delete.
    """

    path: str
    state: str
    deed: str


class Plan(NamedTuple):
    """An update thought through: its steps, those that a run at the host may not do, the copy's edits in its way, and the examples that the copy does without."""

    release: Release
    steps: list[Compared]
    by_hand: list[Compared]
    refusals: list[Problem]
    without: list[str]

    @property
    def branch(self) -> str:
        """The branch that holds the update, where the copy is kept in git."""
        return "update-" + re.sub(r"[^\w.-]", "-", self.release.version.split()[0])


def compare(project: Path, base: Release, coming: Release) -> Iterator[Compared]:
    """Yield every file of a copy or of the coming release; `base` is the release that the copy was made from, as far as it is known."""
    here = digests(project)
    known = {*base.former, *base.files.items(), *coming.former}
    had = {path for path, _ in known}
    for path in sorted({*here, *coming.files}):
        ours, theirs = here.get(path, ""), coming.files.get(path, "")
        if ours == theirs or (path, ours) in known:
            state = "same" if ours == theirs else "older"
        elif not ours:
            state = "deleted" if path in base.files else "new"
        else:
            state = "edited" if path in had else "taken" if theirs else "added"
        yield Compared(path, state, "-" if not theirs else "~" if ours else "+")


def plan(project: Path, base: Release, coming: Release, discard: Collection[str] = ()) -> Plan:
    """Return what an update to `coming` does. Of the copy's own files it changes those alone that are as the original had them, and adds beside such.

    `discard` names the edits that are given up.
    """
    files = list(compare(project, base, coming))
    kept = {Path(file.path).parent for file in files if file.state in ("same", "older") and is_own(file.path) and file.path.endswith(".yml")} - {Path()}
    given_up = {path.replace("\\", "/").removeprefix("./") for path in discard}

    def wanted(file: Compared) -> bool:
        if is_own(file.path):
            return file.path not in SETTINGS and (file.state == "older" or (file.state == "new" and Path(file.path).parent in kept))
        return file.state not in ("same", "added")

    changes = list(filter(wanted, files))
    in_the_way = [file for file in changes if file.state in WORDS["in_the_way"] and file.path not in given_up]
    by_hand = [file for file in changes if at_host() and file.path.startswith(WORKFLOWS) and file not in in_the_way]
    steps = [file for file in changes if file not in in_the_way and file not in by_hand]
    absent = given_up - {file.path for file in files} - base.files.keys()
    later = {file.path for file in files if file.deed != ("-" if file in changes else "+")}
    clashes = later & {str(parent) for path in later for parent in PurePosixPath(path).parents}
    refusals = [*map(_refusal, in_the_way), *(Problem(path, remedy("not_there")) for path in absent), *(_clash(path, coming) for path in clashes)]
    without = [file.path for file in files if file.deed == "+" and file.path.startswith("examples/") and file not in changes]
    return Plan(coming, steps, by_hand, refusals, without)


def _refusal(file: Compared) -> Problem:
    kept = next(advice for start, advice in WORDS["ways_to_keep"].items() if file.path.startswith(start))
    return Problem(file.path, WORDS["in_the_way"][file.state].format(kept=kept, give_up=remedy("give_up", path=file.path)))


def _clash(path: str, coming: Release) -> Problem:
    """Return what stands, as a folder or a file, where the release brings the other kind."""
    mine, other = ("folder", "file") if path in coming.files else ("file", "folder")
    return Problem(path, f"is a {mine} here, and the release brings a {other} of that name; give the {mine} another name")
