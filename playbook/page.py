"""Pages as writers keep them: front matter and Markdown, with true line numbers."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from playbook.attribution import ORIGINS
from playbook.audience import AUDIENCES
from playbook.problem import Problem, did_you_mean
from playbook.stage import STAGES
from playbook.yaml_file import YamlFile, parse_yaml, read_text

DOCS = "docs"
LOCAL = "local/"  # the fork's own pages

OUR_KEYS = ("title", "description", "origin", "keywords", "reviewed", "for_audience", "for_stage")
MATERIALS_KEYS = ("hide", "search", "template", "icon")
REQUIRED = ("title", "description", "origin", "reviewed")


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
        """The page's address within an edition."""
        return self.path.removesuffix(".md") + ".html"

    @property
    def origin(self) -> str:
        """Who wrote the page."""
        return self.front.data.get("origin", "")


def load_pages(project: Path) -> tuple[list[Page], list[Problem]]:
    """Return every page of docs/, in order of paths, and what is wrong with files and front matter."""
    pages, problems = [], []
    for path in sorted((project / DOCS).rglob("*.md")):
        name = path.relative_to(project).as_posix()
        if path.is_symlink():
            problems.append(Problem(name, "is a link to another file; put the page itself here"))
            continue
        text, found = read_text(path, name)
        if not found:
            page, found = _read(name, text)
            pages.append(page)
        problems += found
    return pages, problems


@cache
def _read(name: str, text: str) -> tuple[Page, tuple[Problem, ...]]:
    """Read one page's text; the same text is read once."""
    page, found = _parsed(name, text)
    return page, (*found, *_front_matter_problems(page))


def _parsed(name: str, text: str) -> tuple[Page, list[Problem]]:
    lines = text.splitlines(keepends=True)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
    if not lines or lines[0].strip() != "---" or not end:
        problem = Problem(name, "starts without front matter; begin with --- and lines like `title: …`, end it with ---", 1)
        return Page(name, text, YamlFile({}, {}), text, 1), [problem]
    front, problems = parse_yaml("".join(["\n", *lines[1:end]]), name)
    return Page(name, text, front, "".join(lines[end + 1 :]), end + 2), problems


def _front_matter_problems(page: Page) -> list[Problem]:
    data, line = page.front.data, lambda key: page.front.line((key,))
    if not data:
        return []
    known = OUR_KEYS + MATERIALS_KEYS
    problems = [Problem(page.name, f"unknown key; {did_you_mean(key, known)}", line(key), key) for key in data if key not in known]
    problems += [Problem(page.name, "is required in front matter; add it", 1, key) for key in REQUIRED if not data.get(key)]
    for key, choices in (("origin", ORIGINS), ("for_audience", AUDIENCES), ("for_stage", STAGES)):
        value = data.get(key)
        if value and value not in choices:
            message = f'"{value}" is not known; use one of {", ".join(choices)}'
            problems.append(Problem(page.name, message, line(key), key))
    is_local = page.path.startswith(LOCAL)
    if page.origin in ORIGINS and is_local != (page.origin == "local"):
        where = f"pages in {DOCS}/{LOCAL} are local; write origin: local" if is_local else f"a local page belongs in {DOCS}/{LOCAL}"
        problems.append(Problem(page.name, where, line("origin"), "origin"))
    problems += [
        Problem(page.name, "holds {{ or {%; front matter is shown as it stands, write plain words", line(key), key)
        for key, value in data.items()
        if "{{" in str(value) or "{%" in str(value)
    ]
    problems += [
        Problem(page.name, 'holds " or < or &, which the theme does not escape there; write it in other words', line(key), key)
        for key in ("title", "description")
        if any(sign in str(data.get(key)) for sign in '"<&')
    ]
    return problems + _reviewed_problems(page, line("reviewed"))


def _reviewed_problems(page: Page, line: int) -> list[Problem]:
    value = page.front.data.get("reviewed")
    try:
        if value:
            date.fromisoformat(value)
    except (TypeError, ValueError):
        return [Problem(page.name, f'"{value}" is not a date; write it like 2026-11-23', line, "reviewed")]
    return []
