"""Local pages: the editions that they name are there, and only they name any."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.content.headings import headings, picture_texts
from playbook.content.local.edition_pages import editions_of
from playbook.content.page import DOCS, LOCAL, Page
from playbook.content.worksheets import worksheets
from playbook.files.diagnostics import Problem, did_you_mean
from playbook.files.font_coverage import undrawable
from playbook.model.folder.read_region import RegionReader, is_example
from playbook.model.folder.region_files import RegionFile, region_files
from playbook.model.region_file import REGIONS_FOLDER
from playbook.model.site_config import load_site
from playbook.model.trademark import names_owners

OWNERS_TITLE = "carries the name of the material's owners, which stands in no title; write other words, and the name in the text below"
OWNERS_HEADING = f"a heading {OWNERS_TITLE}"
OWNERS_PICTURE = "a picture's text carries the name of the material's owners, which stands with their own logo alone; say what the picture shows"
KEYS = ("author", "editions", "order")  # of front matter, for local pages alone


def local_page_problems(project: Path, pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield which local pages name an edition that is not there, or not clearly, and which other pages use a key for local ones."""
    pages = list(pages)
    known = _Editions.of(project) if any(map(editions_of, pages)) else None
    for page in pages:
        if not page.path.startswith(LOCAL):
            yield from (
                Problem(page.name, f"is for pages in {DOCS}/{LOCAL} only; leave it out", page.front.line((key,)), key) for key in KEYS if key in page.front.data
            )
        else:
            if names_owners(str(page.front.data.get("title", ""))):
                yield Problem(page.name, OWNERS_TITLE, page.front.line(("title",)), "title")
            yield from (Problem(page.name, OWNERS_HEADING, heading.line) for heading in headings(page) if names_owners(heading.title))
            yield from (Problem(page.name, OWNERS_PICTURE, line) for line, text in picture_texts(page) if names_owners(text))
        for number, name in enumerate(editions_of(page)):
            if known and (message := known.message(name)):
                line = page.front.line(("editions", number)) or page.front.line(("editions",))
                yield Problem(page.name, f'"{name}" {message}', line, "editions")


def sign_problems(pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield the lines of local worksheets, which become paper, with letters that no font of the papers has."""
    for page in worksheets(page for page in pages if page.path.startswith(LOCAL)):
        for number, line in enumerate(page.text.splitlines(), 1):
            if bad := undrawable(line.replace("\t", " ")):
                yield Problem(page.name, f"holds {', '.join(bad[:5])}, which paper cannot print; leave it out or spell it", number)


@dataclass(frozen=True)
class _Editions:
    """The slugs of all region files, the folders that hold some, and which of them leave the site with the examples."""

    slugs: frozenset[str]
    folders: frozenset[str]
    leaving: frozenset[str]

    @classmethod
    def of(cls, project: Path) -> "_Editions":
        """Return those of a project. Fictional regions leave once there is another, but for the home edition."""
        files, reader = region_files(project), RegionReader(project)
        home = load_site(project)[0].home
        own = {file for file in files if not is_example(reader.read(file.name)[0], file.name)}
        staying = {file for file in files if file in own or not own or file.slug == home}
        names = {file.slug for file in staying} | {_folder(file) for file in staying}
        everything = {file.slug for file in files} | {_folder(file) for file in files}
        return cls(frozenset(file.slug for file in files), frozenset(filter(None, map(_folder, files))), frozenset(everything - names))

    def message(self, name: str) -> str:
        """Return why a page cannot name an edition, or a folder of them, by this name; empty where it can."""
        plain = name.removesuffix(".yml") if name.endswith(".yml") else name.removesuffix("/")
        is_file, is_folder = plain in self.slugs and not name.endswith("/"), plain in self.folders and not name.endswith(".yml")
        if not is_file and not is_folder:
            known = sorted(self.slugs | self.folders)
            return f"is neither an edition nor a folder of {REGIONS_FOLDER}/; {did_you_mean(plain, known) if known else 'there is none yet'}"
        if is_file and is_folder:
            return f"is a region file and a folder; write {plain}.yml for the one, or {plain}/ for all in the other"
        if plain in self.leaving:
            return "is a fictional example, and those have left the site, as it has a region of its own; name one of yours"
        return ""


def _folder(file: RegionFile) -> str:
    """Return the name of the folder in regions/ that a file lies in; empty for one that lies in none."""
    return file.folder.partition("/")[2]
