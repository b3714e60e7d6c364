"""A file of plain text, as people save it: UTF-8, with any line ends."""

import re
from pathlib import Path

from playbook.files.diagnostics import Problem, sign_name
from playbook.files.file_guard import FACTS, file_problem

# no text holds them: control characters, separators that some programs take for a new line, a byte order mark within
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
NOT_TEXT = {b"PK\x03\x04": "a Word or ZIP file", b"\xd0\xcf\x11\xe0": "an old Word file", b"{\\rtf": "an RTF file", b"%PDF-": "a PDF file"}


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Return a file's text (UTF-8, with or without a byte order mark), or why it cannot be read."""
    if problem := file_problem(path, name, FACTS):
        return "", [problem]
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", [Problem(name, f"cannot be read: {error.strerror or error}")]
    for beginning, kind in NOT_TEXT.items():
        if raw.startswith(beginning):
            return "", [Problem(name, f"is {kind}, whatever its name says; save it as plain text")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(name, "is not UTF-8 text; save it again with the encoding UTF-8", line)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        message = f"holds {sign_name(found[0])}, which nobody sees; delete it, or save the file again as UTF-8"
        return "", [Problem(name, message, text.count("\n", 0, found.start()) + 1)]
    return text, []
