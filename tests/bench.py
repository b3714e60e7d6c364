"""How long a build takes and how much a page loads; medians. Prints; passes and fails nothing (`make bench`)."""

import gzip
import platform
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from playbook import attribution
from playbook.built import BuiltPage
from playbook.pdf import write_pdf
from playbook.reading import read_sheet
from playbook.sheet import all_sheets
from playbook.word import write_word
from tests.project import fork, only_region, run

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
    """Print time and size of a PDF and a Word file, each made anew."""
    documents = [read_sheet(BuiltPage(site / "sheets" / f"{sheet.stem}.html", sheet.stem)) for sheet in all_sheets()]
    for name, write in (("PDF", write_pdf), ("Word", write_word)):
        file = folder / "paper"
        times = [seconds(lambda d=d, w=write: w(d, attribution.foot("toolkit"), "General edition", "letter", TODAY, file)) for d in documents]
        size = file.stat().st_size / 1000
        print(f"{name}: first {times[0] * 1000:.0f} ms, then {statistics.median(times[1:]) * 1000:.0f} ms (median of {len(times) - 1}), {size:.0f} KB")


def first_page(site: Path) -> None:
    """Print what the front page loads before anybody searches."""
    page = BuiltPage(site / "index.html", "index.html")
    loaded = ["index.html", *dict.fromkeys(address for address in page.loads() if not address.startswith("data:"))]
    size = sum(len(gzip.compress((site / name).read_bytes(), mtime=0)) for name in loaded)
    print(f"first page: {len(loaded)} files, {size / 1000:.0f} KB gzip")


def main() -> None:
    """Print every figure."""
    print(f"{platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        everything, small = fork(Path(folder) / "all"), fork(Path(folder) / "one")
        only_region(small, "lane", "region: Lane\nstage: planning\nexample: true\n")
        builds("one region and the unlocalized edition", small)
        builds("all examples and the unlocalized edition", everything)
        papers(everything / "site", Path(folder))
        first_page(everything / "site")


if __name__ == "__main__":
    main()
