"""A real fork of the project in a temporary folder, and its command line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-23"
FOLDERS = ("docs", "examples", "macros", "overrides", "playbook", "regions")
FILES = ("mkdocs.yml", "site.yml")
HARD_NAME = "O'Brien & Sons <b>*Doña* {{ 7*7 }}</b> Hawaiʻi"


def fork(folder: Path) -> Path:
    """Copy the project's own files (no build, no environment) into a folder; return it."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def run(project: Path, *arguments: str, today: str | None = TODAY) -> subprocess.CompletedProcess:
    """Run `python -m playbook` in a fork, as a user would; text output, no input."""
    dated = ("--today", today) if today and arguments[0] in ("build", "check", "new") else ()
    return subprocess.run(
        [sys.executable, "-m", "playbook", *arguments, *dated],
        cwd=project, text=True, encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip


def only_region(project: Path, slug: str, text: str) -> None:
    """Leave one region file in a fork: a build is then quick."""
    for path in [*(project / "regions").glob("*.yml"), *(project / "examples").glob("*.yml")]:
        path.unlink()
    (project / "regions" / f"{slug}.yml").write_text(text, "utf-8")
