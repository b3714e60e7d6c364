"""A second build makes only what changed, and gives what a first one would."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from playbook.edition import load_catalog
from playbook.manifest import DIGESTS, write_digests
from playbook.unchanged import inputs_of, is_unchanged, note
from tests.project import TODAY, fork, run
from tests.releases import swap
from tests.test_build import digests, hidden

LANE = "region: Lane\nstage: planning\nexample: true\n"
PINE = "region: Pine\nstage: launch\nindustry: food\nexample: true\nlaunch_meeting: {date: +30 days}\n"


@pytest.fixture
def project(tmp_path) -> Path:
    """A fork with two regions."""
    project = fork(tmp_path / "fork")
    for file in (project / "regions").glob("*.yml"):
        file.unlink()
    for slug, text in {"lane": LANE, "pine": PINE}.items():
        (project / "regions" / f"{slug}.yml").write_text(text, "utf-8")
    return project


def build(project: Path, *more: str) -> set[str]:
    """Build all pages; return which of the two regions' editions were made."""
    done = run(project, "build", "--pages-only", *more)
    assert done.returncode == 0, done.stderr
    return {slug for slug in ("lane", "pine") if f"  {slug}: " in done.stdout}


def test_a_build_makes_only_the_editions_that_changed(project):
    assert build(project) == {"lane", "pine"}
    before = {path: path.stat().st_ino for path in (project / "site").rglob("*")}
    assert build(project) == set()
    assert {path: path.stat().st_ino for path in (project / "site").rglob("*")} == before, "nothing is put in place where nothing changed"
    (project / "site/regions/other").mkdir()
    assert build(project) == set() and not (project / "site/regions/other").exists()
    swap(project / "regions/lane.yml", "stage: planning", "stage: active\nindustry: wood")
    assert build(project) == {"lane", "pine"}, "every list of editions says so"
    swap(project / "regions/lane.yml", "example: true", "example: true\nspeaker_role: teachers")
    assert build(project) == {"lane"}
    (project / "site/regions/pine/index.html").write_text("Not ours")
    assert build(project) == {"pine"}
    assert build(project, "--anew", "--out", "whole") == {"lane", "pine"}
    assert digests(project / "site") == digests(project / "whole") and not hidden(project)


def test_where_what_editions_share_changed_the_others_stay_and_find_by_a_new_index(project):
    """The edition at the top is a region's: its words are among the entries of the search that all share."""
    (project / "site.yml").write_text("home: pine\n", "utf-8")
    build(project)
    old = {path: path.read_bytes() for path in (project / "site/regions/lane").rglob("*.js")}
    swap(project / "regions/pine.yml", "industry: food", "industry: food\npartner_ask: {educators: join the zeppelin team}")
    kept = shutil.copytree(project / "site", project / "kept", copy_function=os.link)
    assert build(project) == {"pine"}
    assert {path: path.read_bytes() for path in old} != old
    assert {path: (kept / path.relative_to(project / "site")).read_bytes() for path in old} == old, "no file is written that has a second name"
    assert build(project) == set(), "what was kept with another index is known, too"
    assert build(project, "--anew", "--out", "whole") == {"lane", "pine"}
    assert digests(project / "site") == digests(project / "whole")


@pytest.mark.parametrize("missing", ["regions/lane/search/search_index.js", "assets/search"])
def test_an_edition_that_lost_its_search_is_made_again(project, missing):
    build(project)
    lost = project / "site" / missing
    shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    swap(project / "docs/about/permission.md", "---\n\n#", "---\n\nZeppelins.\n\n#")
    assert build(project, "pine") == {"lane", "pine"}


def inputs(project: Path, today: str = TODAY, papers: bool = False) -> dict[str, str]:
    day = date.fromisoformat(today)
    return inputs_of(project, load_catalog(project, day), day, papers)


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        (lambda fork: swap(fork / "regions/lane.yml", "example: true", "example: true\nspeaker_role: teachers"), {"lane"}),
        (lambda fork: swap(fork / "regions/lane.yml", "region: Lane", "region: Long Lane"), {"lane", "pine"}),
        (lambda fork: swap(fork / "docs/team/roles.md", "#", "Ours.\n\n#"), {"lane", "pine"}),
        (lambda fork: swap(fork / "overrides/partials/page-foot.html", "Something wrong?", "Found a slip?"), {"lane", "pine"}),
        (lambda fork: swap(fork / "playbook/glossary.yml", "labor", "labour"), {"lane", "pine"}),
        (lambda fork: swap(fork / "macros/roster.py", "No seats", "No seat"), {"lane", "pine"}),
        (lambda fork: (fork / "regions/logo.svg").write_text("<svg/>"), {"lane", "pine"}),
        (lambda fork: (fork / "docs/local/more.txt").write_text("more"), {"lane", "pine"}),
        (lambda fork: (fork / "regions/new.yml").write_text(LANE.replace("Lane", "New")), {"lane", "pine"}),
        (lambda fork: (fork / "site").mkdir(), set()),
    ],
)
def test_whatever_an_edition_is_made_of_counts_as_its_input(project, change, touched):
    before = inputs(project)
    change(project)
    after = inputs(project)
    assert {slug for slug in ("lane", "pine") if before[slug] != after[slug]} == touched


def test_the_day_and_the_papers_count_as_inputs(project):
    assert not set(inputs(project).values()) & {*inputs(project, "2026-11-24").values(), *inputs(project, papers=True).values()}


@pytest.mark.parametrize(
    "change",
    [
        lambda place: (place / "index.html").write_text("changed"),
        lambda place: (place / "index.html").unlink(),
        lambda place: (place / "more.html").write_text("added"),
        lambda place: (place / DIGESTS).write_text(""),
        lambda place: (place / DIGESTS).unlink(),
    ],
)
def test_a_folder_that_somebody_touched_is_not_taken_over(tmp_path, change):
    place = tmp_path / "regions/lane"
    place.mkdir(parents=True)
    (place / "index.html").write_text("as built")
    write_digests(tmp_path, "regions/lane/")
    note(tmp_path, "these", place)
    assert is_unchanged(tmp_path, "these", tmp_path, "regions/lane/")
    assert not is_unchanged(tmp_path, "others", tmp_path, "regions/lane/")
    change(place)
    assert not is_unchanged(tmp_path, "these", tmp_path, "regions/lane/")
