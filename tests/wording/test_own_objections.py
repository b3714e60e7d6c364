"""Objections and sources of a region's own: a page as the guide shows it, in the menu, with the right credit, and found by search."""

import textwrap
from pathlib import Path

import lxml.html
import pytest

from playbook.output.html_page import plain
from playbook.search.compact import stem
from playbook.search.index_file import read_index
from tests.support.project import ROOT, only_region, run
from tests.support.small_playbook import small

GUIDE = "docs/localize/local-pages.md"
PAGE = "local/our-objections.html"


def example() -> str:
    """The page that the guide shows, as a convener copies it."""
    _, _, after = (ROOT / GUIDE).read_text("utf-8").partition("## What you hear, and your sources { #your-own-objections-and-sources }\n")
    shown = after.partition("\n## ")[0].splitlines()
    return textwrap.dedent("\n".join(line for line in shown if line.startswith("    ") or not line)).strip() + "\n"


@pytest.fixture(scope="module")
def lane(tmp_path_factory) -> Path:
    """The edition of a copy that has the page; it leaves out the point that the page leads to."""
    project = small(tmp_path_factory.mktemp("objections") / "copy")
    left = 'points: {s27: {leave_out: true, because: "we cover one county"}}'
    only_region(project, "lane", f"region: Lane\nindustry: wood\nstage: active\nconvener: {{name: Lane Board}}\n{left}\n")
    (project / "docs/local").mkdir(exist_ok=True)
    (project / "docs/local/our-objections.md").write_text(f"{example()}- [A survey on the web](https://example.org/survey)\n", "utf-8")
    (project / "docs/local/survey-2026.pdf").write_bytes(b"%PDF-1.4")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    return project / "site/regions/lane"


def test_the_page_of_the_guide_stands_in_the_menu_with_the_conveners_credit(lane):
    page = lxml.html.parse(str(lane / PAGE)).getroot()
    assert page.xpath('//nav//a[contains(@href, "our-objections.html")]')
    assert "Written by Lane Board" in plain(page.xpath('//p[@class="credit"]')[0].text_content())
    assert [plain(heading.text_content()) for heading in page.xpath("//article//h2")] == ["“It is too far to drive”", "Where our figures come from"]
    assert {"survey-2026.pdf", "https://example.org/survey"} <= set(page.xpath("//article//a/@href"))
    assert not page.xpath('//article//a[contains(@href, "#s27")]') and "what we say about our area" in page.xpath("//article")[0].text_content()


def test_the_search_finds_the_objection_and_the_source_by_their_own_words_and_by_those_that_people_type(lane):
    found = {entry["location"]: entry for entry in read_index(lane)["entries"] if entry["location"].startswith(PAGE)}
    assert {stem("gas"), stem("money")} <= found[f"{PAGE}#too-far"]["asked"].keys() and "too far to drive" in found[f"{PAGE}#too-far"]["title"]
    assert "Which month could you come?" in found[f"{PAGE}#too-far"]["text"]
    assert "Survey of 2026" in found[f"{PAGE}#our-sources"]["text"]
