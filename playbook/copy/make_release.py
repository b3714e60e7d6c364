"""The list of a release, written before its tag: `make release VERSION=0.2.0`."""

import re
import sys
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

from playbook.copy.git import git
from playbook.copy.release import LIST, fetch, write_list
from playbook.copy.update import faults


def unready(project: Path, version: str) -> list[str]:
    """Return why a project cannot be released as a version: what is not committed, other numbers elsewhere, and whatever its own check finds."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        return ["Name the version: make release VERSION=0.2.0"]
    found = [f"{line[3:]}: is not committed; a release lists what is" for line in git(project, "status", "--porcelain").splitlines() if LIST not in line]
    if git(project, "tag", "--list", f"v{version}"):
        found.append(f"v{version}: is a tag already; take the next number")
    settings, changes = (project / name for name in ("pyproject.toml", "CHANGELOG.md"))
    if settings.is_file() and (stated := tomllib.loads(settings.read_text("utf-8"))["project"]["version"]) != version:
        found.append(f"pyproject.toml: version is {stated}, not {version}; set it")
    told = re.split(r"^## (.*)\n", changes.read_text("utf-8"), flags=re.MULTILINE) if changes.is_file() else ["", version, ""]
    entries = dict(zip(told[1::2], told[2::2], strict=True))
    if version not in entries:
        found.append(f'CHANGELOG.md: has no heading "## {version}"; put it above what is new')
    elif entries.get("Unreleased", "").strip():
        found.append(f'CHANGELOG.md: has entries under "## Unreleased"; move them under "## {version}"')
    return found + faults(project)


def main(project: Path, version: str) -> str:
    """Write the list for a version, as copies fetch it, with all that git remembers of the files; return what to do next."""
    if found := unready(project, version):
        raise SystemExit("\n".join(["This is not ready to be released:", *found]))
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        write_list(project, replace(fetch(str(project), "HEAD", Path(work)), version=version))
    return f"Wrote {LIST}. Commit it as the last change before the tag: git add {LIST} && git commit -m 'Release {version}' && git tag v{version}"


if __name__ == "__main__":
    print(main(Path.cwd(), "".join(sys.argv[1:2]).removeprefix("v")))
