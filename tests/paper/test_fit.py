"""Whether a sheet fits is measured on paper, not counted in words; what makes one too long is named."""

import dataclasses
import re
from pathlib import Path

import docx
import lxml.html
import pytest

from playbook.check.source_check import lint
from playbook.content.page import load_pages
from playbook.content.sheet_plan import Sheet, all_sheets
from playbook.model.edition import UNLOCALIZED, Edition
from playbook.model.region import Region
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Document, Run
from playbook.paper.docx.writer import write_word
from playbook.paper.fit import Measure, fitted, own_sides
from playbook.paper.html_reader import read_sheet, read_worksheet
from playbook.paper.imprint import SIZES, Imprint, Typesetting
from playbook.paper.overflow import TooLongPage, merged, overflows
from playbook.paper.paper_plan import Paper
from tests.paper.test_papers import FOOT, TODAY
from tests.support.project import ROOT, fork, only_region, run

SHEETS = list(all_sheets())
ADDRESS = "https://example.org/sheets/economic.html"
IMPRINT = Imprint(FOOT, "Lane", "letter", TODAY, ADDRESS)
MEASURE = Measure(IMPRINT)
LONG_NAME = "The Regional Council of Governments, Chambers of Commerce, Colleges and Workforce Boards"


def longer(thing, share: float):
    """A document with so many words more in each of its texts."""
    if isinstance(thing, tuple):
        return tuple(longer(one, share) for one in thing)
    if isinstance(thing, Run):
        words = thing.text.split(" ")
        return dataclasses.replace(thing, text=" ".join([*words, *words[: round(len(words) * share)]]))
    if not dataclasses.is_dataclass(thing):
        return thing
    return type(thing)(**{field.name: longer(getattr(thing, field.name), share) for field in dataclasses.fields(thing)})


def sheet_page(site: Path, stem: str, edition: str = "") -> BuiltPage:
    return BuiltPage(site / edition / "sheets" / f"{stem}.html", f"{edition}sheets/{stem}.html")


def set_size(document: Document) -> float:
    return fitted(document, IMPRINT).typesetting.size


def too_long(document: Document, paper: str = "letter") -> bool:
    """Whether a side of it does not fit in the smallest type."""
    measure = Measure(dataclasses.replace(IMPRINT, paper_size=paper))
    return any(measure.lines_over(document, number, 1) for number in range(len(own_sides(document))))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_sheet_has_room_for_a_third_more_words(site, paper):
    """On the higher paper, some of each audience and stage."""
    long = [sheet.stem for sheet in SHEETS[:: 1 if paper == "letter" else 3] if too_long(longer(read_sheet(sheet_page(site, sheet.stem)), 0.33), paper)]
    assert not long and SIZES[-1] >= 9, "no type is smaller than 9 points"


def test_no_point_is_refused_for_a_few_words_more(tmp_path):
    project = fork(tmp_path / "fork")
    for page in (project / "docs/talking-points").glob("*.md"):
        page.write_text(re.sub(r"(?m)^(\s*)(\{ #[sc]\d\d \})$", r"\1And so much more of it than before.\n\1\2", page.read_text("utf-8")), "utf-8")
    assert lint(project) == []


def test_a_region_with_twelve_conveners_and_a_long_point_are_each_named_with_file_and_line(little):
    people = "".join(f'  - {{name: "{LONG_NAME} {number}", email: "hello{number}@example.org", phone: "555-0100"}}\n' for number in range(12))
    only_region(little, "lane", f"region: Lane\nstage: launch\nindustry: wood\nexample: true\nconvener:\n{people}")
    page = little / "docs/talking-points/what-they-are.md"
    lines = page.read_text("utf-8").splitlines()
    line = lines.index("  { #s22 }")
    lines[line - 1] += " It is decided by all of us, one after the other." * 95
    page.write_text("\n".join(lines) + "\n", "utf-8")
    done = run(little, "build")
    assert done.returncode == 1
    said = done.stderr.splitlines()
    wanted = (
        r"regions/lane.yml:5: convener: makes side one of \S+ and \d+ more too long by about \d+ lines; shorten it, or name fewer than 12",
        (
            rf"docs/talking-points/what-they-are.md:{line + 1}: S22: makes side two of educators-planning and \d+ more too long by about \d+ lines; "
            r"shorten it or take a point from the sheet \(`back` in playbook/content/points.yml\)"
        ),
    )
    assert not [pattern for pattern in wanted if not any(re.fullmatch(pattern, told) for told in said)], said
    assert said[2] == "2 problem(s); nothing was changed."
    assert not (little / "site").exists()


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("industry: {}", "regions/lane.yml:4: industry: makes "),
        ("partner_ask:\n  economic: {}", "regions/lane.yml:5: partner_ask.economic: makes "),
        ("launch_meeting:\n  date: 2027-03-04\n  place: {}", "regions/lane.yml:6: launch_meeting.place: makes "),
        ("program: {}", "regions/lane.yml:4: program: makes "),
        ("program: {}", "regions/oregon/_all.yml:1: program: makes "),
    ],
)
def test_a_long_value_is_named_with_its_line_and_key(site, tmp_path, given, named):
    """Longer than a region file may say: alone, none of them is too long."""
    key = named.split(": ")[1]
    values = {"region": "Lane", "stage": "launch", "industry": "wood"}
    place, _, inner = key.partition(".")
    filled = {**values, place: {inner: "x"} if inner else "x"}
    folder = named.partition(":")[0].rpartition("/")[0]
    (tmp_path / folder).mkdir(parents=True)
    common = given.format("x") + "\n" if "_all" in named else ""
    (tmp_path / folder / "lane.yml").write_text("region: Lane\nstage: launch\nexample: true\n" + ("" if common else given.format("x") + "\n"), "utf-8")
    if common:
        (tmp_path / folder / "_all.yml").write_text(common, "utf-8")
    page = sheet_page(site, "economic-launch", "regions/pine-valley/")
    root = lxml.html.fromstring(page.raw)
    for element in root.xpath("//article//*[@data-field=$key]", key=key.replace(".place", ".venue")):  # where, and online where
        element.text = "a long value " * 400
    grown = BuiltPage.of(lxml.html.tostring(root, encoding="unicode"), page.name)
    pages = load_pages(ROOT)[0]
    source = next(page for page in pages if page.path == "sheets/economic-launch.md")
    edition = Edition("lane", Region.model_validate(filled, context={"today": TODAY, "example": True}), "regions/lane/", folder)
    paper = Paper("sheets/economic-launch", "toolkit", read_sheet, sheet=Sheet("economic", "launch"))
    found = merged(overflows(TooLongPage(tmp_path, edition, grown, paper, source, pages, MEASURE)))
    assert [str(problem)[: len(named)] for problem in found] == [named]


def test_a_letter_that_is_too_long_names_its_longest_paragraph(site, tmp_path):
    pages = load_pages(ROOT)[0]
    source = next(page for page in pages if page.path == "team/letter-planning.md")
    root = lxml.html.fromstring((site / "team/letter-planning.html").read_text("utf-8"))
    paragraph = max(root.xpath('//section[@class="letter"]/p'), key=lambda part: len(part.text_content()))
    paragraph.text = "Much more to say. " * 400
    page = BuiltPage.of(lxml.html.tostring(root, encoding="unicode"), "team/letter-planning.html")
    paper = Paper("team/letter-planning", "playbook", read_worksheet)
    found = merged(overflows(TooLongPage(tmp_path, Edition(UNLOCALIZED, None, ""), page, paper, source, pages, MEASURE)))
    longest = max(source.body.split("\n\n"), key=len).strip().splitlines()[0]
    line = source.text.splitlines().index(longest) + 1
    assert [str(problem).split(" too long")[0] for problem in found] == [f"docs/team/letter-planning.md:{line}: makes letter-planning"]


def test_a_word_file_is_written_smaller_where_the_typesetter_had_to(site, tmp_path):
    document = read_sheet(sheet_page(site, "economic-launch"))
    sizes = {}
    for size, note_lines in ((10.5, 8), (10, 5), (9, 3)):
        write_word(document, IMPRINT, tmp_path / "x.docx", Typesetting(size, note_lines))
        file = docx.Document(tmp_path / "x.docx")
        notes = sum(paragraph.style.name == "Note Line" for paragraph in file.paragraphs)
        text = file.styles.element.xpath("w:docDefaults//w:sz/@w:val")[0]
        sizes[size] = (int(text) / 2, notes)
    assert sizes == {10.5: (10, 5), 10: (9.5, 5), 9: (8.5, 3)}
