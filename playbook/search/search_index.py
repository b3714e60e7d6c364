"""The search index of an edition: one entry for each page, heading and point, as a script file that works from disk.

docs/assets/javascripts/search/ reads it. The file fires the event INDEX_EVENT, whose `detail` holds the edition's stage, the synonyms and the entries.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from playbook.content.page import Page
from playbook.content.synonyms import spellings, synonyms
from playbook.files.yaml_file import YamlValue
from playbook.output.html_page import BuiltPage
from playbook.search.passages import Passage, passages

INDEX_FILE = "search/search_index.js"
INDEX_EVENT = "playbook-search-index"
SCRIPT_HEAD = f'dispatchEvent(new CustomEvent("{INDEX_EVENT}", {{detail: '
SCRIPT_TAIL = "}));\n"
LONG = 4  # letters: shorter words tell too little to be kept where they are not shown
LONGEST_TEXT = 125  # characters of a passage that are shown; of what follows, the index keeps each longer word once
WORD_PATTERN = re.compile(r"[^\W_][\w'\u2018\u2019\u02bb\u02bc]*")
TURNED_QUOTES = "'\u2018\u2019\u02bb\u02bc`\u00b4"  # typewriter, curly, ʻokina, apostrophe letter, accents alone
SHEET_PAGES = re.compile(r"sheets/|my-sheet\.html$")
KINDS = ("say", "sheet", "worksheet", "word", "page")  # groups of results, in docs/assets/javascripts/search/panel.js

Entry = dict[str, Any]


@dataclass(frozen=True)
class SearchPlace:
    """A place that a search can land on: its passage, the page's address and source, and whether it is the page as a whole."""

    url: str
    passage: Passage
    source: Page
    is_page: bool = False
    paper: str = ""  # address of the page's PDF, within the edition


def places(page: BuiltPage, source: Page, url: str) -> list[SearchPlace]:
    """Return what an index holds of a page; `url` is its address within the edition. Front matter says whether: `search: {exclude: true}` or `{page_only: true}`."""
    given = source.front.data.get("search")
    rule = given if isinstance(given, dict) else {}
    if _is_yes(rule.get("exclude")):
        return []
    title = source.title
    if _is_yes(rule.get("page_only")):
        return [SearchPlace(url, Passage("", title), source, True, _paper(page, url))]
    first, *others = passages(page, title)
    return [SearchPlace(url, first, source, True, _paper(page, url)), *(SearchPlace(url, passage, source) for passage in others)]


def entry(place: SearchPlace) -> Entry:
    """Return one entry; what is empty is left out. All texts are plain text. `find` and `rest` are searched and never shown."""
    passage, front = place.passage, place.source.front.data
    title, text = passage.told()
    text = text or (_words(front.get("description")) if place.is_page else "")
    shown = text if passage.duty or len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT].rpartition(" ")[0] + " …"
    keywords = [*(_list(front.get("keywords")) if place.is_page else ()), *(passage.duty.find if passage.duty else ())]
    found = {
        "location": f"{place.url}#{passage.anchor}" if passage.anchor else place.url,
        "kind": _kind(place),
        "title": title,
        "text": shown,
        "under": passage.under,
        "find": _once(folded(", ".join(keywords))),
        "rest": _rest(text.removeprefix(shown.removesuffix(" …")), f"{title} {shown}"),
        "audiences": _keys(passage.audiences, _words(front.get("for_audience")), place.is_page),
        "stages": _keys(passage.stages, _words(front.get("for_stage")), place.is_page),
        "paper": place.paper,
    }
    return {key: value for key, value in found.items() if value or key in ("title", "text")}


def write_index(place: Path, stage: str, entries: Iterable[Entry]) -> None:
    """Write an edition's index into its folder. `stage`: the edition's own, whose points come first; empty in the general edition."""
    whole = {"stage": stage, "synonyms": synonyms(), "spellings": spellings(), "entries": list(entries)}
    file = place / INDEX_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SCRIPT_HEAD + json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + SCRIPT_TAIL, "utf-8", newline="\n")


def read_index(place: Path) -> dict[str, Any]:
    """Return the search index of the edition in the folder `place`: `stage`, `synonyms`, `spellings`, `entries`. OSError where it has none."""
    text = (place / INDEX_FILE).read_text("utf-8")
    index: dict[str, Any] = json.loads(text.removeprefix(SCRIPT_HEAD).removesuffix(SCRIPT_TAIL))
    return index


@lru_cache(50_000)
def folded(text: str) -> str:
    """Return text in small letters without accents, ʻokina and quotation marks, as search/words.js folds what a reader types."""
    bare = unicodedata.normalize("NFD", text).lower()
    return "".join(sign for sign in re.sub(r"['\u2019]s\b", "", bare) if not unicodedata.combining(sign) and sign not in TURNED_QUOTES)


def _is_yes(value: Any) -> bool:
    """Front matter is read as text."""
    return str(value).lower() == "true"


def _kind(place: SearchPlace) -> str:
    """Return under which group of results an entry stands."""
    if SHEET_PAGES.match(place.url):
        return "sheet"
    if place.passage.anchor.startswith("word-"):
        return "word"
    if place.url.startswith("talking-points/"):
        return "say"
    return "worksheet" if place.url.startswith("team/") else "page"


def _paper(page: BuiltPage, url: str) -> str:
    """Return the address of the PDF that a page offers of itself, within the edition; empty where it offers none."""
    own = f"{url.rpartition('/')[2].removesuffix('.html')}.pdf"
    found = [link for link in page.root.xpath('//article//a[contains(@class, "tool-pdf")]/@href') if link.endswith(".pdf")]
    if own in found:
        return f"{url.removesuffix('.html')}.pdf"
    return f"{url.rpartition('/')[0]}/{found[0]}" if found and url.startswith("sheets/") and not url.endswith("index.html") else ""


def _keys(of_passage: tuple[str, ...], of_page: str | None, is_page: bool) -> list[str]:
    return list(of_passage) or ([of_page] if of_page and is_page else [])


def _list(given: YamlValue | None) -> list[str]:
    return [str(word) for word in ([given] if isinstance(given, str) else given or ())]


def _words(given: YamlValue | None) -> str:
    return given if isinstance(given, str) else ""


def _once(phrases: str) -> str:
    """Return phrases, each once."""
    return ", ".join(dict.fromkeys(phrases.split(", ")))


def _rest(text: str, shown: str) -> str:
    """Return the longer words of a text that is not shown, in order of the alphabet."""
    new = {folded(word) for word in WORD_PATTERN.findall(text)} - {folded(word) for word in WORD_PATTERN.findall(shown)}
    return " ".join(sorted(word for word in new if len(word) > LONG))
