"""What a machine can tell of accessibility: axe-core finds nothing on any page, wide or narrow, light or dark."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.test_in_browser import PAGES, search

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js")).read_text("utf-8")
RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(v => [v.id, v.nodes.map(n => n.target.join(' '))])"


def faults(page) -> list:
    """Every violation (A, AA and best practices) on the page in view: rule and elements."""
    page.evaluate(AXE)
    return page.evaluate(RUN)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_on_any_page(page, address, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    found = {}
    for url in PAGES:
        page.goto(f"{address}/regions/nine-rivers/{url}")
        if violations := faults(page):
            found[url] = violations
    assert not found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_searching(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/index.html")
    search(page, "labor shed")
    assert faults(page) == []


def test_axe_finds_nothing_in_any_tab(page, address):
    found = {}
    for url in ("talking-points/what-is-in-it.html", "talking-points/next-steps.html"):
        page.goto(f"{address}/{url}")
        for tab in page.get_by_role("tab").all():
            tab.click()
            if violations := faults(page):
                found[url, tab.text_content()] = violations
    assert not found
