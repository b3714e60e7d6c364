"""The file of an edition's search index, a script that works from disk.

docs/assets/javascripts/search/ reads it. It fires the event INDEX_EVENT, whose `detail` holds the edition's stage, the synonyms and the entries by column:
what an entry lacks is 0, and a location on the page of the entry before it leaves out that page's address.
"""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any

from playbook.content.synonyms import spellings, synonyms
from playbook.search.search_index import WORD_PATTERN, Entry, folded

INDEX_FILE = "search/search_index.js"
INDEX_EVENT = "playbook-search-index"
SCRIPT_HEAD = f'dispatchEvent(new CustomEvent("{INDEX_EVENT}", {{detail: '
SCRIPT_TAIL = "}));\n"
RARE = 2  # entries; a word that more entries have is found where it is shown


def write_index(place: Path, stage: str, entries: Iterable[Entry]) -> None:
    """Write an edition's index into its folder, entries by column. `stage`: the edition's own, whose points come first; empty in the general edition."""
    rows = _only_rare(list(entries))
    columns = {name: [row.get(name, 0) for row in rows] for name in dict.fromkeys(name for row in rows for name in row)} | {"location": _shortened(rows)}
    whole = {"stage": stage, "synonyms": synonyms(), "spellings": spellings(), "columns": columns}
    file = place / INDEX_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SCRIPT_HEAD + json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + SCRIPT_TAIL, "utf-8", newline="\n")


def _shortened(rows: list[Entry]) -> list[str]:
    """Return the locations; of one on the page of the entry before it, what follows the page's address."""
    pages = ["", *(row["location"].partition("#")[0] for row in rows)]
    return [row["location"].removeprefix(page) if page else row["location"] for page, row in zip(pages, rows, strict=False)]


def _whole(locations: list[str]) -> list[str]:
    """Return locations that were shortened, whole."""
    pages = accumulate(locations, lambda page, location: page if location.startswith("#") else location.partition("#")[0], initial="")
    return [f"{page}{location}" if location.startswith("#") else location for page, location in zip(pages, locations, strict=False)]


def _only_rare(rows: list[Entry]) -> list[Entry]:
    """Return entries with those words of `rest` that few entries have: a common one leads nowhere from there, and all weigh."""
    uses = Counter(
        word for row in rows for word in {*row.get("rest", "").split(), *WORD_PATTERN.findall(folded(f"{row['title']} {row['text']} {row.get('find', '')}"))}
    )
    return [row | {"rest": " ".join(word for word in row["rest"].split() if uses[word] <= RARE)} if "rest" in row else row for row in rows]


def read_index(place: Path) -> dict[str, Any]:
    """Return the search index of the edition in the folder `place`: `stage`, `synonyms`, `spellings`, `entries`. OSError where it has none."""
    text = (place / INDEX_FILE).read_text("utf-8")
    index: dict[str, Any] = json.loads(text.removeprefix(SCRIPT_HEAD).removesuffix(SCRIPT_TAIL))
    columns = index.pop("columns")
    columns["location"] = _whole(columns["location"])
    rows = zip(*columns.values(), strict=True)
    return index | {"entries": [{name: value for name, value in zip(columns, row, strict=True) if value != 0} for row in rows]}
