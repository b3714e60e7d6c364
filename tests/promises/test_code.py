"""What the code may leave aside of the rules it is held by (`make check-code`): nothing without a reason."""

import re

from tests.support.project import ROOT

EXCEPTION = re.compile(r"#\s*(?:noqa|type: ignore)\b.*")
REASONED = re.compile(r"# noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* \(.+\)$|# type: ignore\[[\w-]+(?:, [\w-]+)*\]  # .+$")
RULE = re.compile(r'^  "[A-Z]+\d*"')


def test_every_line_that_breaks_a_rule_says_which_and_why():
    files = [file for folder in ("playbook", "macros", "tests") for file in sorted((ROOT / folder).rglob("*.py")) if file.name != "test_code.py"]
    lines = [(f"{file.relative_to(ROOT)}:{number}", line) for file in files for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)]
    assert not [place for place, line in lines if (found := EXCEPTION.search(line)) and not REASONED.search(found[0])]


def test_every_rule_that_is_left_aside_says_why():
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    ignored = settings.partition("\nignore = [\n")[2].partition("\n]")[0] + settings.partition("[tool.ruff.lint.per-file-ignores]")[2].partition("\n[")[0]
    assert not [line for line in ignored.splitlines() if RULE.match(line) and "  # " not in line]
