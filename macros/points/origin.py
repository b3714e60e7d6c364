"""Whose words: notes of the playbook's own, and the owners' terms in their exact words."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from macros.values.escape import escape_text
from playbook.content import attribution
from playbook.content.page import Page
from playbook.model.site_config import Site


def origin_line(origin: str, given: str = "", logo: str = "", sign: str = "") -> Markup:
    """Return the line that says who wrote a part of a page. `given`: the value without which it is hidden; `sign`: what ends the paragraphs that it speaks for."""
    return component("origin-line", origin=origin, said=attribution.line(origin), given=given, logo=logo, sign=sign)


def origin_paragraph(origin: str) -> str:
    """Return the same line as Markdown, for places where the page's own Markdown goes on around it."""
    return f'{escape_text(attribution.line(origin))}\n{{: .origin-part data-origin="{origin}" }}\n'


def beginning_of_part(origin: str) -> str:
    """Return how the HTML of such a line begins; no text of a page can hold that."""
    return origin_line(origin).partition(">")[0]


def logo_beside(site: Site, pages: Iterable[Page], here: Callable[[], str]) -> Markup:
    """Return the official logo as it stands beside an adapted part of the page in hand; nothing where none was supplied, or the page's foot has it."""
    logo, path = site.official_logo, here()
    if not logo or is_toolkit_page(pages, path):
        return Markup("")
    file = f"{attribution.LOGO_STEM}.{logo.file.rsplit('.', 1)[-1].lower()}"
    return component("source-logo", file=f"{'../' * path.count('/')}assets/{file}", owner=attribution.facts()["owner"])


def credit_beside(pages: Iterable[Page], here: Callable[[], str], logo: Callable[[], str]) -> Markup:
    """Return the line that says a part of the page in hand is adapted; nothing on a page that says so itself."""
    return Markup("") if is_toolkit_page(pages, here()) else origin_line("toolkit", logo=logo())


def is_toolkit_page(pages: Iterable[Page], path: str) -> bool:
    """Tell whether the page at a path in docs/ is adapted from the tool as a whole."""
    return any(page.path == path and page.origin == "toolkit" for page in pages)


def ours(title: str, *, caller: Callable[[], str]) -> Markup:
    """Return a boxed note of the playbook's own, which says that it is."""
    return alone(component("ours", title=title, text=Markup(caller().strip()), origin=origin_line("playbook")))


def quoted(point: str) -> str:
    """Return the exact words of one of the owners' terms, S81 to S85."""
    return f"“{attribution.term(require_known('term', point, attribution.facts()['terms']))}”"
