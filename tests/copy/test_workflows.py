"""The workflows are thin covers of make targets, ask for the least, and stop a copy that broke its promises."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from playbook.files.diagnostics import Problem
from tests.support.project import ROOT, fork, only_region
from tests.support.releases import REGION

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FORMS = sorted((FOLDER / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))


class Loader(yaml.SafeLoader):
    """YAML in which `on` is a word, as GitHub reads it."""


Loader.yaml_implicit_resolvers = {k: [r for r in v if r[0] != "tag:yaml.org,2002:bool"] for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def read(path: Path) -> dict:
    return yaml.load(path.read_text("utf-8"), Loader)


def steps(path: Path) -> list[dict]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def commands(name: str) -> list[str]:
    """Return what a workflow runs, in its order."""
    return [step["run"] for step in steps(FOLDER / "workflows" / name) if "run" in step]


def at_github(folder: Path) -> Path:
    """Make a copy as a runner has it, but with the packages that are installed here."""
    fork(folder)
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, folder / name)
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    (folder / ".venv/site-ready").touch()
    return folder


def at_work(folder: Path, command: str) -> subprocess.CompletedProcess:
    """Run a step's command as GitHub does."""
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command], cwd=folder, text=True, encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "GITHUB_ACTIONS": "true", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def test_each_command_of_a_workflow_is_a_make_target():
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    found = {path.name: commands(path.name) for path in WORKFLOWS}
    assert found == {
        "check.yml": ["make check", "make test"],
        "publish.yml": ["make publish-check", "make site"],
        "publish-shares.yml": ["make publish-check", "make site", "make check-site"],
    }
    assert {command.removeprefix("make ") for listed in found.values() for command in listed} <= targets


def test_workflows_ask_for_the_least_and_end_in_time():
    for path in WORKFLOWS:
        workflow = read(path)
        assert workflow["permissions"] == {} and "concurrency" in workflow, path.name
        assert not [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job or "permissions" not in job], path.name
        assert not [step for step in steps(path) if "checkout" in step.get("uses", "") and step["with"]["persist-credentials"] != "false"]
    granted = {name: job["permissions"] for path in WORKFLOWS for name, job in read(path)["jobs"].items()}
    reads = {"contents": "read"}
    assert granted == {"check": reads, "test": reads, "build": reads, "share": reads, "whole": reads, "deploy": {"pages": "write", "id-token": "write"}}


def test_every_action_is_pinned_to_a_commit_or_listed_as_unverified():
    record = next((ROOT / "decisions").glob("0009-*.md")).read_text("utf-8")
    used = {line.split("uses:")[1].strip() for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line}
    pinned = {use: match for use in used if (match := re.fullmatch(r"(actions/[\w-]+)@([0-9a-f]{7})[0-9a-f]{33} # (v\d+\.\d+\.\d+)", use))}
    assert not [use for use, match in pinned.items() if f"| {match[1]} {match[3]} | `{match[2]}` |" not in record]
    others = sorted({use.split()[0].replace("@", " ") for use in used - set(pinned)})
    assert others == ["actions/download-artifact v7.0.0", "actions/upload-artifact v6.0.0", "actions/upload-pages-artifact v5.0.0"]
    assert not [name for name in others if not re.search(rf"\| {re.escape(name)} \| by tag \| \*\*unverified\*\*", record)]


def test_zizmor_finds_nothing_unsafe():
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([zizmor, "--offline", "--no-progress", "--persona", "pedantic", str(FOLDER)], text=True, capture_output=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_is_one_that_github_takes(path):
    form = read(path)
    assert set(form) <= {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}
    assert all(isinstance(form[key], str) and form[key].strip() for key in ("name", "description"))
    kinds = {"markdown": {"value"}, "input": {"label"}, "textarea": {"label"}, "dropdown": {"label", "options"}, "checkboxes": {"label", "options"}}
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert asked and not [part for part in form["body"] if part["type"] not in kinds or not kinds[part["type"]] <= set(part["attributes"])]
    names, labels = [part["id"] for part in asked], [part["attributes"]["label"] for part in asked]
    assert len(set(names)) == len(names) and len(set(labels)) == len(labels)
    assert not [name for name in names if not re.fullmatch(r"[A-Za-z][\w-]*", name)]
    assert not [part for part in form["body"] if set(part) - {"type", "id", "attributes", "validations"}]


def test_three_forms_are_offered():
    assert [read(path)["name"] for path in FORMS] == ["Wrong text", "Wrong for my region", "Site problem"]
    assert set(read(FOLDER / "ISSUE_TEMPLATE/config.yml")) <= {"blank_issues_enabled", "contact_links"}


def test_a_copy_that_deletes_the_footer_fails_its_publish_workflow(tmp_path):
    copy = at_github(tmp_path / "copy")
    only_region(copy, "lane", REGION)
    main = copy / "overrides/main.html"
    main.write_text(main.read_text("utf-8").replace('{% include "partials/credit.html" %}', ""), "utf-8")
    done = at_work(copy, commands("publish.yml")[0])
    assert done.returncode != 0
    assert 'regions/lane.yml:4: convener.email: "call@lane.test" is an address of the examples' in done.stderr  # all in one run
    assert re.search(r"^::error file=[\w/.-]+::lacks the credit", done.stderr, re.MULTILINE)


def test_what_github_shows_beside_a_file_cannot_be_forged():
    said = Problem("regions/a,b:c.yml", "50% \n::error::no", 3, "region").annotation()
    assert said == "::error file=regions/a%2Cb%3Ac.yml,line=3::region: 50%25 %0A::error::no"
