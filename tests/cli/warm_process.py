"""The command line in a process of its own that need not load what it runs on again: a server has it all, and forks for each command.

The code that runs is the one in the folder that the command is typed in, as `python -m playbook` does: the server has loaded ours by way of a link, which leads
to that folder then, so that data and templates are read there. Where a fork's code is not ours, byte for byte, it is loaded anew. (warm_server.py is the server.)
"""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


@cache
def _server() -> subprocess.Popen:
    """Return the server, running until the tests end."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.warm_server", folder],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **ENVIRONMENT},
    )  # fmt: skip
    atexit.register(server.communicate)
    return server


def started(project: Path, arguments: list[str], before: str = "") -> subprocess.CompletedProcess:
    """Type `python -m playbook` with arguments in a folder: text output, no input. `before`: code that its process runs first."""
    server = _server()
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("out", "error")]
        request = {"project": str(project), "arguments": arguments, "before": before, "environment": {**os.environ, **ENVIRONMENT}, "files": [*map(str, files)]}
        server.stdin.write(f"{json.dumps(request)}\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        return subprocess.CompletedProcess(arguments, status, *(file.read_text("utf-8", "backslashreplace") for file in files))
