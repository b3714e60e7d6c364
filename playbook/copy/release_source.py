"""Where a release comes from: a git address, a downloaded archive, or a folder."""

import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from playbook.copy.git import git, run
from playbook.copy.git_history import digests_in_history
from playbook.copy.ownership import files_of
from playbook.copy.release_manifest import Release, is_playbook, list_of, read_list
from playbook.copy.safe_unpack import unpack
from playbook.files.diagnostics import Problem, ProblemsFound

ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")
TAG = re.compile(r"v?(\d+)\.(\d+)\.(\d+)")


@dataclass(frozen=True)
class Source:
    """A release at hand: its files in a folder of ours, its list, and what to call it."""

    folder: Path
    release: Release
    name: str


def fetch(given: str, version: str, work: Path) -> Source:
    """Bring a release into the empty folder `work`. ProblemsFound if there is none, it is another, or it is damaged.

    `given` is a git address, an archive or a folder; `version` may be empty: the newest release, or what the archive holds.
    """
    folder = work / "release"
    path = Path(given).expanduser()
    former: dict[str, list[str]] = {}
    if path.is_file() and path.name.lower().endswith(ARCHIVES):
        folder.mkdir()
        unpack(path, folder)
        name = path.name
    elif path.is_dir() and is_playbook(path) and not (path / ".git").exists():
        _copy(path, folder)
        name = str(path)
    elif path.is_file():
        raise ProblemsFound([Problem(given, f"is not an archive; give one that ends in {', '.join(ARCHIVES)}, a folder, or a git address")])
    else:
        former = _from_git(given, version, work, folder)
        name = given
    if not is_playbook(folder):
        raise ProblemsFound([Problem(given, "holds no playbook (no mkdocs.yml, playbook/, macros/ and regions/README.md)")])
    return Source(folder, _release(folder, former, version, given), name)


def _release(folder: Path, former: dict[str, list[str]], version: str, given: str) -> Release:
    """Return the list of the files as they are, with every older digest that is known."""
    carried = read_list(folder)
    if carried:
        former = {path: [*former.get(path, ()), *carried.former.get(path, ()), *([carried.files[path]] if path in carried.files else [])]
                  for path in {*former, *carried.former, *carried.files}}  # fmt: skip
    now = list_of(folder, version.removeprefix("v") or (carried.version if carried else "unreleased"), former)
    wanted = TAG.fullmatch(version)
    if wanted and carried and carried.version == now.version:
        if changed := sorted(path for path in {*carried.files, *now.files} if carried.files.get(path) != now.files.get(path)):
            raise ProblemsFound([Problem(given, f"is not release {now.version} as it was made: {path} differs from its list") for path in changed[:5]])
    elif wanted and carried:
        raise ProblemsFound([Problem(given, f"is release {carried.version}, not {now.version}; leave the version out, or get the right one")])
    elif carried and carried.files != now.files:
        return replace(now, version=f"{carried.version} and later changes")
    return replace(now, points=carried.points) if carried else now


def _from_git(address: str, version: str, work: Path, folder: Path) -> dict[str, list[str]]:
    """Put the files of a tag, branch or commit into `folder`; return what the files held before. Hooks and filters of strangers do not run."""
    if address.startswith("-"):
        raise ProblemsFound([Problem(address, "is not a git address")])
    repository = work / "git"
    done = run(work, "clone", "--quiet", "--bare", "--", address, str(repository))
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        raise ProblemsFound([Problem(address, f"cannot be fetched ({said}); give a git address, an archive or a folder")])
    ref = _ref(repository, version, address)
    git(repository, "archive", "--format=tar", "-o", str(work / "release.tar"), ref)
    folder.mkdir()
    unpack(work / "release.tar", folder)
    return digests_in_history(repository, ref)


def _ref(repository: Path, version: str, address: str) -> str:
    """Return the commit that a version names: a tag with or without its v, else a branch or commit; none: the newest tag."""
    tags = {tag: tuple(map(int, match.groups())) for tag in git(repository, "tag").split() if (match := TAG.fullmatch(tag))}
    if not version and not tags:
        raise ProblemsFound([Problem(address, "has no release yet; name a branch or a commit, as in: playbook update main --from …")])
    named = [f"refs/tags/v{version}", f"refs/tags/{version}", version] if version else [f"refs/tags/{max(tags, key=tags.__getitem__)}"]
    for name in named:
        found = run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if not found.returncode:
            return found.stdout.strip()
    newest = ", ".join(sorted(tags, key=tags.__getitem__, reverse=True)[:5]) or "none"
    raise ProblemsFound([Problem(address, f'has no release, branch or commit "{version}"; its newest releases: {newest}')])


def _copy(source: Path, folder: Path) -> None:
    for name, file in files_of(source).items():
        if file.is_symlink():
            raise ProblemsFound([Problem(str(source), f"{name} is a link; a release holds files only")])
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / name)
