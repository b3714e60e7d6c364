"""Pages as writers keep them: front matter and Markdown, with true line numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playbook.content.front_matter import split
from playbook.files.diagnostics import Problem
from playbook.files.text_file import read_text
from playbook.files.yaml_file import YamlFile

DOCS = "docs"
README = "README.md"
LOCAL = "local/"  # the fork's own pages


@dataclass(frozen=True, eq=False)
class Page:
    """One page's source. `text` is the whole file; `body` starts on line `body_line`."""

    name: str  # relative to the project: docs/about/glossary.md
    text: str
    front: YamlFile
    body: str
    body_line: int

    @property
    def path(self) -> str:
        """The page's path within docs/."""
        return self.name.removeprefix(f"{DOCS}/")

    @property
    def url(self) -> str:
        """The page's address within an edition; a README.md is its folder's front page, as on a repository host."""
        folder, slash, file = self.path.rpartition("/")
        return f"{folder}{slash}{'index' if file == README else file.removesuffix('.md')}.html"

    @property
    def title(self) -> str:
        """The page's title; its path where it has none that can be read."""
        title = self.front.data.get("title")
        return title if isinstance(title, str) else self.path

    @property
    def author(self) -> str:
        """Whom a local page names as its author; empty for the conveners of each edition, and for the playbook's own pages."""
        author = self.front.data.get("author") if self.path.startswith(LOCAL) else None
        return author.strip() if isinstance(author, str) else ""

    @property
    def origin(self) -> str:
        """Who wrote the page."""
        origin = self.front.data.get("origin")
        return origin if isinstance(origin, str) else ""


def load_pages(project: Path) -> tuple[list[Page], list[Problem]]:
    """Return every page of docs/, in order of paths, and what is wrong with files and front matter."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted((project / DOCS).rglob("*.md")):
        name = path.relative_to(project).as_posix()
        text, unreadable = read_text(path, name)
        problems += unreadable
        if not unreadable:
            page, found = _read(name, text)
            pages.append(page)
            problems += found
        if path.name == README and path.with_name("index.md").exists():
            problems.append(Problem(name, "becomes the same page as the index.md beside it; keep one of them"))
    return pages, problems


@cache
def _read(name: str, text: str) -> tuple[Page, tuple[Problem, ...]]:
    """Read one page's text; the same text is read once."""
    front, body, line, found = split(text, name)
    page = Page(name, text, front, body, line)
    return page, tuple(_with_origin(page, found))


def _with_origin(page: Page, found: list[Problem]) -> Iterator[Problem]:
    """Yield what is wrong with front matter, and whether the page stands where its origin belongs; a local page has no choice of origins."""
    is_local = page.path.startswith(LOCAL)
    wrong = page.front.data and page.origin != "local"
    yield from (problem for problem in found if not (is_local and wrong and problem.key == "origin"))
    if is_local and wrong:
        yield Problem(page.name, f"pages in {DOCS}/{LOCAL} are local; write origin: local", page.front.line(("origin",)), "origin")
    elif not is_local and page.origin == "local":
        yield Problem(page.name, f"a local page belongs in {DOCS}/{LOCAL}", page.front.line(("origin",)), "origin")
