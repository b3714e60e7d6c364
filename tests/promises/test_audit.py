"""The audit says what it lacks before it begins, never skips, and ends with a table."""

import gzip
import io
import subprocess
import sys
import urllib.request
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests.audit.__main__ import main as audit_machine
from tests.audit.host import hosted
from tests.audit.html import accepted
from tests.audit.html_validate import accepted as exception
from tests.audit.outcome import Outcome, matrix, table
from tests.support import chromium as browser

VARIABLES = ("SOFFICE", "JAVA", "NODE", "NPM", "FIREFOX", "CHROMIUM")


def audit(folder, *arguments: str) -> subprocess.CompletedProcess:
    """Run the audit on a machine whose only programs lie in one folder; this process runs it, for a start costs a second."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as machine, redirect_stdout(out), redirect_stderr(err):
        for name in VARIABLES:
            machine.delenv(name, raising=False)
        machine.setenv("PATH", str(folder))
        machine.setattr(sys, "argv", ["audit", *arguments])
        with pytest.raises(SystemExit) as end:
            audit_machine()
    status, said = (1, end.value.code) if isinstance(end.value.code, str) else (end.value.code, err.getvalue())
    return subprocess.CompletedProcess(sys.argv, status, out.getvalue(), said)


def program(folder, name: str, says: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\necho '{says}'\n", "utf-8")
    (folder / name).chmod(0o755)


def test_all_that_is_missing_is_named_with_what_to_type_before_anything_is_built(tmp_path):
    done = audit(tmp_path)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    names = {"LibreOffice Writer", "Java", "Node.js", "npm", "Firefox", "WebKit", "Xvfb"} | (set() if Path(browser.MAC).exists() else {"Chromium"})
    assert {line.split(" is missing")[0] for line in lines} == names
    assert not [line for line in lines if "Install it, for example:  sudo apt-get install -y" not in line]


def test_one_part_asks_only_for_what_it_needs(tmp_path):
    program(tmp_path, "node", "v22.12.0")
    program(tmp_path, "npm", "11.0.0")
    assert audit(tmp_path, "html").stderr.splitlines()[0].startswith("Java is missing")
    assert len(audit(tmp_path, "html").stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "says", "expected"), [("node", "v18.19.0", "Node.js is version 18, and 20"), ("java", 'version "1.8.0_392"', "Java is version 1, and 11")]
)
def test_a_program_that_is_too_old_is_named_with_its_version(tmp_path, name, says, expected):
    program(tmp_path, name, says)
    assert f"{expected} or newer is needed" in audit(tmp_path, "html").stderr


def test_an_unknown_part_is_wrong_usage(tmp_path):
    done = audit(tmp_path, "htlm")
    assert done.returncode == 2 and "there are" in done.stderr


def test_the_table_counts_faults_and_lists_each():
    said = table([Outcome("One", "3 pages"), Outcome("Other", "2 pages", ("a is wrong", "b is wrong"))])
    assert said.splitlines() == ["One    passed      3 pages", "Other  2 faults    2 pages", "", "Faults:", "  Other: a is wrong", "  Other: b is wrong"]


def test_only_a_listed_fault_is_accepted():
    assert accepted("Attribute “autocomplete” is only allowed when the input type is “color”, “date”.")
    assert not accepted("Element “p” not allowed here.")


def test_of_two_landmarks_with_one_name_only_the_themes_are_accepted():
    found = {"ruleId": "unique-landmark", "line": 1, "selector": "main > nav"}
    for tag, is_accepted in (('<p><nav class="md-nav" aria-label="A">', True), ('<p><nav class="ours" aria-label="A">', False)):
        assert bool(exception({**found, "column": tag.index("aria-label") + 13}, [tag])) == is_accepted, tag


def test_the_table_of_engines_has_a_row_for_each_feature_and_a_dash_where_one_cannot_be_asked():
    said = matrix({"One 1": {"menu": "works", "print": "works"}, "Two": {"menu": "does not work"}})
    assert said.splitlines() == ["       One 1  Two", "menu   works  fails", "print  works  –"]


def test_the_audits_host_packs_text_as_a_real_one_does(tmp_path):
    (tmp_path / "index.html").write_text("<p>Doña</p>", "utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with hosted(tmp_path) as address:
        asked = urllib.request.Request(f"{address}/", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as answer:
            assert answer.headers["Content-Encoding"] == "gzip" and answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert gzip.decompress(answer.read()).decode() == "<p>Doña</p>"
        with urllib.request.urlopen(f"{address}/a.pdf?x=1") as answer:
            assert "Content-Encoding" not in answer.headers and answer.read() == b"%PDF"
