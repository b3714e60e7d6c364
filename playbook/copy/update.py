"""An update of a copy: planned, tried on a copy of the copy, then kept as one commit on a branch of its own; without git, as a folder beside it."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from playbook.copy.drift import changed_under_wording
from playbook.copy.git import command, git, reasons, run, uncommitted
from playbook.copy.ownership import digests, is_own
from playbook.copy.release import Release, fetch, keys_of_region_files, read_list, write_list
from playbook.copy.update_plan import Plan, plan
from playbook.copy.update_words import WORDS
from playbook.files.diagnostics import Problem, ProblemsFound

COPY_KEEPS = "site.yml, regions/, docs/local/"
LOCK = "requirements.txt"
TRYING = "Trying it out …"
HALF = ".playbook-"  # begins the name of a folder in which an update is made


def update_copy(project: Path, given: str, version: str, tell: Callable[[str], None], *, discard: Collection[str] = (), dry_run: bool = False) -> Plan | None:
    """Update the copy to a release as one change; None where nothing was changed. ProblemsFound, with nothing changed, where an edit or a check stands against it.

    `given` and `version` say which release, as for `fetch`; `discard` is that of `plan`. A dry run tells the whole plan, whatever stands against it.
    """
    keep, beside = (_on_branch, None) if (project / ".git").exists() and shutil.which("git") else (_in_folder, project.parent)
    for left in sorted(beside.glob(f"{HALF}*/")) if beside else ():
        tell(f"{left} is left from an update that was stopped; delete it, unless one runs now.")
    with tempfile.TemporaryDirectory(prefix=HALF, dir=beside) as folder:
        done = plan(project, read_list(project) or Release(), fetch(given, version, Path(folder)), discard)
        for line in _told(done, project, dry_run=dry_run):
            tell(line)
        if done.refusals:
            raise ProblemsFound(done.refusals)
        if dry_run or not done.steps:
            return None
        tell(TRYING)
        tell(keep(done, project, Path(folder) / "trial"))
        tell("CHANGELOG.md says what is new, and whether you must do something.")
        return done


def _told(done: Plan, project: Path, *, dry_run: bool) -> Iterator[str]:
    """Yield what is said of a plan before it is carried out."""
    yield f"Release {done.release.version} from {done.release.origin}"
    yield from changed_under_wording(project, done.release.folder)
    if dry_run or (done.steps and not done.refusals):
        counts = [sum(step.deed == deed for step in done.steps) for deed in "~+-"]
        yield "Files changed: {}, new: {}, gone: {}. {} stay as they are.".format(*counts, COPY_KEEPS)
    if dry_run:
        yield from (f"  {step.deed} {step.path}" for step in done.steps)
    if done.without:
        yield f"Left out, since this copy does without: {', '.join(done.without)}."
    if not done.steps and not done.refusals:
        left = ", ".join(step.path for step in done.by_hand)
        yield f"This copy is that release already{f', but for what is left to do by hand: {left}' if left else ''}."
    elif keys := keys_of_region_files(done.release.folder) - keys_of_region_files(project):
        yield f"Region files may now also say: {', '.join(sorted(keys))}. regions/README.md explains them."
    if dry_run:
        yield "Nothing was changed (--dry-run)."


def _on_branch(done: Plan, project: Path, trial: Path) -> str:
    """Carry out the plan in a worktree, check it there, and keep it as a commit; return where to look."""
    unsaved = "is not committed; commit it or put it aside first, so that the update stays one change"
    obstacles = [Problem(path, unsaved) for path in uncommitted(project)[:20]]
    if run(project, "show-ref", "--verify", "--quiet", f"refs/heads/{done.branch}").returncode == 0:
        obstacles.append(Problem("git", f"the branch {done.branch} exists already; look at it, or delete it with: git branch -D {done.branch}"))
    if obstacles:
        raise ProblemsFound(obstacles)
    git(project, "worktree", "add", "--quiet", "--detach", str(trial))
    try:
        _carry_out(done, trial)
        git(trial, "add", "--all", "--force", ".")
        _try(done, project, trial)
        message = f"Update the playbook to {done.release.version}\n\nFrom {done.release.origin}. {COPY_KEEPS} stay as they are."
        git(trial, "commit", "--quiet", "-m", message)
        commit = git(trial, "rev-parse", "HEAD").strip()
    finally:
        git(project, "worktree", "remove", "--force", str(trial))
    git(project, "switch", "--quiet", "--create", done.branch, commit)
    return f"One commit on the branch {done.branch}. Look at it: git show  Take it: git switch - && git merge {done.branch}"


def _in_folder(done: Plan, project: Path, work: Path) -> str:
    """Carry out the plan in a copy of the copy, check it there, and put it beside the copy, whole or not at all; return where to look."""
    target = project.with_name(f"{project.name}-{done.branch}")
    if target.exists():
        raise ProblemsFound([Problem(str(target), "is from an earlier update; look at it, then go on in it, or delete it and update again")])
    for path in digests(project):
        _put(project / path, work / path)
    _carry_out(done, work)
    _try(done, project, work)
    work.rename(target)
    return f"The updated copy is the folder {target}. Go on in it; this one is as it was, delete it when you are content."


def _carry_out(done: Plan, folder: Path) -> None:
    for step in sorted(done.steps, key=lambda step: step.deed != "-"):  # what goes makes room
        _put(done.release.folder / step.path, folder / step.path)
    write_list(folder, done.release)


def _put(file: Path, there: Path) -> None:
    """Put a file or a link there in place of what was; where there is none to put, take away what was, and the folders that it leaves empty."""
    there.unlink(missing_ok=True)  # a link, too, which would be written through
    with suppress(OSError):  # a folder that still holds something
        os.removedirs(there.parent)
    if file.is_symlink() or file.is_file():
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, there, follow_symlinks=False)


def _try(done: Plan, project: Path, trial: Path) -> None:
    """Run the release's own `check` in the trial copy, with the packages that it stands on. ProblemsFound with what it finds."""
    variables = {"PLAYBOOK_CACHE": os.environ.get("PLAYBOOK_CACHE") or str(project / ".cache")}
    if LOCK in (step.path for step in done.steps):
        variables["PYTHONPATH"] = packages = str(trial.parent / ".packages")
        install = ("install", "--quiet", "--disable-pip-version-check", "--target", packages, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        if (ended := command(trial, sys.executable, "-m", "pip", *install)).returncode:
            raise ProblemsFound([Problem(LOCK, f"what the release stands on cannot be installed: {reasons(ended)}; try again with a connection")])
    if found := faults(trial, **variables):
        whose = (WORDS["faults"]["own" if is_own(line.partition(":")[0]) else "release"] for line in found)
        raise ProblemsFound(Problem("the updated copy", f"{line}  ({words})") for line, words in zip(found, whose, strict=True))


def faults(project: Path, **variables: str) -> list[str]:
    """Return what a project's own `check` finds, a fault on each line, run with more environment variables."""
    done = command(project, sys.executable, "-m", "playbook", "check", **variables)
    found = (done.stderr.strip() or done.stdout.strip() or "check failed").splitlines() if done.returncode else []
    return [line for line in found if not line.endswith("nothing was changed.")]
