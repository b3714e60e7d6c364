"""Others' work is named with its license: what makes the site, what only tests it, and what is published with it."""

import re

from playbook.cli.third_party_licenses import LICENSES_FILE, ROW, licenses, locked
from tests.support.project import ROOT

SAID = (ROOT / LICENSES_FILE).read_text("utf-8")


def test_the_list_is_current():
    assert licenses(ROOT) == SAID, "make it anew: python -m playbook.cli.third_party_licenses"


def test_every_locked_package_states_a_license_and_stands_once():
    rows = [(row["name"], row["version"]) for row in ROW.finditer(SAID)]
    assert sorted(rows) == sorted(item for _, packages in locked(ROOT) for item in packages.items())
    assert "not stated" not in SAID and "not installed" not in SAID


def test_what_makes_the_site_asks_nobody_to_open_their_own_work():
    site = SAID.split("## Only the tests use")[0]
    assert not [row[0] for row in ROW.finditer(site) if re.search(r"\bA?GPL|General Public", row["license"])]


def test_one_command_locks_installs_and_lists():
    recipe = re.search(r"^lock:.*?\n\n", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE | re.DOTALL)[0]
    for step in ("-o requirements.txt", "-o requirements-test.txt", "-r requirements-test.txt", "-m playbook.cli.third_party_licenses"):
        assert step in recipe, step
