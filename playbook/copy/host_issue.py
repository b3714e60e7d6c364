"""One issue that tells what needs a hand, opened, kept up to date and closed by a run: `python -m playbook.copy.host_issue`.

REPORT holds what stood against publishing, REMINDER what to look at, such as dates that have passed, RESULT how the publishing ended.
"""

import json
import os
from subprocess import CompletedProcess

from playbook.copy.host import address, gh, summarize

TITLE = "The playbook needs a hand"
UNKNOWN = "The site could not be published, and the run says no more than this. Open it, and choose the job with the red cross."
OFF = "Issues are switched off in this copy, so nobody was told but you. To be told by an issue, open [Settings]({address}/settings) and choose **Issues** under **Features**."


def main() -> int:
    """Open, change or close the issue; without issues, say so in the summary. Return 1 where the host refuses."""
    report, reminder, result = (os.environ.get(name, "").strip() for name in ("REPORT", "REMINDER", "RESULT"))
    body = "\n\n".join(filter(None, (report or ("" if result == "success" else UNKNOWN), reminder)))
    found = gh("issue", "list", "--state", "open", "--limit", "200", "--json", "number,title,body")
    if found.returncode:
        summarize(f"{OFF.format(address=address())}\n\n{body}" if body else "")
        print("::notice::No issue can be opened here; the summary of this run says what there is to do.")
        return 0
    mine = [issue for issue in json.loads(found.stdout or "[]") if issue["title"] == TITLE]
    run = f"{address()}/actions/runs/{os.environ.get('GITHUB_RUN_ID', '')}"
    steps = (
        _close(mine)
        if not body
        else _change(mine[0], body, run)
        if mine
        else [gh("issue", "create", "--title", TITLE, "--body-file", "-", text=_whole(body, run))]
    )
    for step in steps:
        print(step.stdout.strip() or step.stderr.strip())
    return 1 if any(step.returncode for step in steps) else 0


def _whole(body: str, run: str) -> str:
    return f"{body}\n\nThis issue closes by itself once all is well. [What the run said]({run})\n"


def _change(issue: dict[str, str], body: str, run: str) -> list[CompletedProcess[str]]:
    if issue["body"].strip().startswith(body):
        return []
    number = str(issue["number"])
    return [
        gh("issue", "edit", number, "--body-file", "-", text=_whole(body, run)),
        gh("issue", "comment", number, "--body-file", "-", text=f"Something has changed; it now says:\n\n{body}\n"),
    ]


def _close(issues: list[dict[str, str]]) -> list[CompletedProcess[str]]:
    return [gh("issue", "close", str(issue["number"]), "--comment", "All is well again.") for issue in issues]


if __name__ == "__main__":
    raise SystemExit(main())
