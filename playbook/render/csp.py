"""The Content-Security-Policy: one constant for every page, whatever it holds, and one for the 404 page, which must stand alone.

Nothing comes from elsewhere, and no other page brings a script or a style of its own.
"""

import base64
import hashlib
import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from playbook.output.html_page import BuiltPage

STANDALONE = "404.html"  # by its path from the top of the site
STANDALONE_STYLE = "'sha256-opstMkNuXA3STVmUlbb8TkbcojNUlDeKuodm0UPFVtU='"  # the digest of the one in overrides/404.html
POLICY = (  # CSP level 3
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
STANDALONE_POLICY = f"default-src 'none'; style-src {STANDALONE_STYLE}; img-src 'self'; base-uri 'none'; form-action 'none'"
REFERRER = "no-referrer"  # whoever is linked to is not told from which page a reader comes
SCRIPT_TYPES = ("", "text/javascript", "application/javascript", "module")  # others are data, which no policy governs
ADDRESSES = "//@href | //@src | //@action | //@formaction | //@data | //@poster | //@*[name() = 'xlink:href']"


def policy_of(name: str) -> str:
    """Return the policy of the page with this path from the top of the site."""
    return STANDALONE_POLICY if name == STANDALONE else POLICY


def add_policy(name: str, page: HtmlElement) -> None:
    """Put the policy of the page with this path right after the character set; ValueError if the page names none."""
    charset = next(iter(page.xpath("/html/head/meta[@charset]")), None)
    if charset is None:
        raise ValueError('names no character set; begin its head with <meta charset="utf-8">')
    for attributes in ({"name": "referrer", "content": REFERRER}, {"http-equiv": "Content-Security-Policy", "content": policy_of(name)}):
        meta = lxml.html.Element("meta", attributes)
        meta.tail = "\n"
        charset.addnext(meta)


def policy_messages(page: BuiltPage) -> Iterator[str]:
    """Yield what on a built page the policy does not cover, and where the page carries another one or leads away by itself."""
    metas = [(meta.get("http-equiv") or "", meta) for meta in page.root.xpath("//meta[@http-equiv]")]
    policies = [meta for name, meta in metas if name.lower() == "content-security-policy"]
    if not policies:
        yield "has no Content-Security-Policy"
    elif [tag.get("charset") for tag in policies[0].itersiblings(preceding=True)] != ["utf-8"]:
        yield "has its Content-Security-Policy too late; it stands right after <meta charset>"
    if policies and [meta.get("content") for meta in policies] != [policy_of(page.name)]:
        yield f"carries another Content-Security-Policy than the site's: “{' '.join(meta.get('content') or '' for meta in policies)[:300]}”"
    for name, meta in metas:
        if meta not in policies:
            yield f'holds <meta http-equiv="{name[:40]}">; no page redirects or sets headers, take it away'
    if any(meta.get("content") != REFERRER for meta in page.root.xpath('//meta[@name = "referrer"]')) or page.root.xpath("//base"):
        yield 'changes where its addresses lead or what they tell; take <base> and <meta name="referrer"> away'
    for tag in page.root.xpath("//script[not(@src)]"):
        if (tag.get("type") or "").strip().lower() in SCRIPT_TYPES:
            yield f"holds an inline script, which the policy does not let in: {_beginning(tag.text)}; give it a file of its own"
    for tag in page.root.xpath("//style"):
        digest = digest_of(tag.text or "")
        if page.name != STANDALONE or digest != STANDALONE_STYLE:
            remedy = f"put {digest} into playbook/render/csp.py" if page.name == STANDALONE else "give it a file of its own"
            yield f"holds an inline style, which the policy does not let in: {_beginning(tag.text)}; {remedy}"
    for address in page.root.xpath(ADDRESSES):
        if re.sub(r"[\s\x00-\x1f]", "", address).lower().startswith(("javascript:", "vbscript:", "data:text", "blob:", "filesystem:")):
            yield f"holds a script in an address, which the policy does not let in: {address[:60]}"


def digest_of(text: str) -> str:
    """Return an inline style or script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _beginning(text: str | None) -> str:
    return f"“{' '.join((text or '').split())[:60]}”"
