"""The audiences: who is listening."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal


@dataclass(frozen=True)
class Audience:
    """One audience: its key in pages and region files, its label, and who wrote the words for it.

    One of an edition's own takes the points of another, `like`; `in_a_sentence` is its label there, `icon` and `color` are what it is drawn with, by their names in the stylesheets.
    """

    key: str
    label: str
    origin: str
    like: str = ""
    in_a_sentence: str = ""
    icon: str = ""
    color: str = ""

    @property
    def said(self) -> str:
        """The label within a sentence: “talking with community organizations”."""
        return self.in_a_sentence or self.label.lower()

    @property
    def one(self) -> str:
        """One of them, with its article: “an educator”; of an edition's own, whose label may be any, all of them."""
        word = self.said.removesuffix("s")
        return self.said if self.like else f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


AUDIENCES = {
    audience.key: audience
    for audience in (
        Audience("workforce", "Workforce developers", "toolkit"),
        Audience("economic", "Economic developers", "toolkit"),
        Audience("educators", "Educators", "toolkit"),
        Audience("community", "Community organizations", "playbook"),
    )
}
OFFERED = ("business", "labor")  # what the playbook offers besides, for an edition that asks for it: playbook/content/audiences.yml

if TYPE_CHECKING:
    AudienceKey = str  # mypy takes no names that are unpacked into Literal
else:
    AudienceKey = Literal[*AUDIENCES]

SAMPLE_JOBS = {  # what is asked of a partner where a region names nothing: one small job that each can say yes to
    "workforce": "bring us your latest figures on the jobs in this industry",
    "economic": "tell us which companies we have missed",
    "educators": "invite these companies to see one of your classes",
    "community": "tell us what keeps people from taking these jobs",
}

IconName = Literal["briefcase", "chart", "cap", "house", "people", "speech", "columns", "star"]
ColorName = Literal["blue", "brown", "purple", "green", "rose", "olive", "slate"]
ICONS: dict[str, str] = {  # by what they show, with their names in the stylesheets (frame/icons.css)
    "briefcase": "workforce", "chart": "economic", "cap": "educators", "house": "community", "people": "people", "speech": "door-meet", "columns": "columns", "star": "star",
}  # fmt: skip
COLORS: dict[str, str] = {  # with their names in the stylesheets (base/tokens.css)
    "blue": "workforce", "brown": "economic", "purple": "educators", "green": "community", "rose": "rose", "olive": "olive", "slate": "slate",
}  # fmt: skip
