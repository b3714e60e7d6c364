"""Pictures of pages in Chromium: each kind of page, in the states a reader meets it in."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.support import chromium
from tests.support.templates import one_of_each

SIZES = {360: 740, 768: 1024, 1280: 800}
STATES = ("rest", "scrolled", "menu", "search")
TALLEST = 3000  # px of a page at rest: below that, pages repeat themselves
PROCESSES = 2


class Shot(NamedTuple):
    """A picture to take: edition, kind of page and its path, width, scheme, state."""

    edition: str
    kind: str
    path: str
    width: int
    scheme: str
    state: str

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.edition} {self.kind} {self.width} {self.scheme} {self.state}.jpg".replace(" ", "-")


def wanted(site: Path, editions: dict[str, str]) -> list[Shot]:
    """Return the pictures to take: every page at rest, in dark too; of the first edition also all other states, in light."""
    found = []
    for number, (edition, place) in enumerate(editions.items()):
        for kind, path in one_of_each(site / place).items():
            for width in SIZES:
                found.append(Shot(edition, kind, place + path, width, "light", "rest"))
                found += [Shot(edition, kind, place + path, width, "dark", "rest")] if not number or width == 360 else []
                found += [
                    Shot(edition, kind, place + path, width, "light", state)
                    for state in STATES[1:]
                    if (not number and width != 768) or (width, state) == (360, "menu")
                ]
    return found


def take(address: str, out: Path, shots: list[Shot]) -> list[str]:
    """Take the pictures into a folder; return the names of those that could not be taken because the page has no such state."""
    shares = [shots[start::PROCESSES] for start in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        return [name for share in pool.map(partial(_share, address, out), shares) for name in share]


def _share(address: str, out: Path, shots: list[Shot]) -> list[str]:
    missed = []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.found(), args=[*chromium.ARGUMENTS, "--hide-scrollbars"])
        for (width, scheme), page in _pages(running, shots):
            for shot in shots:
                if (shot.width, shot.scheme) == (width, scheme):
                    page.goto(f"{address}/{shot.path}")
                    if not _bring_about(page, shot.state):
                        missed.append(shot.name)
                    elif shot.state == "rest":
                        high = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
                        page.screenshot(path=out / shot.name, type="jpeg", quality=70, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": high})
                    else:
                        page.screenshot(path=out / shot.name, type="jpeg", quality=70)
        running.close()
    return missed


def _pages(running: Browser, shots: list[Shot]) -> Iterator[tuple[tuple[int, str], Page]]:
    for width, scheme in sorted({(shot.width, shot.scheme) for shot in shots}):
        context = running.new_context(viewport={"width": width, "height": SIZES[width]}, color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(8_000)
        yield (width, scheme), page
        context.close()


def _bring_about(page: Page, state: str) -> bool:
    """Bring a page into a state as a reader would; tell whether it could be."""
    if state == "scrolled":
        page.mouse.wheel(0, 500)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    if state == "menu":
        button = page.get_by_role("button", name="menu").or_(page.locator("label[for=__drawer].md-header__button")).first
        if not button.is_visible():
            return False
        button.click()
        page.evaluate("() => Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0)))")
    if state == "search":
        page.keyboard.press("/")
        page.keyboard.type("college board")
        try:
            page.locator("[data-group=found] [role=option]").first.wait_for()
        except BrowserError:
            return False
    return True
