"""What the templates around a page need to know; every text is escaped for HTML."""

from datetime import date
from html import escape

from macros.points.origin import beginning_of_part
from playbook.content import attribution
from playbook.model.site_config import Site


def frame(site: Site) -> dict[str, object]:
    """Return `extra.playbook` for the templates in overrides/."""
    return {
        "credit": {origin: _credits(origin, site) for origin in attribution.ORIGINS},
        "adapted": beginning_of_part("toolkit"),
        "months": [f"{date(2000, month, 1):%B}" for month in range(1, 13)],
    }


def _credits(origin: str, site: Site) -> dict[str, object]:
    """The credit of a page of an origin; under `mixed` the one it carries where it holds adapted parts, too."""
    mixed = {} if origin == "toolkit" else {"mixed": _credit(attribution.MIXED, origin, site)}
    return _credit(origin, origin, site) | mixed


def _credit(kind: str, origin: str, site: Site) -> dict[str, object]:
    logo = site.official_logo if kind == "toolkit" else None
    before, contact, after = attribution.foot(kind, None, origin).partition(attribution.facts()["contact"])
    return {
        "kind": kind,
        "line": escape(attribution.line(kind, None, origin)),
        "foot": {"before": escape(before), "contact": escape(contact), "after": escape(after)},
        "community": escape(attribution.request(kind)),
        "logo": {"file": f"assets/{attribution.LOGO_STEM}.{logo.file.rsplit('.', 1)[-1].lower()}", "alt": escape(attribution.facts()["owner"])}
        if logo
        else None,
    }
