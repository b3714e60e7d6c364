"""What a copy says and does differently from the release that it was made from, in plain words."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import read_points
from playbook.copy.own_wording import changed_under_wording, own_wording
from playbook.copy.ownership import is_own
from playbook.copy.release_manifest import LIST, Release, read_list, release_of
from playbook.copy.release_source import fetch
from playbook.copy.update_plan import IN_THE_WAY, compare
from playbook.files.diagnostics import Problem, ProblemsFound

MOST = 12  # files named one by one


def drift_report(project: Path, given: str, version: str) -> Iterator[str]:
    """Yield how a copy differs from its release, or from the one `given`. ProblemsFound if there is nothing to compare with."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        made_from = read_list(project)
        base = fetch(given, version, Path(work)) if given else made_from
        if not base:
            raise ProblemsFound([Problem(LIST, "is not there, so this copy does not know its release; say what to compare with: --from WHERE")])
        yield from _drift(project, base, made_from or base)
        yield from changed_under_wording(project, base.folder) if given else ()


def _drift(project: Path, base: Release, made_from: Release) -> Iterator[str]:
    """Yield the lines of the report; what changed between `base` and `made_from`, the copy's own release, is no deed of the copy."""
    compared = [file for file in compare(project, made_from, base) if file.state in (*IN_THE_WAY, "added")]
    theirs = [file for file in compared if not is_own(file.path)]
    changed = [file.path for file in theirs if file.state not in ("deleted", "added")]
    deleted = [file.path for file in theirs if file.state == "deleted"]
    yield f"Compared with release {base.version}."
    yield from _listed("Yours, as it should be", [file.path for file in compared if is_own(file.path) and file.state != "deleted"])
    yield from _listed("Changed, though an update brings them anew", changed)
    yield from _listed("Deleted, though an update brings them back", deleted)
    yield from _listed("Added beside the original's; updates leave them alone", [file.path for file in theirs if file.state == "added"])
    yield from own_wording(project)
    now, said = release_of(project, "").points, {point.id: point for point in read_points(load_pages(project)[0])}
    other = [said[key] for key, words in made_from.points.items() if now.get(key, words) != words and said[key].page.name in changed]
    places = [f"{point.id.upper()} ({point.page.name}:{point.line}): {point.opening or point.detail[:70]}" for point in other]
    yield from _listed("Points in other words than the release's", places)
    gone = [f"{key.upper()}: {point_specs()[key].fact if key in point_specs() else 'no longer listed'}" for key in made_from.points if key not in now]
    yield from _listed("Points that are gone", gone)
    if not changed and not deleted:
        yield "Nothing of the original is changed: an update will go through."


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}: {len(lines)}"
        yield from (f"  {line}" for line in lines[:MOST])
        if len(lines) > MOST:
            yield f"  … and {len(lines) - MOST} more"
