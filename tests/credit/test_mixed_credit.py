"""A page of ours that holds parts adapted from the tool says so: in its foot, beside each part, on paper and in every copy."""

import re
import zipfile
from pathlib import Path

import docx
import lxml.html
import pytest

from playbook.content import attribution
from playbook.content.page import load_pages
from playbook.content.point_text import adapted_lines, read_points
from playbook.credit.credit_check import credit_messages, kind_of
from playbook.credit.marked_author import marked_author
from playbook.model.edition import Edition
from playbook.model.site_config import Site
from playbook.output.html_page import BuiltPage, plain
from playbook.paper.paper_validation import word_messages
from tests.support.project import ROOT

MIXED, OURS = attribution.foot("mixed"), attribution.foot("playbook")
ADAPTED = '//p[contains(@class, "origin-part") and @data-origin="toolkit"]'
LINES = adapted_lines(read_points(load_pages(ROOT)[0]))
GENERAL = Edition("", None, "")


def faults(page: BuiltPage, origin: str = "playbook") -> list[str]:
    return list(credit_messages(page, origin, GENERAL, has_logo=False, adapted=LINES))


def changed(site: Path, name: str, before: str, after: str) -> BuiltPage:
    """A built page with one thing changed, in its place beside its stylesheets but in no file."""
    html = (site / name).read_text("utf-8")
    assert before in html
    page = BuiltPage(site / name, name)
    page.__dict__["raw"] = html.replace(before, after)
    return page


def test_what_a_page_holds_decides_which_credit_it_carries():
    cases = {("toolkit", ()): "toolkit", ("toolkit", ("playbook", "local")): "toolkit", ("playbook", ("playbook",)): "playbook", ("local", ()): "local",
             ("playbook", ("toolkit",)): "mixed", ("playbook", ("playbook", "toolkit")): "mixed", ("local", ("toolkit",)): "mixed"}  # fmt: skip
    assert {case: attribution.credit_kind(*case) for case in cases} == cases
    assert [attribution.credit_kind("toolkit", (), points) for points in ((), ("adapted",), ("local",), ("playbook",))] == [
        "toolkit",
        "toolkit",
        "mixed",
        "mixed",
    ]
    assert [bool(marked_author(points)) for points in ((), ("local", "playbook"), ("playbook",))] == [False, False, True]


def test_no_page_with_words_of_the_tool_stands_under_our_credit_alone(site):
    origin = {page.url: page.origin for page in load_pages(ROOT)[0]}
    wrong, quoting = [], set()
    for file in site.rglob("*.html"):
        root, name = lxml.html.parse(str(file)).getroot(), file.relative_to(site).as_posix()
        text = plain(" ".join(article.text_content() for article in root.xpath("//article")))
        if origin.get(re.sub(r"^regions/[^/]+/", "", name)) != "toolkit" and (root.xpath(ADAPTED) or any(line in text for line in LINES)):
            quoting.add(name)
            wrong += [] if [plain(foot.text_content()) for foot in root.xpath('//p[@class="credit"]')] == [MIXED] else [name]
    assert wrong == [] and len([name for name in quoting if name.startswith("team/")]) == 13


def test_each_adapted_part_says_whose_it_is_in_words_on_screen_and_in_word(printed):
    words, silent = (attribution.line("toolkit"), attribution.foot("toolkit")), []
    for page in load_pages(ROOT)[0]:
        built = printed / page.url
        parts = [plain(part.text_content()) for part in lxml.html.parse(str(built)).xpath(ADAPTED)]
        silent += [(page.url, part) for part in parts if not any(said in part for said in words)]
        if parts and page.path.startswith("team/"):
            paper = "\n".join(paragraph.text for paragraph in docx.Document(str(built.with_suffix(".docx"))).paragraphs)
            different = set(parts)  # messages alike but for a paragraph are printed once
            silent += [] if sum(paper.count(said) for said in words) >= len(different) else [(page.url, "Word")]
    assert silent == []


@pytest.mark.parametrize("name", ["letter-planning", "letter-launch"])
def test_a_letter_says_whose_its_adapted_paragraphs_are_under_the_signature(site, name):
    letter = lxml.html.parse(str(site / f"regions/pine-valley/team/{name}.html")).xpath('//section[@class="letter"]')[0]
    *paragraphs, signature, note = [plain(part.text_content()) for part in letter.xpath("./p | ./ol/li")]
    assert note == f"* {attribution.line('toolkit')}" and signature == "Pine Valley Workforce Board"
    starred = [text for text in paragraphs if text.endswith("*")]
    assert len(starred) in (5, 6) and not any("Adapted" in text for text in paragraphs)
    # exactly the tool's paragraphs have a star
    assert [text for text in paragraphs if any(line in text for line in LINES) and text not in starred] == []


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("team/practice.html", MIXED.replace('"', "&quot;").split(" Original")[0], OURS.split(" source")[0], "carries another credit than its origin's"),
        ("team/practice.html", 'class="credit" data-origin="mixed"', 'class="credits"', "lacks the credit “Parts marked so"),
        ("team/practice.html", "Adapted from the tool", "From the tool", "an adapted part lacks its credit in words"),
        ("team/letter-planning.html", "* Adapted from the tool", "*", "an adapted part lacks its credit in words"),
        ("team/roles.html", "</article>", '<p class="origin-part" data-origin="toolkit">Adapted from the tool</p></article>', "lacks the credit “Parts marked so"),
        ("team/roles.html", "</article>", "<p>We’re wearing businesses out. It’s hard to get businesses to the table and keep them there.</p></article>",
         "holds a point of the tool under the credit of ours: “It’s hard to get businesses"),
        ("about/glossary.html", "</article>", f"<p>{LINES[3]}</p></article>", "holds a point of the tool under the credit of ours"),
        ("team/practice.html", "Community of Practice", "community", "lacks the request to join"),
        ("team/practice.html", "the parts that say so are adapted", "nothing here is adapted", "lacks its origin line"),
    ],
)  # fmt: skip
def test_a_page_whose_credit_is_not_that_of_what_it_holds_is_refused(site, name, before, after, said):
    html = (site / name).read_text("utf-8")
    if before not in html:
        before = before.replace("&quot;", '"')
    found = faults(changed(site, name, before, after))
    assert [message for message in found if said in message], found


def test_the_properties_of_a_word_file_hold_its_credit(printed, tmp_path):
    for name, foot in (("team/practice", MIXED), ("team/roles", OURS), ("sheets/workforce-launch", attribution.foot("toolkit"))):
        assert docx.Document(str(printed / f"{name}.docx")).core_properties.comments == foot
    bare = tmp_path / "bare.docx"
    with zipfile.ZipFile(printed / "team/practice.docx") as parts, zipfile.ZipFile(bare, "w") as target:
        for part in parts.namelist():
            data = parts.read(part)
            target.writestr(part, data.replace(b"Parts marked so", b"Parts") if part == "docProps/core.xml" else data)
    assert word_messages(bare, MIXED) == ["lacks the credit in its properties"]


def test_every_page_is_of_the_kind_that_its_parts_make_it(site):
    wrong = [page.url for page in load_pages(ROOT)[0] if faults(BuiltPage(site / page.url, page.url), page.origin)]
    kinds = {kind_of(BuiltPage(site / page.url, page.url), page.origin) for page in load_pages(ROOT)[0]}
    assert wrong == [] and kinds == {"toolkit", "playbook", "mixed"}


def test_a_message_of_ours_alone_carries_no_credit_of_the_tool(site):
    messages = lxml.html.parse(str(site / "team/business.html")).xpath('//div[contains(@class, "message")]')
    assert messages and not any(message.xpath(f".{ADAPTED}") for message in messages)


def test_the_site_file_has_no_key_for_a_mixed_credit():
    assert "mixed" not in attribution.ORIGINS and "credit" not in Site.model_fields
