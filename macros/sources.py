"""Outside sources in a page: a link by id, the line under an example, and the list at the page's foot."""

from collections.abc import Callable, Iterable

from macros.checks import checked
from macros.literal import literal
from playbook.page import Page
from playbook.source import TIES, UNDATED, Source, sources, used


def source(key: str, shown: str = "") -> str:
    """Return a source's name (or other words for it) as a link to it."""
    one = sources()[checked("source", key, sources())]
    return f'<a href="{literal(one.url)}">{literal(shown or one.name)}</a>'


def case(key: str, place: str, when: str) -> str:
    """Return the line under an example's heading: place and year, whether the source ties it to the owners' approach, and the source."""
    one = sources()[checked("source", key, sources())]
    return f'\n<p class="case">{literal(place)}, {literal(when)}. {TIES[one.next_gen]}: {source(key)}, {literal(one.publisher)}.</p>\n'


def sources_used(*, pages: Iterable[Page], here: Callable[[], str]) -> str:
    """Return the sources that the page in hand names, with their addresses and when they were noted. `here` gives its path in docs/."""
    found = next((used(page) for page in pages if page.path == here()), [])
    if not found:
        return ""
    months = " and ".join(dict.fromkeys(one.month for one in sorted(found, key=lambda one: one.noted)))
    listed = "".join(f"<li>{_entry(one)}</li>\n" for one in found)
    return f'\n<ul class="sources">\n{listed}</ul>\n<p class="sources-noted">Noted in {months}. Look again before you rely on them.</p>\n'


def _entry(one: Source) -> str:
    year = one.year if one.year != UNDATED else "no date shown"
    return f'“{literal(one.name)},” {literal(one.publisher)}, {year}: <a href="{literal(one.url)}">{literal(one.url)}</a>'
