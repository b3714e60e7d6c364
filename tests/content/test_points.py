"""Every point of the tool is there, once, and says what it must."""

import re
from collections import Counter
from functools import partial
from pathlib import Path

import lxml.html
import pytest

from macros.points.cross_references import point
from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import point_problems, read_points
from tests.support.project import ROOT, call, run


def built_ids(site: Path) -> Counter:
    pages = [page for page in site.rglob("*.html") if not re.match(r"(regions|toolkit|sheets)/", page.relative_to(site).as_posix())]
    found = [key for page in pages for key in lxml.html.parse(str(page)).xpath("//@id") if re.fullmatch(r"s\d\d", key)]
    return Counter(found)


def test_the_tool_has_87_points():
    assert [key for key, spec in point_specs().items() if spec.origin == "toolkit"] == [f"s{number:02}" for number in range(1, 88)]


def test_each_of_the_87_points_has_its_verdict_and_reason():
    table = (ROOT / "decisions/0023-every-point-is-held-against-the-tool.md").read_text("utf-8")
    judged = re.findall(r"(?m)^[|] (S\d\d) [|] (?:sound|mended|kept) [|] \S.+ [|]$", table)
    assert judged == [key.upper() for key, spec in point_specs().items() if spec.origin == "toolkit"]


def test_points_of_our_own_are_told_apart_by_their_ids():
    assert [key for key, spec in point_specs().items() if spec.origin == "playbook"] == [f"c{number:02}" for number in range(1, 11)]


def test_every_point_stands_once_in_the_site(site):
    assert built_ids(site) == Counter({f"s{number:02}": 1 for number in range(1, 88)})


def test_every_edition_has_every_point(site):
    for edition in sorted((site / "regions").iterdir()):
        assert built_ids(edition).total() == 87, edition.name


def test_every_spoken_point_opens_with_a_line_to_say():
    points = {point.id: point for point in read_points(load_pages(ROOT)[0])}
    wordy = {key: points[key].opening for key, spec in point_specs().items() if spec.say and not 2 <= len(points[key].opening.split()) <= 40}
    assert not wordy
    assert not point_problems(list(points.values()))


def test_every_spoken_line_is_a_whole_sentence():
    points = read_points(load_pages(ROOT)[0])
    loose = [f"{p.page.name}:{p.line} {p.opening}" for p in points if p.opening and not p.opening.rstrip("”").endswith((".", "?", "!"))]
    assert not loose


def test_a_point_can_be_linked_by_its_id_wherever_it_stands():
    points = read_points(load_pages(ROOT)[0])
    for here, way in (("team/roles.md", "../talking-points/"), ("talking-points/next-steps.md", ""), ("index.md", "talking-points/")):
        assert point("s25", points=points, here=partial(str, here)) == f"[S25]({way}what-they-are.md#s25){{ .point-link }}"
    with pytest.raises(ValueError, match='point "s99" is not known'):
        point("s99", points=points, here=lambda: "index.md")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  { #s31 }\n", "", "s31: is on no page"),
        ("  { #s31 }", "  { #s30 }", "s30: stands twice (first at docs/talking-points/what-they-are.md:"),
        ("  { #s31 }", "  { #s99 }", "s99: no such point"),
        ("**It isn’t about who gets the credit.**", "It isn’t about who gets the credit.", "s31: is spoken; begin it with the line to say"),
    ],
)  # fmt: skip
def test_a_point_that_is_lost_or_spoilt_stops_the_build(project, before, after, said):
    page = project / "docs/talking-points/what-they-are.md"
    text = page.read_text("utf-8")
    assert before in text
    page.write_text(text.replace(before, after), "utf-8")
    done = call(project, "build", "--pages-only")
    assert done.returncode == 1
    assert said in done.stderr
    assert not (project / "site").exists()


def test_a_point_that_loses_a_term_is_named_with_its_page(little):
    page = little / "docs/talking-points/what-they-are.md"
    page.write_text(re.sub(r'\{\{ term\("vocational rehabilitation"[^}]*\}\}', "other programs", page.read_text("utf-8")), "utf-8")
    done = run(little, "build", "--pages-only")
    assert done.returncode == 1
    assert "S25 lacks “vocational rehabilitation”" in done.stderr
    assert "docs/talking-points/what-they-are.md" in done.stderr
