"""Whatever is written, in a file, a page, a link or a value: it is refused with a clear message, or it appears literally."""

import base64
import json
import re
import unicodedata
from datetime import date

import docx
import lxml.html
import pytest
import yaml
from hypothesis import Phase, given
from hypothesis import strategies as st
from markdown import Markdown
from pydantic import ValidationError
from pypdfium2 import PdfDocument

from macros.points.glossary_terms import term
from playbook.check.macro_arguments import page_signature
from playbook.check.markdown_lint import prose_problems
from playbook.check.template_lint import expression_problems
from playbook.content.front_matter import split
from playbook.content.ical import calendars
from playbook.content.page import Page
from playbook.files.diagnostics import UNSEEN
from playbook.model.clock import current
from playbook.model.edition import Edition
from playbook.model.formatting import zone_in_words
from playbook.model.region import Region
from playbook.model.region_fields import FIELDS, text_of
from playbook.model.region_file import load_region
from playbook.model.time_zone import zones
from playbook.paper.document import Bullets, Document, Heading, Paragraph, Run, Table
from playbook.paper.docx.writer import write_word
from playbook.paper.fit import write_pdf
from playbook.paper.imprint import Imprint
from tests.support import hostile
from tests.support.hostile import made_up
from tests.support.own_version import LINKS, LOCALIZE, add_scripts
from tests.support.project import ROOT

TODAY = date(2026, 11, 23)
FOUND = (Phase.generate,)  # a fault of twenty links at once is shown as it is found: to make it small takes minutes
CONTEXT = {"today": TODAY, "example": False}
MARKDOWN = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "def_list", "pymdownx.blocks.html", "pymdownx.tabbed"]
PIECES = ("<b>", "</b>", "<", ">", "b>", "<script>", "<!--", "-->", "<?", "<![CDATA[", "`", "``", "```", "~~~", "```\n", "~~~\n", "\n```\n", "\n~~~\n", "\\", "\n", "\n\n", "    ", "- ", "> ",
          "# ", "a", " ", "*", "|", "[x](", ")", "javascript:", "{ .a }", "{ onclick=1 }", "{: onclick='1' }", "/// html | script\n", "///\n", ": ", "=== \"a\"\n", "&lt;", "{#", "\t", "1. ")  # fmt: skip


def is_clear(problems: list, file: str) -> bool:
    """Whether each message begins with the file and is one line that does nothing to a terminal."""
    return all(str(problem).startswith(file) and not re.search(r"[\r\n]", str(problem)) and not UNSEEN.search(str(problem)) for problem in problems)


def loaded(folder, data: bytes) -> Region | None:
    """The region of a file, or None after clear problems: never both, never neither."""
    (folder / "x.yml").write_bytes(data)
    region, problems = load_region(folder / "x.yml", TODAY)
    assert (region is None) == bool(problems)
    assert is_clear(problems, f"{folder.name}/x.yml")
    return region


@made_up(200)
@given(st.binary(max_size=200) | hostile.yaml_ish.map(str.encode))
def test_any_bytes_give_a_region_or_clear_problems(tmp_path, data):
    loaded(tmp_path, data)


@made_up(160)
@given(st.dictionaries(st.sampled_from(list(Region.model_fields)), hostile.anything, max_size=8) | hostile.regions)
def test_any_values_give_a_region_that_can_be_said_or_clear_problems(tmp_path, given_values):
    try:
        text = yaml.safe_dump(given_values, allow_unicode=True, default_style='"')
    except yaml.YAMLError:  # what no YAML can hold
        return
    if region := loaded(tmp_path, text.encode("utf-8", "surrogatepass")):
        assert all(text_of(region, key).strip() for key in FIELDS if not key.endswith(".its_on"))
        assert all(data.startswith(b"BEGIN:VCALENDAR") for _, data in calendars(Edition("x", region, ""), TODAY))


def test_every_time_zone_that_is_taken_has_a_name_in_words():
    assert not [zone for zone in zones() if not zone_in_words(zone).strip()]


@made_up(200)
@given(hostile.yaml_ish, st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_any_page_is_read_or_gives_clear_problems(front, body):
    text = f"---\n{front}\n---\n{body}"
    found, rest, line, problems = split(text, "docs/x.md")
    page = Page("docs/x.md", text, found, rest, line)
    assert is_clear([*problems, *prose_problems(page), *expression_problems(page, {"term": page_signature(term)})], "docs/x.md")


around = st.lists(st.sampled_from(("`", "``", "```", "~~~", "\\", "\n", "\n\n", "a", " ", "    ", "- ", "<", "{", "// ")), max_size=5).map("".join)
tagged = st.sampled_from(("`<b>`", "`` <b> ``", "```\n<b>\n```", "~~~\n<b>\n~~~", "\n```\n<b>\n", "b>", "a"))


@made_up(1000)
@given(st.tuples(around, tagged, around).map("".join) | st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
def test_a_page_without_a_fault_brings_no_html_of_its_own(body):
    page = Page("docs/x.md", body, None, body, 1)
    if [*prose_problems(page), *expression_problems(page, {})]:
        return
    root = lxml.html.fragment_fromstring(Markdown(extensions=MARKDOWN).convert(body) or "<p></p>", create_parent="div")
    assert not [node for node in root.iter() if not isinstance(node.tag, str) or node.tag in ("b", "script")]
    assert not root.xpath('//@*[starts-with(name(), "on")]')


@pytest.fixture(scope="module")
def reader(chrome):
    """A bare browser page with every place that a value is put into, and the scripts that put it there."""
    page = chrome.new_page()
    fields = "".join(f'<p><span data-field="{key}"></span></p>' for key in FIELDS)
    lists = '<div data-local="priorities"><ul></ul></div><div data-local="results"><ul></ul></div>'
    call = (
        '<div class="sheet-call" data-block="contact"><p>Call</p></div><p data-meeting="planning_meeting" data-unset="to be set"></p><p data-own="region"></p>'
    )
    page.set_content(f"<!doctype html><title data-block=title data-page=T data-site=S></title><body>{fields}{lists}{call}</body>")
    page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")  # one day in every time zone that a browser takes
    page.evaluate(
        "window.playbook = { root: new URL('file:///'), device: { keys: { own: 'own' }, read: () => null, write: () => true }, shares: () => location.hash.startsWith('#my=') }"
    )
    add_scripts(page, (*LINKS, *LOCALIZE))
    yield page
    page.close()


OPENED = """links => links.map(link => {
  location.hash = link;
  const { values, problems } = playbook.store.shared() ?? { values: null, problems: ["no link"] };
  if (!values) return { problems };
  playbook.localize(document, values);
  const said = Object.fromEntries([...document.querySelectorAll("p > [data-field]:only-child")].map(field => [field.dataset.field, field.textContent]));
  const tags = [...new Set([...document.body.querySelectorAll("*")].map(element => element.localName))];
  const hrefs = [...document.querySelectorAll("a[href]")].map(a => a.protocol);
  return { said, tags, hrefs, alone: [...document.querySelectorAll("[data-field]")].every(field => !field.children.length), ran: window.ran ?? null };
})"""


def link(text: str | bytes) -> str:
    return "#my=" + base64.urlsafe_b64encode(text if isinstance(text, bytes) else text.encode()).decode().rstrip("=")


def held_by_python(values: dict) -> Region | None:
    try:
        return Region.model_validate(values, context=CONTEXT)
    except ValidationError:
        return None


@made_up(8, FOUND)
@given(st.lists(hostile.regions, min_size=20, max_size=20))
def test_a_link_is_refused_or_shown_literally_just_as_a_file_is(reader, many):
    links = [link(json.dumps({"version": 1, "region": values})) for values in many]
    for values, opened in zip(many, reader.evaluate(OPENED, links), strict=True):
        region = held_by_python(values)
        assert bool(opened.get("problems")) == (region is None), (values, opened)
        if region:
            assert {key: opened["said"][key] for key in FIELDS} == {key: text_of(current(region, TODAY), key) for key in FIELDS}
            assert set(opened["tags"]) <= {"p", "span", "div", "ul", "li", "strong", "br", "a", "script"} and opened["alone"] and opened["ran"] is None
            assert set(opened["hrefs"]) <= {"https:", "http:", "mailto:"}


@made_up(12, FOUND)
@given(
    st.lists(
        st.binary(max_size=60).map(link)
        | st.text(max_size=30).map("#my=".__add__)
        | hostile.anything.map(lambda given: link(json.dumps({"version": 1, "region": given}))),
        min_size=25,
        max_size=25,
    )
)
def test_a_link_with_anything_in_it_never_ends_in_an_error(reader, links):
    for opened in reader.evaluate(OPENED, links):
        assert opened.get("problems") or opened["alone"]


def test_no_script_of_ours_makes_markup_or_code_of_text():
    made = re.compile(r"(inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|\beval\(|new Function|setTimeout\(\s*[\"'`]|document\.write\((?!`<script src=)")
    scripts = (ROOT / "docs/assets/javascripts").rglob("*.js")
    assert not [f"{path.name}: {found[0]}" for path in scripts if (found := made.search(path.read_text("utf-8")))]


def squeezed(text: str) -> str:
    """Text without blanks, signs that are drawn alike as one: a reader of PDFs breaks lines, and joins letters, where the page does."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def paper(texts: list[str]) -> Document:
    """A document with each of the texts in a place of its own kind, and as the address of a link."""
    address = "https://example.org/" + re.sub(r"\s", "", texts[0])
    blocks = (
        Heading(1, (Run(texts[0]),)), *(Paragraph((Run(text),)) for text in texts[1:-3]), Paragraph((Run(texts[-3], bold=True), Run(" "), Run("there", href=address))),
        Bullets(((Paragraph((Run(texts[-2], italic=True),)),),)), Table((Run(texts[-1]),), ((Run("one"),), (Run("two"),)), (((Run(texts[0]),), (Run(texts[1]),)),), (None,)),
    )  # fmt: skip
    return Document(texts[0], texts[1], "", blocks, "sheets/x.html")


MANY = st.lists(hostile.values, min_size=12, max_size=12)


def has_loose_marks(text: str) -> bool:
    """Tell whether a letter of the text has marks that stand by themselves, or is one that Public Sans may have to put together."""
    return any(unicodedata.combining(sign) or (sign > "\u017f" and len(unicodedata.normalize("NFD", sign)) > 1) for sign in text)


# typst draws a letter right whose mark no font has joined to it, but writes both twice into the text that is copied
@made_up(25)
@given(st.lists(hostile.values.filter(lambda text: not has_loose_marks(text)), min_size=12, max_size=12))
def test_every_value_stands_in_the_pdf_as_it_is(tmp_path, texts):
    write_pdf(paper(texts), Imprint("The credit", texts[2], "letter", TODAY), tmp_path / "x.pdf")
    document = PdfDocument(tmp_path / "x.pdf")
    said = squeezed("".join(page.get_textpage().get_text_bounded() for page in document))
    title = document.get_metadata_dict()["Title"]
    document.close()
    assert not [text for text in texts if squeezed(text) not in said]
    assert title == texts[0]


@made_up(25)
@given(MANY)
def test_every_value_stands_in_the_word_file_as_it_is(tmp_path, texts):
    write_word(paper(texts), Imprint("The credit", texts[2], "letter", TODAY), tmp_path / "x.docx")
    file = docx.Document(str(tmp_path / "x.docx"))
    said = [paragraph.text for paragraph in file.paragraphs] + [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert not [text for text in texts if not any(text in paragraph for paragraph in said)]
    assert (file.core_properties.title, file.core_properties.subject) == (texts[0], texts[1])
    assert any(texts[2] in paragraph.text for paragraph in file.sections[0].footer.paragraphs)
