"""The material's owners are credited on every page, exactly, and their name is never worn."""

import hashlib
import re
import struct
import zipfile
import zlib
from pathlib import Path

import lxml.html
import pytest
from pypdf import PdfReader

from playbook.content import attribution
from playbook.content.page import load_pages
from tests.support.project import ROOT, only_region, run
from tests.support.small_playbook import small

TOOLKIT = (
    'Adapted from "Building and Maintaining Your Support Team", a tool of the Next Gen Sector Partnerships toolkit. Wording changed by this '
    "playbook; not reviewed or endorsed by Next Gen. Original and terms: info@nextgensectorpartnerships.com"
)
OTHER = (
    "Written by {}, not by Next Gen Sector Partnerships. It accompanies talking points adapted from their toolkit: "
    "source and terms, info@nextgensectorpartnerships.com"
)
MIXED = (
    'Parts marked so are adapted from "Building and Maintaining Your Support Team", a tool of the Next Gen Sector Partnerships toolkit; wording '
    "changed, not reviewed or endorsed by Next Gen. The rest is by {}. Original and terms: info@nextgensectorpartnerships.com"
)
CONTRIBUTORS = "the contributors of the Support Team Playbook"


def one_region(project: Path) -> None:
    only_region(project, "lane", "region: Lane\nstage: planning\nexample: true\nconvener: {name: Lane Board}\n")


def test_the_feet_are_worded_as_agreed():
    assert attribution.foot("toolkit") == TOOLKIT
    assert attribution.foot("playbook") == OTHER.format(CONTRIBUTORS)
    assert attribution.foot("mixed") == MIXED.format(CONTRIBUTORS)
    assert attribution.foot("letter") == f"Wording by {CONTRIBUTORS}, not by Next Gen Sector Partnerships"


def test_every_page_carries_the_credit_of_its_origin(site):
    origin = {page.url: page.origin for page in load_pages(ROOT)[0]}
    wrong = []
    for file in site.rglob("*.html"):
        name = file.relative_to(site).as_posix()
        root = lxml.html.parse(str(file))
        feet = [" ".join(foot.text_content().split()) for foot in root.xpath('//p[@class="credit"]')]
        ours = MIXED if root.xpath('//p[@class="origin-part" and @data-origin="toolkit"]') else OTHER
        expected = TOOLKIT if origin.get(re.sub(r"^regions/[^/]+/", "", name)) == "toolkit" else ours.format(CONTRIBUTORS)
        if feet != [expected]:
            wrong.append((name, feet))
    assert not wrong


def test_pages_from_the_tool_ask_to_join_the_community_of_practice(site):
    text = lxml.html.parse(str(site / "talking-points/next-steps.html")).getroot().text_content()
    assert "Next Gen Community of Practice" in text


def test_the_owners_name_stands_in_no_title_or_file_name_of_ours(site):
    named = [path for path in site.rglob("*") if re.search("next.?gen", path.name, re.IGNORECASE)]
    for file in site.rglob("*.html"):
        root = lxml.html.parse(str(file))
        worn = [root.findtext(".//title"), *root.xpath('//meta[@property="og:title" or @property="og:site_name"]/@content')]
        named += [(file.name, text) for text in worn if re.search("next.?gen", text, re.IGNORECASE)]
    assert not named


def test_the_terms_are_quoted_exactly_on_the_page_and_in_the_notice(site):
    tool = (
        "Use and sharing of the tools and materials are encouraged, with the expectation that full attribution be given via intact Next Gen name "
        "and logo on all materials used and shared. The Next Gen Sector Partnership name and title and/or logo is used only for official Next Gen "
        "materials and shall not be used on materials created by other entities. If using Next Gen tools, we ask that you join and contribute to the "
        "Next Gen Community of Practice to connect and share with other practitioners across the country involved in Next Gen sector "
        "partnership-building."
    )
    terms = [attribution.term(key) for key in ("s81", "s82", "s83", "s84", "s85")]
    assert " ".join(terms) == tool
    page = " ".join(lxml.html.parse(str(site / "about/source-and-terms.html")).getroot().text_content().split())
    notice = " ".join((ROOT / "NOTICE.md").read_text("utf-8").replace(">", " ").split())
    assert [term for term in terms if term not in page] == []
    assert tool in notice


def test_pages_without_their_credit_and_titles_with_the_owners_name_are_refused_by_name_in_one_run(little):
    one_region(little)
    credit = little / "overrides/partials/credit.html"
    credit.write_text("{% if not credit.line %}" + credit.read_text("utf-8") + "{% endif %}", "utf-8")
    page = little / "docs/team/index.md"
    page.write_text(re.sub("^title:.*$", "title: Next Gen support team", page.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    done = run(little, "build", "--pages-only")
    assert done.returncode == 1
    said = done.stderr.splitlines()
    for name, source in (("about/source-and-terms.html", "docs/about/source-and-terms.md"), ("404.html", "overrides/")):
        assert [line for line in said if line.startswith(f"{name}: lacks the credit") and f"(source: {source}) and " in line], done.stderr
    assert [line for line in said if line.startswith("team/index.html: carries the owners' name in a title of ours") and "docs/team/index.md" in line]


def test_the_owners_name_may_not_be_a_region(little):
    only_region(little, "x", "region: Next-Gen Valley\nstage: planning\n")
    done = run(little, "build")
    assert done.returncode == 1
    assert "regions/x.yml:1: region:" in done.stderr and "owners" in done.stderr


def picture(width: int, height: int) -> bytes:
    """A plain PNG file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x60\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


LOGO = picture(90, 30)
QUOTING = {  # our pages that quote the tool's points today
    f"team/{name}.html"
    for name in (
        "practice",
        "objections",
        "invite",
        "agenda-planning",
        "agenda-launch",
        "letter-planning",
        "letter-launch",
        "champions",
        "boss",
        "money",
        "launch-day",
        "slides",
    )
} | {"localize/your-words.html", "team/business.html"}  # a preview says points, a chart shows figures


def with_logo(project: Path, digest: str) -> None:
    one_region(project)
    (project / "regions" / "their-file.png").write_bytes(LOGO)
    given = f"official_logo: {{file: their-file.png, sha256: {digest}, received_from: A person, received_on: 2026-11-01}}\n"
    (project / "site.yml").write_text(given, "utf-8")


@pytest.fixture(scope="module")
def logo_site(tmp_path_factory) -> Path:
    """A site with an official logo and with a page of a region's own."""
    project = small(tmp_path_factory.mktemp("logo") / "fork", "team/business.md", "team/check-up.md", "team/letter-planning.md")
    with_logo(project, hashlib.sha256(LOGO).hexdigest())
    (project / "docs/local").mkdir(exist_ok=True)
    (project / "docs/local/bus.md").write_text(
        "---\ntitle: Bus lines\ndescription: How to get there.\norigin: local\nreviewed: 2026-11-01\n---\n\n# Bus lines\n\nLine 4.\n", "utf-8"
    )
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_the_official_logo_stands_untouched_on_adapted_pages_only(logo_site):
    site = logo_site
    assert (site / "assets/official-logo.png").read_bytes() == LOGO
    shown = {file.relative_to(site).as_posix() for file in site.rglob("*.html") if "official-logo.png" in file.read_text("utf-8")}
    pages = load_pages(site.parent)[0]
    quoting = {page.url for page in pages} & QUOTING
    adapted = {page.url for page in pages if page.origin == "toolkit"} | quoting
    assert len(quoting) > 3
    assert shown == adapted | {f"regions/lane/{url}" for url in adapted}
    misplaced = []
    for url in quoting:
        root = lxml.html.parse(str(site / "regions/lane" / url))
        beside = root.xpath('//p[@class="origin-part" and @data-origin="toolkit"]/img[contains(@src, "official-logo")]')
        if not beside or len(beside) != len(root.xpath('//p[@class="origin-part" and @data-origin="toolkit"]')):
            misplaced.append(url)
        if len(root.xpath('//img[contains(@src, "official-logo")]')) != len(beside):
            misplaced.append(f"{url}: elsewhere")
    assert misplaced == []


def test_the_official_logo_stands_on_paper_too_on_our_pages_beside_the_adapted_part_and_not_in_the_foot(logo_site):
    lane = logo_site / "regions/lane"
    with zipfile.ZipFile(lane / "sheets/educators-planning.docx") as parts:
        assert LOGO in [parts.read(name) for name in parts.namelist() if name.startswith("word/media/")]
    assert [len(side.images) for side in PdfReader(lane / "sheets/educators-planning.pdf").pages] == [1, 1]

    with zipfile.ZipFile(lane / "team/letter-planning.docx") as parts:
        assert (b"<pic:pic" in parts.read("word/footer1.xml"), parts.read("word/document.xml").count(b"<pic:pic")) == (False, 1)
    assert len(PdfReader(lane / "team/letter-planning.pdf").pages[0].images) == 1
    with zipfile.ZipFile(lane / "team/check-up.docx") as parts:
        assert not [name for name in parts.namelist() if name.startswith("word/media/")]


def test_another_file_in_the_logos_place_is_refused(little):
    with_logo(little, "0" * 64)
    done = run(little, "build")
    assert done.returncode == 1
    assert "site.yml:1: official_logo.sha256: regions/their-file.png is not the file that was received" in done.stderr


def test_a_local_page_names_its_authors_and_never_wears_the_logo(logo_site):
    page = lxml.html.parse(str(logo_site / "regions/lane/local/bus.html")).getroot()
    assert OTHER.format("Lane Board") in " ".join(page.text_content().split())
    assert not page.xpath('//img[contains(@src, "official-logo")]')
