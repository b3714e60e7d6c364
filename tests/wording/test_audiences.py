"""An audience of a region's own stands wherever the four do, in an edition that has it and in no other."""

import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from itertools import takewhile

import pytest
from playwright.sync_api import expect

from playbook.build.edition_build import write_pages
from playbook.check.link_check import links_of
from playbook.content import attribution
from playbook.content.attribution import facts
from playbook.content.page import DOCS, load_pages
from playbook.content.point_spec import point_specs
from playbook.content.sheet_plan import stems_of
from playbook.content.wording.audience_rules import audience_problems, problems_in
from playbook.content.wording.own_audiences import in_sentence, offers, own_audiences
from playbook.content.wording.own_words import OFFERED
from playbook.content.wording.wording_warnings import own_word_warnings
from playbook.credit.credit_check import credit_messages
from playbook.files.yaml_file import parse_yaml
from playbook.model.audience import AUDIENCES, COLORS, ICONS
from playbook.model.edition import Edition, load_catalog
from playbook.model.region import Region
from playbook.model.region_file import load_region
from playbook.output.html_allowlist import element_messages
from playbook.output.html_page import plain
from playbook.paper.fit import fitted
from playbook.paper.html_reader import read_sheet
from playbook.paper.imprint import Imprint
from playbook.paper.paper_credit import edition_feet, foot_of
from playbook.paper.paper_plan import sheet_papers
from playbook.render.audience.edition_pages import edition_page, sources_of
from playbook.render.audience.naming import Naming
from playbook.render.localize import Localization, localized
from playbook.search.index_file import read_index
from tests.paper.test_papers import FOOT
from tests.paper.test_papers import TODAY as DAY
from tests.support.project import ROOT
from tests.wording.conftest import TODAY

GAINS, PITCHES, ASKS, MY_SHEET = "talking-points/what-is-in-it.html", "team/practice.html", "talking-points/next-steps.html", "my-sheet.html"
OWN = {
    "labor": {
        "label": "Labor <b>unions</b>", "like": "community", "icon": "columns", "color": "slate", "ask": "name two apprentices",
        "points": {
            "c01": {"say": "Your members know this work.", "more": "They train others in [region]."}, "c04": {"leave_out": True, "because": "we do not say it"},
            "n01": {"after": "c03", "sheets": ["front", "handout"], "say": "Good jobs stay when we plan for them.", "more": "You hear it early."},
            "n02": {"after": "s12", "say": "Your halls hear from them, too."},
        },
    },
    "k-12": {"label": "K-12 schools", "like": "educators"},
    "business": {},
}  # fmt: skip
CONVENER = {"name": "Alliance of community organizations", "email": "call@lane.test"}
STAGES = ("planning", "launch", "active")
GENERAL = Edition("", None, "")


class Built:
    """The pages of Lane County with audiences of its own, as a build writes them."""

    def __init__(self, rendered, lane, slug="lane"):
        self.edition, self.common = replace(lane.edition, slug=slug, path=f"regions/{slug}/"), rendered.pages
        self.place = rendered.folder / self.edition.path
        self.catalog = rendered.order(GENERAL, self.edition).catalog
        self.pages = write_pages(self.catalog, rendered.pages, self.edition, self.place)

    def panel(self, url: str, audience: str):
        return self.pages[url].root.xpath('//article//div[@class="tabbed-block"][@data-audience=$who]', who=audience)[0]

    def said(self, url: str, key: str) -> list[str]:
        return [
            plain(one.text_content())
            for one in self.pages[url].root.xpath("//article//*[@data-point=$key][not(ancestor::div[contains(@class, 'tabbed')])]", key=key)
        ]


@pytest.fixture(scope="module")
def lane(rendered, edition) -> Built:
    return Built(rendered, edition(audiences=OWN, convener=CONVENER))


def places_of(page, audience: str) -> Counter[str]:
    """Where a page names an audience: by its kind of place."""
    found: Counter[str] = Counter()
    for element in page.root.xpath(
        "//*[@data-audience=$who][not(self::a)][not(ancestor::figure or ancestor-or-self::*[contains(@class, 'form-')])]", who=audience
    ):
        found[f"{element.tag} {(element.get('class') or '').replace('md-nav__item--active', '').strip()}"] += 1
    for link in page.root.xpath("//li/a[@href]"):
        alone = not (link.tail or "").strip() and not (link.getparent().text or "").strip()
        if alone and re.search(
            rf"{'^' if '/sheets/' in page.name else 'sheets/'}{audience}(-(planning|launch|active)(-handout)?)?\.html$|#(begin|in-it|pitch|invite-\w+)-{audience}$",
            link.get("href"),
        ):
            found["entry"] += 1
    return found


@pytest.mark.parametrize(("own", "like"), [("labor", "community"), ("k-12", "educators"), ("business", "economic")])
def test_an_audience_stands_in_every_place_where_the_one_it_is_like_does(lane, own, like):
    sheets = {f"sheets/{stem}.html" for audience in (*AUDIENCES, *OWN) for stem in stems_of(audience)}
    missing = {
        url: (places_of(page, like), places_of(page, own))
        for url, page in lane.pages.items()
        if url not in sheets and url not in own_audiences(lane.edition.region)[own].no_tab_on and places_of(page, like) != places_of(page, own)
    }
    assert not missing
    assert sum(bool(places_of(page, own)) for url, page in lane.pages.items() if url not in sheets) >= 7
    for stem, other in zip(stems_of(own), stems_of(like), strict=True):
        assert places_of(lane.pages[f"sheets/{stem}.html"], own)["entry"] == places_of(lane.pages[f"sheets/{other}.html"], like)["entry"], stem


def test_the_ways_from_page_to_page_go_by_the_menu(lane):
    ways = {
        url: [
            link.get("href").rpartition("/")[2]
            for link in lane.pages[url].root.xpath('//nav[contains(@class, "md-footer__inner")]/a')
        ]
        for url in ("sheets/community.html", "sheets/labor.html", "sheets/k-12.html", "sheets/business.html", MY_SHEET)
    }  # fmt: skip
    assert ways == {
        "sheets/community.html": ["educators.html", "labor.html"],
        "sheets/labor.html": ["community.html", "k-12.html"],
        "sheets/k-12.html": ["labor.html", "business.html"],
        "sheets/business.html": ["k-12.html", "my-sheet.html"],
        MY_SHEET: ["business.html", "index.html"],
    }
    names = [link.get("aria-label") for link in lane.pages[MY_SHEET].root.xpath('//nav[contains(@class, "md-footer__inner")]/a')]
    assert names == ["Previous: Business leaders", "Next: Build your team"]


def test_no_page_of_it_is_called_by_the_name_of_the_other_audience(lane):
    called = '//title | //h1 | //head/meta[@name="description"] | //*[@class="tag tag-audience"] | //article//@aria-label | //*[@class="aside-name"]'
    for own, other in (("labor", "ommunity organization"), ("k-12", "ducator"), ("business", "conomic developer")):
        for stem in stems_of(own):
            found = lane.pages[f"sheets/{stem}.html"].root.xpath(called)
            words = " ".join(
                one if isinstance(one, str) else f"{one.text_content()} {one.get('content', '')}" for one in found if "In the middle" not in str(one)
            )
            assert other not in words and OWN[own].get("label", "Business leaders") in words, stem


def test_what_the_region_says_keeps_its_words_and_a_label_stays_text(lane):
    page = lane.pages["sheets/labor-launch-handout.html"]
    assert "Alliance of community organizations" in page.root.text_content() and "Labor <b>unions</b>" in page.root.text_content()
    assert not [message for one in lane.pages.values() for message in element_messages(one.raw)]
    assert "talking with labor <b>unions</b>" in page.root.text_content().lower() or "for labor <b>unions</b>" in page.root.text_content()


def dead_ends(built: Built) -> dict[str, list[str]]:
    """The links of an edition's pages that lead nowhere."""
    return links_of(
        built.pages,
        built.place.parents[1].resolve(),
        built.edition.path,
        lambda name: name.endswith((".pdf", ".docx", ".pptx", ".zip", ".ics")) or name in ("editions.html", "index.html"),
    )


def test_every_link_leads_somewhere_and_no_id_stands_twice(lane):
    assert not dead_ends(lane)
    twice = {url: [key for key, count in Counter(page.ids).items() if count > 1] for url, page in lane.pages.items()}
    assert not {url: ids for url, ids in twice.items() if ids}


def test_what_a_region_leaves_out_or_rewords_for_all_leaves_no_dead_end_for_its_audiences(rendered, edition):
    left_out = {key: {"leave_out": True, "because": "we do not say it"} for key in ("c01", "c02", "c03", "c04", "c05", "s12")}
    asks = {key: {"say": "Will you name two people?"} for key in ("c06", "c07", "c08", "c09")}
    tribes = {"label": "Tribes", "like": "community", "points": {"s12": {"say": "All of us ask you."}, "c05": {"say": "Will you open our next meeting?"}}}
    lean = Built(rendered, edition(stage="active", audiences={"business": {}, "tribes": tribes}, points=left_out | asks), "lean")
    assert not dead_ends(lean)
    assert not lean.said("sheets/business-active.html", "c05"), "what stands nowhere in an edition is not offered, either"
    assert [said.partition("?")[0] for said in lean.said("sheets/tribes-active.html", "c05")] == ["Will you open our next meeting"]
    assert {"tribes--c09", "business--c07"} <= set(lean.pages[ASKS].ids)
    assert not lean.panel(GAINS, "tribes").xpath('./p[@class="origin-like"]'), "nothing is said there as for others"
    assert lean.panel("team/practice.html", "tribes").xpath('./p[@class="origin-like"]')


def test_each_of_its_pages_carries_its_credit(lane):
    sources = sources_of(lane.edition, lane.common.sources)
    wrong = {url: list(credit_messages(page, sources[url].origin, lane.edition, False)) for url, page in lane.pages.items() if url in sources}
    assert not {url: messages for url, messages in wrong.items() if messages}


def test_a_sheet_in_the_playbooks_words_says_so_at_its_head_and_at_its_foot_on_paper_too(lane):
    papers = {paper.path: paper for paper in sheet_papers(lane.edition, load_pages(ROOT)[0])}
    for stem, ours in (("business-launch", True), ("business-launch-handout", True), ("economic-launch", False)):
        page = lane.pages[f"sheets/{stem}.html"]
        head, foot = (plain(page.root.xpath(f'//p[contains(@class, "{name}")]')[0].text_content()) for name in ("origin-line", "credit"))
        marked = plain(facts()["playbook_author"])
        assert (f"the parts that say so are by {marked}" in head, f"Parts marked so are by {marked}" in foot) == (ours, ours), (stem, head, foot)
        assert plain(foot_of(page, papers[f"sheets/{stem}"].origin, lane.edition)) == foot
        assert foot in map(plain, edition_feet(lane.edition))


def test_an_ask_of_the_playbooks_own_keeps_its_dagger_in_the_words_that_it_offers(lane):
    (ask,) = lane.pages["sheets/business-active-handout.html"].root.xpath('//article//*[@data-point="c05"]')
    assert plain(ask.text_content()) == "Will you come to the next meeting?†", "on a page of the tool it would read as the tool's"


def test_its_own_points_are_for_it_alone(lane):
    labor, community = lane.panel(GAINS, "labor"), lane.panel(GAINS, "community")
    assert [item.get("id") for item in labor.xpath(".//li[@id]")] == ["labor--c01", "labor--c02", "labor--c03", "n01"]
    assert plain(labor.xpath('.//li[@id="labor--c01"]')[0].text_content()).startswith("Your members know this work. They train others in Lane County.")
    assert [item.get("id") for item in community.xpath(".//li[@id]")] == ["c01", "c02", "c03", "c04"] and "Your members" not in community.text_content()
    for stage in STAGES:
        sheet = lane.said(f"sheets/labor-{stage}.html", "c01")
        assert sheet and all("Your members know this work." in said for said in sheet)
        assert "Your members" not in lane.pages[f"sheets/community-{stage}.html"].root.text_content()
        assert lane.said(f"sheets/labor-{stage}.html", "n01") and not lane.said(f"sheets/community-{stage}.html", "n01")
    pitch = lane.panel(PITCHES, "labor").text_content()
    assert "Your members know this work." in pitch and "People trust you" not in pitch
    assert lane.said("talking-points/what-are-you-up-to.html", "n02") == [f"Your halls hear from them, too. By {CONVENER['name']}, for labor <b>unions</b>"]


def test_the_list_of_everything_has_the_points_of_each_audience_under_its_name(lane):
    shown = {who: lane.panel(GAINS, who).xpath('.//ul[@data-section="in-it" or li/@data-point]/li/@id') for who in (*AUDIENCES, *OWN)}
    listed = {}
    for who in shown:
        (entry,) = lane.pages["everything.html"].root.xpath(f'//article//li[a[contains(@href, "{GAINS}#in-it-{who}")]]')
        under = takewhile(lambda item: "data-point" in item.attrib, entry.itersiblings())
        listed[who] = [item.xpath('string(a[@data-part="link"]/@href)').partition("#")[2] for item in under]
    assert listed == shown and all(shown.values())
    text = plain(lane.pages["everything.html"].root.text_content())
    assert "Your members know this work. C01" in text and f"You sit with peers who face what you face. S48 {attribution.line(OFFERED)}" in text


def test_what_is_not_its_own_says_as_for_whom(lane):
    def remark(audience: str) -> list[str]:
        return [plain(one.text_content()) for one in lane.panel(GAINS, audience).xpath('./p[@class="origin-like"]')]

    assert remark("k-12") == ["As for educators"]
    assert remark("labor") == ["As for community organizations, where nothing else is said"]
    assert remark("business") == [offers()["business"].note]
    assert not remark("community")
    for stage in STAGES:
        assert "As for educators" in lane.pages[f"sheets/k-12-{stage}.html"].root.text_content()
        assert "As for educators" not in lane.pages[f"sheets/k-12-{stage}-handout.html"].root.text_content(), "a partner reads it"
    assert "has no points for them" not in lane.panel(GAINS, "labor").text_content(), "what the tool lacks for one audience is not said of another"


def test_the_page_of_source_and_terms_says_why_a_point_is_left_out_for_it(lane):
    (said,) = lane.pages["about/source-and-terms.html"].root.xpath('//*[@data-block="own-words"]//li[contains(., "C04 ")]')
    assert "C04 left out (we do not say it), N01 added" in plain(said.text_content())


def test_what_is_asked_of_it_stands_on_its_sheets_and_among_the_asks(lane):
    stems = (*stems_of("labor"), *stems_of("community"))
    asking = {stem for stem in stems if "Will you name two apprentices?" in plain(lane.pages[f"sheets/{stem}.html"].root.text_content())}
    assert asking == {"labor", "labor-launch", "labor-launch-handout"}, "at the region's stage, which is the launch"
    (ask,) = lane.pages[ASKS].root.xpath('//li[@id="labor--c09"]')
    assert plain(ask.text_content()) == "Will you name two apprentices?" and plain(ask.getparent().getprevious().text_content()) == "To labor <b>unions</b>:"


def test_it_is_found_by_its_name_and_its_own_points_are_found(lane):
    index = read_index(lane.place)
    assert index["audiences"]["labor"] == {"label": "Labor <b>unions</b>", "color": "slate", "icon": "columns"}
    found = {entry["location"]: entry for entry in index["entries"]}
    assert {f"sheets/{stem}.html" for stem in stems_of("labor")} <= found.keys()
    assert found["sheets/labor.html"]["audiences"] == ["labor"] and "Labor <b>unions</b>" not in found["sheets/community.html"]["title"]
    assert found[f"{GAINS}#labor--c01"]["title"] == "Your members know this work." and found[f"{GAINS}#in-it-labor"]["audiences"] == ["labor"]
    assert f"{GAINS}#labor--c02" not in found, "what it hears like others is found once"
    assert found[f"{GAINS}#n01"]["audiences"] == ["labor"]


def test_its_sheets_are_papers_in_its_color(lane):
    papers = [paper for paper in sheet_papers(lane.edition, load_pages(ROOT)[0]) if paper.sheet and paper.sheet.audience == "labor"]
    assert [paper.path for paper in papers] == [f"sheets/{stem}" for stem in stems_of("labor")[1:]]
    for paper in papers:
        document = paper.read(lane.pages[f"{paper.path}.html"])
        assert (document.audience, document.sides, paper.source) == ("slate", paper.sides, paper.path.replace("labor", "community"))


@pytest.mark.parametrize("stage", STAGES)
def test_what_the_playbook_offers_fits_on_its_sheets_and_holds_no_line_of_the_tool(lane, stage):
    tool = [point.opening for key, point in lane.common.points.items() if key in point_specs() and point_specs()[key].say and point.opening]
    for stem in (f"business-{stage}", f"business-{stage}-handout"):
        page = lane.pages[f"sheets/{stem}.html"]
        fitted(read_sheet(page), Imprint(FOOT, "Lane County", "letter", DAY))
        said = {plain(part.text_content()) for part in page.root.xpath('//article//*[@data-part="say"]')}
        assert not said & set(tool), "the tool's points are for partners, not for businesses"


def test_no_page_writes_to_business_leaders_as_to_partners_or_says_that_nothing_is_for_them(lane):
    invite, sheets = (lane.pages[url].root for url in ("team/invite.html", "sheets/index.html"))
    assert not invite.xpath(
        '//article//*[contains(@id, "business") or @data-audience="business"] | //a[contains(@href, "#invite-") and contains(@href, "business")]'
    )
    assert len(invite.xpath('//article//h3[contains(@id, "-labor")]')) == 2
    said = plain(sheets.xpath("//article")[0].text_content())
    assert (
        "Business leaders" in said
        and "The sheets are for partners" not in said
        and "for public partners" not in plain(invite.xpath("//article")[0].text_content())
    )


def test_each_page_that_has_no_tab_for_an_offer_has_tabs():
    named = {page for offer in offers().values() for page in offer.no_tab_on}
    assert named and not [page for page in named if "each_audience" not in (ROOT / DOCS / f"{page}.md").read_text("utf-8")]


def test_an_offer_says_no_figure_and_names_nobody():
    words = " ".join(
        text for offer in offers().values() for point in offer.points.values() for part in (point.say, point.more) for text in (part or {}).values()
    )
    assert not re.findall(r"\d|%", words) and "Next Gen" not in words


def test_an_edition_without_audiences_is_as_before(rendered, edition):
    lane = edition(convener=CONVENER)
    values = Localization(rendered.order(GENERAL, lane.edition).catalog, lane.edition, rendered.pages.points)
    for page in (page for page in rendered.pages.pages if page.url in (GAINS, "index.html", "sheets/index.html")):
        root = edition_page(page, rendered.pages, values)
        assert not root.xpath("//@data-color") and not root.xpath('//link[contains(@href, "audiences.css")]') and not root.xpath('//*[@class="origin-like"]')
        assert len(list(root.iter())) == len(list(localized(page.root, values, page.points).iter()))


REFUSED = {  # what stands under `audiences`: (key, what the message holds)
    'labor: {points: {s47: {say: x}}}': ("audiences.labor.points.s47", "is for workforce, which this audience is not like"),
    'labor: {points: {n01: {after: s47, say: x}}}': ("audiences.labor.points.n01.after", "name a point for community"),
    'labor: {points: {s12: {say: x}, S12: {say: y}}}': ("audiences.labor.points.S12", 'is the same point as "s12"'),
    'workforce: {label: Boards, like: educators}': ("audiences.workforce", "is an audience of the playbook"),
    'Labor: {label: Unions, like: community}': ("audiences.Labor", "becomes part of an address"),
    '"../x": {label: Unions, like: community}': ("audiences.../x", "becomes part of an address"),
    '12k: {label: Schools, like: educators}': ("audiences.12k", "begin with a letter"),
    'index: {label: All, like: community}': ("audiences.index", "would have the page sheets/index.html, which the playbook has already"),
    'community-planning: {label: Planners, like: community}': ("audiences.community-planning", "sheets/community-planning.html"),
    'con: {label: Cons, like: community}': ("audiences.con", "Windows keeps"),
    'next-gen: {label: Cons, like: community}': ("audiences.next-gen", "carries the owners' name"),
    'k12: {like: educators}': ("audiences.k12", "needs a label"),
    'tribes: {label: Tribes}': ("audiences.tribes", "needs the audience whose points it takes"),
    'elected: {label: educators, like: economic}': ("audiences.elected.label", "is the label of the audience educators"),
    'elected: {label: Elected, like: economic, points: {s44: {say: "x"}}}': ("audiences.elected.points.s44", "S44 is for workforce"),
    'elected: {label: Elected, like: economic, points: {n01: {say: "x", after: s44}}}': ("audiences.elected.points.n01.after", "name a point for economic"),
    'elected: {label: Elected, like: economic, points: {n01: {say: "x", after: s51, for: economic}}}': ("audiences.elected.points.n01.for", "take it away"),
    'elected: {label: Elected, like: economic, points: {n09: {say: "x", after: s51}}}': ("audiences.elected.points.n09", "stands under points, too"),
    'elected: {label: Elected, like: economic, points: {s12: {leave_out: true}}}': ("audiences.elected.points.s12.leave_out", "needs a reason"),
    'elected: {label: Elected, like: economic, points: {s99: {say: x}}}': ("audiences.elected.points.s99", "is no point"),
    'elected: {label: Elected, like: economic, in_a_sentence: elected}': ("audiences.elected.in_a_sentence", "says what stands there anyway"),
}  # fmt: skip
PAGES = frozenset(path.stem for path in (ROOT / DOCS / "sheets").glob("*.md"))


def found(text: str) -> list[tuple[int, str, str]]:
    source, problems = parse_yaml(text, "regions/lane.yml")
    assert not problems, problems
    return [(problem.line, problem.key, problem.message) for problem in problems_in(source, PAGES)]


def naming(key: str, label: str, like: str) -> Naming:
    own = own_audiences(Region.model_validate({"region": "Lane", "stage": "planning", "audiences": {key: {"label": label, "like": like}}}))[key]
    return Naming(own.like, own, {})


@pytest.mark.parametrize(
    ("label", "like", "words", "said"),
    [
        ("Adult educators", "educators", "Educators: to educators", "Adult educators: to adult educators"),
        ("Local workforce developers", "workforce", "Workforce developers", "Local workforce developers"),
        ("Economic developers of unions", "economic", "To economic developers", "To economic developers of unions"),
    ],
)
def test_a_label_that_holds_the_label_of_its_source_is_said_once(label, like, words, said):
    assert naming("own", label, like).text(words) == said


@pytest.mark.parametrize(("entry", "expected"), REFUSED.items(), ids=[key[:50] for key in REFUSED])
def test_what_cannot_be_an_audience_is_refused_with_its_line_and_a_remedy(entry, expected):
    problems = found(f'region: Lane\nstage: planning\npoints: {{n09: {{say: "x", after: s12}}}}\naudiences:\n  {entry}\n')
    assert any(key == expected[0] and expected[1] in message and line == 5 for line, key, message in problems), problems


def test_two_audiences_cannot_have_one_page_one_label_or_one_point():
    problems = found(
        "audiences:\n  elected: {label: Elected, like: economic, points: {n01: {say: x, after: s51}}}\n"
        "  elected-launch: {label: elected, like: economic, points: {n01: {say: x, after: s51}}}\n"
    )
    assert [(line, key) for line, key, _ in problems] == [
        (3, "audiences.elected-launch"), (3, "audiences.elected-launch.label"), (3, "audiences.elected-launch.points.n01"),
    ]  # fmt: skip


def test_what_is_for_an_own_audience_alone_stands_under_it():
    problems = found("audiences: [labor]\npartner_ask: {labor: come}\npoints:\n  n01: {say: x, after: c01, for: [labor]}\n")
    assert [(line, key) for line, key, _ in problems] == [(2, "partner_ask.labor"), (4, "points.n01.for")]


def test_more_audiences_than_have_room_and_one_that_is_not_offered_are_refused():
    assert found("audiences: [business, unions]\n")[0][:2] == (1, "audiences.unions")
    five = "".join(f"  a{n}: {{label: A{n}, like: economic}}\n" for n in "bcdef")
    assert [(line, key) for line, key, _ in found(f"audiences:\n{five}")] == [(1, "audiences")]


@pytest.mark.parametrize(("key", "meant"), [("labour", "labor"), ("labors", "labor"), ("busines", "business"), ("tribes", "")])
def test_a_key_near_an_offered_one_is_taken_for_it(key, meant):
    ((_, _, message),) = found(f"audiences: [{key}]\n")
    assert (f'did you mean "{meant}"? Else add like' if meant else "takes; add like") in message


@pytest.mark.parametrize("like", ["labor", "Business "])
def test_an_offer_is_taken_without_like(tmp_path, like):
    (tmp_path / "lane.yml").write_text(json.dumps({"region": "Lane", "stage": "planning", "audiences": {"tribes": {"label": "Tribes", "like": like}}}), "utf-8")
    _, problems = load_region(tmp_path / "lane.yml", TODAY)
    assert [problem.key for problem in problems] == ["audiences.tribes.like"] and f"take it without like, as audiences: [{like.strip().lower()}]" in str(
        problems[0]
    )


def test_a_ready_audience_that_a_file_replaces_is_warned_of(tmp_path):
    (tmp_path / "regions").mkdir()
    written = "region: Lane\nstage: planning\naudiences:\n  labor: {label: Unions, like: community}\n  business: {ask: come}\n  k-12: {label: K-12, like: educators}\n"
    (tmp_path / "regions" / "lane.yml").write_text(written, "utf-8")
    shutil.copytree(ROOT / DOCS / "talking-points", tmp_path / DOCS / "talking-points")
    (warning,) = own_word_warnings(tmp_path, load_catalog(tmp_path, TODAY))
    assert (warning.file, warning.line, warning.key) == ("regions/lane.yml", 4, "audiences.labor.like") and "take out like to use that" in warning.message


def test_the_slips_of_all_files_are_named(tmp_path):
    (tmp_path / "regions").mkdir()
    for name in ("lane", "linn"):
        (tmp_path / "regions" / f"{name}.yml").write_text(json.dumps({"audiences": {"index": {"label": "All", "like": "community"}}}), "utf-8")
    (tmp_path / DOCS / "sheets").mkdir(parents=True)
    (tmp_path / DOCS / "sheets" / "index.md").write_text("", "utf-8")
    assert {problem.file for problem in audience_problems(tmp_path)} == {"regions/lane.yml", "regions/linn.yml"}


@pytest.mark.parametrize(
    ("label", "said"), [("Labor unions", "labor unions"), ("K-12 schools", "K-12 schools"), ("AFL-CIO locals", "AFL-CIO locals"), ("Élus", "élus")]
)
def test_a_label_stands_in_a_sentence_with_a_small_letter_unless_it_is_a_short_form(label, said):
    assert in_sentence(label) == said


def test_each_icon_and_color_that_a_file_may_name_is_drawn():
    styles, icons = ((ROOT / DOCS / f"assets/stylesheets/{name}.css").read_text("utf-8") for name in ("components/audiences", "frame/icons"))
    assert not [
        name
        for name in ICONS.values()
        if f'[data-icon="{name}"] {{ --who-icon: var(--icon-{name}); }}' not in styles or f"--icon-{name}: polygon" not in styles + icons
    ]
    assert not [name for name in COLORS.values() if f'[data-color="{name}"] {{ --who: var(--pb-{name}); }}' not in styles]


def test_its_tab_opens_by_address_and_a_choice_holds_on_other_pages(lane, page):
    page.goto(f"{(lane.place / GAINS).as_uri()}?audience=labor")
    expect(page.get_by_role("tab", name="Labor <b>unions</b>")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#labor--c01")).to_be_visible()
    expect(page.locator("#c01")).to_be_hidden()
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    shown = "[...document.querySelectorAll('#labor--c01, #labor--c01 *')].flatMap(one => [getComputedStyle(one, '::before').content, getComputedStyle(one, '::after').content])"
    assert '"c01"' in page.evaluate(shown) and not [text for text in page.evaluate(shown) if "--" in text], "a point is called as on paper"
    page.locator("#labor--c01").get_by_role("button", name="My sheet: C01").click()
    page.goto((lane.place / PITCHES).as_uri())
    expect(page.locator("#pitch-labor")).to_be_visible()
    page.goto((lane.place / MY_SHEET).as_uri())
    expect(page.locator(".my-points > li")).to_have_count(1)
    expect(page.locator(".my-points > li")).to_contain_text("Your members know this work.")
    expect(page.get_by_role("button", name="Remove C01")).to_be_visible()
