"""A region's own results, and where they stand."""

from typing import Literal, get_args

from pydantic import Field, field_validator

from playbook.files.validation import FrozenModel
from playbook.model.field_types import Web, Words, digits

OnSheets = Literal["toolkit", "ours", "both"]
ON_SHEETS: tuple[OnSheets, ...] = get_args(OnSheets)
MOST_ON_A_SHEET = 3  # results; a sheet has room for no more


class Result(FrozenModel):
    """A result of the region's own, shown beside the tool's figures and marked as local."""

    text: Words = Field(title="Result", description="what was reached, as a phrase", examples=["firms with a shared training plan"])
    share: int | None = Field(None, ge=0, le=100, title="Percent", description="percent, a whole number")
    year: int | None = Field(None, ge=1990, le=2100, title="Year", description="the year it was measured")
    source: Words | None = Field(None, title="Source", description="who measured it", examples=["Board survey"])
    url: Web | None = Field(None, title="Where to read it", description="where it can be read", examples=["https://example.org"])

    _plain_numbers = field_validator("share", "year", mode="before")(digits)
