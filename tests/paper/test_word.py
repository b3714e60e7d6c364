"""A Word file is a good one: valid, credited on every page, said in order, made of real headings, lists and tables."""

import dataclasses
import re
import struct
import zipfile
import zlib
from datetime import date
from pathlib import Path

import docx
import lxml.etree
import pytest
from openxml_audit import OpenXmlValidator

from playbook.content.attribution import foot
from playbook.output.html_page import BuiltPage
from playbook.paper.design.tokens import paper_colors
from playbook.paper.document import Box, Break, Bullets, Columns, Document, Heading, NoteLines, Paragraph, Run, Side, Table
from playbook.paper.docx.writer import write_word
from playbook.paper.html_reader import read_sheet
from playbook.paper.imprint import Imprint
from tests.support.project import HARD_NAME

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TODAY = date(2026, 11, 23)
EDITION_LINE = "Pine Valley · updated November 20, 2026"


def sheets(site: Path, slug: str, pattern: str = "*-*.html") -> list[Document]:
    found = [read_sheet(BuiltPage(file, file.name)) for file in sorted((site / "regions" / slug / "sheets").glob(pattern))]
    assert found
    return found


def written(document: Document, folder: Path, paper: str = "letter", logo: Path | None = None) -> Path:
    path = folder / f"{Path(document.page).stem}.docx"
    write_word(document, Imprint(foot("toolkit"), EDITION_LINE, paper, TODAY, logo=logo), path)
    return path


def small(*blocks, audience: str = "") -> Document:
    return Document("A title", "A description.", audience, blocks, "sheets/some-page.html")


def said(text: str, style: str = "") -> Paragraph:
    return Paragraph((Run(text),), style)


def xml(path: Path, part: str = "word/document.xml") -> lxml.etree._Element:
    with zipfile.ZipFile(path) as parts:
        return lxml.etree.fromstring(parts.read(part))


def words_in(path: Path) -> list[str]:
    """What a Word file says, by its bare XML."""
    pieces = xml(path).iter(f"{W}p", f"{W}t", f"{W}br")  # the paragraphs of a drawing stand within one
    return "".join(" " if piece.tag == f"{W}p" else piece.text or " " for piece in pieces).split()


def test_what_no_word_file_can_hold_is_refused_in_words_too(tmp_path):
    with pytest.raises(ValueError, match="XML compatible"):
        written(small(Heading(1, (Run("A"),)), said("a\x1fb")), tmp_path)


def words_of(thing) -> list[str]:
    """What a document says, in reading order: field by field of whatever it is made of."""

    def pieces(part):
        if isinstance(part, tuple) and any(isinstance(piece, Run | Break) for piece in part):
            yield "".join(piece.text if isinstance(piece, Run) else " " for piece in part)
        elif isinstance(part, tuple):
            for piece in part:
                yield from pieces(piece)
        elif dataclasses.is_dataclass(part):
            for field in dataclasses.fields(part):
                yield from pieces(getattr(part, field.name))

    return " ".join(pieces(thing)).split()


def every(thing, kind: type) -> list:
    if isinstance(thing, tuple):
        return [found for part in thing for found in every(part, kind)]
    if not dataclasses.is_dataclass(thing):
        return []
    parts = tuple(getattr(thing, field.name) for field in dataclasses.fields(thing))
    return [thing] * isinstance(thing, kind) + every(parts, kind)


def styled(path: Path, prefix: str) -> list[lxml.etree._Element]:
    return [p for p in xml(path).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith(prefix)]


def picture(path: Path) -> Path:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 1, 8, 2, 0, 0, 0))
    points = chunk(b"IDAT", zlib.compress(b"\0" + b"\x0b\x55\x63" * 3))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + points + chunk(b"IEND", b""))
    return path


def test_every_word_file_is_valid(site, tmp_path):
    validator = OpenXmlValidator()
    faults = []
    hard = [*sheets(site, "hard-name", "community*.html")]
    for document in [*sheets(site, "pine-valley"), *hard]:
        path = written(document, tmp_path, "a4" if "handout" in document.page else "letter")
        faults += [(path.name, error) for error in validator.validate(path).errors]
        assert path.stat().st_size < 60_000
    assert not faults


def test_lists_boxes_links_and_a_logo_together_are_valid(tmp_path):
    items = ((said("one"), said("more of it"), Bullets(((said("in it"),),), ordered=True)), (said("two"),))
    rows = (((Run("a"),), (Run("5%"),)), ((Run("b"),), (Run("no figure"),)))
    table = Table((Run("Name"),), ((Run("What"),), (Run("Share"),)), rows, (5, None))
    aside = (Box("ask", (said("x"), Bullets(items))), NoteLines(12))
    document = small(
        Side("one", (Heading(1, (Run("T"),)), Columns((Bullets(items, True), table), aside))),
        Side("two", (Box("ours", (said("mind", "title"), NoteLines(2), table)),)),
        Side("three", (Box("fuller", (said("y", "origin"), said("z", "caption"), said("blank", "blank"))),), fuller=True),
    )  # fmt: skip
    path = written(document, tmp_path, logo=picture(tmp_path / "secret-name.png"))
    assert not OpenXmlValidator().validate(path).errors
    assert words_in(path) == words_of(document.blocks)


def test_the_credit_stands_exactly_at_the_foot_of_every_section(site, tmp_path):
    for document in sheets(site, "pine-valley", "educators-*.html"):
        path = written(document, tmp_path)
        for section in docx.Document(path).sections:
            credit, last = section.footer.paragraphs
            assert credit.text == foot("toolkit")
            is_one_side = document.sides == 1
            assert last.text.startswith(EDITION_LINE if is_one_side else f"{EDITION_LINE}\tPage ") and ("Page" in last.text) != is_one_side
            assert [field.get(f"{W}instr") for field in last._p.iter(f"{W}fldSimple")] == ([] if is_one_side else ["PAGE", "NUMPAGES"])
            assert not section.different_first_page_header_footer
        with zipfile.ZipFile(path) as parts:
            assert [name for name in parts.namelist() if "footer" in name] == ["word/footer1.xml"]


def test_every_word_of_a_sheet_is_in_the_file_in_reading_order(site, tmp_path):
    for document in [*sheets(site, "pine-valley"), *sheets(site, "hard-name")]:
        expected = words_of(document.blocks)
        assert len(expected) > 100
        assert words_in(written(document, tmp_path)) == expected


def test_headings_lists_and_tables_are_real(site, tmp_path):
    for document in sheets(site, "pine-valley", "*-launch*.html"):
        path = written(document, tmp_path)
        made = [(int(p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")[-1]), "".join(p.itertext())) for p in styled(path, "Heading")]
        assert made == [(heading.level, "".join(run.text for run in heading.text if isinstance(run, Run))) for heading in every(document.blocks, Heading)]
        spoken = [line for line in every(document.blocks, Paragraph) if line.style in ("opening", "support", "line")]  # a talk has no dots
        assert len(styled(path, "ListBullet")) == sum(len(bullets.items) for bullets in every(document.blocks, Bullets)) - len(spoken)
        tables = every(document.blocks, Table)
        assert len(tables) == 1
        for made, table in zip(xml(path).iter(f"{W}tbl"), tables, strict=True):
            rows = made.findall(f"{W}tr")
            assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * len(table.rows)
            assert made.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "".join(run.text for run in table.caption)
            assert "".join(made.getprevious().itertext()) == "".join(run.text for run in table.caption)
    styles = {style.get(f"{W}styleId"): style for style in xml(path, "word/styles.xml").iter(f"{W}style")}
    assert [styles[f"Heading{level}"].find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") for level in (1, 2, 3)] == ["0", "1", "2"]
    assert all(styles[f"Heading{level}"].find(f"{W}pPr/{W}keepNext") is not None for level in (1, 2, 3))
    assert {p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in xml(path).iter(f"{W}p")} <= set(styles)


def test_every_numbered_list_begins_at_one(tmp_path):
    numbered = Bullets(((said("a"),), (said("b"),)), ordered=True)
    path = written(small(numbered, said("between"), numbered), tmp_path)
    used = [p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in styled(path, "ListNumber")]
    assert used[0] == used[1] != used[2] == used[3]
    for number in set(used):
        start = xml(path, "word/numbering.xml").find(f"{W}num[@{W}numId='{number}']/{W}lvlOverride/{W}startOverride")
        assert start.get(f"{W}val") == "1"


def test_sides_begin_pages_and_side_two_has_two_columns(site, tmp_path):
    for document, expected in ((sheets(site, "pine-valley", "*-launch.html")[0], ["nextPage", "continuous", "nextPage", "continuous", "continuous"]),
                               (sheets(site, "pine-valley", "*-handout.html")[0], ["nextPage", "continuous"])):  # fmt: skip
        sections = list(xml(written(document, tmp_path)).iter(f"{W}sectPr"))
        kinds = [section.find(f"{W}type") for section in sections]
        assert ["nextPage" if kind is None else kind.get(f"{W}val", "nextPage") for kind in kinds] == expected
        assert [section.find(f"{W}cols").get(f"{W}num", "1") for section in sections] == ["1", "2", "1", "2", "1"][: len(sections)], (
            "columns before another section end at one height"
        )
        assert len(styled(tmp_path / f"{Path(document.page).stem}.docx", "NoteLine")) <= 5


def test_a_box_carries_its_audiences_colour_and_stays_on_one_page(tmp_path):
    for audience, colour in paper_colors().items():
        box = Box("ask", (Heading(2, (Run("The ask"),)), said("Come?"), said("Soon", "when")))
        path = written(small(box, audience=audience), tmp_path)
        bars = [p.find(f"{W}pPr/{W}pBdr/{W}left").get(f"{W}color") for p in xml(path).iter(f"{W}p")]
        assert bars == [colour] * 3
        assert [p.paragraph_format.keep_with_next for p in docx.Document(path).paragraphs] == [True, True, False]


def test_language_title_and_dates_are_given(site, tmp_path):
    document = sheets(site, "pine-valley", "educators-launch.html")[0]
    path = written(document, tmp_path)
    core = docx.Document(path).core_properties
    assert (core.title, core.subject, core.author) == (document.title, document.description, "Support Team Playbook")
    assert core.created.date() == core.modified.date() == TODAY
    assert core.language == "en-US"
    assert xml(path, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == "en-US"
    assert "python-docx" not in lxml.etree.tostring(xml(path, "docProps/core.xml"), encoding="unicode")


def test_a_title_longer_than_word_takes_is_cut_and_nothing_else(tmp_path):
    path = written(dataclasses.replace(small(said("x")), title="t" * 300, description="d" * 300), tmp_path)
    core = docx.Document(path).core_properties
    assert (core.title, core.subject) == ("t" * 255, "d" * 255)


def test_the_same_sheet_gives_the_same_bytes_whatever_the_clock(site, tmp_path, monkeypatch):
    document = sheets(site, "pine-valley", "educators-launch.html")[0]
    first = written(document, tmp_path).read_bytes()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    path = written(document, tmp_path)
    assert path.read_bytes() == first
    with zipfile.ZipFile(path) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(2026, 11, 23, 0, 0, 0)}
        assert parts.namelist()[0] == "[Content_Types].xml"


def test_a_logo_stands_before_the_credit_with_a_text_and_no_trace_of_its_place(tmp_path):
    path = written(small(said("x")), tmp_path, logo=picture(tmp_path / "secret-name.png"))
    credit = docx.Document(path).sections[0].footer.paragraphs[0]
    assert credit.text.strip() == foot("toolkit")
    assert len(credit.runs[0]._r.xpath(".//pic:pic")) == 1
    assert credit._p.xpath(".//wp:docPr/@descr") == ["Next Gen Sector Partnerships"]
    with zipfile.ZipFile(path) as parts:
        traces = (b"secret-name", str(tmp_path).encode())
        leaks = [name for name in parts.namelist() if any(trace in parts.read(name) for trace in traces)]
    assert not leaks


def test_a_link_is_a_link_and_its_address_is_one(tmp_path):
    hard = "https://example.org/ü?a=1&b=<2>&c=%20d"
    path = written(small(Paragraph((Run("Write to "), Run("us", href=hard), Run(" or "), Run("S10", small=True)))), tmp_path)
    made = xml(path).findall(f".//{W}hyperlink")
    assert ["".join(link.itertext()) for link in made] == ["us"]
    relations = xml(path, "word/_rels/document.xml.rels")
    outside = [relation.get("Target") for relation in relations if relation.get("TargetMode") == "External"]
    assert outside == ["https://example.org/%C3%BC?a=1&b=%3C2%3E&c=%20d"]


def test_what_word_does_not_know_stops_it_by_page_and_kind(tmp_path):
    @dataclasses.dataclass(frozen=True)
    class Drawing:
        text: str = ""

    for block, name in (
        (Drawing(), "Drawing"), (Box("ask", (Drawing(),)), "Drawing"), (Paragraph((Drawing(),)), "Drawing"),
        (Box("new", ()), "Box of style 'new'"), (Paragraph((), "new"), "Paragraph of style 'new'"), (Heading(5, ()), "Heading"),
    ):  # fmt: skip
        with pytest.raises(TypeError, match=re.escape(f"sheets/some-page.html: Word cannot be given a {name}")):
            written(small(block), tmp_path)
    assert not list(tmp_path.glob("*.docx"))


def test_hard_values_stand_in_a_word_file_as_typed(site, tmp_path):
    path = written(sheets(site, "hard-name", "educators-active.html")[0], tmp_path)
    text = " ".join(words_in(path))
    assert HARD_NAME in text
    assert "Council [of] *Stars* <hr>" in text
    assert "</span><script>1</script>" in text
    assert HARD_NAME in docx.Document(path).core_properties.title


def test_a_file_has_the_styles_that_it_uses_and_those_that_word_has_itself(tmp_path):
    path = written(small(Heading(1, (Run("T"),)), said("Words", "lead"), Box("ask", (said("Will you?", "question"),))), tmp_path)
    styles = {style.get(f"{W}styleId"): style for style in xml(path, "word/styles.xml").iter(f"{W}style")}
    used = {
        one.get(f"{W}val") for part in ("word/document.xml", "word/footer1.xml") for one in xml(path, part).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    own = {name for name, style in styles.items() if style.get(f"{W}customStyle")}
    assert used <= set(styles) and own <= used and {"Heading1", "Heading4", "ListBullet", "Footer"} <= set(styles)
    named = {one.get(f"{W}val") for style in styles.values() for one in style.iter(f"{W}basedOn", f"{W}next", f"{W}link")}
    assert named <= set(styles)
    assert not OpenXmlValidator().validate(str(path)).errors
