"""What people type (playbook/content/asked.txt), put into the search box of a real browser: how often the right place is first, or among three (`make queries`).

With `--kept-aside`, those that nobody tunes by (kept_aside.yml), as counts alone, so that no miss of theirs is read. Nothing here passes or fails.
"""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

from playbook.build.edition_build import write_pages
from playbook.content.point_spec import point_specs
from playbook.model.edition import load_catalog
from playbook.render.common_pages import make_common_pages
from playbook.search.asked import questions
from tests.support import chromium as browser
from tests.support.project import ROOT, TODAY
from tests.support.waiting import until

KEPT_ASIDE = Path(__file__).with_name("kept_aside.yml")
FIELD = ".search-field"
RESULTS = "[...document.querySelectorAll('.search-group:not([data-group=usual]) .hit')].map((link) => link.href)"
READY = "document.querySelector('.search-hits .hit') !== null"


def queries(file: Path | None = None) -> list[dict]:
    """Return every query of a file, of asked.txt without one: what to `type` and which places to `find`."""
    if file:
        return yaml.safe_load(file.read_text("utf-8"))
    return [{"type": question.words, "find": list(question.places)} for question in questions()]


def is_found(address: str, wanted: Iterable[str]) -> bool:
    """Tell whether a result's address is one of the wanted places."""
    path, _, anchor = address.partition("#")
    path = path.partition("?")[0]
    for place in wanted:
        page, _, part = (f"{point_specs()[place].page}.html#{place}" if place in point_specs() else place).partition("#")
        if (anchor == part if part else True) and (f"/{page}" in path if page.endswith("/") else path.endswith(f"/{page}")):
            return True
    return False


def opened(page: Page, address: str) -> Page:
    """Open a page and its search; return the page once the search is ready."""
    page.goto(address)
    page.locator(".search-link").click()
    until(page, READY)
    return page


def results(page: Page, words: str) -> list[str]:
    """Put words into the open search at once; return the addresses of the results, the first one first."""
    page.locator(FIELD).fill(words)
    return page.evaluate(RESULTS)


def ranks(page: Page, asked: Iterable[dict]) -> Iterator[tuple[dict, int, list[str]]]:
    """Yield each query with the rank of the first right result (0: not there) and the first three results."""
    for query in asked:
        found = results(page, query["type"])
        rank = next((number for number, address in enumerate(found, 1) if is_found(address, query["find"])), 0)
        yield query, rank, found[:3]


def counts(name: str, ranked: list[tuple[dict, int, list[str]]]) -> None:
    """Print how often the right place is first, and among three."""
    total = len(ranked)
    first, three = (sum(0 < rank <= most for _, rank, _ in ranked) for most in (1, 3))
    print(f"{name}: {total} queries, top-1 {first} ({first / total:.1%}), top-3 {three} ({three / total:.1%})")


def misses(ranked: list[tuple[dict, int, list[str]]]) -> None:
    """Print each query whose right place is not first, with what came instead."""
    for query, rank, found in ranked:
        if rank != 1:
            places = ", ".join(address.split("/site/")[-1].split("?")[0] + "#" + address.partition("#")[2] for address in found)
            print(f"  {rank or '-':>3}  {query['type']!r} wants {', '.join(query['find'])}; got {places or 'nothing'}")


def built(folder: Path, *others: str) -> Path:
    """Build the unlocalized edition and `others` by their slugs, without papers, into a folder; return its top."""
    today, out = date.fromisoformat(TODAY), folder / "site"
    catalog = load_catalog(ROOT, today)
    os.chdir(ROOT)
    out.mkdir()
    common = make_common_pages(ROOT, catalog.site, today, out)
    for edition in catalog.editions:
        if not edition.region or edition.path.strip("/").rpartition("/")[2] in others:
            write_pages(catalog, common, edition, out / edition.path)
    return out


def main() -> None:
    """Print the counts and misses of the queries to tune by, or the counts of those kept aside."""
    path = browser.found() or sys.exit(browser.TYPE_THIS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = built(Path(folder))
        running = playwright.chromium.launch(executable_path=path, args=[*browser.ARGUMENTS])
        page = running.new_page(viewport={"width": 1280, "height": 900})
        opened(page, (site / "index.html").as_uri())
        if "--kept-aside" in sys.argv:
            counts("Kept aside", list(ranks(page, queries(KEPT_ASIDE))))
        else:
            tuned = list(ranks(page, queries()))
            counts("Tuned", tuned)
            misses(tuned)
        running.close()


if __name__ == "__main__":
    main()
