"""An update of a copy: planned, tried on a copy of the copy, then kept as one commit on a branch of its own; without git, as a folder beside it."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from playbook.copy.drift import changed_under_wording
from playbook.copy.git import command, git, reasons, run, uncommitted
from playbook.copy.ownership import digests, is_own, is_tracked
from playbook.copy.release import Release, fetch, keys_of_region_files, read_list, write_list
from playbook.copy.update_plan import Plan, UpdateOptions, plan
from playbook.copy.update_words import WORDS, remedy
from playbook.files.diagnostics import Problem, ProblemsFound

__all__ = ["UpdateOptions", "update_copy"]
COPY_KEEPS = "site.yml, regions/, docs/local/"
LOCK = "requirements.txt"
TRYING = "Trying it out …"
NO_ORIGINAL = "is missing: say where the original is, as a git address, a downloaded archive or a folder"


def update_copy(project: Path, options: UpdateOptions, tell: Callable[[str], None]) -> Plan | None:
    """Update the copy to a release as one change; None where nothing was changed. ProblemsFound, with nothing changed, where an edit or a check stands against it.

    A dry run tells the whole plan, whatever stands against it.
    """
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        if not (given := options.given or run(project, "remote", "get-url", "upstream").stdout.strip()):
            raise ProblemsFound([Problem("--from", NO_ORIGINAL)])
        done = plan(project, read_list(project) or Release(), fetch(given, options.version, Path(folder)), options)
        for line in _told(done, project, dry_run=options.dry_run):
            tell(line)
        if done.refusals:
            raise ProblemsFound(done.refusals)
        if options.dry_run or not done.steps:
            return None
        keep = _on_branch if is_tracked(project) else _in_folder
        tell(keep(done, project, Path(folder) / "trial", partial(_try, done, project, tell, unchecked=options.unchecked)))
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
        yield from (f"  {step.deed} {step.path}{' (by hand)' if step in done.by_hand else ''}" for step in done.steps + done.by_hand)
    if done.without:
        yield f"Left out, since this copy does without: {', '.join(done.without)}."
    if done.refusals:
        yield f"In the way, each told below with a way to keep it: {len(done.refusals)}"
    elif not done.steps:
        left = ", ".join(step.path for step in done.by_hand)
        yield f"This copy is that release already{f', but for what is left to do by hand: {left}' if left else ''}."
    elif keys := keys_of_region_files(done.release.folder) - keys_of_region_files(project):
        yield f"Region files may now also say: {', '.join(sorted(keys))}. regions/README.md explains them."
    if dry_run:
        yield "Nothing was changed (--dry-run)."


def _on_branch(done: Plan, project: Path, work: Path, check: Callable[[Path], None]) -> str:
    """Carry out the plan in a worktree, check it there, and keep it as a commit; return where to look."""
    unsaved = "is not committed; commit it or put it aside first, so that the update stays one change"
    obstacles = [Problem(path, unsaved) for path in uncommitted(project)[:20]]
    if run(project, "show-ref", "--verify", "--quiet", f"refs/heads/{done.branch}").returncode == 0:
        obstacles.append(Problem("git", f"the branch {done.branch} exists already; look at it, or delete it with: git branch -D {done.branch}"))
    if run(project, "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT").returncode:
        obstacles.append(Problem("git", 'does not know your name; type: git config user.name "Your Name" && git config user.email you@…'))
    if obstacles:
        raise ProblemsFound(obstacles)
    git(project, "worktree", "add", "--quiet", "--detach", str(work))
    try:
        trial = work / git(project, "rev-parse", "--show-prefix").strip()
        _carry_out(done, trial)
        git(trial, "add", "--all", "--force", ".")
        check(trial)
        git(trial, "commit", "--quiet", "-m", f"Update the playbook to {done.release.version}\n\nFrom {done.release.origin}. {COPY_KEEPS} stay as they are.")
        commit = git(trial, "rev-parse", "HEAD").strip()
    finally:
        git(project, "worktree", "remove", "--force", str(work))
    git(project, "switch", "--quiet", "--create", done.branch, commit)
    return f"One commit on the branch {done.branch}. Look at it: git show  Take it: git switch - && git merge {done.branch}"


def _in_folder(done: Plan, project: Path, work: Path, check: Callable[[Path], None]) -> str:
    """Carry out the plan in a copy of the copy, check it there, and put it beside the copy, whole or not at all; return where to look."""
    target = project.with_name(f"{project.name}-{done.branch}")
    if target.exists():
        raise ProblemsFound([Problem(str(target), "is from an earlier update; look at it, then go on in it, or delete it and update again")])
    for path in digests(project):
        _put(project / path, work / path)
    _carry_out(done, work)
    check(work)
    shutil.rmtree(beside := target.with_name(f".{target.name}"), ignore_errors=True)  # left by one that was killed
    shutil.copytree(work, beside, symlinks=True).rename(target)
    return f"The updated copy is the folder {target}. Go on in it; this one is as it was, delete it when you are content."


def _carry_out(done: Plan, folder: Path) -> None:
    for step in sorted(done.steps, key=lambda step: step.deed != "-"):  # what goes makes room
        if step.deed != "-":
            _put(done.release.folder / step.path, folder / step.path)
        else:
            (folder / step.path).unlink(missing_ok=True)
            with suppress(OSError):  # a folder that still holds something
                os.removedirs((folder / step.path).parent)
    write_list(folder, done.release)


def _put(file: Path, there: Path) -> None:
    there.parent.mkdir(parents=True, exist_ok=True)
    there.unlink(missing_ok=True)  # a link, which would be written through
    shutil.copy(file, there, follow_symlinks=False)


def _try(done: Plan, project: Path, tell: Callable[[str], None], trial: Path, *, unchecked: bool) -> None:
    """Tell what the release's own `check` finds in the trial copy, with the packages that it stands on: as ProblemsFound, unless the copy goes on regardless."""
    tell(TRYING)
    variables = {"PLAYBOOK_CACHE": os.environ.get("PLAYBOOK_CACHE") or str(project / ".cache")}
    if LOCK in (step.path for step in done.steps):
        variables["PYTHONPATH"] = packages = str(trial.parent / ".packages")
        install = ("install", "--quiet", "--disable-pip-version-check", "--target", packages, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        if (ended := command(trial, sys.executable, "-m", "pip", *install)).returncode:
            raise ProblemsFound([Problem(LOCK, f"what the release stands on cannot be installed: {reasons(ended)}; try again with a connection")])
    whose = {line: WORDS["faults"]["own" if is_own(line.partition(":")[0]) else "release"] for line in faults(trial, **variables)}
    found = ProblemsFound(Problem("the updated copy", f"{line}  ({words}{remedy('unchecked')})") for line, words in whose.items())
    if found.problems and not unchecked:
        raise found
    for problem in found.problems:
        tell(str(problem))


def faults(project: Path, **variables: str) -> list[str]:
    """Return what a project's own `check` finds, a fault on each line, run with more environment variables."""
    done = command(project, sys.executable, "-m", "playbook", "check", **variables)
    found = (done.stderr.strip() or done.stdout.strip() or "check failed").splitlines() if done.returncode else []
    return [line for line in found if not line.endswith("nothing was changed.")]
