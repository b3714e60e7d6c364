"""A site's own name."""

from html import unescape
from typing import Annotated

from pydantic import AfterValidator

from playbook.files.messages import complaint
from playbook.model.field_types import Words
from playbook.model.trademark import names_owners

LONGEST = 44  # characters that the head of a page holds in two lines on a phone


def _site_name(value: str) -> str:
    """Return the name; refuse the owners' name, which stands in no title, and signs that the theme writes into its pages as they are."""
    if len(value) > LONGEST:
        raise ValueError(f"is {len(value)} characters long; at most {LONGEST} fit the head of a page")
    if names_owners(value):
        raise ValueError(complaint("owner"))
    if sign := next((sign for sign in ("{{", "{%", "{#") if sign in value), ""):
        raise ValueError(f"holds {sign}, with which a template begins; leave it out")
    if any(sign in value for sign in '"<>') or unescape(value) != value:
        raise ValueError('holds a sign that means something else in HTML; leave out " < >, and write & with a blank on each side')
    return value


SiteName = Annotated[Words, AfterValidator(_site_name)]
