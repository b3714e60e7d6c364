"""The list of a release, written before its tag: `make release VERSION=0.2.0`."""

import re
import sys
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

from playbook.copy.git import git, uncommitted
from playbook.copy.release import LIST, fetch, write_list
from playbook.copy.update import faults

UNRELEASED = re.compile(r"^## Unreleased\s+(?!## )\S", re.MULTILINE)  # with news under it


def unready(project: Path, version: str) -> list[str]:
    """Return why a project cannot be released as a version: what is not committed, other numbers elsewhere, and whatever its own check finds."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        return ["Name the version: make release VERSION=0.2.0"]
    settings, changes = ((project / name).read_text("utf-8") if (project / name).is_file() else "" for name in ("pyproject.toml", "CHANGELOG.md"))
    stated = tomllib.loads(settings)["project"]["version"] if settings else version
    headed = not changes or f"\n## {version}\n" in changes
    in_the_way = {
        f"v{version}: is a tag already; take the next number": git(project, "tag", "--list", f"v{version}") != "",
        f"pyproject.toml: version is {stated}, not {version}; set it": stated != version,
        f'CHANGELOG.md: has no heading "## {version}"; put it above what is new': not headed,
        f'CHANGELOG.md: has entries under "## Unreleased"; move them under "## {version}"': headed and UNRELEASED.search(changes) is not None,
    }
    unsaved = [f"{path}: is not committed; a release lists what is" for path in uncommitted(project) if path != LIST]
    return [*unsaved, *filter(in_the_way.get, in_the_way), *faults(project)]


def main(project: Path, version: str) -> str:
    """Write the list for a version, as copies fetch it, with all that git remembers of the files; return what to do next."""
    if found := unready(project, version):
        raise SystemExit("\n".join(["This is not ready to be released:", *found]))
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        write_list(project, replace(fetch(str(project), "HEAD", Path(work)), version=version))
    return f"Wrote {LIST}. Commit it as the last change before the tag: git add {LIST} && git commit -m 'Release {version}' && git tag v{version}"


if __name__ == "__main__":
    print(main(Path.cwd(), "".join(sys.argv[1:2]).removeprefix("v")))
