"""A region's values appear literally: whatever they look like, they are never markup."""

from pathlib import Path

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import Markdown

from macros.values.escape import escape, escape_text
from macros.values.region_values import marked
from playbook.files.font_coverage import drawable
from playbook.model.region import Region
from playbook.render.components.template import components
from playbook.search.index_file import read_index
from tests.support.localized import localized_html
from tests.support.project import HARD_NAME

DRAWABLE = st.text(st.sampled_from([chr(point) for point in sorted(drawable())]), min_size=1, max_size=60).map(str.strip).filter(bool)
EXTENSIONS = ["attr_list", "md_in_html", "def_list", "tables", "pymdownx.tabbed"]


@settings(max_examples=300, deadline=None)
@given(DRAWABLE)
def test_a_value_in_markdown_comes_out_as_typed(value):
    region = Region.model_construct(region=value)
    source = Environment().from_string("A **point in {{ v }}.** And so on.\n{ #s10 }").render(v=marked("region"))
    root = localized_html(Markdown(extensions=EXTENSIONS).convert(source), region)
    span = root.xpath('.//span[@data-field="region"]')
    assert [element.text_content() for element in span] == [value]
    assert len(span[0]) == 0
    assert {element.tag for element in root.iter()} == {"div", "p", "strong", "span"}


@settings(max_examples=200, deadline=None)
@given(DRAWABLE)
def test_a_value_in_an_attribute_comes_out_as_typed(value):
    element = lxml.html.fragment_fromstring(f'<p title="{escape_text(value)}">{escape_text(value)}</p>')
    assert (element.get("title"), element.text) == (value, value)
    assert "{" not in escape_text(value) and "<" not in escape_text(value)


def component_of(folder: Path, name: str, template: str, **data: object) -> str:
    """Return a component of the macros made of a template of our own."""
    (folder / f"{name}.html.jinja").write_text(template, "utf-8")
    return components(folder, escape)(name, **data)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DRAWABLE)
def test_text_in_a_component_comes_out_as_typed_though_markdown_reads_it_again(tmp_path, value):
    html = component_of(tmp_path, "card", '<div class="card" markdown="1">\n\n### {{ text }}\n\n<p title="{{ text }}">{{ text }}</p>\n\n</div>\n', text=value)
    root = lxml.html.fragment_fromstring(Markdown(extensions=EXTENSIONS).convert(html), create_parent="div")
    assert [root.xpath("string(.//h3)"), root.xpath("string(.//p/@title)"), root.xpath("string(.//p)")] == [value] * 3
    assert {element.tag for element in root.iter()} == {"div", "h3", "p"}


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<p>{{ txt }}</p>", r"card\.html\.jinja: the template cannot be filled: 'txt' is undefined"),
        ("<p>\n{% if %}</p>", r"card\.html\.jinja:2: the template cannot be filled"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_file(tmp_path, template, message):
    with pytest.raises(ValueError, match=message):
        component_of(tmp_path, "card", template, text="x")


def test_a_hard_name_stands_in_every_title_and_nowhere_becomes_markup(site):
    edition = site / "regions/hard-name"
    for file in edition.rglob("*.html"):
        root = lxml.html.parse(str(file))
        assert HARD_NAME in root.findtext(".//title"), file
        assert not root.xpath("//b | //u | //article//i | //article//script | //*[@data-field]/*"), file
        assert "49" not in root.findtext(".//title")


def test_hard_values_stand_in_the_text_as_typed(site):
    root = lxml.html.parse(str(site / "regions/hard-name/talking-points/what-are-you-up-to.html")).getroot()
    fields = {span.get("data-field"): span.text_content() for span in root.xpath("//span[@data-field]")}
    assert fields["region"] == HARD_NAME
    assert fields["industry"] == "<i>A & B</i> [x](y) `z` _w_ # {% if %} | \\ ~~q~~"
    steps = lxml.html.parse(str(site / "regions/hard-name/talking-points/what-they-are.html")).getroot()
    added = " ".join(" ".join(element.text_content() for element in steps.xpath('//div[@class="ours local"]')).split())
    assert "{{ region }} & <u>roads</u>" in added
    assert "12% *x* <b>y</b> (2026, {{ 1 }})" in added
    assert steps.xpath('//div[@class="ours local"]//a/@href') == ["https://example.org/?a=1&b=<2>"]


def test_a_hard_name_is_found_by_search_as_typed(site):
    index = read_index(site / "regions/hard-name")
    texts = [f"{entry['title']} {entry['text']}" for entry in index["entries"]]
    assert any(HARD_NAME in text for text in texts)


@pytest.mark.parametrize("sign", ["<", "{", "}", "*", "_", "`", "[", "&", '"', "'", "\\", "#", "|"])
def test_every_sign_of_markdown_html_and_jinja_is_disarmed(sign):
    assert sign not in escape_text(f"a{sign}b").replace(f"&#{ord(sign)};", "")
