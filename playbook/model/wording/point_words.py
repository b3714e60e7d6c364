"""How a region says a point: its own wording of one of the playbook's, why one is left out, or a point of its own."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from playbook.files.messages import complaint
from playbook.files.validation import FrozenModel, choice
from playbook.model.audience import AUDIENCES, AudienceKey
from playbook.model.field_types import Words, clean_text
from playbook.model.stage import STAGES, stage_key

LONGEST_POINT = 600  # characters of one part of a point
ALWAYS = ""  # the stage under which a wording stands that holds at each
SheetList = Literal["front", "back", "handout"]
SHEET_LISTS: tuple[SheetList, ...] = get_args(SheetList)
_ONE = {"type": "string", "minLength": 1, "maxLength": LONGEST_POINT}
_BY_STAGE = {"type": "object", "properties": dict.fromkeys(STAGES, _ONE), "additionalProperties": False, "minProperties": 1}


def _point_text(value: str) -> str:
    return clean_text(value, LONGEST_POINT)


def _wording(value: object) -> dict[str, str]:
    """Return a wording by stage; one text holds at each stage."""
    if isinstance(value, str):
        return {ALWAYS: _point_text(value)}
    if not isinstance(value, dict) or not value:
        raise ValueError(f"must be one text in quotes, or one for each stage: {{{', '.join(f'{key}: …' for key in STAGES)}}}")
    found = {}
    for name, text in value.items():
        key = stage_key(name)
        if key not in STAGES:
            raise ValueError(f'has a text for "{name}", which is no stage; use {", ".join(STAGES)}')
        if not isinstance(text, str):
            raise ValueError(f"has no text for {key}; write one or leave the stage out")
        try:
            found[str(key)] = _point_text(text)
        except ValueError as error:
            raise ValueError(f'for {key}: "{text[:57]}" {error}') from None
    return found


def _listed(value: object) -> object:
    """Let one word stand for a list of one, and `all` for every audience."""
    return list(AUDIENCES) if value == "all" else [value] if isinstance(value, str) else value


Wording = Annotated[Mapping[str, str], BeforeValidator(_wording), WithJsonSchema({"anyOf": [_ONE, _BY_STAGE]})]
AUDIENCE_LABELS = {key: audience.label for key, audience in AUDIENCES.items()}
OneAudience = Annotated[AudienceKey, BeforeValidator(choice(AUDIENCE_LABELS))]


class PointWords(FrozenModel):
    """What a region file says of one point."""

    say: Wording | None = Field(None, title="The line to say", description="your line to say, in one breath; of a heading or a paragraph, all of it")
    more: Wording | None = Field(None, title="What follows it", description="what you say after it")
    leave_out: bool = Field(False, title="Leave it out", description="true: the point stands nowhere in your edition")
    because: Words | None = Field(None, title="Why it is left out", description="why you leave it out, in a few words", examples=["we show our own figures"])
    after: Words | None = Field(None, title="After which point", description="for a point of your own: the point it follows", examples=["s47"])
    audiences: Annotated[tuple[OneAudience, ...], BeforeValidator(_listed)] = Field(
        (),
        alias="for",
        title="For whom",
        description="for a point of your own: for whom it is; without it, for whom the point before it is",
        examples=["workforce"],
    )
    sheets: Annotated[tuple[SheetList, ...], BeforeValidator(_listed)] = Field(
        (), title="On which sheets", description="for a point of your own: on which parts of the sheets it stands", examples=["front"]
    )

    def text(self, part: str, stage: str) -> str | None:
        """Return the wording of a part (`say` or `more`) at a stage, brackets unfilled; None where the file has none."""
        given: Mapping[str, str] = getattr(self, part) or {}
        return given.get(stage) or given.get(ALWAYS)


def _term(value: Mapping[str, str]) -> Mapping[str, str]:
    if any(not word.strip() for word in value):
        raise ValueError(complaint("empty"))
    return value


Terms = Annotated[dict[Words, Annotated[str, AfterValidator(_point_text), WithJsonSchema(_ONE)]], AfterValidator(_term)]
