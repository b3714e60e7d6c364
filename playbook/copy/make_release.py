"""The list of a release, written before its tag: `make release`, of the version in `pyproject.toml`."""

import re
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

from playbook.copy.git import git, uncommitted
from playbook.copy.release import LIST, fetch, write_list
from playbook.copy.update import faults


def unready(project: Path, version: str) -> list[str]:
    """Return why a project cannot be released as the version that it states: what is not committed, other news, and whatever its own check finds."""
    changes = (project / "CHANGELOG.md").read_text("utf-8")
    in_the_way = {
        f"pyproject.toml: version {version} is not of the form 0.2.0; write it so": not re.fullmatch(r"\d+\.\d+\.\d+", version),
        f"pyproject.toml: version {version} is a tag already; write the next number": git(project, "tag", "--list", f"v{version}"),
        f'CHANGELOG.md: has no heading "## {version}"; put it above what is new': f"\n## {version}\n" not in changes,
        f'CHANGELOG.md: has entries under "## Unreleased"; move them under "## {version}"': re.search(r"(?m)^## Unreleased\s+(?!## )\S", changes),
    }
    unsaved = [f"{path}: is not committed; a release lists what is" for path in uncommitted(project) if path != LIST]
    return [*unsaved, *filter(in_the_way.get, in_the_way), *faults(project)]


def main(project: Path) -> str:
    """Write the list for the version that a project states, as copies fetch it, with all that git remembers of the files; return what to do next."""
    version = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    if found := unready(project, version):
        raise SystemExit("\n".join([f"This is not ready to be released as {version}:", *found]))
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        write_list(project, replace(fetch(str(project), "HEAD", Path(work)), version=version))
    return f"Wrote {LIST}. Commit it as the last change before the tag: git add {LIST} && git commit -m 'Release {version}' && git tag v{version}"


if __name__ == "__main__":
    print(main(Path.cwd()))
