"""A stand-in for the host of a copy: GitHub's command `gh`, which answers as told and writes down what it was asked; and the files a run tells people by."""

import json
import os
import stat
import sys
from pathlib import Path

STAND_IN = """#!{python}
import json, sys
from pathlib import Path
here = Path(__file__).parent
told = json.loads((here / "answers.json").read_text("utf-8"))
asked = sys.argv[1:]
text = sys.stdin.read() if "-" in asked else ""
with (here / "asked.jsonl").open("a", encoding="utf-8") as file:
    file.write(json.dumps([asked, text]) + "\\n")
for start, (status, out, error) in told.items():
    if " ".join(asked).startswith(start):
        sys.stdout.write(out)
        sys.stderr.write(error)
        sys.exit(status)
"""
OFF = (1, "", "the 'lane/playbook' repository has disabled issues")


class Host:
    """A folder with the stand-in and what it was asked."""

    def __init__(self, folder: Path, answers: dict[str, tuple[int, str, str]]):
        folder.mkdir()
        self.folder = folder
        self.summary, self.output = folder / "summary.md", folder / "output"
        command = folder / "gh"
        command.write_text(STAND_IN.format(python=sys.executable), "utf-8")
        command.chmod(command.stat().st_mode | stat.S_IXUSR)
        (folder / "answers.json").write_text(json.dumps(answers), "utf-8")

    @property
    def variables(self) -> dict[str, str]:
        """What a run of the default branch finds in its variables."""
        return {
            "PATH": f"{self.folder}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_ACTIONS": "true",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REPOSITORY": "lane/playbook",
            "GITHUB_REF_TYPE": "branch",
            "GITHUB_REF_NAME": "trunk",
            "GITHUB_HEAD_REF": "",
            "GITHUB_RUN_ID": "7",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.output),
        }

    @property
    def asked(self) -> list[tuple[str, str]]:
        """What the command was asked, as typed, and the text it was given."""
        file = self.folder / "asked.jsonl"
        return [(" ".join(words), text) for words, text in map(json.loads, file.read_text("utf-8").splitlines())] if file.exists() else []

    def told(self) -> str:
        """What the run's summary says."""
        return self.summary.read_text("utf-8") if self.summary.exists() else ""
