"""Glossary words in a page, and the glossary itself."""

from collections.abc import Callable

from macros.checks import checked
from macros.literal import literal
from macros.pointers import way
from playbook.glossary import anchor
from playbook.glossary import glossary as definitions

PAGE = "about/glossary.md"


def term(word: str, shown: str = "", *, here: Callable[[], str]) -> str:
    """Return the word (or other words for it) as a link to its meaning, which a script shows in place. `here` gives the path of the page in hand."""
    meaning = literal(definitions()[checked("term", word, definitions())])
    return f'[{shown or word}]({way(PAGE, here())}#{anchor(word)}){{ .term data-definition="{meaning}" }}'


def glossary() -> str:
    """Return every word with its meaning, each with an anchor of its own."""
    return "\n\n".join(f"## {word[0].upper()}{word[1:]} {{ #{anchor(word)} }}\n\n{meaning}" for word, meaning in definitions().items())
