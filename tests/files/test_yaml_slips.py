"""What a writer typed is published as typed, or told with file, line, key and remedy: never dropped, joined or read as something else."""

from datetime import date

import pytest

from playbook.content.data_file import held
from playbook.content.front_matter import split
from playbook.content.glossary import GlossaryEntry
from playbook.files.yaml_file import parse_yaml
from playbook.model.region_file import load_region
from playbook.model.site_config import load_site

TODAY = date(2026, 11, 23)
BASE = "region: Lane\nstage: planning\n"


def of_region(folder, text: str) -> tuple[object, list[str]]:
    (folder / "regions").mkdir(exist_ok=True)
    (folder / "regions/x.yml").write_text(text, "utf-8")
    region, problems = load_region(folder / "regions/x.yml", TODAY)
    return region, [str(problem) for problem in problems]


CUT = 'would be left out, as # begins a comment; put the whole value in "quotes"'


CUTS = [  # a value that # would cut, its line and key, and what would be lost
    (BASE + "planning_meeting:\n  place: Center, Room #200, 1500 Main St\n", 4, "planning_meeting.place", "#200, 1500 Main St"),
    (BASE + "planning_meeting:\n  place: #200\n", 4, "planning_meeting.place", "#200"),
    (BASE + "planning_meeting:\n  place:\n    #200 Main St\n  date: 2027-01-14\n", 5, "planning_meeting.place", "#200 Main St"),
    (BASE + "planning_meeting: {date: 2027-01-14, place: Room #200}\n", 3, "planning_meeting.place", "#200}"),
    (BASE + "planning_meeting: {place: Room #200,\n  date: 2027-01-14}\n", 3, "planning_meeting.place", "#200,"),
    (BASE + "planning_meeting: {date: 2027-01-14, place: Room #200\n  }\n", 3, "planning_meeting.place", "#200"),
    (BASE + "priorities: [welding, plant #2\n  ]\n", 3, "priorities.2", "#2"),
    (BASE + "priorities:\n  - welding\n  - plant #2\n", 5, "priorities.2", "#2"),
    (BASE + "priorities:\n- plant #2\n- welding\n", 4, "priorities.1", "#2"),
    (BASE + "priorities:\n  - #2 plant\n", 4, "priorities.1", "#2 plant"),
    (BASE + "convener:\n  - name: Lane\n    phone: 541-683-5001 ext #5\n", 5, "convener.1.phone", "#5"),
    ("region: Lane\n  County #2\nstage: planning\n", 2, "region", "#2"),
    ('region: a "b # c" d\nstage: planning\n', 1, "region", '# c" d'),
    ("region: the 'b # c' d\nstage: planning\n", 1, "region", "# c' d"),
    ("region: the “b # c” d\nstage: planning\n", 1, "region", "# c” d"),
    ("region: Hall (door # left) d\nstage: planning\n", 1, "region", "# left) d"),
    ("region: Hall [door # left]\nstage: planning\n", 1, "region", "# left]"),
    (BASE + 'priorities:\n  - the "b # c" d\n', 4, "priorities.1", '# c" d'),
    ("region: Lane\n  #2 County\nstage: planning\n", 2, "region", "#2 County"),
    ("region: Local # 200\nstage: planning\n", 1, "region", "# 200"),
    ("region: Unit # B, Lane\nstage: planning\n", 1, "region", "# B, Lane"),
    ("region: C #\nstage: planning\n", 1, "region", "#"),
    ("region: Lane #Oregon\nstage: planning\n", 1, "region", "#Oregon"),
    ('region: "Lane" #2\nstage: planning\n', 1, "region", "#2"),
    (BASE + "convener: #the board\n  - name: Lane\n", 3, "convener", "#the board"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "key", "lost"), CUTS)
def test_a_number_sign_that_cuts_a_value_is_told(tmp_path, text, line, key, lost):
    region, found = of_region(tmp_path, text)
    assert region is None
    assert [problem for problem in found if problem.startswith(f"regions/x.yml:{line}: {key}: “{lost}” {CUT}")], found
    assert len(found) == 1


def test_comments_and_number_signs_within_words_and_quotes_stay_as_they_are(tmp_path):
    text = (
        "# a file\n#stage: launch\nregion: C#     # as said: in C#\nstage: planning   # planning | launch\nstate: 'Lane #2' # a state\n"
        "convener:\n  #- name: X\n  # - name: Y\n  - name: Lane   ## 2 of 3\n    #email: a@lane.gov\n    url: https://lane.gov/#200\n#\n"
        "priorities: [ # two\n  welding, # the first\n  'plant #2']\n"
    )
    region, found = of_region(tmp_path, text)
    assert found == []
    assert (region.region, region.state, region.convener[0].url, region.priorities) == ("C#", "Lane #2", "https://lane.gov/#200", ("welding", "plant #2"))


def test_site_yml_front_matter_and_data_files_are_read_as_carefully(tmp_path):
    (tmp_path / "site.yml").write_text("home:\nfeedback: #web@lane.gov\n", "utf-8")
    front = "---\ntitle: Room #200\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n"
    words, problems = parse_yaml("Cluster:\n  definition: Firms #1\n", "glossary.yml")
    found = [*load_site(tmp_path)[1], *split(front, "docs/local/x.md")[3], *held(words, dict[str, GlossaryEntry], GlossaryEntry, "glossary.yml", problems)[2]]
    places = ("site.yml:2: feedback: “#web@lane.gov”", "docs/local/x.md:2: title: “#200”", "glossary.yml:2: Cluster.definition: “#1”")
    assert [str(problem).partition(" would")[0] for problem in found] == list(places)


SLIPS = [  # a slip, and where and how its remedy begins
    ("region: null\nstage: planning\n", 'x.yml:1: region: "null" means “nothing” in YAML; write the region, or put it in "quotes"'),
    (BASE + "state: ~\n", 'x.yml:3: state: "~" means “nothing” in YAML'),
    (BASE + "priorities: [a, null]\n", 'x.yml:3: priorities.2: "null" means “nothing”'),
    (BASE + "convener:\n  - name: Lane\n      phone:555\n", "x.yml:5: convener.1.name: “phone:555” would become part of the value above"),
    ("region: Lane\n  state:Oregon\nstage: planning\n", "x.yml:2: region: “state:Oregon” would become part of the value above"),
    (BASE + "priorities:\n  - a\n   - b\n", "x.yml:5: priorities.1: “- b” would become part of the value above"),
    ('region: "Lane\nstage: planning\nstate: Oregon"\n', "x.yml:1: region: opens a quote that is not closed on its line"),
    ('region: "Lane\nstage: "planning"\n', "x.yml:1: region: opens a quote that is not closed on its line"),
    ("region: {Pine Valley}\nstage: planning\n", "x.yml:1: region: “Pine Valley” stands in { } and has no colon"),
    ("region: {{ region }}\nstage: planning\n", 'x.yml:1: region: begins with two braces; put the value in "quotes"'),
    (BASE + "convener: {name:Lane, phone: 555-0100}\n", "x.yml:3: convener: “name:Lane” needs a blank after its colon"),
    (BASE + "planning_meeting: {place: Hall, Room 2}\n", "x.yml:3: planning_meeting.Room 2: “Room 2” stands after a comma and has no colon"),
    ("region: | #2\n  Lane\nstage: planning\n", "x.yml:1: region: “#2” would be left out"),
    ("region: [Lane]\nstage: planning\n", 'x.yml:1: region: must be one text; put a value with a colon, or one that begins with [ or {, in "quotes"'),
    (BASE + "priorities:\n- Main: 5\n", "x.yml:4: priorities.1: must be one text"),
    (BASE + "convener:\n\u00a0\u00a0- name: Lane\n", "x.yml:4: holds U+00A0 NO-BREAK SPACE where a plain blank belongs"),
    ("region:\u00a0Lane\nstage: planning\n", "x.yml:1: holds U+00A0 NO-BREAK SPACE where a plain blank belongs"),
    (BASE + "convener:\n\u2003name: Lane\n", "x.yml:4: holds U+2003 EM SPACE where a plain blank belongs"),
    (BASE + "convener:\n\t- name: Lane\n", "x.yml:4: cannot be read as YAML: the line begins with a tab; use blanks"),
    ("---\n" + BASE + "---\n", "x.yml:4: “---” ends the file here; delete this line"),
    (BASE + "...\nstate: Oregon\n", "x.yml:3: “...” ends the file here; delete this line"),
    ("```yaml\n" + BASE + "```\n", "x.yml:1: “```yaml” marks code on a web page; delete this line"),
    ("~~~\n" + BASE, "x.yml:1: “~~~” marks code on a web page; delete this line"),
    ("<<<<<<< HEAD\nregion: A\n=======\nregion: B\n>>>>>>> x\n", "x.yml:3: “=======” marks two versions that were not merged"),
    ("region:Lane\nstage: planning\n", "x.yml:1: cannot be read as YAML: “region:” needs a plain colon and a blank after it"),
    (BASE + "planning_meeting:\n  date: 2027-01-14\n  place:Library\n", "x.yml:5: cannot be read as YAML: “place:” needs a plain colon"),
    ("region： Lane\nstage: planning\n", "x.yml:1: cannot be read as YAML: “region：” needs a plain colon"),
    ("region Lane\nstage: planning\n", "x.yml:1: cannot be read as YAML: “region Lane” has no colon"),
    ("region: 'Ohana\nstage: planning\nstate: Hawaii\n", "x.yml:1: cannot be read as YAML: a quote opens here and is not closed"),
    ('region: "Lane\nstage: planning\n', "x.yml:1: "),
    ("region: 'O'Brien'\nstage: planning\n", "x.yml:1: cannot be read as YAML: words follow a closing quote"),
    ('region: "C:\\Users"\nstage: planning\n', "x.yml:1: cannot be read as YAML: \\ in \"double quotes\" begins a code"),
    ('region: "A\\ B\\w"\nstage: planning\n', "x.yml:1: cannot be read as YAML: \\ in \"double quotes\" begins a code"),
    ("region: @home\nstage: planning\n", 'x.yml:1: cannot be read as YAML: a value begins with @; put it in "quotes"'),
    ("region: %5\nstage: planning\n", 'x.yml:1: cannot be read as YAML: a value begins with %; put it in "quotes"'),
    ("region: - Lane\nstage: planning\n", "x.yml:1: cannot be read as YAML: a value begins with “- ”"),
    ("region: > 5\nstage: planning\n", "x.yml:1: cannot be read as YAML: a value begins with | or >"),
    ("region: [Lane\nstage: planning\n", "x.yml:1: cannot be read as YAML: a [ or { opens here and is not closed"),
    ("region: A: B\nstage: planning\n", "x.yml:1: cannot be read as YAML: a value holds a colon and a blank"),
    (" region: A\nstage: planning\n", "x.yml:2: cannot be read as YAML: the line begins further left than those above"),
    (BASE + "convener: Pine Hill Board\n", 'x.yml:3: convener: "Pine Hill Board" must be keys and values; write name: Pine Hill Board on the next line, further right'),
    (BASE + "logo: logo.png\n", 'x.yml:3: logo: "logo.png" must be keys and values; write file: logo.png and alt: … on lines of their own below, further right'),
    (BASE + "planning_meeting: 2027-01-14\n", 'x.yml:3: planning_meeting: "2027-01-14" must be keys and values; write date: 2027-01-14 on the next line, further right'),
    (BASE + "audiences: business:\n", 'x.yml:3: cannot be read as YAML: “audiences: business:” has two keys on one line; begin “business:” on the next line, further right'),
    (BASE + "convener: name: Lane\n", 'x.yml:3: cannot be read as YAML: “convener: name: Lane” has two keys on one line'),
    (BASE + "audiences: [business:]\n", "x.yml:3: cannot be read as YAML: a colon stands after a word in [ ]"),
    (BASE + "priorities:\n  * drivers\n", "x.yml:4: “*” is no hyphen; begin each item of a list with a hyphen and a blank"),
    (BASE + "priorities:\n  1. drivers\n  2. nurses\n", "x.yml:5: priorities: lines 4 to 5 would be joined to one value, “1. drivers 2. nurses”; begin each item of a list"),
    (BASE + "priorities: [drivers] and nurses\n", "x.yml:3: cannot be read as YAML: words follow a closing ] or }"),
    (BASE + "priorities: [drivers,, nurses]\n", "x.yml:3: cannot be read as YAML: a value begins with , ] or }, or a comma stands there too many"),
    ("region: ? Lane\nstage: planning\n", "x.yml:1: cannot be read as YAML: a value begins with “? ”"),
    ("````yaml\n" + BASE + "````\n", "x.yml:4: “````” marks code on a web page; delete this line"),
    (BASE + "* * *\nstate: Oregon\n", "x.yml:3: “* * *” is a line across on a web page; delete it"),
    ("// Lane\n" + BASE, "x.yml:1: begins with //, as comments elsewhere do; here a comment begins with # and a blank"),
    ("<!-- Lane -->\n" + BASE, "x.yml:1: begins with <!--, as comments elsewhere do"),
    ("-----\n" + BASE, "x.yml:1: “-----” is a line across on a web page; delete it"),
    (BASE + "partner_ask: [join]\n", "x.yml:3: partner_ask: this value must be keys and values, like {workforce: …}"),
    (BASE + "support_team: [k12]\n", 'x.yml:3: support_team.1: "k12" must be keys and values; write - sector: k12'),
    (BASE + "results:\n- Firms: 5, and more\n- 'Wages: up'\n", 'x.yml:5: results.2: "Wages: up" must be keys and values; write - text: "Wages: up"'),
    (BASE + "convener:\n- Pine Hill Board\n", 'x.yml:4: convener.1: "Pine Hill Board" must be keys and values; write - name: Pine Hill Board'),
    (BASE + "convener:\n- name: A\n phone: 555-0100\n", "x.yml:5: cannot be read as YAML: a line begins further left or right than those above; begin"),
    (BASE + 'next_meeting:\n  date: 2027-03-11\n place: "Hall, Room #2"\n', "x.yml:5: cannot be read as YAML: a line begins further left or right than those above; begin every key"),
    (BASE + "  industry: wood\n", "x.yml:3: cannot be read as YAML: the line begins further right than “stage:” above, which has a value; begin “industry:” right below it"),
    (BASE + "convener:\n- name: A\n    phone: 555-0100\n", "x.yml:5: cannot be read as YAML: the line begins further right than “name:” above, which has a value; begin “phone:” right below it"),
    (BASE + "convener:\n- name: A\nnext_meeting:\n  date: 2027-01-14\n   place: Hall\n", "x.yml:7: cannot be read as YAML: the line begins further right than “date:” above"),
    ("region: Lane\nstage:planning\n", "x.yml:2: cannot be read as YAML: “stage:” needs a plain colon and a blank after it; write “stage: planning”"),
    (BASE + "next_meeting:\n  place: “Harbor House, Room #2”\n", "x.yml:4: next_meeting.place: “#2”” would be left out, as # begins a comment; the quotes around the value are curly; use straight ones"),
    (BASE + "next_meeting:\n  place: “Hall: Room 2”\n", 'x.yml:4: cannot be read as YAML: the quotes around a value with a colon are curly; use straight ones, like "Hall: Room 2"'),
    (BASE + "convener: {name: “Lane: Board”, email: a@b.org}\n", "x.yml:3: cannot be read as YAML: the quotes around a value with a colon are curly"),
    (BASE + "priorities:\n- “cold: storage”\n", 'x.yml:4: priorities.1: the quotes around a value with a colon are curly; use straight ones, like "cold: storage"'),
    (BASE + "convener: {name: Lane Board email: a@b.org}\n", "x.yml:3: cannot be read as YAML: a comma is missing before “email:”; write “Board, email: …”"),
    (BASE + "points: {s12: {say: \"A\" more: 'B: c'}}\n", "x.yml:3: cannot be read as YAML: a comma is missing before “more:”; write “\"A\", more: …”"),
    (BASE + "points:\n  s12: {say: A}\npoints:\n  s13: {say: B}\n", "x.yml:5: points: stands twice (first on line 3); put what it holds under the first, and take this line away"),
    (BASE + "convener:\n- name: A\nconvener: [{name: B}]\n", "x.yml:5: convener: stands twice (first on line 3); put what it holds under the first"),
    (BASE + "convener:\n- name: 'A'\n phone: 'B' C\n", "x.yml:5: cannot be read as YAML: "),
    ("PK\x03\x04 a Word file\n", "x.yml: is a Word or ZIP file, whatever its name says; save it as plain text"),
    ("{\\rtf1 region: Lane}\n", "x.yml: is an RTF file, whatever its name says"),
]  # fmt: skip


OF_THE_BUILD = [  # the form in a browser has no field for these keys, and leaves them as they are
    (BASE + "audiences:\n  business:\n", "x.yml:3: audiences: has business without keys of its own; to take it as the playbook offers it, write audiences: [business]"),
    (BASE + "audiences: {labor: yes}\n", "x.yml:3: audiences: has labor without keys of its own"),
    (BASE + "audiences:\n  - labor: {ask: join}\n", "x.yml:3: audiences: lists what is more than a name; write “labor: {label: Labor unions, like: community}” below it, without a hyphen"),
    (BASE + "INDUSTRY: wood\n", 'x.yml:3: INDUSTRY: unknown key; did you mean "industry"?'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [*SLIPS, *OF_THE_BUILD])
def test_a_slip_is_told_on_its_own_line_with_its_own_remedy(tmp_path, text, said):
    region, found = of_region(tmp_path, text)
    assert region is None
    assert [problem for problem in found if problem.startswith(f"regions/{said}")], found


BULLETS = [  # a list as word processors and mails write it, and the line and sign of what is told, once and alone
    ("priorities:\n•\ttrain welders\n•\thire drivers\n", 4, "•"),
    ("priorities:\n  • train welders\n  • hire drivers\n", 4, "•"),
    ("priorities:\n•train welders\n", 4, "•"),
    ("priorities:\n• train welders\nstate: Oregon\n", 4, "•"),
    ("priorities: # of 2026\n\n  •\ttrain welders\n", 5, "•"),
    ("priorities:\n*\ttrain welders\n*\thire drivers\n", 4, "*"),
    ("priorities:\n  * train welders\n", 4, "*"),
    ("priorities:\n+ train welders\n", 4, "+"),
    ("priorities:\no\ttrain welders\no\thire drivers\n", 4, "o"),
    ("priorities:\n  o\ttrain welders\n", 4, "o"),
    ("priorities:\n\t•\ttrain welders\n", 4, "•"),
    *((f"priorities:\n  {sign} train welders\n", 4, sign) for sign in "–—·▪‣●○■\u2212\u2010\uf0b7"),
    ("priorities:\n- train welders\n• hire drivers\n– a bus\n", 5, "•"),
    ("priorities:\n  • train: welders first\n", 4, "•"),
    ("convener:\n  – name: Cedar Board\n    email: a@b.org\n", 4, "–"),
    ("convener:\n– name: Cedar Board\n", 4, "–"),
    ("convener:\n– name: Cedar Board\n  email: a@b.org\n– name: Oak Board\n", 4, "–"),
    ("convener:\n  –name: Cedar Board\n", 4, "–"),
    ("convener:\n  •\tname: Cedar Board\n    email: a@b.org\n", 4, "•"),
    ("support_team:\n  — sector: k12\n    status: open\n", 4, "—"),
    ("partner_ask:\n  • join\n", 4, "•"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "sign"), BULLETS)
def test_a_list_with_other_signs_than_hyphens_is_told_once_at_its_first(tmp_path, text, line, sign):
    region, found = of_region(tmp_path, BASE + text)
    assert region is None
    begins = f"regions/x.yml:{line}: “{'U+F0B7' if sign == chr(0xF0B7) else sign}” is no hyphen; begin each item of a list with a hyphen and a blank"
    assert [problem for problem in found if problem.startswith(begins)], found
    assert len(found) == 1 or "partner_ask" in text, found


def test_signs_of_lists_within_texts_stay_as_they_are(tmp_path):
    text = 'points:\n  s12:\n    say: |\n      – We knock, and more:\n      • We ask.\nstate: – Oregon\nindustry: "o\\twood"\nterms:\n  o: "A"\n  "*": B\n'
    found = of_region(tmp_path, BASE + text)[1]
    assert not [problem for problem in found if "hyphen" in problem], found
    assert parse_yaml("a: >-\n  b:\n  * c\nd:\n  •x: 1\n", "x.yml")[0].data["a"] == "b: * c"


def test_slips_of_all_kinds_are_told_at_once_and_what_follows_from_one_is_not(tmp_path):
    text = "```yaml\nregion: “Lane”\nstage: launched\nregoin: x\nplanning_meeting: {place: Room #2\n  }\nstate: ~\nconvener: {name: B, Inc.}\n---\n```\n"
    found = of_region(tmp_path, text)[1]
    assert sorted(int(problem.split(":")[1]) for problem in found) == [1, 2, 3, 4, 5, 7, 8, 9, 10], found


def test_a_value_that_is_typed_the_wrong_way_is_told_with_an_example_and_beside_all_else(tmp_path):
    text = "planning_meeting: 2027-01-14 at 9:00\nconvener: {name: “Lane: Board”}\nstate: ~\nlogo: {file: a.png alt: A}\nregoin: x\n"
    found = of_region(tmp_path, BASE + text)[1]
    like = '{date: 2027-01-14, time: "09:00", timezone: America/Los_Angeles, place: Library}; write those that you know'
    assert f'regions/x.yml:3: planning_meeting: "2027-01-14 at 9:00" must be keys and values, like {like}' in found
    assert sorted(int(problem.split(":")[1]) for problem in found) == [3, 4, 5, 6, 7], found


def test_two_uses_of_signs_that_yaml_keeps_are_told_in_one_run(tmp_path):
    found = of_region(tmp_path, "region: &Co\nstage: planning\nstate: *Oregon\nindustry: !wood\n")[1]
    assert [problem[: len("regions/x.yml:1: uses")] for problem in found] == ["regions/x.yml:1: uses", "regions/x.yml:3: uses", "regions/x.yml:4: uses"]


def test_words_that_yaml_takes_for_something_else_are_published_as_typed(tmp_path):
    text = "region: yes\nstage: planning\nstate: 0123\nindustry: 9:30\npartnership: 1e3\nprogram: 'It''s ~'\nspeaker_role: 2027-01-14\npriorities: [No, =, 0x1F, -1, '#2', \"a: b\"]\n"
    region, found = of_region(tmp_path, text)
    assert found == []
    assert [region.region, region.state, region.industry, region.partnership, region.program, region.speaker_role] == [
        "yes",
        "0123",
        "9:30",
        "1e3",
        "It's ~",
        "2027-01-14",
    ]
    assert region.priorities == ("No", "=", "0x1F", "-1", "#2", "a: b")


@pytest.mark.parametrize(
    ("text", "lines", "key", "joined"),
    [
        ("region: Pine\n  Valley\nstage: planning\n", (1, 2), "region", "Pine Valley"),
        ("region:\n  Pine\n  Valley\nstage: planning\n", (2, 3), "region", "Pine Valley"),
        ("region: Pine\n\n  Valley\n  County\n\n# end\n\nstage: planning\n", (1, 4), "region", "Pine Valley County"),
        (BASE + "state: Oregon\n  + and more\n\n", (3, 4), "state", "Oregon + and more"),
        (BASE + "planning_meeting:\n  place: Hall\n    Room 3\n", (4, 5), "planning_meeting.place", "Hall Room 3"),
        (BASE + 'planning_meeting:\n  date: 2027-01-14\n    time "14:00"\n', (4, 5), "planning_meeting.date", '2027-01-14 time "14:00"'),
        (BASE + "planning_meeting: {place: Hall\n  Room 3}\n", (3, 4), "planning_meeting.place", "Hall Room 3"),
        (BASE + "priorities:\n  - welding\n    plants\n", (4, 5), "priorities.1", "welding plants"),
        (BASE + "priorities: [paper, welding\n  plants]\n", (3, 4), "priorities.2", "welding plants"),
        (BASE + "convener:\n  - name: Lane\n      County\n    phone: 555-0100\n", (4, 5), "convener.1.name", "Lane County"),
    ],
)  # fmt: skip
def test_a_value_that_would_be_joined_with_the_next_line_is_told(tmp_path, text, lines, key, joined):
    region, found = of_region(tmp_path, text)
    assert region is None
    said = f"regions/x.yml:{lines[1]}: {key}: lines {lines[0]} to {lines[1]} would be joined to one value, “{joined}”; write it on one line"
    assert [problem.partition("; or")[0] for problem in found] == [said]


def test_the_next_line_of_front_matter_and_site_yml_is_not_joined_either(tmp_path):
    (tmp_path / "site.yml").write_text("home:\npaper: letter\n  please\n", "utf-8")
    front = "---\ntitle: Room\n  two\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n"
    found = [str(problem).partition(": lines")[0] for problem in [*load_site(tmp_path)[1], *split(front, "docs/local/x.md")[3]]]
    assert found == ["site.yml:3: paper", "docs/local/x.md:3: title"]


def test_a_value_over_two_lines_is_joined_by_a_blank_where_its_writer_says_so(tmp_path):
    for text in ("region: >-\n  Pine\n  Valley\n", 'region: "Pine\n  Valley"\n', "region: |\n  Pine Valley\n"):
        region, found = of_region(tmp_path, text + "stage: planning\n")
        assert (found, region and region.region) == ([], "Pine Valley"), text


def test_comments_after_quotes_and_brackets_that_are_closed_stay_comments(tmp_path):
    text = (
        "region: the 'Pine' (Hill) \"Valley\" # the \"old\" (one) it's\nstage: planning # 'as'\nstate: Hawai'i # it's 'Hawaii'\nprogram: the boys' # girls'\n"
    )
    region, found = of_region(tmp_path, text)
    assert (found, region and region.state) == ([], "Hawai'i")


def test_labels_and_capitals_of_a_choice_are_taken(tmp_path):
    region, found = of_region(
        tmp_path,
        "region: A\nindustry: wood\nstage: Active partnership\nsupport_team: [{sector: K12, role: Wide team, status: On the team}, {sector: Chamber of Commerce}]\n",
    )
    assert found == []
    assert region.stage == "active"
    assert [(seat.sector, seat.role, seat.status) for seat in region.support_team] == [("k12", "wide", "filled"), ("chamber", "core", "open")]
    for word, stage in (
        ("Launch", "launch"),
        ("Launch date set", "launch"),
        ("PLANNING", "planning"),
        ("Emerging", "planning"),
        ("Planning a launch", "planning"),
    ):
        assert of_region(tmp_path, f"region: A\nindustry: wood\nstage: {word}\n")[0].stage == stage
    (tmp_path / "site.yml").write_text("paper: A4\n", "utf-8")
    assert load_site(tmp_path)[0].paper == "a4"


def test_a_sign_typed_moved_or_lost_anywhere_is_told_in_plain_words_at_its_line():
    whole = (
        "region: Pine Hill\nindustry: wood products\nconvener:\n  - name: Pine Hill Board\n    email: call@pine-hill.test\nnext_meeting:\n  date: 2027-03-04\n"
        '  time: "09:00"\n  place: "City Hall"\npriorities:\n  - more welders\n  - "a bus"\npoints:\n  s12: {say: "We knock.", more: "All."}\n'
    )
    lines, wrong = whole.splitlines(), []
    for number, line in enumerate(lines):
        changed = [" " * far + line for far in (1, 2, 3, 4)] + [line[far:] for far in (1, 2, 4) if line.startswith(" " * far)]
        changed += [line.replace(":", "", 1), line[:-1], line.replace("- ", "-", 1), line.replace("- ", "", 1)]
        changed += [one for sign in "@`%&*!|>[]{},?'\"" for one in (line.replace(": ", f": {sign}", 1), sign + line, line + sign)]
        for one in changed:
            found = parse_yaml("\n".join((*lines[:number], one, *lines[number + 1 :])), "x.yml")[1]
            far = (problem for problem in found if "cannot be read" in problem.message and abs(problem.line - number - 1) > 1)
            wrong += [f"{one}: {problem}" for problem in (*far, *(problem for problem in found if "is a value with" in problem.message))]
    assert not wrong


def test_what_keeps_a_file_from_being_read_is_told_of_all_its_blocks_at_once():
    written = (
        "region: Lane County\nindustry: wood\n\tstage: planning\nlaunch_meeting\n  date: 2027-03-04\npartnership: &Co\nplanning_meeting: {place: Hall, Room #200}\n"
        "priorities:\n  - a\n - b\nspeaker_role: the board\n"
    )
    found = {problem.line: problem.message.removeprefix("cannot be read as YAML: ") for problem in parse_yaml(written, "x.yml")[1]}
    assert sorted(found) == [3, 4, 6, 7, 10] and "tab" in found[3] and found[4] == "“launch_meeting” has no colon; write “key: value”"


def test_values_of_what_can_be_read_are_told_beside_what_cannot_and_no_key_is_missed_that_may_stand_there(tmp_path):
    written = (
        "regoin Lane County\nstage: launch\nstate: Oregon: the west\nprogram: ours: too\nindustry: @wood\nconvener:\n- email: x\n- Cedar Board\n"
        "next_meeting: {date: 3/4/2027}\nmotto: we\n"
    )
    found = of_region(tmp_path, written)[1]
    assert sorted(int(problem.split(":")[1]) for problem in found) == [1, 3, 4, 5, 7, 7, 8, 9, 10], found
    assert not [problem for problem in found if "region: is required" in problem or "needs an industry" in problem], found
    assert "regions/x.yml:2: industry: needs an industry, since its stage is launch; add one" in of_region(tmp_path, "region: A: B\nstage: launch\n")[1]
    pasted = of_region(tmp_path, BASE + "convener:\n–\tname: Cedar Board\n\temail: x\npriorities:\n• {{ region }}\n")[1]
    assert sorted(int(problem.split(":")[1]) for problem in pasted) == [4, 5, 7], "a slip that has one remedy hides no other"
