"""A copy takes a later release: nothing of the region's is lost, nothing has to be merged, and every edit in the way is named."""

import io
import os
import re
import shutil
import subprocess
import tarfile
import tomllib
import zipfile
from pathlib import Path

import lxml.html
import pytest

from playbook.copy import host_update, make_release
from playbook.copy.archive import unpack
from playbook.copy.ownership import digests
from playbook.copy.release import LIST, fetch
from playbook.files.diagnostics import ProblemsFound
from tests.support.host import Host
from tests.support.project import ROOT, only_region, run
from tests.support.releases import (
    REGION,
    commit,
    forked,
    git,
    in_process,
    listed,
    localize,
    original,
    page,
    put,
    release,
    swap,
    templated,
    typed,
    unpacked,
    whole_original,
)


@pytest.fixture(scope="module")
def upstream(tmp_path_factory) -> Path:
    """The original, with two releases."""
    return original(tmp_path_factory.mktemp("original") / "original")


@pytest.fixture(scope="module")
def archive(upstream, tmp_path_factory) -> Path:
    """Release 0.2.0 as a person downloads it: all names begin with one folder."""
    path = tmp_path_factory.mktemp("download") / "playbook-0.2.0.zip"
    git(upstream, "archive", "--format=zip", "--prefix=playbook-0.2.0/", "-o", str(path), "v0.2.0")
    return path


def own_files(copy: Path) -> dict[str, str]:
    return {name: (copy / name).read_text("utf-8") for name in ("site.yml", "regions/lane.yml", "docs/local/bus.md")}


@pytest.mark.parametrize("made", [forked, unpacked])
def test_a_localized_copy_takes_a_release_as_one_change(made, upstream, archive, tmp_path):
    copy = made(upstream, tmp_path / "copy")
    localize(copy)
    before = own_files(copy)
    variables = {"PATH": ""} if made is unpacked else {}  # as on a machine that has no git
    done = typed(copy, "update", "0.2.0", "--from", str(upstream if made is forked else archive), **variables)
    assert done.returncode == 0, done.stderr
    assert "Region files may now also say: motto" in done.stdout
    assert "Left out, since this copy does without: examples/elm.yml, examples/oak.yml.\n" in done.stdout
    if made is unpacked:
        assert own_files(copy) == before and (copy / "docs/old.md").is_file() and listed(copy)["version"] == "0.1.0", "the copy itself is as it was"
        copy = copy.with_name("copy-update-0.2.0")
        assert f"The updated copy is the folder {copy}." in done.stdout
    else:
        assert git(copy, "status", "--porcelain") == ""
        assert git(copy, "log", "--format=%s", "main..HEAD") == "Update the playbook to 0.2.0\n"
        assert not [name for name in git(copy, "diff", "--name-only", "main", "HEAD").splitlines() if name in before]
    assert own_files(copy) == before
    assert [path.name for folder in ("regions", "examples") for path in (copy / folder).glob("*.yml")] == ["lane.yml"]
    assert not (copy / "docs/old.md").exists()
    assert listed(copy)["version"] == "0.2.0"


@pytest.fixture(scope="module")
def localized(upstream, tmp_path_factory) -> Path:
    """A localized copy from a template; tests that change it work on a copy of their own."""
    copy = templated(upstream, tmp_path_factory.mktemp("copy") / "copy")
    localize(copy)
    return copy


@pytest.fixture
def copy(localized, tmp_path) -> Path:
    """A localized copy for one test alone."""
    shutil.copytree(localized, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def published(copy: Path, today: str) -> tuple[str, str]:
    """Build the pages on a day; return what the build said and what the pages of the team say."""
    done = run(copy, "build", "--pages-only", today=today)
    assert done.returncode == 0, done.stderr
    return done.stdout, lxml.html.parse(str(copy / "site/team/invite.html")).getroot().text_content()


def test_a_year_in_the_life_of_a_copy(tmp_path):
    """It is built, its date passes, the date is mended, a release is taken, and every word of its own is still there."""
    upstream = whole_original(tmp_path / "original")
    copy = templated(upstream, tmp_path / "copy")
    localize(copy)
    swap(copy / "regions/lane.yml", "stage:", 'next_meeting: {date: 2027-02-04, time: "09:00", timezone: America/Denver}\nstage:')
    told, shown = published(copy, "2027-03-01")
    assert "warning: regions/lane.yml:3: next_meeting.date: 2027-02-04 has passed" in told and "write the next date" in told
    assert "February 4, 2027" not in shown and "new date to be announced" in shown
    swap(copy / "regions/lane.yml", "2027-02-04", "2027-05-06")
    commit(copy, "Set the next date")
    before = own_files(copy)
    done = run(copy, "update", "0.2.0", "--from", str(upstream))
    assert done.returncode == 0, done.stderr
    assert "Region files may now also say: motto" in done.stdout and own_files(copy) == before and listed(copy)["version"] == "0.2.0"
    swap(copy / "regions/lane.yml", "stage:", "motto: We build with wood\nstage:")
    told, shown = published(copy, "2027-03-02")
    assert "has passed" not in told and "May 6, 2027" in shown
    fresh = lxml.html.parse(str(copy / "site/fresh.html")).getroot().text_content()
    assert "We build with wood and A new macro." in fresh and "Found a slip?" in fresh
    assert "Line 4 to Lane." in lxml.html.parse(str(copy / "site/local/bus.html")).getroot().text_content()


def by_button(copy: Path, host: Host, **typed_in: str) -> subprocess.CompletedProcess:
    """Press the button: what the workflow's run does in its checkout."""
    return in_process(copy, host_update.main, **{**host.variables, "GITHUB_REF_NAME": "main", **typed_in})


def on_host(copy: Path) -> Path:
    """Put a copy on a host of its own; return where."""
    there = copy.with_name("origin")
    git(copy.parent, "clone", "--quiet", "--bare", str(copy), str(there))
    git(copy, "remote", "add", "origin", str(there))
    return there


def test_a_button_offers_the_newest_release_of_what_the_copy_was_made_from(copy, upstream, tmp_path):
    there, before = on_host(copy), own_files(copy)
    for name in ("user.name", "user.email"):
        git(copy, "config", "--unset", name)
    host = Host(tmp_path / "host", {"api repos/lane/playbook": (0, f"{upstream}\n", ""), "pr create": (0, "https://github.com/lane/playbook/pull/1\n", "")})
    done = by_button(copy, host)
    assert done.returncode == 0, done.stdout + done.stderr
    assert git(there, "log", "--format=%s", "main..update-0.2.0") == "Update the playbook to 0.2.0\n"
    changed = git(there, "diff", "--name-only", "main", "update-0.2.0").splitlines()
    assert "docs/fresh.md" in changed and not [name for name in changed if name in before or name.startswith(".github/workflows/")]
    asked, body = next((words, text) for words, text in host.asked if words.startswith("pr create"))
    assert "--base main --head update-0.2.0" in asked
    assert "edit/main/.github/workflows/publish.yml" in body and "raw/v0.2.0/.github/workflows/publish.yml" in body
    assert "pull/1" in host.told()
    git(copy, "switch", "--quiet", "main")
    git(copy, "branch", "-D", "update-0.2.0")  # the next run begins with a checkout of its own
    (copy / "notes.txt").write_text("A later word.\n", "utf-8")
    commit(copy, "Note something")  # within one second, the same update would be the same commit
    again = by_button(copy, host)
    assert again.returncode == 1 and "the branch update-0.2.0 cannot be put on GitHub" in again.stdout
    assert "delete it under https://github.com/lane/playbook/branches" in host.told()


def test_where_a_run_may_open_no_change_it_leaves_a_branch_with_a_link(copy, upstream, tmp_path):
    there = on_host(copy)
    host = Host(tmp_path / "host", {"pr create": (1, "", "GitHub Actions is not permitted to create or approve pull requests")})
    done = by_button(copy, host, FROM=str(upstream), VERSION="0.2.0")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "https://github.com/lane/playbook/compare/main...update-0.2.0?expand=1" in host.told()
    assert "update-0.2.0" in git(there, "branch", "--format=%(refname:short)")
    later = Host(tmp_path / "later", {})  # once it is merged, and nobody did the steps by hand
    assert by_button(copy, later, FROM=str(upstream)).returncode == 0
    assert "but for what is left to do by hand: .github/workflows/publish.yml" in later.told()


def test_a_button_says_what_stands_in_the_way(copy, upstream, tmp_path):
    on_host(copy)
    swap(copy / "docs/team/index.md", "# ", "# Lane and ")
    commit(copy, "Edit what is not ours")
    edited = Host(tmp_path / "edited", {})
    assert by_button(copy, edited, FROM=str(upstream)).returncode == 1
    told = edited.told()
    assert (
        "edit/main/docs/team/index.md" in told and "write other text as a page of your own" in told and "Nothing was changed; your copy and your site" in told
    )
    assert "choose Run workflow again, and write docs/team/index.md under “Changes to give up”" in told and "--" not in told
    assert by_button(copy, edited, FROM=str(upstream), GIVE_UP="docs/team/index.md, docs/tame.md").returncode == 1
    assert "docs/tame.md" in edited.told() and "is named under “Changes to give up”, but there is no such file" in edited.told()
    given_up = Host(tmp_path / "given_up", {})
    assert by_button(copy, given_up, FROM=str(upstream), GIVE_UP=" docs/team/index.md").returncode == 0
    assert "Update the playbook to 0.2.0" in given_up.told() and "    Left out, since this copy does without: " in given_up.told()


def test_a_button_speaks_to_a_convener_and_not_to_a_terminal(copy, upstream, tmp_path):
    """Whatever stands in the way of a release: none is there, none can be fetched, another is meant, its check fails, the copy's list is damaged."""
    on_host(copy)
    bare, broken, said = tmp_path / "bare", tmp_path / "broken", {}
    shutil.copytree(upstream, bare)
    git(bare, "tag", "-d", "v0.1.0", "v0.2.0")
    shutil.copytree(upstream, broken)
    swap(broken / "docs/fresh.md", "A fresh page.", "A FAULT.")
    release(broken, "0.3.0")
    cases = {
        "none": (bare, "", "has published no release yet, so there is nothing to bring. Your copy is as it was"),
        "nowhere": (tmp_path / "nowhere", "", "put the address of the project that you copied under “Address of the original”"),
        "other": (upstream, "9.9.9", "its newest releases: v0.2.0, v0.1.0"),
        "broken": (broken, "", "the release does not fit this copy; tell who makes it"),
    }
    for name, (original_of, version, expected) in cases.items():
        host = Host(tmp_path / f"host-{name}", {})
        assert by_button(copy, host, FROM=str(original_of), VERSION=version).returncode == 1, name
        said[name] = host.told()
        assert expected in said[name], said[name]
    lost = Host(tmp_path / "lost", {})
    assert by_button(copy, lost).returncode == 1 and "put its address under “Address of the original”" in lost.told()
    said["lost"] = lost.told()
    (copy / LIST).write_text("[]", "utf-8")
    damaged = Host(tmp_path / "host-damaged", {})
    assert by_button(copy, damaged, FROM=str(upstream)).returncode == 1
    said["damaged"] = damaged.told()
    terminal = re.compile(r"(?<!\S)--\w|playbook (update|drift)|git \w+ -|a terminal|an archive")
    assert not {name: text for name, text in said.items() if terminal.search(text)}


def refused(copy: Path, *arguments: str) -> str:
    """Run an update that must be refused; return what it said, after seeing that nothing changed."""
    before = {path: path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file() and ".git" not in path.parts}
    done = typed(copy, "update", *arguments)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    assert before == {path: path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file() and ".git" not in path.parts}
    assert git(copy, "branch", "--format=%(refname:short)") == "main\n"
    return done.stderr


def test_every_edit_of_the_originals_files_is_named_with_a_way_to_keep_it(copy, upstream):
    swap(copy / "docs/team/index.md", "# ", "# Lane and ")
    swap(copy / "docs/old.md", "An old page.", "Our own words.")
    (copy / "docs/about/glossary.md").unlink()
    (copy / "docs/index.md").unlink()
    (copy / "docs/index.md").symlink_to("editions.md")
    (copy / "docs/fresh.md").write_text(page("Ours", "Here first."), "utf-8")
    (copy / "docs/editions.md").write_bytes((copy / "docs/editions.md").read_bytes().replace(b"\n", b"\r\n"))
    (copy / "notes.txt").write_text("Call the mill.\n", "utf-8")
    commit(copy, "Edit what is not ours")
    said = refused(copy, "--from", str(upstream))
    assert [line.split(":")[0] for line in said.splitlines()[:-1]] == [
        "docs/about/glossary.md",
        "docs/fresh.md",
        "docs/index.md",
        "docs/old.md",
        "docs/team/index.md",
    ]
    assert "docs/team/index.md: was changed here, and an update would lose that; to keep it, say a point your own way under points: in your region file" in said
    assert "to give your change up: --discard docs/team/index.md" in said
    assert "docs/index.md: was changed here" in said
    assert (
        "docs/fresh.md: stands where the release brings a file of its own; to keep yours, give it another name; to give it up: --discard docs/fresh.md" in said
    )
    assert "docs/about/glossary.md: was deleted here; the release brings it back" in said


def test_the_readme_is_the_copys_own_once_it_was_rewritten(copy, upstream):
    assert "  ~ README.md" in typed(copy, "update", "--from", str(upstream), "--dry-run").stdout.splitlines()
    (copy / "README.md").write_text("# Lane's playbook\n", "utf-8")
    commit(copy, "Say whose it is")
    done = typed(copy, "update", "--from", str(upstream), "--dry-run")
    assert done.returncode == 0 and "README.md" not in done.stdout.replace("regions/README.md", "")
    (copy / "README.md").unlink()
    commit(copy, "Have none")
    assert "README.md" not in typed(copy, "update", "--from", str(upstream), "--dry-run").stdout.replace("regions/README.md", "")


def test_an_edit_is_given_up_only_when_its_file_is_named(copy, upstream):
    swap(copy / "docs/team/index.md", "# ", "# Lane and ")
    swap(copy / "docs/old.md", "An old page.", "Our own words.")
    (copy / "notes.txt").write_text("Call the mill.\n", "utf-8")
    commit(copy, "Edit what is not ours")
    assert "docs/old.md" in refused(copy, "--from", str(upstream), "--discard", "docs/team/index.md")
    assert "docs/tame.md: is named by --discard, but there is no such file" in refused(copy, "--from", str(upstream), "--discard", "docs/tame.md")
    done = typed(copy, "update", "--from", str(upstream), "--discard", "docs/team/index.md", "--discard", "docs/old.md", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert {"  - docs/old.md", "  ~ docs/team/index.md"} <= set(done.stdout.splitlines()) and "notes.txt" not in done.stdout


def test_a_copy_made_between_two_releases_has_edited_nothing(upstream, archive, tmp_path):
    between = forked(upstream, tmp_path / "between")
    git(between, "checkout", "--quiet", "v0.2.0~1")
    shutil.rmtree(between / ".git")
    (between / "playbook/release.json").unlink()
    git(between, "init", "--quiet")
    commit(between, "Initial commit")
    for given in (upstream, archive):
        done = typed(between, "update", "--from", str(given), "--dry-run")
        assert done.returncode == 0, done.stderr
        assert "This copy is that release already." in done.stdout
    swap(between / "docs/team/index.md", "# ", "# Lane and ")
    assert "docs/team/index.md: was changed here" in refused_in_place(between, upstream)


def refused_in_place(folder: Path, upstream: Path) -> str:
    done = typed(folder, "update", "--from", str(upstream), "--dry-run")
    assert done.returncode == 1
    return done.stderr


def test_uncommitted_work_comes_first(copy, upstream):
    swap(copy / "site.yml", "web@", "new@")
    for name in ("new.md", 'A "new" page é.md'):
        (copy / "docs/local" / name).write_text("x", "utf-8")
    git(copy, "mv", "docs/local/bus.md", "docs/local/two buses.md")
    said = refused(copy, "--from", str(upstream))
    for name in ("site.yml", "docs/local/new.md", 'docs/local/A "new" page é.md', "docs/local/bus.md", "docs/local/two buses.md"):
        assert f"\n{name}: is not committed" in f"\n{said}"


def add_folder(copy: Path) -> None:
    put(copy, {"docs/fresh.md/notes.md": "x"})


def add_file(copy: Path) -> None:
    shutil.rmtree(copy / "docs/team")
    put(copy, {"docs/team": "x"})


IN_THE_WAY = {
    add_folder: "docs/fresh.md: is a folder here, and the release brings a file of that name; give the folder another name\n",
    add_file: "docs/team: is a file here, and the release brings a folder of that name; give the file another name\n",
}


@pytest.mark.parametrize("add", IN_THE_WAY)
def test_a_folder_where_a_file_comes_or_a_file_where_a_folder_comes_is_named(copy, upstream, add):
    add(copy)
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--allow-empty", "-m", "Things of our own")
    for given_up in ((), ("--discard", "docs/team/index.md")):
        said = refused(copy, "--from", str(upstream), *given_up)
        assert IN_THE_WAY[add] in said and "/trial/" not in said


def test_a_folder_with_nothing_in_it_is_in_nobodys_way(copy, upstream):
    (copy / "docs/fresh.md").mkdir()
    assert typed(copy, "update", "--from", str(upstream)).returncode == 0 and (copy / "docs/fresh.md").is_file()


def test_a_file_that_goes_makes_room_for_a_folder_and_a_folder_for_a_file(tmp_path):
    source = tmp_path / "original"
    original(source)
    put(source, {"docs/turned": "x", "docs/other/a.md": "x"})
    release(source, "0.3.0")
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", str(source), str(copy))
    localize(copy)
    (source / "docs/turned").unlink()
    shutil.rmtree(source / "docs/other")
    put(source, {"docs/turned/a.md": "y", "docs/other": "y"})
    release(source, "0.4.0")
    done = typed(copy, "update", "--from", str(source))
    assert done.returncode == 0, done.stderr
    assert (copy / "docs/turned/a.md").read_text("utf-8") == (copy / "docs/other").read_text("utf-8") == "y"


def merge_half(copy: Path) -> None:
    (copy / ".git/MERGE_HEAD").write_text(git(copy, "rev-parse", "HEAD"), "utf-8")


def lock(copy: Path) -> None:
    (copy / ".git/index.lock").touch()


def sign(copy: Path) -> None:
    git(copy, "config", "commit.gpgsign", "true")
    git(copy, "config", "gpg.program", "false")


def refuse_commits(copy: Path) -> None:
    put(copy, {".git/hooks/pre-commit": "#!/bin/sh\nseq 100 >&2\necho Too long: site.yml >&2\necho Ask Kim. >&2\nexit 1\n"})
    (copy / ".git/hooks/pre-commit").chmod(0o755)


GIT_SAYS = {
    merge_half: ("cannot switch branch while merging",),
    lock: ("index.lock': File exists", "remove the file manually to continue"),
    sign: ("gpg failed to sign the data", "failed to write commit object"),
    refuse_commits: ("commit did not work (95 96 97 98 99 100 Too long: site.yml Ask Kim.)",),
}


@pytest.mark.parametrize("hinder", GIT_SAYS)
def test_what_hinders_git_is_told_with_its_reason_and_not_its_last_line_alone(copy, upstream, hinder):
    hinder(copy)
    said = refused(copy, "--from", str(upstream))
    assert [words for words in (*GIT_SAYS[hinder], "; mend that, then start again") if words not in said] == []


def test_a_repository_that_git_cannot_read_is_named_and_not_taken_for_a_copy_without_git(copy, upstream):
    shutil.rmtree(copy / ".git/objects")
    before = own_files(copy)
    done = typed(copy, "update", "--from", str(upstream))
    assert done.returncode == 1 and "did not work (fatal: not a git repository" in done.stderr and "mend that, then start again" in done.stderr
    assert own_files(copy) == before and not copy.with_name(f"{copy.name}-update-0.2.0").exists()


def test_a_damaged_file_that_is_given_up_stops_no_update(copy, upstream):
    (copy / "playbook/region.schema.json").write_text("not json", "utf-8")
    commit(copy, "A slip")
    done = typed(copy, "update", "--from", str(upstream), "--discard", "playbook/region.schema.json")
    assert done.returncode == 0, done.stderr


def test_a_dry_run_says_what_would_change_and_changes_nothing(copy, upstream):
    done = typed(copy, "update", "--from", str(upstream), "--dry-run")
    assert done.returncode == 0, done.stderr
    assert {"  - docs/old.md", "  + docs/fresh.md", "  ~ docs/team/index.md"} <= set(done.stdout.splitlines())
    assert git(copy, "status", "--porcelain") == "" and git(copy, "branch", "--format=%(refname:short)") == "main\n"


def test_the_originals_folder_may_be_named_from_where_one_stands(copy, upstream):
    done = typed(copy, "update", "--from", os.path.relpath(upstream, copy), "--dry-run")
    assert done.returncode == 0 and "  + docs/fresh.md" in done.stdout, done.stderr


def test_an_update_of_a_tracked_copy_leaves_no_worktree(copy, upstream):
    assert typed(copy, "update", "--from", str(upstream)).returncode == 0
    assert len(git(copy, "worktree", "list").splitlines()) == 1


def test_a_dry_run_tells_its_whole_plan_even_with_edits_in_the_way(copy, upstream):
    swap(copy / "docs/team/index.md", "# ", "# Lane and ")
    commit(copy, "Edit what is not ours")
    done = typed(copy, "update", "--from", str(upstream), "--dry-run")
    assert done.returncode == 1 and "docs/team/index.md: was changed here" in done.stderr
    assert {"  - docs/old.md", "  + docs/fresh.md"} <= set(done.stdout.splitlines()) and "nothing was changed" in done.stderr


def test_a_release_that_would_not_build_here_is_not_put_in_place(copy, upstream, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(upstream, broken)
    swap(broken / "docs/fresh.md", "A fresh page.", "A FAULT.")
    release(broken, "0.3.0")
    said = refused(copy, "--from", str(broken))
    assert "the updated copy: docs/fresh.md:10: A FAULT.  (the release does not fit this copy; tell who makes it" in said


def test_a_fault_of_the_copys_own_file_is_told_as_its_own(copy, upstream, tmp_path):
    stricter = tmp_path / "stricter"
    shutil.copytree(upstream, stricter)
    swap(stricter / "playbook/__main__.py", 'if "FAULT" in line', 'if "Lane Board" in line')
    release(stricter, "0.3.0")
    said = refused(copy, "--from", str(stricter))
    assert "the updated copy: regions/lane.yml:4: " in said and "(mend it in your own file first)" in said
    assert "does not fit" not in said


def test_an_update_without_git_touches_no_file_of_the_copy_and_leaves_no_half_of_one(upstream, archive, tmp_path):
    copy = unpacked(upstream, tmp_path / "copy")
    localize(copy)
    put(copy, {"site/index.html": "built", ".venv/bin/python": "x"})  # what commands make
    (copy / "latest").symlink_to("a folder that is not here")
    put(tmp_path, {".playbook-1/trial/half.md": "An update that was killed while it wrote."})
    before = {path: path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file()}
    done = typed(copy, "update", "--from", str(archive), PATH="")
    assert done.returncode == 0, done.stderr
    assert before == {path: path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file()}
    made = tmp_path / "copy-update-0.2.0"
    assert (
        (made / "docs/fresh.md").is_file()
        and (made / "latest").is_symlink()
        and not [name for name in ("site", ".venv", "half.md", "docs/old.md") if (made / name).exists()]
    )
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == [".playbook-1", "copy", "copy-update-0.2.0"]
    assert done.stdout.startswith(f"{tmp_path / '.playbook-1'} is left from an update that was stopped; delete it, unless one runs now.\n")
    swap(copy / "regions/lane.yml", "wood products", "FAULT")
    shutil.rmtree(made)
    done = typed(copy, "update", "--from", str(archive), PATH="")
    assert done.returncode == 1 and "regions/lane.yml:2: industry: FAULT" in done.stderr and not made.exists()


def test_without_git_an_earlier_update_is_not_overwritten(upstream, archive, tmp_path):
    copy = unpacked(upstream, tmp_path / "copy")
    localize(copy)
    put(tmp_path, {"copy-update-0.2.0/regions/lane.yml": "Somebody went on here."})
    done = typed(copy, "update", "--from", str(archive), PATH="")
    assert done.returncode == 1 and "copy-update-0.2.0: is from an earlier update; look at it, then go on in it, or delete it" in done.stderr
    assert (tmp_path / "copy-update-0.2.0/regions/lane.yml").read_text("utf-8") == "Somebody went on here."


def test_a_release_is_tried_with_the_packages_that_it_stands_on(copy, upstream, tmp_path):
    later = tmp_path / "later"
    shutil.copytree(upstream, later)
    (later / "requirements.txt").write_text(f"not-here==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    release(later, "0.3.0")
    done = typed(copy, "update", "--from", str(later), PIP_NO_INDEX="1")
    assert done.returncode == 1 and "requirements.txt: what the release stands on cannot be installed: " in done.stderr
    assert git(copy, "branch", "--format=%(refname:short)") == "main\n" and len(git(copy, "worktree", "list").splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("9.9.9",), 'has no release, branch or commit "9.9.9"; its newest releases: v0.2.0, v0.1.0'),
        (("--upload-pack=true",), "No such option"),
        (("--from", " "), "the original of this copy: is not named; give a git address, an archive or a folder"),
        (("--from", "~nobody-of-that-name/playbook"), "~nobody-of-that-name/playbook: cannot be fetched"),
    ],
)
def test_a_release_that_is_not_there_is_named(copy, upstream, arguments, said):
    done = typed(copy, "update", "--from", str(upstream), *arguments)
    assert done.returncode in (1, 2) and said in done.stderr


def zipped(path: Path, *names: str, content: bytes = b"x") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return path


def tarred(path: Path, kind: bytes) -> Path:
    with tarfile.open(path, "w:gz") as made:
        link = tarfile.TarInfo("playbook/docs")
        link.type, link.linkname = kind, "/etc"
        made.addfile(link)
        made.addfile(tarfile.TarInfo("playbook/mkdocs.yml"), io.BytesIO())
    return path


def test_an_archive_that_is_no_release_is_refused(archive, tmp_path):
    bomb = zipped(tmp_path / "bomb.zip", *(f"big-{number}" for number in range(4)), content=bytes(60 * 1024 * 1024))
    cut = tmp_path / "cut.zip"
    cut.write_bytes(archive.read_bytes()[:-5000])
    (tmp_path / "note.txt").write_text("x", "utf-8")
    (linked := tmp_path / "linked").mkdir()
    git(linked, "init", "--quiet")
    put(linked, {"docs/index.md": "x"})
    (linked / "docs/link.md").symlink_to("index.md")
    commit(linked, "Link")
    git(linked, "tag", "v0.1.0")
    cases = {
        zipped(tmp_path / "up.zip", "../evil.md"): "is not a name that a release may hold",
        zipped(tmp_path / "root.zip", "/etc/evil"): "is not a name that a release may hold",
        zipped(tmp_path / "drive.zip", "C:/evil"): "is not a name that a release may hold",
        zipped(tmp_path / "back.zip", "a\\..\\evil"): "is not a name that a release may hold",
        zipped(tmp_path / "hook.zip", "top/.GIT/hooks/pre-commit"): "is not a name that a release may hold",
        zipped(tmp_path / "case.zip", "top/a.md", "top/A.md"): "differ in capital letters only",
        zipped(tmp_path / "many.zip", *(f"a/{number}" for number in range(5001))): "more than 5000 files",
        bomb: "unpacks to more than 200 MB",
        tarred(tmp_path / "link.tar.gz", tarfile.SYMTYPE): "is a link or a device",
        tarred(tmp_path / "hard.tar.gz", tarfile.LNKTYPE): "is a link or a device",
        zipped(tmp_path / "other.zip", "top/index.html"): "holds no playbook",
        cut: "cannot be unpacked",
        tmp_path / "note.txt": "is not an archive",
        tmp_path / "nowhere": "cannot be fetched",
        linked: f"{linked}: is not a release of the playbook: “docs/link.md” is a link or a device",
    }  # fmt: skip
    taken = {}
    for path, said in cases.items():
        (work := tmp_path / f"work-{path.name}").mkdir()
        try:
            fetch(str(path), "", work)
            taken[path.name] = "taken"
        except ProblemsFound as found:
            if said not in str(found) or "ReadError" in str(found):
                taken[path.name] = str(found)
    assert not taken
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("top", ["top/", ""])
def test_what_systems_add_to_an_archive_is_left_out(tmp_path, top):
    left = (
        "__MACOSX/",
        "__MACOSX/._top",
        "__MACOSX/top/._a.md",
        "._top",
        ".DS_Store",
        f"{top}.DS_Store",
        f"{top}docs/._a.md",
        "Thumbs.db",
        f"{top}docs/desktop.ini",
    )
    kept = ("mkdocs.yml", "docs/a.md", ".gitignore", "docs/_b.md")
    assert sorted(digests(unpack(zipped(tmp_path / "mac.zip", *(f"{top}{name}" for name in kept), *dict.fromkeys(left)), tmp_path / "zip"))) == sorted(kept)
    with tarfile.open(tmp_path / "mac.tar.gz", "w:gz") as made:
        for name in (*(f"{top}{name}" for name in kept), f"{top}._mkdocs.yml", "._top"):
            made.addfile(tarfile.TarInfo(name), io.BytesIO())
    assert sorted(digests(unpack(tmp_path / "mac.tar.gz", tmp_path / "tar"))) == sorted(kept)


def test_an_archive_that_is_not_the_release_it_says_is_refused(copy, archive, tmp_path):
    changed = tmp_path / "playbook-0.2.0.zip"
    with zipfile.ZipFile(archive) as before, zipfile.ZipFile(changed, "w") as after:
        for info in before.infolist():
            content = before.read(info)
            after.writestr(info, content + b"\nprint('hello')\n" if info.filename.endswith("playbook/__main__.py") else content)
    assert "playbook/__main__.py differs from its list" in refused(copy, "0.2.0", "--from", str(changed))
    assert "is release 0.2.0, not 0.3.0" in refused(copy, "0.3.0", "--from", str(archive))


def test_examples_change_only_where_the_copy_left_them_as_they_were(upstream, tmp_path):
    copy = unpacked(upstream, tmp_path / "copy")
    later = tmp_path / "later"
    shutil.copytree(upstream, later)
    (later / "regions/pine.yml").write_text("region: Tall Pine\nstage: planning\nexample: true\n", "utf-8")
    (later / "regions/oak.yml").write_text("region: Oak\nstage: planning\nexample: true\n", "utf-8")
    (later / "regions/lane.yml").write_text("region: Not Lane\nstage: planning\nexample: true\n", "utf-8")
    release(later, "0.3.0")
    (copy / "regions/lane.yml").write_text(REGION, "utf-8")
    steps = typed(copy, "update", "--from", str(later), "--dry-run").stdout.splitlines()
    assert {"  ~ regions/pine.yml", "  + regions/oak.yml"} <= set(steps) and "  ~ regions/lane.yml" not in steps
    assert {"  ~ examples/oak.yml", "  + examples/elm.yml"} <= set(steps), "as long as the copy keeps them"
    (copy / "examples/oak.yml").write_text("region: Our Oak\nstage: planning\n", "utf-8")
    (copy / "regions/pine.yml").write_text("region: Our Pine\nstage: planning\n", "utf-8")
    steps = typed(copy, "update", "--from", str(later), "--dry-run").stdout
    assert not [name for name in ("regions/pine.yml", "regions/oak.yml", "examples/oak.yml") if name in steps]
    only_region(copy, "lane", REGION)
    assert "regions/" not in typed(copy, "update", "--from", str(later), "--dry-run").stdout.replace("site.yml, regions/, docs/local/ stay", "").replace(
        "regions/README.md", ""
    )


def test_a_release_lists_only_what_is_committed(upstream, tmp_path):
    copy = forked(upstream, tmp_path / "copy")
    (copy / "notes.txt").write_text("x", "utf-8")
    done = to_release(copy, "0.3.0", "# Changelog\n\n## 0.3.0\n")
    assert done.returncode == 1 and "notes.txt: is not committed; a release lists what is" in done.stderr and "regions/pine.yml" not in done.stderr


def to_release(project: Path, version: str, changes: str) -> subprocess.CompletedProcess:
    """Release what a project is, under the version and with the news that it states."""
    put(project, {"pyproject.toml": f'[project]\nversion = "{version}"\n', "CHANGELOG.md": changes})
    git(project, "add", "pyproject.toml", "CHANGELOG.md")
    git(project, "commit", "--quiet", "--allow-empty", "-m", f"Say what is new in {version}")
    return in_process(project, lambda: print(make_release.main(project)))


def test_the_changelog_has_the_version_that_is_next_to_be_released():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"\n## {version}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_a_release_with_a_wrong_number_or_a_fault_is_not_made(upstream, tmp_path):
    copy = forked(upstream, tmp_path / "copy")
    (copy / "regions/pine.yml").write_text("region: Pine\nstage: FAULT\n", "utf-8")
    commit(copy, "Break it")
    done = to_release(copy, "0.2.0", "# Changelog\n\n## Unreleased\n\n## 0.3.01\n")
    assert done.returncode == 1
    for fault in ("pyproject.toml: version 0.2.0 is a tag already", 'CHANGELOG.md: has no heading "## 0.2.0"', "regions/pine.yml:2: stage: "):
        assert fault in done.stderr
    assert "pyproject.toml: version next is not of the form 0.2.0" in to_release(copy, "next", "").stderr
    assert git(copy, "status", "--porcelain") == ""


def test_a_release_whose_news_stands_under_no_number_is_not_made(upstream, tmp_path):
    copy = forked(upstream, tmp_path / "copy")
    said = to_release(copy, "0.3.0", "# Changelog\n\n## Unreleased\n\n- Something.\n\n## 0.3.0\n\n- More.\n").stderr
    assert 'CHANGELOG.md: has entries under "## Unreleased"; move them under "## 0.3.0"' in said
    done = to_release(copy, "0.3.0", "# Changelog\n\n## Unreleased\n\n## 0.3.0\n\n- Something.\n\n- More.\n")
    assert "Wrote playbook/release.json" in done.stdout and listed(copy)["version"] == "0.3.0"


def test_a_file_that_git_ignores_is_not_overwritten(copy, upstream):
    (copy / ".gitignore").write_text("fresh.md\n", "utf-8")
    commit(copy, "Ignore")
    (copy / "docs/fresh.md").write_text("Mine.\n", "utf-8")
    assert "docs/fresh.md: stands where the release brings a file of its own" in refused(copy, "--from", str(upstream))
