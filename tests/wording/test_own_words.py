"""A region's own words stand wherever a point does, each with whose words they are; nothing of them becomes markup."""

import posixpath
import re

import pytest

from playbook.content import attribution
from playbook.content.point_spec import point_specs
from playbook.content.wording.point_rules import QUESTIONS, UNTOUCHED
from playbook.credit.credit_check import credit_messages, kind_of
from playbook.output.html_allowlist import element_messages
from playbook.output.html_page import plain
from playbook.search.search_index import entry, places

PAGE = "talking-points/what-are-you-up-to.html"
GAINS = "talking-points/what-is-in-it.html"
SHEET = "sheets/workforce-launch.html"
LEAVE = {"leave_out": True, "because": "we do not say it"}
REWORDED = {"s12": {"say": "We each knock on the same doors.", "more": "All over [region] it is [industry], says [nobody]."}}
ADDED = {"n01": {"after": "s47", "for": ["workforce"], "sheets": ["front", "back", "handout"], "say": "Your hours count.", "more": "The state pays for them."}}
ADAPTED = "Adapted, wording by Lane Board"


def test_a_reworded_point_is_said_so_wherever_it_stands(edition):
    lane = edition(points=REWORDED)
    line, whole = "We each knock on the same doors.", "We each knock on the same doors. All over Lane County it is wood products, says [nobody]."
    assert lane.said(PAGE, "s12") == [f"{whole} {ADAPTED}"]
    assert lane.said(SHEET, "s12") == [f"{line} S12 {ADAPTED}"]
    assert set(lane.said("team/objections.html", "s12")) == {f"{line} S12 {ADAPTED}"}
    assert set(lane.said("team/agenda-planning.html", "s12")) == {f"{line} S12 {ADAPTED}"}
    assert set(lane.said("team/practice.html", "s12")) == {f"{line} S12 {ADAPTED}", f"{whole} S12 {ADAPTED}"}
    assert lane.said("my-sheet.html", "s12") == [f"{whole} S12 {ADAPTED}"]
    assert lane.said("everything.html", "s12") == [f"{line} S12 {ADAPTED}"]
    assert lane.points(PAGE, "s12")[0].get("id") == "s12"
    assert "we often call the same companies" not in "".join(lane.page(url).raw for url in (PAGE, SHEET, "team/practice.html", "my-sheet.html"))


def test_links_and_glossary_words_go_with_the_words_that_held_them(edition):
    lane = edition(points={"s28": {"more": "They hire from all around."}, "s27": {"say": "We go where companies are."}})
    (point,) = lane.points("talking-points/what-they-are.html", "s28")
    assert not point.xpath(".//a") and plain(point.text_content()).startswith("Industry doesn’t stop at the county line. They hire from all around. ")
    assert lane.said("talking-points/what-they-are.html", "s27")[0].endswith(f"We start from where its companies really operate. {ADAPTED}")


def test_a_wording_by_stage_follows_the_stage_of_the_edition_and_of_each_sheet(edition):
    lane = edition(points={"s13": {"say": {"launch": "They are worn out.", "active": "They were worn out."}}})
    assert lane.said(PAGE, "s13")[0].startswith("They are worn out. That’s one problem")
    assert lane.said("sheets/workforce-active.html", "s13")[0].startswith("They were worn out. S13")
    assert lane.said("sheets/workforce-planning.html", "s13") == ["We’re wearing businesses out. S13"]


def test_whose_words_a_point_is_in_follows_from_what_it_keeps(edition):
    lane = edition(
        points={
            "s17": {"say": "It’s a partnership of one industry."},  # what follows still names all the rest
            "s27": {"say": "All 400 of them decide.", "more": "They are here."}, "s47": {"say": "People get training.", "more": "They do well in work."}, "c01": {"say": "People trust you."},
        }
    )  # fmt: skip
    own = ("s17", "s27", "s47", "c01")
    pages = [lane.page(url).root for url in ("talking-points/what-they-are.html", GAINS)]
    found = [(key, page.xpath("//article//*[@id=$key]//*[contains(@class, 'own-origin')]/@data-origin", key=key)) for page in pages for key in own]
    origins = {key: notes[0] for key, notes in found if notes}
    assert origins == {"s17": "adapted", "s27": "local", "s47": "local", "c01": "local"}
    assert lane.said(GAINS, "s47")[0].endswith("They do well in work. By Lane Board")


def test_a_point_left_out_stands_nowhere_and_nothing_leads_to_it(edition):
    lane = edition(points=dict.fromkeys(("s25", "s35", "s37", "s30", "s31", "s73", "s74"), LEAVE))
    for url in [page.url for page in lane.rendered.pages.pages if page.source]:
        page = lane.page(url)
        left = [key for key in ("s25", "c10", "s35", "s37", "s30", "s31", "s73", "s74") if page.root.xpath("//*[@data-point=$key]", key=key)]
        links = [link for link in page.links() if re.search(r"#(s25|c10|s35|s37|s30|s31|s73|s74)$", link)]
        assert not left and not links, url
    what = lane.page("talking-points/what-they-are.html")
    assert "Public Partner Alignment" not in what.text("//article//h2") and "#public-partner-alignment" not in what.links()
    assert "Before you say this" not in what.text('//article//p[@class="ours-title"]')
    assert len(what.root.xpath("//figure//tr[@data-point]")) == 4
    assert "communities that thrive" not in what.raw  # it stood in the note on S25
    objections = lane.page("team/objections.html")
    assert not [quoted for quoted in objections.root.xpath("//article//blockquote") if not quoted.xpath(".//*[@data-point]")]
    assert "()" not in lane.page("team/business.html").raw


def test_a_list_a_quotation_and_a_chart_left_empty_go_with_what_leads_to_them(edition):
    lane = edition(points=dict.fromkeys(("c06", "s32", "s33", "s36", "s37", "s39", "s40", "s41", "s70", "s71", "s67", "s68", "s69"), LEAVE))
    steps = lane.page("talking-points/next-steps.html")
    assert "To a workforce developer:" not in steps.text("//article//p") and "To an economic developer:" in steps.text("//article//p")
    assert "Planning a launch: no date yet" in steps.text("//article//h3")  # names a tab
    what = lane.page("talking-points/what-they-are.html")
    assert not what.by_class("shares") and "Long-term Relationships" not in what.text("//article//h2")
    assert not lane.page(SHEET).by_class("shares")
    assert all(plain(quoted.text_content()) for quoted in lane.page("team/agenda-planning.html").root.xpath("//article//blockquote"))


UNSPOKEN = [key for key, spec in point_specs().items() if not spec.say and key not in (*UNTOUCHED, *QUESTIONS)]


def test_a_box_of_the_playbooks_own_says_whose_it_is_without_its_last_ask(edition):
    lane = edition(points={"c09": {"leave_out": True, "because": "we ask nobody so"}})
    (box,) = lane.page("talking-points/next-steps.html").root.xpath('//article//div[@class="ours"][.//li/@id="c08"]')
    assert box[-1].get("class") == "origin-part", "on a page of the tool the other asks would read as the tool's"


def test_what_is_not_spoken_can_be_left_out_and_a_heading_with_nothing_under_it_goes_too(edition):
    lane = edition(points=dict.fromkeys(UNSPOKEN, LEAVE), stage="active")
    start = lane.page("talking-points/index.html")
    assert start.text("//article//h2")[:2] == ["How to say them", "Which points to begin with"]
    assert not {"#your-support-team", "#what-the-points-are-for"} & set(start.links())
    steps = lane.page("talking-points/next-steps.html")
    assert "Active partnership" in steps.text("//article//h3")  # names a tab
    assert "Said aloud" in "".join(steps.text('//article//p[@class="said-time"]'))
    for url in [page.url for page in lane.rendered.pages.pages if page.source]:
        page = lane.page(url)
        assert not [key for key in UNSPOKEN if page.root.xpath("//*[@data-point=$key]", key=key)], url
    assert set(UNSPOKEN) >= {"s02", "s08", "s18", "s43", "s63", "s66", "s72", "c10"}


def test_whatever_is_left_out_every_link_still_leads_somewhere(edition):
    lane = edition(points=dict.fromkeys((key for key in point_specs() if key not in (*UNTOUCHED, *QUESTIONS)), LEAVE), stage="active")
    urls = [page.url for page in lane.rendered.pages.pages if page.source]
    ids = {url: set(lane.page(url).root.xpath("//@id")) for url in urls}
    dead = []
    for url in urls:
        for link in lane.page(url).links():
            there, _, place = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(url), there)) if there else url
            dead += [f"{url}: {link}"] if place and target in ids and place not in ids[target] else []
    assert not dead


def test_an_added_point_stands_after_its_point_and_first_on_its_sheets(edition):
    lane = edition(points=ADDED)
    whole = "Your hours count. The state pays for them."
    (point,) = lane.points(GAINS, "n01")
    assert point.get("id") == "n01" and point.getprevious().get("id") == "s47" and plain(point.text_content()) == f"{whole} By Lane Board"
    assert lane.said("my-sheet.html", "n01") == [f"{whole} N01 By Lane Board"]
    assert lane.said("everything.html", "n01") == ["Your hours count. N01 By Lane Board"]
    assert lane.said(SHEET, "n01") == ["Your hours count. N01 By Lane Board", f"{whole} N01 By Lane Board"]
    assert lane.said("sheets/workforce-launch-handout.html", "n01") == [f"{whole} By Lane Board"]
    assert not lane.points("sheets/educators-launch.html", "n01") and not lane.points("team/practice.html", "n01")
    first = lane.page(SHEET).root.xpath('//div[@class="sheet-talk"]/ul[@data-section="in-it"]//li/@data-point')
    assert first == ["n01", "s44", "s46"]  # S47 gives way to side two, where it stands in full


def test_what_gives_way_on_side_one_stands_on_side_two(edition):
    lane = edition(
        points={f"n0{number}": {"after": "s31", "sheets": ["front"], "say": "We do it."} for number in (1, 2)} | {"s31": {"say": "Nobody takes credit."}}
    )
    sheet = lane.page(SHEET).root
    assert sheet.xpath('//div[@class="sheet-talk"]/ul[@data-section="what-are"]//li/@data-point') == ["n01", "n02", "s17", "s31"]
    assert {"s19", "s27"} <= set(sheet.xpath('//div[@class="sheet-fuller"]//li/@data-point'))


def test_times_are_counted_again_from_the_words_that_stand_there(edition):
    before, after = edition(), edition(points={"s12": {"say": "word " * 18, "more": "word " * 100}, **ADDED, "s44": LEAVE})

    def times(lane, url: str) -> list[str]:
        return [plain(said.text_content()) for said in lane.page(url).root.xpath("//*[@data-said][not(ancestor-or-self::*[@hidden])]")]

    assert times(before, PAGE) == ["about 1 minute", "about 30 seconds"] and times(after, PAGE) == ["about 2 minutes", "about 30 seconds"]
    assert times(before, GAINS)[:2] == ["about 40 seconds", "about 20 seconds"] and times(after, GAINS)[:2] == ["about 35 seconds", "about 15 seconds"]
    words = [int(times(lane, "team/practice.html")[2]) for lane in (before, after)]
    pitch = [lane.page("team/practice.html").root.xpath("//blockquote")[1] for lane in (before, after)]
    counted = [
        sum(len(plain(part.text_content()).split()) for part in one.xpath('.//p[@data-point][not(@hidden)]//*[@data-part="say" or @data-part="more"]'))
        for one in pitch
    ]
    assert words == counted and words[1] > words[0]


@pytest.mark.parametrize(
    ("points", "kind"),
    [(ADDED, "mixed"), ({"s44": {"say": "You learn it."}}, "toolkit"), ({"s44": {"say": "You get 7 reports.", "more": "They are long."}}, "mixed")],
)
def test_a_point_of_ones_own_makes_a_page_mixed_and_its_credit_says_so(edition, points, kind):
    lane = edition(points=points)
    for url in (GAINS, SHEET):
        page = lane.page(url)
        assert kind_of(page, "toolkit") == kind
        assert not list(credit_messages(page, "toolkit", lane.edition, has_logo=False))
    foot = "Parts marked so are by Lane Board" in attribution.foot(kind, lane.edition.region, "toolkit")
    assert foot == (kind == "mixed")
    assert kind_of(lane.page(PAGE), "toolkit") == "toolkit"


def test_in_a_letter_the_star_marks_what_is_adapted_and_nothing_interrupts_it(edition):
    lane = edition(points={"s67": {"say": "We plan it.", "more": "Everybody comes."}, "s68": {"say": "You decide with us.", "more": "We have 3 hours."}})
    letter = lane.page("team/letter-planning.html")
    said = letter.text('//section[@class="letter"]/p[@data-point]')
    assert "We plan it. Everybody comes.*" in said and "You decide with us. We have 3 hours." in said
    assert not letter.by_class("own-origin")


def test_the_search_finds_own_words(edition):
    lane = edition(points={**REWORDED, **ADDED})
    sources = lane.rendered.pages.sources
    found = {place["location"]: place for url in (PAGE, GAINS) for place in map(entry, places(lane.page(url), sources[url], url))}
    assert found[f"{PAGE}#s12"]["title"] == "We each knock on the same doors."
    assert found[f"{PAGE}#s12"]["text"] == "All over Lane County it is wood products, says [nobody]."
    assert (
        found[f"{GAINS}#n01"] | {"kind": "say", "title": "Your hours count.", "text": "The state pays for them.", "audiences": ["workforce"]}
        == found[f"{GAINS}#n01"]
    )


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }} {% if %}",
    "</li></ul><h1>Hi",
    "*a* [b](c) `d` _e_",
    "&lt;b&gt; &amp;",
    "${1} \\1",
    "{ #s01 }",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_text(edition, text):
    own = {
        "s12": {"say": text, "more": text},
        "s16": {"say": text},
        "n01": ADDED["n01"] | {"say": text, "more": text},
        "s35": {"leave_out": True, "because": text},
    }
    lane = edition(points=own, terms={text: text}, results=[{"text": text, "source": text, "share": 3}], results_on_sheets="both", convener={"name": text})
    pages = (
        PAGE,
        GAINS,
        SHEET,
        "sheets/workforce-launch-handout.html",
        "team/practice.html",
        "my-sheet.html",
        "about/glossary.html",
        "about/source-and-terms.html",
    )
    wrong = [(url, message) for url in pages for message in element_messages(lane.page(url).raw)]
    assert not wrong
    for url in (PAGE, GAINS, SHEET, "about/glossary.html", "about/source-and-terms.html"):
        page = lane.page(url)
        assert plain(text) in plain(page.root.xpath("//article")[0].text_content()), url
        assert not page.root.xpath("//article//script | //article//img")


def test_own_terms_stand_in_the_glossary_with_an_anchor(edition):
    lane = edition(terms={"Registered Apprenticeship": "Paid work with classes."})
    page = lane.page("about/glossary.html")
    (heading,) = page.root.xpath('//h2[@id="word-registered-apprenticeship"]')
    assert plain(heading.text_content()) == "Registered Apprenticeship" and plain(heading.getnext().text_content()) == "Paid work with classes."
    assert "Written by Lane Board, not part of the toolkit" in page.text("//article//p")
    found = [entry(place) for place in places(page, lane.rendered.pages.sources["about/glossary.html"], "about/glossary.html")]
    assert any(one["location"].endswith("#word-registered-apprenticeship") and one["kind"] == "word" for one in found)


@pytest.mark.parametrize(("shown", "ours", "theirs"), [("toolkit", 0, 2), ("ours", 3, 0), ("both", 3, 2)])
def test_sheets_show_the_figures_that_the_file_asks_for(edition, shown, ours, theirs):
    results = [{"text": f"firms {number}", "share": 40, "year": 2026, "source": "Board survey"} for number in range(4)]
    lane = edition(results=results, results_on_sheets=shown)
    (chart,) = lane.page(SHEET).by_class("shares")
    rows = [plain(row.text_content()) for row in chart.xpath(".//tbody/tr")]
    assert [row for row in rows if "firms" in row] == [f"firms {number} (2026, Board survey)40%" for number in range(ours)]
    assert len(rows) == ours + theirs
    assert ("as stated in the toolkit, undated" in chart.text_content()) == bool(theirs)
    assert ("By Lane Board" in chart.text_content()) == bool(ours)
    (whole,) = lane.page("talking-points/what-they-are.html").by_class("shares")
    assert len(whole.xpath(".//tbody/tr[contains(., 'firms')]")) == (4 if ours else 0)


def test_the_page_of_source_and_terms_says_what_an_edition_leaves_out_and_why(edition):
    lane = edition(points={**REWORDED, **ADDED, "s35": {"leave_out": True, "because": "we show our own figures"}})
    said = lane.page("about/source-and-terms.html").text('//*[@data-block="own-words"]//li')
    assert said == ["Said its own way: S12", "Left out: S35 (we show our own figures)", "Added: N01"]
    assert not edition().page("about/source-and-terms.html").text('//*[@data-block="own-words"][not(@hidden)]//li')
