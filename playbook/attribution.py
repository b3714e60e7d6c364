"""The credit: one function gives the foot for screen, paper, PDF and Word, by origin."""

from functools import cache
from pathlib import Path

import yaml

from playbook.field import names_in_words
from playbook.region import Region

ORIGINS = ("toolkit", "playbook", "local")
LOGO_STEM = "official-logo"  # the owners' file keeps its bytes; only its name in the site is ours


@cache
def facts() -> dict:
    """Return attribution.yml: names, contact, wording of the feet and the quoted terms."""
    return yaml.safe_load((Path(__file__).parent / "attribution.yml").read_text("utf-8"))


def author(origin: str, region: Region | None) -> str:
    """Return who wrote a page of that origin, as plain text."""
    if origin == "local":
        return names_in_words([c.name for c in region.convener] if region else []) or "the conveners of this region"
    return facts()["playbook_author"]


def _filled(wording: str, origin: str, region: Region | None) -> str:
    names = {key: facts()[key] for key in ("tool", "owner", "contact", "community")}
    return wording.format(**names, author=author(origin, region))


def foot(origin: str, region: Region | None = None) -> str:
    """Return the foot of a page, sheet or file of that origin, as plain text. KeyError for an unknown origin."""
    wording = {"toolkit": "toolkit", "playbook": "other", "local": "other"}[origin]
    return _filled(facts()["foot"][wording], origin, region)


def line(origin: str, region: Region | None = None) -> str:
    """Return the origin line for the top of a page or part, as plain text."""
    return _filled(facts()["line"][origin], origin, region)


def request(origin: str) -> str:
    """Return the owners' request to join their Community of Practice; empty where the text is not theirs."""
    return _filled(facts()["request"], origin, None) if origin == "toolkit" else ""


def term(point: str) -> str:
    """Return the exact words of one of the owners' terms, s81 to s85."""
    return facts()["terms"][point]
