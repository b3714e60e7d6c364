"""Other engines: WebKit (as in Safari), and a Chromium of two years ago, each with what readers do (`make audit`)."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, sync_playwright

from playbook.content import attribution
from tests.audit.host import hosted
from tests.audit.needs import NODE, NPM, WEBKIT, XVFB, old_chromium
from tests.audit.outcome import Outcome
from tests.robot.quick import walk
from tests.robot.walk import SIZES
from tests.support.templates import one_of_each
from tests.support.webdriver import Driver, webkit

NEEDS = [NODE, NPM, WEBKIT, XVFB]
BENEFITS = "talking-points/what-is-in-it.html"
PRINTED = ("sheets/educators-launch.html", BENEFITS, "team/roster.html")
BELOW_HEAD = """(() => { const box = document.getElementById("s52").getBoundingClientRect();
  return box.height > 0 && box.top >= document.querySelector("header").getBoundingClientRect().bottom - 1 && box.top < innerHeight; })()"""
SEARCH = ".search-link"
FIELD = ".search-field"
HITS = "[...document.querySelectorAll('[data-group=found] a[role=option]')].some(one => one.getBoundingClientRect().height)"
MENU = "label[for=__drawer].md-header__button, header button[aria-controls]"
LINKS = "[...document.querySelectorAll('nav a[href]')].filter(one => { const box = one.getBoundingClientRect(); return box.width && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === one; }).length > 2"


def arrives(driver: Driver, base: str) -> bool:
    """Whoever comes by a link sees the point below the head."""
    driver.go(f"{base}/{BENEFITS}#s52")
    driver.rest()
    return bool(driver.run(f"return Boolean({BELOW_HEAD})"))


def opens_tabs(driver: Driver, base: str) -> bool:
    """A tab that is clicked opens, and has the focus."""
    driver.go(f"{base}/{BENEFITS}")
    driver.click("[role=tab]:nth-of-type(1), .tabbed-labels > label:nth-of-type(3)")
    return driver.comes_true("document.querySelector('[role=tab][aria-selected=true]') && !document.activeElement.closest('[aria-hidden=true]')")


def searches(driver: Driver, base: str) -> bool:
    """The search finds something."""
    driver.go(f"{base}/index.html")
    driver.click(SEARCH)
    driver.type(FIELD, "college")
    return driver.comes_true(HITS)


def opens_menu(driver: Driver, base: str) -> bool:
    """On a phone, the menu holds links that can be pressed."""
    driver.size(400, 740)
    driver.go(f"{base}/index.html")
    driver.click(MENU)
    found = driver.comes_true(LINKS)
    driver.size(1280, 900)
    return found


def keeps_form(driver: Driver, base: str) -> bool:
    """A region typed into the form is said on the next page."""
    driver.go(f"{base}/localize/your-words.html")
    driver.type("#f-region, [name=region]", "Blue Ridge")
    driver.run("[...document.querySelectorAll('form input[type=radio]')].find(one => one.value === 'planning').click()")
    driver.run("[...document.querySelectorAll('button')].find(one => /^Save/.test(one.textContent)).click()")
    driver.go(f"{base}/index.html")
    found = driver.comes_true("document.body.textContent.includes('Blue Ridge')")
    driver.run("localStorage.clear()")
    return found


FEATURES: dict[str, Callable[[Driver, str], bool]] = {
    "arrival": arrives, "tabs": opens_tabs, "search": searches, "menu": opens_menu, "form": keeps_form,
}  # fmt: skip


def in_webkit(address: str, site: Path) -> Outcome:
    """Return what WebKit does not do, over http and from disk."""
    faults = []
    with webkit() as driver:
        driver.size(1280, 900)
        for how, base in (("http", address), ("disk", site.as_uri())):
            for name, works in FEATURES.items():
                try:
                    fault = "" if works(driver, base) else "does not work"
                except RuntimeError as error:
                    fault = str(error)
                faults += [f"{name}, {how}: {fault}"] if fault else []
        return Outcome(driver.version, f"{', '.join(FEATURES)}, over http and from disk", tuple(faults))


def printed_first(running: Browser, url: str) -> list[str]:
    """Return what is missing on paper if printing is the first thing that a reader does."""
    page = running.new_page()
    page.goto(url)
    with pypdfium2.PdfDocument(page.pdf()) as paper:
        texts = [side.get_textpage().get_text_range() for side in paper]
    page.close()
    words = attribution.foot("toolkit").split()[:3]
    return [
        f"side {number} is printed without {what}"
        for number, text in enumerate(texts, 1)
        for what, there in (("words", len(text) > 40), ("the credit", all(word in text for word in words)))
        if not there
    ]


def in_old_chromium(address: str, site: Path) -> Outcome:
    """Return what a Chromium of two years ago does not do: the robot's walk, and print as the first act."""
    faults = []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=old_chromium(), args=["--no-sandbox", "--disable-gpu", "--headless=old"])
        version = running.version
        faults += [f"{path}: {fault}" for path in PRINTED for fault in printed_first(running, f"{address}/{path}")]
        for size in SIZES:
            faults += [f"{path}, {size}: {fault}" for kind, path in one_of_each(site).items() for fault in walk(running, size, kind, f"{address}/{path}")]
        running.close()
    return Outcome(f"Chromium {version.partition('.')[0]}", "one page of each kind used on a desk and on a phone; print as the first act", tuple(faults))


def audit(site: Path, work: Path) -> list[Outcome]:
    """Return one outcome for each engine."""
    with hosted(site) as address:
        return [in_webkit(address, site), in_old_chromium(address, site)]
