"""axe-core on every page of two editions, light and dark, at 320, 768 and 1280 px, each tab open and while searching (`make audit`)."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.audit.needs import CHROMIUM
from tests.audit.outcome import Outcome
from tests.support import chromium
from tests.support.axe import WIDTHS, violations

NEEDS = [CHROMIUM]
EDITION = "rio-verde"  # accents, an example, a launch date; beside it the unlocalized edition
PROCESSES = 2


def page_faults(page, name: str) -> list[str]:
    """Return the violations of the page in view at each width, in each tab, and (on the front page and in the points) while searching."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{name} at {width}: {fault}" for fault in violations(page)]
    if name.partition(",")[0].endswith(("index.html", "what-is-in-it.html")):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.keyboard.press("Control+k")
            page.locator(".search-field").press_sequentially("labor shed")
            page.locator("[data-group=found] .hit").first.wait_for()
            found += [f"{name}, searching at {width}: {fault}" for fault in violations(page)]
            page.keyboard.press("Escape")
    for tab in page.get_by_role("tab").all():
        tab.click()
        found += [f"{name}, tab {tab.text_content()}: {fault}" for fault in violations(page, "article")]
    return found


def faults_of(site: Path, pages: list[Path]) -> list[str]:
    """Return the violations of these pages, opened from disk, in both schemes."""
    found = []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.found(), args=[*chromium.ARGUMENTS])
        for scheme in ("light", "dark"):
            page = running.new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
            for path in pages:
                page.goto(path.as_uri())
                found += page_faults(page, f"{path.relative_to(site).as_posix()}, {scheme}")
        running.close()
    return found


def audit(site: Path, work: Path) -> list[Outcome]:
    """Return one outcome for the unlocalized edition and one of a region."""
    others = [path for path in (site / "regions").iterdir() if path.name != EDITION]
    pages = sorted(path for path in site.rglob("*.html") if not any(path.is_relative_to(other) for other in others))
    shares = [pages[start::PROCESSES] for start in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        faults = [fault for share in pool.map(partial(faults_of, site), shares) for fault in share]
    figures = f"axe-core on {len(pages)} pages, light and dark, at {', '.join(map(str, WIDTHS))} px, tabs and search open"
    return [Outcome("accessibility", figures, tuple(faults))]
