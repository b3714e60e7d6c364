"""Parts of a page made those of an audience of an edition's own: names before they are localized, places after it.

Names first, on the general edition's words, so that nothing a region says is changed; places last, since points are counted by their ids.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from lxml.html import HtmlElement

from playbook.content.sheet_plan import SHEETS_FOLDER
from playbook.content.wording.own_audiences import OwnAudience
from playbook.model.audience import Audience
from playbook.model.formatting import capitalized
from playbook.model.stage import STAGES

SHEET_FILE = re.compile(rf"{SHEETS_FOLDER}/(?P<who>[a-z0-9-]+?)(?P<rest>(?:-(?:{'|'.join(STAGES)})(?:-handout)?)?\.(?:html|pdf|docx))")
NAMED = ("aria-label", "title", "data-page", "content")  # attributes that hold words
SAID_BY = ("data-point", "data-field")  # attributes of what is said by a point or by the region: names no audience


@dataclass(frozen=True, eq=False)
class Naming:
    """From the part of one audience to that of an audience of the edition's own.

    `copied`: the ids on each page (by its address) that stand in the parts of the audience which the own one is like; `shared`: the region's own points there;
    `known`: the keys of all audiences of the edition's own.
    """

    source: Audience
    own: OwnAudience
    copied: Mapping[str, Collection[str]]
    shared: Collection[str] = ()
    known: Sequence[str] = ()

    def text(self, words: str) -> str:
        """Return words in which the audience is called by its name."""
        return self._names[0].sub(lambda name: self._names[1][name[0]], words)

    @cached_property
    def _names(self) -> tuple[re.Pattern[str], dict[str, str]]:
        """The names of the source, the longest first, and what the own audience is called in place of each."""
        before, now = self.source, self.own.audience
        names = {capitalized(before.one): capitalized(now.one), before.one: now.one, before.label: now.label, before.said: now.said}
        return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))), names

    def name(self, element: HtmlElement) -> None:
        """Call the audience by its name, within an element and in its attributes; not in what points and fields say, nor in a figure."""
        for part in _frame(element):
            for name in NAMED:
                if name in part.attrib:
                    part.set(name, self.text(part.get(name, "")))
            if "data-subject" in part.attrib:
                part.set("data-subject", quote(self.page(self.text(unquote(part.get("data-subject", ""))))))
            if any(name in part.attrib for name in SAID_BY) or part.tag == "figure":
                continue
            part.text = self.text(part.text or "") or None
            for child in part:
                child.tail = self.text(child.tail or "") or None

    def place(self, element: HtmlElement, url: str, ids: bool = True) -> None:
        """Give an element, and what is in it, the audience's key, drawing, ids and addresses. `url`: of the page that it stands on; `ids`: whether others of it stand there."""
        for part in element.iter():
            if not isinstance(part.tag, str) or any(around.tag == "figure" for around in part.iterancestors()):
                continue
            if part.get("data-audience") == self.source.key:
                self.draw(part)
            for name in ("id", "for") if ids else ():
                if part.get(name):
                    part.set(name, self.id(part.get(name, "")))
            if part.tag == "a" and part.get("href"):
                part.set("href", self.address(part.get("href", ""), url))

    def draw(self, element: HtmlElement) -> None:
        """Say whose an element is, and in which color and with which icon it is drawn."""
        element.set("data-audience", self.own.key)
        element.set("data-color", self.own.audience.color)
        element.set("data-icon", self.own.audience.icon)

    def id(self, key: str) -> str:
        """Return the id of a part: an audience's name at its end gives way, any other has the audience's before it; its own points keep theirs."""
        if key in self.own.added:
            return key
        return f"{key.removesuffix(self.source.key)}{self.own.key}" if key.endswith(f"-{self.source.key}") else f"{self.own.key}--{key}"

    def page(self, address: str) -> str:
        """Return an address, or a text that ends in one, that leads to the audience's own sheet where it led to one of the other's."""
        found = re.search(rf"{SHEET_FILE.pattern}$", address)
        return f"{address[: found.start('who')]}{self.own.key}{found['rest']}" if found and found["who"] == self.source.key else address

    def address(self, href: str, url: str) -> str:
        """Return where a link on the page `url` leads, within what is the audience's own."""
        page, _, anchor = href.partition("#")
        target = resolved(page, url)
        if target is None:
            return href
        if (new := self.page(target)) != target:
            page = page.removesuffix(posixpath.basename(target)) + posixpath.basename(new)
        if anchor and (anchor in self.copied.get(target, ()) or anchor in self.shared):
            anchor = self.id(anchor)
        return f"{page}#{anchor}" if anchor else page


def copied(own: OwnAudience, ids: Mapping[str, Mapping[str, Collection[str]]]) -> dict[str, Collection[str]]:
    """Return the ids, by page, in the parts that an audience takes from the one it is like. `ids`: those of each of the four, by key and page."""
    return {url: found for url, found in ids[own.like.key].items() if url not in own.no_tab_on}


def resolved(page: str, url: str) -> str | None:
    """Return the address within the edition that a link on the page `url` leads to, without its anchor; None of one that leads elsewhere."""
    if ":" in page:
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(url), page)) if page else url


def _frame(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and all in it that is not said by a point or a field, nor in a figure; those are yielded themselves."""
    yield element
    if not any(name in element.attrib for name in SAID_BY) and element.tag != "figure":
        for child in element:
            if isinstance(child.tag, str):
                yield from _frame(child)
