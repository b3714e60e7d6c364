"""What a page may load and run: its own scripts and styles, word for word, and nothing from anywhere else."""

import re
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import expect

from playbook.output.html_allowlist import element_messages
from playbook.output.html_page import BuiltPage, is_foreign
from playbook.render.assets.asset_bundle import SCRIPT, STYLE, asset_problems
from playbook.render.csp import POLICY, STANDALONE_POLICY, STANDALONE_STYLE, digest_of, policy_messages, policy_of
from tests.browser.test_in_browser import search
from tests.browser.test_sheets_in_browser import STAY
from tests.support.project import ROOT
from tests.support.served import Plain, served
from tests.support.waiting import until

PAGE = "talking-points/next-steps.html"
HEAD = "default-src 'none'; script-src 'self'"


def test_every_page_has_the_same_policy_right_after_its_character_set(site):
    wrong = []
    for file in site.rglob("*.html"):
        head = file.read_text("utf-8").partition("<head>")[2].lstrip()
        said = re.match(
            r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">\s*<meta name="referrer" content="no-referrer">', head
        )
        name = file.relative_to(site).as_posix()
        if not said or said[1] != (STANDALONE_POLICY if name == "404.html" else POLICY):
            wrong.append((name, said and said[1]))
    assert not wrong


def allowed_by(policy: str) -> dict[str, list[str]]:
    """What a policy lets in, by directive."""
    return {part.split()[0]: part.split()[1:] for part in policy.split("; ")}


def test_the_policy_lets_in_the_sites_own_files_and_nothing_else():
    assert allowed_by(POLICY) == {
        "default-src": ["'none'"], "script-src": ["'self'"], "style-src": ["'self'"], "img-src": ["'self'"], "font-src": ["'self'"],
        "connect-src": ["'self'"], "base-uri": ["'none'"], "form-action": ["'none'"],
    }  # fmt: skip


def test_the_page_that_stands_alone_may_use_its_own_style_and_run_nothing():
    assert allowed_by(STANDALONE_POLICY) == {
        "default-src": ["'none'"], "style-src": [STANDALONE_STYLE], "img-src": ["'self'"], "base-uri": ["'none'"], "form-action": ["'none'"],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["regions/lane/404.html", "local/404.html", "404.html.html", "index.html"])
def test_no_page_but_the_one_at_the_top_may_have_that_style(site, name):
    assert policy_of(name) == POLICY
    found = list(policy_messages(BuiltPage(site / "404.html", name)))
    assert [message.partition(":")[0] for message in found] == [
        "carries another Content-Security-Policy than the site's",
        "holds an inline style, which the policy does not let in",
    ]


def test_a_changed_style_of_the_page_that_stands_alone_is_told_its_digest(site):
    changed = (site / "404.html").read_text("utf-8").replace("<style>", "<style>p{margin:0}", 1)
    (found,) = policy_messages(BuiltPage.of(changed, "404.html"))
    assert "put 'sha256-" in found and found.endswith("into playbook/render/csp.py")


def test_the_style_that_the_policy_lets_in_is_that_of_the_page_that_stands_alone(site):
    styles = {digest_of(style) for file in site.rglob("404.html") for style in lxml.html.document_fromstring(file.read_bytes()).xpath("//style/text()")}
    assert styles == {STANDALONE_STYLE}


def test_only_the_page_that_must_stand_alone_has_a_style_of_its_own(site):
    assert [file.name for file in site.rglob("*.html") if "<style" in file.read_text("utf-8")] == ["404.html"]


def test_the_site_works_under_its_policy(page, base):
    """Search, tabs, the light switch, e-mail and print; the fixture fails on whatever the policy refuses."""
    page.add_init_script(STAY)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(color_scheme="light")
    page.goto(f"{base}/regions/pine-valley/{PAGE}")
    page.get_by_role("tab", name="Active partnership").click()
    expect(page.locator("#s64")).to_be_visible()
    page.locator("label.md-header__button[title='Switch to dark mode']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    search(page, "labor shed")
    page.goto(f"{base}/regions/pine-valley/sheets/educators.html")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.get_by_role("status")).to_contain_text("Copied")
    page.get_by_role("button", name="Print", exact=True).click()
    until(page, "window.printed !== undefined")
    page.goto(f"{base}/404.html")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") != "32px", "the style of its own applies"


class Strict(Plain):
    """A host that lets in its own files alone, and scripts whose addresses a policy vouches for."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'; require-trusted-types-for 'script'; trusted-types playbook")
        super().end_headers()


def test_search_and_a_readers_own_version_work_where_a_host_asks_for_trusted_types(chrome, site):
    context, faults = chrome.new_context(), []
    opened = context.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    with served(site, Strict) as address:
        opened.goto(f"{address}/index.html")
        search(opened, "burnout")
        opened.goto(f"{address}/localize/your-words.html")
        opened.locator('[name="region"]').fill("Lane County")
        expect(opened.locator(".form-preview")).to_contain_text("Lane County")
    context.close()
    assert not faults


def test_a_browser_refuses_whatever_else_comes_into_a_page(chrome, base):
    refused = """() => new Promise((done) => {
      const said = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        said.push(event.effectiveDirective);
        if (said.length === 4) done(said.sort());
      });
      const script = document.createElement("script");
      script.textContent = "window.intruder = true";
      document.head.append(script);
      document.body.insertAdjacentHTML("beforeend",
        '<p style="color: red" onclick="window.intruder = true" id="x">x</p><img src="https://example.org/x.png">');
      document.getElementById("x").click();
    })"""
    context = chrome.new_context()
    opened = context.new_page()
    opened.goto(f"{base}/{PAGE}")
    assert opened.evaluate(refused) == ["img-src", "script-src-attr", "script-src-elem", "style-src-attr"]
    assert not opened.evaluate("window.intruder")
    context.close()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('<meta http-equiv="Content-Security-Policy"', '<meta name="x"', "has no Content-Security-Policy"),
        ('<meta charset="utf-8">', '<meta charset="utf-8"><script src="x.js"></script>', "Content-Security-Policy too late"),
        (HEAD, f"{HEAD} 'unsafe-inline'", "carries another Content-Security-Policy than the site's"),
        (HEAD, f"{HEAD} https://example.org", "carries another Content-Security-Policy than the site's"),
        (HEAD, f"{HEAD} 'sha256-{'A' * 43}='", "carries another Content-Security-Policy than the site's"),
        ("form-action 'none'", "form-action 'self'", "carries another Content-Security-Policy than the site's"),
        ("<article", "<script>let a = 1</script><article", "holds an inline script, which the policy does not let in: “let a = 1”"),
        ("<article", "<style>p { color: red }</style><article", "holds an inline style, which the policy does not let in: “p { color: red }”"),
        ("<article", '<a href=" java&#9;script:x()">x</a><article', "holds a script in an address"),
        ("<article", '<a href="data:text/html,x">x</a><article', "holds a script in an address"),
        ("</head>", '<meta http-equiv="Refresh" content="0;url=x"></head>', 'holds <meta http-equiv="Refresh">; no page redirects'),
        ("</head>", '<base href="https://example.org/"></head>', "changes where its addresses lead"),
        ("</head>", '<meta name="referrer" content="unsafe-url"></head>', "changes where its addresses lead"),
    ],
)  # fmt: skip
def test_what_the_policy_does_not_let_in_is_named(site, tmp_path, before, after, said):
    text = (site / PAGE).read_text("utf-8")
    assert before in text
    assert list(policy_messages(BuiltPage(site / PAGE, PAGE))) == []
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(text.replace(before, after, 1), "utf-8")
    (found,) = policy_messages(BuiltPage(spoilt, PAGE))
    assert said in found


HARM = "<script>document.title = 'PWNED'</script>"


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (f"</p></div></div></article>{HARM}", "closes </p> where <article> is open"), (HARM, "holds <script> in its text"), ("</article>", "closes </article>"),
        ("<article>", "holds <article> in its text"), ("</main>", "closes </main>"), ("<div>", "is open; nothing in a page's text may leave it"), ("<!-- -->", "holds a comment"),
        ("<![CDATA[x]]>", "the page must not bring it along"), ("<?php 1 ?>", "holds <? >"), ("<!DOCTYPE x>", "holds <!DOCTYPE x>"), ("<noscript></noscript>", "holds <noscript> in its text"),
        *((f"<{tag}></{tag}>", f"holds <{tag}> in its text") for tag in ("iframe", "object", "style", "video", "math", "dialog", "title", "body", "xmp", "plaintext", "portal", "x-y")),
        *((f"<{tag}>", f"holds <{tag}> in its text") for tag in ("embed", "link", "meta", "base", "source")),
        ("<svg><script>1</script></svg>", "holds <script> in its text"), ("<svg><foreignobject></foreignobject></svg>", "holds <foreignobject> in its text"), ("<svg><p></p></svg>", "holds <p>"),
        ("<svg><set/></svg>", "holds <set>"), ("<svg><a></a></svg>", "holds <a>"), ("<img srcset='x 1x'>", "holds the attribute srcset on <img>"), ("<img src=x onerror=y>", "holds the attribute onerror"),
        ('<p style="color:red"></p>', "holds the attribute style on <p>"), ("<p popover></p>", "holds the attribute popover"), ("<form action=x></form>", "holds the attribute action"),
        ("<button formaction=x></button>", "holds the attribute formaction"), ("<a ping=x></a>", "holds the attribute ping"), ("<p is=x></p>", "holds the attribute is"),
        ("<p accesskey=s></p>", "holds the attribute accesskey"), ("<p contenteditable></p>", "holds the attribute contenteditable"), ("<svg><rect fill=red onclick=1 /></svg>", "holds the attribute onclick"),
    ],
)  # fmt: skip
def test_a_page_whose_text_holds_what_none_of_ours_does_or_leaves_its_place_is_refused(site, harm, said):
    """What stands before it comes from the source; this is what the build says should anything ever slip through that."""
    text = (site / PAGE).read_text("utf-8")
    assert list(element_messages(text)) == []
    found = list(element_messages(text.replace("</article>", f"{harm}</article>", 1)))
    assert any(said in message for message in found), found


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (STYLE, "p{background:url(https://example.org/x.png)}", "url(https://example.org/x.png"),
        (STYLE, '@import "//example.org/x.css";', '@import "//example.org/x.css'),
        (SCRIPT, 'fetch("https://example.org/")', 'fetch("https://example.org/'),
        (SCRIPT, 'navigator.serviceWorker.register("sw.js")', "serviceWorker"),
    ],
)
def test_a_style_or_script_that_asks_another_site_or_stays_behind_is_named(tmp_path, name, text, said):
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(text, "utf-8")
    (problem,) = asset_problems(ROOT, tmp_path, [f'<link href="{name}">'])
    assert problem.file == name and said in problem.message


def test_no_page_asks_a_third_party_for_anything(site):
    asked = [(file.name, address) for file in site.rglob("*.html") for address in BuiltPage(file, file.name).loads() if is_foreign(address)]
    assert not asked


def test_the_site_stores_nothing_that_its_page_does_not_name(page, address):
    """Everything that leaves something behind is used; what is stored then is held against the words of the page."""
    page.add_init_script(STAY)
    page.goto(f"{address}/{PAGE}")
    page.get_by_role("tab", name="Active partnership").click()
    page.locator("label.md-header__button:visible[for^='__palette']").click()
    search(page, "labor shed")
    page.locator("[data-group=found] .hit").first.click()
    page.goto(f"{address}/talking-points/what-they-are.html?h=labor+shed")
    page.get_by_role("button", name="labor shed").first.click()
    page.get_by_role("button", name="Print", exact=True).click()
    until(page, "window.printed !== undefined")
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    others = page.evaluate("Promise.all([caches.keys(), indexedDB.databases(), navigator.serviceWorker.getRegistrations()]).then((all) => all.flat().length)")
    assert not others and not page.context.cookies()
    assert {key.rpartition(".")[2] for key in stored} >= {"__pb_tabs", "__palette"}
    page.goto(f"{address}/about/what-this-site-stores.html")
    named = page.locator("article code").all_text_contents()
    assert [key for key in stored if key.rpartition(".")[2] not in named] == []


def test_every_name_that_a_script_of_ours_stores_under_stands_on_that_page():
    page = (ROOT / "docs/about/what-this-site-stores.md").read_text("utf-8")
    stores = re.compile(r"""(?:__md_set|(?:local|session)Storage\.setItem)\(\s*(?:["'`]([^"'`]+)["'`])?""")
    scripts = {path: stores.findall(path.read_text("utf-8")) for path in sorted(Path(ROOT / "docs/assets/javascripts").rglob("*.js"))}
    assert any(scripts.values())
    assert [(path.name, key) for path, keys in scripts.items() for key in keys if key and f"`{key}`" not in page] == []
