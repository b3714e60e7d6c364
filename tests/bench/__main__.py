"""How long a build takes and how much a page loads; medians. Prints; passes and fails nothing (`make bench`)."""

import gzip
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from playbook.content import attribution
from playbook.content.sheet_plan import all_sheets
from playbook.output.html_page import BuiltPage
from playbook.paper.docx.writer import write_word
from playbook.paper.fit import write_pdf
from playbook.paper.html_reader import read_sheet
from playbook.paper.imprint import Imprint
from tests.support import chromium
from tests.support.project import fork, only_region, run
from tests.support.served import served

PAGES = ("index.html", "talking-points/what-is-in-it.html", "sheets/educators.html")
TODAY = date(2026, 11, 23)


def seconds(work: Callable[[], object]) -> float:
    """Return the wall time of a piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def build(project: Path) -> None:
    """Run the whole build command."""
    done = run(project, "build")
    assert done.returncode == 0, done.stderr


def builds(name: str, project: Path) -> None:
    """Print the time of a first build and of those after it, whose papers are kept."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    cold = seconds(lambda: build(project))
    warm = statistics.median(seconds(lambda: build(project)) for _ in range(3))
    print(f"{name}: first {cold:.1f} s, again {warm:.1f} s (median of 3)")


def papers(site: Path, folder: Path) -> None:
    """Print processor time and size of a PDF and a Word file: of all sheets of an edition; as a build makes them, each sheet for one edition after the other; and warm, the same sheet under another foot."""
    editions = ["", *(f"{place.relative_to(site).as_posix()}/" for place in sorted((site / "regions").iterdir()) if (place / "sheets").is_dir())]
    pages = {edition: [BuiltPage(site / edition / "sheets" / f"{sheet.stem}.html", sheet.stem) for sheet in all_sheets()] for edition in editions}
    documents = {
        edition: [(read_sheet(page), Imprint(attribution.foot("toolkit"), edition, "letter", TODAY)) for page in found] for edition, found in pages.items()
    }
    in_turn = [sheet for row in zip(*documents.values(), strict=True) for sheet in row]
    again = [(document, replace(imprint, edition=f"Edition {number}")) for document, imprint in documents[""] for number in range(2)]
    kinds = (("one edition", documents[""], 1), (f"{len(editions)} editions in turn", in_turn, 1), ("warm", again, 2))  # every second one is set again
    for name, write in (("PDF", write_pdf), ("Word", write_word)):
        for which, sheets, step in kinds:
            file, times, sizes = folder / "paper", [], []
            for document, imprint in sheets:
                start = time.process_time()
                write(document, imprint, file)
                times.append(time.process_time() - start)
                sizes.append(file.stat().st_size / 1000)
            print(
                f"{name}, {which}: {statistics.mean(times[1::step]) * 1000:.1f} ms of CPU each (mean of {len(times[1::step])} after the first), {statistics.mean(sizes):.0f} KB"
            )


def weights(site: Path, *names: str) -> None:
    """Print what a browser with an empty cache loads of a page, in bytes of gzip, with the search's part set apart."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.found(), args=["--no-sandbox", "--disable-gpu"])
        for name in names:
            page, loaded = browser.new_page(), {}
            page.on("requestfinished", lambda request, into=loaded: into.update({request.url: request.response().body()}))
            page.goto(f"{address}/{name}", wait_until="networkidle")
            sizes = {url.rpartition("/")[2].partition("?")[0]: len(gzip.compress(body, 9, mtime=0)) for url, body in loaded.items()}
            page.close()
            searching = sum(len(gzip.compress(body, 9, mtime=0)) for url, body in loaded.items() if "/search/" in url)
            total = sum(sizes.values())
            print(f"{name}: {len(sizes)} requests, {total / 1000:.1f} KB gzip, {(total - searching) / 1000:.1f} KB without the search")
            print("  " + ", ".join(f"{file} {size / 1000:.1f}" for file, size in sorted(sizes.items(), key=lambda item: -item[1])[:6]))
        browser.close()


def disk(site: Path) -> None:
    """Print what a whole site takes on disk: what all editions share, and one edition without its papers."""
    kinds = {"shared assets": "assets", "pages and search of the root edition": ".html .json .js", "papers of the root edition": ".pdf .docx .zip"}
    own = [path for path in site.rglob("*") if path.is_file() and path.relative_to(site).parts[0] != "regions"]
    for kind, what in kinds.items():
        files = [
            path for path in own if (path.relative_to(site).parts[0] == "assets") == (what == "assets") and (what == "assets" or path.suffix in what.split())
        ]
        print(f"{kind}: {len(files)} files, {sum(path.stat().st_size for path in files) / 1000:.0f} KB on disk")


def as_mkdocs_leaves_it(project: Path) -> Path:
    """Return the preview of plain MkDocs: the same pages, nothing joined, nothing left out."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, env=environment, check=True)
    return project / ".preview"


def main() -> None:
    """Print every figure."""
    print(f"{platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        everything, small = fork(Path(folder) / "all"), fork(Path(folder) / "one")
        only_region(small, "lane", "region: Lane\nstage: planning\nexample: true\n")
        builds("one region and the unlocalized edition", small)
        builds("all examples and the unlocalized edition", everything)
        papers(everything / "site", Path(folder))
        disk(everything / "site")
        weights(everything / "site", *PAGES)
        print("the same pages as plain MkDocs leaves them:")
        plain = as_mkdocs_leaves_it(everything)
        disk(plain)
        weights(plain, *PAGES)


if __name__ == "__main__":
    main()
