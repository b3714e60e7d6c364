"""One playbook, many editions: each region's own, and one that needs no region."""

import re
import shutil
from datetime import date
from pathlib import Path

import lxml.html

from playbook.model.edition import Catalog, Edition
from playbook.model.region import Region
from playbook.model.region_file import load_regions
from playbook.model.site_config import Site
from playbook.output.site_manifest import digest_problems, read_manifest
from playbook.render.components.blocks import editions_list
from tests.build.test_build import digests
from tests.support.project import ROOT, TODAY, only_region, run


def text(file) -> str:
    return " ".join(lxml.html.parse(str(file)).getroot().xpath("//article")[0].text_content().split())


def test_the_unlocalized_edition_reads_naturally_with_no_region(site):
    opening = text(site / "talking-points/what-are-you-up-to.html")
    assert "business-led partnership in our region" in opening
    assert "the needs of one industry" in opening
    pages = [file for file in site.rglob("*.html") if "regions" not in file.relative_to(site).parts and file.name != "editions.html"]
    odd = [file.name for file in pages if re.search(r"\bXX\b|\bNone\b(?! so far)|\bTBD\b|\{\{|undefined", text(file))]
    assert not odd


def test_an_edition_says_its_own_region_industry_and_dates(site):
    page = text(site / "regions/pine-valley/talking-points/what-are-you-up-to.html")
    assert "business-led partnership in Pine Valley" in page
    assert "food and beverage manufacturing" in page
    steps = text(site / "regions/pine-valley/talking-points/next-steps.html")
    assert "It’s on Tuesday, January 26, 2027" in steps
    assert "Will you be at the launch, to listen?" in steps


def test_example_editions_differ_in_stage_industry_conveners_and_letters():
    regions, _ = load_regions(ROOT, date.fromisoformat(TODAY))
    assert len(regions) >= 4
    assert all(region.example for region in regions.values())
    assert {region.stage for region in regions.values()} == {"planning", "launch", "active"}
    assert {len(region.convener) for region in regions.values()} >= {1, 2, 4}
    assert len({region.industry for region in regions.values()}) == len(regions)
    assert any(not region.region.isascii() for region in regions.values())


def test_every_page_of_an_example_says_that_it_is_fictional(site):
    silent = [file for file in (site / "regions").rglob("*.html") if "fictional example" not in file.read_text("utf-8").lower()]
    assert not silent


def test_the_list_of_editions_leads_to_each_and_keeps_fictional_ones_apart_at_the_end(site):
    listed = lxml.html.parse(str(site / "editions.html")).getroot().xpath('//div[@class="editions"]//*[self::ul or self::section]//a')
    links = [link.get("href") for link in listed]
    assert all((site / link).is_file() for link in links)
    fictional = [link for link in listed if link.xpath('ancestor::section[h2="Fictional examples"]')]
    assert links == ["index.html", *(link.get("href") for link in fictional)] and len(fictional) >= 5


def list_of(*regions: dict) -> lxml.html.HtmlElement:
    """The list of editions of these regions, in a site whose general edition opens first."""
    general = Edition("", None, "")
    local = [Edition(f"r{number}", Region(**given), f"regions/r{number}/") for number, given in enumerate(regions)]
    return lxml.html.fromstring(str(editions_list(Catalog(Site(), (general, *local), ()), general)))


def test_a_state_finds_its_regions_under_its_name_in_the_order_of_letters():
    def region(name: str, state: str | None, **more: object) -> dict:
        return {"region": name, "state": state, "stage": "planning", **more}

    page = list_of(
        region("the Ätna coast", "oregon"), region("lane", "Oregon", partnership="Lane <Food>"), region("ʻEwa", "Hawaiʻi"), region("Nowhere", None),
        region("Bend", "Oregon", example=True),
    )  # fmt: skip
    said = [(group.findtext("h2"), [link.text for link in group.xpath(".//a")]) for group in page.xpath(".//section")]
    assert said == [
        ("Hawaiʻi", ["ʻEwa"]), ("Oregon", ["The Ätna coast", "Lane: Lane <Food>"]), ("Elsewhere", ["Nowhere"]), ("Fictional examples", ["Bend"]),
    ]  # fmt: skip
    anchors = [link.get("href") for link in page.xpath(".//nav//a")]
    assert [page.get_element_by_id(name.removeprefix("#")).text for name in anchors] == ["Hawaiʻi", "Oregon", "Elsewhere"]


def test_the_list_of_editions_stands_once_and_is_linked_from_anywhere(site):
    assert list(site.rglob("editions.html")) == [site / "editions.html"]
    edition = site / "regions/pine-valley"
    elsewhere = {}
    for file in edition.rglob("*.html"):
        links = {link for link in lxml.html.parse(str(file)).xpath("//a/@href") if link.endswith("editions.html")}
        if not links or {(file.parent / link).resolve() for link in links} != {(site / "editions.html").resolve()}:
            elsewhere[file.relative_to(edition).as_posix()] = links
    assert not elsewhere


def test_assets_stand_once_at_the_root(site):
    assert (site / "assets").is_dir()
    assert [path for path in site.rglob("assets") if path.is_dir() and path != site / "assets"] == []
    page = lxml.html.parse(str(site / "regions/pine-valley/talking-points/next-steps.html"))
    sheets = page.xpath('//link[@rel="stylesheet"]/@href')
    assert sheets and all(sheet.startswith("../../../assets/") for sheet in sheets)


def test_each_share_of_the_editions_is_built_on_a_machine_of_its_own_and_home_opens_first(project):
    only_region(project, "lane", "region: Lane   # Ann is not sure\nstage: planning\n")
    (project / "regions/pine.yml").write_text("region: Pine\nstage: planning\n", "utf-8")
    (project / "site.yml").write_text("home: lane\nsite_url: https://example.org/book/\n", "utf-8")
    of, first = 4, {"index.html", "toolkit/index.html", "regions/pine/index.html"}
    for share in range(1, of + 1):  # one more than there are editions: a share may be empty
        done = run(project, "build", "--pages-only", "--shard", f"{share}/{of}", "--out", f"share-{share}")
        assert done.returncode == 0, done.stderr
        shutil.copytree(project / f"share-{share}", project / "whole", dirs_exist_ok=True)
    assert {name for name in first if (project / "whole" / name).is_file()} == first
    shutil.rmtree(project / "site", ignore_errors=True)
    done = run(project, "build", "lane", "pine", "--pages-only")  # by name, too: the list of editions leads to the unlocalized one
    assert done.returncode == 0, done.stderr
    assert digests(project / "whole") == digests(project / "site")
    home_opens_first(project / "site")
    (project / "site.yml").write_text("home:\n", "utf-8")
    assert run(project, "build", "--pages-only").returncode == 0
    site = project / "site"
    assert "Lane" in lxml.html.parse(str(site / "regions/lane/sheets/index.html")).findtext(".//title") and not (site / "toolkit").exists()


def home_opens_first(site: Path) -> None:
    """Lane's edition opens first, and the unlocalized one has moved."""
    assert "Lane" in lxml.html.parse(str(site / "index.html")).findtext(".//title")
    assert "our region" in text(site / "toolkit/talking-points/what-are-you-up-to.html")
    canonical = lxml.html.parse(str(site / "toolkit/about/glossary.html")).xpath('//link[@rel="canonical"]/@href')
    assert canonical == ["https://example.org/book/toolkit/about/glossary.html"]
    ways = lxml.html.parse(str(site / "404.html")).xpath("//ul//a/@href")
    assert all(way.startswith("https://example.org/book/") for way in ways), "a page that is shown at any depth"
    led = [way.removeprefix("https://example.org/book/") for way in ways]
    assert {"everything.html", "sheets/index.html", "team/index.html"} <= set(led) and all((site / way).is_file() for way in led), "search and menu"

    held = (site / "localize/region-file.js").read_text("utf-8")
    assert "region: Lane\\n" in held and "Ann" not in held, "the form opens the edition's file, without its comments"
    assert not list(site.glob("toolkit/localize/*.js"))

    old = lxml.html.parse(str(site / "regions/lane/sheets/index.html"))
    assert old.xpath("//article/p/a/@href") == ["../../../sheets/index.html"], "where a printed sheet leads, a page leads on"
    assert old.xpath('//link[@rel="canonical"]/@href') == ["https://example.org/book/sheets/index.html"]
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    led = {name.removeprefix("regions/lane/") for name in pages if name.startswith("regions/lane/")}
    assert led == {name for name in pages if not name.startswith(("regions/", "toolkit/"))} - {"404.html", "editions.html"}
    assert list(digest_problems(site, read_manifest(site))) == []


def test_a_home_that_does_not_exist_is_named(project):
    (project / "site.yml").write_text("home: nowhere\n", "utf-8")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 1
    assert "site.yml:1: home: there is no regions/nowhere.yml" in done.stderr


def test_examples_leave_with_the_first_real_edition_and_come_back_on_demand_and_one_edition_alone_is_made_anew_with_all_that_the_site_holds(project):
    only_region(project, "lane", "region: Lane\nstage: planning\n")
    for slug in ("pine", "oak"):
        (project / f"regions/{slug}.yml").write_text(f"region: {slug.title()}\nstage: planning\nexample: true\n", "utf-8")
    site = project / "site"
    assert run(project, "build", "--pages-only").returncode == 0
    assert [path.name for path in (site / "regions").iterdir()] == ["lane"]
    assert run(project, "build", "--examples", "--pages-only").returncode == 0
    assert {"lane", "oak", "pine"} == {path.name for path in (site / "regions").iterdir()}

    before = {file.relative_to(site): file.read_bytes() for file in (site / "regions/lane").rglob("*.html") if file.name != "editions.html"}
    for slug in ("pine", "oak", "new"):
        (project / f"regions/{slug}.yml").write_text(f"region: Tall {slug.title()}\nstage: planning\nexample: true\n", "utf-8")
    assert run(project, "build", "pine", "--examples", "--pages-only").returncode == 0
    for slug in ("pine", "oak"):
        assert f"Tall {slug.title()}" in (site / f"regions/{slug}/index.html").read_text("utf-8")
    assert before and not [name for name, held in before.items() if (site / name).read_bytes() != held]
    assert not (site / "regions/new").exists(), "the site did not hold it, and nobody named it"


def test_an_unknown_edition_gets_the_nearest_name(project):
    done = run(project, "build", "pine-vally", "--pages-only")
    assert done.returncode == 1
    assert 'regions/pine-vally.yml: no such edition; did you mean "pine-valley"?' in done.stderr
