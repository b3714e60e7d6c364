"""The Content-Security-Policy of a page: nothing from elsewhere, and of inline scripts and styles exactly those that the page holds."""

import base64
import hashlib
import re
from collections.abc import Iterator

from playbook.built import BuiltPage

INLINE = re.compile(r"<(script|style)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
IN_TEXT = " or ".join(f"self::{name}" for name in ("script", "style", "iframe", "object", "embed", "link", "meta", "base"))  # never in a page's text
SCRIPT_TYPES = ("", "text/javascript", "application/javascript", "module")  # others are data, which no policy governs
ADDRESSES = "//@href | //@src | //@action | //@formaction | //@data | //@poster | //@srcdoc | //@*[name() = 'xlink:href']"


def policy(scripts: list[str], styles: list[str]) -> str:
    """Return the policy (CSP level 3) of a page with these inline scripts and styles."""
    return "; ".join((
        "default-src 'none'",
        " ".join(["script-src 'self'", *_sources(scripts)]),
        " ".join(["style-src 'self'", *_sources(styles)]),
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",  # the search index
        "worker-src 'self'",
        "frame-src 'self'",    # search from disk runs in a frame
        "base-uri 'none'",
        "form-action 'none'",
    ))  # fmt: skip


def with_policy(html: str) -> str:
    """Return a page with its policy right after the character set; ValueError if it names none."""
    scripts, styles = [], []
    for tag, attributes, text in INLINE.findall(html):
        if tag.lower() == "style":
            styles.append(text)
        elif not re.search(r"\ssrc\s*=", attributes) and _type(attributes) in SCRIPT_TYPES:
            scripts.append(text)
    charset = CHARSET.search(html)
    if not charset:
        raise ValueError("names no character set; begin its head with <meta charset=\"utf-8\">")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts, styles)}">'
    return html[: charset.end()] + "\n" + meta + html[charset.end() :]


def policy_messages(page: BuiltPage) -> Iterator[str]:
    """Yield what on a built page its policy does not cover, and what is wrong with the policy itself."""
    scripts = [tag.text or "" for tag in page.root.xpath("//script[not(@src)]") if (tag.get("type") or "").lower() in SCRIPT_TYPES]
    styles = [tag.text or "" for tag in page.root.xpath("//style")]
    found = page.root.xpath('//meta[translate(@http-equiv, "CONTESURIYPL", "contesuriypl") = "content-security-policy"]')
    said = [meta.get("content") for meta in found]
    if not said:
        yield "has no Content-Security-Policy"
    elif [tag.get("charset") for tag in found[0].itersiblings(preceding=True)] != ["utf-8"]:
        yield "has its Content-Security-Policy too late; it stands right after <meta charset>"
    allowed = " ".join(said)
    for kind, texts in (("script", scripts), ("style", styles)):
        for text in texts:
            if said and _sources([text])[0] not in allowed:
                yield f"holds an inline {kind} that its policy does not cover: “{' '.join(text.split())[:60]}”; give it a file of its own"
    if said and said != [policy(scripts, styles)] and {*_sources(scripts + styles)} <= {*allowed.replace(";", "").split()}:
        yield f"carries another Content-Security-Policy than its own: “{allowed}”"
    for name in sorted({tag.tag for tag in page.root.xpath(f"//article//*[{IN_TEXT}]")}):
        yield f"holds <{name}> in its text, where nothing runs or loads; the page must not bring it along"
    if page.root.xpath("//@style"):
        yield "holds a style attribute, which the site's security policy forbids"
    for name in sorted({a.attrname for a in page.root.xpath('//@*[starts-with(name(), "on")]')}):
        yield f"holds the attribute {name}, which the site's security policy forbids; listen for it in a script of its own"
    for address in page.root.xpath(ADDRESSES):
        if re.sub(r"[\s\x00-\x1f]", "", address).lower().startswith(("javascript:", "vbscript:")) or address.attrname == "srcdoc":
            yield f"holds a script in an address, which the site's security policy forbids: {address[:60]}"


def _type(attributes: str) -> str:
    found = re.search(r"""\stype\s*=\s*["']?([^"'\s>]*)""", attributes)
    return found[1].lower() if found else ""


def _sources(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts))
