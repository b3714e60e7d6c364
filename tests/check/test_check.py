"""`check` finds what breaks a promise in a built folder, and names the page and its source."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from playbook.check.site_check import check_folder, said_once
from playbook.files.diagnostics import Problem
from playbook.model.edition import Catalog, load_catalog
from playbook.output.site_manifest import files_of_edition, write_digests
from playbook.paper.published_papers import is_paper
from tests.support.project import TODAY, run

STEPS = "talking-points/next-steps.html"


@pytest.fixture(scope="module")
def whole(small_with_papers, tmp_path_factory) -> Path:
    """A fork with a built site of one region."""
    return shutil.copytree(small_with_papers, tmp_path_factory.mktemp("check") / "fork")


@pytest.fixture(scope="module")
def catalog(whole) -> Catalog:
    """What the fork holds."""
    return load_catalog(whole, date.fromisoformat(TODAY), examples=False)


@pytest.fixture
def copy(whole, tmp_path) -> Path:
    """A copy of the site, to be broken."""
    return shutil.copytree(whole / "site", tmp_path / "copy")


def replace_in(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text, (file, before)
    file.write_text(text.replace(before, after, 1), "utf-8")


def test_a_site_without_papers_is_told_once_and_of_which_editions(copy, catalog, whole):
    """After a build of pages only, nobody reads hundreds of lines on papers that no build made."""

    def told() -> list[str]:
        return [f"{problem.file}: {problem.message}" for problem in check_folder(whole, copy, catalog)]

    def forget(place: str) -> None:
        for file in files_of_edition(copy, place):
            if is_paper(file.name):
                file.unlink()
        write_digests(copy, place)

    forget("regions/lane/")
    (one,) = told()
    assert one.startswith("copy: holds no PDF, Word and PowerPoint files of lane: it was built with --pages-only")
    forget("")
    (one,) = told()
    assert one.startswith("copy: holds no PDF, Word and PowerPoint files: it was built with --pages-only") and "make site" in one


BROKEN = {
    "sheets/educators-active.html": ('class="credit"', 'class="credits"', "lacks the credit"),
    "sheets/educators.html": ("not reviewed or endorsed", "reviewed and endorsed", "carries another credit than its origin's"),
    "talking-points/what-are-you-up-to.html": ('class="origin-line"', 'class="x"', "lacks its origin line"),
    "talking-points/what-they-are.html": ("Community of Practice", "community", "lacks the request to join"),
    "about/glossary.html": ("Support Team Playbook</title>", "Next Gen Playbook</title>", "carries the owners' name in a title of ours"),
    "talking-points/what-is-in-it.html": ('id="s45"', 'id="s44"', 'the id "s44" stands 2 times'),
    STEPS: ('id="s79"', 'id="s79x"', "S79 stands 0 times in this edition"),
    "localize/fork.html": ("<article", '<a href="gone.html">x</a><article', "links to gone.html, which is not there"),
    "localize/your-words.html": ("<article", '<a href="index.html#gone">x</a><article', "but that page has no such anchor"),
    "about/what-this-site-stores.html": ("<article", '<a href="../../../etc/passwd">x</a><article', "links out of the site"),
    "team/invite.html": ("<article", '<img src="https://example.org/x.png" alt="x"><article', "asks a third party for https://example.org/x.png"),
    "about/permission.html": ("<article", '<script src="//example.org/x.js"></script><article', "asks a third party for //example.org/x.js"),
    "talking-points/index.html": ("<article", '<p style="color:red">x</p><article', "holds the attribute style on <p>"),
    "localize/index.html": ("<article", '<img src="../assets/images/favicon.svg" alt="Next Gen logo"><article', "a picture of ours carries the owners' name"),
    "about/source-and-terms.html": ("<article", '<img src="../assets/official-logo.svg" alt="x"><article', "shows the official logo where it must not"),
    "team/index.html": ("</h1>", " of Next Gen</h1>", "carries the owners' name in a title of ours"),
}


@pytest.fixture(scope="module")
def broken(whole, catalog, tmp_path_factory) -> list[Problem]:
    """What is wrong with a site that breaks all these promises, and one more on every page."""
    copy = shutil.copytree(whole / "site", tmp_path_factory.mktemp("broken") / "copy")
    for page, (before, after, _) in BROKEN.items():
        replace_in(copy / page, before, after)
    for page in copy.rglob("*.html"):
        replace_in(page, "<article", '<a href="/gone.css">x</a><article')
    (copy / "assets/next-gen.css").write_text("")
    return check_folder(whole, copy, catalog)


def test_every_broken_promise_is_named_with_its_page_in_one_run(broken):
    said = [str(problem) for problem in broken]
    wanted = {page: message for page, (*_, message) in BROKEN.items()} | {"assets/next-gen.css": "carries the owners' name in its file name"}
    assert not {page: message for page, message in wanted.items() if not any(page in one and message in one for one in said)}, "\n".join(said)
    assert [one for one in said if one.startswith("team/index.html: carries") and "(source: docs/team/index.md)" in one]


def test_a_fault_of_every_page_is_said_once(broken):
    said = [str(problem) for problem in said_once(broken) if "gone.css" in str(problem)]
    assert len(said) == 1 and "more pages" in said[0]


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


def test_each_page_and_paper_of_a_broken_upload_is_named_and_never_waited_for(whole, copy):
    (copy / "index.html").write_bytes(b"")
    (copy / "editions.html").write_bytes(b"<p>\xff\xfe</p>")
    (copy / STEPS).write_bytes(b"\0" * 4096)
    (copy / "404.html").write_text("<!-- -->", "utf-8")
    for name in ("everything.html", "sheets/educators-planning.pdf", "regions/lane/SHA256SUMS"):
        (copy / name).unlink()
        os.mkfifo(copy / name)
    sheets = copy / "regions/lane/sheets"
    for name in ("educators-launch.pdf", "educators-launch.docx"):
        (sheets / name).write_bytes(b"%PDF-1.7 broken")
    (sheets / "educators-active-handout.pdf").write_bytes((sheets / "educators-active.pdf").read_bytes())
    done = run(whole, "check", str(copy))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    for said in ("index.html: holds no page", "editions.html: is not UTF-8 text", f"{STEPS}: holds no page", "404.html: lacks the credit", "everything.html: is a link, a pipe or a device",
                 "sheets/educators-planning.pdf: is not there, or is no file", "regions/lane/SHA256SUMS: is not there", "regions/lane/sheets/educators-launch.pdf: cannot be read as PDF",
                 "regions/lane/sheets/educators-launch.docx: cannot be read as a Word file", "regions/lane/sheets/educators-active-handout.pdf: has 2 sides, 1 are right"):  # fmt: skip
        assert any(line.startswith(said) for line in done.stderr.splitlines()), (said, done.stderr)


@pytest.mark.parametrize(
    "listed",
    ['{"slug": "", "path": 5}', '{"slug": 5, "path": ""}', '{"slug": "", "path": "../../"}', '{"slug": "", "path": "/etc/"}', "5", '{"slug": [], "path": ""}'],
)
def test_a_list_of_editions_that_no_build_wrote_is_refused(whole, catalog, tmp_path, listed):
    (tmp_path / "editions.json").write_text(f'{{"editions": [{listed}]}}', "utf-8")
    said = [str(problem) for problem in check_folder(whole, tmp_path, catalog)]
    assert len(said) == 1 and "holds no editions.json" in said[0]
