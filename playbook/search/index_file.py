"""The file of an edition's search index, a script that works from disk.

docs/assets/javascripts/search/ reads it. It fires the event INDEX_EVENT, whose `detail` holds the edition's stage, the synonyms and the entries by column, each a text with
one line for each entry, empty for what an entry lacks, and what people ask for (compact.py). A location on the page of the entry before it leaves out that page's address, and an anchor made of the title is left out, too.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from playbook.content.synonyms import spellings, synonyms
from playbook.model.audience import Audience
from playbook.search.asked import questions
from playbook.search.compact import WORD, counted, forms, one_spelling, read, shares, written
from playbook.search.passage import Entry
from playbook.search.search_index import WORD_PATTERN, folded

INDEX_FILE = "search/search_index.js"
INDEX_EVENT = "playbook-search-index"
SCRIPT_HEAD = f'dispatchEvent(new CustomEvent("{INDEX_EVENT}", {{detail: '
SCRIPT_TAIL = "}));\n"
LISTS = ("audiences", "stages")
FIRST = ("text", "title", "location")  # columns in an order that gzip makes least of, behind the synonyms: words stand near themselves
GLOSSARY = "#word-"  # before an anchor that is made of the title
RARE = 1  # entries; a word that more entries have is found where it is shown


def write_index(place: Path, stage: str, entries: Iterable[Entry], audiences: Mapping[str, Audience] | None = None) -> None:
    """Write an edition's index into its folder, entries by column. `stage`: the edition's own, whose points come first; empty in the general edition.

    `audiences`: those of the edition's own, which a script cannot know.
    """
    rows = _only_rare(list(entries))
    columns = {name: [_line(row.get(name, "")) for row in rows] for name in dict.fromkeys(chain.from_iterable(rows))}
    columns["location"] = _shortened(rows)
    columns.pop("find", None)
    stems, uses = _uses(tuple((row["location"], row.get("find", "")) for row in rows))
    columns = {name: columns[name] for name in sorted(columns, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))}
    index = {"stage": stage, **_vocabulary(), "stems": stems, "uses": uses, "columns": {name: "\n".join(column) for name, column in columns.items()}}
    if audiences:
        index["audiences"] = {key: {"label": own.label, "color": own.color, "icon": own.icon} for key, own in audiences.items()}
    file = place / INDEX_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SCRIPT_HEAD + json.dumps(index, ensure_ascii=False, separators=(",", ":")) + SCRIPT_TAIL, "utf-8", newline="\n")


@lru_cache(8)  # most editions have the same places
def _uses(places: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Return by which stems people ask for places, as `written` does. A place: its location, and the phrases of its own; others are what people typed."""
    typed, ways = _typed(), tuple(tuple(group) for group in spellings())
    phrases = counted((find for _, find in places), spellings())
    rows = [_sum(own, typed.get(location, {})) for (location, _), own in zip(places, phrases, strict=True)]
    words = (*(find for _, find in places), *(folded(question.words) for question in questions() if not question.is_slip))
    return written(rows, forms(words, ways))


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    return {stem: one.get(stem, 0) + other.get(stem, 0) for stem in {**one, **other}}


@cache
def _typed() -> dict[str, dict[str, float]]:
    return shares(((question.words, question.locations) for question in questions() if not question.is_slip), spellings())


@cache
def _vocabulary() -> dict[str, str]:
    """Return synonyms and spellings as the browser compares them: a group a line, synonyms with blanks between, spellings with commas."""
    spelled = [dict.fromkeys(" ".join(WORD.findall(folded(way))) for way in group) for group in spellings()]
    alike = ((entry[0][0] for word in group if len(entry := one_spelling([folded(word)], spellings())[0]) == 1 and len(entry[0]) == 1) for group in synonyms())
    return {"synonyms": "\n".join(" ".join(dict.fromkeys(group)) for group in alike), "spellings": "\n".join(",".join(group) for group in spelled)}


def _line(value: str | list[str]) -> str:
    return " ".join(value) if isinstance(value, list) else value


@lru_cache(50_000)
def anchor_of(title: str) -> str:
    """Return the anchor that a heading gets from its words, as search/engine.js makes it."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub("['\u2019]", "", title.lower())).strip("-")


def _shortened(rows: list[Entry]) -> list[str]:
    """Return the locations without what can be told from the entry before, and from the title."""
    found, page = [], ""
    for row in rows:
        location, slug = row["location"], anchor_of(row["title"])
        rest = location.removeprefix(page) if page and location.startswith(f"{page}#") else location
        page = location.partition("#")[0]
        found.append({f"#{slug}": "#", f"{GLOSSARY}{slug}": GLOSSARY}.get(rest, rest) if slug else rest)
    return found


def _whole(locations: list[str], titles: list[str]) -> list[str]:
    """Return locations that were shortened, whole."""
    named = [f"{location}{anchor_of(title)}" if location in ("#", GLOSSARY) else location for location, title in zip(locations, titles, strict=True)]
    pages = accumulate(named, lambda page, location: page if location.startswith("#") else location.partition("#")[0], initial="")
    return [f"{page}{location}" if location.startswith("#") else location for page, location in zip(list(pages)[1:], named, strict=True)]


def _only_rare(rows: list[Entry]) -> list[Entry]:
    """Return entries with those words of `rest` that few entries have: a common one leads nowhere from there, and all weigh."""
    uses = Counter(chain.from_iterable(_words(row.get("rest", ""), f"{row['title']} {row['text']} {row.get('find', '')}") for row in rows))
    return [row | {"rest": " ".join(word for word in row["rest"].split() if uses[word] <= RARE)} if "rest" in row else row for row in rows]


@lru_cache(50_000)  # most entries are those of the edition before
def _words(rest: str, shown: str) -> frozenset[str]:
    return frozenset((*rest.split(), *WORD_PATTERN.findall(folded(shown))))


def read_index(place: Path) -> dict[str, Any]:
    """Return the search index of the edition in the folder `place`: `stage`, `synonyms`, `spellings`, `entries`, which have under `asked` the stems that people ask for them by, with their levels. OSError where it has none."""
    text = (place / INDEX_FILE).read_text("utf-8")
    index: dict[str, Any] = json.loads(text.removeprefix(SCRIPT_HEAD).removesuffix(SCRIPT_TAIL))
    columns = {name: column.split("\n") for name, column in index.pop("columns").items()}
    columns["location"] = _whole(columns["location"], columns["title"])
    asked = read(index.pop("stems"), index.pop("uses"), len(columns["title"]))
    rows = (
        {name: value for name, value in zip(columns, row, strict=True) if value or name in ("title", "text")} for row in zip(*columns.values(), strict=True)
    )
    entries = [{name: value.split(" ") if name in LISTS else value for name, value in row.items()} for row in rows]
    return index | {"entries": [entry | ({"asked": by} if by else {}) for entry, by in zip(entries, asked, strict=True)]}
