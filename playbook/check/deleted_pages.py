"""Pages of the playbook that are no longer there, each by its own name: what rests on them would be named in their place, in many words."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.exceptions import ConfigurationError

from playbook.content.navigation import MENU_FILE, menu_of
from playbook.content.page import DOCS, Page
from playbook.files.diagnostics import Problem
from playbook.model.audience import AUDIENCES
from playbook.model.pages.optional_pages import OPTIONAL_PAGES
from playbook.model.stage import STAGES

SHEETS = {f"sheets/{audience}.md": [f"sheets/{audience}-{stage}{side}.md" for stage in STAGES for side in ("", "-handout")] for audience in AUDIENCES}
REMEDY = "put it back from the file's history or from the original (a page leaves neither the menu nor the others' links when its file is deleted)"


def deleted_pages(project: Path, pages: Iterable[Page]) -> list[Problem]:
    """Return a problem for each page that the menu names, and each sheet of an audience that has a page, that has no file."""
    there = {page.path for page in pages}
    menu = list(_paths(_menu(project)))
    named = [path for path in menu if path not in there and not (project / DOCS / path).exists()]
    gone = [path for page, sheets in SHEETS.items() if page in menu or page in there for path in sheets if path not in there]
    return [
        *(Problem(f"{DOCS}/{path}", f"is not there, but the menu in {MENU_FILE} leads to it; {_remedy(path)}") for path in named),
        *(Problem(f"{DOCS}/{path}", f"is not there, but it is a sheet that others lead to; {REMEDY}") for path in gone if path not in named),
    ]


def _remedy(path: str) -> str:
    name = path.removesuffix(".md")
    return f"{REMEDY}; then, to do without it, write leave_out: [{name}] in site.yml" if name in OPTIONAL_PAGES else REMEDY


def _menu(project: Path) -> object:
    try:
        return menu_of(project)
    except (ConfigurationError, UnicodeDecodeError):  # is named once MkDocs reads it
        return None


def _paths(menu: object) -> Iterator[str]:
    """Yield the files that a menu names."""
    if isinstance(menu, str) and menu.endswith(".md"):
        yield menu
    for entry in menu.values() if isinstance(menu, dict) else menu if isinstance(menu, list) else ():
        yield from _paths(entry)
