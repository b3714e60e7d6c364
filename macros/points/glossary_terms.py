"""Glossary words in a page, and the glossary itself."""

from collections.abc import Callable

from macros.points.cross_references import way
from macros.values.arguments import require_known
from macros.values.components import alone
from macros.values.escape import escape_text
from playbook.content.glossary import anchor
from playbook.content.glossary import glossary as definitions
from playbook.render.wording.own_blocks import own_terms

PAGE = "about/glossary.md"


def term(word: str, shown: str = "", *, here: Callable[[], str]) -> str:
    """Return the word (or other words for it) as a link to its meaning, which a script shows in place. `here` gives the path of the page in hand."""
    meaning = escape_text(definitions()[require_known("term", word, definitions())])
    return f'[{shown or word}]({way(PAGE, here())}#{anchor(word)}){{ .term data-definition="{meaning}" }}'


def glossary() -> str:
    """Return every word with its meaning, each with an anchor of its own; a region's own wait behind them."""
    words = "\n\n".join(f"## {word[0].upper()}{word[1:]} {{ #{anchor(word)} }}\n\n{meaning}" for word, meaning in definitions().items())
    return f"{words}\n\n{alone(own_terms(None))}"
