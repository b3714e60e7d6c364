"""Git and other commands, asked politely: no prompts, no hooks of strangers, and their own words when they fail."""

import os
import shutil
import subprocess
from pathlib import Path

from playbook.files.diagnostics import Problem, ProblemsFound

QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "file:https:http:ssh:git", "LC_ALL": "C", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
Ended = subprocess.CompletedProcess[str]


def command(folder: Path, *words: str, **variables: str) -> Ended:
    """Run a command in a folder, with more environment variables; return how it ended."""
    return subprocess.run(
        words, cwd=folder, capture_output=True, encoding="utf-8", errors="surrogateescape", stdin=subprocess.DEVNULL,
        env=os.environ | QUIET | variables, check=False,
    )  # fmt: skip


def run(folder: Path, *arguments: str) -> Ended:
    """Run git in a folder; return how it ended. ProblemsFound if it is not installed."""
    if not shutil.which("git"):
        raise ProblemsFound([Problem("git", "is not installed; install it, or use a downloaded archive")])
    return command(folder, "git", "-c", "core.quotePath=false", *arguments)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it printed. ProblemsFound with its last words if it fails or is not installed."""
    if (done := run(folder, *arguments)).returncode:
        raise ProblemsFound([Problem("git", f"{arguments[0]}: {last_words(done)}")])
    return done.stdout


def last_words(done: Ended) -> str:
    """Return the last line that a command printed, errors first."""
    return ((done.stderr.strip() or done.stdout.strip()).splitlines() or ["no answer"])[-1]


def tracks(project: Path) -> bool:
    """Tell whether the project's files are kept in git (and not merely lie inside somebody's repository)."""
    return bool(shutil.which("git")) and run(project, "ls-files", "--error-unmatch", "mkdocs.yml").returncode == 0
