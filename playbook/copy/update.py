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
from playbook.copy.update_plan import changes_nothing, new_keys, plan, sentence
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


def update_copy(project: Path, options: UpdateOptions, tell: Tell) -> None:
    """Update the copy to a release as one change. ProblemsFound, with nothing changed, where an edit or a check stands against it."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        source = fetch(_original(project, options.given), options.version, Path(work))
        coming, base = source.release, read_list(project)
        done = plan(project, base, coming, options.discard, options.discard_all)
        tell(f"Release {coming.version} from {source.name}")
        for line in changed_under_wording(project, source.folder):
            tell(line)
        if done.refusals:
            raise ProblemsFound(done.refusals)
        if changes_nothing(done):
            tell("This copy is that release already.")
            return
        tell(sentence(done))
        if keys := new_keys(project, source.folder):
            tell(f"Region files may now also say: {', '.join(keys)}. regions/README.md explains them.")
        if options.dry_run:
            for step in done.steps:
                tell(f"  {MARKS[step.deed]} {step.path}")
            tell("Nothing was changed (--dry-run).")
            return
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
