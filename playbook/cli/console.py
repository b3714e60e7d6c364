"""What the command line says of the system: its streams, and what the system refused."""

import errno
import sys

REMEDIES = dict.fromkeys((errno.ENOSPC, errno.EDQUOT), " Free some room on the disk that holds this folder, then try again.") | dict.fromkeys(
    (errno.EACCES, errno.EPERM, errno.EROFS), " It may not be written: put the site elsewhere with --out, or get the right to write there."
)


def take_every_character() -> None:
    """Let output and messages go into a pipe or file whose encoding lacks a character: it is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def system_message(error: OSError) -> str:
    """Return what the system refused: where, why, and what to do about it."""
    remedy = REMEDIES.get(error.errno or 0, "")
    return f"{error.filename or 'file'}: {error.strerror or error}; nothing was published.{remedy}"
