"""A copy takes a later release: nothing of the region's is lost, nothing has to be merged, and every edit in the way is named."""

import io
import os
import re
import shutil
import subprocess
import tarfile
import tomllib
import zipfile
from datetime import date, timedelta
from pathlib import Path

import lxml.html
import pytest

from playbook.copy import host_update
from playbook.copy import release as make_release
from playbook.copy.release import LIST, fetch
from playbook.copy.update import TRYING, update_copy
from playbook.files.diagnostics import ProblemsFound
from tests.support.host import Host
from tests.support.project import ROOT, only_region, run
from tests.support.releases import (
    REGION,
    changed,
    commit,
    forked,
    git,
    in_process,
    listed,
    localize,
    original,
    page,
    put,
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


def test_a_localized_copy_takes_a_release_as_one_commit_on_a_branch(upstream, tmp_path):
    copy = forked(upstream, tmp_path / "copy")
    put(copy, {"docs/.DS_Store": "made by a system, and committed by a drag of the mouse"})
    localize(copy)
    (copy / "docs/fresh.md").mkdir()  # a folder with nothing in it is in nobody's way
    git(copy, "worktree", "add", "--quiet", "--detach", str(copy / ".cache/update/stopped/trial"))  # what an update leaves that was killed
    before = own_files(copy)
    planned = typed(copy, "update", "--from", os.path.relpath(upstream, copy), "--dry-run")
    assert planned.returncode == 0, planned.stderr
    assert "Files to add: 3\n  docs/fresh.md\n  docs/other\n  docs/turned/a.txt\nFiles to delete: 3\n  docs/old.md\n" in planned.stdout
    assert "Left out, since this copy does without: 3\n  examples/elm.yml\n  examples/oak.yml\n  regions/pine.yml\n" in planned.stdout
    assert git(copy, "status", "--porcelain") == "" and git(copy, "branch", "--format=%(refname:short)") == "main\n"
    done = typed(copy, "update", "0.2.0", "--from", str(upstream))
    assert done.returncode == 0 and "One commit on the branch update-0.2.0." in done.stdout, done.stderr
    assert git(copy, "log", "--format=%s", "main..HEAD") == "Update the playbook to 0.2.0\n"
    assert git(copy, "status", "--porcelain") == "" and len(git(copy, "worktree", "list").splitlines()) == 1 and not [*copy.glob(".cache/update/*")]
    assert (copy / "docs/.DS_Store").is_file(), "what is no step is not touched"
    is_updated(copy, before)
    git(copy, "switch", "--quiet", "main")
    again = typed(copy, "update", "0.2.0", "--from", str(upstream))
    assert again.returncode == 1 and "the branch update-0.2.0: is from an earlier update; look at it, then go on in it, or delete it" in again.stderr


def is_updated(copy: Path, own: dict[str, str]) -> None:
    """See that a copy is release 0.2.0 in all but its own files."""
    assert own_files(copy) == own and listed(copy)["version"] == "0.2.0"
    assert [path.name for folder in ("regions", "examples") for path in (copy / folder).glob("*.yml")] == ["lane.yml"]
    assert (copy / "docs/fresh.md").is_file() and not (copy / "docs/old.md").exists()
    assert (copy / "docs/turned/a.txt").is_file() and (copy / "docs/other").is_file(), "what goes makes room"


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "folder"])
def test_without_git_the_updated_copy_is_a_folder_beside_the_copy_which_stays_as_it_was(upstream, archive, tmp_path, kind):
    copy = unpacked(upstream, tmp_path / "copy")
    localize(copy)
    put(copy, {"site/index.html": "built", ".venv/bin/python": "x"})  # what commands make
    put(copy, {".cache/update/stopped/trial/half.md": "An update that was killed while it wrote."})
    (copy / "latest").symlink_to("a folder that is not here")
    original = archive
    if kind == "tar.gz":
        git(upstream, "archive", "--prefix=top/", "-o", str(original := tmp_path / "playbook.tar.gz"), "v0.2.0")
    elif kind == "folder":
        shutil.unpack_archive(archive, original := tmp_path / "downloads")  # with one folder in it, as archives are unpacked by a click
    before = {path: path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file() and ".cache" not in path.parts}
    done = typed(copy, "update", "0.2.0", "--from", str(original), PATH="")  # as on a machine that has no git
    made = tmp_path / "copy-update-0.2.0"
    assert done.returncode == 0 and f"The updated copy is the folder {made}." in done.stdout, done.stderr
    assert before == {path: path.read_bytes() for path in sorted(copy.rglob("*")) if path.is_file()}
    is_updated(made, own_files(copy))
    assert (made / "latest").is_symlink() and not [name for name in ("site", ".venv", ".cache") if (made / name).exists()]
    put(made, {"regions/lane.yml": "Somebody went on here."})
    done = typed(copy, "update", "--from", str(original), PATH="")
    assert done.returncode == 1 and "copy-update-0.2.0: is from an earlier update; look at it, then go on in it, or delete it" in done.stderr
    assert (made / "regions/lane.yml").read_text("utf-8") == "Somebody went on here."


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


def test_a_copy_with_a_history_is_not_parted_from_it_where_git_is_missing(copy, archive):
    done = typed(copy, "update", " ", "--from", str(archive), PATH="")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False) and "git is not found here; install it" in done.stderr, done.stderr
    assert not list(copy.parent.glob("copy-update-*"))


def test_a_year_in_the_life_of_a_copy(tmp_path):
    """It is built when its date has passed, the date is mended, a release is taken, and every word of its own is still there.

    All on one day, the real one: what the trial of the update rendered need not be rendered again.
    """
    passed, next_date = (date.today() + timedelta(days) for days in (-21, 90))
    upstream = whole_original(tmp_path / "original")
    copy = templated(upstream, tmp_path / "copy")
    localize(copy)
    swap(copy / "regions/lane.yml", "stage:", f'next_meeting: {{date: {passed}, time: "09:00", timezone: America/Denver}}\nstage:')
    done = run(copy, "build", "--pages-only", today=None)
    assert done.returncode == 0, done.stderr
    assert f"warning: regions/lane.yml:3: next_meeting.date: {passed} has passed" in done.stdout
    swap(copy / "regions/lane.yml", str(passed), str(next_date))
    commit(copy, "Set the next date")
    before = own_files(copy)
    done = run(copy, "update", "0.2.0", "--from", str(upstream))
    assert done.returncode == 0, done.stderr
    assert own_files(copy) == before and listed(copy)["version"] == "0.2.0"
    swap(copy / "regions/lane.yml", "stage:", "motto: We build with wood\nstage:")
    done = run(copy, "build", "--pages-only", today=None)
    assert done.returncode == 0 and "has passed" not in done.stdout, done.stderr
    assert f"{next_date:%B} {next_date.day}, {next_date.year}" in lxml.html.parse(str(copy / "site/team/invite.html")).getroot().text_content()
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
    assert "Left to do by hand, since a workflow may change no workflow: 1\n      .github/workflows/publish.yml\n" in later.told()
    assert "This copy is that release already." in later.told()


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
    assert (
        "Update the playbook to 0.2.0" in given_up.told()
        and "    Files to bring anew, with your change given up: 1\n      docs/team/index.md\n" in given_up.told()
    )


def test_a_button_speaks_to_a_convener_and_not_to_a_terminal(copy, upstream, tmp_path):
    """Whatever stands in the way of a release: none is there, none can be fetched, another is meant, its check fails."""
    on_host(copy)
    said, bare = {}, tmp_path / "bare"
    git(tmp_path, "clone", "--quiet", "--no-tags", str(upstream), str(bare))
    broken = changed(upstream, tmp_path / "broken", {"docs/fresh.md": page("Fresh", "A FAULT.")})
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


def test_every_edit_of_the_originals_files_is_named_and_given_up_only_when_it_is_named(copy, upstream):
    swap(copy / "docs/team/index.md", "# ", "# Lane and ")
    swap(copy / "docs/old.md", "An old page.", "Our own words.")
    (copy / "docs/about/glossary.md").unlink()
    (copy / "docs/index.md").unlink()
    (copy / "docs/index.md").symlink_to("editions.md")
    put(copy, {".gitignore": "fresh.md\n", "notes.txt": "Call the mill.\n"})
    (copy / "docs/editions.md").write_bytes((copy / "docs/editions.md").read_bytes().replace(b"\n", b"\r\n"))
    commit(copy, "Edit what is not ours")
    put(copy, {"docs/fresh.md": page("Ours", "Here first, and git ignores it.")})
    said = refused(copy, "--from", str(upstream))
    edits = ["docs/about/glossary.md", "docs/fresh.md", "docs/index.md", "docs/old.md", "docs/team/index.md"]
    assert [line.split(":")[0] for line in said.splitlines()[:-1]] == edits
    for words in (
        "docs/team/index.md: was changed here, and an update would lose that; to keep it, say a point your own way under points: in your region file",
        "to give your change up: --discard docs/team/index.md",
        "docs/index.md: was changed here",
        "docs/fresh.md: stands where the release brings a file of its own; to keep yours, give it another name; to give it up: --discard docs/fresh.md",
        "docs/about/glossary.md: was deleted here; the release brings it back",
    ):
        assert words in said
    done = typed(copy, "update", "--from", str(upstream), "--dry-run")
    assert done.returncode == 1 and done.stderr == said, "the whole plan is told beside the edits"
    assert "Files to add: 2\n  docs/other\n  docs/turned/a.txt\nFiles to delete: 2\n" in done.stdout and "notes.txt" not in done.stdout

    said = refused(copy, "--from", str(upstream), "--discard", "./docs/team/index.md", "--discard", "docs/tame.md")
    assert "docs/old.md: was changed" in said and "docs/team/index.md:" not in said
    assert 'docs/tame.md: is named by --discard, but there is no such file; did you mean "docs/team/index.md"?' in said
    done = typed(copy, "update", "--from", str(upstream), *(word for path in edits for word in ("--discard", path)))
    assert done.returncode == 0, done.stderr
    assert "Files to bring anew, with your change given up: 5\n" in done.stdout
    assert git(copy, "show", "HEAD:docs/fresh.md") == page("Fresh", "A fresh page."), "whatever git ignores"
    assert (copy / "docs/about/glossary.md").is_file() and not (copy / "docs/index.md").is_symlink() and (copy / "notes.txt").is_file()


def test_what_a_copy_may_edit_or_delete_follows_the_original_only_as_long_as_it_is_as_that_had_it(upstream, tmp_path):
    """README.md and the examples, wherever they stand."""
    examples = {name: f"region: {name}\nstage: planning\nexample: true\n" for name in ("regions/pine.yml", "regions/oak.yml", "regions/lane.yml")}
    copy, later = unpacked(upstream, tmp_path / "copy"), changed(upstream, tmp_path / "later", examples)
    put(copy, {"regions/lane.yml": REGION})
    own = {"README.md", "regions/pine.yml", "regions/oak.yml", "regions/lane.yml", "examples/oak.yml", "examples/elm.yml"}

    def follow() -> list[str]:
        done = typed(copy, "update", "--from", str(later), "--dry-run")
        assert done.returncode == 0, done.stderr
        return sorted(own & set(re.findall(r"^  (.*)", done.stdout.partition("Left out")[0], re.MULTILINE)))

    assert follow() == ["README.md", "examples/elm.yml", "examples/oak.yml", "regions/oak.yml", "regions/pine.yml"]
    put(copy, dict.fromkeys(("README.md", "examples/oak.yml", "regions/pine.yml"), "Ours.\n"))
    assert follow() == []
    only_region(copy, "lane", REGION)
    (copy / "README.md").unlink()
    assert follow() == []


@pytest.mark.parametrize("held", [None, "<<<<<<< HEAD\n"])
def test_a_copy_made_between_two_releases_has_edited_nothing_whatever_its_list_says(upstream, archive, tmp_path, held):
    between = forked(upstream, tmp_path / "between")
    git(between, "checkout", "--quiet", "v0.2.0~1")
    shutil.rmtree(between / ".git")
    (between / LIST).unlink()
    put(between, {LIST: held} if held else {})
    for given in (upstream, archive):
        done = typed(between, "update", "--from", str(given), "--dry-run")
        assert done.returncode == 0 and "This copy is that release already." in done.stdout, done.stderr
    swap(between / "docs/team/index.md", "# ", "# Lane and ")
    done = typed(between, "update", "--from", str(upstream), "--dry-run")
    assert done.returncode == 1 and "docs/team/index.md: was changed here" in done.stderr


def test_uncommitted_work_comes_first(copy, upstream):
    swap(copy / "site.yml", "web@", "new@")
    for name in ("new.md", 'A "new" page é.md'):
        (copy / "docs/local" / name).write_text("x", "utf-8")
    put(copy, {"site/index.html": "made by a command, in a copy without .gitignore"})
    git(copy, "mv", "docs/local/bus.md", "docs/local/two buses.md")
    said = refused(copy, "--from", str(upstream))
    names = ('docs/local/A "new" page é.md', "docs/local/bus.md", "docs/local/new.md", "docs/local/two buses.md", "site.yml")
    assert [line.partition(": is not committed")[0] for line in said.splitlines()[:-1]] == list(names)


@pytest.mark.parametrize("name", ["docs/fresh.md/notes.md", "docs/team"])
def test_a_folder_where_a_file_comes_or_a_file_where_a_folder_comes_stops_an_update_before_anything_is_changed(copy, upstream, name):
    if name == "docs/team":
        shutil.rmtree(copy / "docs/team")
    put(copy, {name: "x"})
    commit(copy, "Things of our own")
    said = refused(copy, "--from", str(upstream), *(("--discard", "docs/team/index.md") if name == "docs/team" else ()))
    assert f"/trial/{name.removesuffix('/notes.md')}: File exists" in said and len(git(copy, "worktree", "list").splitlines()) == 1


def test_a_second_update_at_once_is_refused_and_a_hook_that_fails_when_all_is_done_undoes_nothing(copy, upstream):
    put(copy, {".git/hooks/post-checkout": "#!/bin/sh\necho Ask Kim. >&2\nexit 1\n"})
    (copy / ".git/hooks/post-checkout").chmod(0o755)
    told, refusals = [], []

    def tell(line: str) -> None:
        told.append(line)
        if line == TRYING:
            with pytest.raises(ProblemsFound) as second:
                update_copy(copy, str(upstream), "", print)
            refusals.append(str(second.value))

    assert update_copy(copy, str(upstream), "", tell)
    assert refusals == [f"{copy}: is being updated by another command; wait until that has ended, and look at what it made"]
    assert "One commit on the branch update-0.2.0." in told[-2] and "That is done, though a hook of this copy's git failed when it was: Ask Kim." in told[-2]
    assert git(copy, "branch", "--show-current") == "update-0.2.0\n" and git(copy, "status", "--porcelain") == ""


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


def test_a_failed_trial_says_which_fault_is_the_copys_and_which_the_releases(copy, upstream, tmp_path):
    example = {"examples/elm.yml": "region: FAULT\n", "regions/pine.yml": "region: FAULT\n"}
    program = (upstream / "playbook/__main__.py").read_text("utf-8").replace("path.as_posix()", "path.as_posix().replace(chr(0xDCE9), '<U+DCE9>')")
    broken = changed(upstream, tmp_path / "broken", {"docs/fresh.md": page("Fresh", "A FAULT."), "playbook/__main__.py": program, **example})
    put(
        copy,
        {"regions/pine.yml": "region: Pine\nstage: planning\nexample: true\n", "docs/extra.md": page("Extra", "Our FAULT."), "docs/local/bus.md": "FAULT\n"},
    )
    put(copy, {"docs/local/bus: two.md": "FAULT\n", os.fsdecode(b"docs/local/caf\xe9.md"): "FAULT\n"})
    commit(copy, "Break it")
    said = refused(copy, "--from", str(broken)).splitlines()[:-1]
    mine, theirs = "(mend it in your own file first)", "(the release does not fit this copy; tell who makes it)"
    assert said == [
        f"the updated copy: docs/extra.md:10: Our FAULT.  {mine}",
        f"the updated copy: docs/fresh.md:10: A FAULT.  {theirs}",
        f"the updated copy: docs/local/bus.md:1: FAULT  {mine}",
        f"the updated copy: docs/local/bus: two.md:1: FAULT  {mine}",
        f"the updated copy: docs/local/caf<U+DCE9>.md:1: FAULT  {mine}",
        f"the updated copy: regions/pine.yml:1: region: FAULT  {theirs}",
    ]
    done = typed(copy, "update", "--from", str(broken), PATH="")
    assert done.returncode == 1 and not copy.with_name(f"{copy.name}-update-0.2.0").exists()


def test_a_release_is_tried_with_the_packages_that_it_stands_on(copy, upstream, tmp_path):
    later = changed(upstream, tmp_path / "later", {"requirements.txt": f"not-here==1.0 --hash=sha256:{'0' * 64}\n"})
    done = typed(copy, "update", "--from", str(later), PIP_NO_INDEX="1")
    assert done.returncode == 1 and "requirements.txt: what the release stands on cannot be installed: " in done.stderr
    assert git(copy, "branch", "--format=%(refname:short)") == "main\n" and len(git(copy, "worktree", "list").splitlines()) == 1


def test_a_release_that_is_not_there_or_is_none_is_named(archive, upstream, tmp_path):
    copy, cut = unpacked(upstream, tmp_path / "copy"), tmp_path / "cut.zip"
    cut.write_bytes(archive.read_bytes()[:-5000])
    put(tmp_path, {"note.txt": "x", "empty/note.txt": "x"})
    with zipfile.ZipFile(archive) as before, zipfile.ZipFile(tmp_path / "other.zip", "w") as after:
        for info in before.infolist():
            after.writestr(info, before.read(info) + b"\nprint('hello')\n" if info.filename.endswith("playbook/__main__.py") else before.read(info))
    with zipfile.ZipFile(tmp_path / "up.zip", "w") as made:
        made.writestr("../evil.md", "x")
    with tarfile.open(tmp_path / "up.tar.gz", "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("../evil.md"), io.BytesIO())
    no_archive, no_playbook = "cannot be unpacked: it is no archive of a release", "holds no playbook"
    cases = {
        (str(upstream), "9.9.9"): 'has no release, branch or commit "9.9.9"; its newest releases: v0.2.0, v0.1.0',
        (str(upstream), "--upload-pack=true"): "No such option",
        (" ", ""): "the original: cannot be fetched (fatal: ",
        ("", ""): "the original: cannot be fetched (fatal: ",
        ("~nobody-of-that-name/playbook", ""): "~nobody-of-that-name/playbook: cannot be fetched",
        (str(cut), ""): no_archive,
        (str(tmp_path / "note.txt"), ""): no_archive,
        (str(tmp_path / "up.tar.gz"), ""): no_archive,
        (str(tmp_path / "up.zip"), ""): no_playbook,
        (str(tmp_path / "empty"), ""): no_playbook,
        (str(archive), "0.3.0"): "is release 0.2.0, not 0.3.0; leave the version out",
        (str(tmp_path / "other.zip"), "0.2.0"): "is release 0.2.0 and later changes, not 0.2.0",
    }  # fmt: skip
    told = {case: typed(copy, "update", "--from", case[0], *filter(None, case[1:])).stderr for case in cases}
    assert {case: said for case, said in told.items() if cases[case] not in said or "Traceback" in said} == {}
    assert not [*tmp_path.rglob("evil.md")] and not [*copy.glob(".cache/update/*")]


@pytest.mark.parametrize("top", ["top/", ""])
def test_what_systems_add_to_an_archive_is_left_out(upstream, tmp_path, top):
    added = ("__MACOSX/._top", f"__MACOSX/{top}._mkdocs.yml", "._top", ".DS_Store", f"{top}docs/._index.md", "Thumbs.db", f"{top}docs/desktop.ini")
    git(upstream, "archive", f"--prefix={top}", "-o", str(tmp_path / "mac.zip"), "v0.2.0")
    git(upstream, "archive", f"--prefix={top}", "-o", str(tmp_path / "mac.tar"), "v0.2.0")
    with zipfile.ZipFile(tmp_path / "mac.zip", "a") as zipped, tarfile.open(tmp_path / "mac.tar", "a") as tarred:
        for name in added:
            zipped.writestr(name, "x")
            tarred.addfile(tarfile.TarInfo(name), io.BytesIO())
    for kind in ("zip", "tar"):
        (work := tmp_path / kind).mkdir()
        assert fetch(str(tmp_path / f"mac.{kind}"), "0.2.0", work).version == "0.2.0"


def to_release(project: Path, version: str, changes: str) -> subprocess.CompletedProcess:
    """Release what a project is, under the version and with the news that it states."""
    put(project, {"pyproject.toml": f'[project]\nversion = "{version}"\n', "CHANGELOG.md": changes})
    git(project, "add", "pyproject.toml", "CHANGELOG.md")
    git(project, "commit", "--quiet", "--allow-empty", "-m", f"Say what is new in {version}")
    return in_process(project, lambda: print(make_release.main(project)))


def test_the_changelog_has_the_version_that_is_next_to_be_released():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"\n## {version}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_a_release_is_not_made_of_what_is_not_ready_and_all_of_that_is_told(upstream, tmp_path):
    """A wrong number, news under no number, what no commit holds, what the check finds."""
    copy = forked(upstream, tmp_path / "copy")
    put(copy, {"regions/pine.yml": "region: Pine\nstage: FAULT\n"})
    commit(copy, "Break it")
    put(copy, {"notes.txt": "x"})
    told = to_release(copy, "0.1.9", "# Changelog\n\n## Unreleased\n\n- Something.\n\n## 0.3.01\n").stderr.splitlines()
    assert told == [
        "This is not ready to be released as 0.1.9:",
        "notes.txt: is not committed; a release lists what is",
        "pyproject.toml: version 0.1.9 is not after the last tag; write the number that follows it",
        'CHANGELOG.md: has no heading "## 0.1.9"; put it above what is new',
        'CHANGELOG.md: has entries under "## Unreleased"; move them under "## 0.1.9"',
        "regions/pine.yml:2: stage: FAULT",
    ]
    assert "version 0.2.0 is not after the last tag" in to_release(copy, "0.2.0", "").stderr
    assert "pyproject.toml: version next is not of the form 0.2.0" in to_release(copy, "next", "").stderr
    assert listed(copy)["version"] == "0.1.0"
    put(copy, {"regions/pine.yml": "region: Pine\nstage: active\n", "notes.txt": "y"})
    commit(copy, "Mend it")
    done = to_release(copy, "0.10.0", "# Changelog\n\n## Unreleased\n\n## 0.10.0\n\n- Something.\n\n- More.\n")
    assert "Wrote playbook/release.json" in done.stdout and listed(copy)["version"] == "0.10.0" and "notes.txt" in listed(copy)["files"], done.stderr
