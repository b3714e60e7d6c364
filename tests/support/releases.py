"""Releases of an original, and copies of it: a fork with its history, a copy from a template, an unpacked archive."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from playbook.copy.release_manifest import LIST
from tests.support.project import only_region
from tests.support.small_playbook import small

ME = ("-c", "user.name=A Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false")
REGION = 'region: Lane\nindustry: wood products\nstage: active\nconvener: {name: Lane Board, email: "call@lane.test"}\n'
LOCAL = "---\ntitle: Bus lines\ndescription: How to get there.\norigin: local\nreviewed: 2026-11-01\n---\n\n# Bus lines\n\nLine 4 to {{ region }}.\n"


def git(folder: Path, *arguments: str) -> str:
    """Run git as a person with a name; return what it printed."""
    return subprocess.run(["git", *ME, *arguments], cwd=folder, check=True, text=True, capture_output=True).stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", message)


def release(folder: Path, version: str) -> None:
    """List, commit and tag a release, as a maintainer does; what refuses a faulty one has a test of its own."""
    commit(folder, f"Work for {version}")
    listing = (
        "import sys; from pathlib import Path; from playbook.copy.git_history import digests_in_history; "
        "from playbook.copy.release_manifest import list_of, write_list; here = Path.cwd(); write_list(here, list_of(here, sys.argv[1], digests_in_history(here, 'HEAD')))"
    )
    subprocess.run([sys.executable, "-c", listing, version], cwd=folder, check=True, capture_output=True)
    commit(folder, f"Release {version}")
    git(folder, "tag", f"v{version}")


def original(folder: Path) -> Path:
    """An original with release 0.1.0, an example in each folder, and release 0.2.0 with changes of every kind."""
    small(folder)
    only_region(folder, "pine", "region: Pine\nstage: planning\nexample: true\n")
    (folder / "examples/oak.yml").write_text("region: Oak\nstage: planning\n", "utf-8")
    (folder / "docs/old.md").write_text(page("Old", "An old page."), "utf-8")
    menu(folder, "  - Old: old.md\n")
    workflow = folder / ".github/workflows/publish.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text("name: Publish\n", "utf-8")
    (folder / "README.md").write_text("# The original\n", "utf-8")
    git(folder, "init", "--quiet")
    release(folder, "0.1.0")
    workflow.write_text("name: Publish better\n", "utf-8")
    (folder / "README.md").write_text("# The original, in better words\n", "utf-8")
    (folder / "examples/oak.yml").write_text("region: Tall Oak\nstage: planning\n", "utf-8")
    (folder / "examples/elm.yml").write_text("region: Elm\nstage: planning\n", "utf-8")
    (folder / "docs/old.md").unlink()
    (folder / "docs/fresh.md").write_text(page("Fresh", "{{ region.motto }} and {{ shout() }}"), "utf-8")
    configuration = folder / "mkdocs.yml"
    configuration.write_text(configuration.read_text("utf-8").replace("  - Old: old.md\n", "  - Fresh: fresh.md\n"), "utf-8")
    swap(folder / "docs/team/index.md", "# ", "# About ")
    swap(folder / "docs/talking-points/what-they-are.md", "{ #s33 }", "So they say.\n  { #s33 }")
    swap(folder / "overrides/partials/page-foot.html", "Something wrong?", "Found a slip?")
    swap(
        folder / "playbook/model/region.py",
        "    example: bool",
        '    motto: Words | None = Field(None, title="Motto", description="a motto")\n    example: bool',
    )
    swap(folder / "playbook/model/region_fields.py", '    **_text("state", ', '    **_text("motto", "no motto yet"),\n    **_text("state", ')
    swap(
        folder / "macros/__init__.py",
        "def define_env(env: Environment) -> None:",
        'def shout():\n    return "A new macro."\n\n\ndef define_env(env: Environment) -> None:',
    )
    swap(folder / "macros/__init__.py", '    env.macro(glossary, "glossary")', '    env.macro(glossary, "glossary")\n    env.macro(shout, "shout")')
    swap(folder / "playbook/region.schema.json", '  "example": {', '  "motto": {"type": "string"},\n  "example": {')
    release(folder, "0.2.0")
    return folder


def page(title: str, text: str) -> str:
    return f"---\ntitle: {title}\ndescription: A page.\norigin: playbook\nreviewed: 2026-11-01\n---\n\n# {title}\n\n{text}\n"


def menu(folder: Path, entry: str) -> None:
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(entry)


def swap(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text, f"{path.name} lacks {before!r}"
    path.write_text(text.replace(before, after, 1), "utf-8")


def forked(source: Path, folder: Path) -> Path:
    """A fork of release 0.1.0, with all its history."""
    git(source.parent, "clone", "--quiet", str(source), str(folder))
    git(folder, "reset", "--quiet", "--hard", "v0.1.0")
    return folder


def templated(source: Path, folder: Path) -> Path:
    """A copy of release 0.1.0 made from a template: the same files, one commit, no shared history."""
    unpacked(source, folder)
    git(folder, "init", "--quiet")
    commit(folder, "Initial commit")
    return folder


def unpacked(source: Path, folder: Path) -> Path:
    """A copy of release 0.1.0 from a downloaded archive, without git."""
    folder.mkdir()
    archive = folder.with_suffix(".tar")
    git(source, "archive", "--format=tar", "-o", str(archive), "v0.1.0")
    shutil.unpack_archive(archive, folder, filter="data")
    return folder


def localize(copy: Path) -> None:
    """Make a copy a region's own, as the guide says: a region file, site.yml, a page of its own."""
    for example in [*(copy / "examples").glob("*.yml"), *(copy / "regions").glob("*.yml")]:
        example.unlink()
    (copy / "regions/lane.yml").write_text(REGION, "utf-8")
    (copy / "site.yml").write_text("home: lane\nfeedback: web@lane.test\n", "utf-8")
    (copy / "docs/local").mkdir(exist_ok=True)
    (copy / "docs/local/bus.md").write_text(LOCAL, "utf-8")
    if (copy / ".git").exists():
        git(copy, "config", "user.name", "A Test")
        git(copy, "config", "user.email", "test@example.org")
        commit(copy, "Make it ours")


def listed(project: Path) -> dict:
    return json.loads((project / LIST).read_text("utf-8"))
