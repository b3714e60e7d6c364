"""Builds killed at random moments, hundreds of them: the published folder must be whole each time (`python -m tests.bench.kills 200`).

Two states of one region take turns, so that a mixture of both would show.
"""

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playbook.output.site_manifest import digest_problems, read_manifest
from tests.support.project import TODAY, fork, only_region

STATES = ("Tall Pine", "Low Meadow")
COMMAND = [sys.executable, "-m", "playbook", "build", "--pages-only", "--today", TODAY]


def main(kills: int) -> None:
    """Print what was seen; end with status 1 at the first folder that is no whole build."""
    lot = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        project = fork(Path(folder) / "fork")
        shutil.rmtree(project / "regions")
        (project / "regions").mkdir()
        say(project, STATES[0])
        start = time.perf_counter()
        subprocess.run(COMMAND, cwd=project, check=True, capture_output=True)
        whole = time.perf_counter() - start
        seen = dict.fromkeys(STATES, 0)
        finished = 0
        for number in range(kills):
            say(project, STATES[(number + 1) % 2])
            process = subprocess.Popen(COMMAND, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            try:
                process.wait(timeout=lot.uniform(0.1, whole * 1.1))
                finished += 1
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
            if said := faults(project / "site"):
                sys.exit(f"kill {number + 1}: " + "; ".join(map(str, said)))
            seen[state_of(project / "site")] += 1
        subprocess.run(COMMAND, cwd=project, check=True, capture_output=True)
        left = [path.name for path in project.iterdir() if path.name.startswith(".site")]
    print(
        f"{kills - finished} builds killed, {finished} finished before ({whole:.1f} s each); the folder was whole each time: {seen}; left behind: {left or 'nothing'}"
    )
    sys.exit(bool(left))


def say(project: Path, state: str) -> None:
    """Let the region have another name."""
    only_region(project, "lane", f"region: {state}\nstage: planning\nexample: true\n")


def faults(site: Path) -> list:
    """Return what is wrong with the digests of a published folder."""
    places = read_manifest(site)
    return list(digest_problems(site, places)) if places else [f"{site} is no built folder"]


def state_of(site: Path) -> str:
    """Return the one state that every page of the region is in."""
    found = {state for page in (site / "regions/lane").rglob("*.html") for state in STATES if state in page.read_text("utf-8")}
    return found.pop() if len(found) == 1 else f"a mixture of {sorted(found)}"


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["200"])[0]))
