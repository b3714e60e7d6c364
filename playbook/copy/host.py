"""GitHub as the host of a copy: what a workflow is told by variables, asks by `gh`, and tells people. Needs no packages, so that a job may run it as it is."""

import os
import re
import secrets
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from playbook.files.diagnostics import Problem

MOST = 50  # problems told one by one


def at_host() -> bool:
    """Tell whether this is a workflow's run."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def address() -> str:
    """Return the web address of the copy's repository."""
    return f"{os.environ.get('GITHUB_SERVER_URL') or 'https://github.com'}/{os.environ.get('GITHUB_REPOSITORY', '')}"


def gh(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run GitHub's own command with a text as its input; return how it ended."""
    return subprocess.run(["gh", *arguments], input=text, text=True, encoding="utf-8", capture_output=True, check=False)


def listed(problems: Iterable[Problem]) -> str:
    """Return problems as a list in Markdown, each with a link to edit its file where it lies in the repository."""
    items = [f"- {_place(problem)}: {_literal(str(problem).partition(': ')[2])}" for problem in problems]
    return "\n".join(items[:MOST] + ([f"- … and {len(items) - MOST} more"] if len(items) > MOST else []))


def _place(problem: Problem) -> str:
    name = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    if os.environ.get("GITHUB_REF_TYPE") != "branch" or os.environ.get("GITHUB_HEAD_REF") or not Path(problem.file).is_file():
        return _literal(name)
    where = f"{address()}/edit/{quote(os.environ.get('GITHUB_REF_NAME', ''))}/{quote(problem.file)}" + (f"#L{problem.line}" if problem.line else "")
    return f"[{_literal(name)}]({where})"


def _literal(text: str) -> str:
    """Return text as code, in which nothing is a link, a name that is called, or markup."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"


def summarize(markdown: str) -> None:
    """Add a text to what the run shows to whoever opens it."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{markdown}\n\n")


def hand_on(key: str, text: str) -> None:
    """Give a text to the steps and jobs that come later."""
    if path := os.environ.get("GITHUB_OUTPUT"):
        end = secrets.token_hex(16)
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{key}<<{end}\n{text}\n{end}\n")
