"""What a copy says and does differently from the release that it was made from, in plain words."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import read_points
from playbook.copy.own_wording import changed_under_wording, own_wording
from playbook.copy.ownership import is_own
from playbook.copy.release import LIST, Release, fetch, read_list, words_of_points
from playbook.copy.update_plan import compare
from playbook.files.diagnostics import Problem, ProblemsFound

MOST = 12  # files named one by one
CHANGED, DELETED = "Changed, though an update brings them anew", "Deleted, though an update brings them back"
ADDED, OWN = "Added beside the original's; updates leave them alone", "Yours, as it should be"
TITLES = {"edited": CHANGED, "orphan": CHANGED, "taken": CHANGED, "link": CHANGED, "deleted": DELETED, "added": ADDED}


def drift_report(project: Path, given: str, version: str) -> Iterator[str]:
    """Yield how a copy differs from its release, or from the one `given`. ProblemsFound if there is nothing to compare with."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        made_from = read_list(project)
        if not (base := fetch(given, version, Path(work)) if given else made_from):
            raise ProblemsFound([Problem(LIST, "is not there, so this copy does not know its release; say what to compare with: --from WHERE")])
        yield f"Compared with release {base.version}."
        told = _drift(project, base, made_from or base)
        for title, lines in told.items():
            yield from [f"{title}: {len(lines)}"] if lines else []
            yield from (f"  {line}" for line in lines[:MOST])
            yield from [f"  … and {len(lines) - MOST} more"] if len(lines) > MOST else []
        if not told[CHANGED] and not told[DELETED]:
            yield "Nothing of the original is changed: an update will go through."
        yield from changed_under_wording(project, base.folder) if given else ()


def _drift(project: Path, base: Release, made_from: Release) -> dict[str, list[str]]:
    """Return the report by title; what changed between `base` and `made_from`, the copy's own release, is no deed of the copy."""
    told: dict[str, list[str]] = {title: [] for title in (OWN, CHANGED, DELETED, ADDED)}
    for path, state, _ in compare(project, made_from, base):
        if state in TITLES and not (is_own(path) and state == "deleted"):
            told[OWN if is_own(path) else TITLES[state]].append(path)
    here, specs, now = {point.id: point for point in read_points(load_pages(project)[0])}, point_specs(), words_of_points(project)
    other = [here[key] for key, words in made_from.points.items() if now.get(key, words) != words and here[key].page.name in told[CHANGED]]
    return told | {
        "Points in your own words": list(own_wording(project)),
        "Points in other words than the release's": [f"{p.id.upper()} ({p.page.name}:{p.line}): {p.opening or p.detail[:70]}" for p in other],
        "Points that are gone": [f"{key.upper()}: {specs[key].fact if key in specs else 'no longer listed'}" for key in made_from.points if key not in now],
    }
