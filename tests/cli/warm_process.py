"""The command line in a process of its own that need not load what it runs on again: a server has it all, and forks for each command.

The code that runs is the one in the folder that the command is typed in, as `python -m playbook` does: the server has loaded ours by way of the folder that a
process works in (/proc/self/cwd), so that data and templates are read there. Where a fork's code is not ours, byte for byte, it is loaded anew. All processes of
a test run share one server; it ends with the last of them. (warm_server.py is the server.)
"""

import atexit
import json
import os
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from threading import get_ident
from typing import TextIO

from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


@cache
def _connection(_thread: int) -> TextIO:
    """Return a thread's way to the server of this test run, which runs as long as somebody has one."""
    place = Path(tempfile.gettempdir()) / f"playbook-{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"
    with FileLock(f"{place}.lock"):
        way = _connected(place)
        if not way:
            command = [sys.executable, "-m", "tests.cli.warm_server", str(place)]
            subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, env={**os.environ, **ENVIRONMENT}, check=True)  # it leaves its starter once it answers
            way = _connected(place)
    assert way
    with way:  # the file holds it open
        file = way.makefile("rw", encoding="utf-8")
    atexit.register(file.close)
    return file


def _connected(place: Path) -> socket.socket | None:
    way = socket.socket(socket.AF_UNIX)
    try:
        way.connect(str(place))
    except OSError:
        way.close()
        return None
    return way


def started(project: Path, arguments: list[str], before: str = "") -> subprocess.CompletedProcess:
    """Type `python -m playbook` with arguments in a folder: text output, no input. `before`: code that its process runs first."""
    server = _connection(get_ident())
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("out", "error")]
        request = {"project": str(project), "arguments": arguments, "before": before, "environment": {**os.environ, **ENVIRONMENT}, "files": [*map(str, files)]}
        server.write(f"{json.dumps(request)}\n")
        server.flush()
        status = int(server.readline())
        return subprocess.CompletedProcess(arguments, status, *(file.read_text("utf-8", "backslashreplace") for file in files))
