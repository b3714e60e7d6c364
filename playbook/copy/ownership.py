"""Whose file is it: the copy's own, or the original's? An update brings only what is the original's."""

import re
from collections.abc import Iterable
from pathlib import Path

from playbook.copy.git import FATAL, git, reasons, run
from playbook.files.checksum import digest
from playbook.files.diagnostics import Problem, ProblemsFound

SETTINGS = ("site.yml", "CNAME")  # the copy's own from the first day
FOLDERS = ("regions/", "examples/", "docs/local/")  # the copy's own; the original's examples in them go with it until they are edited or deleted
OWN = (*SETTINGS, "README.md", *FOLDERS)  # README.md goes with the original until the copy writes its own
NOT_OWN = ("regions/README.md",)  # the contract; it goes with the model
MADE = re.compile(  # by commands; the first ones at the project's top only
    r"(?:\.git|\.venv|site|\.preview|\.cache|\.look|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.hypothesis|node_modules|\.site\.[^/]*|\.before-[^/]*)(?:/.*)?"
    r"|playbook/release\.json|(?:.*/)?(?:__pycache__(?:/.*)?|\.DS_Store|[^/]*\.pyc)"
)


def is_own(path: str) -> bool:
    """Tell whether a file belongs to the copy. `path` is relative to the project, with slashes."""
    return path not in NOT_OWN and (path in OWN or path.startswith(FOLDERS))


def is_tracked(project: Path) -> bool:
    """Tell whether the project's files are kept in git (and not merely lie inside somebody's repository). ProblemsFound if its own repository cannot be read."""
    done = run(project, "ls-files", "--error-unmatch", "mkdocs.yml")
    if done.returncode == FATAL and (project / ".git").exists():
        raise ProblemsFound([Problem(".git", f"cannot be read ({reasons(done)}); mend that, or move it elsewhere to go on without git")])
    return done.returncode == 0


def digests(project: Path, also: Iterable[str] = ()) -> dict[str, str]:
    """Return the digest of every file and link of a project by its path with slashes, without what commands made or git ignores, but `also` of some that it ignores."""
    if is_tracked(project):
        found = {*git(project, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"), *also}
    else:
        found = {path.relative_to(project).as_posix() for path in project.rglob("*")}
    files = {path: project / path for path in sorted(found) if not MADE.fullmatch(path)}
    return {path: _digest(file) for path, file in files.items() if file.is_symlink() or file.is_file()}


def _digest(file: Path) -> str:
    return digest(bytes(file.readlink()) if file.is_symlink() else file.read_bytes())
