"""The robot's walk over one page of each kind, quick enough for every test run."""

from playwright.sync_api import Browser

from tests.robot.walk import Robot
from tests.support.templates import WHOLE

STOPS = 35


def walk(browser: Browser, size: str, kind: str, url: str) -> list[str]:
    """Return the faults of a page: of controls that look alike one is pressed, and Tab goes as far as the first of them."""
    return Robot(browser, size, alike=1, stops=STOPS, within="body" if kind in WHOLE else "article").walk(url, search=kind in WHOLE)
