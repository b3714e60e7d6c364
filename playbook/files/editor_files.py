"""Files that nobody wrote: what operating systems leave in a folder, what editors keep beside an open file, and what an update that was killed leaves."""

import re
from collections.abc import Iterator
from pathlib import Path

from playbook.files.diagnostics import Problem

BEFORE, CUT_SHORT = ".before-", ".cut-short"  # the folder with the files from before an update without git, and how its name ends until all is done
COMING = ".coming-with-update"  # ends the name of a file until it is whole
LEFT_BY_SYSTEMS = (".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes", ".directory")
OF_EDITORS = (
    re.compile(r"\.(?P<file>.+)\.sw[a-p]"),
    re.compile(r"(?P<file>.+)~"),
    re.compile(r"\.#(?P<file>.+)"),
    re.compile(r"#(?P<file>.+)#"),
)  # beside an open file


def cut_short_problems(project: Path) -> Iterator[Problem]:
    """Yield the folder of an update that was cut short: the project holds parts of two releases."""
    for folder in sorted(project.glob(f"{BEFORE}*{CUT_SHORT}")):
        told = "an update was cut short, so the playbook is a mixture of two releases; do the same update again, or copy what is in this folder back over yours and delete it"
        yield Problem(folder.name, told)


def is_dropping(path: Path) -> bool:
    """Tell whether an operating system left a file, or an editor keeps it beside a file that is there."""
    if path.name.lower() in LEFT_BY_SYSTEMS or path.name.startswith("._"):
        return True
    return any((found := pattern.fullmatch(path.name)) and (path.parent / found["file"]).exists() for pattern in OF_EDITORS)
