"""The pages that all editions have in common: rendered once by MkDocs, finished, and with every mark located. An edition is a localized copy of them."""

import tempfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from lxml.html import HtmlElement

from playbook.content.local.edition_pages import absent_pages
from playbook.content.navigation import MenuEntry, menu_entries
from playbook.content.page import Page, load_pages
from playbook.content.point_text import Point, read_points
from playbook.content.sheet_plan import SHEETS_FOLDER as SHEETS
from playbook.content.wording.own_words import SHEET
from playbook.model.audience import AUDIENCES
from playbook.model.edition import Catalog, Edition
from playbook.model.site_config import Site
from playbook.model.stage import STAGES
from playbook.output.cut_page import Cut
from playbook.output.html_page import parsed, serialized
from playbook.output.kept_pages import keep_pages, pages_digest, take_pages
from playbook.render.assets.asset_bundle import ASSETS
from playbook.render.finished_pages import finished_pages
from playbook.render.left_out.links import targets
from playbook.render.localize import Localization
from playbook.render.marks import locate
from playbook.render.mkdocs_build import render
from playbook.render.pieces.cut import cut

ALONE = ("404.html", "editions.html", "sitemap.xml", "sitemap.xml.gz")  # what stands at the top of the site only
AUDIENCE_IDS = '//article//div[@class="tabbed-block"][@data-audience=$key]//@id | //article//ul[count(li)=1]/li[.//*[@data-field=$field]]/@id'
OF_THE_STAGE = ('//div[@class="sheet sheet-say"]', '//div[@class="tools sheet-tools"]')  # what the current sheet takes from the one of the edition's stage


@dataclass(frozen=True, eq=False)
class CommonPage:
    """One page of the general edition, to be localized. `source` is None for 404.html."""

    url: str
    source: Page | None
    root: HtmlElement
    cuts: dict[tuple[str, frozenset[str]], Cut] = field(default_factory=dict)

    def cut(self, values: Localization) -> Cut:
        """Return the page in pieces, for editions that stand as deep in the site and do without the same pages."""
        key = values.edition.to_top, values.absent
        if key not in self.cuts:
            self.cuts[key] = cut(self.root, self.url, values)
        return self.cuts[key]

    @cached_property
    def points(self) -> frozenset[str]:
        """The points that the page says or leads to, by id, and SHEET for a sheet: what a region's own words may change on it."""
        ids = self.root.xpath("//article//@data-point")
        led = [address.rpartition("#")[2] for address in self.root.xpath("//a[contains(@href, '#')]/@href")]
        return frozenset([*ids, *led, *([SHEET] if self.root.xpath("//article//ul[@data-section]") else [])])

    @cached_property
    def targets(self) -> frozenset[str]:
        """The pages that its text leads to."""
        return targets(self.root, self.url)


@dataclass(frozen=True, eq=False)
class CommonPages:
    """All of them, and the files of docs/ that each edition has beside them (by their names)."""

    pages: tuple[CommonPage, ...]
    files: dict[str, Path]
    current_sheets: dict[tuple[str, str], CommonPage]
    menu: tuple[MenuEntry, ...]

    @cached_property
    def points(self) -> dict[str, Point]:
        """Every point as docs/ says it, by id."""
        return {point.id: point for point in read_points(self.sources.values())}

    @property
    def sources(self) -> dict[str, Page]:
        """Every page's source by its address."""
        return {page.url: page.source for page in self.pages if page.source}

    def localization(self, catalog: Catalog, edition: Edition) -> Localization:
        """Return what localizes these pages for an edition."""
        absent = self.absent(catalog, edition)
        general = next((one for one in catalog.editions if not one.region), edition)
        return Localization(catalog, edition, self.points, self.menu, absent, is_usual=absent == self.absent(catalog, general))

    def absent(self, catalog: Catalog, edition: Edition) -> frozenset[str]:
        """Return the addresses of the pages that an edition does without."""
        return absent_pages(self.sources.values(), catalog.site, edition)

    @cached_property
    def audience_ids(self) -> dict[str, dict[str, frozenset[str]]]:
        """The ids in the tabs and the ask of each audience, by its key and the page's address: what an edition's own audience that is like it has again."""
        found: dict[str, dict[str, frozenset[str]]] = {key: {} for key in AUDIENCES}
        for page in self.pages:
            for key in AUDIENCES:
                ids = page.root.xpath(AUDIENCE_IDS, key=key, field=f"partner_ask.{key}")
                if ids:
                    found[key][page.url] = frozenset(ids)
        return found

    def for_stage(self, stage: str) -> Iterator[CommonPage]:
        """Yield every page, the current sheet of each audience being that of a stage (empty: as in the general edition)."""
        for page in self.pages:
            yield self.current_sheets.get((page.url, stage), page)


def make_common_pages(project: Path, site: Site, today: date, new: Path) -> CommonPages:
    """Return the pages of the general edition, ready to be localized; the files that editions share stand in the folder `new` then, the site to be.

    Pages that the same sources gave before are not rendered again. ProblemsFound for what cannot be rendered or finished.
    """
    name = pages_digest(project, site, today)
    if (held := take_pages(project, name, new)) is not None:
        roots, files = {url: parsed(html) for url, html in held[0].items()}, held[1]
    else:
        with tempfile.TemporaryDirectory(prefix=".common-", dir=new) as work:
            render(project, site, Path(work), today)
            roots, files = finished_pages(project, Path(work), new)
        keep_pages(project, name, {url: serialized(root) for url, root in roots.items()}, new, files)
    return _common_pages(project, roots, files, new)


def read_common_pages(project: Path, work: Path, new: Path) -> CommonPages:
    """Take the pages and files that MkDocs left in the folder `work`: files go into the folder `new`. ProblemsFound for what cannot be finished."""
    return _common_pages(project, *finished_pages(project, work, new), new)


def _common_pages(project: Path, roots: dict[str, HtmlElement], files: Iterable[str], new: Path) -> CommonPages:
    """Locate the marks of finished pages, and tell files of every edition from those of the whole site."""
    sources = {page.url: page for page in load_pages(project)[0]}
    for root in roots.values():
        locate(root)
    pages = {url: CommonPage(url, sources.get(url), root) for url, root in roots.items()}
    own = {name: new / name for name in files if name not in ALONE and not name.startswith(f"{ASSETS}/")}
    return CommonPages(tuple(pages.values()), own, dict(_current_sheets(pages)), menu_entries(project, sources.values()))


def _current_sheets(pages: dict[str, CommonPage]) -> Iterator[tuple[tuple[str, str], CommonPage]]:
    """Yield (address and stage, page) for the page that shows each audience's sheet of the edition's own stage: the one rule across pages."""
    for audience in AUDIENCES:
        url = f"{SHEETS}/{audience}.html"
        for stage in STAGES:
            other = pages.get(f"{SHEETS}/{audience}-{stage}.html")
            if url in pages and other:
                page = pages[url]
                root = deepcopy(page.root)
                for path in OF_THE_STAGE:
                    before, after = root.xpath(path)[0], deepcopy(other.root.xpath(path)[0])
                    after.tail = before.tail
                    before.getparent().replace(before, after)
                yield (url, stage), CommonPage(url, page.source, root)
