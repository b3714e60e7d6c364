"""What the templates around a page need to know; every text ready to print."""

from datetime import date
from html import escape
from urllib.parse import quote

from macros.values.region_values import marked
from macros.values.escape import capitalized, escape_text
from macros.points.origin import PART
from playbook.content import attribution
from playbook.model.edition import Edition
from playbook.model.region import MEETING_KEYS, Region
from playbook.model.site_config import Site
from playbook.model.stage import STAGES


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
        "credit": {origin: _credits(origin, site, region) for origin in attribution.ORIGINS},
        "adapted": PART.format("toolkit"),
        "feedback": {"before": _before_subject(site, region), "after": _after_subject(site, region)},
        "subject": _subject(region),
        "months": [f"{date(2000, month, 1):%B}" for month in range(1, 13)],
        "meetings": _meetings(region),
    }


def _meetings(region: Region | None) -> str:
    """Each meeting with a date to come: its key, its day and, if it is known, its time zone, for the browser to tell when it has passed."""
    dated = [(key, getattr(region, key)) for key in MEETING_KEYS if region and getattr(region, key).date]
    return ";".join(" ".join(filter(None, (key, meeting.date.isoformat(), meeting.timezone))) for key, meeting in dated)


def _name(region: Region | None) -> str:
    return escape_text(region.region) if region else ""


def _name_first(region: Region | None) -> str:
    return escape_text(capitalized(region.region)) if region else ""


def _summary(region: Region | None) -> str:
    if not region:
        return ""
    stage = marked(region, "launch_meeting.label") if region.stage == "launch" else escape_text(STAGES[region.stage].label)
    return " · ".join(filter(None, (escape_text(region.industry or ""), stage)))


def _subject(region: Region | None) -> str:
    """The region's part of a mail's subject, as it stands in an address."""
    return quote(f" · {region.region}") if region else ""


def _before_subject(site: Site, region: Region | None) -> str:
    """What stands before the subject of a mail to whoever mends a page: the way to them, or, where nobody can be written to, an idle note of the page.

    Pages differ in the subject alone, so that editions with and without an address share them.
    """
    mail = _mail(site, region)
    return f'<a class="feedback-link" href="mailto:{escape(mail)}?subject=' if mail else '<span data-block="feedback" data-subject="'


def _after_subject(site: Site, region: Region | None) -> str:
    return '">Write to us</a>' if _mail(site, region) else '">Tell the person who gave you this page.</span>'


def _mail(site: Site, region: Region | None) -> str:
    first = next((convener.email for convener in region.convener if convener.email), "") if region else ""
    return site.feedback or first


def _logo_file(region: Region | None) -> str:
    return f"region-logo.{_suffix(region.logo.file)}" if region and region.logo else ""


def _logo_words(region: Region | None) -> str:
    return escape_text(region.logo.alt)


def _credits(origin: str, site: Site, region: Region | None) -> dict:
    """The credit of a page of an origin; under `mixed` the one it carries where it holds adapted parts, too."""
    whose = region if origin == "local" else None  # only these name somebody of the region
    mixed = {} if origin == "toolkit" else {"mixed": _credit(attribution.MIXED, origin, site, whose)}
    return _credit(origin, origin, site, whose) | mixed


def _credit(kind: str, origin: str, site: Site, region: Region | None) -> dict:
    logo = site.official_logo if kind == "toolkit" else None
    return {
        "kind": kind,
        "line": _line(kind, region, origin),
        "foot": _foot(kind, region, origin),
        "community": escape(attribution.request(kind)),
        "logo": {"file": f"assets/{attribution.LOGO_STEM}.{_suffix(logo.file)}", "alt": attribution.facts()["owner"]} if logo else None,
    }


def _line(kind: str, region: Region | None, origin: str) -> str:
    return escape_text(attribution.line(kind, region, origin))


def _foot(kind: str, region: Region | None, origin: str) -> str:
    contact = attribution.facts()["contact"]
    foot = escape(attribution.foot(kind, region, origin), quote=False)
    linked = foot.replace(contact, f'<a href="mailto:{contact}">{contact}</a>')
    return linked.replace("{", "&#123;").replace("}", "&#125;")


def _suffix(file: str) -> str:
    return file.rsplit(".", 1)[-1].lower()
