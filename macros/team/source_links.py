"""Outside sources in a page: a link by id, the line under an example, and the list at the page's foot."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from playbook.content.page import Page
from playbook.content.references import TIES, UNDATED, sources, used


def source(key: str, shown: str = "") -> Markup:
    """Return a source's name (or other words for it) as a link to it."""
    one = sources()[require_known("source", key, sources())]
    return component("source", url=one.url, name=shown or one.name)


def case(key: str, place: str, when: str) -> Markup:
    """Return the line under an example's heading: place and year, whether the source ties it to the owners' approach, and the source."""
    one = sources()[require_known("source", key, sources())]
    return alone(component("case", place=place, when=when, tie=TIES[one.next_gen], source=source(key), publisher=one.publisher))


def sources_used(*, pages: Iterable[Page], here: Callable[[], str]) -> Markup:
    """Return the sources that the page in hand names, with their addresses and when they were noted. `here` gives its path in docs/."""
    found = next((used(page) for page in pages if page.path == here()), [])
    months = dict.fromkeys(one.month for one in sorted(found, key=lambda one: one.noted))
    return alone(component("sources", sources=found, undated=UNDATED, months=" and ".join(months))) if found else Markup("")
