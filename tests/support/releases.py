"""Releases of an original, and copies of it: a fork with its history, a copy from a template, an unpacked archive."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from playbook.__main__ import run as run_program
from playbook.copy.release import LIST, fetch, write_list
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
    with TemporaryDirectory() as work:
        write_list(folder, replace(fetch(str(folder), "HEAD", Path(work)), version=version))
    commit(folder, f"Release {version}")
    git(folder, "tag", f"v{version}")


# a playbook of a few files, whose check finds each line that says FAULT: an update is tried with the check of the release that comes
CHECK = """\
import sys
from pathlib import Path

files = sorted(path for kind in ("*.md", "*.yml") for path in Path().rglob(kind))
lines = [(path, number, line) for path in files for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)]
sys.exit("\\n".join(f"{path.as_posix()}:{number}: {line}" for path, number, line in lines if "FAULT" in line) or 0)
"""
POINTS = "- **We sit at one table.** All of us.\n  { #s31 }\n\n- **It is a start.** A good one.\n  { #s33 }\n"


def page(title: str, text: str) -> str:
    return f"---\ntitle: {title}\ndescription: A page.\norigin: playbook\nreviewed: 2026-11-01\n---\n\n# {title}\n\n{text}\n"


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def original(folder: Path) -> Path:
    """A small original with release 0.1.0, an example in each folder, and release 0.2.0 with changes of every kind."""
    put(folder, {
        ".github/workflows/publish.yml": "name: Publish\n",
        "README.md": "# The original\n",
        "docs/about/glossary.md": page("Glossary", "Words."),
        "docs/editions.md": page("Editions", "All of them."),
        "docs/index.md": page("Start", "Welcome."),
        "docs/old.md": page("Old", "An old page."),
        "docs/other/a.txt": "A folder that becomes a file.\n",
        "docs/talking-points/what-they-are.md": page("What they are", POINTS),
        "docs/team/index.md": page("The team", "Who is who."),
        "docs/turned": "A file that becomes a folder.\n",
        "examples/README.md": "What examples are.\n",
        "examples/oak.yml": "region: Oak\nstage: planning\n",
        "macros/__init__.py": "",
        "mkdocs.yml": "nav:\n  - Start: index.md\n  - Old: old.md\n",
        "overrides/partials/credit.html": "Credit.\n",
        "playbook/__main__.py": CHECK,
        "playbook/region.schema.json": '{"properties": {"region": {}}}\n',
        "regions/README.md": "What a region file says.\n",
        "regions/pine.yml": "region: Pine\nstage: planning\nexample: true\n",
        "site.yml": "home:\n",
    })  # fmt: skip
    git(folder, "init", "--quiet")
    release(folder, "0.1.0")
    shutil.rmtree(folder / "docs/other")
    for gone in ("docs/old.md", "docs/turned"):
        (folder / gone).unlink()
    put(folder, {
        ".github/workflows/publish.yml": "name: Publish better\n",
        "README.md": "# The original, in better words\n",
        "docs/fresh.md": page("Fresh", "A fresh page."),
        "docs/other": "A file now.\n",
        "docs/talking-points/what-they-are.md": page("What they are", POINTS.replace("A good one.", "So they say.")),
        "docs/team/index.md": page("About the team", "Who is who."),
        "docs/turned/a.txt": "In a folder now.\n",
        "examples/elm.yml": "region: Elm\nstage: planning\n",
        "examples/oak.yml": "region: Tall Oak\nstage: planning\n",
        "mkdocs.yml": "nav:\n  - Start: index.md\n  - Fresh: fresh.md\n",
        "playbook/region.schema.json": '{"properties": {"region": {}, "motto": {}}}\n',
    })  # fmt: skip
    release(folder, "0.2.0")
    return folder


def changed(source: Path, folder: Path, files: dict[str, str]) -> Path:
    """A folder with what an original holds now, and other files in it, which no release has."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".git"), symlinks=True)
    put(folder, files)
    return folder


def whole_original(folder: Path) -> Path:
    """A playbook of few pages as release 0.1.0, and release 0.2.0 with a field, a macro, a page and other words."""
    small(folder)
    only_region(folder, "pine", "region: Pine\nstage: planning\nexample: true\n")
    for made in [*folder.rglob("__pycache__")]:
        shutil.rmtree(made)
    git(folder, "init", "--quiet")
    release(folder, "0.1.0")
    put(folder, {"docs/fresh.md": page("Fresh", "{{ region.motto }} and {{ shout() }}")})
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("  - Fresh: fresh.md\n")
    swap(folder / "docs/team/index.md", "# ", "# About ")
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


def in_process(folder: Path, program: Callable[[], object], *arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Run a program of ours in a folder as if it was typed there, without a process of its own."""
    out, error, status = io.StringIO(), io.StringIO(), 0
    with chdir(folder), patch.object(sys, "argv", ["playbook", *arguments]), patch.dict(os.environ, variables), redirect_stdout(out), redirect_stderr(error):
        try:
            status = program() or 0
        except SystemExit as end:
            status = end.code or 0
    if isinstance(status, str):
        error.write(f"{status}\n")
        status = 1
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), error.getvalue())


def typed(copy: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Type a command of the playbook in a copy, which need not be a whole one."""
    return in_process(copy, run_program, *arguments, **variables)
