"""A release: its version and the digest of every file, so that a copy can tell its own edits from older words of the original. `make release` lists one."""

import json
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from playbook.copy.git import command, git
from playbook.copy.ownership import files_of
from playbook.files.checksum import digest
from playbook.files.diagnostics import Problem, ProblemsFound

LIST = "playbook/release.json"
LINK = "a link"  # stands for the digest of one
PARTS = ("mkdocs.yml", "playbook/__main__.py", "macros/__init__.py", "regions/README.md")

Held = tuple[str, str]  # a path, and the digest of what stood there


@dataclass(frozen=True)
class Release:
    """What a release holds: digests of its files by path, all that ever stood at a path before, digests of the points' words by id; and where it is at hand."""

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


def release_of(folder: Path, version: str, former: frozenset[Held] = frozenset()) -> Release:
    """Return what a folder holds as a release of that version."""
    points = {point.id: digest(f"{point.opening}\n{point.detail}".encode()) for point in read_points(load_pages(folder)[0])}
    return Release(version, digests(folder), former, points, folder)


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


def is_playbook(folder: Path) -> bool:
    """Tell whether a folder holds a whole playbook."""
    return all((folder / part).is_file() for part in PARTS)


def faults(project: Path, **variables: str) -> list[str]:
    """Return what a project's own `check` finds, a fault on each line, run with more environment variables."""
    done = command(project, sys.executable, "-m", "playbook", "check", **variables)
    found = (done.stderr.strip() or done.stdout.strip() or "check failed").splitlines() if done.returncode else []
    return [line for line in found if not line.endswith("nothing was changed.")]


def unready(project: Path, version: str) -> list[str]:
    """Return why a project cannot be released as a version: other numbers elsewhere, and whatever its own check finds."""
    found = [f"v{version}: is a tag already; take the next number"] if git(project, "tag", "--list", f"v{version}") else []
    settings, changes = project / "pyproject.toml", project / "CHANGELOG.md"
    if settings.is_file() and (stated := tomllib.loads(settings.read_text("utf-8"))["project"]["version"]) != version:
        found.append(f"pyproject.toml: version is {stated}, not {version}; set it")
    if changes.is_file() and not re.search(rf"^## {re.escape(version)}\b", changes.read_text("utf-8"), re.MULTILINE):
        found.append(f'CHANGELOG.md: has no heading "## {version}"; put it above what is new')
    return found + faults(project)


def main(project: Path, version: str) -> str:
    """Write the list for a version, with all that git remembers of the files; return what to do next."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise SystemExit("Name the version: make release VERSION=0.2.0")
    if unsaved := [line for line in git(project, "status", "--porcelain").splitlines() if LIST not in line]:
        raise SystemExit("Commit these first, since a release lists what is committed:\n" + "\n".join(unsaved))
    if found := unready(project, version):
        raise SystemExit("This is not ready to be released:\n" + "\n".join(found))
    write_list(project, release_of(project, version, history(project, "HEAD")))
    return f"Wrote {LIST}. Commit it as the last change before the tag: git add {LIST} && git commit -m 'Release {version}' && git tag v{version}"


if __name__ == "__main__":
    print(main(Path.cwd(), "".join(sys.argv[1:2]).removeprefix("v")))
