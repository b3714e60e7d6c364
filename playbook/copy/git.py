"""Git, asked politely: no prompts, no hooks of strangers, and its own words when it fails."""

import os
import subprocess
from pathlib import Path

from playbook.files.diagnostics import Problem, ProblemsFound

QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "file:https:http:ssh:git", "LC_ALL": "C"}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it printed. ProblemsFound with its last words if it fails or is not there."""
    done = run(folder, *arguments)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise ProblemsFound([Problem("git", f"{arguments[0]}: {said[-1] if said else 'failed'}")])
    return done.stdout


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder and return how it ended, with text output. ProblemsFound if it is not installed."""
    try:
        return subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8",
            errors="surrogateescape", stdin=subprocess.DEVNULL, env={**os.environ, **QUIET}, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise ProblemsFound([Problem("git", "is not installed; install it, or use a downloaded archive")]) from None


def tracks(project: Path) -> bool:
    """Tell whether the project's files are kept in git (and not merely lie inside somebody's repository)."""
    try:
        return run(project, "ls-files", "--error-unmatch", "mkdocs.yml").returncode == 0
    except ProblemsFound:
        return False
