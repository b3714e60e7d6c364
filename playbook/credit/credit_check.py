"""The credit of one built page: which one it must carry, that it does, that it can be seen, and where the official logo stands."""

from collections.abc import Collection, Iterator

from lxml import etree

from playbook.content import attribution
from playbook.content.attribution import LOGO_STEM, MIXED, credit_kind
from playbook.credit.marked_author import marked_author
from playbook.credit.uncredited import uncredited_messages
from playbook.credit.visibility import hidden_messages
from playbook.model.edition import Edition
from playbook.output.html_page import BuiltPage, plain

PARTS = '//article//*[@data-origin and not(contains(concat(" ", normalize-space(@class), " "), " origin-line "))]'
ADAPTED = '//*[@data-origin="toolkit" and contains(concat(" ", normalize-space(@class), " "), " origin-part ")]'
ORIGINS = etree.XPath('//*/@data-origin[not(contains(concat(" ", normalize-space(../@class), " "), " origin-line "))]')  # all in the article
OWN_WORDS = etree.XPath('//*/@data-origin[contains(concat(" ", normalize-space(../@class), " "), " own-origin ")]')  # beside points in a region's wording
LOGO = f'//img[contains(@src, "{LOGO_STEM}")]'


def kind_of(page: BuiltPage, origin: str) -> str:
    """Return which credit a built page must carry, going by its own origin and those of the parts that it holds."""
    return credit_kind(origin, page.find(ORIGINS), page.find(OWN_WORDS))


def author_of(page: BuiltPage, origin: str) -> str:
    """Return whom the credit of a page adapted from the tool names for its marked parts, beside the region; "" for none."""
    return marked_author(page.find(OWN_WORDS)) if origin == "toolkit" else ""


def credit_messages(page: BuiltPage, origin: str, edition: Edition, has_logo: bool, adapted: Collection[str] = (), by: str = "") -> Iterator[str]:
    """Yield what is wrong with a page's credit. `has_logo`: the official logo was supplied; `adapted`: the tool's lines to say; `by`: a local page's author."""
    kind, by = kind_of(page, origin), by or author_of(page, origin)
    expected, line = (plain(wording(kind, edition.region, origin, by)) for wording in (attribution.foot, attribution.line))
    feet = [plain(element.text_content()) for element in page.by_class("credit")]
    if expected not in feet:
        yield f"lacks the credit “{expected}”"
    for foot in feet:
        if foot != expected:
            yield f"carries another credit than its origin's: “{foot}”"
    if line not in [plain(element.text_content()) for element in page.by_class("origin-line")]:
        yield f"lacks its origin line “{line}”"
    if attribution.request(kind) not in plain(page.root.text_content()):
        yield "lacks the request to join the Community of Practice"
    yield from _part_messages(page)
    yield from _logo_messages(page, kind, has_logo)
    if origin != "toolkit":
        yield from uncredited_messages(page, adapted)
    yield from hidden_messages(page)


def _part_messages(page: BuiltPage) -> Iterator[str]:
    """An adapted part says its origin in words."""
    words = (plain(attribution.line("toolkit")), plain(attribution.foot("toolkit")))
    for part in page.root.xpath(PARTS):
        if part.get("data-origin") == "toolkit" and not any(said in plain(part.text_content()) for said in words):
            yield f"an adapted part lacks its credit in words: “{plain(part.text_content())[:60]}”"


def _logo_messages(page: BuiltPage, kind: str, has_logo: bool) -> Iterator[str]:
    """The owners' logo stands in the foot of an adapted page, beside the adapted parts of a mixed one, and nowhere else."""
    shown, beside = page.root.xpath(LOGO), page.root.xpath(ADAPTED) if kind == MIXED else []
    right = len(beside) or kind == "toolkit" if has_logo else 0
    if len(shown) != right or (beside and any(logo.getparent() not in beside for logo in shown)):
        yield "shows the official logo where it must not, or lacks it where it must stand"
