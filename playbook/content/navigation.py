"""The site's menu, with an entry for the copy's own pages where there are any."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from playbook.content.page import LOCAL, Page

MENU_FILE = "mkdocs.yml"
TITLE = "In our region"
LAST = 1000  # where pages without an `order` stand
ENTRY = re.compile(r"^ +- .+: ([\w/-]+\.md)$", re.MULTILINE)


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the menu: a page with its address, or, without one, a section with the entries in it."""

    title: str
    url: str = ""
    inner: tuple["MenuEntry", ...] = ()

    @property
    def is_index(self) -> bool:
        """Tell whether it is the front page of a section."""
        return self.url.rpartition("/")[2] == "index.html"


def menu_of(project: Path) -> list[object] | None:
    """Return `nav` of mkdocs.yml, not to be changed; None where it has none. ConfigurationError or UnicodeDecodeError for what is no YAML."""
    text = (project / MENU_FILE).read_bytes().decode()
    if "INHERIT" not in text:
        return _menu_in(text)
    with (project / MENU_FILE).open("rb") as file:  # its name tells where what it inherits stands
        return _menu(yaml_load(file))


@lru_cache(4)
def _menu_in(text: str) -> list[object] | None:
    return _menu(yaml_load(text))


def _menu(settings: object) -> list[object] | None:
    menu = settings.get("nav") if isinstance(settings, dict) else None
    return menu if isinstance(menu, list) else None


def menu_entries(project: Path, pages: Iterable[Page]) -> tuple[MenuEntry, ...]:
    """Return the menu of mkdocs.yml with the copy's own pages in it."""
    pages = list(pages)
    menu = with_local_pages(menu_of(project), pages)
    addresses = {page.path: page.url for page in pages}
    return tuple(_entry(title, inner, addresses) for entry in menu or () if isinstance(entry, dict) for title, inner in entry.items())


def _entry(title: str, inner: object, addresses: dict[str, str]) -> MenuEntry:
    if not isinstance(inner, list):
        return MenuEntry(title, addresses.get(str(inner), ""))
    return MenuEntry(title, "", tuple(_entry(name, below, addresses) for entry in inner for name, below in entry.items()))


def menu_order(project: Path) -> list[str]:
    """Return the pages that the menu names, by their paths in docs/, in its order."""
    _, _, menu = (project / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")
    return ENTRY.findall(menu)


def with_local_pages(menu: list[object] | None, pages: Iterable[Page]) -> list[object] | None:
    """Return the menu (as `nav` in mkdocs.yml) with every page of docs/local/ in an entry of its own, before the last one; a folder is an entry within.

    A page that the menu names already stays where it is; a folder has the title of its front page, unless that is for some editions only; the front page of the folder, `index.md` or `README.md`, comes first.
    """
    named = str(menu)
    own = [page for page in pages if page.path.startswith(LOCAL) and f"'{page.path}'" not in named]
    if not menu or not own:
        return menu
    return [*menu[:-1], {TITLE: _section(own, LOCAL)}, menu[-1]]


def _section(pages: list[Page], folder: str) -> list[dict[str, object]]:
    """Return the entries of a folder of local pages: its front page, then pages and folders by their `order`, those without one last, by name."""
    entries: list[tuple[tuple[bool, int, str], dict[str, object]]] = []
    below: dict[str, list[Page]] = {}
    for page in pages:
        inner, slash, _ = page.path.removeprefix(folder).partition("/")
        if slash:
            below.setdefault(inner, []).append(page)
        else:
            entries.append((_place(page, page.path, is_front=_is_front(page, folder)), {page.title: page.path}))
    for name, inside in below.items():
        front = next((page for page in inside if _is_front(page, f"{folder}{name}/")), None)
        title = front.title if front and not front.front.data.get("editions") else name.replace("-", " ").replace("_", " ").capitalize()
        entries.append((_place(front, f"{folder}{name}"), {title: _section(inside, f"{folder}{name}/")}))
    return [entry for _, entry in sorted(entries, key=lambda one: one[0])]


def _is_front(page: Page, folder: str) -> bool:
    return page.url == f"{folder}index.html"


def _place(page: Page | None, path: str, *, is_front: bool = False) -> tuple[bool, int, str]:
    order = page.front.data.get("order") if page else None
    return not is_front, int(order) if isinstance(order, str) and order.isdigit() else LAST, path
