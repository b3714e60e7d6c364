"""What is kept from one build to the next is never trusted, never needed, and does not grow for ever."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from playbook.output import cache
from playbook.output import paper_cache as paper_store
from playbook.output.cache import kept, prune, put
from playbook.output.paper_cache import keep

GOOD = b"%PDF-1.7 as it was made"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path


def paper(folder: Path) -> bytes:
    """A paper that is made, or taken from the cache."""
    keep(folder, "key", folder / "x.pdf", lambda path: path.write_bytes(GOOD), lambda path: [], "x.html")
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
    ],
)
def test_a_damaged_paper_is_made_again(folder, damage):
    assert paper(folder) == GOOD
    for file in (folder / "cache/papers").iterdir():
        file.write_bytes(damage(file.read_bytes()))
    assert paper(folder) == GOOD
    assert kept(folder, "papers", "key.pdf") == GOOD, "and kept again"


def test_a_paper_that_is_whole_is_not_made_again(folder):
    put(folder, "papers", "key.pdf", b"%PDF-1.7 kept")
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


def test_what_no_build_used_and_what_killed_ones_left_goes(folder):
    for name in ("old", "new"):
        put(folder, "papers", f"{name}.pdf", GOOD)
    papers = folder / "cache/papers"
    ended = subprocess.Popen(["true"])
    ended.wait()
    for name in (f"a.pdf.{ended.pid}", f"b.pdf.{os.getpid()}"):
        (papers / name).write_bytes(GOOD)
    long_ago = time.time() - 30 * cache.DAY
    for name in ("old.pdf", "new.pdf"):
        os.utime(papers / name, (long_ago, long_ago))
    assert kept(folder, "papers", "new.pdf") == GOOD, "used today"
    prune(folder)
    assert sorted(file.name for file in papers.iterdir()) == [f"b.pdf.{os.getpid()}", "new.pdf"]
