"""Where a release comes from: a git address, a downloaded archive, or a folder."""

import re
from dataclasses import replace
from pathlib import Path

from playbook.copy.git import git, last_words, run
from playbook.copy.release_manifest import Held, Release, history, is_playbook, read_list, release_of
from playbook.copy.safe_unpack import unpack
from playbook.files.diagnostics import Problem, ProblemsFound

ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")
NUMBER = re.compile(r"v?\d+\.\d+\.\d+")


def fetch(given: str, version: str, work: Path) -> Release:
    """Bring a release into the empty folder `work`. ProblemsFound if there is none, it is another, or it is damaged.

    `given` is a git address, an archive or a folder; `version` may be empty: the newest release, or what the archive holds.
    """
    path, former = Path(given).expanduser(), frozenset[Held]()
    if path.is_file() and not path.name.lower().endswith(ARCHIVES):
        raise ProblemsFound([Problem(given, f"is not an archive; give one that ends in {', '.join(ARCHIVES)}, a folder, or a git address")])
    if path.is_file():
        folder = unpack(path, work / "release")
    elif is_playbook(path) and not (path / ".git").exists():
        folder = path
    else:
        folder, former = _from_git(str(path.resolve()) if path.is_dir() else given, version, work)
    if not is_playbook(folder):
        raise ProblemsFound([Problem(given, "holds no playbook (no mkdocs.yml, playbook/, macros/ and regions/README.md)")])
    found = replace(release_of(folder, version.removeprefix("v") or "unreleased", former), origin=path.name if path.is_file() else given)
    if not (listed := read_list(folder)):
        return found
    changed = sorted({path for path, _ in found.files.items() ^ listed.files.items()})
    if NUMBER.fullmatch(version) and listed.version != found.version:
        raise ProblemsFound([Problem(given, f"is release {listed.version}, not {found.version}; leave the version out, or get the right one")])
    if NUMBER.fullmatch(version) and changed:
        raise ProblemsFound(Problem(given, f"is not release {listed.version} as it was made: {path} differs from its list") for path in changed[:5])
    held = found.former.union(listed.former, listed.files.items())
    return replace(found, version=f"{listed.version} and later changes" if changed else listed.version, former=held)


def _from_git(address: str, version: str, work: Path) -> tuple[Path, frozenset[Held]]:
    """Return a folder with the files of a tag, branch or commit, and what stood in them before. Hooks and filters of strangers do not run."""
    repository, packed = work / "git", work / "release.tar"
    if (done := run(work, "clone", "--quiet", "--bare", "--", address, str(repository))).returncode:
        raise ProblemsFound([Problem(address, f"cannot be fetched ({last_words(done)}); give a git address, an archive or a folder")])
    commit = _commit(repository, version, address)
    git(repository, "archive", "--format=tar", "-o", str(packed), commit)
    return unpack(packed, work / "release"), history(repository, commit)


def _commit(repository: Path, version: str, address: str) -> str:
    """Return the commit that a version names: a tag with or without its v, else a branch or commit; none: the newest tag."""
    tags = [tag for tag in git(repository, "tag", "--sort=-version:refname").split() if NUMBER.fullmatch(tag)]
    if not version and not tags:
        raise ProblemsFound([Problem(address, "has no release yet; name a branch or a commit, as in: playbook update main --from …")])
    for name in (f"refs/tags/v{version}", f"refs/tags/{version}", version) if version else (f"refs/tags/{tags[0]}",):
        found = run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if not found.returncode:
            return found.stdout.strip()
    raise ProblemsFound([Problem(address, f'has no release, branch or commit "{version}"; its newest releases: {", ".join(tags[:5]) or "none"}')])
