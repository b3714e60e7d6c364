"""The workflows are thin covers of make targets, ask for the least, and stop a copy that broke its promises."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from playbook.copy.host import listed
from playbook.files.diagnostics import Problem
from tests.support.host import OFF, Host
from tests.support.project import ROOT, only_region, run
from tests.support.releases import REGION
from tests.support.small_playbook import small

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
    small(folder)
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, folder / name)
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    (folder / ".venv/site-ready").touch()
    return folder


def at_work(folder: Path, command: str, **variables: str) -> subprocess.CompletedProcess:
    """Run a step's command as GitHub does, with the variables of its job."""
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command], cwd=folder, text=True, encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "GITHUB_ACTIONS": "true", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", **variables},
    )  # fmt: skip


def test_each_command_of_a_workflow_is_a_make_target_or_starts_another_workflow():
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    found = {path.name: commands(path.name) for path in WORKFLOWS}
    assert found == {
        "check.yml": ["make check", "make test"],
        "publish.yml": ["make pages-address", "make publish", "make check-site", "make report"],
        "update.yml": ["make offer-update"],
        "weekly.yml": ["gh workflow run publish.yml"],
    }
    assert {command.removeprefix("make ") for listed in found.values() for command in listed if command.startswith("make ")} <= targets
    assert (FOLDER / "workflows/publish.yml").is_file()


def test_workflows_ask_for_the_least_and_end_in_time():
    for path in WORKFLOWS:
        workflow = read(path)
        assert workflow["permissions"] == {} and "concurrency" in workflow, path.name
        assert not [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job or "permissions" not in job], path.name
        assert not [step for step in steps(path) if "checkout" in step.get("uses", "") and step["with"]["persist-credentials"] != "false"]
    granted = {name: job["permissions"] for path in WORKFLOWS for name, job in read(path)["jobs"].items()}
    reads = {"contents": "read"}
    assert granted == {
        "check": reads,
        "test": reads,
        "build": {**reads, "pages": "read"},
        "whole": reads,
        "deploy": {"pages": "write", "id-token": "write"},
        "tell": {**reads, "issues": "write"},
        "rebuild": {"actions": "write"},
        "update": {"contents": "write", "pull-requests": "write"},
    }


def test_no_run_that_publishes_nothing_waits_in_line_with_one_that_does():
    """The host keeps one waiting run a group, and cancels it for a newer one."""
    groups = {path.name: read(path)["concurrency"]["group"] for path in WORKFLOWS}
    assert len({group.split("-${{")[0] for group in groups.values()}) == len(groups)
    assert groups["publish.yml"] == "publish-${{ github.ref }}"  # runs of other branches publish nothing
    publish = read(FOLDER / "workflows/publish.yml")
    assert set(publish["on"]) == {"push", "workflow_dispatch"} and publish["concurrency"]["cancel-in-progress"] == "false"
    assert publish["jobs"]["build"]["if"] == "github.ref_name == github.event.repository.default_branch"
    assert all("build" in job["needs"] for name, job in publish["jobs"].items() if name != "build")


def test_a_change_that_was_taken_is_built_once():
    """A push starts two files: one checks only what is offered, or in the original; the other builds, once or in shares."""
    jobs = {name: job for path in WORKFLOWS if "push" in read(path)["on"] for name, job in read(path)["jobs"].items()}
    ran = {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs.items()}
    assert ran["check"] == ["make check"] and jobs["check"]["if"] == "github.event_name == 'pull_request'"
    assert "is_template" in jobs["test"]["if"]
    assert [name for name, lines in ran.items() if "make publish" in lines] == ["build"]
    assert jobs["build"]["strategy"]["matrix"]["share"] == "${{ fromJSON(vars.SHARES || '[\"1/1\"]') }}"
    assert jobs["whole"]["if"] == "vars.SHARES != ''"


def test_the_schedule_stands_alone_in_its_file_as_the_host_switches_such_files_off():
    scheduled = [path.name for path in WORKFLOWS if "schedule" in read(path)["on"]]
    assert scheduled == ["weekly.yml"] and list(read(FOLDER / "workflows/weekly.yml")["jobs"]) == ["rebuild"]


def test_no_workflow_names_the_default_branch():
    assert not [path.name for path in WORKFLOWS if re.search(r"\b(main|master)\b", path.read_text("utf-8"))]


def test_every_action_is_pinned_to_a_commit_and_the_record_says_how_it_was_confirmed():
    record = next((ROOT / "decisions").glob("0009-*.md")).read_text("utf-8")
    used = {line.split("uses:")[1].strip() for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line}
    pinned = {use: match for use in used if (match := re.fullmatch(r"(actions/[\w-]+)@([0-9a-f]{7})[0-9a-f]{33} # (v\d+\.\d+\.\d+)", use))}
    assert not [use for use, match in pinned.items() if f"| {match[1]} {match[3]} | `{match[2]}` |" not in record]
    assert not used - set(pinned)


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


WITHOUT_PAPERS = (
    "import playbook.build.site_build as b\nmade = b.BuildOptions\nb.BuildOptions = lambda *given, **more: made(*given, **{**more, 'papers': False})"
)


def test_a_copy_that_deletes_the_footer_is_not_published_and_hears_it_all_at_once(tmp_path, monkeypatch):
    """`make publish` is this command, with papers."""
    copy = small(tmp_path / "copy")
    host = Host(tmp_path / "host", {})
    for name, value in host.variables.items():
        monkeypatch.setenv(name, value)
    only_region(copy, "lane", REGION)
    main = copy / "overrides/main.html"
    main.write_text(main.read_text("utf-8").replace('{% include "partials/credit.html" %}', ""), "utf-8")
    done = run(copy, "build", "--publish", before=WITHOUT_PAPERS)
    assert done.returncode == 1 and not (copy / "site").exists()
    assert 'regions/lane.yml:4: convener.email: "call@lane.test" is an address of the examples' in done.stderr  # all in one run
    assert [line for line in done.stderr.splitlines() if re.match(r"::error file=[\w/.-]+::lacks the credit", line)]
    assert "- [`regions/lane.yml, line 4`](https://github.com/lane/playbook/edit/trunk/regions/lane.yml#L4): `convener.email:" in host.told()
    assert "lacks the credit" in host.told() and "lacks the credit" in host.output.read_text("utf-8")


PAGES = "api repos/lane/playbook/pages"


def test_a_copy_that_may_not_publish_yet_says_the_one_step_that_is_left(tmp_path):
    host = Host(tmp_path / "host", {PAGES: (1, '{"message":"Not Found","status":"404"}', "gh: Not Found (HTTP 404)")})
    done = at_work(ROOT, "make pages-address", **host.variables)
    assert done.returncode != 0
    assert "https://github.com/lane/playbook/settings/pages" in host.told() and "**Source** to **GitHub Actions**" in host.told()
    assert "settings/pages" in host.output.read_text("utf-8")  # the issue says it, too


@pytest.mark.parametrize(
    ("answer", "address"),
    [
        ((0, '{"html_url": "https://lane.github.io/playbook/"}', ""), "https://lane.github.io/playbook/"),
        ((0, '{"html_url": "https://playbook.lane.org/", "cname": "playbook.lane.org"}', ""), "https://playbook.lane.org/"),
        ((1, "", "error connecting to api.github.com"), ""),
        ((0, '{"html_url": null}', ""), ""),
        ((0, "<html>", ""), ""),
    ],
)
def test_a_build_learns_where_the_host_publishes_and_goes_on_without(tmp_path, answer, address):
    host = Host(tmp_path / "host", {PAGES: answer})
    done = at_work(ROOT, "make pages-address", **host.variables)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(rf"address<<(\w+)\n{re.escape(address)}\n\1\n", host.output.read_text("utf-8"))


ISSUE = '[{"number": 3, "title": "Ours", "body": ""}, {"number": 5, "title": "The playbook needs a hand", "body": "Mend this\\n\\nThis issue closes"}]'


@pytest.mark.parametrize(
    ("report", "reminder", "result", "open_issues", "does"),
    [
        ("Mend this", "", "skipped", "[]", ["issue create"]),
        ("Mend this", "", "skipped", ISSUE, []),  # it says so already
        ("", "A date has passed", "success", ISSUE, ["issue edit 5", "issue comment 5"]),
        ("", "", "success", ISSUE, ["issue close 5"]),
        ("", "", "success", "[]", []),
        ("", "", "failure", "[]", ["issue create"]),  # nobody could say why
        ("", "A date has passed", "failure", "[]", ["issue create"]),
    ],
)
def test_one_issue_says_what_needs_a_hand_and_closes_by_itself(tmp_path, report, reminder, result, open_issues, does):
    host = Host(tmp_path / "host", {"issue list": (0, open_issues, "")})
    done = at_work(ROOT, "make report", **host.variables, REPORT=report, REMINDER=reminder, RESULT=result)
    assert done.returncode == 0, done.stderr
    asked = host.asked[1:]
    assert [" ".join(words.split()[: len(start.split())]) for (words, _), start in zip(asked, does, strict=True)] == does
    told = [text for words, text in asked if "--body-file" in words]
    says = [part for part in (report, reminder, "" if report or result == "success" else "could not be published") if part]
    assert not [text for text in told for part in says if part not in text]
    assert not told or "https://github.com/lane/playbook/actions/runs/7" in told[0]


def test_what_a_job_hands_on_is_what_the_issue_is_given():
    jobs = read(FOLDER / "workflows/publish.yml")["jobs"]
    given = jobs["tell"]["steps"][-1]["env"]
    handed = {f"needs.{name}.outputs.{key}" for name, job in jobs.items() for key in job.get("outputs", {})}
    assert handed == set(re.findall(r"needs\.\w+\.outputs\.\w+", f"{given['REPORT']} {given['REMINDER']}")) and len(handed) == 3


def test_where_issues_are_off_the_summary_says_it(tmp_path):
    host = Host(tmp_path / "host", {"issue list": OFF})
    done = at_work(ROOT, "make report", **host.variables, REPORT="Mend this", RESULT="skipped")
    assert done.returncode == 0, done.stderr
    assert "Mend this" in host.told() and "https://github.com/lane/playbook/settings" in host.told() and len(host.asked) == 1


def test_words_of_a_file_are_told_as_words_and_call_nobody(tmp_path, monkeypatch):
    for name, value in Host(tmp_path / "host", {}).variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a b`.yml").write_text("", "utf-8")
    told = listed([Problem("a b`.yml", "“@lane [x](http://evil.test) `` <b>\n# big” is wrong", 2)])
    assert (
        told
        == "- [`` a b`.yml, line 2 ``](https://github.com/lane/playbook/edit/trunk/a%20b%60.yml#L2): ``` “@lane [x](http://evil.test) `` <b> # big” is wrong ```"
    )


def test_what_github_shows_beside_a_file_cannot_be_forged():
    said = Problem("regions/a,b:c.yml", "50% \n::error::no", 3, "region").annotation()
    assert said == "::error file=regions/a%2Cb%3Ac.yml,line=3::region: 50%25 %0A::error::no"
