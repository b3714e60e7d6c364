"""Local pages: the editions that they name are there, and only they name any."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from playbook.content.local.edition_pages import editions_of
from playbook.content.page import DOCS, LOCAL, Page
from playbook.content.worksheets import worksheets
from playbook.files.diagnostics import Problem, did_you_mean
from playbook.files.font_coverage import undrawable
from playbook.model.region_file import EXAMPLES_FOLDER, REGIONS_FOLDER

KEYS = ("author", "editions", "order")  # of front matter, for local pages alone


def local_page_problems(project: Path, pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield which local pages name an edition that is not there, and which other pages use a key for local ones."""
    known = {name: name for name in _known(project)}
    for page in pages:
        if not page.path.startswith(LOCAL):
            yield from (
                Problem(page.name, f"is for pages in {DOCS}/{LOCAL} only; leave it out", page.front.line((key,)), key) for key in KEYS if key in page.front.data
            )
        for number, name in enumerate(editions_of(page)):
            if name not in known:
                line = page.front.line(("editions", number)) or page.front.line(("editions",))
                near = did_you_mean(name, known) if known else "there is none yet"
                yield Problem(page.name, f'"{name}" is neither an edition nor a folder of {REGIONS_FOLDER}/; {near}', line, "editions")


def sign_problems(pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield the lines of local worksheets, which become paper, with letters that no font of the papers has."""
    for page in worksheets(page for page in pages if page.path.startswith(LOCAL)):
        for number, line in enumerate(page.text.splitlines(), 1):
            if bad := undrawable(line.replace("\t", " ")):
                yield Problem(page.name, f"holds {', '.join(bad[:5])}, which paper cannot print; leave it out or spell it", number)


def _known(project: Path) -> Iterator[str]:
    """Yield the slugs of all region files, and the names of folders that hold some."""
    for top in (REGIONS_FOLDER, EXAMPLES_FOLDER):
        for file in sorted((project / top).rglob("*.yml")):
            if not file.name.startswith(("_", ".")):
                yield file.stem
                yield from file.parent.relative_to(project / top).parts
