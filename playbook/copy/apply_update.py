"""An update put in place: tried on a copy first, then kept as one commit on a branch of its own; without git, with a backup."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from playbook.copy.git import command, git, last_words, run, tracks
from playbook.copy.ownership import files_of
from playbook.copy.release_manifest import LIST, write_list
from playbook.copy.update_plan import COPY_KEEPS, Plan
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.files.editor_files import BEFORE, COMING, CUT_SHORT

LOCK = "requirements.txt"
UNSAVED = "is not committed; commit it or put it aside first, so that the update stays one change"
NO_NAME = 'does not know your name; type: git config user.name "Your Name" && git config user.email you@…'
LEFT = "holds the files from before an earlier update; move that folder elsewhere, then go on"


def put_in_place(plan: Plan, project: Path, work: Path, trial_of: Callable[[Path], None]) -> str:
    """Carry out the plan in the empty folder `work`, try it there, then keep it; return where to look. Whatever fails, the project is as it was."""
    return (_on_branch if tracks(project) else _with_backup)(plan, project, work, trial_of)


def _on_branch(plan: Plan, project: Path, work: Path, trial_of: Callable[[Path], None]) -> str:
    obstacles = [Problem(line[3:], UNSAVED) for line in git(project, "status", "--porcelain").splitlines()[:20]]
    if run(project, "show-ref", "--verify", "--quiet", f"refs/heads/{plan.branch}").returncode == 0:
        obstacles.append(Problem("git", f"the branch {plan.branch} exists already; look at it, or delete it with: git branch -D {plan.branch}"))
    if run(project, "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT").returncode:
        obstacles.append(Problem("git", NO_NAME))
    if obstacles:
        raise ProblemsFound(obstacles)
    git(project, "worktree", "add", "--quiet", "--detach", str(work))
    try:
        trial = work / git(project, "rev-parse", "--show-prefix").strip()
        _carry_out(plan, trial)
        git(trial, "add", "--all", "--force", ".")
        trial_of(trial)
        git(trial, "commit", "--quiet", "-m", f"Update the playbook to {plan.release.version}\n\nFrom {plan.release.origin}. {COPY_KEEPS} stay as they are.")
        commit = git(trial, "rev-parse", "HEAD").strip()
    finally:
        git(project, "worktree", "remove", "--force", str(work))
    git(project, "switch", "--quiet", "--create", plan.branch, commit)
    return f"One commit on the branch {plan.branch}. Look at it: git show  Take it: git switch - && git merge {plan.branch}"


def _with_backup(plan: Plan, project: Path, work: Path, trial_of: Callable[[Path], None]) -> str:
    """Go on with an update that was cut short, whose folder still has its other name: what stands there is older than the copy's."""
    kept, touched = project / f"{BEFORE}{plan.release.slug}", [*(step.path for step in plan.steps), LIST]
    if kept.exists():
        raise ProblemsFound([Problem(kept.name, LEFT)])
    _mirror(files_of(project), project, work)
    _carry_out(plan, work)
    trial_of(work)
    began = kept.with_name(f"{kept.name}{CUT_SHORT}")
    _mirror([path for path in touched if not (began / path).exists()], project, began)
    try:
        _mirror(touched, work, project)
    except BaseException:
        _mirror(touched, began, project)
        shutil.rmtree(began, ignore_errors=True)
        raise
    began.rename(kept)
    return f"The files from before are in the folder {kept.name}; delete it when you are content."


def _carry_out(plan: Plan, folder: Path) -> None:
    _mirror((step.path for step in plan.steps), plan.release.folder, folder)
    write_list(folder, plan.release)


def _mirror(paths: Iterable[str], source: Path, target: Path) -> None:
    """Make each path in `target` what it is in `source`: a file, or nothing; what goes makes room first."""
    for path in sorted(paths, key=lambda path: (source / path).is_file()):
        wanted, there = source / path, target / path
        if wanted.is_file():
            there.parent.mkdir(parents=True, exist_ok=True)
            coming = there.with_name(f"{there.name}{COMING}")
            shutil.copy(wanted, coming)
            try:
                coming.replace(there)  # whole, or not at all
            except OSError as error:
                coming.unlink()
                raise OSError(error.errno, error.strerror, str(there)) from None
        elif there.is_file() or there.is_symlink():
            there.unlink()
            with suppress(OSError):  # a folder that still holds something
                os.removedirs(there.parent)


def trial_faults(plan: Plan, project: Path, trial: Path) -> list[str]:
    """Return what the release's own `check` finds in the trial copy, with the packages that it stands on."""
    variables = {"PLAYBOOK_CACHE": os.environ.get("PLAYBOOK_CACHE") or str(project / ".cache")}
    if LOCK in (step.path for step in plan.steps):
        variables["PYTHONPATH"] = packages = str(trial.parent / ".packages")
        install = ("install", "--quiet", "--disable-pip-version-check", "--target", packages, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        if (done := command(trial, sys.executable, "-m", "pip", *install)).returncode:
            raise ProblemsFound([Problem(LOCK, f"what the release stands on cannot be installed: {last_words(done)}; try again with a connection")])
    return faults(trial, **variables)


def faults(project: Path, **variables: str) -> list[str]:
    """Return what a project's own `check` finds, a fault on each line, run with more environment variables."""
    done = command(project, sys.executable, "-m", "playbook", "check", **variables)
    found = (done.stderr.strip() or done.stdout.strip() or "check failed").splitlines() if done.returncode else []
    return [line for line in found if not line.endswith("nothing was changed.")]
