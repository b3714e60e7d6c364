"""What the tests share: a fork, a whole built site with a hard region in it, and a real browser."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import expect, sync_playwright

from tests.robot.walk import Robot
from tests.support import chromium
from tests.support.project import HARD_NAME, fork, only_region, run
from tests.support.served import served
from tests.support.small_playbook import small

HARD_REGION = f"""\
region: "{HARD_NAME}"
industry: "<i>A & B</i> [x](y) `z` _w_ # {{% if %}} | \\\\ ~~q~~"
stage: active
example: true
convener: {{name: "Council [of] *Stars* <hr>", email: hello@example.org}}
next_meeting: {{date: 2027-02-03, time: "9:05", timezone: America/New_York, place: "</span><script>1</script>"}}
priorities: ["{{{{ region }}}} & <u>roads</u>"]
results: [{{text: "*x* <b>y</b>", share: 12, year: 2026, source: "{{{{ 1 }}}}", url: "https://example.org/?a=1&b=<2>"}}]
"""


gc.disable()  # until all tests are collected: nothing of it goes before the run ends


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """What was loaded and collected stays: nobody need look through it again and again for what may go."""
    gc.freeze()
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, for browsers often wait; four at most, for each brings a browser."""
    return min(4, (os.cpu_count() or 1) + 1)


# Files that take longest come first, for a run ends with the last file; those that do without the whole site leave others the time to build it, and papers
# come once its pages are rendered: two builds that begin at once would both render them.
LONGEST = (
    "wording/test_real_localizations.py", "browser/test_accessibility.py", "cli/test_preview.py", "paper/test_papers.py", "search/test_search.py", "browser/test_screens.py", "browser/test_robot_phone.py",
    "browser/test_robot_desktop.py", "render/test_light.py", "check/test_check.py", "jobs/test_form_opens_files.py", "browser/test_keyboard.py",
    "browser/test_passed_meetings.py", "paper/test_fit.py", "copy/test_update.py", "browser/test_say_it_my_way.py", "browser/test_own_version.py", "browser/test_arrival.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the longest files first."""
    here, order = Path(__file__).parent, {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.relative_to(here).as_posix(), len(order)))


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id) -> Path:
    """One folder for all processes of a test run."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session", autouse=True)
def shared_papers(shared: Path):
    """Forks of one run share what the same inputs give: a paper is made once."""
    os.environ["PLAYBOOK_CACHE"] = str(shared / "papers")
    yield
    del os.environ["PLAYBOOK_CACHE"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh fork of the project."""
    return fork(tmp_path / "fork")


@pytest.fixture
def little(tmp_path: Path) -> Path:
    """A fresh fork of a small playbook, for what is not about the content."""
    return small(tmp_path / "little")


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The pages of the whole site, all examples and a hard region, built once by the real command."""
    return _site(shared, "site", None, "--pages-only")


@pytest.fixture(scope="session")
def printed(shared: Path) -> Path:
    """The pages and papers of three editions: the general one, an example and a hard one; `make audit` looks at those of all examples."""
    return _site(shared, "printed", ("pine-valley",))


def _site(shared: Path, name: str, examples: tuple[str, ...] | None, *options: str) -> Path:
    """Build the hard region beside these examples (None: all), once in a run."""
    project = shared / name / "fork"
    with FileLock(shared / f"{name}.lock"):
        if not (project / "site").is_dir():  # only a whole build puts it there
            fork(project)
            (project / "regions" / "hard-name.yml").write_text(HARD_REGION, "utf-8")
            for file in (project / "examples").glob("*.yml") if examples is not None else ():
                if file.stem not in examples:
                    file.unlink()
            done = run(project, "build", *options)
            assert done.returncode == 0, done.stderr
    return project / "site"


LANE = "region: Lane\nstage: planning\nexample: true\nplanning_meeting: {date: +30 days}\n"
SHORT_LIVED = "---\ntitle: A\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n"


@pytest.fixture
def built(shared: Path, tmp_path: Path) -> Path:
    """A small playbook of one region with its pages built, for one test alone; the build is made once in a run."""
    project = shared / "lane" / "fork"
    with FileLock(shared / "lane.lock"):
        if not (project / "site").is_dir():
            only_region(small(project), "lane", LANE)
            (project / "docs/local/short-lived.md").write_text(SHORT_LIVED, "utf-8")  # for who wants to see it go
            done = run(project, "build", "--pages-only")
            assert done.returncode == 0, done.stderr
    return shutil.copytree(project, tmp_path / "built")


@pytest.fixture(scope="session")
def small_with_papers(shared: Path) -> Path:
    """A small playbook of one region with its pages and its papers on A4, built once in a run; tests that change it work on a copy."""
    project = shared / "small-with-papers" / "fork"
    with FileLock(shared / "small-with-papers.lock"):
        if not (project / "site").is_dir():
            only_region(small(project), "lane", LANE.partition("planning_")[0])
            (project / "site.yml").write_text("paper: a4\n", "utf-8")
            done = run(project, "build")
            assert done.returncode == 0, done.stderr
    return project


@pytest.fixture(scope="session")
def chrome():
    """A running Chromium."""
    path = chromium.headless()
    if not path:
        pytest.exit(chromium.TYPE_THIS, returncode=3)
    with sync_playwright() as playwright:
        expect.set_options(timeout=15_000)  # a busy machine may take that long to fetch the search's index
        running = playwright.chromium.launch(executable_path=path, args=[*chromium.BRIEF])
        yield running
        running.close()


@pytest.fixture(scope="session")
def address(site: Path):
    """The site over http, on this machine only."""
    with served(site) as here:
        yield here


@pytest.fixture
def base(request, site: Path) -> str:
    """The site's address from disk, where a browser allows a page least (tests of what is served ask for `address`); a test may ask for "http" in its place."""
    return request.getfixturevalue("address") if getattr(request, "param", "disk") == "http" else site.as_uri()


@pytest.fixture(scope="session")
def tabs():
    """The pages that tests share: one that shows files, and one that shows what is served."""
    return {}


@pytest.fixture
def page_of_its_own():
    """For a test that leaves something in its page for ever: a clock, or that no mouse was used."""


@pytest.fixture
def page(request, chrome, tabs):
    """A browser page; a request to another host (none is found), a script error or a console error fails the test."""
    kind = (
        "http"
        if "address" in request.fixturenames or (getattr(request.node, "callspec", None) and request.node.callspec.params.get("base") == "http")
        else "disk"
    )
    tab = tabs.pop(kind, None) if "page_of_its_own" not in request.fixturenames else None
    tab = tab or chromium.Tab(chrome)
    yield tab.page
    faults = [*tab.faults]
    if "page_of_its_own" in request.fixturenames or kind in tabs or tab.page.is_closed():
        tab.context.close()
    else:
        tab.renew()
        tabs[kind] = tab
    assert not faults, faults


@pytest.fixture(scope="session")
def robot(chrome):
    """The robot of each size of window, which goes from page to page; of controls that look alike it presses one."""
    made: dict[str, Robot] = {}
    yield lambda size: made.get(size) or made.setdefault(size, Robot(chrome, size, alike=1))
    for one in made.values():
        one.context.close()
