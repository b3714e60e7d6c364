"""Outside sources in a page: a link by id, the line under an example, and the list at the page's foot."""

from collections.abc import Callable, Iterable

from macros.values.arguments import require_known
from macros.values.escape import escape_text
from playbook.content.page import Page
from playbook.content.references import TIES, UNDATED, Reference, sources, used


def source(key: str, shown: str = "") -> str:
    """Return a source's name (or other words for it) as a link to it."""
    one = sources()[require_known("source", key, sources())]
    return f'<a href="{escape_text(one.url)}">{escape_text(shown or one.name)}</a>'


def case(key: str, place: str, when: str) -> str:
    """Return the line under an example's heading: place and year, whether the source ties it to the owners' approach, and the source."""
    one = sources()[require_known("source", key, sources())]
    return f'\n<p class="case">{escape_text(place)}, {escape_text(when)}. {TIES[one.next_gen]}: {source(key)}, {escape_text(one.publisher)}.</p>\n'


def sources_used(*, pages: Iterable[Page], here: Callable[[], str]) -> str:
    """Return the sources that the page in hand names, with their addresses and when they were noted. `here` gives its path in docs/."""
    found = next((used(page) for page in pages if page.path == here()), [])
    if not found:
        return ""
    months = " and ".join(dict.fromkeys(one.month for one in sorted(found, key=lambda one: one.noted)))
    listed = "".join(f"<li>{_entry(one)}</li>\n" for one in found)
    return f'\n<ul class="sources">\n{listed}</ul>\n<p class="sources-noted">Noted in {months}. Look again before you rely on them.</p>\n'


def _entry(one: Reference) -> str:
    year = one.year if one.year != UNDATED else "no date shown"
    return f'“{escape_text(one.name)},” {escape_text(one.publisher)}, {year}: <a href="{escape_text(one.url)}">{escape_text(one.url)}</a>'
