"""The command line in a process of its own that need not load what it runs on again: a server has it all, and forks for each command.

The code that runs is the one in the folder that the command is typed in, as `python -m playbook` does: the server has loaded ours by way of a link, which leads
to that folder then, so that data and templates are read there. Where a fork's code is not ours, byte for byte, it is loaded anew.
"""

import atexit
import gc
import json
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("playbook", "macros")
READ_LATE = ("sources.yml", "release.json")  # data that forks of our code have otherwise, and no module reads while it is loaded
ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


@cache
def _server() -> subprocess.Popen:
    """Return the server, running until the tests end."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.warm_process", folder],
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


def _serve(link: Path) -> None:
    """Fork for each request, and answer with the status."""
    link.symlink_to(ROOT)
    sys.path[0] = str(link)
    for name in (module.name for room in ROOMS for module in walk_packages([str(link / room)], f"{room}.") if module.name != "playbook.__main__"):
        import_module(name)
    ours = _code(ROOT)
    gc.freeze()
    for line in sys.stdin:
        request = json.loads(line)
        (new := link.with_name("new")).symlink_to(request["project"])
        new.replace(link)
        if not (child := os.fork()):
            _become(**request, same=_code(Path(request["project"])) == ours)
            return
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _code(project: Path) -> dict[str, bytes]:
    """Return every file that code is made of, by its name in the project."""
    files = (file for room in ROOMS for file in (project / room).rglob("*") if "__pycache__" not in file.parts and file.name not in READ_LATE)
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files if file.is_file()}


def _become(project: str, arguments: list[str], environment: dict[str, str], files: list[str], same: bool) -> None:
    """Be the process of a command."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream, file in enumerate(files, 1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), stream)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(project)
    if not same:
        sys.path[0] = project
        for name in [name for name in sys.modules if name.partition(".")[0] in ROOMS]:
            del sys.modules[name]
    sys.argv[1:] = arguments
    runpy.run_module("playbook", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]) / "project")
