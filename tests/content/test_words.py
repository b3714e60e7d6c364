"""Words a person would say: partners are spoken to, talk is connected, stage and value agree, and nothing is promised that we cannot keep."""

import re
from datetime import date, timedelta

import lxml.html
import pytest

from macros.points.point_html import inline_html
from macros.sheets.sheet import handout, sheet_to_say
from playbook.content.check_up import check_up
from playbook.content.glossary import glossary
from playbook.content.page import load_pages
from playbook.content.point_spec import point_specs
from playbook.content.point_text import read_points
from playbook.content.sheet_plan import Sheet, all_sheets
from playbook.model.audience import AUDIENCES, SAMPLE_JOBS
from playbook.model.edition import load_catalog
from playbook.model.field_types import meeting_day
from playbook.model.region import Region
from playbook.model.region_fields import text_of
from playbook.model.stage import STAGES
from playbook.render.wording.leave_out import leave_out
from tests.support.localized import localized_html
from tests.support.project import ROOT

TODAY = date(2026, 11, 23)
PAGES = {page.path: page.body for page in load_pages(ROOT)[0]}
POINTS = {point.id: point for point in read_points(load_pages(ROOT)[0])}
SPOKEN = {key: f"{POINTS[key].opening} {POINTS[key].detail}" for key, spec in point_specs().items() if spec.say}
CHOSEN = Region(region="Lane", stage="planning", industry="health care")


def spoken(key: str, region: Region | None) -> str:
    point = POINTS[key]
    return " ".join(localized_html(inline_html(text), region).text_content() for text in (point.opening, point.detail))


def sheet(audience: str, stage: str, is_handout: bool = False, region: Region | None = None) -> lxml.html.HtmlElement:
    make = handout if is_handout else sheet_to_say
    root = localized_html(make(audience, stage, points=list(POINTS.values())), region)
    for waiting in root.xpath(".//*[@hidden]"):
        waiting.drop_tree()
    return root


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_partner_hears_what_they_gain_spoken_to_as_you(audience):
    gains = {key: SPOKEN[key] for key, spec in point_specs().items() if spec.say and spec.section == "in-it" and spec.audiences == (audience,)}
    assert {key: text for key, text in gains.items() if re.search(r"\b[Ww]e (have|hear|learn|find|get|build|can build)\b", text)} == {}
    assert sum(bool(re.search(r"\b[Yy]ou(r|’re)?\b", text)) for text in gains.values()) >= 2


def test_no_point_speaks_an_instruction_that_is_for_the_speaker():
    orders = re.compile(r"\b(Ask|Say|Tell|Name|Use) (it|this|them|these|the job)\b")
    assert {key: text for key, text in SPOKEN.items() if orders.search(text)} == {}


def test_points_are_connected_speech_with_reasons_and_examples():
    linked = [key for key, text in SPOKEN.items() if re.search(r"(?i)\b(because|for example|so|instead|then|when|though)\b", text)]
    reasons = [key for key, text in SPOKEN.items() if "ecause" in text or "or example" in text]
    assert len(linked) >= 20 and len(reasons) >= 9


def test_an_industry_that_is_chosen_is_named_and_one_that_is_not_is_to_be_chosen():
    assert "On the table is health care, and you have a say in it." in spoken("s68", CHOSEN)
    assert "On the table is the choice of our first industry" in spoken("s68", None)
    assert "On the table is the choice of our first industry" in spoken("s68", Region(region="Lane", stage="planning"))
    picked = re.compile(r"(pick|choose|choice of) (our|the|a) first industry|an industry we choose together")
    assert {key: text for key in SPOKEN if picked.search(text := spoken(key, CHOSEN))} == {}


def test_letters_and_messages_for_the_planning_meeting_do_not_name_an_industry_that_is_still_to_be_chosen():
    planning = PAGES["team/letter-planning.md"] + PAGES["team/invite.md"].split("## The planning meeting")[1].split("## The launch")[0]
    assert "region.industry" not in planning


def test_each_kind_of_partner_is_asked_for_a_job_of_its_own():
    assert SAMPLE_JOBS.keys() == AUDIENCES.keys() and len(set(SAMPLE_JOBS.values())) == len(AUDIENCES)
    assert [text_of(None, f"partner_ask.{key}") for key in AUDIENCES] == list(SAMPLE_JOBS.values())
    assert not [job for job in SAMPLE_JOBS.values() if "specific" in job or "[" in job]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_side_one_tells_the_trouble_before_the_chance_and_thanks_after_the_ask(audience):
    for stage in STAGES:
        front = [spec.id for spec in Sheet(audience, stage).points("front")]
        assert front[:5] == ["s10", "s12", "s13", "s14", "s15"], (audience, stage)
        ask = sheet(audience, stage).xpath('.//div[@class="sheet-ask"]')[0]
        shown = [link.text for link in ask.xpath('.//a[@class="point-id"]')]
        assert shown[-1] == "S79" and len(shown) > 1, (audience, stage)
        talk = sheet(audience, stage).xpath('.//div[@class="sheet-talk"]')[0].text_content()
        assert "Thank you" not in talk, (audience, stage)


def test_the_thanks_are_the_tools_and_no_line_of_ours_stands_under_them():
    asks = {
        (one.audience, one.stage): sheet(one.audience, one.stage, region=CHOSEN).xpath('.//div[@class="sheet-ask"]')[0]
        for one in all_sheets()
        if not one.handout
    }
    assert not [key for key, ask in asks.items() if not ask[-1].text_content().startswith("Thank you") or ask[-1].get("class")]


@pytest.mark.parametrize("is_handout", [False, True])
def test_an_ask_of_ours_has_a_dagger_and_the_line_that_says_so_goes_with_it(is_handout):
    asked = Region(region="Lane", stage="launch", industry="wood", partner_ask={"educators": "come and listen"})
    root = sheet("educators", "launch", is_handout, asked)
    root.tag = "article"  # as on a page
    (ask,) = root.xpath('.//div[@class="sheet-ask"]')
    assert "Will you come and listen?†" in ask.text_content() and "† Written by this playbook" in ask.text_content()
    leave_out(root, {"c08"})
    assert "†" not in ask.text_content() and "Written by this playbook" not in ask.text_content()


def test_what_partners_would_do_is_on_the_handout_and_whom_they_answer_to_on_side_two():
    for stage in STAGES:
        for audience in AUDIENCES:
            assert "s61" in {spec.id for spec in Sheet(audience, stage).points("back")}
            told = "s21" in {spec.id for spec in Sheet(audience, stage, handout=True).points("handout")}
            assert told == (audience != "community")  # it names the three other fields


def test_a_community_organization_gains_before_it_gives():
    text = sheet("community", "planning", is_handout=True).text_content()
    assert "You hear early which jobs are coming" in text and "People trust you" not in text
    fuller = sheet("community", "active").xpath('.//div[@class="sheet-fuller"]')[0].text_content()
    assert "special populations" not in fuller and "Before you say" not in fuller


def test_every_list_to_begin_with_opens_with_who_speaks_and_ends_where_the_ask_begins():
    lists = re.findall(r'\{% call audience\("\w+"\) %\}(.*?)\{% endcall %\}', PAGES["talking-points/index.md"], re.DOTALL)
    links = [re.findall(r"(?m)^- \[.*?\]\(\S+#([sc]\d\d)\)", text) for text in lists]
    assert len(links) == len(AUDIENCES)
    assert not [found for found in links if found[0] != "s10" or found[-1] != "s62" or "s25" in found]


def test_a_pitch_that_says_there_are_two_problems_tells_both():
    calls = re.findall(r"\{\{ pitch\((.*?)\) \}\}", PAGES["team/practice.md"])
    whole = [re.findall(r"[sc]\d\d", call) for call in calls if "lines" not in call]
    assert len(whole) == 8
    assert not [keys for keys in whole if len({"s12", "s13", "s14"} & set(keys)) not in (0, 3)]


def test_a_workforce_board_and_an_advisory_board_get_answers_of_their_own():
    parts = {title: text for title, _, text in (part.partition("\n") for part in re.split(r"(?m)^## ", PAGES["team/objections.md"]))}
    workforce, advisory = (next(text for title, text in parts.items() if kind in title) for kind in ("workforce board", "advisory board"))
    assert 'source("federal-law"' in workforce and "It advises" not in workforce
    assert "One kind of job" in advisory or "one kind of job" in advisory


def test_no_answer_promises_what_is_not_ours_to_keep():
    text = PAGES["team/objections.md"]
    assert not re.search(r"\bnever on the table\b|you should lead|companies say what helped|will hire", text)
    assert "keep prices, pay and customers off the agenda" in text


def test_a_leader_who_cannot_come_names_a_leader_and_not_a_stand_in():
    text = PAGES["team/business.md"] + PAGES["team/letter-business.md"]
    assert not re.search(r"whom would you send|should I ask instead|Who at your company|first time as one group|nothing to join", text)
    assert text.count("hich other leader") >= 2 and 'term("champion"' in text


def test_lane_county_is_told_as_it_went_wherever_it_is_told():
    told = {path: part for path, body in PAGES.items() for part in body.split("\n\n") if 'source("lane-county-strategist"' in part}
    told |= {"team/examples.md": PAGES["team/examples.md"].split("#lane-county }")[1].split("###")[0]}
    assert len(told) == 4
    assert not [path for path, part in told.items() if not re.search(r"about two years", part) or re.search(r"\bpay (for )?one\b", part)]


def test_each_statement_of_the_check_up_asks_one_thing():
    statements = {statement.id: statement.text for statement in check_up().statements}
    assert not {key: text for key, text in statements.items() if re.search(r", and\b|\. \w|, \w+ \w+ and \w+", text)}


def test_how_often_the_two_questions_are_asked_is_the_same_everywhere():
    often = {path: found for path, body in PAGES.items() if (found := re.findall(r"at least (\w+) a year", body))}
    assert often == {"team/index.md": ["twice"], "team/check-up.md": ["twice"]}


@pytest.mark.parametrize(
    "word",
    ["special populations", "post-secondary", "core team", "wide team", "task team", "launch meeting", "planning meeting", "K-12", "American Job Center"],
)
def test_a_word_of_the_field_that_pages_use_is_explained(word):
    assert word in glossary()


def test_examples_meet_on_days_on_which_people_meet():
    days = {start + timedelta(days=offset): meeting_day(start + timedelta(days=offset)) for start in (TODAY, date(2027, 12, 1)) for offset in range(400)}
    assert not {day: found for day, found in days.items() if not day <= found < day + timedelta(days=21) or found.weekday() not in (1, 2, 3)}
    assert not [found for found in days.values() if (found.month, found.day) in ((1, 1), (7, 4), (11, 11), (12, 24), (12, 25), (12, 31))]
    assert date(2026, 11, 26) not in days.values() and date(2027, 11, 25) not in days.values()  # Thanksgiving


def test_the_examples_values_read_within_a_sentence():
    regions = {edition.slug: edition.region for edition in load_catalog(ROOT, TODAY, examples=True).editions if edition.region}
    assert not [slug for slug, region in regions.items() if len(region.region.split()) > 7]
    assert not [slug for slug, region in regions.items() if re.search(r"(Coast|counties|Valley[s]\b)", region.region) and not region.region.startswith("the ")]
    assert not [result.text for region in regions.values() for result in region.results if result.share is not None and not result.text.startswith("of ")]


def test_no_working_paper_says_the_owners_without_whose():
    """Beside companies, a reader takes them for owners of businesses."""
    papers = sorted((ROOT / "docs/team").glob("*.md"))
    assert not [path.name for path in papers if re.search(r"\bthe owners\b(?! of the tool)", path.read_text("utf-8"), re.IGNORECASE)]
