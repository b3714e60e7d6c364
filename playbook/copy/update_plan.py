"""What an update would do to each file of a copy, and which edits stand in its way. Nothing here writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from playbook.copy.ownership import SETTINGS, is_own
from playbook.copy.release_manifest import LINK, Release, digests
from playbook.files.diagnostics import Problem

COPY_KEEPS = "site.yml, regions/, docs/local/"
EXPLAIN = ("examples/README.md", "regions/README.md")  # beside examples, and none
# why a file of the copy stands against an update, by its state
IN_THE_WAY = {
    "edited": "was changed here, and an update would lose that",
    "orphan": "was changed here; the release no longer has it",
    "taken": "stands where the release brings a file of its own",
    "link": "is a link to another place; put the file itself here",
    "deleted": "was deleted here; the release brings it back",
}
# how an edit can be kept, by where it was made: (beginning of the path, advice); the first that fits
WAYS = (
    ("docs/assets/", "offer the change to the original, since all copies look alike; the accent color is set by color: in site.yml"),
    ("docs/", "say a point your own way under points: in your region file (regions/README.md), write other text as a page of your own in docs/local/, put a fact of your region into regions/, or offer a better sentence to the original"),
    ("regions/README.md", "it is made from the model; keep notes of your own in another file of regions/"),
    ("mkdocs.yml", "address, home edition and paper are set in site.yml, and pages in docs/local/ stand in the menu by themselves; offer anything else to the original"),
    (".github/", "give a workflow or form of your own another file name, which no update touches"),
    ("overrides/", "offer the change to the original, since the frame of a page is the same in all copies"),
    ("", "offer the change to the original; what a copy says differently belongs in site.yml, regions/ or docs/local/"),
)  # fmt: skip


class Compared(NamedTuple):
    """A file of a copy or of a release. `state`: same, older (as the original once had it), new (of the release), added (by the copy), or one of IN_THE_WAY.

    `deed` is what takes the copy to the release: `add`, `replace` or `delete`.
    """

    path: str
    state: str
    deed: str


@dataclass(frozen=True)
class UpdateOptions:
    """Where the original is and which version of it is wanted; which edits of the copy are given up; whether only to say what would change."""

    given: str
    version: str
    discard: tuple[str, ...] = ()
    discard_all: bool = False
    dry_run: bool = False
    unchecked: bool = False
    hold: tuple[str, ...] = ()  # beginnings of paths that are left to be done by hand


@dataclass(frozen=True)
class Plan:
    """An update thought through: its steps, the copy's edits in its way, and the examples that the copy does without."""

    release: Release
    steps: tuple[Compared, ...]
    refusals: tuple[Problem, ...]
    without: tuple[str, ...]
    by_hand: tuple[Compared, ...]  # steps that a run at the host may not do

    @property
    def branch(self) -> str:
        """The branch that holds the update, where the copy is kept in git."""
        return f"update-{self.release.slug}"


def compare(project: Path, base: Release, coming: Release) -> Iterator[Compared]:
    """Yield every file of a copy or of the coming release; `base` is the release that the copy was made from, as far as it is known."""
    here = digests(project, coming.files)
    known = base.former.union(base.files.items(), coming.former.difference(coming.files.items()))
    had = {path for path, _ in known}
    for path in sorted({*here, *coming.files}):
        ours, theirs = here.get(path, ""), coming.files.get(path, "")
        if ours == theirs or (path, ours) in known:
            state = "same" if ours == theirs else "older"
        elif not ours:
            state = "deleted" if path in base.files else "new"
        elif ours == LINK:
            state = "link"
        elif path in had:
            state = "edited" if theirs else "orphan"
        else:
            state = "taken" if theirs else "added"
        yield Compared(path, state, "delete" if not theirs else "replace" if ours else "add")


def plan(project: Path, base: Release, coming: Release, options: UpdateOptions) -> Plan:
    """Return what an update to `coming` does. Of the copy's own files it changes those alone that are as the original had them, and adds beside such."""
    files = list(compare(project, base, coming))
    kept = {_folder(file.path) for file in files if file.state in ("same", "older") and is_own(file.path) and file.path not in EXPLAIN} - {""}
    given_up = {path.replace("\\", "/").removeprefix("./") for path in options.discard}

    def wanted(file: Compared) -> bool:
        if is_own(file.path):
            return file.path not in SETTINGS and (file.state == "older" or (file.state == "new" and _folder(file.path) in kept))
        return file.state not in ("same", "added")

    def allowed(file: Compared) -> bool:
        return file.state not in IN_THE_WAY or options.discard_all or file.path in given_up

    changes = list(filter(wanted, files))
    refusals = [_refusal(file) for file in changes if not allowed(file)]
    absent = given_up - {file.path for file in files} - base.files.keys()
    refusals += [Problem(path, "is named by --discard, but there is no such file") for path in absent]
    without = tuple(file.path for file in files if file.deed == "add" and file.path.startswith("examples/") and file not in changes)
    steps = list(filter(allowed, changes))
    refusals += dict.fromkeys(_blocked(project, changes))
    by_hand = tuple(step for step in steps if step.path.startswith(options.hold))
    return Plan(coming, tuple(step for step in steps if step not in by_hand), tuple(refusals), without, by_hand)


def _blocked(project: Path, steps: list[Compared]) -> Iterator[Problem]:
    """Yield what stands, as a folder or a file, where the release brings the other kind, and does not go itself."""
    going = {step.path for step in steps if step.deed == "delete"}
    for path in (step.path for step in steps if step.deed != "delete"):
        if (project / path).is_dir() and not (project / path).is_symlink() and not _emptied(project, path, going):
            yield Problem(path, "is a folder here, and the release brings a file of that name; give the folder another name")
        for parent in map(str, PurePosixPath(path).parents):
            if (project / parent).is_file() and parent not in going:
                yield Problem(parent, "is a file here, and the release brings a folder of that name; give the file another name")


def _emptied(project: Path, path: str, going: set[str]) -> bool:
    held = {item.relative_to(project).as_posix() for item in (project / path).rglob("*") if not item.is_dir()}
    return bool(held) and held <= going


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _refusal(file: Compared) -> Problem:
    kept = next(advice for start, advice in WAYS if file.path.startswith(start))
    way, agree = ("", "let it come back") if file.state == "deleted" else (f"; to keep it, {kept}", "give your change up")
    return Problem(file.path, f"{IN_THE_WAY[file.state]}{way}; to {agree}: --discard {file.path}")
