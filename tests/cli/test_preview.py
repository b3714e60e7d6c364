"""The live preview shows what was saved, and keeps the last good page, with what is wrong on top, while something is wrong."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

import pytest

from playbook.cli.preview_address import address_of
from tests.support.project import call
from tests.support.small_playbook import small

PATIENCE = 120  # seconds, for a machine under load; how fast it is, `make bench` tells


class Served:
    """A fork, served."""

    def __init__(self, project: Path, address: str):
        self.project, self.address = project, address

    def page(self, name: str) -> str:
        try:
            with urlopen(f"http://{self.address}/{name}", timeout=PATIENCE) as answer:
                return answer.read().decode()
        except (OSError, HTTPException):  # while it starts
            return ""

    def save(self, name: str, change: Callable[[str], str]) -> None:
        path = self.project / name
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    def shows(self, name: str, *words: str) -> str:
        """The page as soon as it shows the words."""
        return self.page_where(name, lambda page: all(word in page for word in words), f"{name} never showed {words}")

    def page_where(self, name: str, is_right: Callable[[str], bool], never: str) -> str:
        """The page as soon as it is right; between two looks it waits, as an open page does, until something was made anew."""
        deadline = time.monotonic() + PATIENCE
        while True:
            epoch = self.page("livereload/0/0")
            if (page := self.page(name)) and is_right(page):
                return page
            assert time.monotonic() < deadline, never
            if not self.page(f"livereload/{epoch or 0}/0"):
                threading.Event().wait(0.1)  # nobody answers yet


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    project = small(tmp_path_factory.mktemp("preview") / "fork")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "playbook", "serve", "pine-valley", "--address", address]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUTF8": "1"})
    here = Served(project, address)
    here.shows("index.html", "Pine Valley")
    yield here
    process.terminate()
    process.communicate(timeout=PATIENCE)


STEPS = "talking-points/next-steps.html"
OPENING = "talking-points/what-are-you-up-to.html"


def test_a_saved_region_file_shows_on_every_page(served):
    """Also what its folder gives, once the file is moved there."""
    served.save("examples/pine-valley.yml", lambda text: text.replace("region: Pine Valley", "region: Tall Pine Valley"))
    served.shows(STEPS, "Tall Pine Valley")
    folder = served.project / "examples/oregon"
    folder.mkdir()
    (folder / "_all.yml").write_text("program: the old program\n", "utf-8")
    (served.project / "examples/pine-valley.yml").rename(folder / "pine-valley.yml")
    served.shows(OPENING, "the old program")
    served.save("examples/oregon/_all.yml", lambda text: text.replace("the old", "the new"))
    served.shows(OPENING, "the new program")
    served.shows("sheets/educators.html", "Tall Pine Valley")
    (folder / "pine-valley.yml").rename(served.project / "examples/pine-valley.yml")
    (folder / "_all.yml").unlink()
    folder.rmdir()


def test_a_saved_stylesheet_shows(served):
    served.save("docs/assets/stylesheets/base/type.css", lambda text: text + "\n.just-saved { color: red }\n")
    served.shows("assets/stylesheets/playbook.css", ".just-saved")


def test_a_new_page_shows_and_stands_in_the_menu(served):
    (served.project / "docs/local").mkdir(exist_ok=True)
    text = "---\ntitle: Our depot\ndescription: Where we meet.\norigin: local\nreviewed: 2026-11-01\n---\n\n# Our depot\n\nBehind the mill.\n"
    (served.project / "docs/local/depot.md").write_text(text, "utf-8")
    served.shows("local/depot.html", "Behind the mill.")
    served.shows(STEPS, "In our region")  # the menu of another page holds the section


PAGE = (
    "docs/talking-points/next-steps.md",
    "\n## Close every conversation\n",
    "{{ region.industy }}\n",
    "\n## Close every conversation\n\nA line that was just saved.\n",
)
REGION = ("examples/pine-valley.yml", "stage: launch", "stage: lunch", "stage: launch")
MACRO = ("macros/points/shares_chart.py", 'NOTE = "Shares of partnerships in Colorado', 'NOTE = ("', 'NOTE = "Shares of some partnerships')
TEMPLATE = ("overrides/partials/page-foot.html", "Something wrong?", "{{ playbook.nothing.here }}", "Is something wrong here?")
SHARES = "talking-points/what-they-are.html"


SLIPS = (  # what is saved with a slip, and what is said of it; the first slip and the last mending are saved alone, or others would be what is seen
    ((MACRO,), ("macros/points/shares_chart.py:",)),
    ((PAGE, REGION), ("docs/talking-points/next-steps.md:", "region.industy", "did you mean", "examples/pine-valley.yml:", "&quot;lunch&quot; is not known")),
    ((TEMPLATE,), ("overrides/partials/page-foot.html:", "nothing")),
)


def test_what_is_saved_shows_and_while_something_is_wrong_the_last_good_page_stays_and_says_so(served):
    """A macro, a page, a template: a slip in one after another, each mended with other words than it had while the next one is made."""
    served.shows(STEPS, "Close every conversation", "Pine Valley")
    before: tuple[tuple[str, str, str, str], ...] = ()
    for slips, said in SLIPS:
        for file, _, bad, new in before:
            served.save(file, lambda text, new=new, bad=bad: text.replace(bad, new))
        for file, good, bad, _ in slips:
            served.save(file, lambda text, good=good, bad=bad: text.replace(good, bad))
        page = served.shows(STEPS, "preview-problems", *said)
        assert "What are the next steps" in page and "Traceback" not in page
        before = slips
    for file, _, bad, new in before:
        served.save(file, lambda text, new=new, bad=bad: text.replace(bad, new))
    page = served.page_where(STEPS, lambda page: "preview-problems" not in page, "the problems stay on the page after they were mended")
    assert PAGE[3].strip().splitlines()[-1] in page and TEMPLATE[3] in page and MACRO[3].partition('"')[2] in served.page(SHARES)


def test_a_change_of_the_program_itself_starts_it_again(served):
    served.save("playbook/content/attribution.yml", lambda text: text.replace("Wording changed by this playbook", "Wording changed by this very playbook"))
    served.shows(STEPS, "Wording changed by this very playbook")


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1", "abc", "127.0.0.1:x", ":99999", "127.0.0.1:0", "[::1", "::1", "[::1]", "a:b:80", "127.0.0.1:-1", "127.0.0.1:８000"]
)
def test_an_address_that_is_none_is_refused_with_an_example(served, address):
    done = call(served.project, "serve", "--address", address)
    assert done.returncode == 2 and "write a host and a port (1 to 65535), like 127.0.0.1:8000 or [::1]:8000" in " ".join(done.stderr.split()), done.stderr


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("no-host.invalid:8000", "nothing can be served there"),
        ("203.0.113.7:8000", "nothing can be served there"),
        (None, "is in use; end the other preview, or take another port"),
    ],
)
def test_an_address_that_cannot_be_had_is_named_with_the_remedy(served, address, said):
    done = call(served.project, "serve", "--address", address or served.address)
    assert done.returncode == 1 and said in done.stderr and "--address 127.0.0.1:" in done.stderr and "Traceback" not in done.stderr, done.stderr


@pytest.mark.parametrize(
    ("given", "place"), [("8000", ("127.0.0.1", 8000)), (":80", ("127.0.0.1", 80)), ("[::1]:8123", ("::1", 8123)), ("localhost:65535", ("localhost", 65535))]
)
def test_a_port_alone_is_open_to_this_machine_only(given, place):
    assert address_of(given) == place
