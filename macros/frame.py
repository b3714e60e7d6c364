"""What the templates around a page need to know; every text ready to print."""

import json
from html import escape

from macros.literal import literal
from macros.tabs import tab_labels
from playbook import attribution
from playbook.edition import Edition
from playbook.site_file import Site
from playbook.stage import STAGES


def frame(site: Site, edition: Edition) -> dict:
    """Return `extra.playbook` for the templates. All texts are escaped for HTML text and attributes."""
    region = edition.region
    summary = [region.industry, STAGES[region.stage].label] if region else []
    feedback = site.feedback or next((c.email for c in region.convener if c.email), None) if region or site.feedback else None
    return {
        "localized": bool(region),
        "region": literal(region.region) if region else "",
        "summary": " · ".join(literal(part) for part in summary if part),
        "example": bool(region and region.example),
        "logo": {"file": f"region-logo.{_suffix(region.logo.file)}", "alt": literal(region.logo.alt)} if region and region.logo else None,
        "root": edition.to_top,
        "credit": {origin: _credit(origin, site, edition) for origin in attribution.ORIGINS},
        "feedback": escape(feedback or ""),
        "tabs": escape(json.dumps(tab_labels(region.stage if region else None))),
    }


def _credit(origin: str, site: Site, edition: Edition) -> dict:
    contact = attribution.facts()["contact"]
    foot = escape(attribution.foot(origin, edition.region), quote=False)
    linked = foot.replace(contact, f'<a href="mailto:{contact}">{contact}</a>')
    logo = site.official_logo if origin == "toolkit" else None
    return {
        "line": literal(attribution.line(origin, edition.region)),
        "foot": linked.replace("{", "&#123;").replace("}", "&#125;"),
        "community": escape(attribution.request(origin)),
        "logo": {"file": f"assets/{attribution.LOGO_STEM}.{_suffix(logo.file)}", "alt": attribution.facts()["owner"]} if logo else None,
    }


def _suffix(file: str) -> str:
    return file.rsplit(".", 1)[-1].lower()
