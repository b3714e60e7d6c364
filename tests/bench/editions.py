"""Many editions: this project's build beside one process of MkDocs for each edition, in one run on the same made-up regions (`make bench`).

`python -m tests.bench.editions 1 8` takes other numbers of editions. The pages alone are compared, for MkDocs makes no papers; papers come last.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.support.project import TODAY, fork
from tests.support.synthetic import region_files

COUNTS = (1, 8, 32, 128)
RUNS = 3  # of the smaller numbers, whose times scatter; the median counts
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


@dataclass(frozen=True)
class Cost:
    """What a piece of work took: seconds on the clock and of all processors, and the most memory of all its processes together, in MB."""

    wall: float
    cpu: float
    memory: float


def main(counts: Iterable[int]) -> None:
    """Print a table, the papers, and a summary as the last line."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; pages alone, PDF and Word apart")
    print(
        "editions | here: s, s of CPU, MB memory | ms each | one MkDocs process each: s, s of CPU, MB memory | times faster | MB on disk each, of it beside sheets"
    )
    said = ""
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            project = many(Path(folder) / str(count), count)
            runs = RUNS if count < 32 else 1
            here = median(cost(project, [playbook()]) for _ in range(runs))
            theirs = median(cost(project, [mkdocs()] + [mkdocs(slug) for slug in region_files(count)]) for _ in range(runs))
            each = here.wall / (count + 1) * 1000
            said = f"{count} editions and the general one: {each:.0f} ms each, {theirs.wall / here.wall:.1f} times faster than one MkDocs process each"
            print(
                f"{count:4} | {here.wall:6.1f} {here.cpu:6.1f} {here.memory:5.0f} | {each:5.0f} | {theirs.wall:6.1f} {theirs.cpu:6.1f} {theirs.memory:5.0f} "
                f"| {theirs.wall / here.wall:5.1f} | {megabytes(project / 'site/regions') / count:.2f} {megabytes(project / 'site/regions', but='sheets') / count:.2f}",
                flush=True,
            )
            shutil.rmtree(project)
        papers(many(Path(folder) / "papers", 32))
    print(said)


def papers(project: Path) -> None:
    """Print how long all papers of 32 editions take on top of their pages."""
    pages = cost(project, [playbook()])
    whole = cost(project, [playbook(papers=True)])
    files = [path for path in (project / "site").rglob("*") if path.suffix in (".pdf", ".docx")]
    took, cpu = whole.wall - pages.wall, whole.cpu - pages.cpu
    print(
        f"32 editions: {len(files)} papers on top of the pages in {took:.1f} s ({cpu:.1f} s of CPU), {len(files) / took:.0f} a second; {whole.memory:.0f} MB memory"
    )


def many(folder: Path, count: int) -> Path:
    """Return a fork with so many made-up regions."""
    project = fork(folder)
    for file in (project / "regions").glob("*.yml"):
        file.unlink()
    for slug, text in region_files(count).items():
        (project / "regions" / f"{slug}.yml").write_text(text, "utf-8")
    return project


def playbook(papers: bool = False) -> tuple[list[str], dict]:
    """Return the command that builds everything."""
    return [sys.executable, "-m", "playbook", "build", "--today", TODAY, *([] if papers else ["--pages-only"])], {}


def mkdocs(slug: str = "") -> tuple[list[str], dict]:
    """Return the command that builds one edition."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet"], {"PLAYBOOK_REGION": slug, "PLAYBOOK_TODAY": TODAY}


def cost(project: Path, commands: list[tuple[list[str], dict]]) -> Cost:
    """Run commands one after the other and return what they took together."""
    start, before, most = time.perf_counter(), os.times(), 0.0
    for command, environment in commands:
        process = subprocess.Popen(command, cwd=project, env=ENVIRONMENT | environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        watch = Memory(process.pid)
        _, errors = process.communicate()
        most = max(most, watch.most())
        assert process.returncode == 0, errors.decode()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(time.perf_counter() - start, cpu, most)


class Memory:
    """The memory of a process and its children (PSS, proc(5)), looked at four times a second."""

    def __init__(self, pid: int):
        self._done, self._most = threading.Event(), 0.0
        self._watch = threading.Thread(target=self._look, args=(pid,), daemon=True)
        self._watch.start()

    def most(self) -> float:
        """Return the most, in MB, and stop looking."""
        self._done.set()
        self._watch.join()
        return self._most

    def _look(self, pid: int) -> None:
        while not self._done.wait(0.25):
            self._most = max(self._most, sum(map(_pss, _family(pid))) / 1000)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _pss(pid: int) -> int:
    try:
        return next(int(line.split()[1]) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def megabytes(folder: Path, but: str = "") -> float:
    """Return the size of all files in a folder, those in folders called `but` left out."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.parent.name != but) / 1e6


def median(costs: Iterable[Cost]) -> Cost:
    """Return the cost whose wall time is in the middle."""
    ordered = sorted(costs, key=lambda cost: cost.wall)
    return ordered[(len(ordered) - 1) // 2]


if __name__ == "__main__":
    main([int(given) for given in sys.argv[1:]] or COUNTS)
