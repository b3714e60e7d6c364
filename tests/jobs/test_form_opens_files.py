"""A region file opened in the form comes back with what was changed, and otherwise as its writer left it; a broken one is refused by line, and nothing of it runs."""

import difflib
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from playbook.cli.new_region import Answers, write_region_file
from playbook.files.yaml_file import parse_yaml
from playbook.model.folder.published_file import published_script, without_comments
from playbook.model.folder.read_region import RegionReader
from playbook.model.region_file import load_region
from tests.browser.test_own_version import FORM, fill
from tests.files.test_yaml_slips import CUTS, SLIPS
from tests.folders.made import put
from tests.support import chromium
from tests.support.own_version import WORDS, add_scripts
from tests.support.project import ROOT

TODAY = date(2026, 11, 23)
FILE = """\
# yaml-language-server: $schema=../playbook/region.schema.json
# Lane County: what this edition says differently.
stage: launch       # since May
region: Lane County # as said in a sentence

industry: 'wood products'
motto: "grown, here"   # a key of a later version
# partnership:      # not yet
convener:           # who answers
- name: Lane Board  # ask for the desk
  # email: hello@…
  phone: "555-0100" # the desk
-   {name: Chamber, url: "https://example.org/a?b=1#c"}
launch_meeting: {date: 2027-03-04, time: "9:00", timezone: America/Boise, revision: 2, place: 'Hall, Room #200'} # booked
planning_meeting:
    timezone: US/Pacific   # for later
priorities: [cold storage,   # first
  "drivers, with a license"]
results_on_sheets: toolkit
terms: {Registered Apprenticeship: "Paid work & classes."}
points:
  S12: {say: We knock on the same doors., sheets: }
support_team:
  - {sector: Workforce Development, role: core, status: filled} # Ann's agency
  # nobody yet for k12
  - sector: k12
    status: open
logo: {file: lane.svg, alt: Lane makers}
example: false
# the end"""
FILE = FILE.replace(", sheets: }", "}")


@pytest.fixture(scope="module")
def editor(chrome):
    """A bare browser page that reads and edits region files."""
    page = chrome.new_page()
    page.evaluate("window.playbook = {}")
    add_scripts(page, (*WORDS, "region-file/read", "region-file/edit", "region-file/folder"))
    yield page
    page.close()


@pytest.fixture(scope="module")
def form_in_view(chrome, address):
    """A browser page with the empty form open, where a file is chosen or pasted."""
    tab = chromium.Tab(chrome)
    tab.page.goto(f"{address}/{FORM}")
    tab.page.locator(".form-open summary").click()
    expect(tab.page.locator("html.scripts-run")).to_have_count(1)
    yield tab
    tab.context.close()


@pytest.fixture(scope="module")
def form_with_files(chrome, address) -> Iterator[chromium.Tab]:
    """A browser page with the form, in which one file is opened after another: each takes the place of all that stood there."""
    tab = chromium.Tab(chrome)
    tab.page.on("dialog", lambda dialog: dialog.accept())
    tab.page.goto(f"{address}/{FORM}")
    expect(tab.page.locator("html.scripts-run")).to_have_count(1)
    yield tab
    tab.context.close()


@pytest.fixture
def opening(form_with_files) -> Iterator[Page]:
    """The form, for files that it takes."""
    unfold(form_with_files.page)
    yield form_with_files.page
    assert not form_with_files.faults, form_with_files.faults


@pytest.fixture
def refusing(form_in_view) -> Iterator[Page]:
    """The empty form, for files that it refuses: nothing of them may be in it afterward."""
    yield form_in_view.page
    assert not form_in_view.page.locator('[name="region"]').input_value()
    assert not form_in_view.faults, form_in_view.faults


def edited_each(editor, text: str, before: dict, afters: list[dict]) -> list[str]:
    """What becomes of a file by each of several changes, all asked of the browser at once."""
    call = """([text, before, afters]) => afters.map((after) => {
        const read = playbook.regionFile.read(text);
        return read.problems.length ? JSON.stringify(read.problems) : playbook.regionFile.edited({ ...read, text }, before, after, playbook.model.order);
    })"""
    return editor.evaluate(call, [text, before, afters])


def edited(editor, text: str, before: dict, after: dict) -> str:
    return edited_each(editor, text, before, [after])[0]


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line.rstrip("\r\n") for line in lines if line[0] in "+-"]


def download(page, folder: Path) -> Path:
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download my region file").click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def unfold(page) -> None:
    if page.locator(".form-open details:not([open])").count():
        page.locator(".form-open summary").click()


def paste(page, text: str) -> None:
    unfold(page)
    page.get_by_label("Or paste its text").fill(text)
    page.get_by_role("button", name="Open the text").click()


def leaves(value: object, place: tuple = ()) -> list[tuple]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [leaf for key, one in parts for leaf in leaves(one, (*place, key))] if parts else [place]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["full", "new", *sorted(path.name for path in (ROOT / "examples").glob("*.yml"))])
def test_one_value_changed_changes_one_line_and_is_read_as_it_was_typed(editor, tmp_path, name, end):
    if name == "new":
        made, _ = write_region_file(tmp_path, "lane", Answers("Lane County", "launch", "wood: all of it", "Lane Board"), TODAY)
        text = (tmp_path / made).read_text("utf-8")
    else:
        text = FILE if name == "full" else (ROOT / "examples" / name).read_text("utf-8")
    data = parse_yaml(text, name)[0].data
    text = text.replace("\n", end)
    afters = []
    for *way, last in leaves(data):
        for typed in ("Plain words", "A: b # \"c\" \\ {d}, [e] 'f' – ʻŌhiʻa"):
            after = json.loads(json.dumps(data))
            part = after
            for key in way:
                part = part[key]
            part[last] = typed
            afters.append(after)
    same, *changed = edited_each(editor, text, data, [data, *afters])
    assert same == text
    lines = text.splitlines(keepends=True)
    wrong = []
    for after, new in zip(afters, changed, strict=True):
        now = new.splitlines(keepends=True)
        if (
            len(now) != len(lines)
            or sum(one != other for one, other in zip(lines, now, strict=True)) != 1
            or parse_yaml(new.replace("\r\n", "\n"), name)[0].data != after
        ):
            wrong.append(changed_lines(text, new))
    assert not wrong


CHANGES = {  # what is done to FILE, and the lines that then differ
    "a key more": (lambda v: v | {"state": "Oregon"}, ['+ state: "Oregon"']),
    "a key less": (lambda v: {k: one for k, one in v.items() if k != "industry"}, ["- industry: 'wood products'"]),
    "a key less, which had a comment": (lambda v: {k: one for k, one in v.items() if k != "region"}, ["- region: Lane County # as said in a sentence", "+ # as said in a sentence"]),
    "an item more in braces": (lambda v: v | {"priorities": [*v["priorities"], "roads"]}, ['-   "drivers, with a license"]', '+   "drivers, with a license", "roads"]']),
    "an item more in its own lines": (lambda v: v | {"convener": [*v["convener"], {"name": "A"}]}, ['+ - {name: "A"}']),
    "the first item less": (
        lambda v: v | {"convener": v["convener"][1:]},
        ["- - name: Lane Board  # ask for the desk", "-   # email: hello@…", '-   phone: "555-0100" # the desk', "+ # ask for the desk", "+ # email: hello@…", "+ # the desk"],
    ),
    "a whole list less": (lambda v: {k: one for k, one in v.items() if k != "priorities"}, ["- priorities: [cold storage,   # first", '-   "drivers, with a license"]', "+ # first"]),
    "what only the file knows keeps its part": (
        lambda v: v | {"launch_meeting": {}},
        [
            "- launch_meeting: {date: 2027-03-04, time: \"9:00\", timezone: America/Boise, revision: 2, place: 'Hall, Room #200'} # booked",
            "+ launch_meeting: {revision: 2} # booked",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_comes_and_goes_leaves_comments_order_and_unknown_keys(editor, change):
    do, lines = CHANGES[change]
    known = parse_yaml(FILE, "x")[0].data
    known["launch_meeting"].pop("revision")
    del known["motto"]
    new = edited(editor, FILE, known, do(known))
    assert sorted(changed_lines(FILE, new)) == sorted(lines)
    assert not parse_yaml(new, "x")[1]
    assert set(re.findall("# .*", FILE)) <= set(re.findall("# .*", new)), "no comment is lost"


@pytest.mark.parametrize("text", ["terms:\n  Widget: A part.\n", "terms: {Widget: A part.}\n", ""])
def test_a_term_may_be_called_as_what_every_object_of_a_browser_has(editor, text):
    text = f"region: Lane\nstage: planning\n{text}"
    data = parse_yaml(text, "x")[0].data
    call = """([text, before, after]) => playbook.regionFile.edited({ ...playbook.regionFile.read(text), text }, JSON.parse(before), JSON.parse(after), playbook.model.order)"""
    wrong = []
    for word in ("constructor", "toString", "hasOwnProperty", "valueOf", "__proto__", "__defineGetter__"):
        with_it = data | {"terms": {**data.get("terms", {}), word: "A word of ours."}}
        changed = with_it | {"terms": with_it["terms"] | {word: "Another meaning."}}
        now, new = data, text
        for wanted in (with_it, changed, data):
            new = editor.evaluate(call, [new, json.dumps(now), json.dumps(wanted)])
            now = wanted
            if parse_yaml(new, "x")[0].data != wanted:
                wrong.append((word, new))
    assert not wrong


PUT_OVER = (  # what a list was, what the newer file has, what was typed, what becomes of it, and whether typed words stand in place of newer ones
    ("a", "a b", "A", "A b", False),
    ("a", "b a", "A", "b A", False),
    ("a", "a b", "a c", "a b c", False),
    ("a", "a b", "a b c", "a b c", False),
    ("a", "a b", "", "b", False),
    ("", "b", "c", "b c", False),
    ("a b", "a B", "A b c", "A B c", False),
    ("a b c", "b c", "a b C", "b C", False),
    ("a b c", "c a b", "a B c", "c a B", False),
    ("a", "", "A", "A", True),
    ("a b", "@ b c", "A b", "A b c", True),
    ("a", "@ b", "A", "A b", True),
)


def test_what_was_typed_is_put_over_a_newer_file_item_by_item(editor):
    call = "([newer, before, typed]) => { const over = []; return [playbook.regionFile.carried(newer, before, typed, over), over]; }"
    wrong = []
    for row in PUT_OVER:
        for key, item in (("priorities", str), ("convener", lambda name: {"name": name})):
            was, now, typed, wanted = ({key: [item(one) for one in said.split()]} if said else {} for said in row[:4])
            found = editor.evaluate(call, [now, was, typed])
            if found != [wanted, [key] if row[4] else []]:
                wrong.append((row, found))
    assert not wrong


def test_a_file_opened_in_the_form_comes_back_with_one_line_changed_and_the_build_takes_it(opening, tmp_path):
    fill(opening, {"region": "Elsewhere", "state": "Ohio", "convener.1.name": "x"})
    written = tmp_path / "lane-county.yml"
    written.write_text(FILE, "utf-8")
    opening.get_by_label("Choose the file").set_input_files(written)
    expect(opening.locator(".form-opened")).to_contain_text("lane-county.yml is open")
    expect(opening.locator(".form-opened")).to_contain_text("For pages to say it on this device, press “Save on this device,” too.")
    expect(opening.locator(".form-opened")).to_contain_text("The form does not know motto (line 7)")
    expect(opening.locator('[name="state"]')).to_have_value("")
    expect(opening.locator(".form-preview")).to_contain_text("Lane County")
    (tmp_path / "as-it-was").mkdir()
    assert download(opening, tmp_path / "as-it-was").read_text("utf-8") == FILE, "what is not changed comes back sign by sign"
    fill(opening, {"launch_meeting.place": "Grange Hall"})
    (tmp_path / "regions").mkdir()
    new = download(opening, tmp_path / "regions")
    assert new.name == "lane-county.yml"
    assert changed_lines(FILE, new.read_text("utf-8")) == [
        "- launch_meeting: {date: 2027-03-04, time: \"9:00\", timezone: America/Boise, revision: 2, place: 'Hall, Room #200'} # booked",
        "+ launch_meeting: {date: 2027-03-04, time: \"9:00\", timezone: America/Boise, revision: 2, place: 'Grange Hall'} # booked",
    ]
    new.write_text(new.read_text("utf-8").replace('motto: "grown, here"   # a key of a later version\n', "").replace("logo:", "# logo:"), "utf-8")
    region, problems = load_region(new, TODAY)
    assert problems == []
    assert (region.launch_meeting.place, region.launch_meeting.revision, region.support_team[0].sector) == ("Grange Hall", 2, "workforce")


def test_the_audiences_of_a_file_come_back_as_they_were_and_the_form_says_so(opening, tmp_path):
    text = (
        "region: Lane County\nstage: planning\nstate: Oregon\naudiences:   # two of our own\n  business: {}\n"
        '  labor: {label: "Labor unions", like: community, points: {n01: {after: c03, say: "Good jobs stay."}}}\nupdated: 2026-11-20\n'
    )
    written = tmp_path / "lane-county.yml"
    written.write_text(text, "utf-8")
    opening.get_by_label("Choose the file").set_input_files(written)
    expect(opening.locator(".form-opened")).to_contain_text("The form has no field for audiences (line 4); that stays in the file as it is.")
    expect(opening.get_by_label("Labor unions")).to_be_disabled()
    fill(opening, {"state": "Washington"})
    (tmp_path / "regions").mkdir()
    new = download(opening, tmp_path / "regions")
    assert changed_lines(text, new.read_text("utf-8")) == ["- state: Oregon", "+ state: Washington"]
    region, problems = load_region(new, TODAY)
    assert not problems and list(region.audiences) == ["business", "labor"]


OFFERS = (  # what a file says, the boxes that are pressed, the audiences that it then has, and the lines that change
    ("", ["labor"], ["labor"], ["+ audiences:", '+   - "labor"']),
    ("audiences: [labor]   # since May\n", [], ["labor"], []),
    ("audiences: labor\n", ["business"], ["labor", "business"], None),
    ("audiences:\n  - labor\n  - business\n", ["labor"], ["business"], ["-   - labor"]),
    ("audiences: [business]\n", ["business"], [], None),
)


def test_the_audiences_that_the_playbook_offers_are_boxes_of_the_form(opening, tmp_path):
    wrong = []
    for said, pressed, wanted, lines in OFFERS:
        text = f"region: Lane County\nstage: planning\n{said}updated: 2026-11-20\n"
        paste(opening, text)
        for key in ("business", "labor"):
            box = opening.locator(f'[name="audiences.{key}"]')
            expect(box).to_be_checked(checked=key in said)
            if key in pressed:
                box.evaluate("box => box.click()")
        new = download(opening, tmp_path)
        region, problems = load_region(new, TODAY)
        changed = changed_lines(text, new.read_text("utf-8"))
        if problems or list(region.audiences) != wanted or lines not in (None, changed):
            wrong.append((said, changed, problems))
    assert not wrong


def test_seats_and_logo_are_edited_in_the_form_and_go_into_the_file(opening, tmp_path):
    paste(opening, FILE.replace('motto: "grown, here"   # a key of a later version\n', ""))
    fill(opening, {"logo.alt": "Makers of Lane", "support_team.2.organization": "Lane Schools"})
    opening.locator('[name="support_team.2.status"]').select_option("asked")
    opening.locator('[data-list="support_team"] .form-add').click()
    opening.locator('[name="support_team.3.sector"]').select_option("labor")
    (tmp_path / "regions").mkdir()
    new = download(opening, tmp_path / "regions")
    text = new.read_text("utf-8")
    assert "logo: {file: lane.svg, alt: Makers of Lane}\n" in text
    assert '  # nobody yet for k12\n  - sector: k12\n    status: asked\n    organization: "Lane Schools"\n  - sector: labor\nlogo:' in text
    seats = parse_yaml(text, "x")[0].data["support_team"]
    assert [seat["sector"] for seat in seats] == ["Workforce Development", "k12", "labor"]


def test_seats_ticked_on_this_device_stand_in_the_form(page, address, tmp_path):
    page.goto(f"{address}/team/roster.html")
    page.locator(".seat-boxes input").first.check()
    page.goto(f"{address}/{FORM}")
    fill(page, {"region": "Lane", "stage": "planning"})
    expect(page.locator('[name="support_team.1.sector"]')).not_to_have_value("")
    region, problems = load_region(download(page, tmp_path), TODAY)
    assert problems == []
    assert len(region.support_team) == 1


def test_a_broken_file_is_refused_by_line_with_all_that_is_wrong_and_the_form_stays_as_it_was(opening):
    fill(opening, {"region": "Elsewhere"})
    paste(opening, " \n")
    expect(opening.locator(".form-open-wrong")).to_have_text("Paste the text first.")
    expect(opening.get_by_label("Or paste its text")).to_be_focused()
    paste(
        opening,
        "region: a: b\nstage:\nconvener:\n  - {name Lane}\n  - {name: [}\nplanning_meeting:\n  date: 2027-01-14\n  date: 2027-01-15\nlaunch_meeting: {date: 3/4/2027}\n",
    )
    told = opening.locator(".form-open-wrong")
    expect(told).to_be_focused()
    expect(told).to_contain_text("The text was not opened, and the form is as it was.")
    lines = told.locator("li").all_inner_texts()
    assert [line.partition(":")[0] for line in lines] == ["Line 1", "Line 2", "Line 4", "Line 5", "Line 8", "Line 9"], lines
    assert 'launch_meeting.date: "3/4/2027" is not a date' in lines[-1], "what can be read is held against the rules, too"
    paste(opening, "region: Lane\nstage: launch\nplanning_meeting:\n  date: 3/4/2027\n  place: x\nconvener:\n- name: A\n- email: b\n")
    expect(told.locator("li").first).to_contain_text('Line 4: planning_meeting.date: "3/4/2027" is not a date; write it like 2027-01-14')
    assert told.locator("li").all_inner_texts()[1:] == [
        "Line 8: convener.2.email: \"b\" is not an e-mail address; write one like hello@example.org.", "Line 8: convener.2.name: is required; add it.",
        "Line 2: industry: needs an industry, since its stage is launch; add one.",
    ]  # fmt: skip
    paste(opening, "# Lane\nregion: Lane\nstage: launch\n")
    expect(told.locator("li")).to_have_text(["Line 3: industry: needs an industry, since its stage is launch; add one."])
    assert opening.locator('[name="region"]').input_value() == "Elsewhere"


def test_every_slip_that_the_check_names_is_refused_by_the_form_on_the_same_line(refusing):
    rows = [(text, str(line)) for text, line, *_ in CUTS] + [(text, said.split(":")[1]) for text, said in SLIPS if said.split(":")[1].isdigit()]
    told = refusing.evaluate(
        """texts => texts.map(text => {
            document.querySelector("#f-open-text").value = text;
            document.querySelector(".form-open-text").click();
            return [...document.querySelectorAll(".form-open-wrong li")].map(item => item.textContent);
        })""",
        [text for text, _ in rows],
    )
    alike = {said for _, said in SLIPS if " curly; use straight ones, like" in said or ": a comma is missing before " in said}
    assert len(alike) == 4
    words = [said.split(": ", 1)[1].removeprefix("cannot be read as YAML: ").removeprefix("priorities.1: ") for said in alike]
    assert not [one for one in words if not any(one in line for lines in told for line in lines)], "with the same remedy"
    pairs = zip(rows, told, strict=True)
    assert not [(text, line, said) for (text, line), said in pairs if not any(one.startswith(f"Line {line}: ") and len(one) > 20 for one in said)]


REFUSED = (  # a file’s name, its bytes, what the form says
    ("a.yml", b"PK\x03\x04rest", "is a Word or ZIP file"),
    ("a.yml", b"{\\rtf1 x}", "is an RTF file"),
    ("a.yml", "region: Doña\nstage: planning\n".encode("cp1252"), "is not UTF-8 text"),
    ("a.yml", "region: Lane\nstage: planning\n".encode("utf-16"), "is not UTF-8 text"),
    ("a.yml", b"region: Lane\x00\nstage: planning\n", "Line 1: holds U+0000"),
    ("a.yml", b"region: Lane\nstage: planning\n" + b"# x\n" * 20_000, "more than 64 KB"),
    ("a.yml", b"[" * 60_000, "Line 1: "),
    ("a.yml", b"region: " + b"[" * 60_000, "nests values more than 12 deep"),
    ("a.yml", b"a" + b" " * 60_000, "has no colon"),
    ("a.yml", b"".join(b"k%d:\n" % number for number in range(9_000)), "has no value"),
    ("a.yml", b"&a region: *a\nstage: planning\n", "Line 1: "),
    ("a.yml", b"region: !!js/function 'function(){}'\nstage: planning\n", "a value begins with !"),
    ("a.yml", b"__proto__: {stage: planning}\nconstructor: x\nregion: Lane\n", "stage: is required"),
    ("a.yml", b"region: Lane\nstage: planning\npoints:\n  s12: {say: One.}\n  S12: {say: Two.}\n", 'Line 5: points.S12: is the same point as "s12"; keep one'),
    ("empty.yml", b"", "region: is required"),
    ("scan.pdf", b"%PDF-1.7", "scan.pdf was not opened, and the form is as it was. This is why:\n\nIt is a PDF file."),
    ("photo.jpg", b"\xff\xd8\xff\xe0", "photo.jpg was not opened, and the form is as it was. This is why:\n\nIt is a picture. A region file is plain text, and its name ends in .yml."),
    ("IMG 1.HEIC", b"\0\0\0\x18ftypheic", "IMG 1.HEIC was not opened"),
    ("notes.txt", b"Call Ann", "notes.txt was not opened"),
)  # fmt: skip


def chosen(page, name: str, content: bytes):
    """Choose a file in the form; return what is told of it, once something is."""
    told = page.locator(".form-open-wrong")
    told.evaluate("told => told.replaceChildren()")
    page.get_by_label("Choose the file").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
    expect(told).not_to_be_empty()
    return told


def test_hostile_and_foreign_files_are_refused_as_what_they_are(refusing):
    told = {(name, content[:40]): (said, chosen(refusing, name, content).inner_text()) for name, content, said in REFUSED}
    assert not {file: texts for file, texts in told.items() if texts[0] not in texts[1]}


COMPLETED = (
    ("lane-food.yml", "region: Lane\nstage: active\nindustry: food\nconvener+: {name: College}\n", "Line 4: convener+ adds to what _all.yml of the folder gives."),
    ("lane-food.yml", "region: Lane\nstage: active\nindustry: food\npriorities+:\n- drivers\n", "Line 4: priorities+ adds to what _all.yml of the folder gives."),
    ("_all.yml", "region: Lane\nstage: active\nindustry: food\n", "It holds no region of its own, but what all files of a folder begin with."),
    ("a.yml", "state: Oregon\nconvener: {name: Board}\n", "It holds no region of its own, but what all files of a folder begin with."),
    ("lane-food.yml", "region: Lane\nindustry: food\n", "Line 1: stage: is required; add it."),
    ("lane-food.yml", "# It begins with regions/lane/_all.yml\nregion: Lane\nstage: active\n", "Line 3: industry: needs an industry, since its stage is active; add one."),
)  # fmt: skip


def test_a_file_that_another_one_completes_is_not_opened_and_the_form_says_where_to_change_it(refusing):
    for name, text, said in COMPLETED:
        told = chosen(refusing, name, text.encode())
        expect(told.locator("li"), text).to_have_text([said])
        expect(told, text).to_contain_text("The form sees one file and not the other. Choose both files at once")
        expect(told, text).to_contain_text("Or change it where it lies in your copy of the project")


FOLDER = """\
# What all partnerships of Lane begin with.
state: Oregon
stage: launch
convener: {name: Lane Board, phone: "555-0100"}
next_meeting: {time: "09:00", timezone: America/Boise, place: Old Hall}
points:
  s12: {say: We knock on the same doors., more: Often.}
support_team:
  - {sector: workforce, role: core, status: filled}
logo: {file: lane.svg, alt: Lane makers}
"""
IN_FOLDER = """\
# Food makers of Lane.
region: Lane County   # as said
industry: food        # since May
next_meeting:
  date: 2027-03-04    # booked
points:
  S35: {leave_out: true, because: we show our own}
# the end
"""


def test_an_edition_and_the_file_of_its_folder_are_opened_together_and_only_the_editions_own_changes(opening, tmp_path):
    """Both fill the form; what is changed goes into the edition's file, whose comments stay, and the build reads the two as the form showed them."""
    folder = tmp_path / "regions/lane"
    folder.mkdir(parents=True)
    for name, text in (("_all.yml", FOLDER), ("lane-food.yml", IN_FOLDER), ("other.yml", FILE)):
        (folder / name).write_text(text, "utf-8")
    chosen = opening.get_by_label("Choose the file")
    chosen.set_input_files([folder / "other.yml", folder / "lane-food.yml"])
    expect(opening.locator(".form-open-wrong li")).to_contain_text("Open two editions one after the other")
    chosen.set_input_files([folder / "lane-food.yml", folder / "_all.yml"])
    expect(opening.locator(".form-opened")).to_contain_text("_all.yml of its folder counts, too, and stays as it is")
    shown = {
        "state": "Oregon", "convener.1.name": "Lane Board", "next_meeting.time": "09:00", "next_meeting.timezone": "America/Boise",
        "next_meeting.date": "2027-03-04", "next_meeting.place": "Old Hall", "support_team.1.sector": "workforce", "logo.alt": "Lane makers",
    }  # fmt: skip
    assert {key: opening.locator(f'[name="{key}"]').input_value() for key in shown} == shown
    assert opening.locator('[name="stage"]:checked').input_value() == "launch"
    (tmp_path / "as-it-was").mkdir()
    assert download(opening, tmp_path / "as-it-was").read_text("utf-8") == IN_FOLDER, "what is not changed comes back sign by sign"
    fill(opening, {"next_meeting.place": "Grange Hall", "convener.1.phone": "555-0199", "logo.alt": "Makers", "points.s12.say": "We go together."})
    opening.locator('[name="support_team.1.status"]').select_option("asked")
    new = download(opening, folder)
    assert new.name == "lane-food.yml" and set(re.findall("# .*", IN_FOLDER)) <= set(re.findall("# .*", new.read_text("utf-8")))
    changed = changed_lines(IN_FOLDER, new.read_text("utf-8"))
    assert (
        not [line for line in changed if line.startswith("-")] and '+   place: "Grange Hall"' in changed and not [line for line in changed if "state" in line]
    )
    (folder / "other.yml").unlink()
    (folder / "lane.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "utf-8")
    region, problems = load_region(new, TODAY, RegionReader(tmp_path))
    assert problems == [] and (region.next_meeting.place, region.next_meeting.timezone, region.state) == ("Grange Hall", "America/Boise", "Oregon")
    assert (region.convener[0].phone, region.logo.alt, region.support_team[0].status, set(region.points)) == ("555-0199", "Makers", "asked", {"s12", "s35"})
    assert (region.points["s12"].say, region.points["s12"].more) == ({"": "We go together."}, {"": "Often."}), "a point of the folder comes whole"
    (folder / "other.yml").write_text(FILE, "utf-8")
    (folder / "_all.yml").write_text(FOLDER.replace("555-0100", "none"), "utf-8")
    unfold(opening)
    (tmp_path / "lane-food.yml").write_text(IN_FOLDER.replace("2027-03-04", "3/4/2027"), "utf-8")
    chosen.set_input_files([folder / "_all.yml", tmp_path / "lane-food.yml"])
    expect(opening.locator(".form-open-wrong li")).to_have_text(
        [re.compile(r"_all\.yml, line 4: convener\.phone: "), re.compile(r"Line 5: next_meeting\.date: ")]
    )
    assert opening.locator('[name="state"]').input_value() == "Oregon", "the form is as it was"
    chosen.set_input_files(folder / "other.yml")
    expect(opening.locator(".form-opened")).to_contain_text("other.yml is open")
    assert opening.locator('[name="state"]').input_value() == "", "the edition after it begins anew"
    assert download(opening, tmp_path / "as-it-was").read_text("utf-8") == FILE


PUBLISHED = """\
# yaml-language-server: $schema=../playbook/region.schema.json
region: Lane County
stage: planning   # Ann wants to wait
# ours alone
industry: "wood # 2"
motto: grown here
priorities: [roads]
points:
  n01: {after: s47, say: We start small.}   # Ann's
  n02: {after: s47, say: We share a van.}
"""


def test_a_site_holds_its_files_without_their_comments_and_they_say_the_same(tmp_path):
    noted = PUBLISHED.replace("schema.json", "schema.json, says Ann", 1)
    written = put(tmp_path, {"regions/oregon/_all.yml": f"# Ann pays\n{FOLDER}", "regions/oregon/lane.yml": noted})
    published = published_script(written, "regions/oregon/lane.yml")
    assert "555-0100" in published and "Ann" not in published and '"gone": [[1, 4], [1, 2]]' in published, "which lines are missing"
    examples = [file.read_text("utf-8") for file in (ROOT / "examples").glob("*.yml")]
    for text in (FILE, FOLDER, IN_FOLDER, PUBLISHED, "# all\n# of it", "", "a: b # c # d\n", *examples):
        bare = without_comments(text)
        assert parse_yaml(bare, "x")[0].data == parse_yaml(text, "x")[0].data and without_comments(bare) == bare
        assert set(re.findall("(?:^|[ \t])(# .*)", bare, re.MULTILINE)) <= {PUBLISHED.splitlines()[0], '# 2"'}


def test_the_file_of_an_edition_is_opened_from_its_site_and_keeps_its_notes_once_it_is_pasted(page, address, tmp_path):
    """The page of an example, as that of a real edition has it."""
    edition = f"{address}/regions/pine-valley/{FORM}"
    written = put(tmp_path, {"regions/lane.yml": PUBLISHED.replace("wood # 2", "wood")})
    page.route(edition, lambda route: route.fulfill(body=route.fetch().text().replace("edition-example", ""), content_type="text/html"))
    page.route(
        "**/regions/pine-valley/localize/region-file.js",
        lambda route: route.fulfill(body=published_script(written, "regions/lane.yml"), content_type="text/javascript"),
    )
    page.goto(edition)
    page.get_by_role("button", name="Open the file of this edition").click()
    expect(page.locator(".form-opened")).to_contain_text("regions/lane.yml is open, as this site was last built from it: its values stand in the form.")
    expect(page.locator(".form-opened")).to_contain_text("Its notes (what stands behind a #) are not published, so they are missing here.")
    expect(page.locator(".form-opened")).to_contain_text("The form does not know motto (line 6)")  # of the file, not of what the site holds of it
    expect(page.locator('[name="industry"]')).to_have_value("wood")
    fill(page, {"region": "Lane"})
    assert changed_lines(without_comments(PUBLISHED).replace("wood # 2", "wood"), download(page, tmp_path).read_text("utf-8")) == [
        "- region: Lane County",
        "+ region: Lane",
    ]
    expect(page.locator(".form-file .tools-said")).to_contain_text("The notes of your file are not in it")
    fill(page, {"points.n01.say": "We start tiny.", "priorities.1": "Good roads"})
    newer = PUBLISHED.replace("  n01: {after: s47, say: We start small.}   # Ann's\n", "").replace("[roads]", "[roads, drivers]")
    paste(page, newer)
    expect(page.locator('[name="region"]')).to_have_value("Lane")  # what was typed before stays
    expect(page.locator(".form-opened")).to_contain_text(
        "Where both changed, what you typed stands in place of what the file has now, or has no longer: points.n01."
    )
    expect(page.get_by_role("group", name="N01")).to_contain_text("after S47")
    page.get_by_role("button", name="Remove: N01").click()
    expect(page.locator('[name="industry"]')).to_have_value("wood # 2")  # the file was changed after the site was built
    expect(page.locator(".form-opened")).to_contain_text("It has changed since this site was built. What you typed here stays")
    expect(page.locator(".form-opened")).not_to_contain_text("notes")
    new = download(page, tmp_path)
    assert new.name == "lane.yml" and changed_lines(newer, new.read_text("utf-8")) == [
        "- region: Lane County", "+ region: Lane", "- priorities: [roads, drivers]", "+ priorities: [Good roads, drivers]",
    ]  # fmt: skip
    page.get_by_role("button", name="Save on this device").click()
    expect(page.locator(".form-said")).to_contain_text("Saved")
    page.get_by_role("button", name="Close the file").click()
    expect(page.locator(".form-opened")).to_be_empty()
    expect(page.locator('[name="region"]')).to_have_value("Lane")  # the version that was saved meanwhile
    expect(page.locator('[name="industry"]')).to_have_value("wood # 2")


def test_a_file_of_a_folder_that_is_whole_opens_with_a_note_and_keeps_what_it_has(opening, tmp_path):
    text = "# yaml-language-server: $schema=../../playbook/region-in-folder.schema.json\nregion: Lane\nstage: planning\nupdated: 2026-11-20\n"
    paste(opening, text)
    expect(opening.locator(".form-opened")).to_contain_text(
        "It lies in a folder with _all.yml. What is empty in the form may stand there, and what you fill in counts instead."
    )
    fill(opening, {"region": "Lane County"})
    assert changed_lines(text, download(opening, tmp_path).read_text("utf-8")) == ["- region: Lane", "+ region: Lane County"]


def test_markup_in_a_file_stays_text_and_nothing_of_it_runs_or_leaves_the_device(opening, tmp_path):
    hostile = "<img src=x onerror=alert(1)>"
    sent = []
    opening.on("request", lambda request: sent.append(request.url))
    text = f"region: {hostile}\nstage: planning\n{json.dumps(hostile)}: x\n__proto__: {{a: b}}  # {hostile}\n"
    opening.get_by_label("Choose the file").set_input_files({"name": f"{hostile}.yml".replace("/", ""), "mimeType": "text/plain", "buffer": text.encode()})
    expect(opening.locator(".form-opened")).to_contain_text(f"The form does not know {hostile} (line 3), __proto__ (line 4)")
    assert opening.locator('[name="region"]').input_value() == hostile
    assert opening.locator("article img[src=x]").count() == 0
    fill(opening, {"state": "Ohio"})
    assert changed_lines(text, download(opening, tmp_path).read_text("utf-8")) == ['+ state: "Ohio"']
    assert [url for url in sent if not url.startswith("blob:")] == []


ZONES = {
    "America/Boise": "America/Boise",
    "America/Indiana/Indianapolis": "America/Indiana/Indianapolis",
    "Pacific/Honolulu": "Pacific/Honolulu",
    "Europe/Berlin": "",
}


def test_the_time_zone_is_that_of_the_device_among_those_the_model_knows(page, address):
    device = page.context.new_cdp_session(page)
    shown = {}
    for zone in ZONES:
        device.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        page.goto(f"{address}/{FORM}")
        expect(page.locator("html.scripts-run")).to_have_count(1)
        shown[zone] = {select.input_value() for select in page.locator(".form-zone").all()}
    device.detach()
    assert shown == {zone: {known} for zone, known in ZONES.items()}
