"""An update of a copy, from what was typed to what is said."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playbook.copy.apply_update import apply_files, refuse_unsaved, try_out
from playbook.copy.git import run, tracks
from playbook.copy.own_wording import changed_under_wording
from playbook.copy.release_manifest import read_list
from playbook.copy.release_source import fetch
from playbook.copy.update_plan import Plan, Step, changes_nothing, held_back, new_keys, plan, sentence
from playbook.files.diagnostics import Problem, ProblemsFound

Tell = Callable[[str], None]
MARKS = {"add": "+", "replace": "~", "delete": "-"}


@dataclass(frozen=True)
class UpdateOptions:
    """Where the original is and which version of it is wanted; which edits of the copy are given up; whether only to say what would change."""

    given: str
    version: str
    discard: tuple[str, ...]
    discard_all: bool
    dry_run: bool
    unchecked: bool
    hold: tuple[str, ...] = ()  # beginnings of paths that are left to be done by hand


@dataclass(frozen=True)
class Updated:
    """What an update did: to which version, on which branch (without git none), and what is left to be done by hand."""

    version: str
    branch: str
    by_hand: tuple[Step, ...]


def update_copy(project: Path, options: UpdateOptions, tell: Tell) -> Updated | None:
    """Update the copy to a release as one change; None where nothing was changed. ProblemsFound, with nothing changed, where an edit or a check stands against it.

    A dry run tells the whole plan, whatever stands against it.
    """
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        source = fetch(_original(project, options.given), options.version, Path(work))
        coming, base = source.release, read_list(project)
        done = plan(project, base, coming, options.discard, options.discard_all)
        tell(f"Release {coming.version} from {source.name}")
        for line in changed_under_wording(project, source.folder):
            tell(line)
        done, by_hand = held_back(done, options.hold)
        if options.dry_run:
            _tell_plan(done, by_hand, tell)
        if done.without:
            tell(f"Left out, since this copy does without: {', '.join(done.without)}.")
        if done.refusals:
            raise ProblemsFound(done.refusals)
        if changes_nothing(done):
            left = ", ".join(step.path for step in by_hand)
            tell(f"This copy is that release already, but for what is left to do by hand: {left}." if left else "This copy is that release already.")
            return None
        if not options.dry_run:
            tell(sentence(done))
        if keys := new_keys(project, source.folder):
            tell(f"Region files may now also say: {', '.join(keys)}. regions/README.md explains them.")
        if options.dry_run:
            tell("Nothing was changed (--dry-run).")
            return None
        branch = f"update-{coming.slug}"
        if tracks(project):
            refuse_unsaved(project, branch)
        tell("Trying it out …")
        if complaints := try_out(done, source, project):
            if not options.unchecked:
                raise ProblemsFound(_complaint(line) for line in complaints)
            tell("\n".join(complaints))
        tell(apply_files(done, source, project, branch))
        tell("CHANGELOG.md says what is new, and whether you must do something.")
        return Updated(coming.version, branch if tracks(project) else "", by_hand)


def _tell_plan(done: Plan, by_hand: tuple[Step, ...], tell: Tell) -> None:
    tell(sentence(done))
    for step in done.steps:
        tell(f"  {MARKS[step.deed]} {step.path}")
    for step in by_hand:
        tell(f"  {MARKS[step.deed]} {step.path} (by hand)")
    if done.refusals:
        tell(f"In the way, each told below with a way to keep it: {len(done.refusals)}")


def _complaint(line: str) -> Problem:
    return Problem("the updated copy", f"{line}  (mend it in your own files first, or go on with --unchecked)" if ": " in line else line)


def _original(project: Path, given: str) -> str:
    """Return where the original is: what was typed, else git's remote called upstream."""
    if given:
        return given
    found = run(project, "remote", "get-url", "upstream") if tracks(project) else None
    if found and not found.returncode:
        return found.stdout.strip()
    raise ProblemsFound([Problem("--from", "is missing: say where the original is, as a git address, a downloaded archive or a folder")])
