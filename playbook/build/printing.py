"""A printing: a plate, and what the search finds on it, read once for all editions that share the plate."""

import html
import re
from functools import cached_property

from playbook.output.html_page import BuiltPage, plain
from playbook.content.page import Page
from playbook.search.passages import words_of
from playbook.content.plate import Answers, Plate
from playbook.search.search_index import SearchPlace, entry, places

SIGN = re.compile("\ue002(\\d+)\ue003|\ue000(\\d+)\ue001")  # of a slot, in words: block or inline
HIDDEN = re.compile(r"<(\w+)\b[^>]* hidden\b[^>]*>.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


class Printing:
    """A plate, and what the search finds on it."""

    def __init__(self, plate: Plate, url: str, source: Page):
        self.plate, self._url, self._source = plate, url, source

    def entries(self, answers: Answers) -> list[dict]:
        """Return what the search index of an edition holds of the page."""
        if any(words_of(answers.text(slot)) is None for slot in self.plate.blocks) or self._is_bound:
            return [entry(place) for place in places(BuiltPage.of(self.plate.filled(answers), self._url), self._source)]
        return [found if isinstance(found, dict) else entry(found, lambda text: filled_words(text, answers)) for found in self._found]

    @cached_property
    def _places(self) -> list[SearchPlace]:
        return places(BuiltPage.of(self.plate.html, self._url), self._source)

    @cached_property
    def _is_bound(self) -> bool:
        """Tell whether a block is part of a title or a point, which are read otherwise than running text."""
        return any("\ue002" in place.passage.title or (place.passage.duty and "\ue002" in place.passage.text) for place in self._places)

    @cached_property
    def _found(self) -> list[dict | SearchPlace]:
        """Entries that are the same for all editions; places where the edition's words come in."""
        return [place if SIGN.search(f"{place.passage.title}{place.passage.text}") else entry(place) for place in self._places]


def filled_words(text: str, answers: Answers) -> str:
    """Return plain text, read out of a plate, with every slot filled by plain text."""

    def fill(sign: re.Match) -> str:
        block, inline = sign.groups()
        return words_of(answers.text(int(block))) if block else html.unescape(TAG.sub("", HIDDEN.sub("", answers.text(int(inline)))))

    return plain(SIGN.sub(fill, text))
