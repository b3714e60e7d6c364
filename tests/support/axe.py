"""axe-core in an open page: WCAG 2.2 A and AA, best practices, and the size of targets, which axe leaves out unless asked."""

from pathlib import Path

import axe_playwright_python

WIDTHS = (320, 768, 1280)
SOURCE = next(Path(axe_playwright_python.__file__).parent.rglob("axe*.js")).read_text("utf-8")
LOOKS = ("color-contrast", "target-size")  # what depends on colors and widths: the rest is the same whatever a page looks like
# what need not be looked at, since one that is made and looks alike on the same ground is: of the same elements, classes, attributes, colors and letters, outside and
# within; of those with a name of their own two, which must not have the same
ALIKE = """within => {
  const signs = new Map(), seen = new Map();
  const sign = (one) => {
    const {color, backgroundColor, fontSize, fontWeight} = getComputedStyle(one);
    const own = [one.localName, one.className.baseVal ?? one.className, one.getAttributeNames().sort(), one.type, one.hasChildNodes(), color, backgroundColor, fontSize, fontWeight];
    const text = `${own.join(" ")} [${[...new Set([...one.children].map(sign))].join("|")}]`;
    signs.set(one, text);
    return text;
  };
  const rest = (one, under) => {
    const {backgroundColor} = getComputedStyle(one), ground = backgroundColor === "rgba(0, 0, 0, 0)" ? under : backgroundColor;
    const alike = `${ground} ${signs.get(one)}`, times = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, times);
    const named = one.matches("[aria-label], [aria-labelledby], :has([aria-label], [aria-labelledby])");
    return times > (named ? 2 : 1) ? [one] : [...one.children].flatMap(inner => rest(inner, ground));
  };
  sign(within);
  return rest(within);
}"""
RUN = f"""async ([within, only, once]) => {{
  const alike = {ALIKE};
  const rules = only.length ? {{runOnly: {{type: 'rule', values: only}}}} : {{rules: {{'target-size': {{enabled: true}}}}}};
  const found = await axe.run({{include: [[within || 'html']], exclude: once ? alike(document.querySelector(within || 'body')) : []}}, {{resultTypes: ['violations'], iframes: false, preload: false, ...rules}});
  return found.violations.map(one => `${{one.id}}: ${{one.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', ')}}`);
}}"""


def violations(page, within: str = "", only: tuple[str, ...] = (), once: bool = False) -> list[str]:
    """Return every violation in the page in view, or in the part that a selector names, of `only` these rules: the rule and up to five elements.

    `once`: of elements that are alike, outside and within and on the same ground, look at one.
    """
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(SOURCE)
    return page.evaluate(RUN, [within, list(only), once])


def switch_theme(page) -> None:
    """Press the page's own switch between light and dark, as a reader would."""
    page.locator("[data-md-component=palette] label:not([hidden]) [role=button]").press("Enter")
