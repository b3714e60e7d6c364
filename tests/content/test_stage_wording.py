"""Wording and order follow the stage of the edition."""

import lxml.html
import pytest
from markdown import Markdown

from macros.points.tabs import stage, stage_part, stages
from macros.values.stage_variants import at_stage, by_stage
from playbook.model.region import Region
from playbook.model.stage import STAGES
from playbook.output.html_page import plain
from tests.support.localized import localized_html
from tests.support.own_version import LOCALIZE, RULES, add_scripts
from tests.support.templates import pages
from tests.wording.conftest import edition, rendered

__all__ = ["edition", "rendered"]

WORDS = {"unset": "form or support", "planning": "form", "launch": "shape", "active": "support"}


def labels(file) -> list[str]:
    return [label.text_content() for label in lxml.html.parse(str(file)).getroot().xpath('//div[@class="tabbed-labels"]/label')]


def said(file, point: str) -> str:
    return " ".join(lxml.html.parse(str(file)).getroot().get_element_by_id(point).text_content().split())


@pytest.mark.parametrize(("own", "wording"), [(None, "form or support"), ("planning", "form"), ("launch", "shape"), ("active", "support")])
def test_the_wording_is_that_of_the_editions_stage(own, wording):
    region = Region(region="Lane", stage=own, industry="wood") if own else None
    assert localized_html(by_stage(**WORDS), region).text_content() == wording
    assert not own or at_stage(own, **WORDS) == wording


def test_a_missing_or_unknown_stage_is_refused():
    with pytest.raises(ValueError, match='wording for stage "active" is not known'):
        by_stage(unset="a", planning="b", launch="c")
    with pytest.raises(ValueError, match='did you mean "active"'):
        by_stage(**WORDS, actve="d")


@pytest.mark.parametrize(
    ("edition", "s10", "s62"),
    [("", "is starting (or supports)", "(or have created)"), ("regions/rio-verde", "is starting", "We’d like to create"),
     ("regions/pine-valley", "is starting", "We’d like to create"), ("regions/pine-valley-health", "supports", "We’ve created")],
)  # fmt: skip
def test_s10_and_s62_follow_the_stage(site, edition, s10, s62):
    assert f"My team {s10} a business-led partnership" in said(site / edition / "talking-points/what-are-you-up-to.html", "s10")
    assert s62 in said(site / edition / "talking-points/next-steps.html", "s62")


@pytest.mark.parametrize(
    ("edition", "first"),
    [("", "Planning a launch"), ("regions/rio-verde", "Planning a launch · now"), ("regions/pine-valley", "Launch coming up · now"),
     ("regions/pine-valley-health", "Active partnership · now")],
)  # fmt: skip
def test_the_editions_own_stage_stands_first_and_is_marked(site, edition, first):
    found = labels(site / edition / "talking-points/next-steps.html")
    assert found[0] == first
    assert len(found) == 3
    assert sum("now" in label for label in found) == (1 if edition else 0)


def test_stage_tabs_keep_their_bodies_when_they_change_places():
    def written() -> str:
        return "".join(f"\n{stage(key, caller=lambda key=key: f'### {key} head')}\n" for key in ("planning", "launch", "active"))

    html = Markdown(extensions=["pymdownx.tabbed"], extension_configs={"pymdownx.tabbed": {"alternate_style": True}}).convert(stages(caller=written))
    moved = localized_html(html, Region(region="Lane", stage="active", industry="wood"))
    assert [label.text for label in moved.xpath('.//div[@class="tabbed-labels"]/label')] == [
        "Active partnership · now",
        "Planning a launch",
        "Launch coming up",
    ]
    assert [heading.text for heading in moved.xpath(".//h3")] == ["active head", "planning head", "launch head"]


def test_every_tab_has_a_heading_of_its_own(site):
    bare = []
    for file in site.rglob("*.html"):
        blocks = lxml.html.parse(str(file)).getroot().xpath('//div[@class="tabbed-block"]')
        bare += [file.relative_to(site).as_posix() for block in blocks if block[0].tag not in ("h2", "h3", "h4")]
    assert not bare


def test_the_community_tab_says_that_it_is_the_playbooks_own(site):
    root = lxml.html.parse(str(site / "talking-points/what-is-in-it.html")).getroot()
    blocks = root.xpath('//div[@class="tabbed-block"]')
    origins = [block.xpath('.//p[@class="origin-part"]/@data-origin') for block in blocks]
    assert origins == [[], [], [], ["playbook"]]


def tabs_of(*keys: str) -> str:
    """A page with tabs for some of the stages."""
    text = stages(caller=lambda: "".join(stage(key, caller=lambda key=key: f"### Head\n\n{key}\n") for key in keys))
    return Markdown(extensions=["pymdownx.tabbed"], extension_configs={"pymdownx.tabbed": {"alternate_style": True}}).convert(text)


def order(html: str) -> list[str]:
    return lxml.html.fragment_fromstring(html, create_parent="div").xpath('//div[@class="tabbed-labels"]/label/text()')


def test_a_stage_has_one_name_wherever_it_is_told(site):
    places = "//*[@data-stage-label] | //*[contains(@class, 'tag-stage')] | //select[@name='stage']/option[@value!=''] | //*[@data-own='summary'] | //label[@data-stage]"
    names = {stage.label for stage in STAGES.values()}
    wrong = {}
    for place in ("", "regions/nine-rivers", "regions/pine-valley"):  # no region, one whose launch date is not public, one with a date
        for page in pages(site / place):
            root = lxml.html.parse(str(site / place / page)).getroot()
            told = {plain(one.text_content()).removesuffix(" · now").split(" · ")[-1].rstrip(".") for one in root.xpath(places)}
            wrong |= {f"{place}/{page}": told - names} if told - names else {}
    assert not wrong


ASKS_OTHERWISE = {  # pages whose words follow the stage and that do not ask for it, and why
    "talking-points/next-steps.html": "its tabs are the stages",
    "team/index.html": "says the next meeting, which only a region has",
    "everything.html": "a list to look things up in",
    "team/agenda-planning.html": "a meeting of one stage, read out",
    "localize/your-words.html": "the form has a field of its own",
}


def test_a_page_whose_words_follow_the_stage_asks_for_it(site):
    follows = "//article//*[@data-stage-words or @data-when-stage or @data-block='stage-order' or @data-block='sheet-choice']"
    silent = []
    for name in pages(site):
        root = lxml.html.parse(str(site / name)).getroot()
        if root.xpath(follows) and not root.xpath("//select[@name='stage']") and name not in ASKS_OTHERWISE:
            silent.append(name)
    assert not silent


@pytest.mark.parametrize("own", ["planning", "launch", "active"])
@pytest.mark.parametrize("keys", [("planning", "active"), ("active",), ("launch", "planning")])
def test_tabs_without_one_for_the_own_stage_stay_in_order_in_an_edition_and_in_ones_own_version(chrome, keys, own):
    html = tabs_of(*keys)
    built = localized_html(html, Region(region="Lane", stage=own, industry="wood"))
    shown = [label.text_content() for label in built.xpath('//div[@class="tabbed-labels"]/label')]
    assert (own in keys and shown[0].endswith(" · now")) or shown == order(html)
    general = lxml.html.tostring(localized_html(html, None), encoding="unicode")
    page = chrome.new_page()
    page.set_content(f"<!doctype html><body>{general}</body>")
    page.evaluate("window.playbook = { device: { keys: { own: 'own' }, read: () => null, write: () => true } }")
    add_scripts(page, (*RULES, *LOCALIZE))
    said = page.evaluate(
        """stage => [...playbook.localize(document, { region: "Lane", stage, industry: "wood" }).querySelectorAll(".tabbed-labels label")].map(label => label.textContent)""",
        own,
    )
    page.close()
    assert said == shown


def test_contents_without_an_entry_for_the_own_stage_stay_in_order():
    html = '<ul data-block="stage-order"><li data-stage="planning">a</li><li data-stage="active">b</li></ul>'
    assert localized_html(html, Region(region="Lane", stage="launch", industry="wood")).xpath("//li/text()") == ["a", "b"]


def order_of(root, path: str) -> list[str]:
    return [part.get("data-stage") for part in root.xpath(path)]


@pytest.mark.parametrize("stage", ["planning", "launch", "active"])
def test_what_is_for_the_own_stage_comes_first_in_a_page_its_contents_and_its_files(edition, stage):
    said = edition(stage=stage)
    invitations, slides = (said.page(f"team/{name}.html").root for name in ("invite", "slides"))
    found = {
        "parts": order_of(invitations, "//article//div[@data-block='stage-order']/div"),
        "contents": order_of(invitations, "(//ul[@data-md-component='toc'])[1]/li[@data-stage]"),
        "files": order_of(slides, "//ul[contains(@class, 'slide-files')]/li"),
    }
    assert all(sorted(keys) == ["active", "launch", "planning"] and keys[0] == stage for keys in found.values()), found
    assert plain(invitations.xpath("//article//h2")[-1].text_content()).startswith("The same day")


def test_a_part_for_a_stage_begins_with_a_heading():
    with pytest.raises(ValueError, match="begins with a heading"):
        stage_part("launch", caller=lambda: "Some words.")


def test_the_next_meeting_is_said_on_the_front_page_and_the_teams_only_where_it_has_a_date(edition):
    dated = {"date": "2027-03-04", "time": "09:00", "timezone": "America/Denver", "place": "Main Library"}
    for meetings, words in (({"launch_meeting": dated}, "Launch meeting: Thursday, March 4, 2027, at 9:00 am Mountain Time, Main Library. Invite"),
                            ({"planning_meeting": dated}, ""), ({}, "")):  # fmt: skip
        for url in ("index.html", "team/index.html"):
            root = edition(stage="launch", **meetings).page(url).root
            lines = root.xpath("//div[@data-when-stage]/p[a][not(ancestor-or-self::*[@hidden])]")
            assert [plain(line.text_content()) for line in lines] == ([words] if words else []), url
            assert not words or root.xpath("//div[@data-when-stage]/p[a]/a/@href")[1] == f"{'../' if '/' in url else ''}team/invite.html#the-launch"
