"""axe-core on every page of two editions, light and dark, at 320, 768 and 1280 px, each tab open and while searching (`make audit`).

Needs nothing but the browser of the tests. `main()` prints each fault and returns their number.
"""

import multiprocessing
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import browser as chromium
from tests.axe import WIDTHS, violations
from tests.project import fork, run

EDITION = "rio-verde"  # accents, an example, a launch date; beside it the unlocalized edition
PROCESSES = 2


def built(folder: Path) -> list[Path]:
    """Return every page of the two editions, built afresh."""
    project = fork(folder / "fork")
    done = run(project, "build", EDITION)
    if done.returncode:
        sys.exit(done.stderr)
    return sorted((project / "site").rglob("*.html"))


def page_faults(page, name: str) -> list[str]:
    """Return the violations of the page in view at each width, in each tab, and (on the front page and in the points) while searching."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{name} at {width}: {fault}" for fault in violations(page)]
    for tab in page.get_by_role("tab").all():
        tab.click()
        found += [f"{name}, tab {tab.text_content()}: {fault}" for fault in violations(page, "article")]
    if name.partition(",")[0].endswith(("index.html", "what-is-in-it.html")):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.keyboard.press("/")
            page.locator(".md-search__input").fill("")
            page.locator(".md-search__input").press_sequentially("labor shed")
            page.locator(".md-search-result__item").first.wait_for()
            found += [f"{name}, searching at {width}: {fault}" for fault in violations(page)]
            page.keyboard.press("Escape")
    return found


def faults_of(pages: list[Path]) -> list[str]:
    """Return the violations of these pages, opened from disk, in both schemes."""
    found = []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.found(), args=["--no-sandbox", "--disable-gpu"])
        for scheme in ("light", "dark"):
            page = running.new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
            for path in pages:
                page.goto(path.as_uri())
                found += page_faults(page, f"{path.as_posix().partition('/site/')[2]}, {scheme}")
        running.close()
    return found


def main() -> int:
    """Print each fault, or that there is none; return how many there are."""
    with tempfile.TemporaryDirectory() as folder:
        pages = built(Path(folder))
        shares = [pages[start::PROCESSES] for start in range(PROCESSES)]
        with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
            faults = [fault for share in pool.map(faults_of, shares) for fault in share]
    print("\n".join(faults) or f"axe-core finds nothing on {len(pages)} pages, light and dark, at {', '.join(map(str, WIDTHS))} px, tabs and search open.")
    return len(faults)


if __name__ == "__main__":
    sys.exit(bool(main()))
