"""The index of the theme's search, made anew for readers: each point an entry of its own, found by more words than it says."""

import json
import re
import unicodedata
from html import escape
from pathlib import Path

from playbook.built import BuiltPage
from playbook.page import Page, load_pages
from playbook.passage import Passage, passages

# How much a word counts where it stands. `find` holds words that are never shown; labels are not searched, so they cannot outrank content.
FIELDS = {"title": {"boost": 8.0}, "text": {"boost": 1.0}, "find": {"boost": 8.0}}
SEPARATOR = r"[\s\-\u2013\u2014/(\u201c\"]+"
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
    found = passages(page, front["title"])
    return [_entry(page.name, passage, found[0].title, front) for passage in found]


def _entry(url: str, passage: Passage, page_title: str, front: dict) -> dict:
    """Return one entry. The theme takes its texts for HTML."""
    is_page = passage.title is page_title
    text = passage.text or (front["description"] if is_page else "")
    words = _keywords(front) if is_page else []
    if passage.duty:
        words = [*words, *passage.duty.find, passage.duty.id]
    words += passage.labels
    words += dict.fromkeys(folded(word) for word in re.findall(r"[^\W\d_][\w'\u2018\u2019\u02bb\u02bc]*", f"{passage.title} {text}") if _needs(word))
    entry = {"location": f"{url}#{passage.anchor}" if passage.anchor else url, "title": escape(passage.title, quote=False), "text": escape(text, quote=False)}
    if not is_page:
        entry["tags"] = [escape(label, quote=False) for label in (page_title, *passage.labels)]
    if words:
        entry["find"] = escape(" ".join(folded(word) for word in words), quote=False)
    return entry


def _keywords(front: dict) -> list[str]:
    given = front.get("keywords") or []
    return [str(word) for word in ([given] if isinstance(given, str) else given)]


def _needs(word: str) -> bool:
    """Tell whether a word is found by its plain spelling only when that is written down, too."""
    plain = re.sub(r"[\u2018\u2019].*", "", word)  # contractions and possessives are found by their beginning
    return any(ord(sign) > 127 for sign in plain)
