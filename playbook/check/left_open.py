"""Values that nobody has filled in yet: what a form, a letter or a guide puts where one's own words go."""

import re
from collections.abc import Iterable

from playbook.model.wording.brackets import FILLED

SIGNS = "TODO", "TBD", "XX+"  # anywhere in a value, in capital letters
SIGNS_OF_NAMES = "TBA", "TBC"  # likewise, but where a name begins with them: TBA Credit Union
PHRASES = "lorem ipsum", "to be announced", "to be decided", "to be determined", "to be confirmed", "to be filled in"  # anywhere

# a value of these words alone: your local workforce board, region name, insert a name here
WHOSE = "your", "my"
OF_WHAT = "local", "own", "full", "workforce", "organi[sz]ation'?s?", "region'?s?", "county'?s?"
WHAT = (
    "region", "county", "counties", "area", "state", "name", "industry", "partnership", "organi[sz]ation", "board", "chamber", "college", "title", "role", "place",
    "words?",
)  # fmt: skip
NAMED = "region", "county", "industry", "partnership", "organi[sz]ation", "convener"
VERBS = "insert", "enter", "type", "write", "put", "add"
FILLERS = "name here", "placeholder", "n/?a"

# what words within [ ], { } or < > begin with where they are a place to fill in
BRACKETED = (
    *WHOSE, "our", "the", "a", "an", *VERBS, "fill", "name", "title", "place", "date", r"e\.?g", r"(?:\w+ )?(?:region|county|industry|organi[sz]ation|partnership|board|name)",
    "to be", "todo", "tbd", "tba", "tbc", "xx+",
)  # fmt: skip


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


ANYWHERE = {
    "a sign": rf"\b{_one_of(SIGNS)}\b",
    "a sign that names begin with": rf"\b{_one_of(SIGNS_OF_NAMES)}\b(?! [A-Z])",
    "a phrase": rf"\b(?i:{_one_of(PHRASES)})\b",
    "a bracket": rf"[\[{{<](?i:{_one_of(BRACKETED)}\b)[^\[\]{{}}<>]*[\]}}>]",
    "a line to write on": r"_{3,}|…{2,}|\.{4,}",
}
ALONE = {
    "somebody's name": rf"(?i:{_one_of(WHOSE)}[ _-](?:{_one_of(OF_WHAT)}[ _-]){{0,2}}{_one_of(WHAT)})",
    "a name": rf"(?i:{_one_of(NAMED)}[ _-]names?)",
    "what to do": rf"(?i:{_one_of(VERBS)}\b.*\bhere)",
    "a filler": rf"(?i:{_one_of(FILLERS)})",
    "no letter": r"[\s.…?_-]+",
    "a bracket": r"\[[^\[\]]*\]|\{+[^{}]*\}+|<+[^<>]*>+|%+\w+%+|_{2,}.*_{2,}",
}


def is_left_open(value: str, *, filled: bool = False) -> bool:
    """Tell whether a value looks like a place to fill in. `filled`: the playbook itself fills brackets such as [region] there."""
    text = value.strip()
    if filled:
        text = re.sub(rf"\[(?:{'|'.join(FILLED)})\]", "x", text)
    return any(re.search(pattern, text) for pattern in ANYWHERE.values()) or any(re.fullmatch(pattern, text) for pattern in ALONE.values())
