"""Whose file is it: the copy's own, or the original's? An update brings only what is the original's."""

import re
from pathlib import Path

from playbook.files.checksum import digest

SETTINGS = ("site.yml", "CNAME")  # the copy's own from the first day
FOLDERS = ("regions/", "examples/", "docs/local/")  # the copy's own; the original's examples in them go with it until they are edited or deleted
OWN = (*SETTINGS, "README.md")  # README.md goes with the original until the copy writes its own
NOT_OWN = ("regions/README.md",)  # the contract; it goes with the model
MADE = re.compile(  # by commands and by systems; the first ones at the project's top only
    r"(?:\.git|\.?venv|site|\.preview|\.cache|\.look|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.hypothesis|node_modules|\.site\.[^/]*|\.before-[^/]*)(?:/.*)?"
    r"|playbook/release\.json|(?:.*/)?(?:(?:__pycache__|__MACOSX)(?:/.*)?|\.DS_Store|\._[^/]*|(?i:thumbs\.db|desktop\.ini)|[^/]*\.pyc)"
)


def is_own(path: str) -> bool:
    """Tell whether a file belongs to the copy. `path` is relative to the project, with slashes."""
    return path not in NOT_OWN and (path in OWN or path.startswith(FOLDERS))


def digests(project: Path) -> dict[str, str]:
    """Return the digest of every file and link of a project, kept in git or not, by its path with slashes, without what commands and systems made."""
    found = {path.relative_to(project).as_posix(): path for path in sorted(project.rglob("*"))}
    files = {name: path for name, path in found.items() if not MADE.fullmatch(name) and (path.is_symlink() or path.is_file())}
    return {name: digest(bytes(path.readlink()) if path.is_symlink() else path.read_bytes()) for name, path in files.items()}
