"""An update put in place: tried in a copy first, then as one commit on a branch of its own; without git, with a backup."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playbook.copy.git import git, run, tracks
from playbook.copy.ownership import files_of
from playbook.copy.release_manifest import LIST, write_list
from playbook.copy.release_source import Source
from playbook.copy.update_plan import COPY_KEEPS, Plan
from playbook.files.diagnostics import Problem, ProblemsFound

LOCK = "requirements.txt"


def refuse_unsaved(project: Path, branch: str) -> None:
    """Refuse to begin where an update could not be told from other work, or could not be kept as a commit."""
    if unsaved := git(project, "status", "--porcelain").splitlines():
        raise ProblemsFound(
            Problem(line[3:], "is not committed; commit it or put it aside first, so that the update stays one change") for line in unsaved[:20]
        )
    if not run(project, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}").returncode:
        raise ProblemsFound([Problem("git", f"the branch {branch} exists already; look at it, or delete it with: git branch -D {branch}")])
    if run(project, "var", "GIT_COMMITTER_IDENT").returncode or not git(project, "config", "--default", "", "user.email").strip():
        raise ProblemsFound([Problem("git", 'does not know your name; type: git config user.name "Your Name" && git config user.email you@…')])


def write(plan: Plan, source: Source, project: Path) -> None:
    """Carry out the steps in a folder. A file is replaced whole, and the list of the release is written beside the model."""
    for step in plan.steps:
        target = project / step.path
        if step.deed == "delete":
            target.unlink()
            _prune(target.parent, project)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            aside = target.with_name(f"{target.name}.coming")
            shutil.copy(source.folder / step.path, aside)
            aside.replace(target)
    write_list(project, source.release)


def try_out(plan: Plan, source: Source, project: Path) -> list[str]:
    """Carry out the steps in a copy of the project and run the coming release's own `check` there; return what it complains of."""
    with tempfile.TemporaryDirectory(prefix="update-") as folder:
        trial = Path(folder) / project.name
        for path, file in files_of(project).items():
            (trial / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, trial / path, follow_symlinks=False)
        before = (trial / LOCK).read_bytes() if (trial / LOCK).exists() else b""
        write(plan, source, trial)
        python = sys.executable
        if (trial / LOCK).exists() and (trial / LOCK).read_bytes() != before:
            python = _own_python(trial)
        cache = os.environ.get("PLAYBOOK_CACHE") or str(project / ".cache")
        done = subprocess.run(
            [python, "-m", "playbook", "check"], cwd=trial, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False,
            env={**os.environ, "PLAYBOOK_CACHE": cache, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        said = (done.stderr.strip() or done.stdout.strip() or "check failed").splitlines()
        return [] if done.returncode == 0 else [line for line in said if not line.endswith("nothing was changed.")]


def _own_python(trial: Path) -> str:
    """Return a Python with what the coming release stands on, where that differs from what is installed."""
    subprocess.run([sys.executable, "-m", "venv", str(trial / ".venv")], check=True, capture_output=True)
    python = str(trial / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    install = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    done = subprocess.run(install, cwd=trial, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["pip failed"])[-1]
        raise ProblemsFound([Problem(LOCK, f"what the release stands on cannot be installed: {said}; try again with a connection")])
    return python


def apply_files(plan: Plan, source: Source, project: Path, branch: str) -> str:
    """Carry out the steps in the project; return where to look. Whatever fails, the project is as it was."""
    return _on_branch(plan, source, project, branch) if tracks(project) else _with_backup(plan, source, project)


def _on_branch(plan: Plan, source: Source, project: Path, branch: str) -> str:
    before = git(project, "rev-parse", "HEAD").strip()
    git(project, "branch", branch)
    former = run(project, "symbolic-ref", "--quiet", "--short", "HEAD").stdout.strip() or before
    git(project, "switch", "--quiet", branch)
    try:
        write(plan, source, project)
        git(project, "add", "--all", "--force", "--", *(step.path for step in plan.steps), LIST)
        message = f"Update the playbook to {source.release.version}\n\nFrom {source.name}. The files of this copy ({COPY_KEEPS}) stay as they are."
        git(project, "commit", "--quiet", "-m", message)
    except BaseException:
        git(project, "reset", "--quiet", "--hard", before)
        for step in plan.steps:
            if step.deed == "add":
                (project / step.path).unlink(missing_ok=True)
        git(project, "switch", "--quiet", former)
        git(project, "branch", "-D", branch)
        raise
    return f"One commit on the branch {branch}. Look at it: git diff {former}...{branch}  Take it: git switch {former} && git merge {branch}"


def _with_backup(plan: Plan, source: Source, project: Path) -> str:
    kept = project / f".before-{source.release.slug}"
    if kept.exists():
        raise ProblemsFound([Problem(kept.name, "holds the files from before an earlier update; move that folder elsewhere")])
    touched = [path for path in (*(step.path for step in plan.steps), LIST) if (project / path).is_file()]
    for path in touched:
        (kept / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(project / path, kept / path)
    try:
        write(plan, source, project)
    except BaseException:
        for step in plan.steps:
            if step.deed == "add":
                (project / step.path).unlink(missing_ok=True)
        for path in touched:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(kept / path, project / path)
        raise
    return f"The files from before are in the folder {kept.name}; delete it when you are content."


def _prune(folder: Path, project: Path) -> None:
    while folder != project and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
