"""One built page, held against what we promise."""

from collections import Counter
from collections.abc import Collection, Iterator

from playbook.content.attribution import LOGO_STEM
from playbook.content.page import Page
from playbook.credit.credit_check import credit_messages
from playbook.model.edition import Catalog, Edition
from playbook.model.trademark import names_owners
from playbook.output.html_allowlist import element_messages
from playbook.output.html_page import BuiltPage, is_foreign
from playbook.render.csp import policy_messages


def page_messages(page: BuiltPage, source: Page | None, edition: Edition, catalog: Catalog, adapted: Collection[str] = ()) -> Iterator[str]:
    """Yield which promises a page breaks by itself: credit, logo, names, policy, third parties, ids.

    `adapted`: lines of the tool's points, which no page under our own credit alone may hold.
    """
    origin = source.origin if source else "playbook"
    yield from credit_messages(page, origin, edition, bool(catalog.site.official_logo), adapted, source.author if source else "")
    titles = [page.title, *page.root.xpath('//meta[starts-with(@property, "og:") and not(contains(@property, "description"))]/@content')]
    if origin != "toolkit":
        titles += page.text("//article//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    for title in titles:
        if names_owners(title):
            yield f'carries the owners\' name in a title of ours: "{title}"'
    for picture in page.root.xpath("//img"):
        if LOGO_STEM not in picture.get("src", "") and names_owners(f"{picture.get('alt', '')} {picture.get('src', '')}"):
            yield f"a picture of ours carries the owners' name: {picture.get('src')}"
    yield from policy_messages(page)
    yield from element_messages(page.raw)
    for address in page.loads():
        if is_foreign(address):
            yield f"asks a third party for {address}"
    for twice, count in Counter(page.ids).items():
        if count > 1:
            yield f'the id "{twice}" stands {count} times'
