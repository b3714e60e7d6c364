"""Every page of an edition, localized: the common ones with the edition's own audiences in them, and the sheets of these."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import partial

from lxml.html import HtmlElement

from playbook.content.page import DOCS, Page
from playbook.content.point_spec import point_specs
from playbook.content.sheet_plan import SHEETS_FOLDER, stems_of
from playbook.content.wording.own_audiences import OwnAudience, own_audiences
from playbook.content.wording.own_words import OWN_ID
from playbook.files.yaml_file import YamlValue
from playbook.model.edition import Edition
from playbook.render.assets.asset_bundle import ASSETS, OF_AUDIENCES
from playbook.render.audience.entries import put_entries
from playbook.render.audience.heard import heard
from playbook.render.audience.naming import Naming, copied
from playbook.render.audience.put_audiences import made_page, put_parts
from playbook.render.common_pages import CommonPage, CommonPages
from playbook.render.left_out.absent_pages import take_absent
from playbook.render.localization import Localization
from playbook.render.localize import localized
from playbook.render.wording.page_credit import credit_page


@dataclass(frozen=True, eq=False)
class AudiencePage:
    """A page of an audience of the edition's own, which is made from the page of another."""

    url: str
    source: Page
    made_from: CommonPage
    naming: Naming


def pages_of(common: CommonPages, values: Localization) -> Iterator[CommonPage | AudiencePage]:
    """Yield the pages that an edition has: the common ones that it does not do without, and the sheets of its own audiences."""
    whole: list[CommonPage | AudiencePage] = [*common.for_stage(values.stage), *audience_pages(common, values)]
    return (page for page in whole if page.url not in values.absent)


def localized_page(page: CommonPage | AudiencePage, common: CommonPages, values: Localization) -> HtmlElement:
    """Return a page as an edition has it, without what leads to pages that the edition does without."""
    root = audience_page(page, common, values) if isinstance(page, AudiencePage) else edition_page(page, common, values)
    take_absent(root, page.url, (page.made_from if isinstance(page, AudiencePage) else page).targets, values)
    return root


def edition_page(page: CommonPage, common: CommonPages, values: Localization) -> HtmlElement:
    """Return a common page as an edition says it, its own audiences included."""
    root = localized(page.root, values, page.points)
    for naming in namings(common, values):
        in_text = not page.source or page.source.origin != "local"
        put_parts(root, page.root, page.url, naming, partial(heard, values, naming.own), in_text=in_text)
    if values.audiences and values.region:
        credit_page(root, values.region)
        _draw(root)
    return root


def audience_page(page: AudiencePage, common: CommonPages, values: Localization) -> HtmlElement:
    """Return a page of one of an edition's own audiences."""
    root = made_page(page.made_from.root, page.url, page.naming, partial(heard, values, page.naming.own))
    for naming in namings(common, values):
        if naming.own.key != page.naming.own.key:
            put_entries(root, page.url, naming, in_text=False)
    _draw(root)
    return root


def _draw(root: HtmlElement) -> None:
    """Let a page load how audiences of an edition's own are drawn, after the stylesheet of all pages."""
    for link in root.xpath('/html/head/link[@rel="stylesheet"]')[:1]:
        style = deepcopy(link)
        style.set("href", f"{link.get('href').partition(f'{ASSETS}/')[0]}{OF_AUDIENCES}")
        link.addnext(style)


def namings(common: CommonPages, values: Localization) -> list[Naming]:
    """Return how the parts of the audiences that they are like become those of an edition's own audiences."""
    return [Naming(own.like, own, copied(own, common.audience_ids), _shared(own, values), tuple(values.audiences)) for own in values.audiences.values()]


def _shared(own: OwnAudience, values: Localization) -> frozenset[str]:
    """Return the region's own points that stand among the gains of the audience which the own one is like."""
    points = values.region.points if values.region else {}
    return frozenset(key for key, words in points.items() if OWN_ID.fullmatch(key) and point_specs()[words.after or ""].audiences == (own.like.key,))


def audience_pages(common: CommonPages, values: Localization) -> Iterator[AudiencePage]:
    """Yield the pages that an edition's own audiences have for themselves: their sheets."""
    pages = {page.url: page for page in common.for_stage(values.stage)} if values.audiences else {}
    for naming in namings(common, values):
        for url, like in _sheets(naming.own):
            if source := pages[like].source:
                yield AudiencePage(url, _source(source, url, naming), pages[like], naming)


def _source(source: Page, url: str, naming: Naming) -> Page:
    """Return what front matter the page of an audience's own would have."""

    def said(value: YamlValue) -> YamlValue:
        return [said(one) for one in value] if isinstance(value, list) else naming.text(value) if isinstance(value, str) else value

    data = {key: said(value) for key, value in source.front.data.items()} | {"for_audience": naming.own.key}
    return replace(source, name=f"{DOCS}/{url.removesuffix('.html')}.md", front=replace(source.front, data=data))


def sources_of(edition: Edition, sources: Mapping[str, Page]) -> dict[str, Page]:
    """Return the sources of an edition's pages by address, those of its own audiences included. `sources`: of the common pages."""
    found = dict(sources)
    for own in own_audiences(edition.region).values():
        naming = Naming(own.like, own, {})
        for url, like in _sheets(own):
            if like in sources:
                found[url] = _source(sources[like], url, naming)
    return found


def _sheets(own: OwnAudience) -> Iterator[tuple[str, str]]:
    """Yield the address of each page of an audience's own, and that of the page from which it is made."""
    for stem, like in zip(stems_of(own.key), stems_of(own.like.key), strict=True):
        yield f"{SHEETS_FOLDER}/{stem}.html", f"{SHEETS_FOLDER}/{like}.html"
