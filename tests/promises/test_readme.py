"""The README is true: every file it names is there, and its way to an own edition works as written."""

import re
import shutil

from tests.support.project import ROOT, run

README = (ROOT / "README.md").read_text("utf-8")


def test_every_file_that_the_readme_names_is_there():
    named = set(re.findall(r"\]\(([\w./-]+)\)", README)) | {"site.yml", "playbook/content/glossary.yml", "macros", "overrides", "docs/assets/stylesheets"}
    assert not [name for name in named if not (ROOT / name).exists()]


def test_what_people_are_sent_to_read_on_the_host_reads_well_there():
    """No call of ours stands in it but for the sources of a claim, which only a site can list."""
    sent = {"docs/localize/fork.md", "regions/README.md", *re.findall(r"\]\((docs/[\w./-]+\.md)", README)}
    sent |= set(re.findall(r"\]\(\.\./(docs/[\w./-]+\.md)", (ROOT / "regions/README.md").read_text("utf-8")))
    calls = {name: re.findall(r"\{[{%](?! (?:source\(|sources_used)).*?[}%]\}", re.sub("`[^`]*`", "", (ROOT / name).read_text("utf-8"))) for name in sent}
    assert not {name: found for name, found in calls.items() if found}


def test_every_make_target_that_the_readme_names_exists():
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([\w-]+)", README)) - {"it"} <= targets


def test_the_first_screen_has_one_sentence_one_picture_and_two_commands():
    first = README.split("## ")[0]
    assert re.search(r"!\[.+\]\(docs/assets/images/[\w-]+\.png\)", first)
    assert re.findall(r"^make (\w+)", first, re.MULTILINE) == ["site", "test"]
    assert README.index("## Which file do I change?") < README.index("## Make it yours")


def test_making_it_yours_and_the_other_commands_work_as_written(small_with_papers, tmp_path):
    copy = shutil.copytree(small_with_papers, tmp_path / "copy", ignore=shutil.ignore_patterns("site", "lane.yml"))
    done = run(copy, "new", "my-region", "--region", "Lane", "--stage", "planning", "--industry", "", "--convener", "Lane Board")
    assert done.returncode == 0, done.stderr
    for arguments in (("build",), ("build", "my-region"), ("check", "site")):
        done = run(copy, *arguments)
        assert done.returncode == 0, done.stderr
    assert done.stdout == "All is well: site.\n"
    assert [path.name for path in (copy / "site/regions").iterdir()] == ["my-region"]
