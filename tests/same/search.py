"""What the search of an edition can find, whatever its index looks like: one adapter for each form that an index has had."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

from playbook.search.index_file import read_index
from tests.same.canonical import BLANKS, Token
from tests.same.renames import Renames

Entry = dict[str, str]
INDEX = re.compile(r"(^|/)search/search_index\.(js|json)$|(^|/)assets/search/")


class NoAdapter(Exception):
    """An edition has no index of a form that is known here."""


def is_index(path: str) -> bool:
    """Tell the files of an index, which are compared by what they find, from all others."""
    return INDEX.search(path) is not None


def entries(edition: Path, renames: Renames) -> list[Token]:
    """Return an edition's entries, sorted: address, title, text. NoAdapter where no adapter knows its index."""
    for adapter in ADAPTERS:
        if (found := adapter(edition)) is not None:
            return [Token("text", line) for line in sorted(_line(entry, renames) for entry in found)]
    raise NoAdapter(f"{edition}: no adapter for its search index; add one to tests/same/search.py")


def _line(entry: Entry, renames: Renames) -> str:
    place, mark, anchor = renames.path(entry["location"]).partition("#")
    words = [_words(entry.get(key, "")) for key in ("title", "text")]
    return " · ".join([place + mark + renames.name("ids", anchor), *words])


def _words(markup: str) -> str:
    return BLANKS.sub(" ", unescape(re.sub(r"<[^>]+>", "", markup))).strip()


def _loaded(file: Path) -> dict:
    text = file.read_text("utf-8")
    return json.loads(text[re.match(r"[^[{]*", text).end() :].rstrip().rstrip(";"))


def themes(edition: Path) -> list[Entry] | None:
    """The form of MkDocs: entries of their own, and numbers of entries in a file that editions share."""
    file = next((edition / name for name in ("search/search_index.js", "search/search_index.json") if (edition / name).is_file()), None)
    if not file:
        return None
    docs = _loaded(file)["docs"]
    if not docs or "shared" not in docs[0]:
        return docs
    shared = _loaded(edition / docs[0]["shared"])
    return [shared[one] if isinstance(one, int) else one for one in docs[1:]]


def ours(edition: Path) -> list[Entry] | None:
    """Our own form: a script that fires an event, whose detail holds the entries, each by itself or by column."""
    file = edition / "search/search_index.js"
    if not file.is_file() or not file.read_text("utf-8").startswith("dispatchEvent("):
        return None
    text = file.read_text("utf-8")
    index = json.loads(text[text.index("{detail: ") + len("{detail: ") : text.rindex("}));")])
    return read_index(edition)["entries"] if "columns" in index else index["entries"]


ADAPTERS: tuple[Callable[[Path], list[Entry] | None], ...] = (ours, themes)
