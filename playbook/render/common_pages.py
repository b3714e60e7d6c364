"""The pages that all editions have in common: rendered once by MkDocs, finished, and with every mark located. An edition is a localized copy of them."""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml.html import HtmlElement

from playbook.content.page import Page, load_pages
from playbook.content.point_text import Point, read_points
from playbook.content.sheet_plan import SHEETS_FOLDER as SHEETS
from playbook.content.wording.own_words import SHEET
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES
from playbook.output.html_allowlist import element_messages
from playbook.output.html_page import BuiltPage, parsed
from playbook.render import postprocess
from playbook.render.asset_bundle import ASSETS, Joined, join_assets
from playbook.render.csp import add_policy
from playbook.render.marks import is_the_same_everywhere, locate
from playbook.render.placeholders import placeholder_messages
from playbook.search.search_index import Entry, entry, find_problems, places

ALONE = ("404.html", "editions.html", "sitemap.xml", "sitemap.xml.gz")  # what stands at the top of the site only
AUDIENCE_IDS = '//article//div[@class="tabbed-block"][@data-audience=$key]//@id | //article//ul[count(li)=1]/li[.//*[@data-field=$field]]/@id'
OF_THE_STAGE = ('//div[@class="sheet sheet-say"]', '//div[@class="tools sheet-tools"]')  # what the current sheet takes from the one of the edition's stage


@dataclass(frozen=True, eq=False)
class CommonPage:
    """One page of the general edition, to be localized. `source` is None for 404.html; `is_constant`: its text is the same in all editions."""

    url: str
    source: Page | None
    root: HtmlElement
    is_constant: bool

    @cached_property
    def points(self) -> frozenset[str]:
        """The points that the page says or leads to, by id, and SHEET for a sheet: what a region's own words may change on it."""
        ids = self.root.xpath("//article//@data-point")
        led = [address.rpartition("#")[2] for address in self.root.xpath("//a[contains(@href, '#')]/@href")]
        return frozenset([*ids, *led, *([SHEET] if self.root.xpath("//article//ul[@data-section]") else [])])

    @cached_property
    def entries(self) -> list[Entry]:
        """What a search finds on the page where its text is the same in all editions."""
        return [entry(place) for place in places(BuiltPage(Path(self.url), self.url, self.root), self.source, self.url)] if self.source else []


@dataclass(frozen=True, eq=False)
class CommonPages:
    """All of them, and the files of docs/ that each edition has beside them (by their names)."""

    pages: tuple[CommonPage, ...]
    files: dict[str, Path]
    current_sheets: dict[tuple[str, str], CommonPage]

    @cached_property
    def points(self) -> dict[str, Point]:
        """Every point as docs/ says it, by id."""
        return {point.id: point for point in read_points(self.sources.values())}

    @property
    def sources(self) -> dict[str, Page]:
        """Every page's source by its address."""
        return {page.url: page.source for page in self.pages if page.source}

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


def read_common_pages(project: Path, work: Path, new: Path) -> CommonPages:
    """Take the pages and files that MkDocs left in the folder `work`: files go into the folder `new`, the site to be. ProblemsFound for what cannot be finished."""
    texts = {file.relative_to(work).as_posix(): file.read_text("utf-8") for file in sorted(work.rglob("*.html"))}
    sources = {page.url: page for page in load_pages(project)[0]}
    problems = [
        Problem(url, f"{message} (source: {_source(sources.get(url))})")
        for url, html in texts.items()
        for message in (*element_messages(html), *placeholder_messages(html))
    ]
    roots = {url: parsed(html) for url, html in texts.items()}
    problems += [problem for url, root in roots.items() if url in sources for problem in find_problems(root, sources[url])]
    if problems:
        raise ProblemsFound(problems)
    joined = join_assets(project, work, texts, roots["index.html"])
    for url, root in roots.items():
        try:
            _finish(url, root, joined)
        except ValueError as error:
            problems.append(Problem(url, str(error)))
    if problems:
        raise ProblemsFound(problems)
    pages = {url: CommonPage(url, sources.get(url), root, is_the_same_everywhere(root)) for url, root in roots.items()}
    return CommonPages(tuple(pages.values()), _take_files(work, new), dict(_current_sheets(pages)))


def _source(page: Page | None) -> str:
    return page.name if page else "overrides/"


def _finish(url: str, root: HtmlElement, joined: Joined) -> None:
    postprocess.remove_hints(root)
    postprocess.mend_theme(root)
    joined.put_into(root)
    postprocess.tighten(root)
    add_policy(url, root)
    locate(root)


def _take_files(work: Path, new: Path) -> dict[str, Path]:
    """Move everything but pages into the site; return those that belong to every edition."""
    own = {}
    for file in sorted(file for file in work.rglob("*") if file.is_file() and file.suffix != ".html"):
        name = file.relative_to(work).as_posix()
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, new / name)
        if name not in ALONE and not name.startswith(f"{ASSETS}/"):
            own[name] = new / name
    return own


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
                yield (url, stage), CommonPage(url, page.source, root, page.is_constant)
