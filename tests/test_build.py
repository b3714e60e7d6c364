"""A build is all or nothing, repeats itself to the byte, and never touches what is not its own."""

import filecmp
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from playbook.swap import building, put_in_place, repair
from tests.project import TODAY, fork, only_region, run

LANE = "region: Lane\nstage: planning\nexample: true\nplanning_meeting: {date: +30 days}\n"


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def hidden(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_the_same_inputs_and_date_give_the_same_bytes_in_two_folders(tmp_path):
    sites = []
    for name in ("here", "a folder elsewhere"):
        project = fork(tmp_path / name)
        only_region(project, "lane", LANE)
        assert run(project, "build").returncode == 0
        sites.append(digests(project / "site"))
    assert sites[0] == sites[1]
    assert len(sites[0]) > 40


def test_the_date_given_is_the_only_clock(tmp_path):
    project = fork(tmp_path / "fork")
    only_region(project, "lane", LANE)
    assert run(project, "build", "--today", "2031-05-01", today=None).returncode == 0
    assert "Saturday, May 31, 2031" in (project / "site/regions/lane/talking-points/next-steps.html").read_text("utf-8")
    stamped = [path.name for path in (project / "site").rglob("*.html") if TODAY[:7] in path.read_text("utf-8")]
    assert not stamped


def test_a_failed_build_leaves_the_last_good_site(project):
    only_region(project, "lane", LANE)
    assert run(project, "build").returncode == 0
    before = digests(project / "site")
    page = project / "docs/team/index.md"
    page.write_text(page.read_text("utf-8") + "\n[gone](nowhere.md)\n", "utf-8")
    done = run(project, "build")
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr and "team/index.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert digests(project / "site") == before
    assert hidden(project) == []


def test_a_broken_template_is_named_with_its_line(project):
    only_region(project, "lane", LANE)
    with (project / "overrides/404.html").open("a", encoding="utf-8") as template:
        template.write("\n{% block footer %}{{ playbok.credit.line }}{% endblock %}\n")
    done = run(project, "build")
    assert done.returncode == 1
    assert "overrides/404.html:" in done.stderr and "playbok" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_killed_at_any_moment_leaves_a_whole_site(project):
    only_region(project, "lane", LANE)
    assert run(project, "build").returncode == 0
    before = digests(project / "site")
    command = [sys.executable, "-m", "playbook", "build", "--today", TODAY]
    for share in (0.15, 0.4, 0.6, 0.8):
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        try:
            process.wait(timeout=share * 4)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert digests(project / "site") == before, f"killed after {time.monotonic() - started:.1f} s"
        assert orphans(project) == [], "a killed build leaves no process behind"
    assert run(project, "build").returncode == 0
    assert hidden(project) == [], "the next build clears what a killed one left"


def orphans(project: Path) -> list[str]:
    """The processes that still work in a fork's folder, once the system has had its moment to end them."""
    deadline = time.monotonic() + 5
    while found := [entry.name for entry in Path("/proc").glob("[0-9]*") if works_in(entry, project)]:
        if time.monotonic() > deadline:
            break
    return found


def works_in(process: Path, project: Path) -> bool:
    try:
        return (process / "cwd").resolve() == project and "playbook" in (process / "cmdline").read_text()
    except OSError:
        return False


def test_a_swap_killed_between_its_two_steps_is_repaired(tmp_path):
    aside = tmp_path / ".site.previous"
    aside.mkdir()
    (aside / "index.html").write_text("good")
    repair(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "good"
    assert not aside.exists()


def test_a_swap_works_where_folders_cannot_be_exchanged(tmp_path, monkeypatch):
    monkeypatch.setattr("playbook.swap._exchanged", lambda one, other: False)
    out = tmp_path / "site"
    for text in ("first", "second"):
        with building(out) as new:
            (new / "index.html").write_text(text)
            put_in_place(new, out)
        assert (out / "index.html").read_text() == text
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("kind", ["folder of files", "file", "link"])
def test_a_folder_that_no_build_made_is_not_replaced(project, kind):
    target = project / "precious"
    if kind == "file":
        target.write_text("mine")
    elif kind == "link":
        (project / "real").mkdir()
        target.symlink_to(project / "real")
    else:
        target.mkdir()
        (target / "letter.txt").write_text("mine")
    done = run(project, "build", "--out", "precious")
    assert done.returncode == 1
    assert "precious: " in done.stderr and "--out" in done.stderr
    assert target.exists()


def test_a_folder_that_cannot_be_written_gets_a_clear_message(project):
    (project / "taken").write_text("a file")
    done = run(project, "build", "--out", "taken/site")
    assert done.returncode == 1
    assert "taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_of_one_edition_makes_the_root_if_there_is_none(project):
    only_region(project, "lane", LANE)
    (project / "regions/pine.yml").write_text("region: Pine\nstage: planning\nexample: true\n", "utf-8")
    assert run(project, "build", "lane").returncode == 0
    assert (project / "site/index.html").is_file()
    assert [path.name for path in (project / "site/regions").iterdir()] == ["lane"]


def test_a_page_that_is_gone_from_the_sources_is_gone_from_the_site(project):
    only_region(project, "lane", LANE)
    page = project / "docs/extra.md"
    page.write_text("---\ntitle: A\ndescription: B\norigin: playbook\nreviewed: 2026-11-01\n---\n\n# A\n", "utf-8")
    configuration = project / "mkdocs.yml"
    kept = configuration.read_text("utf-8")
    configuration.write_text(kept + "  - Extra: extra.md\n", "utf-8")
    assert run(project, "build").returncode == 0
    assert (project / "site/extra.html").exists()
    page.unlink()
    configuration.write_text(kept, "utf-8")
    assert run(project, "build").returncode == 0
    assert list((project / "site").rglob("extra.html")) == []


def test_plain_mkdocs_previews_one_edition_and_leaves_the_site_alone(project):
    only_region(project, "lane", LANE)
    environment = {**os.environ, "PLAYBOOK_REGION": "lane", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=project, env=environment, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert "Lane" in (project / ".preview/index.html").read_text("utf-8")
    assert not (project / "site").exists()


def test_a_second_build_of_the_same_site_changes_nothing(project):
    only_region(project, "lane", LANE)
    assert run(project, "build").returncode == 0
    assert run(project, "build", "--out", "again").returncode == 0
    compared = filecmp.dircmp(project / "site", project / "again")
    assert (compared.left_only, compared.right_only, compared.diff_files) == ([], [], [])
