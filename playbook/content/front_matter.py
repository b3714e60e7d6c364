"""What the lines between --- at the head of a page may say, read as strictly as a region file and exactly where MkDocs reads them."""

import re
from collections.abc import Iterator
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

import yaml
from mkdocs.utils.meta import YAML_RE
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, field_validator

from playbook.content.attribution import Origin
from playbook.files.diagnostics import Problem, beside
from playbook.files.messages import complaint
from playbook.files.validation import FrozenModel, problems_of
from playbook.files.yaml_file import LOADER, YamlFile, parse_yaml
from playbook.model.address import matches
from playbook.model.audience import AudienceKey
from playbook.model.field_types import Date, Words, digits
from playbook.model.stage import StageKey
from playbook.model.trademark import names_owners

THEME = (Path(str(files("material"))) / "templates", Path(__file__).parents[2] / "overrides")
Template = Literal["main.html", "home.html", "form.html", "sheet.html"]  # of overrides/
LONGEST_LINE = 300  # characters
IN_HEAD = ("title", "description", "author")  # what the theme writes into a page's head
UNREADABLE = 'holds a value that YAML cannot read ({}); put it in "quotes"'
ICON = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)+")
NO_FRONT = "starts without front matter; begin with --- and lines like `title: …`, end it with ---"


def _line(value: str) -> str:
    """Return text on one line; refuse an empty one, a long one, and one in quotes that would be shown with it."""
    text = value.strip()
    if len(value) > LONGEST_LINE:
        raise ValueError(f"is {len(value)} characters long; at most {LONGEST_LINE}")
    for key, wrong in (("empty", not text), ("lines", "\n" in value), ("quoted", matches("quoted", text))):
        if wrong:
            raise ValueError(complaint(key))
    return value


Line = Annotated[str, AfterValidator(_line)]


def _author(value: str) -> str:
    """Return the author's name; the owners of the tool did not write a local page."""
    if names_owners(value):
        raise ValueError("carries the name of the material's owners, who did not write this page; name who did")
    return value


Author = Annotated[Words, AfterValidator(_author)]


class Search(FrozenModel):
    """How the search treats a page: `exclude` leaves it out, `page_only` finds it by title, description and keywords alone; `find` says what people type for its headings."""

    exclude: bool = False
    page_only: bool = False
    find: dict[Line, tuple[Line, ...]] = Field(default_factory=dict)  # by a heading's id


class Front(FrozenModel):
    """Our keys, then Material's; no others: a key with a macro's name would shadow it."""

    title: Line
    description: Line
    origin: Origin
    reviewed: Date
    keywords: tuple[Line, ...] = ()
    for_audience: AudienceKey | None = None
    for_stage: StageKey | None = None
    author: Author | None = None  # of a local page; else each edition's conveners
    editions: tuple[Line, ...] | None = None  # that have a local page; else all
    order: Annotated[int, BeforeValidator(digits)] | None = Field(None, ge=0, le=999)  # of a local page in the menu
    hide: tuple[Literal["navigation", "toc", "footer", "path", "tags"], ...] = ()
    search: Search = Search()
    template: Template | None = None
    icon: str | None = None

    @field_validator("keywords", mode="before")
    @classmethod
    def _one_or_more(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @field_validator("editions", mode="before")
    @classmethod
    def _at_least_one(cls, value: object) -> object:
        if value in ([], "", None):
            raise ValueError("names no edition; name one, or leave the key out, and all have the page")
        return [value] if isinstance(value, str) else value

    @field_validator("author", "order", mode="before")
    @classmethod
    def _given(cls, value: object) -> object:
        if value is None:
            raise ValueError(complaint("empty"))
        return value

    @field_validator("icon")
    @classmethod
    def _drawn(cls, value: str | None) -> str | None:
        if value is not None and not (ICON.fullmatch(value) and any((folder / ".icons" / f"{value}.svg").is_file() for folder in THEME)):
            raise ValueError("is no icon of the theme; take a name like material/map-marker, or leave the key out")
        return value


def split(text: str, name: str) -> tuple[YamlFile, str, int, list[Problem]]:
    """Return a page's front matter, its body, the line on which that begins, and what is wrong; on problems the front matter is empty."""
    found = YAML_RE.match(text)
    if not found:
        return YamlFile({}, {}), text, 1, [Problem(name, NO_FRONT, 1)]
    body, line = text[found.end() :], text.count("\n", 0, found.end()) + 1
    if found[0].rstrip().endswith("..."):
        return YamlFile({}, {}), body, line, [Problem(name, "ends its front matter with ...; end it with ---", line - 1)]
    front, problems = parse_yaml(f"\n{found[1]}", name)
    if front.data or not problems:
        problems = beside(problems, [*_model_problems(front, name), *_reading_problems(found[1], front, name), *_sign_problems(front, name)])
    return front, body, line, problems


def _model_problems(front: YamlFile, name: str) -> list[Problem]:
    try:
        Front.model_validate(front.data)
    except ValidationError as error:
        return problems_of(error, Front, front, name)
    return []


def _reading_problems(text: str, front: YamlFile, name: str) -> Iterator[Problem]:
    """Yield which words MkDocs, with YAML's own types, takes for a number, a day or a truth value."""
    try:
        node = None if front.unread else yaml.compose(text, LOADER)
    except yaml.YAMLError as error:
        yield Problem(name, UNREADABLE.format(" ".join(str(error).split())[:80]), 1)
        return
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    for key, inner in ((key.value, inner) for key, inner in pairs if isinstance(key, yaml.ScalarNode)):
        try:
            values = LOADER("").construct_document(inner)
        except (yaml.YAMLError, ValueError) as error:  # ValueError: a day like 2026-02-30
            if key != "reviewed":  # which the model names
                yield Problem(name, UNREADABLE.format(error), front.line((key,)), key)
            continue
        for value in values if isinstance(values, list) else [values]:
            if key in (*IN_HEAD, "keywords") and isinstance(front.data.get(key), str | list) and not isinstance(value, str | dict):
                yield Problem(name, f'"{value}" is read as a {type(value).__name__}, not as words; put it in "quotes"', front.line((key,)), key)


def _sign_problems(front: YamlFile, name: str) -> Iterator[Problem]:
    for key, value in front.data.items():
        if any(sign in str(value) for sign in ("{{", "{%", "{#")):
            yield Problem(name, "holds {{ or {%; front matter is shown as it stands, write plain words", front.line((key,)), key)
        if key in IN_HEAD and any(sign in str(value) for sign in '"<'):
            yield Problem(name, 'holds " or <, which the theme does not escape there; write “ ” or other words', front.line((key,)), key)
        elif key in IN_HEAD and (read := unescape(str(value))) != str(value):  # an & alone is an & in HTML, too
            yield Problem(name, f"is read as “{read}” in HTML; write & with a blank on each side", front.line((key,)), key)
