"""Where a release comes from: a git address, a downloaded archive, or a folder."""

import re
from dataclasses import replace
from pathlib import Path

from playbook.copy.git import git, reasons, run
from playbook.copy.release_manifest import Held, Release, history, read_list, release_of
from playbook.copy.safe_unpack import unpack
from playbook.files.diagnostics import Problem, ProblemsFound

NUMBER = re.compile(r"v?\d+\.\d+\.\d+")
PARTS = ("mkdocs.yml", "playbook/__main__.py", "macros/__init__.py", "regions/README.md")


def fetch(given: str, version: str, work: Path) -> Release:
    """Bring a release into the empty folder `work`. ProblemsFound if there is none, it is another, or it is damaged.

    `given` is a git address, an archive or a folder; `version` may be empty: the newest release, or what the archive holds.
    """
    path, former = Path(given).expanduser(), frozenset[Held]()
    if path.is_file():
        folder = unpack(path, work / "release")
    elif path.is_dir() and not _lacking(path) and not (path / ".git").exists():
        folder = path
    else:
        folder, former = _from_git(str(path.resolve()) if path.is_dir() else given, version, work)
    if lacking := _lacking(folder):
        raise ProblemsFound([Problem(given, f"holds no playbook: {', '.join(lacking)} is missing")])
    found = replace(release_of(folder, version.removeprefix("v") or "unreleased", former), origin=path.name if path.is_file() else given)
    if not (listed := read_list(folder)):
        return found
    changed = sorted({path for path, _ in found.files.items() ^ listed.files.items()})
    if NUMBER.fullmatch(version):
        faults = [f"is not release {listed.version} as it was made: {path} differs from its list" for path in changed[:5]]
        if listed.version != found.version:
            faults = [f"is release {listed.version}, not {found.version}; leave the version out, or get the right one"]
        if faults:
            raise ProblemsFound(Problem(given, fault) for fault in faults)
    held = found.former.union(listed.former, listed.files.items())
    return replace(found, version=f"{listed.version} and later changes" if changed else listed.version, former=held)


def _lacking(folder: Path) -> list[str]:
    return [part for part in PARTS if not (folder / part).is_file()]


def _from_git(address: str, version: str, work: Path) -> tuple[Path, frozenset[Held]]:
    """Return a folder with the files of a tag, branch or commit (none named: the newest tag), and what stood in them before. Hooks and filters of strangers do not run."""
    repository, packed = work / "git", work / "release.tar"
    if (done := run(work, "clone", "--quiet", "--bare", "--", address, str(repository))).returncode:
        raise ProblemsFound([Problem(address, f"cannot be fetched ({reasons(done)}); give a git address, an archive or a folder")])
    tags = [tag for tag in git(repository, "tag", "--sort=-version:refname").split() if NUMBER.fullmatch(tag)]
    names = (f"refs/tags/v{version}", f"refs/tags/{version}", version) if version else tags[:1]
    tried = (run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").stdout.strip() for name in names)
    if not (commit := next(filter(None, tried), "")):
        known = f'has no release, branch or commit "{version}"; its newest releases: {", ".join(tags[:5]) or "none"}'
        raise ProblemsFound([Problem(address, known if version else "has no release yet; name a branch or a commit, as in: playbook update main --from …")])
    git(repository, "archive", "--format=tar", "-o", str(packed), commit)
    return unpack(packed, work / "release"), history(repository, commit)
