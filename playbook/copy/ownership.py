"""Whose file is it: the copy's own, or the original's? An update brings only what is the original's."""

import os
from pathlib import Path

from playbook.copy.git import git, tracks

OWN = ("site.yml", "CNAME", "README.md", "regions/", "examples/", "docs/local/")  # a name ending in / means everything under it
OURS_UNTIL_EDITED = ("README.md",)  # brought anew until the copy writes its own
NOT_OWN = ("regions/README.md",)  # the contract; it goes with the model
MADE = (".git", ".venv", "site", ".preview", ".cache", ".look", ".pytest_cache", ".hypothesis", "node_modules")  # at the project's top
MADE_ANYWHERE = ("__pycache__", ".DS_Store")
ASIDE = (".site.", ".before-")  # what a build or an update puts aside


def is_own(path: str) -> bool:
    """Tell whether a file belongs to the copy. `path` is relative to the project, with slashes."""
    return path not in NOT_OWN and any(path == own or (own.endswith("/") and path.startswith(own)) for own in OWN)


def files_of(project: Path) -> dict[str, Path]:
    """Return every file of a project by its path with slashes, without what commands made or git ignores. Links come as they are."""
    if not tracks(project):
        return _walked(project)
    names = git(project, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    files = {name: project / name for name in sorted(set(names) - {""})}
    return {name: file for name, file in files.items() if file.is_symlink() or file.is_file()}


def _walked(project: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder, folders, names in os.walk(project):
        here = Path(folder)
        top = here == project
        folders[:] = sorted(name for name in folders if not _made(name, top))
        linked = [name for name in folders if (here / name).is_symlink()]
        for name in (*names, *linked):
            if not _made(name, top) and not name.endswith(".pyc"):
                found[(here / name).relative_to(project).as_posix()] = here / name
    return dict(sorted(found.items()))


def _made(name: str, top: bool) -> bool:
    return name in MADE_ANYWHERE or (top and (name in MADE or name.startswith(ASIDE)))
