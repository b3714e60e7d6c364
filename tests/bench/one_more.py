"""What one more edition costs: seconds of CPU of 64 editions less those of 8, by part, the checks of links apart (`make bench`)."""

import statistics
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from playbook.build.edition_build import Order, add_files, write_pages
from playbook.build.site_build import prepared
from playbook.check.site_check import edition_problems
from playbook.model.edition import Catalog
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
    with tempfile.TemporaryDirectory() as folder:
        project = many(Path(folder) / "project", MANY)
        catalog = prepared(project, date.fromisoformat(TODAY), examples=False)
        general, *others = sorted(catalog.editions, key=lambda edition: edition.path)
        for run in range(RUNS):
            few, several = (costs(project, replace(catalog, editions=(general, *others[:count])), Path(folder) / f"{run}-{count}") for count in (FEW, MANY))
            runs.append({part: (several[part] - few[part]) / (MANY - FEW) * 1000 for part in PARTS})
    each = {part: statistics.median(run[part] for run in runs) for part in PARTS}
    of_links = each.pop(LINKS)
    account = ", ".join(f"{part} {cost:.0f}" for part, cost in each.items())
    print(f"one more edition: {sum(each.values()):.0f} ms of CPU ({account}), and {of_links:.0f} ms for the checks of links; median of {RUNS}")


def costs(project: Path, catalog: Catalog, new: Path) -> Counter[str]:
    """Return the seconds of CPU that the editions of a catalog take in this process, by part, as build/edition_build.py makes them in the folder `new`."""
    today, took = date.fromisoformat(TODAY), Counter[str]()
    new.mkdir()
    common = make_common_pages(project, catalog.site, today, new)
    order = Order(project, catalog, new, today, papers=False)
    for edition in catalog.editions:
        place, moments = new / edition.path, [time.process_time()]
        pages = write_pages(catalog, common, edition, place)
        moments.append(time.process_time())
        add_files(order, common, edition, place)
        write_digests(new, edition.path, {page.file: page.data for page in pages.values()})
        moments.append(time.process_time())
        problems = edition_problems(new, catalog, edition, sources_of(edition, common.sources), pages, lambda name: True)
        assert not problems, problems
        moments.append(time.process_time())
        took.update(dict(zip(PARTS, (after - before for before, after in pairwise(moments)), strict=True)))
    return took


if __name__ == "__main__":
    main()
