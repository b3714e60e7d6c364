"""A region file's contract: one partnership in one region. `regions/README.md` is this model in words."""

import re
from datetime import date, time, timedelta
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from playbook.audience import AUDIENCES
from playbook.model import Facts, FileName, Mail, Web, Words
from playbook.owner import OWNERS_NAME
from playbook.stage import STAGES, stage_key

Sector = Literal["workforce", "economic", "k12", "community-college", "university", "chamber", "community", "labor", "other"]
RELATIVE = re.compile(r"\+(\d{1,4}) days?")


def _calendar_day(value, info: ValidationInfo):
    """Return the day; `+30 days` counts from the build's date, in examples only."""
    relative = RELATIVE.fullmatch(value) if isinstance(value, str) else None
    if relative and info.context["example"]:
        return info.context["today"] + timedelta(days=int(relative[1]))
    if relative:
        raise ValueError("counts from the day of the build, which only examples may; write a date like 2027-01-14")
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("is not a date; write it like 2027-01-14")
    return value


def _clock_time(value):
    """Return hours and minutes; `9:00` and `09:00` are the same."""
    if isinstance(value, str):
        match = re.fullmatch(r"(\d{1,2}):(\d\d)", value)
        if not match or int(match[1]) > 23 or int(match[2]) > 59:
            raise ValueError('is not a time; write it like "09:00" or "14:30"')
        return time(int(match[1]), int(match[2]))
    return value


Day = Annotated[date, BeforeValidator(_calendar_day)]
Clock = Annotated[time, BeforeValidator(_clock_time)]


class Convener(Facts):
    """Who calls the meetings and answers the telephone."""

    name: Words = Field(description="as people know it")
    url: Web | None = Field(None, description="web address, https://…")
    email: Mail | None = Field(None, description="address that partners may write to")
    phone: Words | None = Field(None, description="telephone, in quotes")


class Meeting(Facts):
    """A meeting; without a date it is still to be set."""

    date: Day | None = Field(None, description="like 2027-01-14")
    time: Clock | None = Field(None, description='like "09:00"; needs a timezone')
    timezone: Words | None = Field(None, description="like America/Los_Angeles")
    place: Words | None = Field(None, description="where; as said after “at”")
    revision: int = Field(0, ge=0, le=999, description="raise by one whenever you change a meeting that calendars already hold")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str | None) -> str | None:
        if value is not None and value not in available_timezones():
            raise ValueError("is not a time zone; use a name like America/New_York, America/Chicago or America/Denver")
        return value

    @model_validator(mode="after")
    def _time_has_zone(self) -> "Meeting":
        if self.time and not self.timezone:
            raise ValueError("has a time but no timezone; add one like America/Chicago")
        if self.time and not self.date:
            raise ValueError("has a time but no date; add one or leave the time out")
        return self


class Result(Facts):
    """A result of the region's own, shown beside the tool's figures and marked as local."""

    text: Words = Field(description="what was reached, as a phrase")
    share: int | None = Field(None, ge=0, le=100, description="percent, a whole number")
    year: int | None = Field(None, ge=1990, le=2100, description="the year it was measured")
    source: Words | None = Field(None, description="who measured it")
    url: Web | None = Field(None, description="where it can be read")


class Seat(Facts):
    """A seat of the support team; no personal data."""

    sector: Sector = Field(description="the field it stands for")
    role: Literal["core", "wide"] = Field("core", description="core team or wide team")
    status: Literal["filled", "asked", "open"] = Field("open", description="how far you are")
    organization: Words | None = Field(None, description="an organization, never a person")


class Logo(Facts):
    """The region's own logo; never in the attribution."""

    file: FileName = Field(description="a .svg, .png or .jpg in the folder regions/")
    alt: Words = Field(description="its words for people who cannot see it")

    @field_validator("file")
    @classmethod
    def _picture(cls, value: str) -> str:
        if not value.lower().endswith((".svg", ".png", ".jpg", ".jpeg")):
            raise ValueError("is not a picture that every browser shows; use .svg, .png or .jpg")
        return value


class Region(Facts):
    """One partnership in one region: what an edition says differently from the others."""

    region: Words = Field(description="as said in a sentence: “in Pine Valley”")
    region_long: Words | None = Field(None, description="the long name, where there is room")
    state: Words | None = Field(None, description="the state, written out")
    industry: Words | None = Field(None, description="a whole noun phrase; may be absent while planning")
    partnership: Words | None = Field(None, description="the partnership's own name")
    program: Words = Field("Next Gen Sector Partnership", description="what your state calls this approach")
    stage: Annotated[Literal[*STAGES], BeforeValidator(stage_key)] = Field(description="where the partnership stands")
    speaker_role: Words | None = Field(None, description="who speaks, in the plural: “As …, we talk with businesses”")
    convener: tuple[Convener, ...] = Field((), description="one or a list")
    planning_meeting: Meeting = Field(Meeting(), description="the meeting that prepares the launch")
    launch_meeting: Meeting = Field(Meeting(), description="the launch meeting with businesses")
    next_meeting: Meeting = Field(Meeting(), description="the next meeting of an active partnership")
    partner_ask: dict[Literal[*AUDIENCES], Words] = Field({}, description="what you ask of a partner: one text, or one per audience")
    priorities: tuple[Words, ...] = Field((), description="priorities of your businesses, beside the tool's examples")
    results: tuple[Result, ...] = Field((), description="results of your own")
    support_team: tuple[Seat, ...] = Field((), description="the seats of your support team")
    logo: Logo | None = Field(None, description="your own logo")
    updated: Day | None = Field(None, description="when you last looked through this file")
    example: bool = Field(False, description="true: a fictional example; said on every page")

    @field_validator("region")
    @classmethod
    def _own_name(cls, value: str) -> str:
        if OWNERS_NAME.search(value):
            raise ValueError("carries the name of the material's owners, which may not stand in titles; use the region's own name")
        return value

    @field_validator("convener", mode="before")
    @classmethod
    def _one_or_more(cls, value):
        return [value] if isinstance(value, dict) else value

    @field_validator("partner_ask", mode="before")
    @classmethod
    def _one_for_all(cls, value):
        return dict.fromkeys(AUDIENCES, value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _industry_chosen(self) -> "Region":
        if self.stage != "planning" and not self.industry:
            raise ValueError(f'needs an industry, since its stage is {self.stage}; add "industry: …"')
        return self
