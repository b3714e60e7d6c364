"""A page has one name: in the menu, in the doors of the front page, as its title and as its heading."""

import re
from collections.abc import Iterator

import yaml

from tests.support.project import ROOT

TOOLS_OWN = {"talking-points/what-they-are.md"}  # its heading names the owners' partnerships, which no title of ours may
FRONT = "index.md"  # its heading says what the site is
LINK = re.compile(r"^- \[(?P<name>[^]]+)\]\((?P<path>[\w/.-]+\.md)\)", re.MULTILINE)


class Loader(yaml.SafeLoader):
    """Passes over the tags that MkDocs reads."""


Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def menu(entries: object) -> Iterator[tuple[str, str]]:
    """Yield each entry of the menu: its page's path and its name there."""
    for entry in entries if isinstance(entries, list) else []:
        for name, inner in entry.items():
            yield from [(inner, name)] if isinstance(inner, str) else menu(inner)


def fits(path: str, name: str, title: str) -> bool:
    """Tell whether a name is the page's; a sheet is called by its audience."""
    return name == title or (path.startswith("sheets/") and title == f"Talking with {name.lower()}")


def test_a_page_has_one_name_in_every_menu_door_and_heading():
    config = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)
    front = (ROOT / "docs" / FRONT).read_text("utf-8")
    wrong = []
    for place, path, name in [*(("menu", *entry) for entry in menu(config["nav"])), *(("door", m["path"], m["name"]) for m in LINK.finditer(front))]:
        text = (ROOT / "docs" / path).read_text("utf-8")
        title = str(yaml.safe_load(text.split("---")[1])["title"])
        heading = re.search(r"^# (.+?)(?: \{.*\})?$", text, re.MULTILINE)
        if path != FRONT and not fits(path, name, title):
            wrong.append(f"{path}: “{name}” in the {place}, “{title}” as its title")
        if heading and path not in TOOLS_OWN and heading[1] != title:
            wrong.append(f"{path}: “{heading[1]}” as its heading, “{title}” as its title")
    assert not wrong
