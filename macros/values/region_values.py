"""A region's values in a page: `{{ region }}`, `{{ region.industry }}`, and those of a meeting by its key and part.

The general edition's words stand there, marked; `playbook/render/localize.py` and a browser put a region's own in their place.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from markupsafe import Markup

from macros.values.components import component
from playbook.files.diagnostics import did_you_mean
from playbook.model.formatting import capitalized
from playbook.model.meeting_words import LETTER
from playbook.model.region_fields import FIELDS, text_of


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


@cache
def marked(key: str, at: str = "", capital: bool = False) -> Markup:
    """Return the neutral words for a value as a marked span.

    `at`: LETTER, or the stage that holds whatever the edition's own is. `capital`: it begins a line.
    """
    text = text_of(None, key, at)
    return component("field", key=key, at=at, capital=capital, text=capitalized(text) if capital else text)


def edition_line(at: str = "", named: bool = True, logo: bool = False) -> Markup:
    """Return the line that says whose sheet this is, and whether it is a fictional example.

    `at`: the sheet's own stage; `named`, `logo`: with the partnership's name and the region's logo.
    """
    return component(
        "sheet-edition", named=named, logo=logo, partnership=marked("partnership"), region=marked("region", capital=True), industry=marked("industry", at)
    )


class RegionFields:
    """The values as Jinja sees them; every attribute is a marked value, or a group of them (a meeting)."""

    def __init__(self, voice: Voice | None = None, group: str = "") -> None:
        self._voice = voice or Voice()
        self._group = group

    def __getattr__(self, name: str) -> "Markup | RegionFields":
        key = f"{self._group}.{name}" if self._group else name
        if key in FIELDS:
            return marked(key, self._voice.at)
        if any(field.startswith(f"{key}.") for field in FIELDS):
            return RegionFields(self._voice, key)
        raise AttributeError(f"region.{key} is not known; {did_you_mean(key, FIELDS)}")

    def __str__(self) -> str:
        if self._group:
            parts = [field for field in FIELDS if field.startswith(f"{self._group}.")]
            raise ValueError(f"region.{self._group} has parts; use one of {', '.join(f'region.{part}' for part in parts)}")
        return marked("region", self._voice.at)
