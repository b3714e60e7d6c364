"""A release: its version, its points, and the digest of every file, so that a copy can tell its own edits from older words of the original."""

import json
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from playbook.content.page import load_pages
from playbook.content.point_text import fixed_words, read_points
from playbook.copy.archive import unpack
from playbook.copy.git import git, reasons, run
from playbook.copy.ownership import digests
from playbook.copy.update_words import remedy
from playbook.files.diagnostics import Problem, ProblemsFound

LIST = "playbook/release.json"
NUMBER = re.compile(r"v?\d+\.\d+\.\d+")
PARTS = ("mkdocs.yml", "playbook/__main__.py", "macros/__init__.py", "regions/README.md")
Held = tuple[str, str]  # a path, and the digest of what stood there


@dataclass(frozen=True)
class Release:
    """What a release holds: digests by path, all that ever stood otherwise at a path before, the words of its points by id; and where it is at hand."""

    version: str = ""
    files: dict[str, str] = field(default_factory=dict)
    former: frozenset[Held] = frozenset()
    points: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()
    origin: str = ""


def words_of_points(folder: Path) -> dict[str, str]:
    """Return what each point of a playbook says, by id."""
    return {point.id: " ".join(fixed_words(f"{point.opening} {point.detail}").split()) for point in read_points(load_pages(folder)[0])}


def release_of(folder: Path, version: str, former: frozenset[Held] = frozenset()) -> Release:
    """Return what a folder holds as a release of that version."""
    return Release(version, digests(folder), former, words_of_points(folder), folder=folder)


def read_list(project: Path) -> Release | None:
    """Return the list that a project carries; None if it carries none. ProblemsFound if it cannot be read."""
    try:
        return replace(TypeAdapter(Release).validate_json((project / LIST).read_bytes()), folder=project)
    except FileNotFoundError:
        return None
    except ValidationError:
        raise ProblemsFound([Problem(LIST, f"is damaged; {remedy('damaged')}")]) from None


def write_list(project: Path, release: Release) -> None:
    """Write the list into a project."""
    listed = {"version": release.version, "files": release.files, "former": sorted(release.former), "points": release.points}
    (project / LIST).write_text(json.dumps(listed, indent=0, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def keys_of_region_files(folder: Path) -> set[str]:
    """Return the keys that a region file of a playbook may have; none where the schema is missing or damaged, as an update brings it anew."""
    try:
        return set(json.loads((folder / "playbook/region.schema.json").read_text("utf-8"))["properties"])
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def fetch(given: str, version: str, work: Path) -> Release:
    """Bring a release into the empty folder `work`. ProblemsFound if there is none, it is another, or it is damaged.

    `given` is a git address, an archive or a folder; `version` may be empty: the newest release, or what the archive holds.
    """
    if not given.strip():
        raise ProblemsFound([Problem("the original of this copy", f"is not named; {remedy('not_fetched')}")])
    path, former = Path(os.path.expanduser(given)), frozenset[Held]()  # noqa: PTH111 (Path.expanduser fails for ~somebody who is not here)
    if path.is_file():
        folder = unpack(path, work / "release")
    elif (path / PARTS[0]).is_file() and not (path / ".git").exists():
        folder = path
    else:
        folder, former = _from_git(str(path.resolve()) if path.is_dir() else given, version, work)
    if lacking := [part for part in PARTS if not (folder / part).is_file()]:
        raise ProblemsFound([Problem(given, f"holds no playbook: {', '.join(lacking)} is missing")])
    found = replace(release_of(folder, version.removeprefix("v") or "unreleased", former), origin=path.name if path.is_file() else given)
    listed = read_list(folder) or found
    changed = sorted({path for path, _ in found.files.items() ^ listed.files.items()})
    if NUMBER.fullmatch(version):
        other = [f"is release {listed.version}, not {found.version}; leave the version out, or get the right one"] if listed.version != found.version else []
        if faults := other or [f"is not release {listed.version} as it was made: {path} differs from its list" for path in changed[:5]]:
            raise ProblemsFound(Problem(given, fault) for fault in faults)
    held = former.union(listed.former, listed.files.items()).difference(found.files.items())
    return replace(found, version=f"{listed.version} and later changes" if changed else listed.version, former=held)


def _from_git(address: str, version: str, work: Path) -> tuple[Path, frozenset[Held]]:
    """Return a folder with the files of a tag, branch or commit (none named: the newest tag), and all that ever stood at a path up to it.

    Hooks and filters of strangers do not run. Git's own digests are those of `digest`; links and submodules are left out.
    """
    repository, packed = work / "git", work / "release.tar"
    if (done := run(work, "clone", "--quiet", "--bare", "--", address, str(repository))).returncode:
        raise ProblemsFound([Problem(address, f"cannot be fetched ({reasons(done)}); {remedy('not_fetched')}")])
    tags = [tag for tag in git(repository, "tag", "--sort=-version:refname").split() if NUMBER.fullmatch(tag)]
    names = (f"v{version}", version) if version else tags[:1]
    tried = (run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").stdout.strip() for name in names)
    if not (commit := next(filter(None, tried), "")):
        known = f'has no release, branch or commit "{version}"; its newest releases: {", ".join(tags[:5]) or "none"}'
        raise ProblemsFound([Problem(address, known if version else remedy("no_release"))])
    git(repository, "archive", "--format=tar", "-o", str(packed), commit)
    raw = git(repository, "log", "--format=", "--raw", "--no-renames", "--no-abbrev", "-m", "--root", "-z", commit, "--").split("\0")
    former = ((path, meta.split()[3]) for meta, path in zip(raw[::2], raw[1::2], strict=False) if meta.split()[1].startswith("100"))
    return unpack(packed, work / "release", address), frozenset(former)
