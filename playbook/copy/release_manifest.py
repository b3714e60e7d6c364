"""A release: its version, its points, and the digest of every file, so that a copy can tell its own edits from older words of the original."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_text import fixed_words, read_points
from playbook.copy.git import git
from playbook.copy.ownership import files_of
from playbook.files.checksum import digest
from playbook.files.diagnostics import Problem, ProblemsFound

LIST = "playbook/release.json"
LINK = "a link"  # stands for the digest of one
Held = tuple[str, str]  # a path, and the digest of what stood there


@dataclass(frozen=True)
class Release:
    """What a release holds: digests by path, all that ever stood at a path before, the words of its points by id; and where it is at hand."""

    version: str = ""
    files: dict[str, str] = field(default_factory=dict)
    former: frozenset[Held] = frozenset()
    points: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()
    origin: str = ""

    @property
    def slug(self) -> str:
        """The version as part of a branch's or folder's name."""
        return re.sub(r"[^\w.-]", "-", self.version.split()[0])


def digests(project: Path, also: Iterable[str] = ()) -> dict[str, str]:
    """Return the digest of every file of a project by path, `also` of those that git ignores; the list itself is left out."""
    paths = sorted({*files_of(project), *(path for path in also if (project / path).is_file())} - {LIST})
    return {path: LINK if (project / path).is_symlink() else digest((project / path).read_bytes()) for path in paths}


def words_of_points(folder: Path) -> dict[str, str]:
    """Return what each point of a playbook says, by id."""
    return {point.id: " ".join(fixed_words(f"{point.opening} {point.detail}").split()) for point in read_points(load_pages(folder)[0])}


def release_of(folder: Path, version: str, former: frozenset[Held] = frozenset()) -> Release:
    """Return what a folder holds as a release of that version."""
    return Release(version, digests(folder), former, words_of_points(folder), folder)


def history(repository: Path, ref: str) -> frozenset[Held]:
    """Return all that ever stood at a path up to a commit; git's own digests are those of `digest`. Links and submodules are left out."""
    raw = git(repository, "log", "--format=", "--raw", "--no-renames", "--no-abbrev", "-m", "--root", "-z", ref, "--").split("\0")
    return frozenset((path, meta.split()[3]) for meta, path in zip(raw[::2], raw[1::2], strict=False) if meta.split()[1].startswith("100"))


def read_list(project: Path) -> Release | None:
    """Return the list that a project carries; None if it carries none. ProblemsFound if it cannot be read."""
    try:
        found = json.loads((project / LIST).read_text("utf-8"))
        former = frozenset((path, held) for path, held in found["former"])
        return Release(str(found["version"]), dict(found["files"]), former, dict(found["points"]), project)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ProblemsFound([Problem(LIST, "is damaged; delete it, and give the original's git address with --from")]) from None


def write_list(project: Path, release: Release) -> None:
    """Write the list into a project."""
    listed = {"version": release.version, "files": release.files, "former": sorted(release.former.difference(release.files.items())), "points": release.points}
    (project / LIST).write_text(json.dumps(listed, indent=0, ensure_ascii=False) + "\n", "utf-8", newline="\n")
