"""Where a page stands in the menu that the menu does not name: a sheet of one stage, a letter."""

import posixpath
import re
from collections.abc import Iterable

from mkdocs.structure.pages import Page

from macros.values.engines import Environment
from playbook.model.stage import STAGES

OF_STAGE = re.compile(rf"-(?:{'|'.join(STAGES)})(?:-handout)?(?=\.md$)")


def on_pre_page_macros(env: Environment) -> None:
    """Let the entry of the page that it belongs to, and its section, be shown as the place of the page in hand. Called by mkdocs-macros before each page."""
    page, menu = env.page, env.variables["navigation"]
    if page not in menu.pages:
        page.parent = entry_above(page.file.src_uri, menu.pages)


def entry_above(path: str, entries: Iterable[Page]) -> Page | None:
    """Return the page of the menu that a page outside of it belongs to: that of its audience, else the front page of its folder. `path`: in docs/."""
    by_path = {entry.file.src_uri: entry for entry in entries}
    return by_path.get(OF_STAGE.sub("", path)) or by_path.get(posixpath.join(posixpath.dirname(path), "index.md"))
