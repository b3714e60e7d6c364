"""What `make same` tells, and what it passes over."""

import shutil
from pathlib import Path

import docx
import pytest

from playbook.search.index_file import INDEX_FILE
from tests.same.canonical import tokens
from tests.same.changes import changes
from tests.same.compare import NONE, differences, report
from tests.same.renames import Renames, read

PAGE = b'<!doctype html><html><body><main class="a b" id="x" data-said="1"><p>One <b>two</b>\n three</p>\n<p>Four</p></main></body></html>'
SOME = (
    "index.html",
    "editions.json",
    "sitemap.xml",
    "my-sheet.html",
    "sheets/educators.html",
    "sheets/educators-launch.pdf",
    "sheets/educators-launch.docx",
    "team/roster.pdf",
    "search",
)


def told(page: bytes, other: bytes, renames: Renames = NONE) -> list[str]:
    return [change.kind for change in changes(tokens(page, renames), tokens(other, NONE))]


@pytest.fixture
def two(printed: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A few files of a built site, twice: the second may be changed."""
    for side in ("before", "after"):
        for name in SOME:
            (tmp_path / side / name).parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (printed / name).is_dir() else shutil.copy)(printed / name, tmp_path / side / name)
        (tmp_path / side / "editions.json").write_text('{"editions": [{"slug": "", "path": ""}]}')
    return tmp_path / "before", tmp_path / "after"


def kinds(before: Path, after: Path, renames: Renames = NONE) -> set[str]:
    return {f"{kind}: {place}" for kind, place, _ in differences(before, after, renames)}


def test_how_a_page_is_written_is_no_difference():
    same = b'<!DOCTYPE html><html><body>\n\n<main id=x data-said=1 class="b  a">\n<p>One <b>two</b> three</p><p> Four\n</p></main></body></html>'
    assert not told(PAGE, same)
    assert not told(
        PAGE.replace(b"Four", b"<script src='assets/a.12345678.min.js?12345678'></script>"), PAGE.replace(b"Four", b"<script src='assets/a.min.js'></script>")
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (b"two", b"too", "text"), (b"</b>\n three", b"</b>three", "text"), (b'class="a b"', b'class="a"', "attributes"), (b'data-said="1"', b'data-said="2"', "attributes"),
        (b'id="x"', b'id="y"', "attributes"), (b"<b>two</b>", b"two", "elements"), (b"<p>Four</p>", b"", "elements"),
    ],
)  # fmt: skip
def test_what_a_page_says_is_a_difference(old, new, kind):
    assert kind in told(PAGE, PAGE.replace(old, new))


def test_a_written_rename_is_no_difference_and_one_that_is_met_nowhere_is_told():
    new = (
        PAGE.replace(b"data-said", b"data-spoken")
        .replace(b'"a b"', b'"b lead"')
        .replace(b'"x"', b'"top"')
        .replace(b"Four", b"<a href='s-handout.html#top'>4</a>")
    )
    old = PAGE.replace(b"Four", b"<a href='s-leave.html#x'>4</a>")
    renames = Renames(classes={"a": "lead", "gone": "away"}, attributes={"data-said": "data-spoken"}, ids={"x": "top"}, urls={"-leave.": "-handout."})
    assert not told(old, new, renames)
    assert told(old, new)
    assert renames.unused == ["classes: gone"]


def test_the_map_of_renames_can_be_read():
    read()


def test_two_equal_sites_do_not_differ_however_they_are_read(two):
    before, after = two
    assert not kinds(before, after)
    (before / "index.html").write_bytes((before / "index.html").read_bytes() + b"\n")
    assert not kinds(before, after, Renames(classes={"nowhere": "known"}))


def test_each_kind_of_file_is_compared(two):
    before, after = two
    page = after / "index.html"
    page.write_text(page.read_text("utf-8").replace("</h1>", "!</h1>"), "utf-8")
    (after / "team/roster.pdf").unlink()
    shutil.copy(before / "team/roster.pdf", after / "sheets/educators-launch.pdf")
    sheet = docx.Document(str(after / "sheets/educators-launch.docx"))
    sheet.paragraphs[3].text += "!"
    sheet.save(str(after / "sheets/educators-launch.docx"))
    (after / "sheets/new.html").write_text("<p>new</p>")
    index = after / INDEX_FILE
    index.write_text(index.read_text("utf-8").replace('"title":"', '"title":"!', 1), "utf-8")
    assert kinds(before, after) == {
        "pages: index.html", "file list: team/roster.pdf", "file list: sheets/new.html", "PDF files: sheets/educators-launch.pdf", "Word files: sheets/educators-launch.docx",
        "search entries: the general edition",
    }  # fmt: skip
    assert any("pages: 1 differ" in line for line in report(list(differences(before, after, NONE)), 10))
