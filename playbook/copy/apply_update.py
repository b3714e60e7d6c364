"""An update put in place: tried on a copy first, then kept as one commit on a branch of its own; without git, with a backup."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from playbook.copy.git import command, git, last_words, run
from playbook.copy.ownership import files_of
from playbook.copy.release_manifest import LIST, faults, write_list
from playbook.copy.update_plan import COPY_KEEPS, Plan
from playbook.files.diagnostics import Problem, ProblemsFound

LOCK = "requirements.txt"


def on_branch(plan: Plan, project: Path, work: Path, trial_of: Callable[[Path], None]) -> str:
    """Carry out the steps in a worktree, try them there, and commit them on a branch; return where to look. Whatever fails, the project is as it was."""
    if unsaved := git(project, "status", "--porcelain").splitlines():
        remedy = "is not committed; commit it or put it aside first, so that the update stays one change"
        raise ProblemsFound(Problem(line[3:], remedy) for line in unsaved[:20])
    if not run(project, "rev-parse", "--verify", "--quiet", f"refs/heads/{plan.branch}").returncode:
        raise ProblemsFound([Problem("git", f"the branch {plan.branch} exists already; look at it, or delete it with: git branch -D {plan.branch}")])
    if run(project, "var", "GIT_COMMITTER_IDENT").returncode or not run(project, "config", "user.email").stdout.strip():
        raise ProblemsFound([Problem("git", 'does not know your name; type: git config user.name "Your Name" && git config user.email you@…')])
    former = run(project, "symbolic-ref", "--quiet", "--short", "HEAD").stdout.strip() or git(project, "rev-parse", "HEAD").strip()
    git(project, "worktree", "add", "--quiet", "--detach", str(work))
    try:
        trial = work / git(project, "rev-parse", "--show-prefix").strip()
        _write(plan, trial)
        git(trial, "add", "--all", "--force", ".")
        trial_of(trial)
        message = f"Update the playbook to {plan.release.version}\n\nFrom {plan.release.origin}. The files of this copy ({COPY_KEEPS}) stay as they are."
        git(trial, "commit", "--quiet", "-m", message)
        commit = git(trial, "rev-parse", "HEAD").strip()
    finally:
        git(project, "worktree", "remove", "--force", str(work))
    git(project, "switch", "--quiet", "--create", plan.branch, commit)
    return f"One commit on the branch {plan.branch}. Look at it: git diff {former}...{plan.branch}  Take it: git switch {former} && git merge {plan.branch}"


def with_backup(plan: Plan, project: Path, work: Path, trial_of: Callable[[Path], None]) -> str:
    """Carry out the steps in a copy, try them there, and put them in place; return where the former files are. Whatever fails, the project is as it was."""
    kept, touched = project / f".before-{plan.release.slug}", [*(step.path for step in plan.steps), LIST]
    if kept.exists():
        raise ProblemsFound([Problem(kept.name, "holds the files from before an earlier update; move that folder elsewhere")])
    _copy(files_of(project), project, work)
    _write(plan, work)
    trial_of(work)
    _copy(touched, project, kept)
    try:
        _write(plan, project)
    except BaseException:
        for path in touched:
            (project / path).unlink(missing_ok=True)
        _copy(touched, kept, project)
        shutil.rmtree(kept)
        raise
    return f"The files from before are in the folder {kept.name}; delete it when you are content."


def trial_faults(plan: Plan, project: Path, trial: Path) -> list[str]:
    """Return what the release's own `check` finds in the trial copy, with the packages that it stands on."""
    variables = {"PLAYBOOK_CACHE": os.environ.get("PLAYBOOK_CACHE") or str(project / ".cache")}
    if LOCK in (step.path for step in plan.steps):
        variables["PYTHONPATH"] = packages = str(trial.parent / ".packages")
        install = ("install", "--quiet", "--disable-pip-version-check", "--target", packages, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        if (done := command(trial, sys.executable, "-m", "pip", *install)).returncode:
            raise ProblemsFound([Problem(LOCK, f"what the release stands on cannot be installed: {last_words(done)}; try again with a connection")])
    return faults(trial, **variables)


def _write(plan: Plan, folder: Path) -> None:
    """Carry out the steps in a folder, and put the list of the release beside the model."""
    for step in plan.steps:
        (folder / step.path).unlink(missing_ok=True)
        if step.deed == "delete":
            with suppress(OSError):  # a folder that still holds something
                os.removedirs((folder / step.path).parent)
    _copy((step.path for step in plan.steps if step.deed != "delete"), plan.release.folder, folder)
    write_list(folder, plan.release)


def _copy(paths: Iterable[str], source: Path, target: Path) -> None:
    """Copy those files that are there."""
    for path in paths:
        if (source / path).is_file():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / path, target / path)
