"""What one more edition costs: seconds of CPU of 64 editions less those of 8, by part, the checks of links apart (`make bench`)."""

import statistics
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from playbook.build.edition_build import Order, add_files, write_pages
from playbook.build.site_build import prepared
from playbook.check.site_check import edition_problems
from playbook.output.site_manifest import write_digests
from playbook.render.audience.edition_pages import sources_of
from playbook.render.common_pages import make_common_pages
from tests.bench.editions import many
from tests.support.project import TODAY

FEW, MANY, RUNS = 8, 64, 3
PARTS = PAGES, FILES, LINKS = ("pages and index", "files and digests", "checks of links")


def main() -> None:
    """Print the milliseconds of each part: the median of three runs."""
    runs = []
    for _ in range(RUNS):
        few, several = costs(FEW), costs(MANY)
        runs.append({part: (several[part] - few[part]) / (MANY - FEW) * 1000 for part in PARTS})
    each = {part: statistics.median(run[part] for run in runs) for part in PARTS}
    of_links = each.pop(LINKS)
    account = ", ".join(f"{part} {cost:.0f}" for part, cost in each.items())
    print(f"one more edition: {sum(each.values()):.0f} ms of CPU ({account}), and {of_links:.0f} ms for the checks of links; median of {RUNS}")


def costs(count: int) -> Counter[str]:
    """Return the seconds of CPU that so many editions and the general one take in this process, by part, as build/edition_build.py makes them."""
    today, took = date.fromisoformat(TODAY), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        project, new = many(Path(folder) / "project", count), Path(folder) / "site"
        new.mkdir()
        catalog = prepared(project, today, examples=False)
        common = make_common_pages(project, catalog.site, today, new)
        order = Order(project, catalog, new, today, papers=False)
        for edition in catalog.editions:
            place, since = new / edition.path, time.process_time()

            def passed(part: str) -> None:
                nonlocal since
                took[part] += (now := time.process_time()) - since
                since = now

            pages = write_pages(catalog, common, edition, place)
            passed(PAGES)
            add_files(order, common, edition, place)
            passed(FILES)
            problems = edition_problems(new, catalog, edition, sources_of(edition, common.sources), pages, lambda name: True)
            assert not problems, problems
            passed(LINKS)
            write_digests(new, edition.path, {page.file: page.data for page in pages.values()})
            del pages
            passed(FILES)
    return took


if __name__ == "__main__":
    main()
