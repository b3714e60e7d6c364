"""Two localizations that were really made, as far as they are known, made by a copy's region files: built, checked, printed, and held against a next release."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from playbook.build.edition_build import write_pages
from playbook.copy.release import fetch, write_list
from playbook.model.edition import load_catalog
from playbook.model.site_config import load_site
from playbook.render.common_pages import make_common_pages
from tests.support.project import ROOT, run
from tests.support.releases import CHECK, swap
from tests.support.small_playbook import small
from tests.wording.press import Press, presses

REGIONS = ROOT / "tests/wording/regions"
SHEETS = "sheets/workforce*.md"  # beside those of educators
CREDIT = "Parts marked so are by South-west Pennsylvania example partnership"


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy with both region files and no other, and nothing built yet."""
    folder = small(tmp_path_factory.mktemp("localized") / "copy", SHEETS)
    write_list(folder, replace(fetch(str(folder), "", folder), version="0.1.0"))
    for example in [*(folder / "examples").glob("*.yml"), *(folder / "regions").glob("*.yml")]:
        example.unlink()
    for file in REGIONS.glob("*.yml"):
        shutil.copy(file, folder / "regions")
    return folder


@pytest.fixture(scope="module")
def made(copy) -> dict[str, Press]:
    """The editions whose pages the copy's build made and checked, by slug."""
    slugs = [file.stem for file in REGIONS.glob("*.yml")]
    done = run(copy, "build", "--pages-only", *slugs)
    assert done.returncode == 0, done.stderr
    assert "regions/new-jersey.yml:11: points.s16: lacks “What are Next Generation Sector Partnerships?”" in done.stdout
    return presses(copy)


def on_paper(file: Path) -> str:
    if file.suffix == ".docx":
        document = docx.Document(str(file))
        parts = [document.element.body, *(section.footer._element for section in document.sections)]
        return "\n".join("".join(node.text or "" for node in line.iter("{*}t")) for part in parts for line in part.iter("{*}p"))
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", [0, 1], ids=["PDF", "Word"])
def test_sheets_and_handouts_are_printed_in_their_words_with_their_origin(made, kind):
    sheet = folded(on_paper(made["southwest-pennsylvania"].paper("sheets/workforce-planning")[kind]))
    assert "You hear from companies what they will hire for." in sheet and "They say it at the table." in sheet
    assert "Adapted, wording by South-west Pennsylvania example partnership" in sheet
    assert "We did this together before." in sheet and "By South-west Pennsylvania example partnership" in sheet
    assert "partners who would come again (2026, an example survey)" in sheet and "91%" not in sheet and "71%" in sheet
    assert CREDIT in sheet
    handout = folded(on_paper(made["southwest-pennsylvania"].paper("sheets/workforce-planning-handout")[kind]))
    assert "We did this together before. Ask those who were there." in handout and CREDIT in handout
    other = folded(on_paper(made["new-jersey"].paper("sheets/educators-planning")[kind]))
    assert "What are state industry partnerships?" in other and "Adapted, wording by New Jersey example convener" in other


def test_the_book_says_them_too(made):
    book = folded(on_paper(made["southwest-pennsylvania"].book()))
    assert "We did this together before." in book and "Example term" in book and "21 partnerships" not in book
    assert CREDIT in book and "By South-west Pennsylvania example partnership" in book


def test_the_next_release_is_taken_and_what_changed_under_their_words_is_told(copy, tmp_path):
    later = small(tmp_path / "later", SHEETS)
    swap(later / "docs/talking-points/what-is-in-it.md", "The information is tailored, and it’s very accurate.", "The information is tailored and accurate.")
    swap(later / "docs/talking-points/what-are-you-up-to.md", "  { #s14 }", "  It takes time.\n  { #s14 }")
    (later / "playbook/__main__.py").write_text(CHECK, "utf-8")  # what the release makes of the copy is rendered below, once
    write_list(later, replace(fetch(str(later), "", later), version="0.2.0"))
    own = {file.name: file.read_bytes() for file in (copy / "regions").glob("*.yml")}
    done = run(copy, "update", "0.2.0", "--from", str(later))
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    at = told.index("regions/southwest-pennsylvania.yml:7: S44 has changed under your wording:")
    assert (
        "very accurate" in told[at + 1]
        and "tailored and accurate" in told[at + 2]
        and told[at + 1].startswith("  before: ")
        and told[at + 2].startswith("  after:  ")
    )
    assert told[at + 3] == "  yours:  You hear from companies what they will hire for. They say it at the table."
    assert not [line for line in told if "S14" in line]  # nobody's wording
    copy = copy.with_name(f"{copy.name}-update-0.2.0")  # where the update is put without git
    assert {file.name: file.read_bytes() for file in (copy / "regions").glob("*.yml")} == own
    assert "The information is tailored and accurate." in (copy / "docs/talking-points/what-is-in-it.md").read_text("utf-8")

    shutil.copy(ROOT / "playbook/__main__.py", copy / "playbook")
    assert "changed under your wording" not in run(copy, "drift", "--from", str(later)).stdout
    site, folder, today = load_site(copy)[0], tmp_path / "new", date.today()  # as drift: the pages are rendered once
    folder.mkdir()
    common, catalog = make_common_pages(copy, site, today, folder), load_catalog(copy, today, examples=False)
    pages = {edition.slug: write_pages(catalog, common, edition, folder / edition.path) for edition in catalog.editions}
    sheet = folded(pages["southwest-pennsylvania"]["sheets/workforce-planning.html"].root.text_content())
    assert "You hear from companies what they will hire for." in sheet and "We did this together before." in sheet and CREDIT in sheet
    page = pages["new-jersey"]["talking-points/what-are-you-up-to.html"].raw
    assert "In New Jersey, we each knock on the same doors." in page and "It takes time." in page
