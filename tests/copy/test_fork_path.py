"""The way to a site of one's own works as the guide says it, step by step."""

import re
import textwrap
from datetime import date

import lxml.html

from playbook.check.publish_check import gate
from playbook.content.navigation import TITLE, with_local_pages
from playbook.content.page import load_pages
from playbook.content.sheet_plan import all_sheets
from playbook.copy.ownership import NOT_OWN, is_own
from playbook.model.edition import load_catalog
from playbook.output.html_page import BuiltPage
from playbook.paper.html_reader import read_sheet
from tests.copy.test_workflows import at_github, at_work
from tests.paper.test_fit import too_long
from tests.support.host import Host
from tests.support.project import ROOT, TODAY

DAY = date.fromisoformat(TODAY)
GUIDE = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs/localize").glob("*.md")}


def sample(text: str, start: str) -> str:
    """Return the indented sample in a guide that begins with `start`."""
    block = next(block for block in re.findall(r"(?:^ {4,}.*\n|^\n(?= {4}))+", text, re.MULTILINE) if block.strip().startswith(start))
    return textwrap.dedent(block).strip("\n") + "\n"


def test_the_web_path_has_at_most_five_steps_and_no_terminal():
    steps = re.findall(r"^(\d)\. ", GUIDE["fork"].split("## Five steps")[1].split("## ")[0], re.MULTILINE)
    assert steps == list("12345")
    assert not re.search(r"\bmake \w+|python|git \w+|^ {4}\w", GUIDE["fork"].split("\n---\n", 1)[1].replace("GitHub", ""), re.MULTILINE)


def test_no_step_of_a_guide_rests_on_what_only_a_published_site_shows():
    """The host shows a guide as plain Markdown: a macro stands there as it is written."""
    steps = [line for text in GUIDE.values() for line in text.splitlines() if re.match(r"\s*(\d\.|-) ", line)]
    assert [line for line in steps if "{{" in line or "{%" in line] == []
    readme = (ROOT / "README.md").read_text("utf-8").split("## Make it yours")[1].split("## ")[0]
    assert "docs/localize/fork.md" in readme and "your-words.md" not in readme, "the form cannot be shown by the host"


def test_a_sample_that_stands_in_no_list_is_copied_without_blanks_in_front():
    samples = [block for text in GUIDE.values() for block in re.findall(r"^(?![ \d*-]).+\n\n((?: {4,}.*\n|\n(?= {4}))+)", text, re.MULTILINE)]
    assert len(samples) > 8 and [block for block in samples if block.startswith("     ")] == []


def test_every_file_and_folder_that_the_guides_name_is_there():
    named = {name for text in GUIDE.values() for name in re.findall(r"`((?:docs|regions|playbook|site)(?:[./][\w./-]*)?)`", text)}
    own = {"docs/local/bus-lines.md", "docs/local/our-objections.md", "regions/lane/_all.yml", "regions/lane/lane-food.yml", "site", "playbook.example.org"}
    assert {"site.yml", "regions", "docs/local"} <= named
    assert not [name for name in named - own if not (ROOT / name).exists()]


def test_a_copy_made_as_the_guide_says_is_checked_built_and_says_its_region(tmp_path):
    copy = at_github(tmp_path / "copy")
    facts = sample(GUIDE["region-file"], "region:")
    (copy / "regions/my-region.yml").write_text(facts, "utf-8")
    (copy / "docs/local/bus-lines.md").write_text(sample(GUIDE["local-pages"], "---"), "utf-8")
    (copy / "docs/local/index.md").write_text(
        "---\ntitle: Who we are\ndescription: A.\norigin: local\nreviewed: 2027-01-14\n---\n\n# Who we are\n\nWe are.\n", "utf-8"
    )
    left = [str(problem) for problem in gate(copy, load_catalog(copy, DAY), DAY)]
    assert any(problem.startswith("regions/my-region.yml:7: convener.1.email: ") for problem in left), left
    for before, after in (("Pine Valley Workforce", "Lane"), ("Pine Valley", "Lane County"), ("example.org", "lane-board.org")):
        facts = facts.replace(before, after)
    (copy / "regions/my-region.yml").write_text(re.sub(r"date: .*", "date: 2001-03-04", facts), "utf-8")
    site = copy / "site.yml"
    site.write_text(re.sub(r"^home:", "home: my-region ", site.read_text("utf-8"), flags=re.MULTILINE), "utf-8")

    host = Host(tmp_path / "host", {})
    (copy / "CNAME").write_text("playbook.lane.org\n", "utf-8")
    built = at_work(copy, "make publish", **host.variables, PAGES_URL="https://playbook.lane.org/")
    assert built.returncode == 0, built.stderr
    assert re.search(r"edit/trunk/regions/my-region\.yml#L\d+\): `launch_meeting\.date: 2001-03-04 has passed", host.told())  # it stops nothing
    assert re.search(r"^::warning file=regions/my-region\.yml,line=\d+::", built.stdout, re.MULTILINE)
    assert "To be published: the general edition and my-region." in built.stdout
    page = lxml.html.parse(str(copy / "site/local/bus-lines.html")).getroot()
    text = " ".join(page.text_content().split())
    assert "Lane County" in page.findtext(".//title") and "Line 4 stops at the library." in text
    assert "Written by Lane Board, not by Next Gen Sector Partnerships." in text
    assert not page.xpath('//img[contains(@src, "official-logo")]')
    front = lxml.html.parse(str(copy / "site/index.html")).getroot()
    assert " ".join(front.text_content().split()).count(TITLE) >= 1
    guide = lxml.html.parse(str(copy / "site/localize/fork.html")).getroot()
    assert guide.xpath("//link[@rel='canonical']/@href") == ["https://playbook.lane.org/localize/fork.html"], "the address is the host's own"
    form = lxml.html.parse(str(copy / "site/localize/your-words.html")).getroot()
    assert form.xpath("//article//a[@href='https://github.com/lane/playbook']")
    assert "https://playbook.lane.org/localize/fork.html" in (copy / "site/sitemap.xml").read_text("utf-8")
    assert (copy / "site/CNAME").read_text("utf-8") == "playbook.lane.org\n"
    assert [path.name for path in (copy / "site/regions").iterdir()] == ["my-region"] and not (copy / "site/local/README.txt").exists()


def test_own_pages_stand_in_an_entry_of_their_own_and_without_them_there_is_none(tmp_path):
    menu = [{"Start": "index.md"}, {"Source": ["about.md"]}]
    assert with_local_pages(menu, load_pages(ROOT)[0]) == menu
    (tmp_path / "docs/local").mkdir(parents=True)
    for name, title in (("z", "Buses"), ("index", "Who we are"), ("a", "Apples")):
        (tmp_path / f"docs/local/{name}.md").write_text(f"---\ntitle: {title}\ndescription: A.\norigin: local\nreviewed: 2027-01-14\n---\n", "utf-8")
    entry = {TITLE: [{"Who we are": "local/index.md"}, {"Apples": "local/a.md"}, {"Buses": "local/z.md"}]}
    assert with_local_pages(menu, load_pages(tmp_path)[0]) == [menu[0], entry, menu[1]]


def test_what_a_copy_owns_is_what_the_guides_say():
    assert is_own("site.yml") and is_own("regions/lane.yml") and is_own("docs/local/bus.md") and is_own("regions/logo.svg")
    assert not [path for path in ("mkdocs.yml", "docs/index.md", "regions.yml", "docs/local.md", ".github/workflows/publish.yml", *NOT_OWN) if is_own(path)]
    assert all("`site.yml`, the folder `regions` and the folder `docs/local`" in GUIDE[name] for name in ("fork", "updates"))


def test_the_examples_leave_room_for_the_code_that_leads_to_a_site_of_any_address(site):
    """A copy has no edition of its own when it is published first."""
    full = []
    for edition in (one.name for one in (site / "regions").iterdir() if (ROOT / f"examples/{one.name}.yml").is_file()):
        for sheet in (one for one in all_sheets() if one.handout):
            page = f"regions/{edition}/sheets/{sheet.stem}.html"
            full += [page] if too_long(read_sheet(BuiltPage(site / page, page))) else []
    assert not full
