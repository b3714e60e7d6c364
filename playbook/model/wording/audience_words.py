"""An audience of a region's own: what a region file says of it. Its points come from another audience, as far as it does not say its own."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from playbook.files.messages import complaint
from playbook.files.validation import FrozenModel
from playbook.model.audience import AUDIENCES, OFFERED, ColorName, IconName
from playbook.model.field_types import Job, Words
from playbook.model.trademark import names_owners
from playbook.model.wording.point_words import OneAudience, PointWords

LONGEST_LABEL = 32  # characters: it stands on a tab and on a sheet's tag
LABEL = re.compile(r"[^\W_].*")


class AudienceWords(FrozenModel):
    """What a region file says of an audience of its own."""

    label: Words | None = Field(None, title="Label", description="what it is called, in the plural, as on a tab", examples=["Labor unions"])
    in_a_sentence: Words | None = Field(
        None,
        title="Within a sentence",
        description="the label as it stands within a sentence, if not with a small first letter",
        examples=["Latino organizations"],
    )
    like: OneAudience | None = Field(
        None,
        title="Like which audience",
        description="the audience whose points it takes; without it, the playbook offers the audience",
        examples=["community"],
    )
    ask: Job | None = Field(None, title="What you ask of it", description="one specific job, as said after “Will you”", examples=["name two apprentices"])
    icon: IconName | None = Field(None, title="Icon", description="its icon")
    color: ColorName | None = Field(None, title="Color", description="its color")
    points: dict[str, PointWords] = Field(
        {}, title="Its points", description="points in other words for this audience alone, left out for it, or its own, by id"
    )

    @field_validator("like", mode="before")
    @classmethod
    def _one_of_four(cls, value: object) -> object:
        if isinstance(value, str) and (offered := value.strip().lower()) in OFFERED:
            raise ValueError(
                f"names {offered}, which the playbook offers: take it without like, as audiences: [{offered}]; or write one of {', '.join(AUDIENCES)}"
            )
        return value

    @field_validator("label", "in_a_sentence")
    @classmethod
    def _short_name(cls, value: str | None) -> str | None:
        if value and names_owners(value):
            raise ValueError(complaint("owner"))
        if value and len(value) > LONGEST_LABEL:
            raise ValueError(complaint("label-long", length=len(value), longest=LONGEST_LABEL))
        if value and not LABEL.match(value):
            raise ValueError(complaint("label-begins"))
        return value

    @field_validator("points")
    @classmethod
    def _small_ids(cls, value: dict[str, PointWords]) -> dict[str, PointWords]:
        return {key.lower(): words for key, words in value.items()}


def _by_key(value: object) -> object:
    """Let a list, or one word, name audiences that the playbook offers; ValueError for a list of anything else, and for an offered one without a value."""
    if isinstance(value, dict):
        if (empty := next((key for key, words in value.items() if key in OFFERED and (words is None or isinstance(words, str))), None)) is not None:
            raise ValueError(complaint("offered", name=empty))
        return value
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list):
        return value
    if any(not isinstance(key, str) for key in named):
        raise ValueError(complaint("audience-list"))
    return {key: {} for key in named}


OwnAudiences = Annotated[dict[str, AudienceWords], BeforeValidator(_by_key)]
