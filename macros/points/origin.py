"""Whose words: notes of the playbook's own, and the owners' terms in their exact words."""

from collections.abc import Callable, Iterable

from macros.values.arguments import require_known
from macros.values.region_values import marked
from macros.values.escape import escape_text
from playbook.content import attribution
from playbook.content.page import Page
from playbook.model.region import Region
from playbook.model.site_config import Site


PART = '<p class="origin-part" data-origin="{}"'  # how the line begins that says a part's origin; no text of a page can hold it


def origin_line(origin: str, region: Region | None, attributes: str = "", logo: str = "") -> str:
    """Return the line that says who wrote a part of a page; of a local part the conveners, as a marked value."""
    said = escape_text(attribution.line(origin, region))
    if origin == "local":
        said = said.replace(escape_text(attribution.author(origin, region)), marked(region, "author"), 1)
    return f'{PART.format(origin)}{attributes}>{logo}{said}</p>\n'


def origin_paragraph(origin: str, region: Region | None) -> str:
    """Return the same line as Markdown, for places where the page's own Markdown goes on around it."""
    return f'{escape_text(attribution.line(origin, region))}\n{{: .origin-part data-origin="{origin}" }}\n'


def logo_beside(site: Site, pages: Iterable[Page], here: Callable[[], str]) -> str:
    """Return the official logo as it stands beside an adapted part of the page in hand; nothing where none was supplied, or the page's foot has it."""
    logo, path = site.official_logo, here()
    if not logo or any(page.path == path and page.origin == "toolkit" for page in pages):
        return ""
    file = f"{attribution.LOGO_STEM}.{logo.file.rsplit('.', 1)[-1].lower()}"
    return f'<img class="source-logo" src="{"../" * path.count("/")}assets/{file}" alt="{escape_text(attribution.facts()["owner"])}"> '


def ours(title: str, *, caller: Callable[[], str], region: Region | None) -> str:
    """Return a boxed note of the playbook's own, which says that it is."""
    return (
        f'\n<div class="ours" markdown="1">\n<p class="ours-title">{escape_text(title)}</p>\n\n{caller().strip()}\n\n'
        f'{origin_line("playbook", region)}</div>\n'
    )


def quoted(point: str) -> str:
    """Return the exact words of one of the owners' terms, S81 to S85."""
    return f"“{attribution.term(require_known('term', point, attribution.facts()['terms']))}”"
