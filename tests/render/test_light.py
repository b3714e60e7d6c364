"""A light site: one stylesheet without idle rules, joined scripts, no idle file; and it runs from a stick, wherever that is put."""

import gzip
import re
import shutil
from pathlib import Path

import lxml.html
import material
import pytest
import tinycss2
from playwright.sync_api import expect

from playbook.files.diagnostics import ProblemsFound
from playbook.output.css_selectors import alternatives, applies, names_of
from playbook.render.assets.asset_bundle import SCRIPT, STYLE, join_assets
from playbook.render.assets.css_minify import reduced
from playbook.render.assets.js_minify import joined, tight
from playbook.render.finished_pages import finished_pages
from tests.browser.test_in_browser import PAGES, search, within
from tests.browser.test_sheets_in_browser import pages_of
from tests.support.project import ROOT, run
from tests.support.templates import WHOLE, kind

THEME = Path(material.__file__).parent / "templates/assets"
STATE = re.compile(r"::?(?!is\b|where\b|has\b|not\b|root\b|first-child|last-child|nth-|empty|only-child)[\w-]+(\([^()]*\))?")
LOADED = """() => new Promise(done => {
  const late = { timeout: 3000 };   // a page that draws no frame may never be idle
  requestIdleCallback(() => requestIdleCallback(() =>
    done([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(entry => entry.name)), late), late);
})"""
OURS = '<a class="ours" id="own" data-kind="x"></a><ul data-tabs="1:2"></ul>'


def loaded(page, address: str) -> dict[str, int]:
    """Every file that a page has loaded once it is loaded and its scripts have nothing more to do: its size as a web server compresses it."""
    page.goto(address, wait_until="load")
    urls = page.evaluate(LOADED)
    return {url: len(gzip.compress(page.request.get(url).body(), 9, mtime=0)) for url in urls}


@pytest.mark.usefixtures("page_of_its_own")  # which has no paper's fonts of a page before
def test_the_front_page_is_light_of_one_stylesheet_and_few_scripts(page, address):
    """In bytes of gzip; `make bench` prints the parts."""
    sizes = loaded(page, f"{address}/index.html")
    assert sum(sizes.values()) < 36_000, sizes
    names = [re.sub(r"\?.*|\.\w+\.min", "", url.rpartition("/")[2]) for url in sizes]
    assert [name for name in names if name.endswith(".css")] == ["playbook.css"]
    scripts = sorted(name for name in names if name.endswith(".js"))
    assert scripts == ["light.js", "playbook.js"]


def test_what_all_pages_say_alike_stands_once(site, page, base):
    pages = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html") if file.name != "404.html"}
    repeated = ("<script>", '"translations"', "sha256-")
    assert not [(name, sign) for name, html in pages.items() for sign in repeated if sign in html]
    page.goto(f"{base}/talking-points/what-they-are.html")
    menu, beside = (page.locator(f".md-sidebar--{kind} [data-md-component=toc] > li").all_text_contents() for kind in ("primary", "secondary"))
    assert menu == beside and len(menu) > 2


def test_a_script_of_a_template_is_refused(site, tmp_path):
    html = (site / "index.html").read_text("utf-8")
    (tmp_path / "work").mkdir()
    (tmp_path / "work/index.html").write_text(html.replace("</article>", "<script>document.title = 1</script></article>"), "utf-8")
    with pytest.raises(ProblemsFound) as refused:
        finished_pages(ROOT, tmp_path / "work", tmp_path / "new")
    assert any(str(problem).startswith("index.html: holds <script> in its text") for problem in refused.value.problems)


@pytest.mark.parametrize(
    "reach",
    [lambda page: page.locator(".search-link").focus(), lambda page: page.keyboard.press("Control+k"), lambda page: page.locator(".search-button").hover()],
)
def test_the_search_is_loaded_once_somebody_reaches_for_it(page, address, reach):
    loaded(page, f"{address}/index.html")
    with page.expect_response(lambda response: "search/search_index" in response.url) as entries:
        reach(page)
    assert entries.value.status in (200, 304)
    search(page, "burnout")


def test_no_file_stands_there_that_nothing_asks_for(site):
    text = "".join(file.read_text("utf-8") for file in site.rglob("*") if file.suffix in (".html", ".css", ".js"))
    scripts = [file.relative_to(site).as_posix() for file in (site / "assets").rglob("*.js") if file != site / SCRIPT]
    assert not [name for name in scripts if not (ROOT / "docs" / name).is_file()], "no script of the theme is in the site"
    idle = [file.relative_to(site).as_posix() for file in (site / "assets").rglob("*") if file.is_file() and file.name not in text]
    assert sorted(idle) == ["assets/fonts/OFL-Noto.txt", "assets/fonts/OFL.txt"], "the fonts' licences go with them"
    assert not [file.name for file in site.rglob("*") if file.suffix == ".map"]
    assert "sourceMappingURL" not in text


def test_an_idle_file_is_named_by_check(site, tmp_path):
    copy = shutil.copytree(site, tmp_path / "copy", ignore=shutil.ignore_patterns("regions", "*.pdf", "*.docx"))
    (copy / "editions.json").write_text('{"editions": [{"slug": "", "path": ""}]}', "utf-8")
    idle = (
        "assets/javascripts/bundle.min.js",
        "assets/javascripts/lunr/min/lunr.de.min.js",
        "assets/stylesheets/base/tokens.css",
        "assets/images/favicon.png",
    )
    for name in idle:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("x", "utf-8")
    done = run(ROOT, "check", str(copy))
    assert [name for name in idle if f"{name}: is asked for by no page; " not in done.stderr] == []


def test_the_stylesheet_draws_nothing_that_the_theme_makes_for_features_that_are_off(site):
    style = (site / "assets/stylesheets/playbook.css").read_text("utf-8")
    assert "color-switching" not in style
    assert not [part for part in ("md-search-result", "md-version", "md-code__", "md-tag", "md-annotation", "md-consent", "mermaid") if f".{part}" in style]


IN_USE = (*WHOLE, "my sheet", "check-up", "seats", "practice", "invitations", "glossary")  # kinds whose scripts change them
FIND_IN = "([html, all]) => { const page = new DOMParser().parseFromString(html, 'text/html'); return all.filter(one => { try { return page.querySelector(one) } catch { return false } }) }"


def test_a_rule_that_was_left_out_applies_nowhere(page, site, address):
    """Every selector that was dropped is asked in the browser, on one page of each kind, in use where it has scripts of its own: none finds anything."""
    scripts = [path.read_text("utf-8") for path in sorted((site / "assets/javascripts").rglob("*.js"))]
    names = names_of((file.read_text("utf-8") for file in site.rglob("*.html")), scripts)
    sheets = [*THEME.glob("stylesheets/main.*.css"), *THEME.glob("stylesheets/palette.*.css"), *(ROOT / "docs/assets/stylesheets").rglob("*.css")]
    dropped = set()

    def walk(rules):
        for rule in rules:
            if rule.type == "qualified-rule":
                dropped.update(tinycss2.serialize(one).strip() for one in alternatives(rule.prelude) if not applies(one, names))
            elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
                walk(tinycss2.parse_rule_list(rule.content, True, True))

    for sheet in sheets:
        walk(tinycss2.parse_stylesheet(sheet.read_text("utf-8"), True, True))
    asked = sorted({STATE.sub("", selector) or "*" for selector in dropped} - {"*"})
    assert len(asked) > 300
    wrong = set()
    find = "all => all.filter(one => { try { return document.querySelector(one) } catch { return false } })"
    plain = [url for url in PAGES if kind(url) not in IN_USE]
    for url in (url for url in PAGES if url not in plain):
        page.goto(f"{address}/{within('regions/nine-rivers/', url)}")
        wrong.update((url, one) for one in page.evaluate(find, asked))
    for url in plain:
        wrong.update((url, one) for one in page.evaluate(FIND_IN, [(site / within("regions/nine-rivers/", url)).read_text("utf-8"), asked]))
    search(page, "labor shed")
    wrong.update(("search", one) for one in page.evaluate(find, asked))
    assert not wrong


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".ours { color : red; }", ".ours{color:red}"),
        (".theirs { color: red }", ""),
        (".theirs, .ours > a { margin: 0 auto }", ".ours>a{margin:0 auto}"),
        ("#own{a:b} #other{a:b}", "#own{a:b}"),
        ("table { a: b } a:not(.theirs) { a: b }", "a:not(.theirs){a:b}"),
        ("[data-kind=x]{a:b}[data-kind=y]{a:b}[lang=de]{a:b}", "[data-kind=x]{a:b}[lang=de]{a:b}"),
        (":is(.theirs, .ours) a{a:b} :is(.theirs){a:b}", ":is(.theirs,.ours) a{a:b}"),
        (".ours { & a ,\n  td { a : b ;\n  c : d } }", ".ours{& a,td{a:b;c:d}}"),
        ("@media print{.theirs{a:b}}@media (min-width: 5em){.ours{a:b}}", "@media (min-width:5em){.ours{a:b}}"),
        (":root{--used:1;--idle:2} a{a:var(--used)}", ":root{--used:1}a{a:var(--used)}"),
        (":root{--x:1;--y:0}a{--x:3}@media print{:root{--x:4}}:root{--x:2}a{a:var(--x)var(--y)}", ":root{--y:0}a{--x:3}@media print{:root{--x:4}}:root{--x:2}a{a:var(--x)var(--y)}"),
        ("@keyframes in{to{a:b}}@keyframes idle{to{a:b}}a{animation:in 1s}", "@keyframes in{to{a:b}}a{animation:in 1s}"),
        ('a{background:url("x.svg#a b");width:calc(1px + 2px)!important}', 'a{background:url("x.svg#a b");width:calc(1px + 2px)!important}'),
        ("[data-md-color-switching] *, [data-md-color-switching] ::before {a:b} a[data-kind] *{a:b}", "a[data-kind] *{a:b}"),
        (".made-by-script{a:b}.start-end{a:b}", ".made-by-script{a:b}.start-end{a:b}"),
        (".tabbed-set>:nth-child(2){a:b}.tabbed-set>:nth-child(3){a:b}", ".tabbed-set>:nth-child(2){a:b}"),
        ("a::after{content:'“x”'}", '@charset "UTF-8";a::after{content:"“x”"}'),
    ],
)  # fmt: skip
def test_a_stylesheet_keeps_what_can_apply(css, kept):
    names = names_of([OURS, '<p class="tabbed-set">'], ['e.classList.add("made-by-script", `start-${kind}`)'])
    assert reduced((("x.css", css),), names) == kept


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        ("// remark\nconst a = 1;\n\n/* more */\nlet b = a + +1;\n", "const a=1;let b=a+ +1"),
        ("f()\n(g)\n", "f()\n(g)"),
        ('const s = "a  // b" + `x  ${ 1 }\n  y`;', 'const s="a  // b"+`x  ${1}\n  y`'),
        ("const r = /a  \\/\\/ b/g;\nreturn  r", "const r= /a  \\/\\/ b/g;return r"),
        ("if (a) b\nelse c\n", "if(a)b\nelse c"),
        ("a\n  .b()\n  ?.c();", "a.b()?.c()"),
        ("const ʻokina = 'Kaʻū';", "const ʻokina='Kaʻū'"),
    ],
)
def test_a_script_loses_remarks_and_blanks_and_nothing_else(script, kept):
    assert tight(script) == kept


def test_a_reduced_script_is_kept_and_one_that_was_spoilt_is_made_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path))
    assert joined(tmp_path, ["let  a", "let  b"]) == "let a;\nlet b;\n"
    first, _ = (tmp_path / "support-team-playbook/scripts").iterdir()
    first.write_bytes(first.read_bytes() + b"alert()")
    assert joined(tmp_path, ["let  a", "let  b"]) == "let a;\nlet b;\n"


def joined_of(project: Path, *names: str) -> list[str]:
    """Return what is wrong with the assets of a front page that asks for these, which MkDocs copied from docs/."""
    asked = "".join(f'<link rel="stylesheet" href="{name}">' if name.endswith(".css") else f'<script src="{name}"></script>' for name in names)
    with pytest.raises(ProblemsFound) as refused:
        join_assets(project, project / "docs", {}, lxml.html.document_fromstring(f"<html><head>{asked}</head><body>x</body></html>"))
    return [str(problem) for problem in refused.value.problems]


def of_assets(folder: Path) -> Path:
    """Return a project that has the settings and the assets of ours."""
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def test_a_stylesheet_with_a_slip_is_named_with_its_line(tmp_path):
    foot = "assets/stylesheets/frame/foot.css"
    sheet = of_assets(tmp_path) / "docs" / foot
    sheet.write_text(f"/* first */\np {{ color red }}\n{sheet.read_text('utf-8')}", "utf-8")
    assert any(said.startswith(f"docs/{foot}:2: is no CSS here") for said in joined_of(tmp_path, foot))


def test_a_script_or_stylesheet_that_nobody_has_is_named_with_its_line(tmp_path):
    lost = ("assets/javascripts/tabs/opened-tabs.js", "assets/stylesheets/frame/feet.css")
    configuration = of_assets(tmp_path) / "mkdocs.yml"
    text = (
        configuration.read_text("utf-8").replace("javascripts/tabs/tabs.js ", "javascripts/tabs/opened-tabs.js ").replace("frame/foot.css ", "frame/feet.css ")
    )
    configuration.write_text(text, "utf-8")
    lines = {name: next(number for number, said in enumerate(text.splitlines(), 1) if name in said) for name in lost}
    said = joined_of(tmp_path, *lost)
    assert set(said) == {f"mkdocs.yml:{line}: names {name}, which neither docs/ nor the theme has; see how it is spelled" for name, line in lines.items()}


def test_an_edition_that_is_replaced_brings_the_rules_that_its_pages_need(built):
    style, front = built / "site" / STYLE, built / "site/index.html"
    assert ".admonition" not in style.read_text("utf-8")
    configuration = built / "mkdocs.yml"
    configuration.write_text(configuration.read_text("utf-8").replace("  attr_list: {}\n", "  attr_list: {}\n  admonition: {}\n"), "utf-8")
    (built / "docs/local").mkdir(exist_ok=True)
    (built / "docs/local/ours.md").write_text(
        "---\ntitle: A\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n\n!!! warning\n    Careful.\n", "utf-8"
    )
    configuration.write_text(configuration.read_text("utf-8") + "  - Ours: local/ours.md\n", "utf-8")
    done = run(built, "build", "lane", "--pages-only")
    assert done.returncode == 0, done.stderr
    assert ".md-typeset .admonition" in style.read_text("utf-8")
    loaded = style_of(front)
    assert loaded == style_of(built / "site/regions/lane/index.html"), "where the assets changed, all editions are made again"
    assert (built / "site" / SCRIPT).is_file()


def style_of(page: Path) -> str:
    """The stylesheet of a page with the digest that tells a browser's cache one build from the next."""
    return re.search(r"playbook\.css\?\w+", page.read_text("utf-8"))[0]


def test_the_whole_folder_runs_from_a_stick_wherever_it_is_put(page, site, tmp_path):
    stick = shutil.copytree(site, tmp_path / "50% of #1 – Größe & Kaʻū (copy)" / "my site", ignore=shutil.ignore_patterns("*.docx", "*.pdf"))
    place = stick.as_uri()
    page.goto(f"{place}/index.html")
    page.get_by_role("link", name="All editions").first.click()
    page.get_by_role("link", name=re.compile("Pine Valley Food Makers")).first.click()
    expect(page.locator(".edition-region").first).to_have_text("Pine Valley")
    search(page, "labor shed")
    page.locator('.hit[href*="#word-labor-shed"]').click()
    expect(page.locator("#word-labor-shed")).to_be_in_viewport()
    assert "/regions/pine-valley/" in page.url
    page.goto(f"{place}/regions/pine-valley/talking-points/what-is-in-it.html?audience=educators")
    expect(page.locator("#s52")).to_be_visible()
    assert "Adapted from" in pages_of(page)[0]
    page.goto(f"{place}/404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")


def test_the_page_for_a_wrong_address_needs_no_other_file(site):
    root = lxml.html.parse(str(site / "404.html")).getroot()
    assert root.xpath("//script | //link | //img | //@src") == []
    ways = [href for href in root.xpath("//a/@href") if not href.startswith("mailto:")]
    assert ways == ["./", "../"], "without a site_url only a way up can be right, wherever the page is shown"
