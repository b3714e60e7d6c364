"""The phrases that people type, in few bytes: a word's stem, or the commonest of its forms, each phrase once, in an order that repeats itself.

Nobody reads them, and phrases are compared without the order of their words, so that nothing is lost. `stem` is the twin of the one in search/words.js.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from playbook.search.search_index import folded

WORD = re.compile(r"[^\W_]+")
ENDINGS = (
    (r"ies$", "y"),
    (r"(ss|sh|ch|x|z)es$", r"\1"),
    (r"([^aius])s$", r"\1"),
)
LONGER_ENDINGS = (
    (r"([a-z]{3})(?:ations?|ating|ated|ates?)$", r"\1at"),
    (r"([a-z]{3})(?:ings?|ed|ers?|ments?|ly|ions?|ive)$", r"\1"),
    (r"([bdglmnprt])\1$", r"\1"),
    (r"([a-z]{3})[ey]$", r"\1"),
)


SHORTEST = 5  # letters of a stem that may stand for its words; a shorter one is another word's slip: "bord" of border and board


@lru_cache(50_000)
def stem(word: str) -> str:
    """Return a folded word without its plural and its commonest endings; it need be no word."""
    if len(word) < 4:
        return word
    single = _without(word, ENDINGS)
    return single if single.endswith("tter") else _without(single, LONGER_ENDINGS)


def _without(word: str, endings: Iterable[tuple[str, str]]) -> str:
    for ending, left in endings:
        word = re.sub(ending, left, word, count=1)
    return word


def compact(finds: Sequence[str], spellings: Sequence[Sequence[str]]) -> list[str]:
    """Return, for each entry's phrases with commas between, the same in few bytes: a phrase that begins with blanks has as many first words of the one before it."""
    return list(_compact(tuple(finds), tuple(tuple(group) for group in spellings)))


@lru_cache(8)  # nobody's values stand in them: most editions have the phrases of the one before
def _compact(finds: tuple[str, ...], spellings: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    entries = one_spelling(finds, spellings)
    forms = Counter(word for phrases in entries for phrase in phrases for word in phrase)
    written: dict[str, str] = {}
    for word in sorted(forms, key=lambda word: (-forms[word], len(word), word)):
        written.setdefault(key := stem(word), key if len(key) >= SHORTEST and stem(key) == key else word)
    return tuple(",".join(_told(_ordered([frozenset(written[stem(word)] for word in phrase) for phrase in phrases], forms))) for phrases in entries)


def one_spelling(finds: Iterable[str], spellings: Sequence[Sequence[str]]) -> list[list[list[str]]]:
    """Return the words of each phrase of each entry; what is spelled in several ways as the first of them."""
    spelled = _speller(tuple(tuple(group) for group in spellings))
    return [spelled(find) for find in finds]


def whole(find: str) -> list[str]:
    """Return the phrases that `compact` told, each whole."""
    phrases: list[list[str]] = [[]]
    for part in find.split(",") if find else ():
        words = part.lstrip(" ")
        phrases.append([*phrases[-1][: len(part) - len(words)], *words.split(" ")])
    return [" ".join(phrase) for phrase in phrases[1:]]


def _ordered(phrases: Iterable[frozenset[str]], forms: Counter[str]) -> list[list[str]]:
    """Return phrases as lists of words, so that many begin alike: the word first that most of them have, and so on among those. `forms`: how common words are."""
    left = set(phrases)
    found: list[list[str]] = [[]] if frozenset() in left else []
    left.discard(frozenset())
    heads: dict[str, list[list[str]]] = {}
    while left:
        uses = Counter(word for phrase in left for word in phrase)
        head = max(uses, key=lambda word: (uses[word], forms[word], word))
        having = {phrase for phrase in left if head in phrase}
        heads[head] = _ordered((phrase - {head} for phrase in having), forms)
        left -= having
    return found + [[head, *rest] for head in sorted(heads) for rest in heads[head]]


def _told(phrases: Iterable[list[str]]) -> Iterator[str]:
    """Yield each phrase with a blank for each first word that the one before it has, too."""
    before: list[str] = []
    for phrase in filter(None, phrases):
        shared = next((at for at, pair in enumerate(zip(before, phrase, strict=False)) if pair[0] != pair[1]), min(len(before), len(phrase)))
        yield " " * shared + " ".join(phrase[shared:])
        before = phrase


@lru_cache(1)
def _speller(spellings: tuple[tuple[str, ...], ...]) -> Callable[[str], list[list[str]]]:
    """Return what reads an entry's phrases as words, and spellings with a blank in them as the first of their group, as search/lookup.js does with a text that is shown."""
    groups = [[" ".join(WORD.findall(folded(way))) for way in group] for group in spellings]
    ways = {other: first for first, *others in groups for other in others if " " in first + other}
    found = re.compile(rf"\b(?:{'|'.join(sorted(ways, key=len, reverse=True)).replace(' ', '[ -]')})(?=s?\b)")

    @lru_cache(50_000)
    def spelled(find: str) -> list[list[str]]:
        text = found.sub(lambda way: ways[way[0].replace("-", " ")], find)
        return [WORD.findall(phrase) for phrase in text.split(",")] if find else []

    return spelled
