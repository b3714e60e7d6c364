"""The index of the theme's search, made anew for readers: each point an entry of its own, found by more words than it says."""

import json
import re
import unicodedata
from html import escape
from pathlib import Path

from playbook.built import BuiltPage
from playbook.page import Page, load_pages
from playbook.passage import Passage, passages

# How much a word counts where it stands. `find` and `rest` are never shown; labels are not searched, so they cannot outrank content.
FIELDS = {"title": {"boost": 4.0}, "text": {"boost": 1.0}, "find": {"boost": 8.0}, "rest": {"boost": 0.5}}
LONG = 4  # letters: shorter words tell too little to be kept where they are not shown
SHOWN = 140  # signs of a passage that are shown; of what follows, the index keeps each longer word once
SEPARATOR = r"[\s\-\u2013\u2014/(\u201c\"]+"
WORD = re.compile(r"[^\W_][\w'\u2018\u2019\u02bb\u02bc]*")
NO_FRONT: dict = {}
TURNED_QUOTES = "'\u2018\u2019\u02bb\u02bc`\u00b4"  # typewriter, curly, ʻokina, apostrophe letter, accents alone


def index_for_readers(project: Path, work: Path) -> None:
    """Write an edition's search index anew, as the theme fetches it over http (.json) and from disk (.js). `work` is where it was rendered."""
    file = work / "search" / "search_index.json"
    index = json.loads(file.read_text("utf-8"))
    urls = dict.fromkeys(entry["location"].split("#")[0] for entry in index["docs"])  # pages that want to be found, in their order
    sources = {page.url: page for page in load_pages(project)[0]}
    index["docs"] = [entry for url in urls for entry in _entries(BuiltPage(work / url, url), sources[url])]
    index["config"] |= {"separator": SEPARATOR, "pipeline": ["trimmer"], "fields": FIELDS}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, "utf-8")
    file.with_suffix(".js").write_text(f"var __index={text}", "utf-8")


def folded(text: str) -> str:
    """Return text in small letters without accents, ʻokina and quotation marks, as search-words.js folds what a reader types."""
    bare = unicodedata.normalize("NFD", text).lower()
    return "".join(sign for sign in re.sub(r"['\u2019]s\b", "", bare) if not unicodedata.combining(sign) and sign not in TURNED_QUOTES)


def _entries(page: BuiltPage, source: Page) -> list[dict]:
    front = source.front.data
    first, *others = passages(page, front["title"])
    return [_entry(page.name, first, front), *(_entry(page.name, passage, NO_FRONT) for passage in others)]


def _entry(url: str, passage: Passage, front: dict) -> dict:
    """Return one entry; what is empty is left out. The theme takes its texts for HTML."""
    is_page = front is not NO_FRONT
    text = passage.text or front.get("description", "")
    shown = text if passage.duty or len(text) <= SHOWN else text[:SHOWN].rpartition(" ")[0] + " …"
    keywords = [*_list(front.get("keywords")), *(passage.duty.find if passage.duty else ())]
    said = WORD.findall(f"{passage.title} {text}")
    entry = {
        "location": f"{url}#{passage.anchor}" if passage.anchor else url,
        "title": escape(passage.title, quote=False),
        "text": escape(shown, quote=False),
        "tags": [escape(label, quote=False) for label in passage.labels if not is_page],
        "find": escape(_once(folded(" ".join([*keywords, *filter(_is_accented, said)])), but=passage.title.lower()), quote=False),
        "rest": _rest(text.removeprefix(shown.removesuffix(" …")), f"{passage.title} {shown}"),
    }
    return {key: value for key, value in entry.items() if value or key in ("title", "text")}


def _list(given: str | list | None) -> list[str]:
    return [str(word) for word in ([given] if isinstance(given, str) else given or ())]


def _once(words: str, but: str) -> str:
    """Return words without repetition, and without those that a title says already."""
    return " ".join(word for word in dict.fromkeys(words.split()) if word not in but.split())


def _rest(text: str, shown: str) -> str:
    """Return the longer words of a text that is not shown, in order of the alphabet."""
    new = {folded(word) for word in WORD.findall(text)} - {folded(word) for word in WORD.findall(shown)}
    return " ".join(sorted(word for word in new if len(word) > LONG))


def _is_accented(word: str) -> bool:
    """Tell whether a word can be typed otherwise than it is written. What follows a curly apostrophe (partner’s) is never needed to find it."""
    return not word.partition("\u2019")[0].isascii()
