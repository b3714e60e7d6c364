"""The site's menu, with an entry for the copy's own pages where there are any."""

import re
from collections.abc import Iterable
from pathlib import Path

from playbook.content.page import LOCAL, Page

TITLE = "In our region"
ENTRY = re.compile(r"^ +- .+: ([\w/-]+\.md)$", re.MULTILINE)


def menu_order(project: Path) -> list[str]:
    """Return the pages that the menu names, by their paths in docs/, in its order."""
    _, _, menu = (project / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")
    return ENTRY.findall(menu)


def with_local_pages(menu: list[object] | None, pages: Iterable[Page]) -> list[object] | None:
    """Return the menu (as `nav` in mkdocs.yml) with every page of docs/local/ in an entry of its own, before the last one.

    A page that the menu names already stays where it is; the front page of the folder, `index.md` or `README.md`, comes first.
    """
    named = str(menu)
    own = [page for page in pages if page.path.startswith(LOCAL) and f"'{page.path}'" not in named]
    if not menu or not own:
        return menu
    ordered = sorted(own, key=lambda page: (page.url != f"{LOCAL}index.html", page.path))
    entry = {TITLE: [{page.title: page.path} for page in ordered]}
    return [*menu[:-1], entry, menu[-1]]
