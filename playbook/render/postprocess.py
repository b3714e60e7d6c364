"""The last pass over pages that MkDocs made: assets from the root, joined files, no idle blanks, nothing said on every page, and each page's policy."""

import re
from pathlib import Path

from playbook.render.asset_bundle import Joined, join_assets
from playbook.model.edition import Edition
from playbook.render.theme_dedupe import frame_of
from playbook.output.site_manifest import OTHER_EDITIONS
from playbook.render.csp import with_policy
from playbook.files.diagnostics import Problem, ProblemsFound

# An edition's link to a shared asset, in a page or in the theme's configuration.
ASSET = re.compile(r'(?P<before>(?:href|src)="|"search":\s*")(?P<up>(?:\.\./)*)(?=assets/)')
EXACT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)  # where blanks count
AHEAD = re.compile(r'<link rel="(?:next|prev)"[^>]*>')  # Firefox fetches the next page ahead, which the policy forbids; no reader is shown it
MENUS = re.compile(r"<header\b.*?(?=<article\b)", re.DOTALL)
AROUND_TAGS = re.compile(r"\n(?=<)|(?<=>)\n")
BLANKS = re.compile(r"\s*\n\s*")


def finish(project: Path, folder: Path, edition: Edition) -> Joined:
    """Join the assets that MkDocs left in `folder` and finish the pages of the edition there; return what stands for the assets.

    ProblemsFound for what cannot be finished.
    """
    pages = [page for page in sorted(folder.rglob("*.html")) if page.relative_to(folder).parts[0] not in OTHER_EDITIONS]
    front = (folder / "index.html").read_text("utf-8")
    joined = join_assets(project, folder, pages, front, frame_of(_tight(front)))
    problems = []
    for page in pages:
        try:
            page.write_text(finished(page.read_text("utf-8"), edition, joined), "utf-8", newline="\n")
        except ValueError as error:
            problems.append(Problem(page.relative_to(folder).as_posix(), str(error)))
    if problems:
        raise ProblemsFound(problems)
    return joined


def finished(html: str, edition: Edition, joined: Joined) -> str:
    """Return a page as readers get it."""
    html = joined.put_into(ASSET.sub(rf"\g<before>{edition.to_top}\g<up>", AHEAD.sub("", html)))
    return with_policy(joined.without_frame(_tight(html)))


def _tight(html: str) -> str:
    """Return a page without idle blanks; between its header and its text, where menus stand and no sentence does, not even line breaks."""
    parts = EXACT.split(html)  # text, exact part, name of its element, text …
    html = "".join(BLANKS.sub("\n", part) if i % 3 == 0 else part for i, part in enumerate(parts) if i % 3 != 2).strip() + "\n"
    return MENUS.sub(lambda found: AROUND_TAGS.sub("", found[0]), html, count=1)

