"""What an edition does without leaves no trace: its pages, what leads to them, its menu entries, its files."""

import re

import lxml.html
import pytest

from playbook.content.navigation import MenuEntry
from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from playbook.model.pages.optional_pages import OPTIONAL_PAGES, is_left_out
from playbook.model.region_file import load_region
from playbook.render.left_out.links import take_links
from playbook.render.left_out.menu import Menu, take_entries
from tests.support.project import ROOT, only_region, run
from tests.support.small_playbook import small

GONE = frozenset({"team/gone.html", "localize/index.html", "localize/form.html"})
LINK, OTHER = '<a href="gone.html#x">gone</a>', '<a href="kept.html">kept</a>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"<p>First. See {LINK}. Last.</p>", "<p>First. Last.</p>"),
        (f"<p>Ask Dr. Lee, who wrote {LINK}. Bring $5.</p>", "<p>Bring $5.</p>"),
        (f"<p>Meet at 9 a.m. on Main St. near {LINK}. Ask J. Smith.</p>", "<p>Ask J. Smith.</p>"),
        (f"<p>Is it so? See {LINK}.</p><p>x</p>", "<p>x</p>"),
        (f"<p>Read {LINK} and {OTHER}. End.</p>", f"<p>Read gone and {OTHER}. End.</p>"),
        (f"<p><strong>First.</strong> Then {LINK}.</p>", "<p><strong>First.</strong></p>"),
        (f"<h2>One</h2><p>See {LINK}.</p><h2>Two</h2><p>y</p>", "<h2>Two</h2><p>y</p>"),
        (f"<div class='door'><h2>Ours</h2><ul><li>{LINK}</li></ul></div><p>x</p>", "<p>x</p>"),
        (f"<ul><li>{LINK}<ul><li>{LINK}</li><li><a href='gone.html#y'>y</a></li></ul></li><li>{OTHER}</li></ul>", f"<ul><li>{OTHER}</li></ul>"),
        (f"<table><tbody><tr><td>What {LINK}</td><td>z</td></tr><tr><td>b</td></tr></tbody></table>", "<table><tbody><tr><td>b</td></tr></tbody></table>"),
        (f"<ul><li data-point='s12'>Say it {LINK}.</li></ul>", "<ul><li data-point='s12'>Say it gone.</li></ul>"),
        (f"<div class='tools'>{LINK}{OTHER}</div>", f"<div class='tools'>{OTHER}</div>"),
        ("<div data-leads-to='team/gone.html'><form></form></div><p>x</p>", "<p>x</p>"),
        ('<p>See <a href="https://example.org/gone.html">it</a>.</p>', '<p>See <a href="https://example.org/gone.html">it</a>.</p>'),
        (f"<ul><li><p>See {LINK}.</p></li><li>b</li></ul>", "<ul><li>b</li></ul>"),
    ],
)
def test_a_link_to_a_page_left_out_goes_with_its_sentence_and_what_is_empty_then(before, after):
    root = lxml.html.document_fromstring(f"<article>{before}</article>")
    take_links(root, "team/here.html", GONE)
    html = lxml.html.tostring(root.find(".//article"), encoding="unicode")
    assert re.sub(r"\s+(?=<)", "", html).replace('"', "'") == re.sub(r"\s+(?=<)", "", f"<article>{after}</article>").replace('"', "'")


MENU = (
    MenuEntry("Start", "index.html"),
    MenuEntry("Make it yours", "", (MenuEntry("Make it yours", "localize/index.html"), MenuEntry("Form", "localize/form.html"), MenuEntry("All", "editions.html"))),
    MenuEntry("In our region", "", (MenuEntry("Gone", "team/gone.html"), MenuEntry("Bus", "local/bus.html"), MenuEntry("Train", "local/train.html"))),
)  # fmt: skip


def test_the_menu_and_the_ways_on_pass_over_what_is_left_out():
    entries = (
        ("../index.html", "Start"),
        ("../localize/index.html", "Make it yours"),
        ("../localize/form.html", "Form"),
        ("../team/gone.html", "In our region"),
    )
    items = "".join(f'<li><a href="{way}"><span class="md-ellipsis">\n{title}\n</span></a></li>' for way, title in entries)
    ways = '<a class="md-footer__link--next" aria-label="Next: Gone" href="../team/gone.html"><div class="md-ellipsis">Gone</div></a>'
    root = lxml.html.document_fromstring(f'<nav class="md-tabs"><ul>{items}</ul></nav><nav class="md-footer__inner">{ways}</nav>')
    take_entries(root, "local/bus.html", Menu(MENU, GONE), "../../")
    assert [(a.get("href"), a.text_content().strip()) for a in root.iter("a")] == [
        ("../index.html", "Start"), ("../../../editions.html", "All"), ("bus.html", "In our region"), ("bus.html", "Bus"),
    ]  # fmt: skip
    assert root.xpath("//a/@aria-label") == ["Next: Bus"]


def test_what_may_be_left_out_is_there_and_holds_no_point_and_no_terms():
    pages = load_pages(ROOT)[0]
    paths = {page.path.removesuffix(".md") for page in pages}
    optional = {path for path in paths if is_left_out(path, tuple(OPTIONAL_PAGES))}
    assert not [page for pages_of in OPTIONAL_PAGES.values() for page in pages_of if not page.endswith("/") and page not in paths]
    assert {path for path in paths if path.startswith("localize/") and path != "localize/index"} == {
        name for name in OPTIONAL_PAGES if name.startswith("localize/")
    }
    assert not optional & {point.page.path.removesuffix(".md") for point in read_points(pages)}
    assert not [path for path in optional if path.startswith(("about/", "talking-points/", "sheets/")) or "/" not in path]


@pytest.mark.parametrize(("name", "near"), [("localise", "localize"), ("team/checkup", "team/check-up"), ("about/source-and-terms", ""), ("index", "")])
def test_another_page_is_named_with_its_line_and_all_that_may_be_left_out(tmp_path, name, near):
    (tmp_path / "lane.yml").write_text(f"region: Lane\nstage: planning\nleave_out:\n  - localize\n  - {name}\n", "utf-8")
    (problem,) = load_region(tmp_path / "lane.yml", None)[1]
    assert (problem.line, problem.key) == (5, "leave_out.2")
    assert all(page in problem.message for page in OPTIONAL_PAGES) and (f'did you mean "{near}"?' in problem.message) == bool(near)


LOCAL = "---\ntitle: {title}\ndescription: Words.\norigin: local\nreviewed: 2027-01-14\n{more}---\n\n# {title}\n\n{text}\n"


def test_an_edition_without_its_optional_pages_is_whole_and_another_editions_page_is_not_in_it(tmp_path):
    project = small(tmp_path / "fork", "team/check-up.md", "team/practice.md")
    names = [name for name in OPTIONAL_PAGES if "/" not in name or not name.startswith("localize/")]
    only_region(project, "lane", f"region: Lane\nstage: planning\nleave_out: [{', '.join(names)}]\n")
    (project / "site.yml").write_text("home: lane\nsite_url: https://lane.example.org/\nname: Lane & Linn Playbook\ncolor: '#7a1212'\n", "utf-8")
    local = project / "docs/local"
    (local / "rail").mkdir(parents=True)
    (local / "bus.md").write_text(LOCAL.format(title="Bus lines", more="editions: [lane]\nauthor: Quixby Riders\n", text="[Map](map.txt)"), "utf-8")
    (local / "map.txt").write_text("Line 4", "utf-8")
    (local / "rail/stops.md").write_text(LOCAL.format(title="Rail stops", more="", text="Stop 1. See [the bus](../bus.md)."), "utf-8")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    assert not (site / "localize").exists() and not (site / "team/check-up.html").exists() and (site / "toolkit/localize/index.html").is_file()
    every = {page.name: page.read_text("utf-8") for page in site.rglob("*.html") if "toolkit" not in page.parts}
    gone = re.compile(r'(?:href|data-leads-to|data-form)="[^":]*(?:localize/|check-up|practice)[^"#]*\.html')
    assert every and not {name: found for name, text in every.items() if (found := gone.findall(text))}
    assert not re.search(r"localize/|team/check-up", "".join(file.read_text("utf-8") for file in (site / "search").iterdir()))
    front = lxml.html.fromstring((site / "index.html").read_text("utf-8")).find(".//article")
    assert front.xpath(".//a[@href='editions.html']") and "I want it in our words" not in front.text_content()
    assert "localize" not in (site / "sitemap.xml").read_text("utf-8") and "local/bus.html" in (site / "sitemap.xml").read_text("utf-8")
    assert "Written by Quixby Riders, not part of the toolkit" in (site / "local/bus.html").read_text("utf-8")
    others = [
        file
        for file in (site / "toolkit").rglob("*")
        if file.is_file() and re.search(r"Quixby Riders|[^-]bus\.html|map\.txt", file.read_text("utf-8") + file.name)
    ]
    assert not others and (site / "toolkit/local/rail/stops.html").is_file()
    assert "Lane &amp; Linn Playbook" in (site / "index.html").read_text("utf-8")
    assert "--pb-pine:#7a1212" in (site / "assets/stylesheets/playbook.css").read_text("utf-8").replace(" ", "")
