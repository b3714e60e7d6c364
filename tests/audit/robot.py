"""The robot on every page of the general edition, and on one page of each kind of every other, on a desk and on a phone (`make audit`)."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.audit.host import hosted
from tests.audit.needs import CHROMIUM
from tests.audit.outcome import Outcome
from tests.robot.walk import SIZES, Robot
from tests.support import chromium
from tests.support.templates import one_of_each, pages

NEEDS = [CHROMIUM]
PROCESSES = 2


def faults_of(address: str, walks: list[tuple[str, str]]) -> list[str]:
    """Return the faults of these walks, each a size and a page's path."""
    found = []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.found(), args=[*chromium.ARGUMENTS])
        robots = {size: Robot(running, size) for size in SIZES}
        for size, path in walks:
            found += [f"{path}, {size}: {fault}" for fault in robots[size].walk(f"{address}/{path}")]
        running.close()
    return found


def audit(site: Path, work: Path) -> list[Outcome]:
    """Return what the robot met; it presses every control and goes through every stop of the keyboard."""
    paths = pages(site)
    for region in sorted((site / "regions").iterdir()):
        paths += [f"regions/{region.name}/{path}" for path in one_of_each(region).values()]
    walks = [(size, path) for path in paths for size in SIZES]
    with hosted(site) as address, ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        faults = [fault for share in pool.map(partial(faults_of, address), [walks[start::PROCESSES] for start in range(PROCESSES)]) for fault in share]
    return [Outcome("robot", f"{len(paths)} pages used as on a desk and on a phone", tuple(faults))]
