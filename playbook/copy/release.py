"""A release: its version, its points, and the digest of every file, so that a copy can tell its own edits from older words; listed by `make release`."""

import re
import tarfile
import tempfile
import tomllib
import zipfile
import zlib
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from playbook.content.page import load_pages
from playbook.content.point_text import fixed_words, read_points
from playbook.copy.git import faults, git, reasons, run, uncommitted
from playbook.copy.host import at_host
from playbook.copy.ownership import digests
from playbook.files.diagnostics import Problem, ProblemsFound

LIST = "playbook/release.json"
NUMBER = re.compile(r"v?\d+\.\d+\.\d+")
WORDS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
Held = tuple[tuple[str, str], ...]  # paths, each with the digest of what stood there


@dataclass(frozen=True)
class Release:
    """What a release holds: digests by path, all that ever stood otherwise at a path before, the words of its points by id; and where it is at hand."""

    version: str = ""
    files: dict[str, str] = field(default_factory=dict)
    former: Held = ()
    points: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()
    origin: str = ""


def remedy(key: str, **values: str) -> str:
    """Return what to do, as a person does it where this runs: by the workflow's button, or typed in a terminal."""
    return WORDS["button" if at_host() else "typed"][key].format(**values)


def words_of_points(folder: Path) -> dict[str, str]:
    """Return what each point of a playbook says, by id."""
    return {point.id: " ".join(fixed_words(f"{point.opening} {point.detail}").split()) for point in read_points(load_pages(folder)[0])}


def read_list(project: Path) -> Release | None:
    """Return the list that a project carries; None if it carries none that can be read."""
    try:
        return TypeAdapter(Release).validate_json((project / LIST).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def write_list(project: Path, release: Release) -> None:
    """Write the list into a project."""
    (project / LIST).write_bytes(TypeAdapter(Release).dump_json(release, indent=0, exclude={"folder", "origin"}) + b"\n")


def fetch(given: str, version: str, work: Path) -> Release:
    """Bring a release into the empty folder `work`. ProblemsFound if there is none, or it is another.

    `given` is a git address, an archive or a folder; `version` may be empty: the newest release, or what the archive holds.
    """
    path, folder, former = Path(given), work / "release", Held()
    if path.is_file():
        _unpack(path, folder)
    elif given and path.is_dir() and not (path / ".git").exists():
        folder = path
    else:
        former = _clone(given, version, folder)
    if not (found := [main.parents[1] for top in ("", "*/") for main in folder.glob(f"{top}playbook/__main__.py")]):
        raise ProblemsFound([Problem(given, "holds no playbook; name the address, the archive or the folder of the project that you copied")])
    folder, files, number = found[0], digests(found[0]), version.removeprefix("v") or "unreleased"
    listed = read_list(folder) or Release(number, files)
    name = listed.version if listed.files == files else f"{listed.version} and later changes"
    if NUMBER.fullmatch(version) and name != number:
        raise ProblemsFound([Problem(given, f"is release {name}, not {number}; leave the version out, or get the right one")])
    held = {*former, *listed.former, *listed.files.items()} - files.items()
    return Release(name, files, tuple(sorted(held)), words_of_points(folder), folder, path.name if path.is_file() else given)


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack a .zip, .tar.gz or .tar, nothing of it outside of the folder. ProblemsFound if it is none, or is damaged."""
    try:
        with zipfile.ZipFile(archive) if zipfile.is_zipfile(archive) else tarfile.open(archive) as opened:
            if isinstance(opened, tarfile.TarFile):
                opened.extraction_filter = getattr(tarfile, "data_filter", None)  # older Pythons have none, later ones ask for one
            opened.extractall(folder)
    except (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise ProblemsFound([Problem(archive.name, WORDS["faults"]["no_archive"])]) from None


def _clone(address: str, version: str, folder: Path) -> Held:
    """Bring a tag, branch or commit (none named: the newest tag) into a folder; return all that ever stood at a path up to it, by git's digests, which are ours."""
    if (done := run(Path.cwd(), "clone", "--quiet", "--no-checkout", "--", address, str(folder))).returncode:
        raise ProblemsFound([Problem(address.strip() or "the original", f"cannot be fetched ({reasons(done)}); {remedy('not_fetched')}")])
    tags = [tag for tag in git(folder, "tag", "--sort=-version:refname").split() if NUMBER.fullmatch(tag)]
    names = (f"v{version}", version, f"origin/{version}") if version else tags[:1]
    tried = (run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").stdout.strip() for name in names)
    if not (commit := next(filter(None, tried), "")):
        known = f'has no release, branch or commit "{version}"; its newest releases: {", ".join(tags[:5]) or "none"}'
        raise ProblemsFound([Problem(address, known if version else remedy("no_release"))])
    git(folder, "checkout", "--quiet", "--detach", commit)
    raw = git(folder, "log", "--format=", "--raw", "--no-renames", "--no-abbrev", "--diff-filter=d", "-m", "--root", "-z", commit, "--").split("\0")
    return tuple((path, meta.split()[3]) for meta, path in zip(raw[::2], raw[1::2], strict=False))


def main(project: Path) -> str:
    """Write the list for the version that a project states, as copies fetch it, with all that git remembers; return what to do next. SystemExit if it is not ready."""
    version = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changes = (project / "CHANGELOG.md").read_text("utf-8")
    number, *numbers = ([int(part) for part in re.findall(r"\d+", name)] for name in (version, *filter(NUMBER.fullmatch, git(project, "tag").split())))
    in_the_way = {
        f"pyproject.toml: version {version} is not of the form 0.2.0; write it so": not re.fullmatch(r"\d+\.\d+\.\d+", version),
        f"pyproject.toml: version {version} is not after the last tag; write the number that follows it": number <= max(numbers, default=[]),
        f'CHANGELOG.md: has no heading "## {version}"; put it above what is new': f"\n## {version}\n" not in changes,
        f'CHANGELOG.md: has entries under "## Unreleased"; move them under "## {version}"': re.search(r"(?m)^## Unreleased\s+(?!## )\S", changes),
    }
    unsaved = [f"{path}: is not committed; a release lists what is" for path in uncommitted(project)]
    if found := [*unsaved, *filter(in_the_way.get, in_the_way), *faults(project)]:
        raise SystemExit("\n".join([f"This is not ready to be released as {version}:", *found]))
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        write_list(project, replace(fetch(str(project), "HEAD", Path(work)), version=version))
    return f"Wrote {LIST}. Commit it as the last change before the tag: git add {LIST} && git commit -m 'Release {version}' && git tag v{version}"


if __name__ == "__main__":
    print(main(Path.cwd()))
