"""A region's values in a page: `{{ region }}`, `{{ region.industry }}`, `{{ region.launch_meeting.date }}`."""

from collections.abc import Iterator
from contextlib import contextmanager

from macros.values.escape import escape_text
from playbook.model.region_fields import FIELDS, capitalized, text_of, text_once_passed
from playbook.model.meeting_words import LETTER
from playbook.files.diagnostics import did_you_mean
from playbook.model.region import Region


class Voice:
    """How missing values read in the words that are being rendered: neutrally, or in a letter as brackets to fill."""

    def __init__(self, at: str = "") -> None:
        self.at = at

    @contextmanager
    def letter(self) -> Iterator[None]:
        """Render what stands within as words that somebody sends or speaks as they stand."""
        before, self.at = self.at, LETTER
        try:
            yield
        finally:
            self.at = before


def marked(region: Region | None, key: str, at: str = "") -> str:
    """Return the value as a marked span, literally. A browser can put a reader's own value there, or what is true once a meeting has passed.

    `at`: LETTER, or the stage that holds whatever the edition's own is.
    """
    passed = text_once_passed(region, key, at)
    marks = (f' data-at="{at}"' if at else "") + ("" if passed is None else f' data-passed="{escape_text(passed)}"')
    return f'<span data-field="{key}"{marks}>{escape_text(text_of(region, key, at))}</span>'


def marked_first(region: Region | None, key: str) -> str:
    """Return the value as a marked span that begins a line, with a capital letter."""
    return f'<span data-field="{key}" data-capital>{escape_text(capitalized(text_of(region, key)))}</span>'


def edition_line(region: Region | None, at: str = "") -> str:
    """Return the line that says whose sheet this is, and whether it is a fictional example. `at`: the sheet's own stage."""
    example = f'<span data-own="example"{"" if region and region.example else " hidden"}> · <strong>fictional example</strong></span>'
    return f'<p class="sheet-edition">{marked_first(region, "region")} · {marked(region, "industry", at)}{example}</p>\n'


class RegionFields:
    """The values as Jinja sees them; every attribute is a marked value, or a group of them (a meeting)."""

    def __init__(self, region: Region | None, voice: Voice | None = None, group: str = ""):
        self._region = region
        self._voice = voice or Voice()
        self._group = group

    def __getattr__(self, name: str):
        key = f"{self._group}.{name}" if self._group else name
        if key in FIELDS:
            return marked(self._region, key, self._voice.at)
        if any(field.startswith(f"{key}.") for field in FIELDS):
            return RegionFields(self._region, self._voice, key)
        raise AttributeError(f"region.{key} is not known; {did_you_mean(key, FIELDS)}")

    def __str__(self) -> str:
        if self._group:
            parts = [field for field in FIELDS if field.startswith(f"{self._group}.")]
            raise ValueError(f"region.{self._group} has parts; use one of {', '.join(f'region.{part}' for part in parts)}")
        return marked(self._region, "region", self._voice.at)
