"""What the foot of an edition's papers says: whose material it is, which edition, and the official logo if it was received."""

from pathlib import Path

from lxml import etree

from playbook.content import attribution
from playbook.credit.credit_check import author_of, kind_of
from playbook.credit.marked_author import marked_author
from playbook.model.edition import Edition
from playbook.model.formatting import date_in_words
from playbook.model.region_file import REGIONS_FOLDER as REGIONS
from playbook.model.site_config import Site
from playbook.output.html_page import BuiltPage

LETTER = etree.XPath('//section[@class="letter"]/@class')
SHORT_NAME = 60  # characters of a partnership's name that fit the last line of a side beside the region's


def foot_of(page: BuiltPage, origin: str, edition: Edition, by: str = "") -> str:
    """Return the foot of a built page on paper: the credit of what it holds. `by`: the author whom a local page names."""
    kind = kind_of(page, origin)
    return attribution.foot(attribution.LETTER if is_letter(page) and kind == origin else kind, edition.region, origin, by or author_of(page, origin))


def is_letter(page: BuiltPage) -> bool:
    """Tell whether a page's paper is a letter, which somebody sends as their own."""
    return bool(page.find(LETTER))


def edition_feet(edition: Edition) -> tuple[str, ...]:
    """Return the feet that the sides of an edition's book may have; the first is that of its cover."""
    feet = [attribution.foot(kind, edition.region) for kind in (attribution.MIXED, "toolkit", "playbook")]
    if edition.region and (edition.region.points or edition.region.audiences):
        feet += [attribution.foot(attribution.MIXED, edition.region, "toolkit", by) for by in ("", marked_author(["playbook"]))]
    return tuple(feet)


def logo_file(project: Path, site: Site) -> Path | None:
    """Return the official logo as it was received, if it was."""
    return project / REGIONS / site.official_logo.file if site.official_logo else None


def letter_footer(edition: Edition) -> str:
    """Return what the foot of a letter says of the edition: nothing but that it is fictional, for it is its sender's."""
    return "Fictional example" if edition.region and edition.region.example else ""


def edition_footer(edition: Edition) -> str:
    """Return what the foot says of the edition: partnership (if it is short) and region, that it is fictional, when its file was last looked through."""
    region = edition.region
    if not region:
        return "General edition"
    named = region.partnership if region.partnership and len(region.partnership) <= SHORT_NAME else ""
    parts = [named, region.region, "fictional example" if region.example else "", f"updated {date_in_words(region.updated)}" if region.updated else ""]
    return " · ".join(part for part in parts if part)
