"""Two engines for one project: MkDocs, which makes the site, and Zensical, which can. Each by its own command, and what its pages hold."""

import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from playbook.output.html_page import BuiltPage, plain
from playbook.render.mkdocs_build import environment
from playbook.search.passages import passages
from tests.support.project import TODAY

COMMANDS = {
    "mkdocs": ("build", "--strict", "--quiet"),
    "zensical": ("build", "--strict", "--clean"),  # it keeps pages by their source alone: without --clean a page keeps what a macro said before
}


def make(engine: str, project: Path) -> subprocess.CompletedProcess:
    """Make the general edition of a fork in its folder .preview, with the engine's own command and nothing of ours before or after it."""
    return subprocess.run(
        [Path(sys.executable).with_name(engine), *COMMANDS[engine]],
        cwd=project, text=True, encoding="utf-8", capture_output=True, stdin=subprocess.DEVNULL,
        env={**os.environ, **environment(date.fromisoformat(TODAY)), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip


def text(page: BuiltPage) -> list[str]:
    """Return what the article says, piece by piece, with the blanks between words."""
    pieces = (re.sub(r"\s+", " ", piece) for article in page.root.iter("article") for piece in article.itertext())
    return [piece for piece in pieces if piece.strip()]


def anchors(page: BuiltPage) -> list[str]:
    """Return the ids in the article."""
    return page.root.xpath("//article//@id")


def markup(page: BuiltPage) -> list[str]:
    """Return the article's elements with what styles and scripts hold on to; ids and links are looked at by themselves."""
    elements = page.root.xpath("//article//*[@*]")
    return [" ".join([element.tag, *(f"{k}={v}" for k, v in sorted(element.items()) if k not in ("id", "href"))]) for element in elements]


def tabs(page: BuiltPage) -> list[str]:
    """Return the labels of each set of tabs, in order."""
    return [" | ".join(plain(label.text_content()) for label in labels.iter("label")) for labels in page.by_class("tabbed-labels")]


def credits(page: BuiltPage) -> list[str]:
    """Return every line that says whose words these are, with the origin it names."""
    kinds = ("origin-line", "origin-part", "credit", "community", "source-more")
    return [f"{line.get('data-origin') or kind}: {plain(line.text_content())}" for kind in kinds for line in page.by_class(kind)]


def links(page: BuiltPage) -> list[str]:
    """Return where the article's links lead, from the edition's top."""
    found = page.root.xpath("//article//a/@href")
    return [link if urlsplit(link).scheme else posixpath.normpath(posixpath.join(posixpath.dirname(page.name), link)) for link in found]


def places(page: BuiltPage) -> list[str]:
    """Return what our own search finds on the page; one without a source is not searched."""
    found = passages(page, page.title) if page.name != "404.html" else []
    return [f"{place.anchor} {place.title}: {' '.join([*place.audiences, *place.stages, place.text])}" for place in found]


def name(page: BuiltPage) -> list[str]:
    """Return what the page is called, and the edition that it says it belongs to."""
    return [page.title, *page.text('//*[@class="edition-bar"]')]


def menu(page: BuiltPage) -> list[str]:
    """Return the entries of the menu, in order."""
    return page.text('//nav[@data-md-level="0"]//*[contains(@class, "md-ellipsis")]')


PARTS: dict[str, Callable[[BuiltPage], list[str]]] = {part.__name__: part for part in (text, anchors, markup, tabs, credits, links, places, name, menu)}
