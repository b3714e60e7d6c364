"""Git and other commands: no prompts, no protocols of strangers, and their own reasons when they fail."""

import os
import subprocess
import sys
from pathlib import Path

from playbook.copy.ownership import MADE
from playbook.files.diagnostics import Problem, ProblemsFound

QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "file:https:http:ssh:git", "LC_ALL": "C", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
Ended = subprocess.CompletedProcess[str]


def command(folder: Path, *words: str, **variables: str) -> Ended:
    """Run a command in a folder, with more environment variables; return how it ended, with 127 where it is not installed."""
    env = os.environ | QUIET | {"GIT_CEILING_DIRECTORIES": str(folder.resolve().parent)} | variables  # no repository around the folder is meant
    try:
        return subprocess.run(
            words, cwd=folder, env=env, capture_output=True, encoding="utf-8", errors="surrogateescape", stdin=subprocess.DEVNULL, check=False
        )
    except FileNotFoundError:
        return Ended(words, 127, "", f"{words[0]} is not installed; install it, or use a downloaded archive")


def run(folder: Path, *arguments: str) -> Ended:
    """Run git in a folder; return how it ended. It commits under no name that it guessed."""
    return command(folder, "git", "-c", "core.quotePath=false", "-c", "user.useConfigOnly=true", *arguments)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it printed. ProblemsFound with its reasons if it fails or is not installed."""
    if (done := run(folder, *arguments)).returncode:
        raise ProblemsFound([failed(arguments[0], done)])
    return done.stdout


def failed(name: str, done: Ended) -> Problem:
    """Return the problem that a command of git did not work, with its reasons."""
    return Problem("git", f"{name} did not work ({reasons(done)}); mend that, then start again")


def uncommitted(project: Path) -> list[str]:
    """Return the paths in a repository that hold what is in no commit yet, without what commands and systems made."""
    entries = [entry[3:] for entry in git(project, "status", "--porcelain", "--no-renames", "-z").split("\0")]
    return [path for path in entries if path and not MADE.fullmatch(path)]


def reasons(done: Ended) -> str:
    """Return why a command failed, on one line: the last lines of what it said, as a remedy often stands below an error, without hints."""
    lines = [line.strip() for line in (done.stderr.strip() or done.stdout.strip() or "no answer").splitlines() if line.strip() and not line.startswith("hint:")]
    return " ".join(lines[-8:])  # a hook may print many


def faults(project: Path, **variables: str) -> list[str]:
    """Return what a project's own `check` finds, a fault on each line, run with more environment variables."""
    done = command(project, sys.executable, "-m", "playbook", "check", **variables)
    found = (done.stderr.strip() or done.stdout.strip() or "check failed").splitlines() if done.returncode else []
    return [line for line in found if not line.endswith("nothing was changed.")]
