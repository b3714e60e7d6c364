"""Whatever lies in a copy's own files, it is refused by name, all at once, and nothing of it is run, waited for or written elsewhere."""

import os
import re
import struct
import zlib
from datetime import date

import pytest

from playbook.check.folder_lint import ENCLOSURES, docs_problems
from playbook.check.markdown_lint import LONGEST_LINE, MOST_BRACKETS, prose_problems
from playbook.check.source_check import macro_names
from playbook.check.template_lint import expression_problems
from playbook.content.page import load_pages
from playbook.files.file_guard import ENCLOSURE, FACTS, PICTURE, size
from playbook.files.image_file import WIDEST, pixels
from playbook.files.yaml_slips import DEEPEST
from playbook.model.field_types import LONGEST_VALUE
from playbook.model.region_file import load_region, load_regions
from playbook.model.site_config import load_site
from tests.support.hostile import EXPORTED_PICTURES, HARMFUL_PAGES, HARMFUL_PICTURES, ODD_PICTURES
from tests.support.project import ROOT, run
from tests.support.small_playbook import small

TODAY = date(2026, 11, 23)
REGION = "region: Lane\nstage: planning\n"
FRONT = "---\ntitle: A\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def png(width: int) -> bytes:
    """A picture's head and end; nothing between them is looked at."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, 200, 8, 2, 0, 0, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)


@pytest.fixture
def folder(tmp_path):
    """A copy's own folders and nothing else."""
    (tmp_path / "regions").mkdir()
    (tmp_path / "docs/local").mkdir(parents=True)
    return tmp_path


@pytest.fixture(scope="module")
def names() -> set[str]:
    """What pages may call."""
    return macro_names(ROOT)


def of_region(folder, text: str | bytes) -> list[str]:
    (folder / "regions/x.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(problem) for problem in load_region(folder / "regions/x.yml", TODAY)[1]]


def of_page(folder, names: set[str], text: str | bytes) -> list[str]:
    (folder / "docs/local/x.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    pages, problems = load_pages(folder)
    return [str(problem) for problem in (*problems, *(problem for page in pages for problem in (*prose_problems(page), *expression_problems(page, names))))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"[" * 60_000, "x.yml:1: nests values more than 12 deep"),
        (b"{a: " * 16_000, "x.yml:1: nests values more than 12 deep"),
        (b"- " * 30_000, "x.yml:1: nests values more than 12 deep"),
        (b"region: " + b"[" * 30_000 + b"]" * 30_000, "x.yml:1: nests values more than 12 deep"),
        (b"".join(b" " * depth + b"a:\n" for depth in range(300)), "x.yml:13: nests values more than 12 deep"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nregion: [*b, *b]\n", "x.yml:1: uses & or *"),
        ("!!python/object/apply:os.system ['touch owned']\n", "x.yml:1: uses ! at the start"),
        ("region: !!python/object/apply:os.system ['touch owned']\n", "x.yml:1: uses ! at the start"),
        ("<<: {region: Lane}\nstage: planning\n", "x.yml:1: <<: unknown key"),
        (REGION + "---\n" + REGION, "x.yml:3: “---” ends the file here; delete this line"),
        (REGION.encode("utf-16"), "is not UTF-8 text"),
        (REGION.replace("Lane", "Doña").encode("latin-1"), "x.yml:1: is not UTF-8 text"),
        (b"region: a\nstage: plan\0ning\n", "x.yml:2: holds U+0000, which nobody sees"),
        ("region: a\nstage: \u202eplanning\n", "x.yml:2: stage: \"<U+202E>planning\" is not known"),
        ("region: a\u202eb\nstage: planning\n", "x.yml:1: region: \"a<U+202E>b\" holds (U+202E RIGHT-TO-LEFT OVERRIDE)"),
        (REGION + '"\\e[2J\\n::error::x": 1\n', "x.yml:3: <U+001B>[2J ::error::x: unknown key"),
        (REGION + "z" * 5000 + "y\n", "cannot be read as YAML"),
        ("'" + "z" * 500 + "': 1\n" + REGION, "…: unknown key"),
        ("region: Lane\nstage: [planning]\n", "x.yml:2: stage: this value is not known; use one of planning"),
        ("region: Lane\nstage: {planning: 1}\n", "x.yml:2: stage: this value is not known; use one of planning"),
        (REGION + "support_team: {0: {sector: k12}}\n", "x.yml:3: support_team: must be a list"),
        (REGION + "convener: {name: a, url: 'https://['}\n", "x.yml:3: convener.url: \"https://[\" is not a web address"),
        (REGION + "planning_meeting: {timezone: Factory}\n", "x.yml:3: planning_meeting.timezone: \"Factory\" is not a time zone"),
        (REGION + "planning_meeting: {timezone: ../../etc/passwd}\n", "is not a time zone"),
        (REGION + "planning_meeting: {date: 9999-12-31}\n", "x.yml:3: planning_meeting.date: \"9999-12-31\" is not in the years 2000 to 2099"),
        (REGION + "planning_meeting: {revision: " + "9" * 5000 + "}\n", "is not a whole number between 0 and 999"),
        (REGION + "#" * 65_536, "x.yml: is 65 KB; at most 64 KB are taken"),
    ],
)  # fmt: skip
def test_a_region_file_made_to_harm_is_refused_with_its_line(folder, text, said):
    found = of_region(folder, text)
    assert any(said in problem for problem in found), found
    assert all(problem.startswith("regions/x.yml") and problem.isprintable() for problem in found)


def test_a_byte_order_mark_alone_does_no_harm(folder):
    assert of_region(folder, b"\xef\xbb\xbf" + REGION.encode()) == []


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (SVG.format("<script>1</script>"), "(<script>)"),
        (SVG.format('<g onload="alert(1)"/>'), "(onload)"),
        (SVG.format("<foreignObject/>"), "(<foreignObject>)"),
        (SVG.format('<image href="https://example.org/x.png"/>'), "(href to another place)"),
        (SVG.format('<use xlink:href="javascript:alert(1)"/>'), "(href to another place)"),
        (SVG.format('<a><animate attributeName="href" to="x"/></a>'), "(<a>, <animate>, attributeName, to)"),
        (SVG.format("<style>@import 'https://example.org/x.css';</style>"), "(a style that loads (@import))"),
        (SVG.format('<g style="fill: url(https://example.org/x)"/>'), "(a style that loads)"),
        (SVG.format("<style>.a { fill: var(--b) }</style>"), "(var(), which paper cannot draw: write the color itself in its place)"),
        (SVG.format('<g style="--b: red"/>'), "(--b, which paper cannot draw: write the color itself in its place)"),
        (SVG.format("<style>@keyframes a { to { fill: red } } .a { animation: a 1s }</style>"), "(a style that moves (@keyframes), the style animation)"),
        (SVG.format('<style media="(prefers-color-scheme: dark)">.a { fill: red }</style>'), "(media on a style, which paper passes over: write @media ( ) { } within the style)"),
        ('<?xml-stylesheet href="x.css"?>' + SVG.format(""), "(processing instructions)"),
        ('<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("&b;"), "(a document type with definitions of its own, <!DOCTYPE … [ ]>)"),
        ("<html/>", "is not an SVG picture"),
        ("<svg", "is not an SVG picture that can be read"),
        ("", "is not an SVG picture that can be read"),
        (SVG.format("<g/>" * 300_000), "logo.svg: is 2 MB; at most 1 MB are taken"),
    ],
)  # fmt: skip
def test_a_logo_that_runs_or_fetches_is_refused(folder, picture, said):
    (folder / "regions/logo.svg").write_text(picture, "utf-8")
    found = of_region(folder, REGION + "logo: {file: logo.svg, alt: Lane}\n")
    assert len(found) == 1 and found[0].startswith("regions/logo.svg: ") and said in found[0], found


def test_a_plain_logo_is_taken(folder):
    drawn = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + SVG.format(
        '<defs><linearGradient id="g"/></defs><style>.a { fill: url(#g) }</style><use xlink:href="#g"/><path class="a" style="fill: url(#g)" d="M0 0"/>'
    )
    (folder / "regions/logo.svg").write_text(drawn, "utf-8")
    (folder / "regions/logo.png").write_bytes(png(300))
    for name in ("logo.svg", "logo.png"):
        assert of_region(folder, REGION + f"logo: {{file: {name}, alt: Lane}}\n") == []


@pytest.mark.parametrize(
    "letters",
    ['<text font-family="Myriad Pro">Lane</text>', "<text><tspan>Lane</tspan></text>", "<text><textPath href='#a'>Lane</textPath></text>", "<g><text style='font: 9px serif'>&#76;</text></g>",
     "<flowRoot><flowPara>Lane</flowPara></flowRoot>", "<defs><text id='a'>Lane</text></defs><use href='#a'/>"],
)  # fmt: skip
def test_a_logo_draws_no_letters_in_a_font_that_paper_lacks_and_another_picture_may(folder, letters):
    for path in ("regions/logo.svg", "docs/local/map.svg"):
        (folder / path).write_text(SVG.format(letters), "utf-8")
    (found,) = of_region(folder, REGION + "logo: {file: logo.svg, alt: Lane}\n")
    assert found.startswith("regions/logo.svg: draws letters in a font") and "turn its text into paths" in found
    assert docs_problems(folder) == []


@pytest.mark.parametrize("picture", [*HARMFUL_PICTURES, *ODD_PICTURES])
def test_a_picture_holds_nothing_but_a_drawing(folder, picture):
    (folder / "regions/logo.svg").write_text(picture, "utf-8")
    (folder / "docs/local/map.svg").write_text(picture, "utf-8")
    found = [*of_region(folder, REGION + "logo: {file: logo.svg, alt: Lane}\n"), *map(str, docs_problems(folder))]
    assert [problem.partition(": ")[0] for problem in found] == ["regions/logo.svg", "docs/local/map.svg"]
    assert all(problem.isprintable() and ("save it as plain SVG, or as PNG" in problem or "save it again, or as PNG" in problem) for problem in found), found


@pytest.mark.parametrize("program", EXPORTED_PICTURES)
def test_what_drawing_programs_export_is_taken(folder, program):
    (folder / "regions/logo.svg").write_text(EXPORTED_PICTURES[program], "utf-8")
    assert of_region(folder, REGION + "logo: {file: logo.svg, alt: Lane}\n") == []


def test_an_svg_in_another_encoding_is_refused_as_browsers_and_readers_may_differ(folder):
    for text in ("utf-16", "utf-16-le", "utf-7"):
        (folder / "regions/logo.svg").write_bytes(f'<?xml version="1.0" encoding="{text}"?>{SVG.format("")}'.encode(text))
        (found,) = of_region(folder, REGION + "logo: {file: logo.svg, alt: Lane}\n")
        assert found.startswith("regions/logo.svg: is not an SVG picture"), found


@pytest.fixture
def opened_by_itself(tmp_path, chrome):
    """Opens a picture by itself in a browser; returns what it asks for and runs, or nothing when the page has come to rest."""
    context, done = chrome.new_context(), []
    file = tmp_path / "picture.svg"

    def answer(route):
        if route.request.url == file.as_uri():
            route.continue_()
        else:
            done.append(route.request.url)
            route.fulfill(body="")

    def deeds(picture: str, waits: bool) -> list[str]:
        file.write_text(picture, "utf-8")
        done.clear()
        opened = context.new_page()
        opened.on("console", lambda message: done.append(message.text) if message.text == "RUN" else None)
        opened.goto(file.as_uri(), wait_until="load")
        opened.mouse.click(5, 5)
        if not done or waits:
            opened.wait_for_load_state("networkidle")
        opened.close()
        return list(done)

    context.route("**/*", answer)
    yield deeds
    context.close()


def test_each_example_of_a_harmful_picture_does_harm_in_a_browser(opened_by_itself):
    assert [picture for picture in HARMFUL_PICTURES if not opened_by_itself(picture, waits=False)] == []


def test_a_picture_that_is_taken_does_nothing_when_it_is_opened_by_itself(opened_by_itself):
    assert {program: found for program, picture in EXPORTED_PICTURES.items() if (found := opened_by_itself(picture, waits=True))} == {}


@pytest.mark.parametrize(
    "start", [b"\xff\xdb\x00\x43" + b"\1" * 65, b"\xff\xee\x00\x0eAdobe" + b"\0" * 7, b"\xff\xff\xff\xe1\x00\x08Exif\0\0", b"\xff\xed\x00\x04ab", b""]
)
@pytest.mark.parametrize("frame", [0xC0, 0xC2])
def test_a_jpeg_is_good_whatever_its_first_segment_is(folder, start, frame):
    jpeg = b"\xff\xd8" + start + bytes((0xFF, frame)) + struct.pack(">HBHHB", 17, 8, 200, 300, 3) + b"\1\x11\0" * 3 + b"\xff\xd9"
    (folder / "regions/logo.jpg").write_bytes(jpeg)
    assert of_region(folder, REGION + "logo: {file: logo.jpg, alt: Lane}\n") == []
    assert pixels(jpeg) == (300, 200)


LOST = "is a {} picture of which a part is lost or damaged"
JPEG = b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 17, 8, 200, 300, 3) + b"\1\x11\0" * 3


@pytest.mark.parametrize("content", [png(300) + b"more", JPEG + b"\xff\xda\0\x08pixels\xff\xd9\0\0\0"])
def test_what_stands_behind_the_end_of_a_picture_does_no_harm(folder, content):
    (folder / "docs/local" / ("a.png" if content.startswith(b"\x89") else "a.jpg")).write_bytes(content)
    assert docs_problems(folder) == []


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("a.gif", b"GIF89a" + struct.pack("<HH", 60_000, 9), "is 60000 by 9 pixels; make it at most"), ("a.gif", b"GIF89a", "is a damaged GIF picture"),
        ("a.gif", b"GIF8<script>", "is not a GIF picture"), ("a.webp", b"RIFF\0\0\0\0WAVE" + b"\0" * 30, "is not a WebP picture"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\xff\xff\x0f\1\0\0", "is 1048576 by 2 pixels"), ("a.webp", b"RIFF\0\0\0\0WEBPICCP" + b"\0" * 30, "is a damaged WebP"),
        ("a.jpg", b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\0\x09", "is 9 by 65535 pixels"), ("a.jpg", b"\xff\xd8\xff\xda" + b"\0" * 99, "is a damaged JPEG"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\0" * 99, "is a damaged JPEG"), ("a.jpg", b"\xff\xd8" + b"\xff" * 999, "is a damaged JPEG"), ("a.png", png(0), "is a damaged PNG"),
        ("a.png", png(300)[:-1], LOST.format("PNG")), ("a.png", png(300)[:-12], LOST.format("PNG")), ("a.png", png(300).replace(b"\0\0\x01\x2c", b"\0\0\x01\x2d"), LOST.format("PNG")),
        ("a.jpg", JPEG, LOST.format("JPEG")), ("a.jpeg", b"\xff\xd8\xff\xe1\0\6\xff\xd9\0\0" + JPEG[2:] + b"\xff\xda\0\x08pixels", LOST.format("JPEG")),
        ("a.gif", b"GIF89a" + struct.pack("<HH", 9, 9) + b"\0\0\0,pixels", LOST.format("GIF")), ("a.webp", b"RIFF\xff\0\0\0WEBPVP8X" + b"\0" * 8 + b"\1\0\0\1\0\0", LOST.format("WebP")),
    ],
)  # fmt: skip
def test_every_kind_of_picture_is_measured(folder, file, content, said):
    (folder / "docs/local" / file).write_bytes(content)
    (found,) = docs_problems(folder)
    assert str(found).startswith(f"docs/local/{file}: {said}"), found


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<script>", "logo.png: is not a PNG picture, whatever its name says"),
        (png(300)[:12], "logo.png: is a damaged PNG picture"),
        (png(60_000), "logo.png: is 60000 by 200 pixels"),
    ],
)
def test_a_picture_is_what_its_name_says_and_of_a_sensible_size(folder, content, said):
    (folder / "regions/logo.png").write_bytes(content)
    assert any(said in problem for problem in of_region(folder, REGION + "logo: {file: logo.png, alt: Lane}\n"))


def test_no_link_pipe_or_folder_is_opened_in_place_of_a_file(folder):
    secret = folder / "secret"
    secret.write_text(REGION, "utf-8")
    for name in ("regions/link.yml", "regions/logo.png", "site.yml", "docs/local/link.md", "docs/local/link.txt"):
        (folder / name).symlink_to(secret)
    (folder / "docs/local/away").symlink_to(folder.parent)
    (folder / "regions/dangling.yml").symlink_to(folder / "nothing")
    for name in ("regions/pipe.yml", "docs/local/pipe.md", "docs/local/pipe.pdf"):
        os.mkfifo(folder / name)
    (folder / "regions/folder.yml").mkdir()
    (folder / "regions/lane.yml").write_text(REGION + "logo: {file: logo.png, alt: Lane}\n", "utf-8")
    found = {str(problem) for problem in (*load_regions(folder, TODAY)[1], *load_site(folder)[1], *docs_problems(folder))}
    link, pipe = "is a link to another place; put the file itself here", "is a pipe or a device, not a file; remove it"
    linked = ("regions/link.yml", "regions/dangling.yml", "regions/logo.png", "site.yml", "docs/local/link.md", "docs/local/link.txt", "docs/local/away")
    assert found == {
        *(f"{name}: {link}" for name in linked),
        *(f"{name}: {pipe}" for name in ("regions/pipe.yml", "docs/local/pipe.md", "docs/local/pipe.pdf")),
        "regions/folder.yml: is a folder; a file is expected here, give the folder another name",
    }


def test_a_whole_folder_that_leads_elsewhere_is_refused(folder):
    (folder / "regions").rmdir()
    (folder / "regions").symlink_to(folder.parent)
    assert [str(problem) for problem in load_regions(folder, TODAY)[1]] == ["regions/: is a link to another place; put the folder itself here"]


@pytest.mark.parametrize("name", ["../x.svg", "/etc/passwd.svg", "a/b.svg", "..\\x.svg", ".x.svg"])
def test_a_logo_lies_in_its_folder(folder, name):
    (folder / "x.svg").write_text(SVG, "utf-8")
    assert "regions/x.yml:3: logo.file: " in of_region(folder, REGION + f"logo: {{file: '{name}', alt: x}}\n")[0]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("home: ../regions/x", "home"), ("home: /etc", "home"), ("home: [a]", "home"), ("home: X", "home"), ("paper: [a4]", "paper"),
        ("site_url: https://example.net/\"><script>1</script>", "site_url"), ("site_url: https://user:word@example.net/", "site_url"),
        ("repository: https://example.net/?a", "repository"), ("feedback: a@b.c?bcc=d@e.f", "feedback"),
        ("official_logo: {file: ../a.png, sha256: x, received_from: A, received_on: 1}", "official_logo.file"),
        ("official_logo: {file: a.png, sha256: x, received_from: A, received_on: 1700000000}", "official_logo.received_on"),
    ],
)  # fmt: skip
def test_site_yml_leads_nowhere_else_and_becomes_no_markup(folder, said, key):
    (folder / "site.yml").write_text(said + "\n", "utf-8")
    found = [str(problem) for problem in load_site(folder)[1]]
    assert any(problem.startswith(f"site.yml:1: {key}: ") for problem in found), found


def test_names_that_differ_in_capital_letters_or_make_no_address_are_refused(folder):
    for name in ("regions/lane.yml", "regions/LANE.YML", "regions/Lane.yml"):
        (folder / name).write_text(REGION, "utf-8")
    for name in ("a.md", "A.md", "b c.md", "<b>.md", "page.html", "run.js", "old.MD", "\udcff.md"):
        (folder / "docs/local" / name).write_text(FRONT, "utf-8")
    (folder / "docs/caf\udce9.png").touch()
    found = [str(problem) for problem in (*load_regions(folder, TODAY)[1], *docs_problems(folder))]
    for beginning in (
        'regions/LANE.YML: rename it to "LANE.yml"', "regions/Lane.yml: the file's name becomes part of an address",
        "docs/local/a.md: differs from docs/local/A.md only in capital letters", "docs/local/b c.md: its name becomes part of an address",
        "docs/local/<b>.md: its name", "docs/local/<U+DCFF>.md: its name", 'docs/local/old.MD: is no page as long as its name ends in .MD; rename it to "old.md"',
        "docs/local/page.html: is of a kind that does not belong", "docs/local/run.js: is of a kind that does not belong",
        "docs/caf<U+DCE9>.png: its name is not UTF-8 text, so no address leads to it; rename it",
    ):  # fmt: skip
        assert any(problem.startswith(beginning) for problem in found), (beginning, found)
    assert len(found) == 10


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''.__class__.__mro__ }}", "{{ point.func.__globals__ }}", "{{ term['__globals__'] }}", "{{ ''|attr('__class__') }}", "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 999999999999 }}", "{{ point }}", "{{ term(*pages) }}", "{% extends 'main.html' %}", "{% set x %}a{% endset %}", "{% filter upper %}a{% endfilter %}",
        "{% raw %}{{ x }}{% endraw %}", "{# x #}", "<{# x #}b>", "{{- term('champion') -}}", "{{ '<b>' }}", "{{ term('a\\x3cb>') }}", "{{ lipsum() }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{{ term(" * 900 + ") }}", "{{ " + "+".join(["1"] * 9000) + " }}", "{{ " + "9" * 5000 + " }}",
    ],
)  # fmt: skip
def test_a_page_runs_nothing_but_macros_with_plain_words(folder, names, body):
    found = of_page(folder, names, FRONT + body + "\n")
    assert found and all(problem.startswith(("docs/local/x.md:10: ", "docs/local/x.md: holds an expression")) for problem in found), found


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("```\n<script>1</script>", 11), ("~~~\n```\n~~~\n\n<b>x</b>", 14), ("\\`<b>x</b>\\`", 10), ("a ` b\n`<b>x</b>`", 11), ("`` ` `<b>` ``", 10),
        ("<!DOCTYPE x>", 10), ("<?php 1 ?>", 10), ("<https: onclick=1>", 10), ("x\n{ onclick='1' }", 11), ("/// html | script\n1\n///", 10),
        ("<\x02b>", 10), ("a\u2028```\u2028<b>\u2028```", 10), (">" * 9000, 10), ("    " * 40 + "- a", 10),
    ],
)  # fmt: skip
def test_no_html_comes_through_a_page_by_a_trick_of_markdown(folder, names, body, line):
    found = of_page(folder, names, FRONT + body + "\n")
    assert any(problem.startswith(f"docs/local/x.md:{line}: ") for problem in found), found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FRONT.replace("---\n\n", "...\n# <script>1</script>\n---\n"), "x.md:6: ends its front matter with ..."),
        ("---\n---\n# A\n", "x.md:1: starts without front matter"),
        (FRONT.replace("title: A", "title: [A]"), "x.md:2: title: must be one text"),
        (FRONT.replace("title: A", "title: {A: B}"), "x.md:2: title: must be one text"),
        (FRONT.replace("title: A", "title: No"), 'x.md:2: title: "False" is read as a bool, not as words; put it in "quotes"'),
        (FRONT.replace("title: A", "title: 2026-02-30"), "holds a value that YAML cannot read"),
        (FRONT.replace("title: A", "title: A\nfor_audience: [all]"), "x.md:3: for_audience: this value is not known"),
        (FRONT.replace("title: A", "title: A\nhide: everything"), "x.md:3: hide: must be a list"),
        (FRONT.replace("title: A", "title: A\nsearch: {exclude: much}"), "x.md:3: search.exclude: "),
        (FRONT.replace("title: A", "title: A\ntemplate: ../../x.html"), 'x.md:3: template: "../../x.html" is not known'),
        (FRONT.replace("title: A", "title: A\nicon: ../../x"), "x.md:3: icon: "),
        (FRONT.replace("title: A", "title: A\nicon: material/no-such"), 'x.md:3: icon: "material/no-such" is no icon of the theme'),
        (FRONT.replace("title: A", "title: A\nrender_macros: false"), "x.md:3: render_macros: unknown key"),
        (FRONT.replace("title: A", "title: " + "[" * 3000), "x.md:2: nests values"),
        (FRONT.encode("utf-16"), "is not UTF-8 text"),
        (FRONT + "a\0b", "x.md:10: holds U+0000"),
        (FRONT + "a\u202eb", "x.md:10: holds U+202E RIGHT-TO-LEFT OVERRIDE, which nobody sees"),
        (FRONT + "a\ue0005\ue001b", "x.md:10: holds U+E000"),
        (FRONT + "a " * 40_000, "x.md: is 79 KB; at most 64 KB are taken"),
    ],
)  # fmt: skip
def test_front_matter_made_to_harm_is_refused_with_its_line(folder, names, text, said):
    found = of_page(folder, names, text)
    assert any(said in problem for problem in found), found


def test_the_limits_are_stated_where_people_look():
    said = " ".join((ROOT / "SECURITY.md").read_text("utf-8").split())
    assert f"{size(FACTS)}, values at most {DEEPEST} deep, {LONGEST_VALUE} characters each" in said
    assert f"A line of a page: {LONGEST_LINE} characters, a paragraph: {MOST_BRACKETS} brackets" in said
    assert f"A picture: {size(PICTURE)}, {WIDEST} pixels a side. Another file in `docs/local/`: {size(ENCLOSURE)}" in said
    assert f"at most {size(FACTS)}, a picture at most {size(PICTURE)} and {WIDEST} pixels" in (ROOT / "regions/README.md").read_text("utf-8")


def test_all_of_it_is_named_in_one_run_and_nothing_is_written_or_run(tmp_path):
    project = small(tmp_path / "fork")
    (project / "site.yml").write_text("home: ../up\n", "utf-8")
    (project / "regions/bomb.yml").write_bytes(b"- " * 30_000)
    (project / "regions/tag.yml").write_text("region: !!python/object/apply:os.system ['touch owned']\n", "utf-8")
    os.mkfifo(project / "regions/pipe.yml")
    (project / "docs/local/run.md").write_text(FRONT + "{{ point.func.__globals__['__builtins__']['__import__']('os').system('touch owned') }}\n", "utf-8")
    (project / "docs/local/away.md").symlink_to("/etc/hostname")
    before = sorted(tmp_path.rglob("*"))
    done = run(project, "build", "--pages-only")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for beginning in (
        "docs/local/away.md: ",
        "docs/local/run.md:10: ",
        "regions/bomb.yml:1: ",
        "regions/pipe.yml: ",
        "regions/tag.yml:1: ",
        "site.yml:1: home: ",
    ):
        assert any(line.startswith(beginning) for line in done.stderr.splitlines()), (beginning, done.stderr)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("body", HARMFUL_PAGES)
def test_a_page_made_to_hide_html_from_one_reader_is_refused(folder, names, body):
    found = of_page(folder, names, FRONT + body + "\n")
    assert found and all(re.match(r"docs/local/x\.md:\d+: ", problem) for problem in found), found


def test_what_front_matter_notes_opens_nothing_in_the_page(folder, names):
    found = of_page(folder, names, FRONT.replace("title: A", "title: A  # {% raw %} {# ").replace("# A\n", "# A\n\n{# x #}\n"))
    assert found == ["docs/local/x.md:10: {# is not used in pages; leave it out (an id is written with a blank: { #id })"]


@pytest.mark.parametrize(
    "text",
    [
        "Bring:\n\n- a\n- b\n  more\nlazy\n- c",
        "## Bring\n- a",
        "- a\n\n      - b",
        "In 1995\n1995. x",
        '{% call ours("A") %}\n- a\n{% endcall %}',
        "> a",
        "5 - 3\n\\- x",
    ],
)
def test_lists_that_markdown_reads_as_lists_are_taken(folder, names, text):
    assert of_page(folder, names, FRONT + text + "\n") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bring:\n- a", 11),
        ("Bring\n* a", 11),
        ("a\nb\n+ c", 12),
        ("Do:\n1. a", 11),
        ("## A\nBring:\n- a", 12),
        ("- a\n\nb\n- c", 13),
        ("> Bring:\n> - a", 11),
        ("Bring:\n  - a", 11),
        ("> a\n- b", 11),
        (">Do:\n>1. a", 11),
    ],
)
def test_a_list_right_below_a_line_of_text_is_named(folder, names, text, line):
    (found,) = of_page(folder, names, FRONT + text + "\n")
    assert found == f"docs/local/x.md:{line}: a list right below a line of text, which becomes running text; put a blank line before it"


@pytest.mark.parametrize(
    ("text", "said"),
    [("Bring:\n| a | b |\n|---|---|", "11: a table right below"), ("Bring:\na | b\n--|--", "11: a table right below"), ("Bring:\n• a", "11: begins with •"), ("\n▪ a", "11: begins with ▪")],
)  # fmt: skip
def test_what_other_readers_of_markdown_show_as_a_table_or_a_list_is_named(folder, names, text, said):
    (found,) = of_page(folder, names, FRONT + text + "\n")
    assert found.startswith(f"docs/local/x.md:{said}") and "blank line" in found


@pytest.mark.parametrize("sign", ["\u200b", "\U000e0041", "\xad", "\u2060", "\u3164", "\u034f", "\ufe01", "\ufffc", "\u061c"])
def test_a_sign_that_nobody_sees_is_named_and_not_repeated(folder, names, sign):
    (found,) = of_page(folder, names, FRONT + f"Hello{sign}you\n")
    assert found.startswith(f"docs/local/x.md:10: holds U+{ord(sign):04X}") and sign not in found


def test_joiners_of_emoji_and_of_scripts_are_taken(folder, names):
    assert of_page(folder, names, FRONT + "\U0001f469\u200d\U0001f33e \u2764\ufe0f Hawai\u02bbi Don\u0303a\n") == []


@pytest.mark.parametrize(
    ("body", "said"), [('["' * 6_000, "more than 500 brackets"), ("![ a\n" * 2_000, "more than 500 brackets"), ("x" * 5_001, "is a line of 5001 characters")]
)
def test_a_paragraph_that_would_take_markdown_minutes_is_refused(folder, names, body, said):
    assert any(said in problem for problem in of_page(folder, names, FRONT + body + "\n"))


@pytest.mark.parametrize("suffix", sorted(ENCLOSURES))
def test_a_file_to_hand_out_is_what_its_name_says(folder, suffix):
    (folder / f"docs/local/x{suffix}").write_text("<html><script>document.title = 'PWNED'</script>", "utf-8")
    assert [str(problem) for problem in docs_problems(folder)] == [f"docs/local/x{suffix}: is no {suffix} file, whatever its name says; save it as one again"]


FORGED = [
    "Text.\n{ data-own=example }", "Text.\n{: data-block=nonsense }", "*Text*{ data-field=region } on.", "## Head { data-localize }", "## Head { #x DATA-ORIGIN=toolkit }",
    '| A { data-passed="x" } |\n| --- |\n| b |', "- Item\n  { data-meeting='x' }", "> Text.\n> { #x data-given=support_team }", "[a](x.md){ data-stage-words }",
    '{{ lines("s62", "s67") }}{ data-own=example }', '{{ lines("s62", "s67") }}> { data-own=example }', '{{ term("convener") }}{data-edition}',
    '{ title="}" data-own=example }', "``` { .python data-own=example }\nx\n```", "~~~{ #x data-own=example }\nx\n~~~", "Text.\n{ data\\-own=example }",
    '{ data-own=example {{ term("convener") }}', "Text.\n{ &#100;ata-own=example }",
    '=== "Tab"\n\n    Text.\n    { data-audience=educators }', "Word\n:   Meaning.\n    { data-local=results }",
]  # fmt: skip
RESERVED = [
    "Text.\n{ .origin-part }", "Text.\n{: .origin-line }", "Text.\n{ class=credit }", 'Text.\n{ class="x credit" }', "[a](x.md){ .point-id }", "Text.\n{ .sheet-call }",
    "Text.\n{ CLASS=sheet }", "Text.\n{ .origin\\-part }", "Text.\n{ .cr&#101;dit }", "``` { .x .form-preview }\nx\n```", "Text.\n{ .tabbed-set }",
]  # fmt: skip


@pytest.mark.parametrize("body", FORGED)
def test_no_page_forges_a_mark_by_which_editions_are_made(folder, names, body):
    line = 10 + next(number for number, text in enumerate(body.split("\n")) if "ata" in text.lower().replace("\\", ""))
    found = of_page(folder, names, FRONT + body + "\n")
    assert [problem for problem in found if re.match(rf"docs/local/x\.md:{line}: a data-[a-z-]+ attribute; marks are written by macros alone", problem)], found


@pytest.mark.parametrize("body", RESERVED)
def test_no_page_takes_a_class_that_credits_and_checks_go_by(folder, names, body):
    found = of_page(folder, names, FRONT + body + "\n")
    assert [problem for problem in found if re.match(r"docs/local/x\.md:\d+: the class [a-z-]+, which only macros give", problem)], found


def test_a_page_may_give_anchors_classes_and_titles_of_its_own(folder, names):
    body = '## Head { #own .new-page }\n\nText.\n{ .bus-times title="data-own" }\n\nA sum {1, 2} of data-own things.\n\n```python\nx = {"data": 1}\n```\n'
    assert of_page(folder, names, FRONT + body) == []


NO_SCHEME = "is nothing that pages link to; write a web address from https:// on"
ONE_NETWORK = "which leads to one computer, one network or a preview, where readers are not; write the public address"
ONE_COMPUTER = "is a file on one computer, where no reader gets at it; put the file beside the page"
NO_WEB, NO_MAIL = "is no whole web address; write https://cedar.org", "is no whole e-mail address; write it like mailto:hello@example.org"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[board](www.cedar.org)", "write https://www.cedar.org"), ("[board](cedar.org/page)", "write https://cedar.org/page"), ("[board](Cedar.ORG)", "write https://Cedar.ORG"),
        ("[b]\n\n[b]: www.cedar.org/a", "write https://www.cedar.org/a"), ("[board](cedar.org:8080/x)", "write https://cedar.org:8080/x"),
        ("[Jo](jo@cedar.org)", "write mailto:jo@cedar.org"), ("[board](https:cedar.org)", NO_WEB), ("[board](https//cedar.org)", NO_WEB), ("[board](http:/cedar.org)", NO_WEB),
        ("[board](//cedar.org)", NO_WEB), ("[bus](C:\\Users\\me\\bus.pdf)", ONE_COMPUTER), ("[bus](c:/bus.pdf)", ONE_COMPUTER), ("![y](file:///C:/Users/me/b.png)", ONE_COMPUTER),
        ("[y](\\\\office\\b.pdf)", ONE_COMPUTER), ("[y](/Volumes/me/b.pdf)", ONE_COMPUTER), ("[z](mailto:jo@cedar)", NO_MAIL), ("[z](mailto:)", NO_MAIL), ("[z](mailto: jo@a.org)", NO_MAIL),
        ("<mailto:jo@cedar>", NO_MAIL), ("[x](mailto:jo@a.org,bo)", NO_MAIL), ("[x](javascript:alert(1))", f"javascript: {NO_SCHEME}"), ("[x](JavaScript&#58;alert(1))", f"JavaScript: {NO_SCHEME}"),
        ("![x](data:image/png;base64,AA)", f"data: {NO_SCHEME}"), ("[x](ftp://cedar.org/a)", f"ftp: {NO_SCHEME}"), ("[x](a.md){ href='javascript:alert(1)' }", f"javascript: {NO_SCHEME}"),
        ("> [x]: vbscript:x", f"vbscript: {NO_SCHEME}"), ("[x](htps://cedar.org)", f"htps: {NO_SCHEME}"),
        ("[a](https://intranet/x)", ONE_NETWORK), ("<https://wiki>", ONE_NETWORK), ("[a](http://localhost:8000)", ONE_NETWORK), ("[a][r]\n\n[r]: http://192.168.1.4/x", ONE_NETWORK),
        ("[a](https://nas.lan/a)", ONE_NETWORK), ("[a](https://lane-8000.app.github.dev/)", ONE_NETWORK), ("![a](https://intranet/a.png)", ONE_NETWORK),
    ],
)  # fmt: skip
def test_a_link_that_no_reader_could_follow_is_named_once_with_its_line_and_remedy(folder, names, link, said):
    (found,) = of_page(folder, names, FRONT + link + "\n")
    assert found.startswith(f'docs/local/x.md:{10 + link.count(chr(10))}: links to "') and said in found


@pytest.mark.parametrize(
    "link",
    [
        "[a](bus.pdf)", "[a](../team/index.md#x)", "[a](v1.2/notes.md)", "[a](#www.here)", "[a](https://cedar.org/a:b)", "[a](mailto:jo@cedar.org?subject=a)", "[a](mailto:?subject=a)",
        "[a](tel:+1-541-555-0100)", "`[a](javascript:alert(1))`", "[a](https://lane.gov:8443/x)", "<https://lane.k12.or.us>", "`[a](https://intranet)`", "``[a](www.cedar.org)``", "```\n[a](C:\\b.pdf)\n```", "<mailto:jo@cedar.org>", "[a](mailto:jo@cedar.org,bo@cedar.org)",
        "Note: javascript (the language) and www.cedar.org", "[^1]: www.cedar.org says so.", "[a](our.notes.md)", "[a](a/b:c.md)", "![a](cedar.org.png)",
    ],
)  # fmt: skip
def test_a_link_that_a_reader_can_follow_is_taken(folder, names, link):
    assert of_page(folder, names, FRONT + link + "\n") == []


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("{% if x %}\n\nHello.", 10, "{% if %} stands in a page, which holds no conditions, loops or definitions; leave it out"), ("a\n{% else %}", 11, "{% else %} stands in a page"),
        ("{% foo %}", 10, "{% foo %} stands in a page"), ('{% call card("a") %}\n\nHello.\n\nMore.', 10, "{% call … %} is not closed; write {% endcall %}"),
        ('{% call card("a") %}x{% endcall %}\n{% endcall %}', 11, "{% endcall %} closes nothing"), ("{{ region", 10, "cannot be read; close every bracket"),
        ("{{ }}", 10, "cannot be read"), ("{{ region }", 10, "cannot be read"), ("{% call %}x{% endcall %}", 10, "cannot be read"), ("## H {#id}", 10, "an id is written with a blank"),
        ("<iframe src=x>", 10, "HTML (<iframe) in prose; use Markdown, leave it out, or link to it"), ("<!-- TODO -->", 10, "use Markdown, leave it out, or link to it"),
        ("a\n{ style='x' }", 11, "a style attribute; leave it out"), ("/// note", 10, "use Markdown, leave it out"), ("{% if region %}a{% endif %}", 10, "conditions, loops or definitions; leave it out"),
        ("{% set x = 1 %}\n\n{{ x }}", 10, "conditions, loops or definitions; leave it out"), ("{% for a in b %}{{ a }}{% endfor %}", 10, "conditions, loops or definitions"),
        ("{% with a = 1 %}{{ a }}{% endwith %}", 10, "definitions"), ("{% import 'x' as y %}{{ y.z }}", 10, "definitions"), ("{% macro f(a) %}{{ a }}{% endmacro %}{{ f(1) }}", 10, "definitions"),
        ("{% from 'x' import y as z %}\n{{ z }}", 10, "definitions"), ("{{ a if b else c }}", 10, "definitions"), ("a\n\n{% autoescape false %}x{% endautoescape %}", 12, "nothing else; leave it out"),
        ("{% set x %}a{% endset %}", 10, "definitions"), ("{% block x %}{{ super() }}{% endblock %}", 10, "nothing else; leave it out"), ('{{ pitch(["s10"]) }}', 10, "nothing else"),
        ("{{ region.state | upper }}", 10, "nothing else; leave it out"), ("{{ x + 1 }}", 10, "nothing else; leave it out"),
    ],
)  # fmt: skip
def test_what_a_local_page_may_not_hold_is_told_once_in_plain_words_and_sends_nobody_to_code(folder, names, body, line, said):
    (found,) = of_page(folder, names, FRONT + body + "\n")
    assert found.startswith(f"docs/local/x.md:{line}: ") and said in found
    assert not re.search("macros/|stylesheets|Jinja|token|template|statement", found)
