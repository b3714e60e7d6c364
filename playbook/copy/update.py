"""An update of a copy, from what was typed to what is said."""

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.copy.apply_update import on_branch, trial_faults, with_backup
from playbook.copy.git import run, tracks
from playbook.copy.own_wording import changed_under_wording
from playbook.copy.release_manifest import Release, read_list
from playbook.copy.release_source import fetch
from playbook.copy.update_plan import Plan, plan
from playbook.files.diagnostics import Problem, ProblemsFound

MARKS = {"add": "+", "replace": "~", "delete": "-"}
SCHEMA = "playbook/region.schema.json"


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


def update_copy(project: Path, options: UpdateOptions, tell: Callable[[str], None]) -> Plan | None:
    """Update the copy to a release as one change; None where nothing was changed. ProblemsFound, with nothing changed, where an edit or a check stands against it.

    A dry run tells the whole plan, whatever stands against it.
    """
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        coming = fetch(options.given or _upstream(project), options.version, Path(folder))
        done = plan(project, read_list(project) or Release(), coming, options.discard, discard_all=options.discard_all, hold=options.hold)
        for line in _told(done, project, dry_run=options.dry_run):
            tell(line)
        if done.refusals:
            raise ProblemsFound(done.refusals)
        if options.dry_run or not done.steps:
            return None

        def trial_of(trial: Path) -> None:
            tell("Trying it out …")
            complaints = trial_faults(done, project, trial)
            if complaints and not options.unchecked:
                raise ProblemsFound(map(_complaint, complaints))
            for line in complaints:
                tell(line)

        tell((on_branch if tracks(project) else with_backup)(done, project, Path(folder) / "trial", trial_of))
        tell("CHANGELOG.md says what is new, and whether you must do something.")
        return done


def _told(done: Plan, project: Path, *, dry_run: bool) -> Iterator[str]:
    """Yield what is said of a plan before it is carried out."""
    yield f"Release {done.release.version} from {done.release.origin}"
    yield from changed_under_wording(project, done.release.folder)
    if dry_run or (done.steps and not done.refusals):
        yield str(done)
    if dry_run:
        yield from (f"  {MARKS[step.deed]} {step.path}" for step in done.steps)
        yield from (f"  {MARKS[step.deed]} {step.path} (by hand)" for step in done.by_hand)
    if done.without:
        yield f"Left out, since this copy does without: {', '.join(done.without)}."
    if done.refusals:
        yield f"In the way, each told below with a way to keep it: {len(done.refusals)}"
    elif not done.steps:
        left = ", ".join(step.path for step in done.by_hand)
        yield f"This copy is that release already{f', but for what is left to do by hand: {left}' if left else ''}."
    elif keys := _new_keys(project, done.release.folder):
        yield f"Region files may now also say: {', '.join(keys)}. regions/README.md explains them."
    if dry_run:
        yield "Nothing was changed (--dry-run)."


def _new_keys(project: Path, coming: Path) -> list[str]:
    """Return the keys that a region file may have in the coming release and not yet in the copy; none is ever required."""
    known, wider = (json.loads((folder / SCHEMA).read_text("utf-8"))["properties"] if (folder / SCHEMA).is_file() else {} for folder in (project, coming))
    return [key for key in wider if known and key not in known]


def _complaint(line: str) -> Problem:
    return Problem("the updated copy", f"{line}  (mend it in your own files first, or go on with --unchecked)" if ": " in line else line)


def _upstream(project: Path) -> str:
    """Return the address of git's remote called upstream. ProblemsFound if there is none."""
    found = run(project, "remote", "get-url", "upstream") if tracks(project) else None
    if found and not found.returncode:
        return found.stdout.strip()
    raise ProblemsFound([Problem("--from", "is missing: say where the original is, as a git address, a downloaded archive or a folder")])
