"""Before a site goes out: what a preview may show and the public must not see is refused, with file, line and key."""

from datetime import date

import pytest

from playbook.check.left_open import is_left_open
from playbook.check.publish_check import gate, publishes
from playbook.files.diagnostics import ProblemsFound
from playbook.model.edition import load_catalog
from tests.support.project import ROOT, TODAY, call
from tests.support.small_playbook import small

GOOD = """\
region: Lane County
industry: wood products
stage: active
convener:
  - name: Lane Board
    email: call@lane-board.org
"""
DAY = date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One small playbook; each test writes its region and site.yml anew."""
    return small(tmp_path_factory.mktemp("gate") / "fork")


def said(project, region: str, site: str = "") -> list[str]:
    (project / "regions/lane.yml").write_text(region, "utf-8")
    (project / "site.yml").write_text(site, "utf-8")
    return [str(problem) for problem in gate(project, load_catalog(project, DAY), DAY)]


def told(project, region: str, site: str = "") -> list[str]:
    """Return what is said of files that may not even be read."""
    try:
        return said(project, region, site)
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]


def test_a_filled_edition_may_go_out(project):
    assert said(project, GOOD, "home: lane\nsite_url: https://playbook.lane-board.org/\nfeedback: web@lane-board.org\n") == []
    assert publishes(load_catalog(project, DAY)) == "To be published: the general edition and lane."


def test_the_examples_alone_may_go_out_and_that_is_said():
    catalog = load_catalog(ROOT, DAY)
    assert gate(ROOT, catalog, DAY) == []
    assert publishes(catalog).startswith("To be published: the general edition and the fictional examples (kaohia-coast, ")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (GOOD[GOOD.index("convener") :], "", "regions/lane.yml:1: convener: is required to publish"),
        ("    email: call@lane-board.org\n", "", "regions/lane.yml:4: convener: nobody can be reached"),
        ("call@lane-board.org", "hello@example.org", 'regions/lane.yml:6: convener.1.email: "hello@example.org" is an address of the examples'),
        ("email: call@lane-board.org", 'phone: "(555) 010-0142"', "regions/lane.yml:6: convener.1.phone"),
        ("email: call@lane-board.org", 'phone: "1-555-0142"', "regions/lane.yml:6: convener.1.phone"),
        ("Lane Board", "Pine Valley Workforce Board", "regions/lane.yml:5: convener.1.name"),
        ("Lane County", "pine  valley", "regions/lane.yml:1: region"),
        ("Lane County", "TBD", 'regions/lane.yml:1: region: "TBD" looks like a place to fill in'),
        ("wood products", "XX industry", "regions/lane.yml:2: industry"),
        ("stage: active", "stage: active\nresults: [{text: firms with a shared training plan}]", "regions/lane.yml:4: results.1.text"),
        ("stage: active", "stage: active\npartner_ask: your industry", "regions/lane.yml:4: partner_ask: "),
        ("stage: active", "stage: active\nnext_meeting: {place: 'Grange Hall, Room 2'}", "regions/lane.yml:4: next_meeting.place"),
    ],
)  # fmt: skip
def test_what_is_left_open_or_left_over_is_refused_by_line_and_key(project, before, after, message):
    assert before in GOOD
    found = said(project, GOOD.replace(before, after))
    assert [problem for problem in found if problem.startswith(message)], found
    assert len(found) == 1


@pytest.mark.parametrize(
    ("stage", "meeting", "warnings"),
    [
        (
            "active",
            "next_meeting: {date: 2026-11-22}",
            ["next_meeting.date: 2026-11-22 has passed while stage is still active; pages say “new date to be announced”; write the next date"],
        ),
        (
            "launch",
            "launch_meeting: {date: 2026-11-22}",
            [
                "launch_meeting.date: 2026-11-22 has passed while stage is still launch; pages say “new date to be announced”; write the new date, or set the stage to active"
            ],
        ),
        (
            "planning",
            "launch_meeting: {date: 2026-11-22}",
            [
                "launch_meeting.date: 2026-11-22 has passed while stage is still planning; pages say “new date to be announced”; write the new date, or set the stage to active"
            ],
        ),
        ("launch", "planning_meeting: {date: 2026-11-22}", []),
        ("active", "launch_meeting: {date: 2026-11-22}", []),
        ("active", "next_meeting: {date: 2026-11-23}", []),
        ("planning", "planning_meeting: {place: Library}", []),
    ],
)
def test_a_passed_date_warns_with_line_and_remedy_and_stops_nothing(project, stage, meeting, warnings):
    assert said(project, GOOD.replace("stage: active", f"stage: {stage}\n{meeting}")) == []
    catalog = load_catalog(project, DAY)
    assert [str(warning) for warning in catalog.warnings] == [f"regions/lane.yml:4: {warning}" for warning in warnings]


def test_the_address_of_a_page_warns_where_that_of_the_site_is_asked(project):
    pages = ("regions/lane", "team/invite/", "sheets/", "everything", "talking-points")
    warned = {}
    for end in pages:
        assert said(project, GOOD, f"home:\nsite_url: https://lane.gov/playbook/{end}\n") == [], "a site may be there all the same"
        warned[end] = [str(warning) for warning in load_catalog(project, DAY).warnings]
    ends = {end: end.rstrip("/") for end in pages}
    assert warned == {
        end: [f"site.yml:2: site_url: ends in {name}, as the address of a page of the site does; is the whole site there, or at https://lane.gov/playbook/?"]
        for end, name in ends.items()
    }
    for address in ("https://sheets.lane.gov/", "https://lane.gov/playbook/", "https://regions.lane.gov/", "https://lane.github.io/invite/"):
        said(project, GOOD, f"site_url: {address}\n")
        assert load_catalog(project, DAY).warnings == (), address


NETWORK = ("http://localhost:8000/", "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://10.0.0.5/x", "http://192.168.1.9", "http://172.16.0.1",
           "http://169.254.0.1/", "http://100.64.0.1/", "http://0.0.0.0:8000", "http://intranet/", "https://wiki.lane.local/", "https://x.localhost", "https://nas.lan",
           "https://site.internal/", "https://router.home.arpa/", "https://x.corp", "https://fuzzy-fork-8000.app.github.dev/",
           "https://8000-lane-playbook.gitpod.io", "https://a1b2.ngrok-free.app/", "https://a-b.trycloudflare.com", "https://x-8000.usw2.devtunnels.ms/", "https://lane.127.0.0.1.nip.io/")  # fmt: skip


@pytest.mark.parametrize("key", ["site_url", "repository"])
def test_an_address_of_one_computer_or_network_is_not_published(project, key):
    kept = [address for address in NETWORK if not any(f"site.yml:1: {key}: " in problem for problem in told(project, GOOD, f"{key}: {address}\n"))]
    assert not kept


def test_what_must_not_be_published_is_named_together_with_what_else_is_wrong(project):
    """A convener whose first commit has slips of every kind hears of all of them at once, and of each once."""
    (project / "regions/lane.yml").write_text(GOOD.replace("active", "activ").replace("call@lane-board.org", "hello@example.org\n    phone: TBD"), "utf-8")
    (project / "regions/pine.yml").write_text(GOOD.replace("Lane County", '"[your region]"').replace("wood products", "mining"), "utf-8")
    (project / "regions/oak.yml").write_text("region: Oak\nstage: planning\nconvener: Oak Board\n", "utf-8")
    (project / "site.yml").write_text("", "utf-8")
    done = call(project, "check", "--publish")
    (project / "regions/pine.yml").unlink()
    (project / "regions/oak.yml").unlink()
    assert [line.partition("; ")[0] for line in done.stderr.splitlines()[:-1] if not line.startswith("playbook/content/sources.yml:")] == [
        'regions/lane.yml:3: stage: "activ" is not known',
        'regions/lane.yml:6: convener.1.email: "hello@example.org" is an address of the examples',
        'regions/lane.yml:7: convener.1.phone: "TBD" is not a telephone number',
        'regions/oak.yml:3: convener: "Oak Board" must be keys and values',
        "regions/oak.yml:3: convener: nobody can be reached: add an email, phone or url to a convener (or feedback to site.yml)",
        'regions/pine.yml:1: region: "[your region]" looks like a place to fill in',
    ]


def test_of_many_faults_of_one_kind_in_a_file_a_few_are_told_and_how_many_more(project):
    """The wrong file under a region's name: what else is wrong, there and in other files, is not lost among thousands of lines."""
    rows = "".join(f"row{number}: x\n" for number in range(1000))
    (project / "regions/lane.yml").write_text(f"region: Lane\nstage: activ\n{rows}updated: soon\n", "utf-8")
    (project / "regions/oak.yml").write_text("region: Oak\nstage: activ\n", "utf-8")
    done = call(project, "check")
    (project / "regions/oak.yml").unlink()
    said = [line for line in done.stderr.splitlines() if line.startswith("regions/")]
    assert [line.split(": ")[0] for line in said] == [*(f"regions/lane.yml:{number}" for number in (2, *range(3, 23), 1003)), "regions/oak.yml:2"]
    assert done.returncode == 1 and said[20].endswith("  (and 980 more of this kind, down to line 1002; mend these, then check again)")


OPEN = (
    "[your region]", "[Region]", "[region]", "<your region>", "{region}", "{{ region }}", "<<region>>", "%REGION%", "__region__", "____", "Lane [county name]", "YOUR REGION", "My Region",
    "Your Workforce Board", "Region Name", "Insert name here", "name here", "To be announced", "TBC", "to be determined", "N/A", "???", "[TBD]", "Call ______ at the board", "your_region",
    "Room [insert number]", "[e.g. Lane County]", "PLACEHOLDER", "Lane .... County", "TBA", "Room TBA", "TBC, downtown", "Library (TBA)", "TBA or online", "TBD Workforce Board", "XX County",
)  # fmt: skip
FILLED_IN = (
    "Lane", "The Board of Your County Fair", "Bring one [true] story", "Room 5 [upstairs]", "A < B", "Name Your Own Industry", "Our region", "Titles & Deeds", "N/S Corridor", "Insert Molding",
    "Type A Machines", "Your Town Chamber", "Dates and Figs", "Place of Refuge", "XL Farms", "tell your industry friends", "Yes... and", "What we hear… and do", "TBA Credit Union",
    "Friends of TBA Credit Union", "TBC Bank of Lane", "STBA", "TBAY Works", "Our Lady of Place",
)  # fmt: skip


def test_a_place_to_fill_in_is_refused_as_the_value_of_any_key_and_words_are_not():
    assert [value for value in OPEN if not is_left_open(value)] == []
    assert [value for value in FILLED_IN if is_left_open(value)] == []
    assert (
        not is_left_open("[region]", filled=True) and not is_left_open("In [region] with [convener]", filled=True) and is_left_open("[your line]", filled=True)
    )


def test_a_place_to_fill_in_is_named_in_region_file_site_yml_and_local_page(project):
    more = "program: '[program]'\npriorities: [cold storage, '[your priority]']\npoints:\n  s12: {say: '[your line]', more: 'In [region] that counts.'}\n"
    page = project / "docs/local/bus.md"
    page.write_text("---\ntitle: '[Title]'\ndescription: Words.\norigin: local\nreviewed: 2026-11-01\nauthor: Your name\n---\n\n# Bus\n", "utf-8")
    try:
        found = said(project, GOOD.replace("Lane County", "'[your region]'") + more, "name: '[your site]'\n")
    finally:
        page.unlink()
    places = ("regions/lane.yml:1: region: ", "regions/lane.yml:7: program: ", "regions/lane.yml:8: priorities.2: ", "regions/lane.yml:10: points.s12.say: ", "site.yml:1: name: ",
              "docs/local/bus.md:2: title: ", "docs/local/bus.md:6: author: ")  # fmt: skip
    assert sorted(place for place in places if any(problem.startswith(place) and "a place to fill in" in problem for problem in found)) == sorted(places), found
    assert len(found) == len(places)


def test_an_online_meeting_is_joined_from_everywhere(project):
    meeting = GOOD.replace("stage: active", "stage: active\nnext_meeting: {online: 'https://ADDRESS/j/1'}")
    hosts = [address.split("://")[1].strip("/") for address in NETWORK if "." in address]
    assert [host for host in hosts if not any("next_meeting.online" in problem for problem in said(project, meeting.replace("ADDRESS", host)))] == []


def test_a_convener_is_reached_from_everywhere(project):
    kept = [address for address in NETWORK if not any("regions/lane.yml:7: convener.1.url: " in p for p in told(project, GOOD + f"    url: {address}\n"))]
    assert not kept
    assert any("convener.1.email" in problem for problem in said(project, GOOD.replace("lane-board.org", "mail.lane.local")))


def test_public_addresses_are_published(project):
    for address in (
        "https://lane.gov/playbook",
        "http://8.8.8.8/",
        "https://lane.k12.or.us:8443/a/b/",
        "https://board.github.io/support-team-playbook/",
        "https://xn--doa-8ma.org/",
    ):
        assert said(project, GOOD + f"    url: {address}\n", f"site_url: {address}\n") == []


def test_ordinary_words_are_not_taken_for_examples(project):
    assert (
        said(
            project,
            GOOD.replace("stage: active", "stage: active\nnext_meeting: {place: Library}\npriorities: [cold storage]\npartner_ask: tell your industry friends"),
        )
        == []
    )
    assert said(project, GOOD.replace("Lane County", "Pine Valley, Utah")) == []


def test_what_site_yml_left_over_is_refused_too(project):
    found = said(
        project, GOOD, "home: pine-valley\nsite_url: https://playbook.example.org/\nrepository: https://github.com/example/x\nfeedback: a@example.com\n"
    )
    assert [problem.split(": ")[:2] for problem in sorted(found)] == [
        ["site.yml:1", "home"],
        ["site.yml:2", "site_url"],
        ["site.yml:3", "repository"],
        ["site.yml:4", "feedback"],
    ]
