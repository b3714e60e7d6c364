"""`check` finds what breaks a promise in a built folder, and names the page and its source."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support.project import fork, only_region, run

STEPS = "talking-points/next-steps.html"


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """A fork with a built site of one region."""
    project = fork(tmp_path_factory.mktemp("check") / "fork")
    only_region(project, "lane", "region: Lane\nstage: planning\nexample: true\n")
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    return project


def spoilt(project: Path, name: str, before: str, after: str) -> str:
    """Return what `check` says of a copy of the site in which one page was changed."""
    copy = project / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project / "site", copy)
    text = (copy / name).read_text("utf-8")
    assert before in text
    (copy / name).write_text(text.replace(before, after, 1), "utf-8")
    done = run(project, "check", "copy")
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_whole_site_passes(whole):
    done = run(whole, "check", "site")
    assert (done.returncode, done.stdout) == (0, "All is well: site.\n")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('class="credit"', 'class="credits"', "lacks the credit"),
        ("not reviewed or endorsed", "reviewed and endorsed", "carries another credit than its origin's"),
        ('class="origin-line"', 'class="x"', "lacks its origin line"),
        ("Community of Practice", "community", "lacks the request to join"),
        ("Support Team Playbook</title>", "Next Gen Playbook</title>", "carries the owners' name in a title of ours"),
        ('id="s79"', 'id="s78"', 'the id "s78" stands 2 times'),
        ('id="s79"', 'id="s79x"', "S79 stands 0 times in this edition"),
        ("<article", '<a href="gone.html">x</a><article', "links to gone.html, which is not there"),
        ("<article", '<a href="index.html#gone">x</a><article', "but that page has no such anchor"),
        ("<article", '<a href="../../../etc/passwd">x</a><article', "links out of the site"),
        ("<article", '<img src="https://example.org/x.png" alt="x"><article', "asks a third party for https://example.org/x.png"),
        ("<article", '<script src="//example.org/x.js"></script><article', "asks a third party for //example.org/x.js"),
        ("<article", '<p style="color:red">x</p><article', "holds the attribute style on <p>"),
        ("<article", '<img src="../assets/images/favicon.svg" alt="Next Gen logo"><article', "a picture of ours carries the owners' name"),
        ("<article", '<img src="../assets/official-logo.svg" alt="x"><article', "shows the official logo where it must not"),
    ],
)  # fmt: skip
def test_a_broken_promise_is_named_with_its_page(whole, before, after, said):
    found = spoilt(whole, STEPS, before, after)
    assert said in found
    assert STEPS in found


def test_a_page_of_ours_that_wears_the_name_in_a_heading_is_refused(whole):
    found = spoilt(whole, "team/index.html", "</h1>", " of Next Gen</h1>")
    assert "team/index.html: carries the owners' name in a title of ours" in found
    assert "(source: docs/team/index.md)" in found


def test_a_file_named_after_the_owners_is_refused(whole):
    copy = whole / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(whole / "site", copy)
    (copy / "assets/next-gen.css").write_text("")
    done = run(whole, "check", "copy")
    assert "assets/next-gen.css: carries the owners' name in its file name" in done.stderr


def test_a_fault_of_every_page_is_said_once(whole):
    found = spoilt_everywhere(whole)
    assert len([line for line in found.splitlines() if "gone.css" in line]) == 1
    assert "more pages" in found


def spoilt_everywhere(project: Path) -> str:
    copy = project / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(project / "site", copy)
    for page in copy.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("<article", '<a href="/gone.css">x</a><article', 1), "utf-8")
    return run(project, "check", "copy").stderr


def test_a_folder_that_no_build_made_is_no_site(whole):
    (whole / "else").mkdir(exist_ok=True)
    done = run(whole, "check", "else")
    assert done.returncode == 1
    assert "is it a folder that `build` made?" in done.stderr


def test_check_without_a_path_builds_aside_and_leaves_no_trace(whole):
    before = sorted(path.name for path in whole.iterdir())
    done = run(whole, "check")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in whole.iterdir()) == before


def test_a_broken_upload_is_named_and_never_waited_for(whole):
    copy = whole / "upload"
    shutil.copytree(whole / "site", copy)
    (copy / "index.html").write_bytes(b"")
    (copy / "editions.html").write_bytes(b"<p>\xff\xfe</p>")
    (copy / STEPS).write_bytes(b"\0" * 4096)
    (copy / "404.html").write_text("<!-- -->", "utf-8")
    for name in ("my-sheet.html", "sheets/educators-planning.pdf", "regions/lane/SHA256SUMS"):
        (copy / name).unlink()
        os.mkfifo(copy / name)
    done = run(whole, "check", "upload")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    for said in ("index.html: holds no page", "editions.html: is not UTF-8 text", f"{STEPS}: holds no page", "404.html: lacks the credit", "my-sheet.html: is a link, a pipe or a device",
                 "sheets/educators-planning.pdf: is not there, or is no file", "regions/lane/SHA256SUMS: is not there"):  # fmt: skip
        assert any(line.startswith(said) for line in done.stderr.splitlines()), (said, done.stderr)


@pytest.mark.parametrize(
    "listed",
    ['{"slug": "", "path": 5}', '{"slug": 5, "path": ""}', '{"slug": "", "path": "../../"}', '{"slug": "", "path": "/etc/"}', "5", '{"slug": [], "path": ""}'],
)
def test_a_list_of_editions_that_no_build_wrote_is_refused(whole, listed):
    folder = whole / "listed"
    folder.mkdir(exist_ok=True)
    (folder / "editions.json").write_text(f'{{"editions": [{listed}]}}', "utf-8")
    done = run(whole, "check", "listed")
    assert done.returncode == 1 and "holds no editions.json" in done.stderr and "Traceback" not in done.stderr
