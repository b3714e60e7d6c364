"""Whose file is it: the copy's own, or the original's? An update brings only what is the original's. And the words of updates, `update_words.yml`."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from playbook.copy.git import FATAL, git, reasons, run
from playbook.copy.host import at_host
from playbook.files.diagnostics import Problem, ProblemsFound

SETTINGS = ("site.yml", "CNAME")  # the copy's own from the first day
FOLDERS = ("regions/", "examples/", "docs/local/")  # the copy's own; the original's examples in them go with it until they are edited or deleted
OWN = (*SETTINGS, "README.md", *FOLDERS)  # README.md goes with the original until the copy writes its own
NOT_OWN = ("regions/README.md",)  # the contract; it goes with the model
MADE = re.compile(  # by commands; the first ones at the project's top only
    r"(?:\.git|\.venv|site|\.preview|\.cache|\.look|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.hypothesis|node_modules|\.site\.[^/]*|\.before-[^/]*)(?:/.*)?"
    r"|(?:.*/)?(?:__pycache__(?:/.*)?|\.DS_Store|[^/]*\.pyc)"
)
WORDS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("update_words.yml").read_text("utf-8"))


def is_own(path: str) -> bool:
    """Tell whether a file belongs to the copy. `path` is relative to the project, with slashes."""
    return path not in NOT_OWN and (path in OWN or path.startswith(FOLDERS))


def remedy(key: str, **values: str) -> str:
    """Return what to do, as a person does it where this runs: by the workflow's button, or typed in a terminal."""
    return WORDS["button" if at_host() else "typed"][key].format(**values)


def is_tracked(project: Path) -> bool:
    """Tell whether the project's files are kept in git (and not merely lie inside somebody's repository). ProblemsFound if its own repository cannot be read."""
    done = run(project, "ls-files", "--error-unmatch", "mkdocs.yml")
    if done.returncode == FATAL and (project / ".git").exists():
        raise ProblemsFound([Problem(".git", f"cannot be read ({reasons(done)}); mend that, or move it elsewhere to go on without git")])
    return done.returncode == 0


def files_of(project: Path) -> list[str]:
    """Return the paths of a project's files and links, with slashes, in their order, without what commands made or git ignores, even where git is not told to."""
    found = git(project, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0") if is_tracked(project) else _walked(project)
    found = (path for path in found if not MADE.fullmatch(path))
    return sorted(path for path in set(found) if (project / path).is_symlink() or (project / path).is_file())


def _walked(folder: Path, place: str = "") -> Iterator[str]:
    for item in folder.iterdir():
        if not MADE.fullmatch(path := f"{place}{item.name}"):
            yield from _walked(item, f"{path}/") if item.is_dir() and not item.is_symlink() else [path]
