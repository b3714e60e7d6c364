"""A build is all or nothing, repeats itself to the byte, and never touches what is not its own."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from playbook.output.atomic_folder import building, put_in_place, repair
from playbook.output.site_manifest import digest_problems, read_manifest
from tests.support.project import ROOT, TODAY, only_region, run
from tests.support.small_playbook import small

LANE = "region: Lane\nstage: planning\nexample: true\nplanning_meeting: {date: +30 days}\n"


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def hidden(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_a_second_build_of_the_same_inputs_and_date_gives_the_same_bytes_in_another_folder(small_with_papers, tmp_path):
    project = shutil.copytree(small_with_papers, tmp_path / "a folder elsewhere", ignore=shutil.ignore_patterns("site"))
    assert run(project, "build", "--out", "again").returncode == 0
    again = digests(project / "again")
    assert again == digests(small_with_papers / "site")
    assert len(again) > 40


def test_the_date_given_is_the_only_clock(tmp_path):
    project = small(tmp_path / "fork")
    only_region(project, "lane", LANE)
    assert run(project, "build", "--pages-only", "--today", "2031-05-01", today=None).returncode == 0
    assert [path.name for path in (project / "site/regions/lane").rglob("*.html") if "Tuesday, June 3, 2031" in path.read_text("utf-8")]
    stamped = [path.name for path in (project / "site").rglob("*.html") if TODAY[:7] in path.read_text("utf-8")]
    assert not stamped


def test_a_failed_build_leaves_the_last_good_site(built):
    before = digests(built / "site")
    page = built / "docs/team/index.md"
    page.write_text(page.read_text("utf-8") + "\n[gone](nowhere.md)\n", "utf-8")
    done = run(built, "build", "--pages-only")
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr and "team/index.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert digests(built / "site") == before
    assert hidden(built) == []


def test_a_broken_template_is_named_with_its_line(project):
    only_region(project, "lane", LANE)
    with (project / "overrides/404.html").open("a", encoding="utf-8") as template:
        template.write("\n{% block footer %}{{ playbok.credit.line }}{% endblock %}\n")
    done = run(project, "build")
    assert done.returncode == 1
    assert "overrides/404.html:" in done.stderr and "playbok" in done.stderr
    assert "Traceback" not in done.stderr


KILLED = "import os\nkilled = lambda *given: os.kill(os.getpid(), 9)"
MOMENTS = {
    "once the common pages are there": "made = site_build.make_common_pages\nsite_build.make_common_pages = lambda *given: (made(*given), killed())",
    "while editions are made": "made = site_build.make_editions\nsite_build.make_editions = lambda *given: (killed() for one in made(*given))",
    "before the swap": "site_build.put_in_place = killed",
}


def test_a_build_killed_at_any_moment_leaves_a_whole_site(built):
    before = digests(built / "site")
    for step, moment in MOMENTS.items():
        done = run(built, "build", "--pages-only", before=f"{KILLED}\nfrom playbook.build import site_build\n{moment}")
        assert done.returncode == -signal.SIGKILL, (step, done.stderr)
        assert digests(built / "site") == before, f"killed {step}"
        assert hidden(built) and orphans(built) == [], f"killed {step}, a build leaves a folder and no process behind"
    assert run(built, "build", "--pages-only").returncode == 0
    assert hidden(built) == [], "the next build clears what a killed one left"


def orphans(project: Path) -> list[str]:
    """The processes that still work in a fork's folder, once the system has had its moment to end them."""
    deadline = time.monotonic() + 5
    while found := [entry.name for entry in Path("/proc").glob("[0-9]*") if works_in(entry, project)]:
        if time.monotonic() > deadline:
            break
    return found


def works_in(process: Path, project: Path) -> bool:
    try:
        return (process / "cwd").resolve() == project and "playbook" in (process / "cmdline").read_text()
    except OSError:
        return False


def test_a_swap_killed_between_its_two_steps_is_repaired(tmp_path):
    aside = tmp_path / ".site.previous"
    aside.mkdir()
    (aside / "index.html").write_text("good")
    repair(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "good"
    assert not aside.exists()


@pytest.mark.parametrize("kind", ["folder of files", "file", "link"])
def test_a_folder_that_no_build_made_is_not_replaced(project, kind):
    target = project / "precious"
    if kind == "file":
        target.write_text("mine")
    elif kind == "link":
        (project / "real").mkdir()
        target.symlink_to(project / "real")
    else:
        target.mkdir()
        (target / "letter.txt").write_text("mine")
    done = run(project, "build", "--out", "precious")
    assert done.returncode == 1
    assert "precious: " in done.stderr and "--out" in done.stderr
    assert target.exists()


def test_a_folder_that_cannot_be_written_gets_a_clear_message(project):
    (project / "taken").write_text("a file")
    done = run(project, "build", "--out", "taken/site")
    assert done.returncode == 1
    assert "taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_of_one_edition_makes_the_root_if_there_is_none(project):
    only_region(project, "lane", LANE)
    (project / "regions/pine.yml").write_text("region: Pine\nstage: planning\nexample: true\n", "utf-8")
    assert run(project, "build", "lane", "--pages-only").returncode == 0
    assert (project / "site/index.html").is_file()
    assert [path.name for path in (project / "site/regions").iterdir()] == ["lane"]


NOTED = """\
from playbook.build import site_build

def noted(word, step):
    def stepped(*given):
        with open("steps.txt", "a") as steps:
            print(word, file=steps)
        return step(*given)
    return stepped

site_build.make_common_pages = noted("begins", site_build.make_common_pages)
site_build.put_in_place = noted("ends", site_build.put_in_place)
"""


def test_two_builds_at_once_wait_for_each_other_and_leave_a_whole_site(project):
    only_region(project, "lane", LANE)
    with ThreadPoolExecutor(2) as people:
        both = [*people.map(lambda _: run(project, "build", "--pages-only", before=NOTED), range(2))]
    assert [(done.returncode, done.stderr) for done in both] == [(0, "")] * 2
    assert (project / "steps.txt").read_text().split() == ["begins", "ends", "begins", "ends"]
    assert whole(project / "site") and hidden(project) == []


def test_a_disk_that_takes_no_more_leaves_the_last_good_site_and_says_so(built):
    before = digests(built / "site")
    page = built / "docs/team/index.md"
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    done = run(built, "build", "--pages-only", before="import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))")
    assert done.returncode == 1
    assert "File too large; nothing was published" in done.stderr and "Traceback" not in done.stderr
    assert digests(built / "site") == before and hidden(built) == []


def test_a_folder_that_is_read_only_gets_a_clear_message(project):
    only_region(project, "lane", LANE)
    place = Path("/proc/self") / "site"  # nobody may write there, whoever runs the tests
    done = run(project, "build", "--pages-only", "--out", str(place))
    assert done.returncode == 1
    assert "/proc/self" in done.stderr and "nothing was published" in done.stderr and "Traceback" not in done.stderr


def test_a_part_of_the_build_that_the_system_ends_is_said_in_plain_words(project):
    only_region(project, "lane", LANE)
    done = run(project, "build", before="import os, playbook.build.edition_build as p\np.make_papers = lambda *given: os._exit(9)")
    assert done.returncode == 1
    assert "the system ended a part of the build; is there memory left?" in done.stderr and "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_a_page_that_cannot_be_localized_is_named_with_its_edition_and_all_at_once(project):
    only_region(project, "lane", LANE)
    broken = (
        "from playbook.render import fill_marks, localize\n"
        "def broken(element, values):\n    if values.region: raise KeyError('odd')\n    fill_marks.put_field(element, values)\n"
        "localize.MARKS['field'] = broken"
    )
    done = run(project, "build", "--pages-only", before=broken)
    assert done.returncode == 1 and "memory" not in done.stderr and "Traceback" not in done.stderr, done.stderr
    for name in ("team/invite", "talking-points/what-they-are"):
        assert f"docs/{name}.md: cannot be localized (Lane, regions/lane/{name}.html): KeyError" in done.stderr, done.stderr
    assert not (project / "site").exists()


def whole(site: Path) -> bool:
    """Tell whether every digest in a built folder is right, as sha256sum(1) reads them."""
    lists = list(site.rglob("SHA256SUMS"))
    return bool(lists) and all(subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=file.parent).returncode == 0 for file in lists)


def test_every_file_of_a_site_has_its_digest(site):
    listed = {(file.parent / line[66:]).relative_to(site).as_posix() for file in site.rglob("SHA256SUMS") for line in file.read_text("utf-8").splitlines()}
    assert listed == {name for name in digests(site) if not name.endswith("SHA256SUMS")}
    assert whole(site)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda site: (site / "regions/pine-valley/index.html").write_bytes(b"<p>Ours now</p>"), "regions/pine-valley/index.html: was changed since the build"),
        (lambda site: (site / "regions/pine-valley/team/roles.html").unlink(), "regions/pine-valley/team/roles.html: is missing since the build"),
        (lambda site: (site / "assets/more.js").write_text("alert(1)"), "assets/more.js: was added since the build"),
        (lambda site: (site / "regions/pine-valley/SHA256SUMS").unlink(), "regions/pine-valley/SHA256SUMS: is not there"),
        (lambda site: (site / "regions/other").mkdir(), "regions/other: is no edition of editions.json"),
        (lambda site: (site / "SHA256SUMS").write_text("nonsense"), "SHA256SUMS: is no list of digests"),
    ],
)
def test_a_deployed_folder_that_was_touched_is_found_out(site, tmp_path, change, said):
    others = shutil.ignore_patterns("kaohia-coast", "nine-rivers", "hard-name", "rio-verde")
    touched = shutil.copytree(site, tmp_path / "site", ignore=others)
    places = {slug: path for slug, path in read_manifest(touched).items() if slug in ("", "pine-valley", "pine-valley-health")}
    assert not list(digest_problems(touched, places))
    change(touched)
    assert [str(problem) for problem in digest_problems(touched, places) if str(problem).startswith(said)]


def test_a_build_leaves_alone_what_it_did_not_make_and_takes_away_a_page_that_is_gone_from_the_sources(built):
    assert len(list((built / "site").rglob("short-lived.html"))) == 2
    (built / "docs/local/short-lived.md").unlink()
    theirs = (
        "CNAME", ".nojekyll", ".git/HEAD", ".well-known/security.txt", "regions/lane/notes.txt", "regions/mine/a.txt", "google1.html", "assets/photos/us.js",
    )  # fmt: skip
    for name in theirs:
        (built / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (built / "site" / name).write_text("theirs", "utf-8")
    (built / "site/index.html").write_text("changed", "utf-8")
    done = run(built, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    assert [name for name in theirs if (built / "site" / name).read_text("utf-8") != "theirs"] == []
    assert (built / "site/index.html").read_text("utf-8") != "changed"
    assert list((built / "site").rglob("short-lived.html")) == []
    said = run(built, "check", "site").stderr
    assert "site: holds no PDF, Word and PowerPoint files: it was built with --pages-only" in said, "and names nothing else"
    assert [name for name in (*theirs, "carried-over.json") if name.rpartition("/")[2] in said] == []


@pytest.mark.parametrize("name", ["site", "my-site", "a-b-c", "site.2-x", "[s]*-?"])
def test_what_a_killed_build_left_is_cleared_whatever_its_folders_name(tmp_path, name):
    ended = subprocess.Popen(["true"])
    ended.wait()
    for left in (f".{name}.building-{ended.pid}-abc", f".{name}.building-{os.getpid()}-abc", f".{name}-other.building-{ended.pid}-abc"):
        (tmp_path / left).mkdir()
    repair(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([f".{name}.building-{os.getpid()}-abc", f".{name}-other.building-{ended.pid}-abc"])


def test_a_web_server_may_read_a_site_whatever_the_users_mask(tmp_path):
    before = os.umask(0o077)
    try:
        with building(tmp_path / "site") as new:
            (new / "team").mkdir()
            (new / "team/index.html").write_text("x")
            put_in_place(new, tmp_path / "site")
        (tmp_path / "private").write_text("x")
    finally:
        os.umask(before)
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "site").rglob("*")}
    assert modes == {"team": "0o755", "index.html": "0o644"}
    assert oct((tmp_path / "private").stat().st_mode & 0o777) == "0o600", "the mask is the user's again"


def test_a_mount_point_is_refused_before_anything_is_made(project):
    only_region(project, "lane", LANE)
    (project / "site").mkdir()
    done = run(project, "build", before="from pathlib import Path\nPath.is_mount = lambda path: path.name == 'site'")
    assert done.returncode == 1
    assert "site: is a disk of its own (a mount point)" in done.stderr and "name a folder in it, like --out" in done.stderr
    assert "unlocalized" not in done.stdout


def test_a_full_disk_is_named_by_the_folder_it_holds(tmp_path):
    with pytest.raises(OSError, match=str(tmp_path)), building(tmp_path / "site"):
        raise OSError(28, "No space left on device")


def test_a_message_goes_into_a_pipe_of_any_encoding(project):
    (project / "regions/lane.yml").write_text("region: Kaʻū – 東京 ’\nstage: planing\n", "utf-8")
    for encoding in ("cp1252", "latin-1", "cp437", "ascii"):
        pipes = f"import sys\nfor stream in (sys.stdout, sys.stderr): stream.reconfigure(encoding='{encoding}', errors='strict')"
        done = run(project, "build", before=pipes)
        assert done.returncode == 1, encoding
        assert "regions/lane.yml:2: stage:" in done.stderr and "Traceback" not in done.stderr, encoding
        assert done.stdout.startswith("Building "), encoding


def test_python_that_leaves_out_docstrings_is_refused_in_plain_words(project):
    done = subprocess.run([sys.executable, "-OO", "-m", "playbook", "check"], cwd=project, text=True, capture_output=True)
    assert done.returncode == 2
    assert "Unset PYTHONOPTIMIZE" in done.stderr and "Traceback" not in done.stderr


def test_an_environment_that_was_left_half_made_is_made_anew(tmp_path):
    """A power cut while it is made leaves a Python without pip, and the file that make asks for is there."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / ".venv/bin").mkdir(parents=True)
    whole = "#!/bin/sh\nexit 0\n"
    for name, script in (
        (".venv/bin/python", '#!/bin/sh\necho "No module named pip" >&2\nexit 1\n'),
        ("python", f'#!/bin/sh\ntest "$*" = "-m venv --clear .venv" && printf "{whole}" > .venv/bin/python\n'),
    ):
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(["make", ".venv/site-ready", f"PYTHON={tmp_path / 'python'}"], cwd=tmp_path, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / ".venv/bin/python").read_text() == whole


def test_make_takes_no_settings_of_the_users_own(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    with (tmp_path / "Makefile").open("a") as file:
        file.write("\nsettings:\n\t@env\n")
    own = {"PIP_USER": "1", "PIP_TARGET": "x", "PYTHONSAFEPATH": "1", "PYTHONOPTIMIZE": "2", "PYTHONHOME": "x", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(["make", "--no-print-directory", "settings"], cwd=tmp_path, env={**os.environ, **own}, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    seen = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    assert {key: seen[key] for key in own if key in seen} == {"PIP_USER": "0"}
