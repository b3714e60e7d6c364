"""Entries of the search index: one for each page, heading and point. index_file.py writes them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from playbook.content.page import Page
from playbook.files.diagnostics import Problem
from playbook.files.yaml_file import YamlValue
from playbook.output.cut_page import CutPage
from playbook.output.html_page import BuiltPage
from playbook.search.passage import Entry, Passage, as_before
from playbook.search.passages import passages

LONG = 4  # letters: shorter words tell too little to be kept where they are not shown
LONGEST_DETAIL = 96  # characters of a point that are shown behind its line to say
LONGEST_TEXT = 52  # of a glossary word and of a local page; all others are shown by their titles alone
WORD_PATTERN = re.compile(r"[^\W_][\w'\u2018\u2019\u02bb\u02bc]*")
TURNED_QUOTES = "'\u2018\u2019\u02bb\u02bc`\u00b4"  # typewriter, curly, ʻokina, apostrophe letter, accents alone
SHEET_PAGES = re.compile(r"sheets/|my-sheet\.html$")
NO_HEADING = "is no heading of this page; write the id that stands in { #… } behind a heading, or its words in small letters with hyphens"
EMPTY = frozenset(
    "a an the is are do does did of in on for at we our us i my you your it its this that they their them with be will can and or me from by as to".split()
)
KINDS = ("say", "sheet", "worksheet", "word", "page")  # groups of results, in docs/assets/javascripts/search/panel.js

PAPERS = etree.XPath('//a[contains(@class, "tool-pdf")]/@href', smart_strings=False)


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
    found = [Passage("", source.title)] if _is_yes(rule.get("page_only")) else passages(page, source.title)
    if isinstance(page, CutPage):
        found = as_before(found, page.cut.passages)
    return [SearchPlace(url, passage, source, not number, "" if number else _paper(page, url)) for number, passage in enumerate(found)]


def find_problems(root: HtmlElement, source: Page) -> Iterator[Problem]:
    """Yield each heading that `search: {find: …}` names and the page does not have."""
    for key in sorted(_headings(source.front.data).keys() - set(root.xpath("//article//@id"))):
        yield Problem(source.name, NO_HEADING, source.front.line(("search", "find", key)), f"search.find.{key}")


def entry(place: SearchPlace) -> Entry:
    """Return one entry; what is empty is left out. All texts are plain text. `find`, and of a local page `rest`, are searched and never shown."""
    place.passage.entry = place.passage.entry or _made(place)
    return place.passage.entry


def _made(place: SearchPlace) -> Entry:
    passage, front = place.passage, place.source.front.data
    title, text = passage.told()
    description = _words(front.get("description")) if place.is_page else ""
    text = text or description
    longest = LONGEST_DETAIL if passage.spec else LONGEST_TEXT if place.source.origin == "local" or passage.anchor.startswith("word-") else 0
    shown = text if len(text) <= longest else f"{cut} …" if (cut := text[:longest].rpartition(" ")[0]) else ""
    keywords = [
        *(_list(front.get("keywords")) if place.is_page else ()),
        *_list(_headings(front).get(passage.anchor)),
        *(passage.spec.find if passage.spec else ()),
    ]
    found = {
        "location": f"{place.url}#{passage.anchor}" if passage.anchor else place.url,
        "kind": _kind(place),
        "title": title,
        "text": shown,
        "under": passage.under,
        "find": _once(", ".join(keywords)),
        "rest": _rest(f"{text.removeprefix(shown.removesuffix(' …'))} {description}", f"{title} {shown}") if place.source.origin == "local" else "",
        "audiences": _keys(passage.audiences, _words(front.get("for_audience")), place.is_page),
        "stages": _keys(passage.stages, _words(front.get("for_stage")), place.is_page),
        "paper": place.paper,
    }
    return {key: " ".join(value.splitlines()) if isinstance(value, str) else value for key, value in found.items() if value or key in ("title", "text")}


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
    found = [link for link in page.find(PAPERS) if link.endswith(".pdf")]
    if own in found:
        return f"{url.removesuffix('.html')}.pdf"
    return f"{url.rpartition('/')[0]}/{found[0]}" if found and url.startswith("sheets/") and not url.endswith("index.html") else ""


def _keys(of_passage: tuple[str, ...], of_page: str | None, is_page: bool) -> list[str]:
    return list(of_passage) or ([of_page] if of_page and is_page else [])


def _headings(front: dict[str, YamlValue]) -> dict[str, YamlValue]:
    """Return what people type for a page's headings, by their ids."""
    search = front.get("search")
    found = search.get("find") if isinstance(search, dict) else None
    return found if isinstance(found, dict) else {}


def _list(given: YamlValue | None) -> list[str]:
    return [str(word) for word in ([given] if isinstance(given, str) else given or ())]


def _words(given: YamlValue | None) -> str:
    return given if isinstance(given, str) else ""


@lru_cache(50_000)  # most entries are those of the edition before
def _once(keywords: str) -> str:
    """Return phrases, folded, each once, without the words that tell nothing; a phrase of such words alone stays whole."""
    phrases = folded(keywords)
    return ", ".join(dict.fromkeys(" ".join(word for word in phrase.split() if word not in EMPTY) or phrase for phrase in phrases.split(", ")))


@lru_cache(50_000)
def _rest(text: str, shown: str) -> str:
    """Return the longer words of a text that is not shown, in order of the alphabet; names of stored keys and fields are no words."""
    new = {folded(word) for word in WORD_PATTERN.findall(text)} - {folded(word) for word in WORD_PATTERN.findall(shown)}
    return " ".join(sorted(word for word in new if len(word) > LONG and "_" not in word))
