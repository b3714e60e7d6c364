"""axe-core in an open page: WCAG 2.2 A and AA, best practices, and the size of targets, which axe leaves out unless asked."""

from pathlib import Path

import axe_playwright_python

WIDTHS = (320, 768, 1280)
SOURCE = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js")).read_text("utf-8")
LOOKS = ("color-contrast", "target-size")  # what depends on colors and widths: the rest is the same whatever a page looks like
RUN = """async ([within, only]) => {
  const rules = only.length ? {runOnly: {type: 'rule', values: only}} : {rules: {'target-size': {enabled: true}}};
  const found = await axe.run(within || document, {resultTypes: ['violations'], iframes: false, preload: false, ...rules});
  return found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', ')}`);
}"""


def violations(page, within: str = "", only: tuple[str, ...] = ()) -> list[str]:
    """Return every violation in the page in view, or in the part that a selector names, of `only` these rules: the rule and up to five elements."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(SOURCE)
    return page.evaluate(RUN, [within, list(only)])


def switch_theme(page) -> None:
    """Press the page's own switch between light and dark, as a reader would."""
    page.locator("[data-md-component=palette] label:not([hidden]) [role=button]").press("Enter")
