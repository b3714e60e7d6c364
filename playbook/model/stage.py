"""The stages of a partnership, in the order of its life."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal


@dataclass(frozen=True)
class Stage:
    """One stage: its key in region files, its label on the site, other names that region files may use."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()


STAGES = {
    stage.key: stage
    for stage in (
        Stage("planning", "Planning a launch", ("emerging",)),
        Stage("launch", "Launch coming up", ("launch date set",)),  # true while its date is not yet public, too
        Stage("active", "Active partnership", ("sustaining",)),
    )
}

if TYPE_CHECKING:
    StageKey = str  # mypy takes no names that are unpacked into Literal
else:
    StageKey = Literal[*STAGES]

NOW = " · now"  # after the label of the edition's own stage

ALIASES = {alias: stage.key for stage in STAGES.values() for alias in stage.aliases}


WORDS = ALIASES | {name.lower(): stage.key for stage in STAGES.values() for name in (stage.key, stage.label)}


def stage_key(word: object) -> object:
    """Return the stage's key for a key, its label or an alias, in capitals or not; what is none of them comes back as it is."""
    return WORDS.get(word.strip().lower(), word) if isinstance(word, str) else word
