"""Single papers of an edition whose pages are built, printed by themselves: a whole build prints all of them."""

from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook.content.page import load_pages
from playbook.model.edition import Edition, load_catalog
from playbook.model.site_config import load_site
from playbook.output.html_page import BuiltPage
from playbook.paper.book import BOOK_FILE, TITLE, Book, book_source
from playbook.paper.imprint import Imprint
from playbook.paper.paper_build import _Printing
from playbook.paper.paper_credit import edition_feet, edition_footer
from playbook.paper.paper_plan import sheet_papers, worksheet_papers
from playbook.paper.paper_validation import book_messages
from tests.support.project import TODAY


@dataclass(frozen=True)
class Press:
    """One edition of a project's folder site/, on its way to paper."""

    project: Path
    edition: Edition

    def _printing(self) -> _Printing:
        """Return what a build, which is typed in the project's folder, prints the edition with."""
        place, pages = Path("site") / self.edition.path, load_pages(Path())[0]
        built = {page.url: BuiltPage(place / page.url, f"{self.edition.path}{page.url}") for page in pages if (place / page.url).is_file()}
        return _Printing(Path(), load_site(Path())[0], self.edition, place, date.fromisoformat(TODAY), built)

    def paper(self, path: str) -> tuple[Path, Path]:
        """Print a page and hold it against what a paper must be; return the PDF and the Word file."""
        with chdir(self.project):
            pages = load_pages(Path())[0]
            one = next(paper for paper in (*sheet_papers(self.edition, pages), *worksheet_papers(pages)) if paper.path == path)
            printing = self._printing()
            (leaf,) = printing.read([one])
            pdf, word = printing.printed(leaf)
        return self.project / pdf, self.project / word

    def book(self) -> Path:
        """Print the book, hold it against what it must be, and return it."""
        with chdir(self.project):
            by = self._printing()
            imprint = Imprint("", edition_footer(self.edition), by.site.paper, by.today, region_logo=by.region_logo)
            source = book_source(Path(), load_pages(Path())[0], self.edition, by.built, imprint, TITLE)
            Book(source, by.today, f"{self.edition.path}{BOOK_FILE}").write(by.place / BOOK_FILE)
            assert not [*book_messages(by.place / BOOK_FILE, feet=edition_feet(self.edition), form=False)]
        return self.project / by.place / BOOK_FILE


def presses(project: Path) -> dict[str, Press]:
    """Return a press for each edition of a project, by its slug."""
    return {edition.slug: Press(project, edition) for edition in load_catalog(project, date.fromisoformat(TODAY), examples=True).editions}
