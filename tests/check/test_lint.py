"""What is wrong in a page is said before the build, all at once, with the editor's own line."""

import os
import re
import shutil
from datetime import date

import lxml.html
import pytest

from playbook.build.site_build import prepared
from playbook.check.attribute_lint import FAMILIES, RESERVED
from playbook.check.deleted_pages import deleted_pages
from playbook.check.source_check import lint
from playbook.content.page import load_pages
from playbook.files.diagnostics import ProblemsFound
from tests.support.project import ROOT, fork, only_region, run
from tests.support.small_playbook import small

FRONT = "---\ntitle: A\ndescription: B\norigin: playbook\nreviewed: 2026-11-01\n---\n\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """One fork; each test writes the same extra page anew."""
    return fork(tmp_path_factory.mktemp("lint") / "fork")


def said(project, text: str, name: str = "docs/extra.md") -> list[str]:
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    try:
        return [str(problem) for problem in lint(project)]
    finally:
        path.unlink()


def test_the_playbooks_own_pages_are_without_fault():
    assert lint(ROOT) == []


MISTAKES = [
    ("{{ region.industy }}", 'docs/extra.md:8: region.industy is not known; did you mean "industry"?'),
    ("{{ region.launch_meeting }}", "docs/extra.md:8: region.launch_meeting is not known; use one of region.launch_meeting.date"),
    ("{{ terms('x') }}", 'docs/extra.md:8: terms is not known; did you mean "term"?'),
    ('{{ term("labour shed") }}', 'docs/extra.md:8: term "labour shed" is not known; did you mean "labor shed"?'),
    ('{{ point("s88") }}', 'docs/extra.md:8: point "s88" is not known; did you mean "s'),
    ('{% call audience("educater") %}x{% endcall %}', 'docs/extra.md:8: audience "educater" is not known; did you mean "educators"?'),
    ('{% call stage("launched") %}x{% endcall %}', 'docs/extra.md:8: stage "launched" is not known; did you mean "launch"?'),
    ('{{ by_stage(unset="a", planning="b", launch="c") }}', 'docs/extra.md:8: by_stage lacks the wording for active; add active="…"'),
    ('{{ sheet_to_say("educator", "planning") }}', 'docs/extra.md:8: sheet_to_say "educator" is not known; did you mean "educators"?'),
    ('{{ sheet_tools("educators", "planing") }}', 'docs/extra.md:8: sheet_tools "planing" is not known; did you mean "planning"?'),
    ('{{ term("zyx") }}', 'docs/extra.md:8: term "zyx" is not known; use one such as '), ('{{ point("qqq") }}', 'docs/extra.md:8: point "qqq" is not known; use one such as '),
    ('{{ source("qqq") }}', 'docs/extra.md:8: source "qqq" is not known; use one such as '), ("{{ region.qqq }}", "docs/extra.md:8: region.qqq is not known; use one such as "),
    *((f"{{{{ note_lines({count}) }}}}", "docs/extra.md:8: note_lines makes 1 to 60 lines; write how many") for count in ("0", "61", "5000000", "count=99999999999999999999")),
    ("{% if region %}x{% endif %}", "docs/extra.md:8: a page holds no conditions"),
    ("{% for x in y %}{% endfor %}", "docs/extra.md:8: a page holds no conditions"),
    ("Text.\n\n{{ region", "docs/extra.md:"),
    ("## Head {#id}", "docs/extra.md:"),
    ("## In {{ region }}", "docs/extra.md:8: a region's value stands in a heading"),
    ("[to {{ region }}](x.md)", "docs/extra.md:8: a region's value stands in a link's text"),
    ("![{{ region }}](x.png)", "docs/extra.md:8: a region's value stands in an image's text"),
    ("`{{ region.state }}`", "docs/extra.md:8: a region's value stands in code"),
    ("```\n{{ region }}\n```", "docs/extra.md:9: a region's value stands in code"),
    ("Text\n{ title={{ region }} }", "docs/extra.md:9: a region's value stands in an attribute"),
    ("a <b>c</b>", "docs/extra.md:8: HTML (<b) in prose"),
    ("Text\n{ style='x' }", "docs/extra.md:9: a style attribute"),
    ("- **Again.** Detail.\n  { #s31 }", "docs/talking-points/what-they-are.md"),
]  # fmt: skip
WRONG_CALLS = [
    ('{% call card("a", "b", "c") %}x{% endcall %}', "card is given 3 values; it takes title (words in quotes)"),
    ("{% call card() %}x{% endcall %}", "card lacks title; it takes title (words in quotes)"),
    ('{% call card("a", title="b") %}x{% endcall %}', "card is given title twice; it takes title (words in quotes)"),
    ('{{ card("a") }}', "card wants text between {% call card(…) %} and {% endcall %}"),
    ('{% call card("a", caller="b") %}x{% endcall %}', "card: caller= is not known; it takes title"),
    ('{% call term("convener") %}x{% endcall %}', "term takes no text between {% call %} and {% endcall %}; write {{ term(…) }}"),
    ('{% call each_audience("x") %}y{% endcall %}', "each_audience hands 1 word to its text; write {% call(word) each_audience(…) %}"),
    ('{% call(who) card("x") %}y{% endcall %}', "card hands no words to its text; write {% call card(…) %}"),
    ('{% call(who) each_audience("x") %}{{ who() }}{% endcall %}', "who is a value, not a macro; write it without ( and )"),
    ("{{ region() }}", "region is a value, not a macro; write it without ( and )"),
    ("{{ lines(region) }}", "lines wants words in quotes for keys; it takes any number of keys, words in quotes"),
    ("{{ calendar_file(region.planning_meeting.date) }}", "calendar_file wants words in quotes for key; it takes key (words in quotes)"),
    ("{{ invite_words(7) }}", "invite_words wants words in quotes for keys"),
    ('{{ lines("s12", points="s13") }}', "lines: points= is not known; it takes any number of keys"),
    ('{{ pitch("s12", logo="x", here="y") }}', "pitch: here= is not known; it takes any number of keys, words in quotes, lines=true if wanted"),
    ('{{ pitch("s12", lines="yes") }}', "pitch wants true or false for lines; it takes"),
    ('{{ note_lines("two") }}', "note_lines wants a whole number for count; it takes count (a whole number)"),
    ('{{ shares_chart("s36") }}', "shares_chart is given 1 value; it takes nothing between ( and )"),
    ('{{ time_to_say("next", stadge="planning") }}', "time_to_say: stadge= is not known; it takes section (words in quotes), audience"),
    ('{{ case("sheridan") }}', "case lacks when; it takes key (words in quotes), place (words in quotes), when (words in quotes)"),
]  # fmt: skip


@pytest.fixture(scope="module")
def found(project) -> dict[str, list[str]]:
    """What is found of each body, in a page of its own, all in one run; every page is called docs/extra.md here."""
    bodies = {f"docs/extra-{number:02}.md": body for number, (body, _) in enumerate(MISTAKES + WRONG_CALLS)}
    for name, body in bodies.items():
        (project / name).write_text(FRONT + (f"Text.\n\n{body}\n" if body in dict(WRONG_CALLS) else f"{body}\n"), "utf-8")
    problems = [str(problem) for problem in lint(project)]
    for name in bodies:
        (project / name).unlink()
    return {body: [problem.replace(name, "docs/extra.md") for problem in problems if name in problem] for name, body in bodies.items()}


@pytest.mark.parametrize(("body", "message"), MISTAKES)
def test_a_mistake_in_a_page_is_named_with_its_line_and_remedy(found, body, message):
    assert any(message in problem for problem in found[body]), found[body]


@pytest.mark.parametrize(("body", "message"), WRONG_CALLS)
def test_a_macro_called_with_what_it_does_not_take_is_named_with_its_line_and_what_it_takes(found, body, message):
    assert [problem for problem in found[body] if problem.startswith(f"docs/extra.md:10: {message}")], found[body]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# No front matter\n", "docs/extra.md:1: starts without front matter"),
        ("---\ntitle: A\n---\n", "docs/extra.md:2: description: is required"),
        (FRONT.replace("title: A", "title: A\nregion: x"), "docs/extra.md:3: region: unknown key"),
        (FRONT.replace("title: A", "titel: A"), 'docs/extra.md:2: titel: unknown key; did you mean "title"?'),
        (FRONT.replace("playbook", "toolkitt"), 'docs/extra.md:4: origin: "toolkitt" is not known; use one of toolkit, playbook, local'),
        (FRONT.replace("title: A", "title: In {{ region }}"), "docs/extra.md:2: title: holds {{"),
        (FRONT.replace("description: B", "description: 'Say \"hello\" <b>'"), 'docs/extra.md:3: description: holds " or <'),
        (FRONT.replace("2026-11-01", "soon"), 'docs/extra.md:5: reviewed: "soon" is not a date'),
        (FRONT.replace("title: A", "title: A\nfor_audience: teachers"), 'docs/extra.md:3: for_audience: "teachers" is not known'),
        (FRONT.replace("title: A", "title: A: b"), "docs/extra.md:2: cannot be read as YAML"),
        (FRONT.replace("playbook", "local"), "docs/extra.md:4: origin: a local page belongs in docs/local/"),
    ],
)  # fmt: skip
def test_a_mistake_in_front_matter_is_named_with_its_line(project, text, message):
    found = said(project, text)
    assert any(message in problem for problem in found), found


def test_a_page_in_local_must_be_local(project):
    found = said(project, FRONT, "docs/local/extra.md")
    assert any("docs/local/extra.md:4: origin: pages in docs/local/ are local" in problem for problem in found), found


def test_all_pages_and_region_files_are_reported_in_one_run(tmp_path):
    project = small(tmp_path / "fork")
    (project / "docs/one.md").write_text(FRONT + "{{ region.industy }}\n", "utf-8")
    (project / "docs/two.md").write_text(FRONT + "\n## In {{ region }}\n", "utf-8")
    (project / "regions/x.yml").write_text("stage: planing\n", "utf-8")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 1
    for place in ("docs/one.md:8: ", "docs/two.md:9: ", "regions/x.yml:1: stage: "):
        assert place in done.stderr
    assert "Traceback" not in done.stderr


def test_what_only_a_macro_can_refuse_is_named_with_its_page(tmp_path):
    project = small(tmp_path / "fork")
    page = project / "docs/team/index.md"
    page.write_text(page.read_text("utf-8") + '\n{% call door("attic") %}x{% endcall %}\n', "utf-8")
    done = run(project, "build", "pine-valley")
    assert done.returncode == 1
    assert 'docs/team/index.md: door "attic" is not known; use one of meet, team, meeting, ours' in done.stderr
    assert "Traceback" not in done.stderr


def test_a_configuration_that_cannot_be_read_is_named(tmp_path):
    project = small(tmp_path / "fork")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("nonsense: [1\n")
    done = run(project, "build", "pine-valley")
    assert done.returncode == 1
    assert done.stderr.startswith("mkdocs.yml: ") and "line" in done.stderr


def test_a_link_of_a_local_page_that_leads_nowhere_is_named_with_its_line_and_remedy(tmp_path):
    project = small(tmp_path / "fork")
    only_region(project, "lane", "region: Lane\nstage: planning\n")
    links = "[a](nothere.pdf)\n[b](x.md#nope)\n[c](/team/index.md)\n[d](nothing)\n[e](it's.pdf) ![h](no%20pic.png)\n[i]\n\n[i]: ref.pdf\n"
    (project / "docs/local/x.md").write_text(FRONT.replace("playbook", "local") + links, "utf-8")
    done = run(project, "build", "--pages-only")
    there = "which is not there; put the file there, or mend the link"
    assert done.stderr.splitlines()[:-1] == [
        f'docs/local/x.md:8: links to "nothere.pdf", {there}',
        'docs/local/x.md:9: links to "x.md#nope", but that page has no such place; take the id from the page\'s address, or leave out what follows #',
        (
            'docs/local/x.md:10: links to "/team/index.md", which begins at the top of the server; write the path from this page to the other one, '
            'like ../team/index.md (did you mean "../team/index.md"?)'
        ),
        f'docs/local/x.md:11: links to "nothing", {there}',
        f'docs/local/x.md:12: links to "it\'s.pdf", {there}', f'docs/local/x.md:12: links to "no%20pic.png", {there}', f'docs/local/x.md:15: links to "ref.pdf", {there}',
    ]  # fmt: skip


def test_a_readme_is_its_folders_front_page_and_a_title_may_hold_an_ampersand(tmp_path):
    project = small(tmp_path / "fork")
    only_region(project, "lane", "region: Lane\nstage: planning\n")
    text = FRONT.replace("playbook", "local").replace("title: A", "title: Food & Beverage, R&D").replace("description: B", "description: AT&T & more")
    for name in ("docs/local/README.md", "docs/local/a/README.md"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text + "[up](../local/README.md)\n" * (name.count("/") == 2) + "Hello.\n", "utf-8")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    for name in ("local/index.html", "local/a/index.html", "regions/lane/local/index.html"):
        page = lxml.html.document_fromstring((project / "site" / name).read_bytes())
        assert page.findtext(".//title").startswith("Food & Beverage, R&D · ") and page.xpath('//meta[@name="description"]/@content') == ["AT&T & more"]
    (project / "docs/local/index.md").write_text(text, "utf-8")
    assert [str(problem) for problem in lint(project) if problem.file.startswith("docs/local/")] == [
        "docs/local/README.md: becomes the same page as the index.md beside it; keep one of them"
    ]


@pytest.mark.parametrize("title", ["A &amp; B", "R&copy", "&#60;b>"])
def test_a_title_that_html_would_read_otherwise_is_named(project, title):
    assert any("docs/extra.md:2: title: is read as “" in problem for problem in said(project, FRONT.replace("title: A", f"title: '{title}'")))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda fork: (fork / "playbook/fonts/PublicSans-Bold.ttf").unlink(),
            "playbook/fonts/PublicSans-Bold.ttf: is missing; papers are set in it, bring it back",
        ),
        (lambda fork: (fork / "playbook/fonts/PublicSans-Italic.ttf").write_bytes(b""), "playbook/fonts/PublicSans-Italic.ttf: is damaged"),
        (lambda fork: os.truncate(fork / "playbook/fonts/PublicSans-Regular.ttf", 5000), "playbook/fonts/PublicSans-Regular.ttf: is damaged"),
        (
            lambda fork: (fork / "playbook/fonts/PublicSans-Bold.ttf").write_bytes((fork / "playbook/fonts/PublicSans-BoldItalic.ttf").read_bytes()),
            "PublicSans-Bold.ttf: is another font than its name says; papers are set in it",
        ),
        (
            lambda fork: (fork / "playbook/fonts/NotoSansCherokee-Bold.ttf").write_bytes((fork / "playbook/fonts/NotoSans-Bold.ttf").read_bytes()),
            "NotoSansCherokee-Bold.ttf: is another font than its name says",
        ),
        (lambda fork: os.truncate(fork / "docs/assets/fonts/NotoSans-Bold.woff2", 900), "NotoSans-Bold.woff2, which is not there, is empty or damaged"),
        (
            lambda fork: (fork / "docs/assets/fonts/PublicSans-Bold.woff2").unlink(),
            "PublicSans-Bold.woff2, which is not there, is empty or damaged; bring it back",
        ),
        (
            lambda fork: (fork / "docs/assets/fonts/PublicSans-Regular.woff2").write_bytes(b""),
            "PublicSans-Regular.woff2, which is not there, is empty or damaged",
        ),
    ],
)
def test_a_font_that_is_missing_or_damaged_is_named(project, change, message):
    change(project)
    found = [str(problem) for problem in lint(project)]
    for folder in ("playbook/fonts", "docs/assets/fonts"):
        shutil.copytree(ROOT / folder, project / folder, dirs_exist_ok=True)
    assert len(found) == 1 and message in found[0], found


def test_the_page_for_writers_lists_the_classes_that_are_kept_and_no_others():
    text = (ROOT / "docs/localize/local-pages.md").read_text("utf-8")
    kept = text.partition("Kept are:")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"`([^`]+)`", kept)) == sorted([*FAMILIES, *RESERVED, "data-"])


def test_a_page_may_have_the_ids_and_classes_that_it_is_told_of(project):
    body = "# A\n\n## Bus lines { #bus-lines }\n\n[bus lines](#bus-lines)\n\n## Parking { .new-page }\n\nBehind the hall.\n{ .bus-line }\n"
    assert said(project, FRONT.replace("playbook", "local") + body, "docs/local/buses.md") == []


@pytest.mark.parametrize(
    "page",
    [
        "docs/sheets/community-active-handout.md",
        "docs/sheets/workforce-launch.md",
        "docs/team/practice.md",
        "docs/about/glossary.md",
        "docs/index.md",
        "docs/editions.md",
    ],
)
def test_a_page_that_was_deleted_is_named_itself_and_nothing_that_rests_on_it(project, page):
    text = (project / page).read_bytes()
    (project / page).unlink()
    problems = lint(project)
    (project / page).write_bytes(text)
    assert [problem.file for problem in problems] == [page]
    assert "is not there" in problems[0].message and "put it back from the file's history or from the original" in problems[0].message


LOCAL_FRONT = FRONT.replace("origin: playbook", "origin: local")
MAKES_A_PAGE = {
    "{{ my_sheet() }}": "../my-sheet.md",
    '{{ sheet_to_say("educators") }}': "../sheets/index.md",
    '{{ handout("educators", "launch") }}': "../sheets/index.md",
    '{{ sheet_tools("educators") }}': "../sheets/index.md",
    "{{ sheet_index() }}": "../sheets/index.md",
    "{{ everything() }}": "../everything.md",
    "{{ editions_list() }}": "../editions.md",
    "{{ start_here() }}": "../index.md",
    "{{ own_form() }}": "../localize/your-words.md",
}


@pytest.mark.parametrize(("call", "link"), MAKES_A_PAGE.items())
def test_what_makes_a_page_of_the_playbook_is_refused_once_on_a_local_page_with_the_link_to_write(project, call, link):
    (message,) = said(project, f"{LOCAL_FRONT}# Ours\n\nHello.\n\n{call}\n", "docs/local/ours.md")
    assert message.startswith("docs/local/ours.md:12: ") and f"link to that page instead: [its name]({link})" in message


def test_every_kind_of_mistake_of_a_local_page_is_told_once_in_one_run(project):
    slips = (
        '{{ pitch("qqq") }}', "{% set x = 1 %}{{ x }}", "a <b>c</b>", '{{ source("zzz") }}', '{{ case("yyy", "Lane", when="2020") }}', "[a](https://intranet)", "![Next Gen](x.png)",
        "{{ note_lines(900) }}", "{{ region.stat }}", "a\n• b",
    )  # fmt: skip
    found = said(project, f"{LOCAL_FRONT}# Ours\n\n" + "\n\n".join(slips) + "\n", "docs/local/ours.md")
    assert sorted(int(message.split(":")[1]) for message in found) == [*range(10, 28, 2), 29], found


def test_links_to_lost_files_and_what_follows_a_condition_are_told_in_the_first_round(project):
    """The build comes to links only where nothing else is wrong, and a condition that is not whole stopped the reading of its page."""
    text = "# Bus\n\n{% if x %}\n\n[Plan](plan.pdf), [here](bus.md#a), [up](../index.md), [web](https://lane.gov), [map](our%20map.png)\n\n```\n[no](x.md)\n```\n\n"
    text += '{{ pitch("s99") }} {{ region.industy }}\n'
    (project / "docs/local").mkdir(exist_ok=True)
    (project / "docs/local/bus.md").write_text(LOCAL_FRONT + text, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        prepared(project, date(2026, 11, 23), False)
    (project / "docs/local/bus.md").unlink()
    assert [str(problem).removeprefix("docs/local/bus.md:").partition(";")[0] for problem in found.value.problems] == [
        "10: {% if %} stands in a page, which holds no conditions, loops or definitions",
        '12: links to "our%20map.png", which is not there',
        '12: links to "plan.pdf", which is not there',
        '18: pitch "s99" is not known',
        "18: region.industy is not known",
    ]


@pytest.mark.parametrize(
    "link", ["[x](https://a.org/%zz)", "[x](<https://a.org/%z>)", "<https://a.org/%>", "![x](a%g0.png)", "[x](https://a.org/?q=100%)", "[x]: https://a.org/%2"]
)
def test_an_address_with_half_a_code_is_refused_with_the_remedy(project, link):
    (message,) = said(project, f"{LOCAL_FRONT}# Ours\n\n{link}\n", "docs/local/ours.md")
    assert message.startswith("docs/local/ours.md:10: ") and "copy the address as a browser shows it" in message


def test_a_percent_in_words_or_whole_in_an_address_is_taken(project):
    assert said(project, f"{LOCAL_FRONT}# Ours\n\n82% (100 %) of [these](https://a.org/a%20b%C3%A9) say 5%.\n", "docs/local/ours.md") == []


def test_an_audience_that_has_no_page_and_no_place_in_the_menu_needs_no_sheets(tmp_path):
    project = small(tmp_path / "fork")  # with the sheets of one audience
    assert deleted_pages(project, load_pages(project)[0]) == []
    (project / "docs/sheets/educators-launch.md").unlink()
    (gone,) = deleted_pages(project, load_pages(project)[0])
    assert gone.file == "docs/sheets/educators-launch.md" and "is a sheet that others lead to" in gone.message


def test_a_deleted_page_that_an_edition_may_do_without_is_told_with_the_way_to_do_so(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("nav:\n  - Money: team/money.md\n  - Glossary: about/glossary.md\n", "utf-8")
    kept, needed = deleted_pages(tmp_path, [])
    assert "to do without it, write leave_out: [team/money] in site.yml" in kept.message and "leave_out" not in needed.message
