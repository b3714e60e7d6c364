"""A copy's own pages: which editions have them, who wrote them, where they stand in the menu, and that they can be worksheets."""

from pathlib import Path

import pytest
from markdown import markdown

from playbook.check.local_pages import OWNERS_HEADING, OWNERS_PICTURE, OWNERS_TITLE, local_page_problems, sign_problems
from playbook.content import attribution
from playbook.content.front_matter import split
from playbook.content.headings import headings
from playbook.content.local.edition_pages import absent_pages, is_page_of
from playbook.content.navigation import TITLE, with_local_pages
from playbook.content.page import Page, load_pages
from playbook.content.worksheets import glance_problems
from playbook.files.diagnostics import ProblemsFound
from playbook.model.edition import Edition
from playbook.model.region import Region
from playbook.model.site_config import Site
from playbook.output.html_page import BuiltPage
from playbook.paper.paper_plan import worksheet_papers
from tests.support.localized import localized_html
from tests.support.project import ROOT

LANE = Region(region="Lane", stage="planning", convener=[{"name": "Lane Board"}])
GLANCE = '{{ at_a_glance(who="a", time="b", need="c", leave_with="d", next="e") }}'


def page(path: str, more: str = "", body: str = "", title: str = "") -> Page:
    text = f"---\ntitle: {title or path}\ndescription: Words.\norigin: local\nreviewed: 2027-01-14\n{more}---\n\n# Title\n\n{body}\n"
    front, rest, line, problems = split(text, f"docs/{path}")
    assert not problems
    return Page(f"docs/{path}", text, front, rest, line)


def test_folders_are_sections_and_order_puts_pages_in_line():
    pages = [
        page("local/bus.md"), page("local/README.md"), page("local/air.md", "order: 2\n"), page("local/zoo.md", "order: 1\n"),
        page("local/our-forms/b.md"), page("local/our-forms/a.md", "order: 9\n"), page("local/rail/index.md", "order: 0\n", title="Trains"), page("local/rail/x.md"),
    ]  # fmt: skip
    menu = with_local_pages([{"Start": "index.md"}, {"Source": "about/x.md"}], pages)
    own = lambda *names: [{name: name} for name in names]  # noqa: E731 (a word for what follows)
    assert menu[1] == {
        TITLE: [
            *own("local/README.md"), {"Trains": [{"Trains": "local/rail/index.md"}, *own("local/rail/x.md")]}, *own("local/zoo.md", "local/air.md", "local/bus.md"),
            {"Our forms": own("local/our-forms/a.md", "local/our-forms/b.md")},
        ]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("editions", "has"),
    [("", {"", "lane", "linn"}), ("editions: [lane]\n", {"lane"}), ("editions: linn\n", {"linn"}), ("editions: [oregon]\n", {"linn"}), ("editions: [lane, linn]\n", {"lane", "linn"})],
)  # fmt: skip
def test_a_local_page_is_in_the_editions_that_it_names_by_slug_or_folder(editions, has):
    all_editions = [Edition("", None, ""), Edition("lane", LANE, "regions/lane/"), Edition("linn", LANE, "regions/linn/", "regions/oregon")]
    one = page("local/bus.md", editions)
    assert {edition.slug for edition in all_editions if is_page_of(one, edition)} == has
    assert {edition.slug for edition in all_editions if not absent_pages([one], Site(), edition)} == has


def test_an_edition_that_is_not_there_and_keys_of_local_pages_elsewhere_are_named_with_their_lines(tmp_path):
    (tmp_path / "regions/oregon").mkdir(parents=True)
    (tmp_path / "examples").mkdir()
    for name in ("lane.yml", "oregon/linn.yml", "oregon/_all.yml"):
        (tmp_path / "regions" / name).write_text("", "utf-8")
    pages = [page("local/a.md", "editions:\n  - lane\n  - lan\n  - oregon\n  - _all\n"), page("team/b.md", "author: Lane Transit\norder: 1\n")]
    assert [(p.file, p.line, p.key, p.message.partition(";")[0]) for p in local_page_problems(tmp_path, pages)] == [
        ("docs/local/a.md", 8, "editions", '"lan" is neither an edition nor a folder of regions/'),
        ("docs/local/a.md", 10, "editions", '"_all" is neither an edition nor a folder of regions/'),
        ("docs/team/b.md", 6, "author", "is for pages in docs/local/ only"),
        ("docs/team/b.md", 7, "order", "is for pages in docs/local/ only"),
    ]


@pytest.mark.parametrize(
    ("files", "named", "said"),
    [
        (("regions/lane.yml", "regions/lane/wood.yml"), "lane", "is a region file and a folder; write lane.yml for the one, or lane/ for all in the other"),
        (("regions/lane.yml", "regions/lane/wood.yml"), "lane/", ""), (("regions/lane.yml", "regions/lane/wood.yml"), "lane.yml", ""),
        (("regions/lane.yml",), "lane/", "is neither an edition nor a folder"), (("regions/lane/wood.yml",), "lane.yml", "is neither an edition nor a folder"),
        (("regions/lane.yml", "examples/pine.yml"), "pine", "is a fictional example, and those have left the site"), (("examples/pine.yml",), "pine", ""),
        (("regions/lane.yml", "examples/oak/pine.yml"), "oak", "is a fictional example"), (("regions/oak/lane.yml", "examples/oak/pine.yml"), "oak", ""),
    ],
)  # fmt: skip
def test_a_page_for_an_edition_that_is_unclear_or_has_left_the_site_is_told(tmp_path, files, named, said):
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("region: A\n", "utf-8")
    found = [problem.message for problem in local_page_problems(tmp_path, [page("local/a.md", f"editions: [{named}]\n")])]
    assert len(found) == bool(said) and all(message.startswith(f'"{named}" {said}') for message in found)


@pytest.mark.parametrize(("named", "has"), [("lane.yml", {"lane"}), ("lane/", {"wood"})])
def test_a_page_names_a_file_or_a_folder_of_one_name_apart(named, has):
    both = [Edition("lane", LANE, "regions/lane/"), Edition("wood", LANE, "regions/wood/", "regions/lane")]
    assert {edition.slug for edition in both if is_page_of(page("local/bus.md", f"editions: [{named}]\n"), edition)} == has


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("editions: []", "names no edition"), ("editions:", "names no edition"), ("author:", "has no value"), ("order:", "has no value"), ("author: Next Gen Sector Partnerships", "who did not write this page"), ("author: 7", "read as a int"),
        ('author: A <b>', 'holds " or <'), ("author: A &amp; B", "write & with a blank"), ("order: first", "is not a whole number between 0 and 999"), ("author: {{ region }}", ""),
    ],
)  # fmt: skip
def test_a_slip_in_a_key_of_a_local_page_has_its_line_and_remedy(line, message):
    problems = split(f"---\ntitle: A\ndescription: B\norigin: local\nreviewed: 2027-01-14\n{line}\n---\n", "docs/local/a.md")[3]
    assert problems and problems[0].line == 6 and message in problems[0].message


@pytest.mark.parametrize("kind", ["local", "mixed"])
def test_the_credit_names_the_author_of_a_local_page_and_else_the_conveners(kind):
    for by, name in (("Lane Transit & Sons", "Lane Transit & Sons"), ("", "Lane Board")):
        mark = f'data-author="{by.replace("&", "&amp;")}"'
        line, foot = localized_html(f'<p data-block="credit-line:{kind}" {mark}></p><p class="credit" data-block="credit-foot:{kind}" {mark}></p>', LANE)
        assert (line.text, foot.text) == (attribution.line(kind, LANE, "local", by), attribution.foot(kind, LANE, "local", by))
        assert name in line.text and name in foot.text and "data-author" not in (*line.attrib, *foot.attrib)


def test_a_local_page_that_opens_at_a_glance_is_a_worksheet_on_paper_and_what_paper_cannot_hold_is_named_in_its_source():
    sheet = page("local/survey.md", "author: Lane Transit\n", GLANCE)
    (paper,) = worksheet_papers([sheet, page("local/bus.md")])
    assert (paper.path, paper.origin, paper.author, paper.sides) == ("local/survey", "local", "Lane Transit", None)
    with pytest.raises(ProblemsFound) as found:
        paper.read(BuiltPage.of("<article><p>a</p><hr></article>", "regions/lane/local/survey.html"))
    assert [(p.file, p.line) for p in found.value.problems] == [("docs/local/survey.md", 11)] and "take out at_a_glance" in str(found.value)
    assert glance_problems([page("local/late.md", "", f"Words first.\n\n{GLANCE}")]) and not glance_problems([sheet])


def test_a_letter_that_paper_lacks_is_named_with_its_line_on_a_worksheet_alone():
    body = f"{GLANCE}\n\nᏣᎳᎩ and x̱ stand.\n\nSay 𐓏."  # noqa: RUF001 (a name in Cherokee)
    (problem,) = sign_problems([page("local/survey.md", "", body), page("local/bus.md", "", "𐓏")])
    assert (problem.file, problem.line) == ("docs/local/survey.md", 14) and "OSAGE CAPITAL LETTER WA" in problem.message


def test_the_template_offers_a_local_worksheets_files_where_it_opens_at_a_glance():
    assert 'origin == "local" and \'class="glance"\' in page.content' in Path(ROOT / "overrides/main.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "words", "anchor"),
    [
        ("A [link](../index.md) here", "A link here", "a-link-here"), ("A [link][r], `code` and **bold** _now_", "A link, code and bold now", "a-link-code-and-bold-now"),
        ("<https://lane.gov> &amp; us", "https://lane.gov & us", "httpslanegov-us"), ("![Map](m.png) Ways", "Ways", "ways"), ("5 \\* 3", "5 * 3", "5-3"),
    ],
)  # fmt: skip
def test_a_heading_has_the_words_and_the_place_that_its_page_shows(source, words, anchor):
    one = page("local/a.md", body=f"## {source}\n\n[r]: ../index.md")
    assert [(heading.title, heading.anchor) for heading in headings(one)][1:] == [(words, anchor)]
    assert f'id="{anchor}"' in markdown(one.body, extensions=["toc"])


def test_a_heading_of_a_local_page_with_the_owners_name_is_told_with_its_line(tmp_path):
    for heading in ("## Next\u2011Gen things", "##### **Next** Gen", "# N\u0435xt Gen"):
        one = page("local/a.md", body=f"{heading}\n")
        assert [(problem.line, problem.message) for problem in local_page_problems(tmp_path, [one])] == [(10, OWNERS_HEADING)]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("![Next Gen](a.png)", 10), ("Words.\n\nMore words with\n![a](a.png) and ![Our Next\u2011Gen map][m]\n\n[m]: a.png", 13), ("[![Next Gen](a.png)](b.md)", 10),
        ("- one\n- ![Next\n  Gen](a.png)", 11), ("![a](a.png){ alt='Next Gen' }", 10), ("| a |\n| --- |\n| ![N&#101;xt Gen](a.png) |", 12), ("> ![N\u0435xt Gen](<a b.png>)", 10),
    ],
)  # fmt: skip
def test_the_owners_name_in_a_pictures_text_is_told_with_its_line(tmp_path, body, line):
    one = page("local/a.md", body=body)
    assert [(problem.line, problem.message) for problem in local_page_problems(tmp_path, [one])] == [(line, OWNERS_PICTURE)]


def test_the_owners_name_may_stand_in_the_text_beside_a_picture_and_in_code(tmp_path):
    one = page("local/a.md", body="![Our map](a.png) by Next Gen\n\n`![Next Gen](a.png)`\n\n    ![Next Gen](a.png)\n\n[Next Gen](b.md)")
    assert list(local_page_problems(tmp_path, [one])) == []


@pytest.mark.parametrize("title", ["Next Gen things", "Our Next\u2011Gen page", "N\u0435xt Gen"])
def test_a_title_of_a_local_page_with_the_owners_name_is_told_once_with_its_line(tmp_path, title):
    found = list(local_page_problems(tmp_path, [page("local/a.md", title=title)]))
    assert [(problem.line, problem.key, problem.message) for problem in found] == [(2, "title", OWNERS_TITLE)]


@pytest.mark.parametrize(
    ("key", "line", "message"),
    [
        ("title", f"title: {'a' * 399}", "is 399 characters long; at most 300"), ("description", f"description: {'b' * 301}", "is 301 characters long; at most 300"),
        ("keywords", f"keywords: [bus, {'c' * 301}]", "is 301 characters long; at most 300"), ("title", 'title: "A\\nB"', "runs over several lines; write it on one"),
        ("title", "title: “Bus lines”", '"“Bus lines”" would be printed with the quotes at its ends; use straight quotes or none'), ("description", "description: ‘Bus’", "use straight quotes"),
        ("title", "title: ' '", "has no value"), ("icon", "icon: Bus Stop", "is no icon of the theme"), ("icon", "icon: ''", "is no icon of the theme"),
        ("reviewed", "reviewed: 2127-13-14", "is a day that does not exist"), ("reviewed", "reviewed: 2026-02-30", "is a day that does not exist"),
        ("title", "title: 2026-02-30", "holds a value that YAML cannot read"), ("search", "search: {find: {a: [2026-02-30]}}", "holds a value that YAML cannot read"),
    ],
)  # fmt: skip
def test_a_slip_in_front_matter_is_told_once_at_its_own_line_in_plain_words(key, line, message):
    lines = {"title": "title: A", "description": "description: B", "origin": "origin: local", "reviewed": "reviewed: 2027-01-14"} | {key: line}
    (problem,) = split("\n".join(("---", *lines.values(), "---", "")), "docs/local/a.md")[3]
    assert problem.line == 2 + list(lines).index(key) and problem.key.startswith(key) and message in problem.message


@pytest.mark.parametrize("origin", ["us", "playbook", "", "Local", "[local]"])
def test_a_local_page_is_told_to_be_local_and_of_no_other_origin(tmp_path, origin):
    (tmp_path / "docs/local").mkdir(parents=True)
    (tmp_path / "docs/local/a.md").write_text(f"---\ntitle: A\ndescription: B\norigin: {origin}\nreviewed: 2027-01-14\n---\n", "utf-8")
    assert [str(problem) for problem in load_pages(tmp_path)[1]] == ["docs/local/a.md:4: origin: pages in docs/local/ are local; write origin: local"]
