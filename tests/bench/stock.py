"""The same pages in stock Material beside ours (`python -m tests.bench.stock`): prints a table; nothing here passes or fails.

Stock: the theme's own templates and scripts, the same Markdown, search.highlight and content.tabs.link on, `offline` on.
"""

import gzip
import re
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from playbook.model.edition import load_catalog
from playbook.render.mkdocs_build import render
from tests.support import chromium
from tests.support.axe import violations
from tests.support.project import TODAY, fork, only_region, run
from tests.support.served import served

# words, the heading of the tab in which they stand, and their point
QUERIES = (
    ("one occupation", "in-it-educators", "s53"), ("retention growth", "in-it-economic", "s51"), ("advocacy", "next-active", "s65"),
    ("personally invite", "next-launch", "s74"), ("child care", "in-it-community", "c04"),
)  # fmt: skip
PAGE = "talking-points/what-is-in-it.html"
SEEN = "id => { const box = document.getElementById(id).getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.top < innerHeight }"


HIT = ":is(.md-search-result__link, [data-group=found] .hit)"  # the theme's, or ours


def built(folder: Path, stock: bool) -> Path:
    """Return the root of a built copy: ours, or the same docs/ without overrides, stylesheets and scripts of ours."""
    project = fork(folder)
    only_region(project, "plain", "region: Plain\nstage: planning\nexample: true\n")
    if stock:
        config = project / "mkdocs.yml"
        text = (
            config.read_text("utf-8")
            .replace("plugins:\n", "plugins:\n  search: {}\n  offline: {}\n")
            .replace("  features:\n", "  features:\n    - search.highlight\n")
        )
        text = re.sub(r"^extra_(css|javascript):\n(  .*\n)*|^  polyfills:\n(    .*\n)*", "", text, flags=re.MULTILINE)
        text = re.sub(r"^  custom_dir: .*\n|^  icon:.*\n(    .*\n)*|^    - navigation.prune.*\n", "", text, flags=re.MULTILINE)
        config.write_text(re.sub(r"icon: playbook/\w+", "icon: material/theme-light-dark", text), "utf-8")
        for page in (project / "docs").rglob("*.md"):
            page.write_text(re.sub(r"^template: .*\n", "", page.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
        today = date.fromisoformat(TODAY)
        render(project, load_catalog(project, today).site, project / "site", today)
        return project / "site"
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


def figures(running: Browser, site: Path) -> dict[str, str]:
    """Return the table's column for one built site."""
    with served(site) as base:
        return _figures(running, site, base)


def _figures(running: Browser, site: Path, base: str) -> dict[str, str]:
    foreign, loaded = set(), {}
    context = running.new_context(viewport={"width": 1280, "height": 900})

    def guard(route):
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            return route.continue_()
        foreign.add(re.sub(r"^https?://([^/]+).*", r"\1", route.request.url))
        return route.abort()

    context.route("**/*", guard)
    page = context.new_page()
    page.on("response", lambda response: loaded.setdefault(response.url, response))
    page.goto(f"{base}/{PAGE}", wait_until="networkidle")
    size = sum(len(gzip.compress((site / url.removeprefix(f"{base}/").partition("?")[0]).read_bytes(), 9)) for url in loaded if url.startswith(base))
    faults = {fault.partition(":")[0] for fault in violations(page)}
    hidden = 0
    for words, heading, point in QUERIES:
        fresh = context.new_page()
        fresh.goto(f"{base}/index.html", wait_until="load")
        fresh.locator(".md-search__input, .search-link").focus()
        fresh.keyboard.press("Control+k")
        fresh.keyboard.type(words, delay=20)
        wanted = fresh.locator(", ".join(f'{HIT}[href$="#{place}"]' for place in (point, heading))).first
        fresh.locator(HIT).first.wait_for()
        for _ in range(30):  # the list grows as one scrolls
            if not wanted.count() and fresh.locator(".md-search-result__item").count():
                fresh.locator(".md-search-result__item").last.scroll_into_view_if_needed()
                fresh.locator(".md-search__scrollwrap").evaluate("box => box.scrollTo(0, box.scrollHeight)")
        wanted.wait_for(state="attached")
        if words == QUERIES[0][0]:
            faults |= {fault.partition(":")[0] for fault in violations(fresh)}
        fresh.goto(wanted.evaluate("link => link.href"), wait_until="load")
        hidden += not fresh.evaluate(SEEN, point)
        fresh.close()
    context.close()
    return {
        "hits in closed tabs that stay hidden": f"{hidden} of {len(QUERIES)}",
        "axe rules broken, tabs page and search open": f"{len(faults)}: {', '.join(sorted(faults)) or 'none'}",
        "third parties asked": ", ".join(sorted(foreign)) or "none",
        "first load of a tabs page, gzip": f"{size / 1000:.1f} kB",
    }


def main() -> None:
    """Build both, measure both, print the table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.found(), args=["--no-sandbox", "--disable-gpu"])
        stock, ours = (figures(running, built(Path(folder) / name, name == "stock")) for name in ("stock", "ours"))
        running.close()
    print("| | stock Material | this playbook |\n| --- | --- | --- |")
    for name, value in stock.items():
        print(f"| {name} | {value} | {ours[name]} |")


if __name__ == "__main__":
    main()
