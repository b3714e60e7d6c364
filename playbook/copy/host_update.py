"""An update by a button: tried, put on a branch of its own, and offered to look at: `python -m playbook.copy.host_update`, in a workflow's run.

VERSION, FROM and GIVE_UP hold what was typed; each may be empty.
"""

import os
from pathlib import Path

from playbook.copy.drift import Plan
from playbook.copy.git import git, reasons, run
from playbook.copy.host import address, gh, summarize
from playbook.copy.host_report import report_failure
from playbook.copy.update import TRYING, update_copy
from playbook.files.diagnostics import Problem, ProblemsFound

UNKNOWN = "is not known to GitHub; choose Run workflow again, and put its address under “Address of the original”"
FAILED = "Nothing was changed; your copy and your site are as they were. Each line says what stands in the way, and what to do:"
HEAD = (
    "The release was tried with your own files, and its check found no fault. Look at the files that change, then choose **Merge pull request**. "
    "[CHANGELOG.md]({changelog}) says what is new, and whether you must do something."
)


def main() -> int:
    """Update the copy on a branch and open a pull request, or leave the branch with a link. Return 1 where something stands against it."""
    lines: list[str] = []
    project = Path.cwd()

    def tell(line: str) -> None:
        lines.append(line)
        print(line, flush=True)

    try:
        original = os.environ.get("FROM", "").strip() or _original()
        _name_committer(project)
        given_up = tuple(filter(None, map(str.strip, os.environ.get("GIVE_UP", "").split(","))))
        done = update_copy(project, original, os.environ.get("VERSION", "").strip(), tell, discard=given_up)
        if done:
            _offer(project, done, original, lines[: lines.index(TRYING)])
        else:
            summarize("\n".join(["## Nothing to do", "", *(f"    {line}" for line in lines)]))
    except ProblemsFound as found:
        for line in (*map(str, found.problems), *report_failure(found.problems, FAILED, "Not updated")):
            print(line)
        return 1
    return 0


def _original() -> str:
    """Return the address of what the host says this copy was made from. ProblemsFound if it says nothing."""
    query = '.template_repository.clone_url // .parent.clone_url // ""'
    done = gh("api", f"repos/{os.environ.get('GITHUB_REPOSITORY', '')}", "--jq", query)
    if found := done.stdout.strip():
        return found
    raise ProblemsFound([Problem("the original of this copy", UNKNOWN)])


def _name_committer(project: Path) -> None:
    if not run(project, "config", "user.email").stdout.strip():
        git(project, "config", "user.name", "github-actions[bot]")
        git(project, "config", "user.email", "41898282+github-actions[bot]@users.noreply.github.com")


def _offer(project: Path, done: Plan, original: str, told: list[str]) -> None:
    """Put the branch on the host and open a pull request that says what was told of the plan; where that is not allowed, say where to open it."""
    gh("auth", "setup-git")
    pushed = run(project, "push", "--quiet", "origin", done.branch)
    if pushed.returncode:
        remedy = f"if an earlier update left it there, look at it, delete it under {address()}/branches, and run this again"
        raise ProblemsFound([Problem("git", f"the branch {done.branch} cannot be put on GitHub ({reasons(pushed)}); {remedy}")])
    base = os.environ.get("GITHUB_REF_NAME", "")
    plan = "\n".join(["What the update brings:", "", *(f"    {line}" for line in told)])  # as code, in which nothing is a link or a name that is called
    body = "\n\n".join(filter(None, (HEAD.format(changelog=f"{address()}/blob/{done.branch}/CHANGELOG.md"), plan, _by_hand(done, original, base))))
    title = f"Update the playbook to {done.release.version}"
    opened = gh("pr", "create", "--base", base, "--head", done.branch, "--title", title, "--body-file", "-", text=body)
    link = opened.stdout.strip() if opened.returncode == 0 else f"{address()}/compare/{base}...{done.branch}?expand=1"
    name = "The change is ready to look at" if opened.returncode == 0 else "The change is ready; choose “Create pull request” there"
    summarize(f"## {title}\n\n[{name}]({link})\n\n{body}")
    print(link)


def _by_hand(done: Plan, original: str, base: str) -> str:
    """Return the steps that are left, each with where to do it and where the new text is; empty where there are none."""
    source = original.removesuffix(".git").rstrip("/")
    steps = []
    for path in done.paths("by_hand"):
        if path not in done.release.files:
            steps.append(f"- [delete {path}]({address()}/delete/{base}/{path})")
        else:
            edit = f"{address()}/edit/{base}/{path}" if Path(path).exists() else f"{address()}/new/{base}?filename={path}"
            steps.append(f"- [open {path}]({edit}), and put in [the text of the release]({source}/raw/v{done.release.version}/{path})")
    if not steps:
        return ""
    return "**By hand, after you merged:** GitHub lets no run change a workflow. The old ones go on until you do this:\n\n" + "\n".join(steps)


if __name__ == "__main__":
    raise SystemExit(main())
