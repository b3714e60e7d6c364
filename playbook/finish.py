"""The last pass over pages that MkDocs made: assets from the root, joined files, no idle blanks, and each page's policy."""

import re
from collections.abc import Sequence
from pathlib import Path

from playbook.assets import Joined, join_assets
from playbook.edition import Edition
from playbook.policy import with_policy
from playbook.problem import Problem, ProblemsFound

# An edition's link to a shared asset, in a page or in the theme's configuration.
ASSET = re.compile(r'(?P<before>(?:href|src)="|"search":\s*")(?P<up>(?:\.\./)*)(?=assets/)')
EXACT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)  # where blanks count
BLANKS = re.compile(r"\s*\n\s*")
OTHER_EDITIONS = ("regions", "toolkit")


def finish(project: Path, folder: Path, editions: Sequence[Edition]) -> None:
    """Join the assets of a built folder and finish the pages of the editions that were just made. ProblemsFound for what cannot be."""
    fresh = [(page, edition) for edition in editions for page in _pages(folder, edition)]
    front = (folder / editions[0].path / "index.html").read_text("utf-8")
    joined = join_assets(project, folder, sorted(folder.rglob("*.html")), front)
    problems = []
    for page, edition in fresh:
        try:
            page.write_text(finished(page.read_text("utf-8"), edition, joined), "utf-8", newline="\n")
        except ValueError as error:
            problems.append(Problem(page.relative_to(folder).as_posix(), str(error)))
    if problems:
        raise ProblemsFound(problems)


def finished(html: str, edition: Edition, joined: Joined) -> str:
    """Return a page as readers get it."""
    html = joined.put_into(ASSET.sub(rf"\g<before>{edition.to_top}\g<up>", html))
    parts = EXACT.split(html)  # text, exact part, name of its element, text …
    return with_policy("".join(BLANKS.sub("\n", part) if i % 3 == 0 else part for i, part in enumerate(parts) if i % 3 != 2).strip() + "\n")


def _pages(folder: Path, edition: Edition) -> list[Path]:
    pages = sorted((folder / edition.path).rglob("*.html"))
    return [page for page in pages if edition.path or page.relative_to(folder).parts[0] not in OTHER_EDITIONS]
