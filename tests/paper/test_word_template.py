"""Word files follow a template that is edited in Word: its styles, theme, page and footer; what it lacks is told to whoever edits it."""

import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import lxml.etree
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt, RGBColor
from openxml_audit import OpenXmlValidator

from playbook.content.attribution import foot
from playbook.files.diagnostics import ProblemsFound
from playbook.paper.design.tokens import color, twips
from playbook.paper.document import Box, Bullets, Document, Heading, Paragraph, Run, Side
from playbook.paper.docx.look import look_of
from playbook.paper.docx.style_names import BOXES, STYLES
from playbook.paper.docx.template import NAME, TEMPLATE, read_template, template_problems
from playbook.paper.docx.writer import write_word
from playbook.paper.imprint import Imprint, Typesetting
from playbook.paper.paper_validation import word_messages

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CREDIT = foot("toolkit")
BLUE_TEXT = "123456"
DRAWN = re.compile(r' w:(?:val|sz|space|color)="[^"]*"')  # of a border; LibreOffice leaves out the name of its color in the theme
BLUE = RGBColor(0x12, 0x34, 0x56)
LIBREOFFICE = Path(__file__).with_name("saved-by-libreoffice.docx")  # the template, opened and saved there; `make audit` does so anew


def line(text: str, style: str = "") -> Paragraph:
    return Paragraph((Run(text),), style)


def nested(depth: int) -> Bullets:
    return Bullets(((line("x"), *((nested(depth - 1),) if depth else ())),), ordered=True)


BLOCKS = (Heading(1, (Run("Title"),)), Heading(2, (Run("Section"),)), *(Box(kind, (line("in it"), Bullets(((line("listed"),),)))) for kind in BOXES), nested(4))


def restyled(folder: Path, change: Callable[[docx.document.Document], object]) -> Path:
    """A copy of the template after somebody changed it and saved it."""
    template = docx.Document(str(TEMPLATE))
    change(template)
    template.save(str(folder / "template.docx"))
    return folder / "template.docx"


def built(folder: Path, template: Path = TEMPLATE, audience: str = "educators", paper: str = "letter", size: float = 11) -> Path:
    path = folder / "built.docx"
    document = Document("Title", "What it is.", audience, (Side("one", BLOCKS),), "sheets/x.html")
    write_word(document, Imprint(CREDIT, "Lane", paper, date(2026, 11, 26)), path, Typesetting(size), template)
    return path


def part(file: Path, name: str) -> lxml.etree._Element:
    with zipfile.ZipFile(file) as parts:
        return lxml.etree.fromstring(parts.read(f"word/{name}.xml"))


def without(template: Path, name: str, before: str, after: str) -> Path:
    """A copy of a template with a piece of one of its parts changed."""
    copy = template.with_name("damaged.docx")
    with zipfile.ZipFile(template) as parts, zipfile.ZipFile(copy, "w") as target:
        assert before in parts.read(name).decode()
        for other in parts.namelist():
            target.writestr(other, parts.read(other).decode().replace(before, after) if other == name else parts.read(other))
    return copy


def test_a_changed_style_font_margin_and_theme_show_in_every_file_that_is_built(tmp_path):
    def change(template) -> None:
        heading = template.styles["Heading 1"]
        heading.font.name, heading.font.size, heading.font.color.rgb = "Georgia", Pt(30), BLUE
        template.styles["Ask Box"].paragraph_format.left_indent = Mm(20)
        template.styles["List Bullet 2"].font.italic = True
        template.sections[0].left_margin = Mm(40)
        template.sections[0].header.paragraphs[0].text = "Our letterhead"

    path = built(tmp_path, restyled(tmp_path, change))
    file = docx.Document(str(path))
    heading = file.styles["Heading 1"].font
    assert (heading.name, heading.size, heading.color.rgb) == ("Georgia", Pt(30), BLUE)
    assert file.styles["List Bullet 2"].font.italic
    assert {round(section.left_margin.mm) for section in file.sections} == {40}
    assert {section.header.paragraphs[0].text for section in file.sections} == {"Our letterhead"}
    asked = next(paragraph for paragraph in file.paragraphs if paragraph.text == "in it")
    assert round(asked.paragraph_format.left_indent.mm) == 20
    assert not OpenXmlValidator().validate(str(path)).errors
    assert not word_messages(path, CREDIT)


def test_the_edges_of_boxes_and_tables_stand_at_the_edges_of_the_text():
    """A border stands outside of its paragraph's indent, as far as its space and its own width; a table's cells have no margin at the left."""
    off = {}
    for name in dict.fromkeys(BOXES.values()):
        (style,) = (one for one in part(TEMPLATE, "styles").iter(f"{W}style") if one.find(f"{W}name").get(f"{W}val") == name)
        for edge in ("left", "right"):
            border, indent = style.find(f"{W}pPr/{W}pBdr/{W}{edge}"), style.find(f"{W}pPr/{W}ind")
            if border is not None and indent is not None:
                wide = int(border.get(f"{W}space")) * 20 + round(int(border.get(f"{W}sz")) * 20 / 8)
                off |= {(name, edge): wide} if int(indent.get(f"{W}{edge}")) != wide else {}
    (words,) = (one for one in part(TEMPLATE, "styles").iter(f"{W}style") if one.find(f"{W}name").get(f"{W}val") == "Text Table")
    assert not off
    assert words.find(f"{W}tblPr/{W}tblCellMar/{W}left").get(f"{W}w") == "0"


def test_the_text_of_the_template_and_what_tells_of_its_editor_are_left_out(tmp_path):
    def change(template) -> None:
        template.core_properties.author = "A. Nother"
        template.settings.element.append(lxml.etree.fromstring(f'<w:rsids xmlns:w="{W[1:-1]}"><w:rsidRoot w:val="00ABCDEF"/></w:rsids>'))

    path = built(tmp_path, restyled(tmp_path, change))
    with zipfile.ZipFile(path) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert not [trace for trace in (b"A. Nother", b"00ABCDEF", b"Heading 1: the title", b"w:sdt") if trace in everything]
    assert path.stat().st_size < 10_000


def test_the_first_accent_of_the_theme_becomes_the_audiences_color_wherever_the_template_names_it(tmp_path):
    path = built(tmp_path)
    named = [element for name in ("styles", "footer1", "numbering") for element in part(path, name).iter() if "accent1" in element.attrib.values()]
    shown = {element.get(f"{W}{'val' if element.tag == f'{W}color' else 'fill' if element.get(f'{W}themeFill') else 'color'}") for element in named}
    assert shown == {color("educators")}
    assert part(path, "theme/theme1").find(".//{*}accent1/{*}srgbClr").get("val") == color("educators")


def test_a_template_that_libreoffice_saved_gives_files_of_the_same_look(tmp_path):
    ours, theirs = look_of(TEMPLATE, BLUE_TEXT, "a4", 1), look_of(LIBREOFFICE, BLUE_TEXT, "a4", 1)
    frames = [
        {kind: (box.left, box.right, [sorted(DRAWN.findall(line)) for line in box.borders.values()]) for kind, box in look.boxes.items()}
        for look in (ours, theirs)
    ]
    assert frames[0] == frames[1]
    assert (theirs.width, theirs.indents) == (ours.width, ours.indents)
    path = built(tmp_path, LIBREOFFICE)
    assert not OpenXmlValidator().validate(str(path)).errors
    assert not word_messages(path, CREDIT)


def test_the_page_takes_the_sites_paper_and_smaller_type_makes_every_style_smaller_down_to_what_can_be_read(tmp_path):
    file = docx.Document(str(built(tmp_path, paper="a4", size=9)))
    assert [(round(section.page_width.mm), round(section.page_height.mm)) for section in file.sections] == [(210, 297)]
    stop = file.styles["Footer"].paragraph_format.tab_stops[0].position
    assert abs(stop - (file.sections[0].page_width - file.sections[0].left_margin - file.sections[0].right_margin)) < Pt(1)
    before = {style.name: style.font.size for style in docx.Document(str(TEMPLATE)).styles if style.type != WD_STYLE_TYPE.LIST and hasattr(style, "font")}
    after = {name: file.styles[name].font.size for name, size in before.items() if size and name in file.styles}
    assert {name for name, size in after.items() if size < before[name]} >= {"Heading 1", "Heading 2"}
    assert not [name for name, size in after.items() if size < min(before[name], Pt(8.5))]


def test_every_box_and_every_depth_of_a_list_is_valid_and_has_its_style(tmp_path):
    path = built(tmp_path)
    assert not OpenXmlValidator().validate(str(path)).errors
    assert [p.style.name for p in docx.Document(str(path)).paragraphs if p.style.name.startswith("List N")] == [
        "List Number",
        "List Number 2",
        *["List Number 3"] * 3,
    ]


def test_the_template_is_valid_shows_each_of_its_styles_and_has_the_colors_and_margins_of_all_papers():
    assert not OpenXmlValidator().validate(str(TEMPLATE)).errors
    template, text = read_template(TEMPLATE), part(TEMPLATE, "document")
    used = {element.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for element in text.iter(f"{W}{tag}")}
    with zipfile.ZipFile(TEMPLATE) as parts:
        used |= {element.get(f"{W}val") for element in lxml.etree.fromstring(parts.read("word/footer1.xml")).iter(f"{W}pStyle")}
    assert {template.style_ids[name] for names in STYLES.values() for name in names} <= used
    theme = {name: part(TEMPLATE, "theme/theme1").find(f".//{{*}}{name}/{{*}}srgbClr").get("val") for name in ("dk1", "dk2", "lt2", "accent5", "accent6")}
    margins = {side: int(template.section.find(f"{W}pgMar").get(W + side)) for side in ("left", "right", "top", "bottom")}
    assert margins == {"left": twips("margin"), "right": twips("margin"), "top": twips("top"), "bottom": twips("bottom")}
    assert theme == {"dk1": color("text"), "dk2": color("pine"), "lt2": color("surface"), "accent5": color("line"), "accent6": color("muted")}


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        ("word/styles.xml", '<w:name w:val="Sheet Opening"/>', '<w:name w:val="Opening"/>', 'lacks the paragraph style "Sheet Opening"; make a style of this name'),
        ("word/styles.xml", '<w:name w:val="Point Id"/>', '<w:name w:val="Id"/>', 'lacks the character style "Point Id"'),
        ("word/styles.xml", '<w:name w:val="Text Table"/>', '<w:name w:val="T"/>', 'lacks the table style "Text Table"'),
        ("word/styles.xml", 'w:type="character" w:customStyle="1" w:styleId="Mark"', 'w:type="paragraph" w:styleId="Mark"', '"Mark" is a paragraph style; make it a character'),
        ("word/styles.xml", '<w:numId w:val="4"/>', '<w:numId w:val="99"/>', 'the style "List Number" has no numbers'),
        ("word/footer1.xml", '<w:alias w:val="Credit"/><w:tag w:val="credit"/>', "", 'has no content control with the tag or title "credit"'),
        ("word/footer1.xml", '<w:alias w:val="Edition"/><w:tag w:val="edition"/>', "", 'has no content control with the tag or title "edition"'),
        ("word/document.xml", '<w:footerReference w:type="default" r:id="rId6"/>', "", "has no footer"),
        ("word/document.xml", "</w:body>", "", "cannot be read as a Word file"),
    ],
)  # fmt: skip
def test_a_template_that_lacks_something_is_told_by_file_style_and_remedy(tmp_path, name, before, after, told):
    damaged = without(Path(shutil.copy(TEMPLATE, tmp_path)), name, before, after)
    found = [str(problem) for problem in template_problems(damaged)]
    assert [message for message in found if message.startswith(f"{NAME}: ") and told in message and "bring the file back" in message], found
    with pytest.raises(ProblemsFound):
        built(tmp_path, damaged)


def test_what_is_no_word_file_is_told_and_never_a_traceback(tmp_path):
    bad = tmp_path / "template.docx"
    told = []
    for content in (b"", b"no zip", b"\xd0\xcf\x11\xe0old Word"):
        bad.write_bytes(content)
        told += [str(problem) for problem in template_problems(bad)]
    told += [str(problem) for problem in template_problems(tmp_path / "none.docx")]
    assert len(told) == 4
    assert not [message for message in told if "cannot be read as a Word file" not in message or "save it in Word as" not in message]


@pytest.mark.parametrize(
    ("part", "before", "after", "told"),
    [
        ("word/_rels/document.xml.rels", "</Relationships>", '<Relationship Id="x" Type="a/oleObject" Target="embeddings/sheet.bin"/></Relationships>', "an object of another program"),
        ("word/_rels/document.xml.rels", "</Relationships>", '<Relationship Id="x" Type="a/aFChunk" Target="page.html"/></Relationships>', "an object of another program"),
        ("word/_rels/document.xml.rels", "</Relationships>", '<Relationship Id="x" Type="a/vbaProject" Target="vbaProject.bin"/></Relationships>', "holds macros; save it"),
        ("word/_rels/document.xml.rels", "</Relationships>", '<Relationship Id="x" Type="a/image" Target="https://x.example/a.png" TargetMode="External"/></Relationships>', "links to a file elsewhere (https://x.example/a.png)"),
        ("word/_rels/document.xml.rels", "</Relationships>", '<Relationship Id="x" Type="a/hyperlink" Target="file:///C:/Users/ann/a.docx" TargetMode="External"/></Relationships>', "links to a file elsewhere"),
        ("word/footer1.xml", 'w:instr="PAGE"', 'w:instr=" LASTSAVEDBY "', "holds the field LASTSAVEDBY; type the words instead"),
        ("word/footer1.xml", 'w:instr="PAGE"', 'w:instr="INCLUDEPICTURE https://x.example/a.png"', "holds the field INCLUDEPICTURE"),
        ("word/footer1.xml", "<w:r><w:tab/>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>AUT</w:instrText></w:r><w:r><w:instrText>HOR</w:instrText></w:r><w:r><w:tab/>', "holds the field AUTHOR"),
        ("word/footer1.xml", "<w:r><w:tab/>", '<w:ins w:id="1" w:author="A. Nother"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:tab/>', "its footer1 holds tracked changes"),
        ("word/styles.xml", "<w:keepLines/>", '<w:keepLines/><w:pPrChange w:id="1" w:author="A. Nother"><w:pPr/></w:pPrChange>', "its styles holds tracked changes"),
        ("word/footer1.xml", '<w:id w:val="1002"/>', '<w:id w:val="1002"/><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]" w:storeItemID="{0}"/>', "shows a property of the file"),
    ],
)  # fmt: skip
def test_a_template_that_would_bring_macros_files_from_elsewhere_or_names_of_people_into_published_files_is_refused(tmp_path, part, before, after, told):
    damaged = without(Path(shutil.copy(TEMPLATE, tmp_path)), part, before, after)
    found = [str(problem) for problem in template_problems(damaged)]
    assert [message for message in found if message.startswith(f"{NAME}: ") and told in message], found


def test_a_letterhead_with_a_picture_and_a_web_address_is_taken(tmp_path):
    def change(template) -> None:
        header = template.sections[0].header
        header.paragraphs[0].add_run().add_picture(str(TEMPLATE.parents[3] / "docs/assets/images/front-page.png"))
        header.part.relate_to("https://lane.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    path = built(tmp_path, restyled(tmp_path, change))
    assert not OpenXmlValidator().validate(str(path)).errors
    assert docx.Document(str(path)).sections[0].header.part.related_parts


def test_a_footer_in_which_the_credit_cannot_be_read_is_refused(tmp_path):
    for change in ({"size": Pt(3)}, {"hidden": True}):
        template = restyled(tmp_path, lambda file, change=change: [setattr(file.styles["Footer"].font, key, value) for key, value in change.items()])
        copy = template.rename(tmp_path / f"{'-'.join(change)}.docx")
        assert word_messages(built(tmp_path, copy), CREDIT) == ["hides the credit in a footer: it is marked as hidden, white or too small"]
