"""Files that nobody wrote: what operating systems leave in a folder, and what editors keep beside an open file."""

import re
from pathlib import Path

LEFT_BY_SYSTEMS = (".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes", ".directory")
OF_EDITORS = (
    re.compile(r"\.(?P<file>.+)\.sw[a-p]"),
    re.compile(r"(?P<file>.+)~"),
    re.compile(r"\.#(?P<file>.+)"),
    re.compile(r"#(?P<file>.+)#"),
)  # beside an open file


def is_dropping(path: Path) -> bool:
    """Tell whether an operating system left a file, or an editor keeps it beside a file that is there."""
    if path.name.lower() in LEFT_BY_SYSTEMS or path.name.startswith("._"):
        return True
    return any((found := pattern.fullmatch(path.name)) and (path.parent / found["file"]).exists() for pattern in OF_EDITORS)
