"""Words of the tool on a region's page are credited beside them, however the page is written."""

from pathlib import Path

import pytest

from playbook.content.attribution import foot, line
from playbook.content.page import load_pages
from playbook.content.point_text import adapted_lines, read_points
from playbook.credit.credit_check import kind_of
from playbook.credit.uncredited import uncredited_messages
from playbook.output.html_page import BuiltPage
from tests.support.project import ROOT, only_region, run
from tests.support.small_playbook import small

LINES = adapted_lines(read_points(load_pages(ROOT)[0]))
HEAD = "---\ntitle: Lines\ndescription: For our partners.\norigin: local\nreviewed: 2026-11-01\n---\n\n# Lines\n\n"
TOOL = "We’re wearing businesses out. It’s hard to get businesses to the table and keep them there."
CREDIT = f'<p class="origin-part" data-origin="toolkit">{line("toolkit")}</p>'
QUOTE = f'<blockquote><p>A line <a class="point-id" href="../x.html#s62">S62</a></p>{CREDIT}</blockquote>'
JOINERS = TOOL.replace("hard", "ha\u200drd").replace("table", "ta\u00adble")


def messages(article: str) -> list[str]:
    return list(uncredited_messages(BuiltPage.of(f"<html><body><article>{article}</article></body></html>", "x.html"), LINES))


@pytest.mark.parametrize(
    "article",
    [
        f"{QUOTE}<p>{TOOL}</p>", f"<p>{JOINERS}</p>", f"<p>{TOOL.upper()}</p>", "<p>My team supports a business\u2011led partnership in wood.</p>", f"<p>{TOOL.replace('’', chr(39))}</p>", f"<p>{TOOL.replace('hard', '<em>ha</em>rd')}</p>",
        f"<p>{TOOL}</p>{CREDIT}", f"{CREDIT}<blockquote><p>{TOOL}</p></blockquote>",
        "<p>My team supports a <b>business-led partnership</b> in wood.</p>", "<p>On the table is the launch of our Oregon wood partnership, and you have a say in it.</p>",
    ],
)  # fmt: skip
def test_words_of_the_tool_outside_a_credited_part_are_refused(article):
    assert [message for message in messages(article) if "holds a point of the tool" in message], article


def test_a_quoted_point_and_the_chart_want_their_credit_beside_them():
    link = '<p>A line <a class="point-id" href="../x.html#s62">S62</a></p>'
    assert "quotes S62 without" in messages(f"<blockquote>{link}</blockquote>")[0]
    assert "quotes S62 without" in messages(f"{QUOTE}<blockquote>{link}</blockquote>")[0]
    assert "figures without its credit" in messages('<figure class="shares"></figure>')[0]
    assert "figures without its credit" in messages(f'{QUOTE}<figure class="shares"></figure>')[0]


def test_credited_parts_and_words_of_ones_own_are_taken():
    assert (
        messages(
            f'{QUOTE}<figure class="shares">{CREDIT}</figure><blockquote><p>{TOOL}</p>{CREDIT}</blockquote><p>Our bus leaves at nine. That is the hard part.</p>'
        )
        == []
    )
    assert messages('<p>A <a class="point-id" href="x.html#c05">C05</a></p>') == []  # a point of ours


SPOKEN_OF = 'It says data-origin="toolkit" here, &lt;p class="origin-part" data-origin="toolkit"&gt; too.\n'


@pytest.fixture(scope="module")
def local(tmp_path_factory) -> Path:
    """The local pages of an edition whose convener is the Lane Board."""
    project = small(tmp_path_factory.mktemp("local") / "fork")
    only_region(project, "lane", "region: Lane\nstage: planning\nexample: true\nconvener: {name: Lane Board}\n")
    (project / "docs/local").mkdir(exist_ok=True)
    glued = ["> { .x }", "{ .x }", "> { .x title=y }", "> more", "more"]
    macros = {"lines": '{{ lines("s62", "s67") }}', "pitch": '{{ pitch("s10", "s12") }}', "words": '{{ invite_words("s67") }}'}
    texts = {f"{name}{number}": macro + text for number, text in enumerate(glued) for name, macro in macros.items()}
    for name, text in {**texts, "chart": "{{ shares_chart() }}", "quoting": '{{ lines("s12", "s13") }}', "bus": SPOKEN_OF}.items():
        (project / f"docs/local/{name}.md").write_text(f"{HEAD}{text}\n", "utf-8")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    return project / "site/regions/lane/local"


def test_nothing_glued_to_a_macro_takes_its_credit_away_and_the_chart_brings_its_own(local):
    chart = BuiltPage(local / "chart.html", "local/chart.html")
    assert kind_of(chart, "local") == "mixed" and line("toolkit") in chart.text("//figure")[0]


def test_a_page_of_a_region_that_quotes_the_tool_names_the_conveners_for_the_rest(local):
    feet = {name: BuiltPage(local / f"{name}.html", name).text('//p[@class="credit"]') for name in ("quoting", "bus")}
    assert feet["quoting"] == [foot("mixed").replace("the contributors of the Support Team Playbook", "Lane Board")]
    assert feet["bus"] == [foot("playbook").replace("the contributors of the Support Team Playbook", "Lane Board")]
