"""What an update would do to each file of a copy, and which edits stand in its way. Nothing here writes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from playbook.copy.ownership import OURS_UNTIL_EDITED, OWN, files_of, is_own
from playbook.copy.release_manifest import LIST, Release, digests
from playbook.files.diagnostics import Problem

SCHEMA = "playbook/region.schema.json"
EXPLAIN = ("examples/README.md", "regions/README.md")  # beside examples, and none
COPY_KEEPS = ", ".join(path for path in OWN if path not in ("CNAME", "README.md", "examples/"))
# how an edit can be kept, by where it was made: (beginning of the path, advice); the first that fits
WAYS = (
    ("docs/assets/", "offer the change to the original, since all copies look alike"),
    ("docs/", "say a point your own way under points: in your region file (regions/README.md), write other text as a page of your own in docs/local/, put a fact of your region into regions/, or offer a better sentence to the original"),
    ("regions/README.md", "it is made from the model; keep notes of your own in another file of regions/"),
    ("mkdocs.yml", "address, home edition and paper are set in site.yml, and pages in docs/local/ stand in the menu by themselves; offer anything else to the original"),
    (".github/", "give a workflow or form of your own another file name, which no update touches"),
    ("overrides/", "offer the change to the original, since the frame of a page is the same in all copies"),
    ("", "offer the change to the original; what a copy says differently belongs in site.yml, regions/ or docs/local/"),
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """What becomes of one file: `add`, `replace` or `delete`."""

    deed: str
    path: str


@dataclass(frozen=True)
class Plan:
    """An update thought through: its steps, the copy's edits in its way, and the examples that the copy does without."""

    steps: tuple[Step, ...]
    refusals: tuple[Problem, ...]
    without: tuple[str, ...]

    def count(self, deed: str) -> int:
        """Return how many files one deed concerns."""
        return sum(step.deed == deed for step in self.steps)


def plan(project: Path, base: Release | None, coming: Release, discard: Iterable[str] = (), discard_all: bool = False) -> Plan:
    """Return what an update to `coming` does. `base` is the list that the copy carries; `discard` names edits to give up."""
    here, steps, without = digests(project), [], []
    refusals = [Problem(path, "is a link to another place; put the file itself here") for path, file in files_of(project).items()
                if file.is_symlink() and not is_own(path)]  # fmt: skip
    given_up = {path.replace("\\", "/").removeprefix("./") for path in discard}
    had = {path for path in here if _untouched(path, here[path], base, coming)}
    examples = {folder for folder in OWN for path in had if path.startswith(folder) and path not in EXPLAIN}  # where the copy still keeps examples of ours
    ignored = {path for path in coming.files if path not in here and (project / path).exists()} if not discard_all else set()
    refusals += [_refusal(path, "stands where the release brings a file of its own") for path in sorted(ignored - given_up)]
    for path in sorted({*here, *coming.files} - (ignored - given_up)):
        mine, theirs = here.get(path), coming.files.get(path)
        if mine == theirs:
            continue
        if is_own(path):
            deed = _deed_for_own(path, mine, theirs, base, path in had, examples)
        else:
            deed, problem = _deed(path, mine, theirs, base, coming, path in had)
            if problem and not discard_all and path not in given_up:
                refusals.append(problem)
                continue
        if deed:
            steps.append(Step(deed, path))
        elif not mine and path.startswith("examples/"):
            without.append(path)
    for path in sorted(given_up - {*here, *coming.files, *(base.files if base else ())}):
        refusals.append(Problem(path, "is named by --discard, but there is no such file"))
    return Plan(tuple(steps), tuple(refusals), tuple(without))


def _untouched(path: str, digest: str, base: Release | None, coming: Release) -> bool:
    return coming.knows(path, digest) or bool(base and base.knows(path, digest))


def _deed_for_own(path: str, mine: str | None, theirs: str | None, base: Release | None, untouched: bool, examples: set[str]) -> str:
    """Return what becomes of a file that is the copy's own: only the original's untouched examples, and its README.md, ever change."""
    folder = next((own for own in OWN if own.endswith("/") and path.startswith(own)), "")
    if not folder and path not in OURS_UNTIL_EDITED:
        return ""
    if mine:
        return ("replace" if theirs else "delete") if untouched else ""
    return "" if (base and path in base.files) or folder not in examples else "add"  # README.md is no folder: deleted, it stays so


def _deed(path: str, mine: str | None, theirs: str | None, base: Release | None, coming: Release, untouched: bool) -> tuple[str, Problem | None]:
    """Return what becomes of a file of the original, and why the copy's state stands against it."""
    if mine is None:
        return "add", _refusal(path, "was deleted here; the release brings it back", deleted=True) if base and path in base.files else None
    known = coming.had(path) or bool(base and base.had(path))
    if theirs is None:
        if not known:
            return "", None
        return "delete", None if untouched else _refusal(path, "was changed here; the release no longer has it")
    if untouched:
        return "replace", None
    was_ours = path not in coming.former and not (base and base.had(path))
    return "replace", _refusal(path, "stands where the release brings a file of its own" if was_ours else "was changed here, and an update would lose that")


def _refusal(path: str, why: str, deleted: bool = False) -> Problem:
    way = "" if deleted else f"; to keep it, {next(advice for start, advice in WAYS if path.startswith(start))}"
    agree = "let it come back" if deleted else "give your change up"
    return Problem(path, f"{why}{way}; to {agree}: --discard {path}")


def sentence(done: Plan) -> str:
    """Return the plan's counts as a sentence."""
    return f"Files changed: {done.count('replace')}, new: {done.count('add')}, gone: {done.count('delete')}. {COPY_KEEPS} stay as they are."


def new_keys(project: Path, coming: Path) -> list[str]:
    """Return the keys that a region file may have in the coming release and not yet in the copy; none is ever required."""
    known, wider = (json.loads((folder / SCHEMA).read_text("utf-8"))["properties"] if (folder / SCHEMA).is_file() else {} for folder in (project, coming))
    return [key for key in wider if known and key not in known]


def held_back(done: Plan, hold: tuple[str, ...]) -> tuple[Plan, tuple[Step, ...]]:
    """Return the plan without the steps on paths that begin with one of `hold`, and those steps, which are left to be done by hand."""
    by_hand = tuple(step for step in done.steps if step.path.startswith(hold)) if hold else ()
    return replace(done, steps=tuple(step for step in done.steps if step not in by_hand)), by_hand


def changes_nothing(done: Plan) -> bool:
    """Tell whether the copy is already what the release is, its list aside."""
    return not [step for step in done.steps if step.path != LIST]
