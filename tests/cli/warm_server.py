"""The server of warm_process.py: it has all code loaded and has built a small playbook once, so that what is worked out of the program's own files is known; it forks for each command."""

import gc
import json
import os
import runpy
import selectors
import socket
import sys
import tempfile
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TextIO

from tests.cli.warm_process import ROOT

HERE = "/proc/self/cwd"  # the folder that whoever asks works in
ROOMS = ("playbook", "macros")
READ_LATE = ("sources.yml", "release.json")  # data that forks of our code have otherwise, and no module reads while it is loaded


def _serve(place: Path) -> None:
    """Fork for each line of each who asks; the fork answers with the status. End once all have left."""
    gc.disable()
    sys.path[0] = HERE
    for name in (module.name for room in ROOMS for module in walk_packages([f"{HERE}/{room}"], f"{room}.") if module.name != "playbook.__main__"):
        import_module(name)
    _build_once()
    ours = _code(ROOT)
    gc.freeze()
    gc.enable()
    with socket.socket(socket.AF_UNIX) as door, selectors.DefaultSelector() as asked:
        place.unlink(missing_ok=True)
        door.bind(str(place))
        door.listen()
        if os.fork():  # whoever started this need not wait for its end
            os._exit(0)
        asked.register(door, selectors.EVENT_READ)
        while True:
            for key, _ in asked.select():
                with suppress(ChildProcessError):  # there is none
                    while os.waitpid(-1, os.WNOHANG)[0]:
                        pass
                if key.fileobj is door:
                    way = door.accept()[0]
                    asked.register(way, selectors.EVENT_READ, way.makefile("rw", encoding="utf-8"))
                elif line := key.data.readline():
                    if not os.fork():
                        _answer(key.data, json.loads(line), ours)
                        return
                else:
                    asked.unregister(key.fileobj)
            if len(asked.get_map()) == 1:
                for left in (place, place.with_suffix(".lock")):
                    left.unlink()
                return


def _answer(way: TextIO, request: dict, ours: dict[str, bytes]) -> None:
    """Fork into a command; the rest waits for it and tells its status."""
    if not (child := os.fork()):
        _become(**request, same=_code(Path(request["project"])) == ours)
        return
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=way, flush=True)
    os._exit(0)


def _build_once() -> None:
    """Build a small playbook with no region, as `serve` would before it builds again; what it says of data that forks have otherwise is forgotten."""
    with tempfile.TemporaryDirectory() as folder:
        path, project = [*sys.path], import_module("tests.support.small_playbook").small(Path(folder) / "small")
        for file in (file for room in ("regions", "examples") for file in (project / room).glob("*.yml")):
            file.unlink()
        os.chdir(project)
        build = import_module("playbook.build.site_build")
        build.build_site(project, project / "site", build.BuildOptions(date(2026, 11, 23), papers=False), lambda line: None)
        os.chdir(ROOT)
    for read in (import_module("playbook.content.references").sources, import_module("playbook.content.references")._file):
        read.cache_clear()
    sys.path[:] = path
    del sys.modules["playbook.__main__"]  # which the tests' own helpers have loaded, and a command is to run


def _code(project: Path) -> dict[str, bytes]:
    """Return every file that code is made of, by its name in the project."""
    files = (file for room in ROOMS for file in (project / room).rglob("*") if "__pycache__" not in file.parts and file.name not in READ_LATE)
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files if file.is_file()}


def _become(project: str, arguments: list[str], before: str, environment: dict[str, str], files: list[str], same: bool) -> None:
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
    exec(before, {})
    runpy.run_module("playbook", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
