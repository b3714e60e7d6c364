"""Outside sources: each stands once in sources.yml, with the month in which it was read; pages name it by its id."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cache

from playbook.content.data_file import DATA_FOLDER
from playbook.content.page import LOCAL, Page
from playbook.files.diagnostics import Problem, did_you_mean
from playbook.files.yaml_file import YamlFile, read_yaml
from playbook.model.address import matches

SOURCES_FILE = "playbook/content/sources.yml"
TIES = {  # does the source itself tie what it tells to the owners' approach?
    "yes": "The source ties this to Next Gen",
    "no": "The source does not tie this to Next Gen",
    "not stated": "The source does not say whether this is Next Gen",
}
UNDATED = "undated"
OUTSIDE = re.compile(r"https?://[^\s)>\]\"']+")
CODE = re.compile(r"`[^`]*`")
USE = re.compile(r"\b(?:source|case)\(\s*[\"']([^\"']*)[\"']")


@dataclass(frozen=True)
class Reference:
    """One source as it shows itself: title, publisher or author, year or "undated", address; when we read it; its tie."""

    id: str
    name: str
    publisher: str
    year: str
    url: str
    noted: str  # a month: 2026-11
    next_gen: str  # a key of TIES

    @property
    def month(self) -> str:
        """The month in which it was noted, in words: `November 2026`."""
        return f"{date.fromisoformat(f'{self.noted}-01'):%B %Y}"


KEYS = tuple(field.name for field in fields(Reference) if field.name != "id")


@cache
def _file() -> tuple[YamlFile, list[Problem]]:
    read, problems = read_yaml(DATA_FOLDER / "sources.yml", SOURCES_FILE)
    return read, problems or ([] if read.data else [Problem(SOURCES_FILE, "is empty; bring it back from the release")])


@cache
def sources() -> dict[str, Reference]:
    """Return every source by its id; one with a mistake is left out (source_problems names it)."""
    faulty = {problem.key.partition(".")[0] for problem in _entry_problems(_file()[0])}
    entries = _file()[0].data.items()
    return {key: Reference(key, **{word: str(entry[word]) for word in KEYS}) for key, entry in entries if key not in faulty and isinstance(entry, dict)}


def used(page: Page) -> list[Reference]:
    """Return the sources that a page names, each once, in the order in which they come."""
    return [sources()[key] for key in dict.fromkeys(USE.findall(page.text)) if key in sources()]


def source_problems(pages: Iterable[Page]) -> list[Problem]:
    """Return what is wrong: entries with mistakes, entries no page uses, and outside links of pages that are not in the file."""
    read, problems = _file()
    pages = list(pages)
    named = {key for page in pages for key in USE.findall(page.text)}
    unused = [
        Problem(SOURCES_FILE, 'no page names it; write {{ source("…") }} where it belongs, or delete it', read.line((key,)), key)
        for key in sources().keys() - named
    ]
    return [*problems, *_entry_problems(read), *unused, *(problem for page in pages for problem in _page_problems(page))]


def _entry_problems(read: YamlFile) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for key, entry in read.data.items():
        line = read.line((key,))
        if not isinstance(entry, dict):
            yield Problem(SOURCES_FILE, f"holds no facts; give it {', '.join(KEYS)}", line, key)
            continue
        for word in entry:
            if word not in KEYS:
                yield Problem(SOURCES_FILE, f"is not known; {did_you_mean(word, KEYS)}", read.line((key, word)), f"{key}.{word}")
        for word in KEYS:
            if message := _value_message(word, entry.get(word)):
                yield Problem(SOURCES_FILE, message, read.line((key, word)), f"{key}.{word}")
        if (other := first.setdefault(str(entry.get("url")), key)) != key:
            yield Problem(SOURCES_FILE, f"has the address of {other}; keep one of them", line, key)


def _value_message(word: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        return "is missing; add it"
    wanted = {
        "url": (OUTSIDE.fullmatch(value) and matches("web", value) and not matches("user", value), "is not an address; write it whole, from https:// on"),
        "year": (value == UNDATED or re.fullmatch(r"(19|20)\d\d", value), f"is not a year; write it like 2018, or {UNDATED}"),
        "noted": (re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", value), "is not a month; write it like 2026-11"),
        "next_gen": (value in TIES, f"is not known; use one of {', '.join(TIES)}"),
    }
    right, message = wanted.get(word, (True, ""))
    return "" if right else f'"{value}" {message}'


def _page_problems(page: Page) -> Iterator[Problem]:
    for number, line in enumerate(page.body.splitlines(), page.body_line):
        if not page.path.startswith(LOCAL) and (found := OUTSIDE.search(CODE.sub("", line))):
            message = f'{found[0]} stands in the page; put it into {SOURCES_FILE} with the month you read it, and write {{{{ source("…") }}}} here'
            yield Problem(page.name, message, number)
        for key in USE.findall(line):
            if key not in _file()[0].data:  # one with a mistake is named by itself
                yield Problem(page.name, f'source "{key}" is not known; {did_you_mean(key, sources(), SOURCES_FILE)}', number)
