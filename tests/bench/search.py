"""The search under pressure: pastes after cold loads beside busy processes, time to first results on a processor slowed six times, weight. Prints; nothing passes or fails.

`python -m tests.bench.search` builds the unlocalized edition and the one with the largest index by itself; `--quick` leaves out the pastes.
"""

import gzip
import multiprocessing
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Route, sync_playwright

from tests.search.query_log import FIELD, built, queries
from tests.support import chromium
from tests.support.served import Plain, served
from tests.support.waiting import until

PASTES = 200
SLOWED = 6
RUNS = 15
SCRIPTS = "assets/javascripts/search"
LARGEST = "rio-verde"  # an edition with points in its own words: its index is the largest
FOUND = "[data-group=found] .hit"
PAINT = """() => {
  window.marks = {};
  const painted = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const arrived = performance.getEntriesByType("resource").find(({ name }) => name.includes("search_index.js")).responseEnd;
      marks.shown -= arrived;
      marks.painted = performance.now() - arrived;
    };
    port2.postMessage(0);                                     // its turn comes after the frame
  });
  new MutationObserver(() => {
    if (marks.shown || !document.querySelector("[data-group=found] .hit")) return;
    marks.shown = performance.now();
    painted();
  }).observe(document.documentElement, { childList: true, subtree: true });
}"""


def _spin() -> None:
    while True:
        pass


@contextmanager
def busy() -> Iterator[None]:
    """Keep every processor busy with one more process than it has."""
    spinning = [multiprocessing.Process(target=_spin, daemon=True) for _ in range((os.cpu_count() or 1) + 1)]
    for one in spinning:
        one.start()
    try:
        yield
    finally:
        for one in spinning:
            one.kill()


def pastes(running: Browser, address: str) -> int:
    """Return how many pastes, each right after a cold load and at once after the search was opened, come to results."""
    found = 0
    asked = [query["type"] for query in queries()]
    for number in range(PASTES):
        context = running.new_context(viewport={"width": 390, "height": 800} if number % 2 else {"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(address)
        page.locator(".search-link").click()
        page.keyboard.insert_text(asked[number % len(asked)])
        try:
            until(page, f'document.querySelector("{FOUND}") !== null')
            found += 1
        except Error as error:
            print(f"  no result: {asked[number % len(asked)]!r}: {error}")
        context.close()
    return found


class Held(Plain):
    """A host that keeps the scripts and the index of the search until it may `go`."""

    go = threading.Event()

    def do_GET(self) -> None:  # noqa: N802 (the name that http.server calls)
        """Answer, perhaps later."""
        if "javascripts/search/" in self.path or "search_index.js" in self.path:
            self.go.wait(20)
        super().do_GET()


def delays_after_typing(running: Browser, address: str) -> Iterator[tuple[float, float]]:
    """Yield milliseconds from the arrival of the index's script to the first results in the page, and to their being painted; the text is there before any script of the search, all of which arrive at once, the processor slowed."""
    for _ in range(RUNS):
        Held.go.clear()
        context = running.new_context()
        page = context.new_page()
        page.goto(address)
        page.evaluate(PAINT)
        page.locator(".search-link").click()
        page.locator(FIELD).fill("advisory board")
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        until(page, "document.querySelector('.search-panel[open]')")  # the page answers slowed
        Held.go.set()
        until(page, "marks.painted > 0")
        yield page.evaluate("[marks.shown, marks.painted]")
        context.close()


def delays(running: Browser, address: str) -> Iterator[tuple[float, float]]:
    """Yield the same where nothing is held: the index arrives before the robot has clicked, and its clicking and typing, slowed as well, count."""
    for _ in range(RUNS):
        context = running.new_context()
        page = context.new_page()
        page.goto(address)
        page.evaluate(PAINT)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        page.locator(".search-link").click()
        page.locator(FIELD).fill("advisory board")
        until(page, "marks.painted > 0")
        yield page.evaluate("[marks.shown, marks.painted]")
        context.close()


def thread_time(session: CDPSession) -> float:
    """Return milliseconds that the page's main thread has had a processor."""
    return 1000 * next(one["value"] for one in session.send("Performance.getMetrics")["metrics"] if one["name"] == "ThreadTime")


def effort(running: Browser, address: str) -> float:
    """Return milliseconds of processor from the index's arrival to first results on the page, text being there already. Other processes do not count."""
    context, held = running.new_context(), []

    def hold(route: Route) -> None:
        held.append(route)

    page = context.new_page()
    page.route("**/search_index.js", hold)
    page.goto(address)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.locator(".search-link").click()
    page.locator(FIELD).fill("advisory board")
    until(page, "playbook.search.create && playbook.search.attach")
    before = thread_time(session)
    held[0].continue_()
    page.locator(FOUND).first.wait_for()
    spent = thread_time(session) - before
    context.close()
    return spent


def weight(site: Path, edition: Path) -> dict[str, int]:
    """Return bytes of gzip, as they are sent, of what is fetched once somebody reaches for the search."""
    files = [*(site / SCRIPTS / name for name in ("lookup.js", "engine.js", "panel.js")), edition / "search/search_index.js"]
    return {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}


def told(name: str, times: list[float]) -> None:
    """Print milliseconds."""
    print(f"{name}: {min(times):.0f} ms at best, {statistics.median(times):.0f} in the middle, {max(times):.0f} at worst of {len(times)}")


def main() -> None:
    """Print every figure."""
    path = chromium.found() or sys.exit(chromium.TYPE_THIS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, served(built(Path(folder), LARGEST)) as host:
        site = Path(folder) / "site"
        edition = site / "regions" / LARGEST
        sizes = weight(site, edition)
        print(f"weight: {sum(sizes.values())} bytes of gzip, {sizes}")
        running = playwright.chromium.launch(executable_path=path, args=[*chromium.ARGUMENTS])
        shown, painted = zip(*delays(running, f"{host}/regions/{LARGEST}/index.html"), strict=True)
        told(f"from the index's arrival to first results, slowed {SLOWED} times, the robot's clicking and typing included", list(shown))
        told("the same, painted", list(painted))
        with served(site, Held) as holding:
            shown, painted = zip(*delays_after_typing(running, f"{holding}/regions/{LARGEST}/index.html"), strict=True)
        told("the same with the text typed before the index arrives", list(shown))
        told("the same, painted", list(painted))
        told("processor from arrival to results, not slowed", [effort(running, (edition / "index.html").as_uri()) for _ in range(RUNS)])
        if "--quick" not in sys.argv:
            with busy():
                print(f"pastes after a cold load on a busy machine: {pastes(running, (site / 'index.html').as_uri())} of {PASTES} with results")
        running.close()


if __name__ == "__main__":
    main()
