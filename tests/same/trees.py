"""Two versions of the project side by side: copies of the working tree and of a commit, each built by its own code from the same regions."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

from tests.support.project import ROOT, TODAY

REGIONS = Path(__file__).parent / "regions"
CACHE = ROOT / ".cache" / "same"  # built sites of commits, which cannot change
SITE_SETTINGS = "site_url: https://playbook.example.org/\nrepository: https://github.com/example/playbook\nfeedback: hello@example.org\npaper: letter\n"


class BuildFailed(Exception):
    """A version of the project did not build; the text is what the command said."""


def commit(name: str) -> str:
    """Return the whole id of a commit. SystemExit where git knows none of that name."""
    done = _git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if done.returncode:
        raise SystemExit(f"git knows no commit {name}; write a branch, a tag or an id, such as BASE=HEAD")
    return done.stdout.decode().strip()


def copy_of_working_tree(folder: Path) -> Path:
    """Copy every file that git tracks or would add into a folder; return it."""
    listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout.decode().split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():  # one that was deleted is still listed
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def copy_of_commit(id: str, folder: Path) -> Path:
    """Unpack a commit into a folder; return it."""
    with tarfile.open(fileobj=BytesIO(_git("archive", id).stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def put_regions(tree: Path, slugs: tuple[str, ...]) -> None:
    """Put our regions (all, or those of these slugs) and settings in place of a tree's own. Example editions stand where the tree keeps its examples."""
    examples = [path for path in tree.glob("*/*.yml") if "\nexample: true" in path.read_text("utf-8")]
    if not examples:
        raise BuildFailed(f"{tree}: no folder holds region files with example: true")
    for path in examples:
        path.unlink()
    for path in _regions(slugs):
        shutil.copy(path, examples[0].parent / path.name)
    (tree / "site.yml").write_text(SITE_SETTINGS, "utf-8")


def start(tree: Path, pages_only: bool) -> subprocess.Popen[str]:
    """Begin to build a tree into its folder `site`, by its own command and with a cache of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "playbook", "build", "--today", TODAY, *(["--pages-only"] if pages_only else [])],
        cwd=tree, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PLAYBOOK_CACHE": str(tree / ".cache"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip


def finished(build: subprocess.Popen[str], tree: Path) -> Path:
    """Wait for a build; return the site. BuildFailed holds what the command said."""
    said, _ = build.communicate()
    if build.returncode:
        raise BuildFailed(said)
    return tree / "site"


def built(base: str | None, folder: Path, pages_only: bool, slugs: tuple[str, ...] = ()) -> tuple[Path | None, Path]:
    """Return the sites of a commit (None without one) and of the working tree, made at the same time; the commit's is kept for the next run."""
    kept = _kept(base, pages_only, slugs) if base else None
    now = copy_of_working_tree(folder / "now")
    put_regions(now, slugs)
    making = start(now, pages_only)
    if base and kept and not kept.is_dir():
        before = copy_of_commit(commit(base), folder / "before")
        put_regions(before, slugs)
        site = finished(start(before, pages_only), before)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(site, kept)
    return kept, finished(making, now)


def _kept(base: str, pages_only: bool, slugs: tuple[str, ...]) -> Path:
    """The folder for a commit's site: named by the commit and everything of ours that goes into it."""
    ours = hashlib.sha256(SITE_SETTINGS.encode() + b"".join(path.read_bytes() for path in _regions(slugs)))
    return CACHE / f"{commit(base)[:12]}-{ours.hexdigest()[:8]}{'-pages' if pages_only else ''}"


def _regions(slugs: tuple[str, ...]) -> list[Path]:
    return [path for path in sorted(REGIONS.glob("*.yml")) if not slugs or path.stem in slugs]


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL, check=False)
