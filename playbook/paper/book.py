"""The whole book of an edition as one PDF: contents, page numbers, and at the foot of each side the credit of what it holds."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook.content import attribution
from playbook.content.navigation import menu_order
from playbook.content.page import Page
from playbook.credit.credit_check import author_of, kind_of
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.edition import Edition
from playbook.model.formatting import date_in_words, names_in_words
from playbook.model.region_fields import text_of
from playbook.output.html_page import BuiltPage
from playbook.output.paper_cache import code
from playbook.paper.design.height import SIDE, lines_of
from playbook.paper.document import Block, Box, Heading, Table
from playbook.paper.html.book_references import with_references
from playbook.paper.html_reader import read_article
from playbook.paper.imprint import Imprint
from playbook.paper.pdf import PAPER_SIZES, set_blocks
from playbook.paper.typst_compiler import compiled, forget
from playbook.paper.typst_text import logo_beside, region_logo, typst_string, typst_words

BOOK_FILE = "support-team-playbook.pdf"
TITLE = "Support Team Playbook"
OTHERS = 7  # sources that count as set after a book: the typesetter then remembers the last two, each of which takes as much memory as all other papers
PARTS = {
    "talking-points/": "Talking points",
    "team/": "Working papers",
    "team/agenda-": "Meetings",
    "team/letter-planning": "Letters",
    "team/letter-launch": "Letters",
    "team/letter-": "Letters",
    "about/source-and-terms": "About this book",
    "about/glossary": "About this book",
}  # what is read as a book, in this order, and how its contents call it


@dataclass(frozen=True)
class Book:
    """The book of an edition, to be set."""

    source: str
    today: date
    name: str

    @property
    def key(self) -> str:
        """A digest of all that it is made from."""
        return hashlib.sha256(f"{self.source}{self.today}{code()}".encode()).hexdigest()

    def write(self, path: Path) -> None:
        """Write it as PDF."""
        path.write_bytes(compiled(self.source, self.today, self.name))
        forget(OTHERS)


def book_pages(pages: list[Page], menu: Sequence[str]) -> list[Page]:
    """Return the pages of the book in the menu's order; what the menu does not name comes last in its part."""

    def place(page: Page) -> tuple[int, int, str]:
        return list(PARTS).index(_part_of(page)), menu.index(page.path) if page.path in menu else len(menu), page.path

    return sorted((page for page in pages if page.path.startswith(tuple(PARTS))), key=place)


def _part_of(page: Page) -> str:
    """Return how the addresses of a page's part begin, at most."""
    return max((start for start in PARTS if page.path.startswith(start)), key=len)


def book_source(project: Path, pages: list[Page], edition: Edition, pages_built: Mapping[str, BuiltPage], imprint: Imprint, title: str = TITLE) -> str:
    """Return the typst source of the book of an edition, whose pages are given by their addresses. `title`: the site's name. ProblemsFound names every page that cannot be set."""
    problems: list[Problem] = []
    parts: list[tuple[str, bool, list[str]]] = []  # a foot that is true of all chapters in it, whether their headings are listed, and the chapters
    groups: set[str] = set()
    chapters = book_pages([page for page in pages if page.url in pages_built], menu_order(project))
    chapters_built = with_references({page.url: pages_built[page.url] for page in chapters})
    for page in chapters:
        name = f"{edition.path}{page.url}"
        try:
            built = pages_built[page.url]
            blocks = read_article(chapters_built[page.url])
            body = set_blocks(blocks, name)
        except ProblemsFound as found:
            problems += found.problems
            continue
        foot = attribution.foot(kind_of(built, page.origin), edition.region, page.origin, author_of(built, page.origin))
        shared = attribution.foot(attribution.MIXED, edition.region, page.origin)
        is_listed = not page.path.endswith("glossary.md")  # its words would flood the contents
        if not parts or parts[-1][:2] != (shared, is_listed):
            parts.append((shared, is_listed, []))
        group = PARTS[_part_of(page)]
        begins = f"#metadata({typst_string(group)})<group>" if group not in groups else ""
        groups.add(group)
        parts[-1][2].append(f"{begins}#chapter({typst_string(foot)}, {typst_string(page.url)}, own-side: {str(_is_copied(blocks)).lower()})[{body}]")
    if problems:
        raise ProblemsFound(problems)
    about = next((page.front.data.get("description", "") for page in pages if page.path == "index.md"), "")
    front = (attribution.foot(attribution.MIXED, edition.region), True, [f"{_cover(edition, imprint, title, str(about))}\n#pagebreak()\n#contents"])
    named = f"{title} · {edition.region.region}" if edition.region else title
    settings = f"title: {typst_string(named)}, description: {typst_string('The whole playbook of this edition')}, paper: {typst_string(PAPER_SIZES[imprint.paper_size])}, edition: {typst_string(imprint.edition)}"
    body = "\n#pagebreak(weak: true)\n".join(_part(*part) for part in (front, *parts))
    return f'#import "/playbook/paper/sheet.typ": *\n{logo_beside(imprint.logo_beside)}{region_logo(imprint.region_logo)}#show: book.with({settings})\n{body}'


def _is_copied(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a chapter is taken out of the book, to be copied: a letter, what ends in a paper to hand out, or a table to write in as high as a side."""
    return any(
        (isinstance(block, Box) and block.style == "letter")
        or (isinstance(block, Heading) and block.own_paper)
        or (isinstance(block, Table) and block.is_form and lines_of([block]) > SIDE)
        for block in blocks
    )


def _part(shared: str, is_listed: bool, chapters: list[str]) -> str:
    """Chapters by the same authors; one follows the other on the same side if there is room. `shared`: the foot where their feet differ."""
    return f"#part({typst_string(shared)}, listed: {str(is_listed).lower()})[\n{'#next-chapter'.join(chapters)}\n]"


def _cover(edition: Edition, imprint: Imprint, title: str, about: str) -> str:
    """What the book is, for which region, by whom it is convened, which edition it is and of what day."""
    region = edition.region
    place = text_of(region, "place") if region else "for any region"
    named, where = (region.partnership, place) if region and region.partnership else (place, "")
    dated = f" · updated {date_in_words(region.updated)}" if region and region.updated else ""
    facts = [f"Region details checked {date_in_words(region.updated)}"] if region and region.updated else []
    whose = [f"Convened by {names_in_words([one.name for one in region.convener])}"] if region and region.convener else []
    lines = [*whose, imprint.edition.removesuffix(dated), *facts, f"This book was made on {date_in_words(imprint.today)}"]
    logo = f", logo: region-logo({typst_string(region.logo.alt)}, height: 22mm)" if region and region.logo and imprint.region_logo else ""
    return f"#title-page({', '.join(map(typst_words, (title, named, where, about)))}, ({''.join(typst_words(line) + ',' for line in lines)}){logo})"
