"""An update of a copy: planned, tried on a copy of the copy, then kept as one commit on a branch of its own; without git, as a folder beside it."""

import os
import shutil
import sys
from collections.abc import Callable, Collection
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from playbook.copy.drift import STEPS, Plan, changed_under_wording, compare
from playbook.copy.git import command, failed, faults, git, reasons, run, uncommitted
from playbook.copy.ownership import digests
from playbook.copy.release import LIST, WORDS, Release, fetch, read_list, write_list
from playbook.files.diagnostics import Problem, ProblemsFound, shown
from playbook.output.atomic_folder import alone
from playbook.output.cache import cache_folder

LOCK = "requirements.txt"
TRYING = "Trying it out …"


def update_copy(project: Path, given: str, version: str, tell: Callable[[str], None], *, discard: Collection[str] = (), dry_run: bool = False) -> Plan | None:
    """Update the copy to a release as one change; None where nothing was changed. ProblemsFound, with nothing changed, where an edit or a check stands against it.

    `given` and `version` say which release, as for `fetch`; `discard` is that of `compare`. A dry run tells the whole plan, whatever stands against it.
    """
    with ExitStack() as after:
        after.enter_context(alone(project, cache_folder(project) / "locks", WORDS["faults"]["at_work"]))
        shutil.rmtree(place := project / ".cache/update", ignore_errors=True)  # what an update left that was stopped
        place.mkdir(parents=True, exist_ok=True)
        after.callback(run, project, "worktree", "prune")
        work = Path(after.enter_context(TemporaryDirectory(dir=place)))
        done = compare(project, read_list(project) or Release(), fetch(given, version, work), discard)
        tell(f"Release {done.release.version} from {done.release.origin}. site.yml, regions/ and docs/local/ stay as they are.")
        for line in (*changed_under_wording(project, done.release.points), *done.told(WORDS["update"], all_paths=dry_run)):
            tell(line)
        if done.refusals:
            raise ProblemsFound(done.refusals)
        if dry_run or not done.paths(*STEPS):
            tell("Nothing was changed (--dry-run)." if done.paths(*STEPS) else "This copy is that release already.")
            return None
        tell(TRYING)
        tell(_keep(done, project, work / "trial"))
        tell("CHANGELOG.md says what is new, and whether you must do something.")
        return done


def _keep(done: Plan, project: Path, trial: Path) -> str:
    """Make the updated copy and keep it as a commit on a branch; without git, as a folder beside the copy, whole or not at all. Return where to look."""
    if (in_git := (project / ".git").exists()) and not shutil.which("git"):
        raise ProblemsFound([Problem(".git", WORDS["faults"]["no_git"])])
    target = project.with_name(f"{project.name}-{done.branch}")
    if run(project, "show-ref", "--verify", "--quiet", f"refs/heads/{done.branch}").returncode == 0 if in_git else target.exists():
        raise ProblemsFound([Problem(f"the branch {done.branch}" if in_git else str(target), WORDS["faults"]["earlier"])])
    if in_git:
        if unsaved := uncommitted(project):
            raise ProblemsFound(Problem(path, WORDS["faults"]["uncommitted"]) for path in unsaved[:20])
        git(project, "worktree", "add", "--quiet", "--detach", "--no-checkout", str(trial))
        git(trial, "reset", "--quiet")
    _make(done, project, trial)
    if not in_git:
        return f"The updated copy is the folder {shutil.move(trial, target)}. Go on in it; this one is as it was, delete it when you are content."
    git(trial, "update-index", "--add", "--remove", "--replace", "--", LIST, *done.paths(*STEPS))  # whatever .gitignore says
    git(trial, "commit", "--quiet", "-m", f"Update the playbook to {done.release.version}\n\nFrom {done.release.origin}.")
    switched = run(project, "switch", "--quiet", "--create", done.branch, git(trial, "rev-parse", "HEAD").strip())
    said = f"One commit on the branch {done.branch}. Look at it: git show  Take it: git switch - && git merge {done.branch}"
    if switched.returncode and run(project, "symbolic-ref", "--short", "HEAD").stdout.strip() != done.branch:
        raise ProblemsFound([failed("switch", switched)])
    return f"{said}\n{WORDS['faults']['after_switch'].format(reasons=reasons(switched))}" if switched.returncode else said


def _make(done: Plan, project: Path, trial: Path) -> None:
    """Put together the updated copy, and run the release's own `check` in it. ProblemsFound with what it finds."""
    for path, state in done.states.items():
        source, target = (done.release.folder if state in STEPS else project) / path, trial / path
        if source.is_symlink() or source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target, follow_symlinks=False)
    write_list(trial, done.release)
    variables = {"PLAYBOOK_CACHE": os.environ.get("PLAYBOOK_CACHE") or str(project / ".cache")}
    if done.states.get(LOCK) in STEPS:
        variables["PYTHONPATH"] = packages = str(trial.parent / ".packages")
        install = ("install", "--quiet", "--disable-pip-version-check", "--target", packages, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        if (ended := command(trial, sys.executable, "-m", "pip", *install)).returncode:
            raise ProblemsFound([Problem(LOCK, f"what the release stands on cannot be installed: {reasons(ended)}; try again with a connection")])
    if found := faults(trial, **variables):
        ours = tuple(f"{shown(path)}:" for path, _ in digests(trial).items() - done.release.files.items())  # as a message names them, whatever they are called
        remedies = {line: WORDS["faults"]["own" if line.startswith(ours) else "release"] for line in found}
        raise ProblemsFound(Problem("the updated copy", f"{line}  ({remedy})") for line, remedy in remedies.items())
