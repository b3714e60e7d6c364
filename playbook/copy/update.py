"""An update of a copy, from what was typed to what is said."""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playbook.copy.apply_update import put_in_place, trial_faults
from playbook.copy.git import run
from playbook.copy.own_wording import changed_under_wording
from playbook.copy.ownership import is_own
from playbook.copy.release_manifest import Release, read_list
from playbook.copy.release_source import fetch
from playbook.copy.update_plan import COPY_KEEPS, Plan, UpdateOptions, plan
from playbook.files.diagnostics import Problem, ProblemsFound

__all__ = ["UpdateOptions", "update_copy"]
MARKS = {"replace": "~", "add": "+", "delete": "-"}
SCHEMA = "playbook/region.schema.json"
NO_ORIGINAL = "is missing: say where the original is, as a git address, a downloaded archive or a folder"
MEND = {True: "mend it in your own file first", False: "the release does not fit this copy; tell who makes it"}  # by whether the file is the copy's own


def update_copy(project: Path, options: UpdateOptions, tell: Callable[[str], None]) -> Plan | None:
    """Update the copy to a release as one change; None where nothing was changed. ProblemsFound, with nothing changed, where an edit or a check stands against it.

    A dry run tells the whole plan, whatever stands against it.
    """
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        if not (given := options.given or run(project, "remote", "get-url", "upstream").stdout.strip()):
            raise ProblemsFound([Problem("--from", NO_ORIGINAL)])
        coming = fetch(given, options.version, Path(folder))
        done = plan(project, read_list(project) or Release(), coming, options)
        for line in _told(done, project, dry_run=options.dry_run):
            tell(line)
        if done.refusals:
            raise ProblemsFound(done.refusals)
        if options.dry_run or not done.steps:
            return None

        def trial_of(trial: Path) -> None:
            tell("Trying it out …")
            problems = list(map(_problem, trial_faults(done, project, trial)))
            if problems and not options.unchecked:
                raise ProblemsFound(problems)
            for problem in problems:
                tell(str(problem))

        tell(put_in_place(done, project, Path(folder) / "trial", trial_of))
        tell("CHANGELOG.md says what is new, and whether you must do something.")
        return done


def _told(done: Plan, project: Path, *, dry_run: bool) -> Iterator[str]:
    """Yield what is said of a plan before it is carried out."""
    yield f"Release {done.release.version} from {done.release.origin}"
    yield from changed_under_wording(project, done.release.folder)
    if dry_run or (done.steps and not done.refusals):
        counts = [sum(step.deed == deed for step in done.steps) for deed in MARKS]
        yield "Files changed: {}, new: {}, gone: {}. {} stay as they are.".format(*counts, COPY_KEEPS)
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
    else:
        known, wider = map(_keys, (project, done.release.folder))
        if keys := ", ".join(key for key in wider if known and key not in known):
            yield f"Region files may now also say: {keys}. regions/README.md explains them."
    if dry_run:
        yield "Nothing was changed (--dry-run)."


def _keys(folder: Path) -> dict[str, object]:
    """Return the keys that a region file may have there; none where the schema is missing or damaged, as an update brings it anew."""
    try:
        return dict(json.loads((folder / SCHEMA).read_text("utf-8"))["properties"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _problem(line: str) -> Problem:
    """Return a fault of the trial as what stands against the update; whose it is goes by the file that it names."""
    return Problem("the updated copy", f"{line}  ({MEND[is_own(line.partition(':')[0])]}, or go on with --unchecked)" if ": " in line else line)
