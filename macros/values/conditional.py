"""What stands only where a value is given, and what stands in its place: both are in the page, one hidden, for a reader's own version."""

from playbook.model.region_fields import value_of
from playbook.model.region import Region


def given(region: Region | None, key: str) -> str:
    """Return the attributes of an element that stands where the region gives a value."""
    return f' data-given="{key}"{"" if value_of(region, key) else " hidden"}'


def missing(region: Region | None, key: str) -> str:
    """Return the attributes of an element that stands where the region does not give it."""
    return f' data-missing="{key}"{" hidden" if value_of(region, key) else ""}'
