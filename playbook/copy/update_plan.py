"""What an update would do to each file of a copy, and which edits stand in its way. Nothing here writes."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from playbook.copy.ownership import SETTINGS, digests, is_own
from playbook.copy.release import Release
from playbook.copy.update_words import WORDS, remedy
from playbook.files.diagnostics import Problem

EXPLAIN = ("examples/README.md", "regions/README.md")  # beside examples, and none


class Compared(NamedTuple):
    """A file of a copy or of a release. `state`: same, older (as the original once had it), new (of the release), added (by the copy), or one in the way.

    `deed` is what takes the copy to the release: `+` add, `~` replace or `-` delete.
    """

    path: str
    state: str
    deed: str


class UpdateOptions(NamedTuple):
    """Where the original is and which version of it is wanted; which edits of the copy are given up; whether only to say what would change."""

    given: str
    version: str
    discard: tuple[str, ...] = ()
    discard_all: bool = False
    dry_run: bool = False
    unchecked: bool = False
    hold: tuple[str, ...] = ()  # beginnings of paths that are left to be done by hand


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
    here = digests(project, coming.files)
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


def plan(project: Path, base: Release, coming: Release, options: UpdateOptions) -> Plan:
    """Return what an update to `coming` does. Of the copy's own files it changes those alone that are as the original had them, and adds beside such."""
    files = list(compare(project, base, coming))
    kept = {_folder(file.path) for file in files if file.state in ("same", "older") and is_own(file.path) and file.path not in EXPLAIN} - {""}
    given_up = {path.replace("\\", "/").removeprefix("./") for path in options.discard}

    def wanted(file: Compared) -> bool:
        if is_own(file.path):
            return file.path not in SETTINGS and (file.state == "older" or (file.state == "new" and _folder(file.path) in kept))
        return file.state not in ("same", "added")

    changes = list(filter(wanted, files))
    in_the_way = [file for file in changes if file.state in WORDS["in_the_way"] and not options.discard_all and file.path not in given_up]
    by_hand = [file for file in changes if file.path.startswith(options.hold) and file not in in_the_way]
    steps = [file for file in changes if file not in in_the_way and file not in by_hand]
    absent = given_up - {file.path for file in files} - base.files.keys()
    refusals = [*map(_refusal, in_the_way), *(Problem(path, remedy("not_there")) for path in absent), *_blocked(project, changes)]
    return Plan(
        coming, steps, by_hand, refusals, [file.path for file in files if file.deed == "+" and file.path.startswith("examples/") and file not in changes]
    )


def _blocked(project: Path, steps: list[Compared]) -> Iterator[Problem]:
    """Yield what stands, as a folder or a file, where the release brings the other kind, and does not go itself."""
    going = {step.path for step in steps if step.deed == "-"}
    for path in (step.path for step in steps if step.deed != "-"):
        held = {item.relative_to(project).as_posix() for item in (project / path).rglob("*") if not item.is_dir()}
        if (project / path).is_dir() and not (project / path).is_symlink() and not (held or {path}) <= going:
            yield Problem(path, "is a folder here, and the release brings a file of that name; give the folder another name")
        for parent in map(str, PurePosixPath(path).parents):
            if (project / parent).is_file() and parent not in going:
                yield Problem(parent, "is a file here, and the release brings a folder of that name; give the file another name")


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _refusal(file: Compared) -> Problem:
    kept = next(advice for start, advice in WORDS["ways_to_keep"].items() if file.path.startswith(start))
    way, agree = ("", "let it come back") if file.state == "deleted" else (f"; to keep it, {kept}", "give your change up")
    return Problem(file.path, f"{WORDS['in_the_way'][file.state]}{way}; to {agree}: {remedy('give_up', path=file.path)}")
