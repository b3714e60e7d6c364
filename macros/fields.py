"""A region's values in a page: `{{ region }}`, `{{ region.industry }}`, `{{ region.launch_meeting.date }}`."""

from macros.literal import capitalized, literal
from playbook.field import FIELDS, text_of
from playbook.problem import did_you_mean
from playbook.region import Region
from playbook.watch import slot


@slot
def marked(region: Region | None, key: str) -> str:
    """Return the value as a marked span, literally. A browser can put a reader's own value there."""
    return f'<span data-field="{key}">{literal(text_of(region, key))}</span>'


@slot
def marked_first(region: Region | None, key: str) -> str:
    """Return the value as a marked span that begins a line, with a capital letter."""
    return f'<span data-field="{key}" data-capital>{literal(capitalized(text_of(region, key)))}</span>'


def edition_line(region: Region | None) -> str:
    """Return the line that says whose sheet this is, and whether it is a fictional example."""
    example = '<span data-own="example"> · <strong>fictional example</strong></span>' if region and region.example else ""
    return f'<p class="sheet-edition">{marked_first(region, "region")} · {marked(region, "industry")}{example}</p>\n'


class RegionFields:
    """The values as Jinja sees them; every attribute is a marked value, or a group of them (a meeting)."""

    def __init__(self, region: Region | None, group: str = ""):
        self._region = region
        self._group = group

    def __getattr__(self, name: str):
        key = f"{self._group}.{name}" if self._group else name
        if key in FIELDS:
            return marked(self._region, key)
        if any(field.startswith(f"{key}.") for field in FIELDS):
            return RegionFields(self._region, key)
        raise AttributeError(f"region.{key} is not known; {did_you_mean(key, FIELDS)}")

    def __str__(self) -> str:
        if self._group:
            parts = [field for field in FIELDS if field.startswith(f"{self._group}.")]
            raise ValueError(f"region.{self._group} has parts; use one of {', '.join(f'region.{part}' for part in parts)}")
        return marked(self._region, "region")
