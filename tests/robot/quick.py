"""The robot's walk over one page of each kind, quick enough for every test run."""

from playwright.sync_api import Browser

from tests.robot.walk import Robot
from tests.support.templates import WHOLE

STOPS = 30  # from the top of a page of each template, and half as many from the text of others on


def walk(browser: Browser, size: str, kind: str, url: str) -> list[str]:
    """Return the faults of a page: of controls that look alike one is pressed, and Tab goes as far as the first of them."""
    whole = kind in WHOLE
    return Robot(browser, size, alike=1, stops=STOPS if whole else STOPS // 2, within="body" if whole else "article").walk(url, search=whole)
