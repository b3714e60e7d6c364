"""The command line in a process of its own that need not load other people's packages again: a server has them, and forks for each command.

The project's own code is loaded anew each time, from the folder that the command is typed in, as `python -m playbook` does. So this module loads nothing of it.
"""

import atexit
import gc
import json
import os
import runpy
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
PACKAGES = (
    "click", "docx", "filelock", "fontTools.ttLib", "jinja2", "lxml.html", "markdown.extensions.toc", "material", "mkdocs.commands.build", "page", "PIL.Image", "pptx", "pydantic",
    "pygments.formatters.html", "pymdownx.superfences", "pymdownx.tabbed", "pypdfium2", "tinycss2", "typst", "yaml",
    "email.message", "html.parser", "multiprocessing.popen_fork", "urllib.request", "zipfile",
)  # fmt: skip


@cache
def _server() -> subprocess.Popen:
    """Return the server, running until the tests end."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.warm_process"],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **ENVIRONMENT},
    )  # fmt: skip
    atexit.register(server.communicate)
    return server


def started(project: Path, arguments: list[str]) -> subprocess.CompletedProcess:
    """Type `python -m playbook` with arguments in a folder: text output, no input."""
    server = _server()
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("out", "error")]
        request = {"project": str(project), "arguments": arguments, "environment": {**os.environ, **ENVIRONMENT}, "files": [*map(str, files)]}
        server.stdin.write(f"{json.dumps(request)}\n")
        server.stdin.flush()
        status = int(server.stdout.readline())
        return subprocess.CompletedProcess(arguments, status, *(file.read_text("utf-8") for file in files))


def _serve() -> None:
    """Fork for each request, and answer with the status."""
    for name in PACKAGES:
        with suppress(ImportError):
            import_module(name)
    gc.freeze()
    for line in sys.stdin:
        if not (child := os.fork()):
            _become(**json.loads(line))
            return
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _become(project: str, arguments: list[str], environment: dict[str, str], files: list[str]) -> None:
    """Be the process of a command."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream, file in enumerate(files, 1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), stream)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(project)
    sys.path[0] = project  # in place of our own folder
    sys.argv[1:] = arguments
    runpy.run_module("playbook", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve()
