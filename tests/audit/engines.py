"""Every feature in every engine, as a table: WebKit (as in Safari), Firefox, the Chromium of today and two old ones (`make audit`)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright

from playbook.content import attribution
from tests.audit.drivers import Chromium, firefox
from tests.audit.features import WORKS, verdicts
from tests.audit.host import hosted
from tests.audit.needs import CHROMIUM, FIREFOX, NODE, NPM, WEBKIT, XVFB, old_chromium
from tests.audit.outcome import Outcome, matrix
from tests.robot.quick import walk
from tests.robot.walk import SIZES, Robot
from tests.support import chromium
from tests.support.templates import one_of_each
from tests.support.webdriver import Driver, webkit

NEEDS = [NODE, NPM, WEBKIT, XVFB, FIREFOX, CHROMIUM]
PRINTED = ("sheets/educators-launch.html", "talking-points/what-is-in-it.html", "team/roster.html")
OLD = ["--no-sandbox", "--disable-gpu", "--headless=old"]
FEET = [attribution.foot(kind).split()[:3] for kind in ("toolkit", attribution.MIXED, "playbook")]


def unprinted(paper: bytes) -> list[str]:
    """Return what is missing on a paper that a browser printed: words, or the credit of any origin."""
    with pypdfium2.PdfDocument(paper) as sides:
        texts = [side.get_textpage().get_text_range() for side in sides]
    return [
        f"side {number} is printed without {what}"
        for number, text in enumerate(texts, 1)
        for what, there in (("words", len(text) > 40), ("the credit", any(all(word in text for word in foot) for foot in FEET)))
        if not there
    ]


def printed_first(driver: Driver, base: str) -> dict[str, str]:
    """Return for each page whether it is whole on paper if printing is the first thing that a reader does."""
    found = {}
    for path in PRINTED:
        driver.go(f"{base}/{path}")
        found[f"paper of {path}"] = "; ".join(unprinted(driver.pdf())) or WORKS
    return found


def walked(path: str, address: str, site: Path) -> list[str]:
    """Return the faults that the robot meets in a Chromium, on one page of each kind, on a desk and on a phone."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=OLD)
        pages = one_of_each(site).items()
        robots = {size: Robot(running, size, alike=1) for size in SIZES}
        faults = [f"{page}, {size}: {fault}" for size in SIZES for kind, page in pages for fault in walk(robots[size], kind, f"{address}/{page}")]
        running.close()
    return faults


@contextmanager
def chromium_at(path: str, arguments: list[str]) -> Iterator[Chromium]:
    """Yield a window of the Chromium at a path."""
    with sync_playwright() as playwright:
        driver = Chromium(playwright, path, arguments)
        yield driver
        driver.close()


def audit(site: Path, work: Path) -> list[Outcome]:
    """Print the table of features and engines; return one outcome for each engine."""
    old = [old_chromium("@sparticuz/chromium"), old_chromium("chromium-109")]
    engines = [webkit(), firefox(str(FIREFOX.found), work / "profile-of-firefox"), chromium_at(str(chromium.found()), [*chromium.ARGUMENTS])]
    engines += [chromium_at(path, OLD) for path in old]
    found: dict[str, dict[str, str]] = {}
    with hosted(site) as address:
        for engine in engines:
            with engine as driver:
                on_paper = {} if driver.version.startswith("MiniBrowser") else printed_first(driver, address)  # its driver prints nothing
                found[driver.version] = on_paper | verdicts(driver, {"http": address, "disk": site.as_uri()})
        faults = {name: [f"{feature}: {said}" for feature, said in all_.items() if said != WORKS] for name, all_ in found.items()}
        faults[list(found)[3]] += walked(old[0], address, site)
    print(f"\n{matrix(found)}\n")
    return [Outcome(name, f"{len(all_)} features, over http, from disk and on paper", tuple(faults[name])) for name, all_ in found.items()]
