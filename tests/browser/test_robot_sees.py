"""The robot sees what once went wrong: each fault is put into a page on its way to the browser."""

import pytest

HIDDEN = "[hidden][hidden] { display: none !important }"
GONE = "addEventListener('scroll', () => document.querySelector('.md-tabs')?.remove());"  # and they do not come back
# size and page, then what is added to the page, to its styles and to its scripts by what the robot says of it; all of a page's faults are met on one walk
FAULTS = {
    ("phone", "index.html"): {
        "the menu opens with nothing on it": ("", HIDDEN),
        "the layout jumps": ("", "@keyframes late { from { margin-top: 0 } } .md-typeset h1 { margin-top: 60px; animation: late 0.1s steps(1, end) !important }"),
        "with letters of 200 % the page scrolls sideways by": ('<p class="large">Large</p>', ".md-typeset .large { width: 12rem; max-width: none }"),
    },
    ("desktop", "about/what-this-site-stores.html"): {"gone from the head after scrolling": ("", "", GONE), "the page jumps: its heading moves": ("", "")},
    ("phone", "about/permission.html"): {
        "“Do it”: nothing happens when it is pressed": ('<button type="button">Do it</button>', ""),
        "has no name: button <button class=\"bare\">": ('<button type="button" class="bare"></button>', ".bare { width: 3em; height: 3em }"),
        "text is cut off: p.cut": ('<p class="cut">A long line that does not fit</p>', ".md-typeset .cut { width: 5em; overflow: hidden; white-space: nowrap }"),
        "the page scrolls sideways by": ('<p class="wide">Wide</p>', ".md-typeset .wide { width: 600px; max-width: none }"),
    },
    ("phone", "about/what-this-site-stores.html"): {  # a bar covers other controls, too
        "has the focus and is hidden (div.bar": ('<div class="bar">A bar</div>', ".bar { position: fixed; inset: 55% 0 0; background: #fff; z-index: 9 }"),
    },
    ("desktop", "about/permission.html"): {
        "“Do it” is covered by span.lid": (
            '<p class="under"><button type="button">Do it</button><span class="lid"></span></p>', ".under { position: relative } .lid { position: absolute; inset: 0 }",
        ),
        "console: Failed to load resource": ('<img src="gone.png" alt="">', ""),
    },
}  # fmt: skip


@pytest.mark.parametrize(("size", "path"), FAULTS)
def test_every_fault_of_a_page_is_seen(robot, address, size, path):
    put_in = FAULTS[size, path]
    markup, style, script = ("\n".join("".join(parts[kind : kind + 1]) for parts in put_in.values()) for kind in range(3))
    seeing = robot(size)
    seeing.stops, seeing.within = 30, "body"

    def page(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</article>", f"{markup}</article>"))

    def styles(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{style}")

    def scripts(route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{script}")

    seeing.page.route("**/*.html", page)
    seeing.page.route("**/playbook.js*", scripts)
    seeing.page.route("**/playbook.css*", styles)
    faults = seeing.walk(f"{address}/{path}", search=False)
    seeing.page.unroute_all(behavior="wait")
    assert [says for says in put_in if not any(says in fault for fault in faults)] == [], faults


def test_a_page_without_a_fault_is_passed(robot, address):
    assert not robot("desktop").walk(f"{address}/404.html")
