"""What is kept from one build to the next is never trusted, never needed, and does not grow for ever."""

import hashlib
import os
import subprocess
import time
from pathlib import Path

import pytest

from playbook.output import cache
from playbook.output import paper_cache as paper_store
from playbook.output.atomic_folder import alone
from playbook.output.cache import kept, prune, put
from playbook.output.paper_cache import keep

GOOD = b"%PDF-1.7 as it was made"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path


KEY, OTHER = "a" * 64, "0" * 64  # what digests look like


def paper(folder: Path) -> bytes:
    """A paper that is made, or taken from the cache."""
    keep(folder, KEY, folder / "x.pdf", lambda path: path.write_bytes(GOOD), lambda path: [], "x.html")
    return (folder / "x.pdf").read_bytes()


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:20],
        lambda content: content[:-1],
        lambda content: content + b"\n",
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: bytes([content[0] ^ 1]) + content[1:],
        lambda content: GOOD.replace(b"made", b"left"),
        lambda content: bytes(len(content)),
        lambda content: hashlib.sha256(GOOD).hexdigest().encode() + GOOD.replace(b"made", b"left"),
    ],
)
def test_a_damaged_paper_is_made_again(folder, damage):
    assert paper(folder) == GOOD
    for file in (folder / "cache/support-team-playbook/papers").iterdir():
        file.write_bytes(damage(file.read_bytes()))
    assert paper(folder) == GOOD
    assert kept(folder, "papers", f"{KEY}.pdf") == GOOD, "and kept again"


def test_a_paper_kept_under_anothers_name_is_made_again(folder):
    put(folder, "papers", f"{OTHER}.pdf", b"%PDF-1.7 of another sheet")
    (folder / f"cache/support-team-playbook/papers/{OTHER}.pdf").rename(folder / f"cache/support-team-playbook/papers/{KEY}.pdf")
    assert paper(folder) == GOOD


@pytest.mark.parametrize("odd", [os.mkfifo, os.mkdir])
def test_a_pipe_or_folder_in_a_papers_place_is_not_waited_for(folder, odd):
    assert paper(folder) == GOOD
    file = folder / f"cache/support-team-playbook/papers/{KEY}.pdf"
    file.unlink()
    odd(file)
    assert paper(folder) == GOOD


def test_a_paper_that_is_whole_is_not_made_again(folder):
    put(folder, "papers", f"{KEY}.pdf", b"%PDF-1.7 kept")
    assert paper(folder) == b"%PDF-1.7 kept"


def test_papers_of_other_tools_are_made_again(monkeypatch):
    """The name of what is kept holds the versions of Python and of every package."""
    before = paper_store.digest("a document")
    monkeypatch.setattr(paper_store, "tools", lambda: "others")
    paper_store.code.cache_clear()
    assert paper_store.digest("a document") != before
    paper_store.code.cache_clear()


def test_another_version_of_any_package_counts_as_another_tool(tmp_path, monkeypatch):
    before = cache.tools()
    found = tmp_path / "typst-0.14.8.dist-info"
    found.mkdir()
    (found / "METADATA").write_text("Metadata-Version: 2.1\nName: typst\nVersion: 0.14.8\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    cache.tools.cache_clear()
    assert cache.tools() != before
    cache.tools.cache_clear()


@pytest.mark.parametrize("place", ["a file", "/proc/self/cache", "a/b"])
def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch, place):
    (tmp_path / "a file").write_text("x")
    (tmp_path / "a").write_text("x")
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / place))
    assert paper(tmp_path) == paper(tmp_path) == GOOD
    prune(tmp_path)


def ended() -> int:
    """The number of a process that runs no longer."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def age(*files: Path) -> None:
    """Make files look as if nobody had touched them for a month."""
    for file in files:
        os.utime(file, (time.time() - 30 * cache.DAY,) * 2)


def test_what_no_build_used_and_what_killed_ones_left_goes(folder):
    papers, dead = folder / "cache/support-team-playbook/papers", ended()
    for name in (KEY, OTHER):
        put(folder, "papers", f"{name}.pdf", GOOD)
        put(folder, "checked", name, b"")
    for name in (f"{KEY}.pdf.{dead}", f"{KEY}.docx.{dead}", f"{KEY}.{dead}", f"{OTHER}.pdf.{os.getpid()}"):
        (papers / name).write_bytes(GOOD)
    age(*(papers / f"{name}.pdf" for name in (KEY, OTHER)), *(papers.parent / "checked" / name for name in (KEY, OTHER)))
    assert kept(folder, "papers", f"{KEY}.pdf") == GOOD, "used today"
    assert kept(folder, "checked", KEY) == b"", "used today"
    prune(folder)
    left = sorted(file.relative_to(papers.parent).as_posix() for file in papers.parent.rglob("*") if file.is_file())
    assert left == sorted([f"papers/{OTHER}.pdf.{os.getpid()}", f"papers/{KEY}.pdf", f"checked/{KEY}"])


def test_files_of_others_in_a_shared_cache_folder_stay(folder):
    own, dead = "support-team-playbook", ended()
    theirs = [
        *(
            f"{name}"
            for name in (
                "thesis.odt",
                "backup.20240101",
                f"a.{dead}",
                f"{KEY}.pdf",
                f"pip/{KEY}",
                f"papers/{KEY}.pdf",
                f"papers/{KEY}.pdf.{dead}",
                "checked/mine",
            )
        ),
        *(
            f"{own}/{name}"
            for name in ("notes.txt", f"{KEY}.pdf", f"other/{KEY}.pdf", "locks/a.lock", "papers/paper.pdf", f"papers/paper.{dead}", f"papers/{KEY}.txt")
        ),
        *(f"{own}/papers/{name}" for name in (f"{KEY[1:]}.pdf", f"{KEY.upper()}.pdf", f"{KEY}.pdf.bak", f"{KEY}.pdf.{dead}.1", f"in/{KEY}.pdf", f"{KEY}.pdf ")),
    ]
    for file in (files := [folder / "cache" / name for name in theirs]):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("theirs")
    age(*files)
    prune(folder)
    assert [file.as_posix() for file in files if not file.exists()] == []


@pytest.mark.parametrize("link", ["cache", "cache/support-team-playbook", "cache/support-team-playbook/papers"])
def test_nothing_beyond_a_link_is_removed(folder, link):
    place = folder / "cache/support-team-playbook/papers"
    behind = folder / "elsewhere"
    (folder / link).parent.mkdir(parents=True, exist_ok=True)
    behind.mkdir()
    (folder / link).symlink_to(behind, target_is_directory=True)
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{KEY}.pdf").write_bytes(GOOD)
    age(place / f"{KEY}.pdf")
    prune(folder)
    assert (place / f"{KEY}.pdf").exists()


@pytest.mark.parametrize("link", ["cache", "cache/support-team-playbook", "cache/support-team-playbook/papers"])
def test_nothing_is_kept_beyond_a_link_nor_taken_from_there(folder, link):
    put(folder, "papers", f"{KEY}.pdf", GOOD)
    behind = folder / "behind"
    (folder / link).rename(behind)
    (folder / link).symlink_to(behind, target_is_directory=True)
    before = {file: file.read_bytes() for file in behind.rglob("*") if file.is_file()}
    assert kept(folder, "papers", f"{KEY}.pdf") is None
    for kind in ("papers", "checked") if link != "cache/support-team-playbook/papers" else ("papers",):
        put(folder, kind, OTHER, GOOD)
    assert before == {file: file.read_bytes() for file in behind.rglob("*") if file.is_file()}
    assert paper(folder) == GOOD, "the paper is made without"


def test_nothing_is_written_through_a_link_that_stands_where_a_paper_is_written(folder):
    (folder / "mine.txt").write_text("mine")
    papers = folder / "cache/support-team-playbook/papers"
    papers.mkdir(parents=True)
    (papers / f"{KEY}.pdf.{os.getpid()}").symlink_to(folder / "mine.txt")
    (papers / f"{OTHER}.pdf").symlink_to(folder / "mine.txt")
    for name in (KEY, OTHER):
        put(folder, "papers", f"{name}.pdf", GOOD)
    assert (folder / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("link", ["cache", "cache/support-team-playbook", "cache/support-team-playbook/locks"])
def test_no_lock_is_laid_down_beyond_a_link(folder, link):
    (folder / "behind").mkdir()
    (folder / link).parent.mkdir(parents=True, exist_ok=True)
    (folder / link).symlink_to(folder / "behind", target_is_directory=True)
    with alone(folder / "site", cache.cache_folder(folder) / "locks"):
        assert not list((folder / "behind").iterdir())


def test_a_link_among_the_papers_is_left_with_what_it_leads_to(folder):
    put(folder, "papers", f"{OTHER}.pdf", GOOD)
    (folder / "mine.pdf").write_bytes(GOOD)
    link = folder / f"cache/support-team-playbook/papers/{KEY}.pdf"
    link.symlink_to(folder / "mine.pdf")
    age(folder / "mine.pdf")
    prune(folder)
    assert [link.is_symlink(), (folder / "mine.pdf").exists()] == [True, True]
