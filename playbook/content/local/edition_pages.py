"""Which pages an edition does without: those that its region file and site.yml leave out, and local pages of other editions."""

from collections.abc import Iterable

from playbook.content.page import LOCAL, Page
from playbook.model.edition import Edition
from playbook.model.pages.optional_pages import is_left_out
from playbook.model.site_config import Site


def absent_pages(pages: Iterable[Page], site: Site, edition: Edition) -> frozenset[str]:
    """Return the addresses of the pages that an edition does not have."""
    names = (*site.leave_out, *(edition.region.leave_out if edition.region else ()))
    return frozenset(page.url for page in pages if is_left_out(page.path.removesuffix(".md"), names) or not is_page_of(page, edition))


def is_page_of(page: Page, edition: Edition) -> bool:
    """Tell whether an edition has a page, going by `editions` in its front matter: slugs, or folders of regions/ that hold the edition's file.

    `lane.yml` is the file alone and `lane/` the folder alone; a name without either is whichever of them there is.
    """
    named = editions_of(page)
    folders = edition.folder.split("/")[1:]
    own = {edition.slug, f"{edition.slug}.yml", *folders, *(f"{folder}/" for folder in folders)}
    return not named or bool(edition.slug and own.intersection(named))


def editions_of(page: Page) -> tuple[str, ...]:
    """Return the editions that a local page names as those which have it; none named: all have it."""
    named = page.front.data.get("editions") if page.path.startswith(LOCAL) else None
    return tuple(str(name) for name in ([named] if isinstance(named, str) else named or ()))
