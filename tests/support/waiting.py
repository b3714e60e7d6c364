"""Waiting for what a page's own script says. Playwright's wait_for_function evaluates a string, which the pages' policy forbids."""

from playwright.sync_api import Page

LOOK = "() => new Promise((done, late) => {{ const end = Date.now() + 20000; const look = () => ({0}) ? done() : Date.now() > end ? late(new Error({1!r} )) : setTimeout(look, 20); look(); }})"


def until(page: Page, expression: str) -> None:
    """Wait, 20 seconds at most, until a JavaScript expression is true on the page."""
    page.evaluate(LOOK.format(expression, f"never came true: {expression}".replace("'", "’")))
