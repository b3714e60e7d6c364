"""What the templates around a page need to know; every text ready to print."""

import json
from datetime import date
from html import escape
from urllib.parse import quote

from macros.literal import capitalized, literal
from macros.tabs import tab_labels
from playbook import attribution
from playbook.edition import Edition
from playbook.region import Region
from playbook.site_file import Site
from playbook.stage import STAGES
from playbook.watch import fact, slot


def frame(site: Site, edition: Edition) -> dict:
    """Return `extra.playbook` for the templates. All texts are escaped for HTML text and attributes; `subject` for an address."""
    region = edition.region
    return {
        "localized": bool(region),
        "region": _name(region),
        "region_first": _name_first(region),
        "summary": _summary(region),
        "example": bool(region and region.example),
        "logo": {"file": _logo_file(region), "alt": _logo_words(region)} if _logo_file(region) else None,
        "root": edition.to_top,
        "credit": {origin: _credit(origin, site, region) for origin in attribution.ORIGINS},
        "feedback": {"before": _before_subject(site, region), "after": _after_subject(site, region)},
        "subject": _subject(region),
        "months": [f"{date(2000, month, 1):%B}" for month in range(1, 13)],
        "tabs": escape(json.dumps(tab_labels())),
        "stage": _stage(region),
    }


@slot
def _stage(region: Region | None) -> str:
    return region.stage if region else ""


@slot
def _name(region: Region | None) -> str:
    return literal(region.region) if region else ""


@slot
def _name_first(region: Region | None) -> str:
    return literal(capitalized(region.region)) if region else ""


@slot
def _summary(region: Region | None) -> str:
    parts = [region.industry, STAGES[region.stage].label] if region else []
    return " · ".join(literal(part) for part in parts if part)


@slot
def _subject(region: Region | None) -> str:
    """The region's part of a mail's subject, as it stands in an address."""
    return quote(f" · {region.region}") if region else ""


@slot
def _before_subject(site: Site, region: Region | None) -> str:
    """What stands before the subject of a mail to whoever mends a page: the way to them, or, where nobody can be written to, an idle note of the page.

    Pages differ in the subject alone, so that editions with and without an address share them.
    """
    mail = _mail(site, region)
    return f'<a class="feedback-link" href="mailto:{escape(mail)}?subject=' if mail else '<span data-subject="'


@slot
def _after_subject(site: Site, region: Region | None) -> str:
    return '">Write to us</a>' if _mail(site, region) else '">Tell the person who gave you this page.</span>'


def _mail(site: Site, region: Region | None) -> str:
    first = next((convener.email for convener in region.convener if convener.email), "") if region else ""
    return site.feedback or first


@fact
def _logo_file(region: Region | None) -> str:
    return f"region-logo.{_suffix(region.logo.file)}" if region and region.logo else ""


@slot
def _logo_words(region: Region | None) -> str:
    return literal(region.logo.alt)


def _credit(origin: str, site: Site, region: Region | None) -> dict:
    whose = region if origin == "local" else None  # only these name somebody of the region
    logo = site.official_logo if origin == "toolkit" else None
    return {
        "line": _line(origin, whose),
        "foot": _foot(origin, whose),
        "community": escape(attribution.request(origin)),
        "logo": {"file": f"assets/{attribution.LOGO_STEM}.{_suffix(logo.file)}", "alt": attribution.facts()["owner"]} if logo else None,
    }


@slot
def _line(origin: str, region: Region | None) -> str:
    return literal(attribution.line(origin, region))


@slot
def _foot(origin: str, region: Region | None) -> str:
    contact = attribution.facts()["contact"]
    foot = escape(attribution.foot(origin, region), quote=False)
    linked = foot.replace(contact, f'<a href="mailto:{contact}">{contact}</a>')
    return linked.replace("{", "&#123;").replace("}", "&#125;")


def _suffix(file: str) -> str:
    return file.rsplit(".", 1)[-1].lower()
