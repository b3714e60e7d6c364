"""A real fork of the project in a temporary folder, and its command line."""

import io
import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from playbook import __main__ as command_line
from tests.cli.warm_process import started

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-23"
FOLDERS = ("docs", "examples", "macros", "overrides", "playbook", "regions")
FILES = ("mkdocs.yml", "site.yml")
HARD_NAME = "O'Brien & Sons <b>*Doña* {{ 7*7 }}</b> Hawaiʻi"


def fork(folder: Path) -> Path:
    """Copy the project's own files (no build, no environment) into a folder, and what Python made of its code, which it need not read again; return it."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"), copy_function=_copied)  # what another process is just writing
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def _copied(source: str, target: str) -> None:
    """Copy a file; what Python made of code, which it replaces and never changes, is there twice where that can be."""
    try:
        (os.link if source.endswith(".pyc") else shutil.copy2)(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)


def _dated(arguments: tuple[str, ...], today: str | None) -> list[str]:
    return [*arguments, *(("--today", today) if today and arguments[0] in ("build", "check", "new") else ())]


def run(project: Path, *arguments: str, today: str | None = TODAY, before: str = "") -> subprocess.CompletedProcess:
    """Run `python -m playbook` in a fork, as a user would, in a process of its own that has other people's packages loaded; text output, no input.

    `before`: code that the process runs first, which lets the system refuse something, or a part fail.
    """
    return started(project, _dated(arguments, today), before)


def call(project: Path, *arguments: str, today: str | None = TODAY) -> subprocess.CompletedProcess:
    """Run a command in a fork, but by this process and its code: for what only reads the fork's files, and for forks that change no code. A start costs a second."""
    out, err, before = io.StringIO(), io.StringIO(), sys.argv
    sys.argv = ["playbook", *_dated(arguments, today)]
    try:
        with chdir(project), redirect_stdout(out), redirect_stderr(err):
            command_line.run()
    except SystemExit as end:
        return subprocess.CompletedProcess(sys.argv, int(end.code or 0), out.getvalue(), err.getvalue())
    finally:
        sys.argv = before
    raise AssertionError("a command ends with a status")


def only_region(project: Path, slug: str, text: str) -> None:
    """Leave one region file in a fork: a build is then quick."""
    for path in [*(project / "regions").glob("*.yml"), *(project / "examples").glob("*.yml")]:
        path.unlink()
    (project / "regions" / f"{slug}.yml").write_text(text, "utf-8")
