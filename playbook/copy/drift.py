"""What a copy says and does differently from the release that it was made from, in plain words."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from playbook.check.site_check import check_folder
from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import read_points
from playbook.copy.own_wording import changed_under_wording, own_wording
from playbook.copy.ownership import is_own
from playbook.copy.release_manifest import LIST, Release, digests, point_digests, read_list
from playbook.copy.release_source import fetch
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.edition import UNLOCALIZED, Catalog, Edition, load_catalog
from playbook.output.html_page import serialized
from playbook.output.site_manifest import write_manifest
from playbook.render import mkdocs_build as rendering
from playbook.render.common_pages import make_common_pages
from playbook.render.localize import Localization, localized

CREDIT = ("credit", "origin line", "official logo", "owners' name", "Community of Practice")  # what `check` says of it
MOST = 12  # files named one by one

Tell = Callable[[str], None]


def report_drift(project: Path, given: str, version: str, today: date, tell: Tell) -> None:
    """Say how the copy differs from its release. ProblemsFound if the credit is broken or cannot be looked at."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        source = fetch(given, version, Path(work)) if given else None
        made_from = read_list(project)
        base = source.release if source else made_from
        if not base:
            raise ProblemsFound([Problem(LIST, "is not there, so this copy does not know its release; say what to compare with: --from WHERE")])
        for line in drift(project, base, made_from or base):
            tell(line)
        for line in changed_under_wording(project, source.folder) if source else ():
            tell(line)
    try:
        problems = credit_problems(project, today)
    except ProblemsFound:
        tell("The credit could not be looked at, since the pages cannot be built:")
        raise
    if problems:
        tell("The credit is broken:")
        raise ProblemsFound(problems)
    tell("The credit is intact on every page of the general edition; `check` looks at every edition and sheet.")


def drift(project: Path, base: Release, made_from: Release) -> list[str]:
    """Return the lines of the report. `base` is the release to compare with; what changed between it and `made_from`, the copy's own, is no deed of the copy."""
    here, both = digests(project), (base, made_from)
    edited = [path for path in here if not any(release.knows(path, here[path]) for release in both)]
    changed = [path for path in edited if path in base.files and not is_own(path)]
    deleted = [path for path in made_from.files if path not in here and path in base.files and not is_own(path)]
    added = [path for path in here if not any(release.had(path) for release in both) and not is_own(path)]
    own = [path for path in edited if is_own(path)]
    return [
        f"Compared with release {base.version}.",
        *_listed("Yours, as it should be", own),
        *_listed("Changed, though an update brings them anew", changed),
        *_listed("Deleted, though an update brings them back", deleted),
        *_listed("Added beside the original's; updates leave them alone", added),
        *own_wording(project),
        *_points_said_otherwise(project, made_from, changed),
        *([] if changed or deleted else ["Nothing of the original is changed: an update will go through."]),
    ]


def _listed(title: str, paths: list[str]) -> Iterator[str]:
    if paths:
        yield f"{title}: {len(paths)}"
        yield from (f"  {path}" for path in paths[:MOST])
        if len(paths) > MOST:
            yield f"  … and {len(paths) - MOST} more"


def _points_said_otherwise(project: Path, base: Release, changed: list[str]) -> Iterator[str]:
    now = point_digests(project)
    said = {point.id: point for point in read_points(load_pages(project)[0])}
    other = [key for key, words in base.points.items() if now.get(key, words) != words and said[key].page.name in changed]
    gone = [key for key in base.points if key not in now]
    if other:
        yield f"Points in other words than the release's: {len(other)}"
        yield from (f"  {key.upper()} ({said[key].page.name}:{said[key].line}): {said[key].opening or said[key].detail[:70]}" for key in other)
    if gone:
        yield f"Points that are gone: {len(gone)}"
        yield from (f"  {key.upper()}: {point_specs()[key].fact if key in point_specs() else 'no longer listed'}" for key in gone)


def credit_problems(project: Path, today: date) -> list[Problem]:
    """Return what is wrong with the credit on the pages of the unlocalized edition, built for this question alone. ProblemsFound if they cannot be built."""
    general = Edition(UNLOCALIZED, None, "")
    catalog = replace(load_catalog(project, today), editions=(general,))
    with tempfile.TemporaryDirectory(prefix="drift-") as folder:
        out = Path(folder) / "site"
        _write_general_edition(project, catalog, general, out, today)
        write_manifest(out, [general])
        return [problem for problem in check_folder(project, out, catalog, deployed=False) if any(word in problem.message for word in CREDIT)]


def _write_general_edition(project: Path, catalog: Catalog, general: Edition, out: Path, today: date) -> None:
    out.mkdir()
    common = make_common_pages(project, catalog.site, today, out)
    rendering.add_official_logo(project, catalog.site, out)
    for page in common.pages:
        (out / page.url).parent.mkdir(parents=True, exist_ok=True)
        (out / page.url).write_text(serialized(localized(page.root, Localization(catalog, general, common.points))), "utf-8", newline="\n")
