"""The promise of localizing: a reader's own version, made in the browser, says what a published edition with the same values says."""

import re
from collections.abc import Container
from datetime import date
from pathlib import Path

import lxml.html
import pytest
import yaml
from lxml import etree

from playbook.content.browser_model import PARTS, keys_of
from playbook.content.page import load_pages
from playbook.model.clock import current
from playbook.model.edition import Edition
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Convener, Logo, Region, Seat
from playbook.model.region_file import load_region
from playbook.model.stage import STAGES
from playbook.model.wording.own_figures import Result
from playbook.output.html_page import serialized
from playbook.render import marks
from playbook.render.localize import BLOCKS, MARKS, Localization, localized
from tests.browser.test_in_browser import PAGES
from tests.promises.conftest import Rendered
from tests.support.own_version import LOCALIZE, RULES, add_scripts
from tests.support.project import ROOT
from tests.support.project import TODAY as DAY

TODAY = date.fromisoformat(DAY)
LEFT_OUT = {  # what is not compared, and why; elements by their selectors, attributes by their names
    '[data-block="feedback"], .feedback-link': "who is told of a mistake on the site, which is not the reader's",
    ".editions": "the list of published editions marks the one it is in; an own version is none",
    ".edition-bar": "the bar of the own version takes its place",
    "[data-calendar] @href @download @data-later": "an edition has a file; a browser makes one",
    "* @data-passed @data-meeting": "what a published page says after its meeting; an own version is localized anew at each opening",
    ".check-up @data-edition": "an own version stands on the general edition, whose answers it keeps",
    "* @src @href ../assets": "an edition stands two folders deeper below the assets, and the list of editions, that all share",
}
HOSTILE = "<img src=x onerror=alert(1)>"
MEETINGS = {
    "planning_meeting": {"date": "2027-01-14", "time": "9:05", "timezone": "America/Denver", "place": "007"},
    "launch_meeting": {"date": "2099-03-04", "time": "14:00", "timezone": "Pacific/Honolulu", "place": "</span><b>Hall</b>"},
    "next_meeting": {
        "date": "2028-02-29", "time": "9:00", "timezone": "America/Denver", "length": "90 minutes",
        "online": "HTTPS://meet.example.org/?a=1&b=<2>", "repeats": "last Tue of every other month",
    },
}  # fmt: skip
PASSED = {
    "planning_meeting": {"date": "2026-11-22", "place": "Old Hall"},
    "launch_meeting": {"date": "2001-02-03"},
    "next_meeting": {"date": "2026-11-22", "place": "Gym", "repeats": "first Thursday"},
}
UNDATED = {"launch_meeting": {"place": "Library"}}
FULL = {
    "region": HOSTILE,
    "region_long": "the <b>Lane</b> & Linn counties",
    "state": "état",
    "industry": "{{ 7*7 }} {% if %} wood: pulp # & 'paper' - [a](b) *c* \"d\" \\ | > ! @ %",
    "partnership": "Makers – all & <u>sundry</u>",
    "program": "the ${1} Partnership",
    "speaker_role": "planners, no",
    "convener": [
        {"name": "lane Board, Inc. <script>alert(2)</script>", "email": "hello@example.org", "url": "HTTPS://example.org/?a=1&b=<2>", "phone": "555-0100"},
        {"name": "Doña Inés & Sons", "phone": "0555"},
        {"name": "A council whom nobody calls"},
    ],
    "partner_ask": {"educators": "{{ region }} yes", "workforce": "send one person, with a pencil, to each of the meetings that we hold"},
    "priorities": ["null", "<u>roads</u> & rails"],
    "results": [
        {"text": "*firms* with <u>a plan</u>", "share": "40", "year": "2026", "source": "Board: survey", "url": "https://example.org/a"},
        {"text": "more", "share": "0"}, {"text": "x", "source": "{{ 1 }}"}, {"text": "y", "year": "1999"},
    ],
}  # fmt: skip
BARE = {"region": " ʻōkina Valley ", "industry": "wood"}
OWN_WORDS = {
    "results_on_sheets": "both",
    "terms": {"Registered <b>Apprenticeship</b>": "Paid work & classes, under a state agreement {{ 7*7 }}.", "a b": "c"},
    "points": {
        "s10": {"say": "My team leads a business-led [industry] group in [region].", "more": "It is the ${1} Partnership."},
        "s12": {"say": "We each knock on <b>the same</b> doors.", "more": "In [region] that means 400 plants, says [nobody] of [partnership]."},
        "s13": {"more": "They hear from one of us, and then from [convener]."},
        "s16": {"say": "What are state sector partnerships?"},
        "s43": {"say": "Say it to Workforce Developers, Economic Developers and Educators <i>alike</i>."},
        "s44": {"say": {"planning": "[industry] needs workers, in detail you can trust.", "active": "You know what workers the industry needs."}},
        "c01": {"say": "People trust you."}, "c06": {"more": "It takes an hour, *no* more."},
        "s61": {"say": "Every public partner has one shared point of accountability."},
        **{key: {"leave_out": "true", "because": "we say <it> otherwise"} for key in ("s25", "s35", "s37", "s39", "s30", "s31", "s74", "c02", "c03", "c09", "s68", "s36")},
        "n01": {"after": "s47", "for": ["workforce"], "sheets": ["front", "back", "handout"], "say": "Your hours count <here>.", "more": "The state pays since 2026."},
        "n02": {"after": "s31", "for": ["workforce", "economic"], "sheets": ["front", "handout"], "say": "[industry] comes first."},
        "n03": {"after": "s31", "sheets": ["back"], "say": "{{ region }} is for all."},
        "n04": {"after": "c01", "sheets": ["front"], "say": "Churches know whom to call.", "more": "Ask them."},
        "n05": {"after": "s75", "sheets": ["front", "back"], "say": "We bring coffee."},
        "n06": {"after": "s13", "sheets": ["front"], "say": "Six calls a week.", "more": "From six of us."}, "n07": {"after": "s13", "say": "And letters."},
    },
}  # fmt: skip
NOTHING_LEFT = {  # whole lists and quotations go
    "region": "Lane", "industry": "wood", "results_on_sheets": "ours", "results": [{"text": "firms", "year": "2026"}],
    "points": {f"s{number}": {"leave_out": "true", "because": "no"} for number in (*range(10, 16), *range(36, 42), *range(44, 48), 70, 71, 73, 74, 79)} | {key: {"leave_out": "true", "because": "no"} for key in ("s02", "s03", "s04", "s05", "s06", "s18", "s43", "s63", "s64", "s65", "s66", "s72", "c10")},
}  # fmt: skip
VERSIONS = [FULL | MEETINGS | OWN_WORDS | {"stage": stage} for stage in STAGES] + [
    FULL | MEETINGS | {"stage": "active"},
    FULL | PASSED | {"stage": "launch"},
    BARE | UNDATED | {"stage": "active"},
    BARE | {"stage": "launch"},
    NOTHING_LEFT | {"stage": "planning"},
    {"region": "Lane", "stage": "planning"},
]

COMPARED = """([built, versions]) => {
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const LEFT_OUT = built.leftOut.map((row) => row.split(" @"));
  const whole = ["article", "title", 'meta[property="og:title"]', '[data-md-component="toc"]'];

  function said(page, sorted) {
    const parts = [...page.querySelectorAll(whole.join())];
    for (const part of parts) {
      for (const [selector, ...attributes] of LEFT_OUT)
        for (const element of part.querySelectorAll(selector)) {
          if (!attributes.length) element.remove();
          else if (attributes.at(-1) !== "href ../assets") attributes.forEach((one) => element.removeAttribute(one));
          else for (const one of ["src", "href"])
            if (element.hasAttribute(one)) element.setAttribute(one, element.getAttribute(one).replace(/^(\\.\\.\\/)+(?=assets\\/|editions\\.html)/, ""));
        }
      for (const element of sorted ? part.querySelectorAll("*") : []) {
        const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
        if (attributes.length > 1) attributes.forEach((one) => { element.removeAttributeNode(one); element.setAttributeNode(one); });
      }
    }
    return parts.map((part) => part.outerHTML.replace(/\\s+/g, " ").replace(/> </g, "><").replace(/ <\\/(p|div|li|ul|section|span)>/g, "</$1>")).join("\\n");
  }

  const wrong = [];
  const { values, problems } = playbook.check(built.values);
  if (problems.length) return [JSON.stringify(problems)];
  for (const [name, html] of Object.entries(versions)) {
    const pages = [playbook.localize(parse(general[name]), values, () => built.today), parse(html)];
    let [own, published] = pages.map((page) => said(page, false));
    if (own === published && own.includes("<article")) continue;
    [own, published] = pages.map((page) => said(page, true));   // the order of attributes says nothing
    let at = 0;
    while (own[at] === published[at] && at < own.length) at += 1;
    if (at < own.length || at < published.length || !at) wrong.push(`${name}: own: ${own.slice(at - 90, at + 130)} | published: ${published.slice(at - 90, at + 130)}`);
  }
  return wrong;
}"""


GENERAL = Edition("", None, "")
EVERY: Container[str] = ()
FEW = {*PAGES, *(page.url for page in load_pages(ROOT)[0] if page.url.startswith("talking-points/"))}


@pytest.fixture(scope="module")
def browser(chrome, rendered):
    """A browser page with the real scripts, which holds every page of the general edition as text."""
    page = chrome.new_page()
    page.evaluate("window.playbook = {}")
    add_scripts(page, (*RULES, *LOCALIZE))
    page.evaluate("pages => { window.general = pages; }", edition_pages(rendered, GENERAL))
    yield page
    page.close()


def edition_pages(rendered: Rendered, edition: Edition, urls: Container[str] = EVERY) -> dict[str, str]:
    """The pages of an edition by their addresses, as a build writes them; of these addresses alone, if some are given."""
    values = Localization(rendered.order(*{GENERAL, edition}).catalog, edition, rendered.pages.points)
    pages = (page for page in rendered.pages.for_stage(values.stage) if page.source and (urls is EVERY or page.url in urls))
    return {page.url: serialized(localized(page.root, values, page.points)) for page in pages}


def edition_of(folder: Path, slug: str, values: dict) -> Edition:
    """The edition that a region file with these values makes."""
    (folder / f"{slug}.yml").write_text(yaml.safe_dump(values, allow_unicode=True, default_style='"', sort_keys=False), "utf-8")
    region, problems = load_region(folder / f"{slug}.yml", TODAY)
    assert not problems
    return Edition(slug, current(region, TODAY), f"regions/{slug}/")


def published(folder: Path, rendered: Rendered, values: dict, urls: Container[str] = EVERY) -> dict[str, str]:
    """The pages of the edition that a region file with these values makes, without the sheet for now: in the browser it leads to its stage's own."""
    edition = edition_of(folder, "lane", values)
    pages = edition_pages(rendered, edition, urls)
    return {url: html for url, html in pages.items() if edition.stage == next(iter(STAGES)) or (url, edition.stage) not in rendered.pages.current_sheets}


def test_a_page_localized_in_the_browser_is_the_published_page_of_the_same_values(rendered, browser, tmp_path):
    """On every page with values and words of all kinds, at each stage; with other values on one page of each kind, and on all that hold points to say."""
    differing: list[tuple[str, str, str]] = []
    for values in VERSIONS:
        built = {"values": values, "today": TODAY.isoformat(), "leftOut": list(LEFT_OUT)}
        pages = published(tmp_path, rendered, values, EVERY if OWN_WORDS.items() <= values.items() else FEW)
        differing += [(values["region"], values["stage"], one) for one in browser.evaluate(COMPARED, [built, pages])]
    assert not differing, "\n\n".join(map(str, differing[:12])) + f"\n\n{len(differing)} in all"


def test_every_key_that_a_browser_fills_in_is_among_the_values_that_are_compared():
    """A new key is compared with its published words from the day it is there."""
    said = {Region: VERSIONS, Convener: FULL["convener"], Meeting: MEETINGS.values(), Result: FULL["results"]}
    assert said.keys() == {Region, *PARTS} - {Seat, Logo}, "seats and a logo stand in the file alone; say here where the values have another part"
    lacking = {part.__name__: set(keys_of(part)).difference(*values) for part, values in said.items()}
    assert not any(lacking.values()), f"{lacking}: put them into FULL or MEETINGS"


def test_wording_and_times_follow_the_stage_there_and_back(browser):
    """The form shows one stage after the other at the same place."""
    said = browser.evaluate("""stages => {
        const page = new DOMParser().parseFromString(general["team/practice.html"], "text/html").querySelector("article");
        return stages.map(stage => [...playbook.localize(page, { region: "Lane", stage, industry: "wood" }).querySelectorAll("[data-stage-words], [data-said]")].map(part => part.textContent));
    }""", ["launch", "active", "planning", "launch"])  # fmt: skip
    launch, active, planning, again = said
    assert launch == again != active
    assert planning != active and len(launch) > 40


def test_every_mark_of_a_page_is_documented_and_known_to_both_twins(rendered, browser, tmp_path):
    edition = edition_of(tmp_path, "lane", FULL | MEETINGS | OWN_WORDS | {"stage": "launch", "example": "true"})
    documented = set(re.findall(r"data-[a-z]+(?:-[a-z]+)*", marks.__doc__)) | set(re.findall(r'"([a-z-]+)"', marks.__doc__))
    unknown = set()
    for html in [*edition_pages(rendered, GENERAL).values(), *edition_pages(rendered, edition).values()]:
        for element in lxml.html.fromstring(html).iter(etree.Element):
            names = {name for name in element.attrib if name.startswith("data-") and not name.startswith("data-md")}
            block = element.get("data-block", "").partition(":")[0]
            unknown |= names - documented | ({block} - documented - {""}) | ({block} - set(BLOCKS) - {""})
    assert not unknown, "say in playbook/render/marks.py what it is, and fill it in both twins"
    known = browser.evaluate("[...playbook.marks.MARKS, ...playbook.marks.BLOCKS]")
    shared, leaves = set(marks.ATTRIBUTES.values()) | set(BLOCKS), set(marks.BROWSER_LEAVES)
    assert set(MARKS) == set(marks.ATTRIBUTES.values()) | {"assets", "address"}
    assert set(known) == shared - leaves and len(known) == len(set(known)) and leaves <= shared
