"""The index of the theme's search, made anew for readers: each point an entry of its own, found by more words than it says."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from playbook.output.html_page import BuiltPage
from playbook.content.page import Page
from playbook.search.passages import Passage, passages

# How much a word counts where it stands. `find` and `rest` are never shown; labels are not searched, so they cannot outrank content.
INDEX_FIELDS = {"title": {"boost": 4.0}, "text": {"boost": 1.0}, "find": {"boost": 8.0}, "rest": {"boost": 0.5}}
LONG = 4  # letters: shorter words tell too little to be kept where they are not shown
LONGEST_TEXT = 140  # signs of a passage that are shown; of what follows, the index keeps each longer word once
SEPARATOR = r"[\s\-\u2013\u2014/(\u201c\"]+"
WORD_PATTERN = re.compile(r"[^\W_][\w'\u2018\u2019\u02bb\u02bc]*")
NO_FRONT: dict = {}
INDEX_FILE = "search/search_index.js"
SCRIPT_HEAD = "var __index = "  # as the offline plugin begins the file; search-load.js cuts it off
TURNED_QUOTES = "'\u2018\u2019\u02bb\u02bc`\u00b4"  # typewriter, curly, ʻokina, apostrophe letter, accents alone


@dataclass(frozen=True)
class Index:
    """The theme's own index of an edition: its settings, and the addresses of the pages that want to be found, in their order."""

    config: dict
    urls: tuple[str, ...]


def themes_index(work: Path) -> Index:
    """Return the index that MkDocs left in the folder `work`."""
    index = read_index(work)
    return Index(index["config"], tuple(dict.fromkeys(entry["location"].split("#")[0] for entry in index["docs"])))


def write_index(work: Path, config: dict, entries: list[dict]) -> None:
    """Write a search index in the form that the theme loads from disk; search-load.js takes the same file over http. `config` is the theme's, of which ours is a part."""
    config = config | {"separator": SEPARATOR, "pipeline": ["trimmer"], "fields": INDEX_FIELDS}
    text = json.dumps({"config": config, "docs": entries}, ensure_ascii=False, separators=(",", ":"))
    file = work / INDEX_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.with_suffix(".json").unlink(missing_ok=True)  # the theme's own for http
    file.write_text(SCRIPT_HEAD + text, "utf-8")


def read_index(place: Path) -> dict:
    """Return the search index of the edition in the folder `place`: its settings (`config`) and its entries (`docs`). OSError where it has none."""
    return json.loads((place / INDEX_FILE).read_text("utf-8").removeprefix(SCRIPT_HEAD))


@lru_cache(50_000)
def folded(text: str) -> str:
    """Return text in small letters without accents, ʻokina and quotation marks, as search-words.js folds what a reader types."""
    bare = unicodedata.normalize("NFD", text).lower()
    return "".join(sign for sign in re.sub(r"['\u2019]s\b", "", bare) if not unicodedata.combining(sign) and sign not in TURNED_QUOTES)


@dataclass(frozen=True)
class SearchPlace:
    """A place that a search can land on: its passage, the page's address, and what the front matter adds to the page itself."""

    url: str
    passage: Passage
    front: dict


def places(page: BuiltPage, source: Page, url: str) -> list[SearchPlace]:
    """Return what an index holds of a page; `url` is its address within the edition."""
    front = source.front.data
    first, *others = passages(page, front["title"])
    return [SearchPlace(url, first, front), *(SearchPlace(url, passage, NO_FRONT) for passage in others)]


def entry(place: SearchPlace, words: Callable[[str], str] = str) -> dict:
    """Return one entry; what is empty is left out. The theme takes its texts for HTML. `words` puts an edition's words into title and text."""
    passage, is_page = place.passage, place.front is not NO_FRONT
    title, text = passage.told(words)
    text = text or place.front.get("description", "")
    shown = text if passage.duty or len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rpartition(" ")[0] + " …"
    keywords = [*_list(place.front.get("keywords")), *(passage.duty.find if passage.duty else ())]
    said = WORD_PATTERN.findall(f"{title} {text}")
    found = {
        "location": f"{place.url}#{passage.anchor}" if passage.anchor else place.url,
        "title": escape(title, quote=False),
        "text": escape(shown, quote=False),
        "tags": [escape(label, quote=False) for label in passage.labels if not is_page],
        "find": escape(_once(folded(" ".join([*keywords, *filter(_is_accented, dict.fromkeys(said))])), but=title.lower()), quote=False),
        "rest": _rest(text.removeprefix(shown.removesuffix(" …")), f"{title} {shown}"),
    }
    return {key: value for key, value in found.items() if value or key in ("title", "text")}


def _list(given: str | list | None) -> list[str]:
    return [str(word) for word in ([given] if isinstance(given, str) else given or ())]


def _once(words: str, but: str) -> str:
    """Return words without repetition, and without those that a title says already."""
    return " ".join(word for word in dict.fromkeys(words.split()) if word not in but.split())


def _rest(text: str, shown: str) -> str:
    """Return the longer words of a text that is not shown, in order of the alphabet."""
    new = {folded(word) for word in WORD_PATTERN.findall(text)} - {folded(word) for word in WORD_PATTERN.findall(shown)}
    return " ".join(sorted(word for word in new if len(word) > LONG))


def _is_accented(word: str) -> bool:
    """Tell whether a word can be typed otherwise than it is written. What follows a curly apostrophe (partner’s) is never needed to find it."""
    return not word.partition("\u2019")[0].isascii()
