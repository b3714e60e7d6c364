"""A release: its version and the digest of every file, so that a copy can tell its own edits from older words of the original."""

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from playbook.copy.git import git
from playbook.copy.git_history import digests_in_history
from playbook.copy.ownership import files_of
from playbook.files.checksum import digest
from playbook.files.diagnostics import Problem, ProblemsFound

LIST = "playbook/release.json"
VERSION = re.compile(r"\d+\.\d+\.\d+")
PARTS = ("mkdocs.yml", "playbook/__main__.py", "macros/__init__.py", "regions/README.md")


@dataclass(frozen=True)
class Release:
    """What a release holds: digests by path, those of former versions, and those of the points' words."""

    version: str
    files: dict[str, str] = field(default_factory=dict)
    former: dict[str, list[str]] = field(default_factory=dict)
    points: dict[str, str] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The version as part of a branch's or folder's name."""
        return re.sub(r"[^\w.-]", "-", self.version.split()[0])

    def knows(self, path: str, digest: str) -> bool:
        """Tell whether the original ever had these very bytes at this path, as far as this list goes back."""
        return digest == self.files.get(path) or digest in self.former.get(path, ())

    def had(self, path: str) -> bool:
        """Tell whether the original ever had a file at this path."""
        return path in self.files or path in self.former


def digests(project: Path) -> dict[str, str]:
    """Return the digest of every file of a project by path, the list itself left out. Links are left out too."""
    return {path: digest(file.read_bytes()) for path, file in files_of(project).items() if path != LIST and not file.is_symlink()}


def point_digests(project: Path) -> dict[str, str]:
    """Return the digest of every point's words by id."""
    return {point.id: digest(f"{point.opening}\n{point.detail}".encode()) for point in read_points(load_pages(project)[0])}


def list_of(project: Path, version: str, former: dict[str, list[str]]) -> Release:
    """Return the list of a project as it stands now, with what its files held before."""
    files = digests(project)
    older = {path: [one for one in dict.fromkeys(known) if one != files.get(path)] for path, known in sorted(former.items()) if path != LIST}
    return Release(version, files, {path: known for path, known in older.items() if known}, point_digests(project))


def read_list(project: Path) -> Release | None:
    """Return the list that a project carries; None if it carries none. ProblemsFound if it cannot be read."""
    try:
        found = json.loads((project / LIST).read_text("utf-8"))
        return Release(str(found["version"]), dict(found["files"]), dict(found["former"]), dict(found["points"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise ProblemsFound([Problem(LIST, "is damaged; delete it, and give the original's git address with --from")]) from None


def write_list(project: Path, release: Release) -> None:
    """Write the list into a project."""
    held = {"version": release.version, "files": release.files, "former": release.former, "points": release.points}
    (project / LIST).write_text(json.dumps(held, indent=0, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def is_playbook(folder: Path) -> bool:
    """Tell whether a folder holds a whole playbook."""
    return all((folder / part).is_file() for part in PARTS)


def release_faults(project: Path, version: str) -> list[str]:
    """Return why a project as it is cannot be released as a version: other numbers elsewhere, and whatever its own check finds."""
    faults = []
    if git(project, "tag", "--list", f"v{version}").strip():
        faults.append(f"v{version}: is a tag already; take the next number")
    settings, changes = project / "pyproject.toml", project / "CHANGELOG.md"
    stated = tomllib.loads(settings.read_text("utf-8"))["project"]["version"] if settings.is_file() else version
    if stated != version:
        faults.append(f"pyproject.toml: version is {stated}, not {version}; set it")
    if changes.is_file() and not re.search(rf"^## {re.escape(version)}\b", changes.read_text("utf-8"), re.MULTILINE):
        faults.append(f'CHANGELOG.md: has no heading "## {version}"; put it above what is new')
    done = subprocess.run([sys.executable, "-m", "playbook", "check"], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    return faults + (done.stderr.splitlines() if done.returncode else [])


def main(arguments: list[str]) -> str:
    """Write the list for the version given, with all that git remembers of the files; return what to do next."""
    version = arguments[0].removeprefix("v") if arguments else ""
    if not VERSION.fullmatch(version):
        raise SystemExit("Name the version: make release VERSION=0.2.0")
    project = Path.cwd()
    if unsaved := [line for line in git(project, "status", "--porcelain").splitlines() if LIST not in line]:
        raise SystemExit("Commit these first, since a release lists what is committed:\n" + "\n".join(unsaved))
    if faults := release_faults(project, version):
        raise SystemExit("This is not ready to be released:\n" + "\n".join(faults))
    write_list(project, list_of(project, version, digests_in_history(project, "HEAD")))
    return f"Wrote {LIST}. Commit it as the last change before the tag: git add {LIST} && git commit -m 'Release {version}' && git tag v{version}"


if __name__ == "__main__":
    print(main(sys.argv[1:]))
