"""What people ask for the passages of an index, in few bytes: of each word's stem, by which passages it is asked for, and about how often.

`stem` is the twin of the one in search/words.js, `written` of what search/lookup.js reads.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
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
SHORTEST = 5  # letters of a stem that may stand for its words; a shorter one that is no word is another word's slip: "bord" of border and board
LEVELS = (0.45, 0.6, 1.5, 3, 6)  # times that a passage is asked for by a word, at least; fewer tell nothing
TOLD_BY_A_WORD = "-"  # before a word that is told in place of its stem
USUAL = 1  # the level that is not written
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # how many rows further; "!" is as many as there are letters
ASKED_WEIGHT = 1.5  # of a whole question, shared among its places
NEXT_PLACE = 0.6  # of a question's next place, beside the one before it


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


def counted(finds: Iterable[str], spellings: Sequence[Sequence[str]]) -> list[Counter[str]]:
    """Return of each entry's phrases, with commas between, in how many of them each stem stands."""
    stems = _stems(tuple(tuple(group) for group in spellings))
    return [stems(find) for find in finds]


def shares(questions: Iterable[tuple[str, Sequence[str]]], spellings: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return for each place of questions how much each stem asks for it: `ASKED_WEIGHT`, shared among a question's places, the first one most."""
    found: dict[str, dict[str, float]] = {}
    stems = _stems(tuple(tuple(group) for group in spellings))
    for words, places in questions:
        parts = [NEXT_PLACE**number for number in range(len(places))]
        for place, part in zip(places, parts, strict=True):
            for one in stems(folded(words).replace(",", " ")):
                mine = found.setdefault(place, {})
                mine[one] = mine.get(one, 0) + ASKED_WEIGHT * part / sum(parts)
    return found


@lru_cache(8)
def forms(finds: tuple[str, ...], spellings: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """Return for each short stem that nobody types as a word one of its words."""
    words = {word for phrases in one_spelling(finds, spellings) for phrase in phrases for word in phrase}
    return {stem(word): word for word in sorted(words, reverse=True) if len(stem(word)) < SHORTEST and stem(word) not in words}


def written(rows: Sequence[Mapping[str, float]], shown_as: Mapping[str, str]) -> tuple[str, str]:
    """Return what `rows` say of stems, a stem a line, and beside it a line of signs: a letter for each row, by how far it is behind the one before, a digit before it for its level.

    `shown_as`: stems that are told by a word of theirs, with a hyphen before it.
    """
    by_stem: dict[str, list[tuple[int, int]]] = {}
    for number, row in enumerate(rows):
        for one, times in row.items():
            if (level := bisect_right(LEVELS, times) - 1) >= 0:
                by_stem.setdefault(one, []).append((number, level))
    stems = sorted(by_stem)
    return "\n".join(f"{TOLD_BY_A_WORD}{shown_as[one]}" if one in shown_as else one for one in stems), "\n".join(_signs(by_stem[one]) for one in stems)


def _signs(places: Iterable[tuple[int, int]]) -> str:
    signs, before = [], -1
    for number, level in places:
        far, rest = divmod(number - before - 1, len(LETTERS))
        signs.append("!" * far + ("" if level == USUAL else str(level)) + LETTERS[rest])
        before = number
    return "".join(signs)


def read(stems: str, uses: str, count: int) -> list[dict[str, int]]:
    """Return for each of `count` rows the stems that ask for it, with their levels, as `written` wrote them."""
    rows: list[dict[str, int]] = [{} for _ in range(count)]
    for told, signs in zip(stems.split("\n"), uses.split("\n"), strict=True):
        one = stem(told.removeprefix(TOLD_BY_A_WORD)) if told.startswith(TOLD_BY_A_WORD) else told
        at, level = -1, USUAL
        for sign in signs:
            if sign == "!":
                at += len(LETTERS)
            elif sign.isdigit():
                level = int(sign)
            else:
                at += 1 + LETTERS.index(sign)
                rows[at][one], level = level, USUAL
    return rows


def one_spelling(finds: Iterable[str], spellings: Sequence[Sequence[str]]) -> list[list[list[str]]]:
    """Return the words of each phrase of each entry; what is spelled in several ways as the first of them."""
    spelled = _speller(tuple(tuple(group) for group in spellings))
    return [spelled(find) for find in finds]


@lru_cache(1)
def _stems(spellings: tuple[tuple[str, ...], ...]) -> Callable[[str], Counter[str]]:
    """Return what counts in how many of an entry's phrases each stem stands; a stem in several spellings as that of the first."""
    spelled = _speller(spellings)
    groups = [[" ".join(WORD.findall(folded(way))) for way in group] for group in spellings]
    same = {stem(other): stem(first) for first, *others in groups for other in others if " " not in first + other}

    @lru_cache(50_000)  # nobody's values stand in them: most editions have the phrases of the one before
    def stems(find: str) -> Counter[str]:
        phrases = {frozenset(same.get(stem(word), stem(word)) for word in phrase) for phrase in spelled(find)}
        return Counter(one for phrase in phrases for one in phrase)

    return stems


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
