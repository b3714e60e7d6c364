"""The audiences: who is listening."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal


@dataclass(frozen=True)
class Audience:
    """One audience: its key in pages and region files, its label, and who wrote the words for it."""

    key: str
    label: str
    origin: str


AUDIENCES = {
    audience.key: audience
    for audience in (
        Audience("workforce", "Workforce developers", "toolkit"),
        Audience("economic", "Economic developers", "toolkit"),
        Audience("educators", "Educators", "toolkit"),
        Audience("community", "Community organizations", "playbook"),
    )
}

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
