"""Where the links of a page lead, as far as its text alone tells: to the web, to a mailbox, to a telephone, or to a file of the site."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from playbook.check.jinja_text import TAG
from playbook.model.address import OF_ONE_NETWORK, host_of, is_public, matches

CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
LINK = re.compile(
    r"(?:\]\(\s*<?|^[\s>]*\[(?!\^)[^]]+\]:\s*<?|<(?=(?:mailto|https?):)|\{[^{}]*\b(?:href|src)\s*=\s*[\"']?)(?P<address>[^\s<>()\"'}]+)", re.IGNORECASE
)
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
OF_THE_WEB, HALF_WEB = re.compile(r"https?://[^/?#\\]", re.IGNORECASE), re.compile(r"(?:https?(?::|//)|//)[:/\\]*", re.IGNORECASE)
ON_A_DISK = re.compile(r"[A-Za-z]:[\\/]|[A-Za-z]:$|file:|\\\\|/(?:Users|home|Volumes)/|~/", re.IGNORECASE)
ENDINGS = (
    "aero|biz|ca|church|co|com|coop|dev|edu|eu|gov|health|info|io|jobs|me|mil|museum|mx|name|net|org|pro|uk|us|works"  # of sites that pages link to; of no file
)
SITE = re.compile(rf"(?:www\d?\.[^\s/?#\\.][^\s/?#\\]*|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{ENDINGS}))(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
SHOWN = 60  # characters of an address that a message repeats


def link_messages(line: str) -> Iterator[str]:
    """Yield which links of a line no reader could follow. The line is one that Markdown reads, with expressions as TAG; code within it is left alone."""
    for found in LINK.finditer(CODE.sub("", line)):
        address = unescape(found["address"])
        if TAG not in address and (message := _message(address)):
            yield f'links to "{_short(address)}", {message}'


def file_addresses(line: str) -> Iterator[str]:
    """Yield the addresses in a line, as above, that name a file of the site by its way from the page."""
    addresses = (unescape(found["address"]) for found in LINK.finditer(CODE.sub("", line)))
    yield from (address for address in addresses if TAG not in address and not _message(address) and not SCHEME.match(address) and address[0] not in "/#?")


def _message(address: str) -> str:
    """Return why an address leads nowhere, and the one to write; empty where nothing is wrong with it by itself."""
    scheme = SCHEME.match(address)
    if ON_A_DISK.match(address):
        return "which is a file on one computer, where no reader gets at it; put the file beside the page, and link to its name alone"
    if OF_THE_WEB.match(address):
        host = host_of(address)
        return "" if is_public(host) or "@" in host else f"which {OF_ONE_NETWORK}"
    if half := HALF_WEB.match(address):
        rest = address[half.end() :]
        return f"which is no whole web address; write https://{_short(rest) or 'example.org'}"
    if SITE.fullmatch(address):
        return f"which names no file; for a website, write https://{_short(address)}"
    if matches("mail", address.partition("?")[0]):
        return f"which names no file; for an e-mail address, write mailto:{_short(address)}"
    if not scheme or scheme[1].lower() == "tel":
        return ""
    if scheme[1].lower() == "mailto":
        return _mail_message(address[scheme.end() :])
    return f"and {scheme[0]} is nothing that pages link to; write a web address from https:// on, mailto: or tel:, or the name of a file beside the page"


def _mail_message(to: str) -> str:
    names, _, more = to.partition("?")
    whole = all(matches("mail", unquote(name).strip()) for name in names.split(",")) if names else bool(more)  # a mail to nobody yet may have a subject
    return "" if whole else "which is no whole e-mail address; write it like mailto:hello@example.org"


def _short(address: str) -> str:
    return address if len(address) <= SHOWN else f"{address[: SHOWN - 1]}…"
