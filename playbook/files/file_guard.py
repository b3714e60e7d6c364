"""A file as a writer may put it here: a file of its own, no link, pipe or folder, and no larger than its kind needs."""

import os
import re
import stat
from pathlib import Path

from playbook.files.diagnostics import Problem

DEVICE = re.compile("con|prn|aux|nul|conin[$]|conout[$]|(com|lpt)[0-9\u00b9\u00b2\u00b3]", re.IGNORECASE)
FACTS = 64 * 1024  # bytes of a file of facts or of a page; the longest real ones are a tenth of it
PICTURE = 1024 * 1024  # bytes of a logo
ENCLOSURE = 10 * 1024 * 1024  # bytes of any other file that a region's own page hands out


def kept_by_windows(name: str) -> bool:
    """Tell whether Windows keeps a file's or folder's name for a device, whatever its ending: con, aux.md, com1.tar.gz."""
    return DEVICE.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def file_problem(path: Path, name: str, largest: int, line: int = 0, key: str = "") -> Problem | None:
    """Return why a file must not be opened, or None. `name` is what messages call it; `largest` is its limit in bytes.

    Nothing is opened: a pipe would wait for ever, and a link may lead out of the project.
    """
    try:
        found = os.lstat(path)
    except (OSError, ValueError) as error:  # ValueError: a name that no file system takes
        return Problem(name, f"cannot be read: {getattr(error, 'strerror', None) or error}", line, key)
    if stat.S_ISLNK(found.st_mode):
        return Problem(name, "is a link to another place; put the file itself here", line, key)
    if stat.S_ISDIR(found.st_mode):
        return Problem(name, "is a folder; a file is expected here, give the folder another name", line, key)
    if not stat.S_ISREG(found.st_mode):
        return Problem(name, "is a pipe or a device, not a file; remove it", line, key)
    if found.st_size > largest:
        return Problem(name, f"is {size(found.st_size)}; at most {size(largest)} are taken, make it smaller", line, key)
    return None


def size(count: int) -> str:
    """Return a number of bytes in words: `70 KB`, `2 MB`."""
    kilobytes = -(-count // 1024)
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{-(-kilobytes // 1024)} MB"
