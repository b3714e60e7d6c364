"""The robot sees what once went wrong: each fault is put into a page on its way to the browser."""

import pytest

from tests.robot.walk import Robot

HIDDEN = "[hidden][hidden] { display: none !important }"
# size, page, what is added to the page, what is added to its styles, and what the robot then says
FAULTS = {
    "the menu opens empty": ("phone", "index.html", "", HIDDEN, "the menu opens with nothing on it"),
    "the tabs vanish": ("desktop", "about/glossary.html", "", HIDDEN, "gone from the head after scrolling"),
    "the page jumps when it is scrolled": ("desktop", "about/glossary.html", "", HIDDEN, "the page jumps: its heading moves"),
    "a dead button": ("phone", "about/permission.html", '<button type="button">Do it</button>', "", "“Do it”: nothing happens when it is pressed"),
    "a button without a name": ("phone", "about/permission.html", '<button type="button" class="bare"></button>', ".bare { width: 3em; height: 3em }", "has no name: button <button class=\"bare\">"),
    "a button under something": (
        "desktop", "about/permission.html", '<p class="under"><button type="button">Do it</button><span class="lid"></span></p>',
        ".under { position: relative } .lid { position: absolute; inset: 0 }", "“Do it” is covered by span.lid",
    ),
    "focus behind a bar": (
        "phone", "about/permission.html", '<div class="bar">A bar</div>', ".bar { position: fixed; inset: 55% 0 0; background: #fff; z-index: 9 }", "has the focus and is hidden (div.bar",
    ),
    "text cut off": ("phone", "about/permission.html", '<p class="cut">A long line that does not fit</p>', ".md-typeset .cut { width: 5em; overflow: hidden; white-space: nowrap }", "text is cut off: p.cut"),
    "a page too wide": ("phone", "about/permission.html", '<p class="wide">Wide</p>', ".md-typeset .wide { width: 600px; max-width: none }", "the page scrolls sideways by"),
    "a script error": ("desktop", "about/permission.html", '<img src="gone.png" alt="">', "", "console: Failed to load resource"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_seen(chrome, address, name):
    size, path, markup, style, says = FAULTS[name]
    robot = Robot(chrome, size, alike=1, stops=30)

    def page(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</article>", f"{markup}</article>"))

    def styles(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{style}")

    robot.context.route("**/*.html", page)
    robot.context.route("**/playbook.css*", styles)
    faults = robot.walk(f"{address}/{path}", search=False)
    assert any(says in fault for fault in faults), faults


def test_a_page_without_a_fault_is_passed(chrome, address):
    assert not Robot(chrome, "desktop", alike=1).walk(f"{address}/404.html")
