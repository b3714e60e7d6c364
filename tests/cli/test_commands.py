"""The command line: exit status, help, and a new region file from a few answers."""

import pytest
from click.testing import CliRunner

from playbook.__main__ import main
from playbook.files.diagnostics import ProblemsFound
from tests.support.project import ROOT, call, run


def test_wrong_usage_ends_with_status_2(project, tmp_path):
    assert run(project, "biuld").returncode == 2
    assert call(project, "build", "--today", "tomorrow", today=None).returncode == 2
    (tmp_path / "empty").mkdir()
    done = run(project, "--help")
    assert done.returncode == 0 and "build" in done.stdout


@pytest.mark.parametrize("day", ["1969-12-31", "1970-01-01", "1979-12-31", "1999-12-31", "2100-01-01", "9999-12-31", "0001-01-01"])
def test_a_day_that_no_clock_shows_is_refused_by_every_command(monkeypatch, day):
    monkeypatch.chdir(ROOT)
    answers = ("--region", "Lane", "--stage", "planning", "--industry", "", "--convener", "")
    for command in (("build",), ("check",), ("drift",), ("new", "lane", *answers)):
        done = CliRunner().invoke(main, [*command, "--today", day])
        assert done.exit_code == 2 and "not in the years 2000 to 2099; set the clock" in " ".join(done.output.split()), (command, done.output)


NEW = {
    "lane": ("--region", "Lane County", "--stage", "planning", "--industry", "", "--convener", ""),
    "odd": ("--region", 'O\'Brien & Sons: "Doña" # {{ 7*7 }}', "--stage", "active", "--industry", "wood, paper & pulp", "--convener", "A: B"),
    "word": ("--region", "No", "--stage", "emerging", "--industry", "", "--convener", "null"),
}


def test_new_writes_region_files_that_build_and_a_summary_ends_the_build(little):
    for path in (little / "examples").glob("*.yml"):
        path.unlink()
    for slug, answers in NEW.items():
        done = call(little, "new", slug, *answers)
        assert done.returncode == 0, done.stderr
        assert "Community of Practice" in done.stdout
    built = run(little, "build", "--pages-only")
    assert built.returncode == 0, built.stderr
    lines = built.stdout.splitlines()
    assert not [slug for slug, answers in NEW.items() if not any(line.startswith(f"  {slug}: {answers[1]}, ") for line in lines)]
    assert lines[-2].startswith("4 editions, ") and " warnings" in lines[-2]
    assert lines[-1] == f"Open {little / 'site' / 'index.html'}"


@pytest.mark.parametrize(
    ("slug", "answers", "said"),
    [
        ("../lane", (), "becomes part of an address"),
        ("Lane", (), "becomes part of an address"),
        ("pine-valley", (), "exists already"),
        ("lane", ("--stage", "launched"), 'stage: "launched" is not known'),
        ("lane", ("--stage", "active"), "needs an industry"),
        ("lane", ("--region", "a\u202eb"), "U+202E"),
    ],
)
def test_new_refuses_what_would_not_be_valid_and_writes_nothing(project, slug, answers, said):
    before = sorted(path.name for path in (project / "regions").iterdir())
    given = {"--region": "Lane", "--stage": "planning", "--industry": "", "--convener": ""} | dict(zip(answers[::2], answers[1::2], strict=True))
    done = call(project, "new", slug, *(part for pair in given.items() for part in pair))
    assert done.returncode == 1
    assert said in done.stderr
    assert sorted(path.name for path in (project / "regions").iterdir()) == before


def test_new_asks_each_question_until_its_answer_can_stand(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions/pine.yml").touch()
    monkeypatch.chdir(tmp_path)
    typed = ["Lane County", "pine", "lane-county", "", "a\u202eb", "Lane County", "launhc", "Launch", "", "wood: \u201cproducts\u201d #1", "Lane Board"]
    done = CliRunner().invoke(main, ["new", "--today", "2026-11-23"], input="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    for said in ("becomes part of an address", "exists already", "U+202E", '"launhc" is not known; use one of planning, launch, active', "needs an industry"):
        assert said in done.output
    written = (tmp_path / "regions/lane-county.yml").read_text("utf-8")
    assert "\nregion: Lane County " in written and '\nindustry: "wood: ' in written and "\nstage: launch " in written.replace("Launch", "launch")


def test_new_says_all_that_is_wrong_with_its_options_before_it_asks(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["new", "Lane", "--stage", "lunch", "--region", "", "--today", "2026-11-23"])
    assert isinstance(done.exception, ProblemsFound) and not done.output
    assert [problem.file for problem in done.exception.problems] == ["--region", "--stage", "regions/Lane.yml"]
