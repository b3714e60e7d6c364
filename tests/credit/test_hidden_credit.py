"""A credit that cannot be seen counts as missing: by markup, by a rule of a stylesheet, on paper by its color or its size."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from playbook.content import attribution
from playbook.credit.visibility import hidden_messages
from playbook.output.html_page import BuiltPage
from playbook.paper.document import Document, Heading, Run
from playbook.paper.docx.writer import write_word
from playbook.paper.imprint import Imprint
from playbook.paper.paper_validation import pdf_messages, word_messages
from playbook.paper.typst_compiler import compiled
from tests.support.project import only_region, run

PAGE = (
    '<!doctype html><html lang="en"><head><title>x</title><style>{}</style></head><body class="b"><main><article class="md-typeset">'
    '<p class="origin-line">Whose</p><p class="origin-part" data-origin="toolkit">Adapted</p></article>'
    '<section class="source" aria-label="Source and credit"><div class="source-inner"><p class="credit">Credit <a href="x">m</a></p></div></section>'
    "</main></body></html>"
)
HIDING = """\
.credit{display:none}
.credit{letter-spacing:-1em}
.credit{word-spacing:-2em;letter-spacing:-.5em}
.source{mix-blend-mode:screen}
.credit{color:var(--pb-page)}
.source{color:var( --md-default-bg-color,#fff)}
.source,.origin-line{display:none}
.source{DISPLAY:NONE!important}
@media print{.credit{visibility:hidden}}
@media (max-width:400px){.source{visibility:collapse}}
article{opacity:0}
body{opacity:.01}
main{content-visibility:hidden}
p.credit{font-size:0}
.source p{font-size:.1px}
.source p{font-size:1%}
.credit{font-size:calc(0px)}
.credit{font:0/0 a}
.credit{color:transparent}
.credit{color:rgba(0,0,0,0)}
.credit{color:#fff0}
.credit{color:hsla(0,0%,0%,0)}
.credit{color:color-mix(in srgb,red,transparent 100%)}
.credit{color:#fff}
.credit{color:white}
.credit{-webkit-text-fill-color:transparent}
section[aria-label^="Source"]{position:absolute;left:-9999px}
.source{position:absolute;top:100000px}
.credit{inset:-9999px auto auto auto;position:fixed}
.credit{text-indent:-9999px}
.credit{margin-left:-200vw}
.credit{letter-spacing:-1000px}
.credit{clip:rect(0 0 0 0);position:absolute}
.credit{clip-path:inset(50%)}
.credit{mask-image:linear-gradient(transparent,transparent)}
.credit{filter:opacity(0)}
.source{height:0;overflow:hidden}
.source{max-height:1px;overflow:hidden}
.credit{width:0;overflow:hidden}
.credit{line-height:0}
.credit{transform:scale(0)}
.credit{transform:translateX(-100vw)}
.credit{transform:rotateX(90deg)}
.credit{scale:0}
.source{translate:-100vw}
.credit{zoom:0}
.credit{z-index:-1;position:relative}
.source{contain:strict}
.source{--x:none;display:var(--x)}
:root{--x:none}.source{display:var(--x)}
.source{display:var(--y,none)}
@keyframes gone{to{opacity:0}}.credit{animation:gone 0s forwards}
@supports (display:grid){.credit{display:none}}
@layer a{@media screen{.credit{display:none}}}
@container (width>0){.credit{display:none}}
main{.credit{display:none}}
.source{& .credit{display:none}}
.source{@media print{display:none}}
body>main>section:last-child{display:none}
article~section{display:none}
article+section{display:none}
:is(.foo,.source){display:none}
:not(.foo)>.credit{display:none}
main:has(.credit){display:none}
body:has(article) .source-inner{display:none}
*{color:transparent}
.credit a{display:none}
.cr\\65 dit{display:none}
.credit:not(:hover){opacity:0}
.origin-part{display:none}
p[data-origin=toolkit]{display:none}
.origin-line{visibility:hidden}
.source{visibility:hidden}.credit{visibility:visible}"""
SHOWING = """\
.credit{display:block;font-size:.75rem;margin:0 0 .4em;opacity:1;color:#333;line-height:1.35}
.credit{transform:none;translate:0;scale:1;zoom:1;filter:none;mask:none;clip:auto;clip-path:none;letter-spacing:0;text-indent:0;z-index:1}
.source{margin-top:1rem;padding:0;height:auto;max-width:42em;font:12px/1 x}
.credit::before{display:none}
.credit{letter-spacing:-.02em;mix-blend-mode:normal;color:var(--pb-muted)}
.foo .credit{display:none}
.credit .foo{display:none}
.source:not(.source){display:none}
.community{display:none}
.origin-line{color:var(--pb-muted)}
@media print{.origin-line{display:none}}
.source[hidden]{display:none}
h1~.source{display:none}
.md-typeset .credit{display:none}"""


def faults(html: str) -> list[str]:
    return list(hidden_messages(BuiltPage.of(html, "x.html")))


def test_a_rule_that_hides_the_credit_its_line_or_what_is_around_them_is_found():
    assert [rule for rule in HIDING.splitlines() if not faults(PAGE.format(rule))] == []


def test_rules_that_leave_the_credit_in_sight_are_no_fault():
    assert {rule: found for rule in SHOWING.splitlines() if (found := faults(PAGE.format(rule)))} == {}


@pytest.mark.parametrize("aim", ['<section class="source"', '<p class="credit"', "<main", '<a href="x"', '<p class="origin-line"', '<p class="origin-part"'])
@pytest.mark.parametrize("attribute", ["hidden", 'hidden="until-found"', 'aria-hidden="true"', "inert", 'style="color:red"', "popover"])
def test_markup_that_hides_the_credit_is_found(aim, attribute):
    found = faults(PAGE.format("").replace(aim, f"{aim} {attribute}", 1))
    # a part may wait in a closed tab, so what is around it does not count
    assert found and all("hides its" in message and "the credit must be seen" in message for message in found)


@pytest.mark.parametrize("around", ["details", "dialog", "template", "noscript", "object", "canvas", "button"])
def test_a_credit_within_what_is_closed_is_found(around):
    html = PAGE.format("").replace("<section", f"<{around}><section").replace("</section>", f"</section></{around}>")
    assert any(f"it stands in <{around}>" in message for message in faults(html))


def test_a_stylesheet_that_another_one_takes_in_counts(tmp_path: Path):
    (tmp_path / "a.css").write_text('@import url("more/b.css") print;', "utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more/b.css").write_text(".credit { display: none }", "utf-8")
    (tmp_path / "x.html").write_text(PAGE.format("").replace("<style></style>", '<link rel="stylesheet" href="a.css">'), "utf-8")
    assert ["b.css" in message for message in hidden_messages(BuiltPage(tmp_path / "x.html", "x.html"))] == [True]


def test_no_page_of_an_edition_hides_its_credit(site):
    """Those of the hardest values; a build holds the same of all."""
    pages = [*(site / "regions/hard-name").rglob("*.html"), site / "404.html"]
    hiding = {file.relative_to(site).as_posix(): found for file in pages if (found := list(hidden_messages(BuiltPage(file, file.name))))}
    assert not hiding


def test_a_copy_that_hides_its_credit_is_refused_by_build_and_drift_and_so_are_words_of_the_tool_without_theirs(little):
    only_region(little, "lane", "region: Lane\nstage: planning\nexample: true\n")
    sheet, partial = little / "docs/assets/stylesheets/frame/foot.css", little / "overrides/partials/credit.html"
    sheet.write_text(sheet.read_text("utf-8") + ".origin-line { display: none }\n", "utf-8")
    partial.write_text(partial.read_text("utf-8").replace('<section class="source"', '<section hidden class="source"'), "utf-8")
    (little / "docs/local").mkdir(exist_ok=True)
    head = "---\ntitle: Our lines\ndescription: For our partners.\norigin: local\nreviewed: 2026-11-01\n---\n\n# Our lines\n\n"
    (little / "docs/local/lines.md").write_text(f"{head}Say this: It’s hard to get businesses to the table and keep them there.\n", "utf-8")
    for command in (("build", "--pages-only"), ("drift", "--from", str(little))):
        done = run(little, *command, today=None)  # of one day, as drift is: the pages are rendered once
        assert done.returncode == 1
        assert "holds a point of the tool under the credit of ours" in done.stderr and "docs/local/lines.md" in done.stderr, done.stderr
        assert "hides its origin line: .origin-line { display: none }" in done.stderr and "hides its credit: <section hidden>" in done.stderr, done.stderr
    assert done.stdout.endswith("The credit is broken:\n")


FOOT = attribution.foot("mixed")


@pytest.mark.parametrize(
    ("look", "seen"),
    [("fill: black", True), ("fill: rgb(\"#4f6066\")", True), ("fill: white", False), ("fill: rgb(0, 0, 0, 0)", False), ("size: 0.5pt", False), ("fill: luma(250)", False)],
)  # fmt: skip
def test_a_pdf_shows_its_credit_in_letters_that_can_be_read(tmp_path, look, seen):
    words = FOOT.replace('"', '\\"').replace("@", "\\@")
    source = f'#set document(title: "x")\n#set text(font: "Public Sans", lang: "en")\n= x\n#text({look})[#"{words}"]\n'.replace("\\@", "@")
    (tmp_path / "x.pdf").write_bytes(compiled(source, date(2026, 11, 23), "x"))
    assert [message for message in pdf_messages(tmp_path / "x.pdf", FOOT) if "credit" in message] == (
        [] if seen else ["hides the credit on side 1: it is too small, too pale or outside of the paper"]
    )


def test_a_pdf_whose_credit_lies_outside_of_the_paper_is_refused(tmp_path):
    words = FOOT.replace('"', '\\"')
    source = f'#set document(title: "x")\n#set text(font: "Public Sans", lang: "en")\n= x\n#place(dy: -2000pt)[#"{words}"]\n'
    (tmp_path / "x.pdf").write_bytes(compiled(source, date(2026, 11, 23), "x"))
    assert any("credit" in message for message in pdf_messages(tmp_path / "x.pdf", FOOT))


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("word/footer1.xml", b"<w:r><w:t", b"<w:r><w:rPr><w:vanish/></w:rPr><w:t"),
        ("word/footer1.xml", b"<w:r><w:t", b'<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t'),
        ("word/footer1.xml", b"<w:r><w:t", b'<w:r><w:rPr><w:sz w:val="1"/></w:rPr><w:t'),
        ("word/styles.xml", b'w:styleId="Footer"', b'w:styleId="Footer"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Old"'),
    ],
)  # fmt: skip
def test_a_word_file_shows_its_credit_in_letters_that_can_be_read(tmp_path, part, before, after):
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    write_word(Document("x", "", "", (Heading(1, (Run("x"),)),), "x"), Imprint(FOOT, "General edition", "letter", date(2026, 11, 23)), good)
    with zipfile.ZipFile(good) as parts, zipfile.ZipFile(bad, "w") as target:
        assert before in parts.read(part)
        for name in parts.namelist():
            target.writestr(name, parts.read(name).replace(before, after) if name == part else parts.read(name))
    assert word_messages(good, FOOT) == []
    assert word_messages(bad, FOOT) == ["hides the credit in a footer: it is marked as hidden, white or too small"]
