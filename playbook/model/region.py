"""A region file's contract: one partnership in one region. `regions/README.md` is this model in words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, field_validator

from playbook.files.messages import complaint
from playbook.files.rules.across_keys import AcrossKeysModel
from playbook.files.validation import AcrossKeysError, FrozenModel, choice
from playbook.model.audience import AUDIENCES, AudienceKey
from playbook.model.field_types import Day, FileName, Job, Mail, Phone, Web, Words
from playbook.model.meeting.meeting import Meeting, PassedMeeting
from playbook.model.pages.optional_pages import OptionalPages
from playbook.model.seat import ROLES, SECTORS, STATUSES, Role, Sector, Status
from playbook.model.stage import StageKey, stage_key
from playbook.model.trademark import names_owners
from playbook.model.wording.audience_words import OwnAudiences
from playbook.model.wording.own_figures import OnSheets, Result
from playbook.model.wording.point_words import PointWords, Terms


class Convener(FrozenModel):
    """Who calls the meetings and answers the telephone. To publish a site, one of them needs a website, an e-mail or a telephone."""

    name: Words = Field(title="Name", description="as people know it", examples=["Pine Valley Workforce Board"])
    url: Web | None = Field(None, title="Website", description="web address, https://…", examples=["https://example.org"])
    email: Mail | None = Field(None, title="E-mail", description="address that partners may write to", examples=["hello@example.org"])
    phone: Phone | None = Field(None, title="Telephone", description="telephone, in quotes", examples=["555-0100"])


class Seat(FrozenModel):
    """A seat of the support team; no personal data."""

    sector: Annotated[Sector, BeforeValidator(choice(SECTORS))] = Field(title="Field", description="the field it stands for")
    role: Annotated[Role, BeforeValidator(choice(ROLES))] = Field("core", title="Team", description="core team or wide team")
    status: Annotated[Status, BeforeValidator(choice(STATUSES))] = Field("open", title="Status", description="how far you are")
    organization: Words | None = Field(None, title="Organization", description="an organization, never a person", examples=["Example College"])


MOST_CONVENERS = 40  # more than any sheet has room for; how many fit is measured


class Logo(FrozenModel):
    """The region's own logo; never in the attribution."""

    file: FileName = Field(title="Picture", description="a .svg, .png or .jpg beside the file that names it", examples=["pine-valley.svg"])
    alt: Words = Field(title="Words for the picture", description="its words for people who cannot see it", examples=["Pine Valley Food Makers"])

    @field_validator("file")
    @classmethod
    def _picture(cls, value: str) -> str:
        if not value.lower().endswith((".svg", ".png", ".jpg", ".jpeg")):
            raise ValueError(complaint("picture-kind"))
        return value

    @field_validator("alt")
    @classmethod
    def _of_the_regions_own(cls, value: str) -> str:
        if names_owners(value):
            raise ValueError(complaint("owner"))
        return value


class Region(AcrossKeysModel):
    """One partnership in one region: what an edition says differently from the others."""

    region: Words = Field(title="Region", description="as said in a sentence: “in Pine Valley”", examples=["Pine Valley"])
    region_long: Words | None = Field(
        None, title="Long name of the region", description="the long name, where there is room", examples=["Pine Valley and the upper Bear River counties"]
    )
    state: Words | None = Field(None, title="State", description="the state, written out", examples=["Oregon"])
    industry: Words | None = Field(
        None,
        title="Industry",
        description="the industry in a few words, as it follows “leaders from”; may wait while planning",
        examples=["food and beverage manufacturing"],
    )
    partnership: Words | None = Field(None, title="Name of the partnership", description="the partnership's own name", examples=["Pine Valley Food Makers"])
    program: Words = Field(
        "Next Gen Sector Partnership", title="Name of the approach", description="what your state calls this approach", examples=["Oregon sector partnership"]
    )
    stage: Annotated[StageKey, BeforeValidator(stage_key)] = Field(title="Stage", description="where the partnership stands")
    speaker_role: Words | None = Field(
        None, title="Who speaks", description="who speaks, in the plural: “As …, we talk with businesses”", examples=["economic developers"]
    )
    convener: tuple[Convener, ...] = Field((), title="Conveners", description="one or a list")
    planning_meeting: Meeting = Field(Meeting(), title="Planning meeting", description="the meeting that prepares the launch")
    launch_meeting: Meeting = Field(Meeting(), title="Launch meeting", description="the launch meeting with businesses")
    next_meeting: Meeting = Field(Meeting(), title="Next meeting", description="the next meeting of an active partnership")
    partner_ask: dict[AudienceKey, Job] = Field(
        {},
        title="What you ask of a partner",
        description="what you ask of a partner at your stage: one text, or one per audience",
        examples=["join the training task team"],
    )
    priorities: tuple[Words, ...] = Field((), title="Priorities of your businesses", description="priorities of your businesses, beside the tool's examples")
    results: tuple[Result, ...] = Field((), title="Your own results", description="results of your own")
    results_on_sheets: OnSheets = Field("toolkit", title="Figures on sheets", description="whose figures sheets and the chart show: the tool's, yours, or both")
    points: dict[str, PointWords] = Field({}, title="Talking points", description="points in your own words, points left out, points of your own, by their ids")
    audiences: OwnAudiences = Field(
        {}, title="Audiences of your own", description="audiences of your own, by their keys; or a list of those the playbook offers"
    )
    terms: Terms = Field({}, title="Your own terms", description="words of your own for the glossary, each with its meaning")
    leave_out: OptionalPages = Field((), title="Pages left out", description="pages that this edition does without", examples=["team/check-up"])
    support_team: tuple[Seat, ...] = Field((), title="Support team", description="the seats of your support team")
    logo: Logo | None = Field(None, title="Logo", description="your own logo")
    updated: Day | None = Field(None, title="Last looked through", description="when you last looked through this file", examples=["2026-11-20"])
    example: bool = Field(False, title="Fictional example", description="true: a fictional example; said on every page")

    @field_validator("region", "region_long", "partnership")
    @classmethod
    def _own_name(cls, value: str | None) -> str | None:
        if value and names_owners(value):
            raise ValueError(complaint("owner"))
        return value

    @field_validator("convener", mode="before")
    @classmethod
    def _one_or_more(cls, value: object) -> object:
        return [value] if isinstance(value, dict | str) else value

    @field_validator("convener")
    @classmethod
    def _as_many_as_paper_holds(cls, value: tuple[Convener, ...]) -> tuple[Convener, ...]:
        if len(value) > MOST_CONVENERS:
            raise ValueError(complaint("many", count=len(value), most=MOST_CONVENERS))
        return value

    @field_validator("partner_ask", mode="before")
    @classmethod
    def _one_for_all(cls, value: object) -> object:
        return dict.fromkeys(AUDIENCES, value) if isinstance(value, str) else value

    @field_validator("points")
    @classmethod
    def _small_ids(cls, value: dict[str, PointWords]) -> dict[str, PointWords]:
        return {key.lower(): words for key, words in value.items()}

    stand_ins: ClassVar[Mapping[str, str]] = {"region": "x", "stage": "planning"}

    def across_keys(self, context: Mapping[str, Any]) -> Iterator[AcrossKeysError]:
        """Yield what does not go together (twin: rules.js)."""
        if self.stage != "planning" and not self.industry:
            yield AcrossKeysError(complaint("industry", stage=self.stage), ("industry", "stage"), "industry")


def without_meetings(region: Region, passed: Iterable[str]) -> Region:
    """Return a region in which the named meetings have passed."""
    return region.model_copy(update={key: PassedMeeting(timezone=getattr(region, key).timezone) for key in passed})
