"""What we say of others has its source: each outside link stands in one file, with the month it was noted."""

import lxml.html
import pytest

from macros.team.source_links import case, source
from playbook.content.page import Page, load_pages
from playbook.content.references import TIES, source_problems, sources
from playbook.files.yaml_file import YamlFile
from tests.support.project import ROOT


def said(body: str, name: str = "docs/team/extra.md") -> list[str]:
    """What is wrong when one more page stands beside the playbook's own."""
    extra = Page(name, body, YamlFile({}, {}), body, 1)
    return [str(problem) for problem in source_problems([*load_pages(ROOT)[0], extra])]


def test_every_source_is_used_and_whole():
    assert said("") == []
    assert len(sources()) > 15


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("One.\n\n[x](https://example.org/a)", "docs/team/extra.md:3: https://example.org/a stands in the page; put it into playbook/content/sources.yml"),
        ("See <http://example.org>.", "docs/team/extra.md:1: http://example.org stands in the page"),
        ('{{ source("sheridam") }}', 'docs/team/extra.md:1: source "sheridam" is not known; did you mean "sheridan"?'),
        ('{{ case("nowhere", "X", "2018") }}', 'docs/team/extra.md:1: source "nowhere" is not known'),
    ],
)
def test_an_outside_link_without_a_source_is_named_by_its_line(body, message):
    assert any(problem.startswith(message) for problem in said(body))


def test_an_address_given_as_an_example_and_a_regions_own_page_need_none():
    assert said("Write `https://example.org`.") == []
    assert said("[x](https://example.org)", "docs/local/extra.md") == []


def test_a_source_that_no_page_names_is_reported():
    pages = [page for page in load_pages(ROOT)[0] if page.path != "team/examples.md"]
    assert any("new-jersey: no page names it" in str(problem) for problem in source_problems(pages))


def test_every_outside_link_of_the_team_pages_is_one_of_the_sources(site):
    known = {one.url for one in sources().values()}
    loose, unlisted = [], []
    for file in sorted((site / "team").glob("*.html")):
        article = lxml.html.parse(str(file)).getroot().xpath("//article")[0]
        used = {address for address in article.xpath(".//a/@href") if address.startswith("http")}
        listed = set(article.xpath('.//ul[@class="sources"]//a/@href'))
        loose += [(file.name, address) for address in used - known]
        unlisted += [(file.name, address) for address in used - listed]
        if used and "Noted in November 2026" not in article.text_content():
            unlisted.append((file.name, "no date"))
    assert not loose
    assert not unlisted


def test_a_source_is_a_link_with_its_name_or_other_words():
    assert "Lane County Sector Strategy Team</a>" in source("lane-county-team")
    assert ">a union</a>" in source("lane-county-team", "a union")


def test_eight_examples_or_more_say_where_when_and_whether_their_source_ties_them(site):
    lines = [" ".join(line.text_content().split()) for line in lxml.html.parse(str(site / "team/examples.html")).xpath('//p[@class="case"]')]
    assert len(lines) >= 8
    assert not [line for line in lines if not any(f". {tie}: " in line for tie in TIES.values())]
    assert "2018. The source ties this" in case("sheridan", "Sheridan", "2018")
