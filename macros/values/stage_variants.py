"""Wording that follows the edition's stage."""

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import component
from playbook.model.stage import STAGES


def by_stage(*, unset: str, **wording: str) -> Markup:
    """Return the wording for an edition without a stage, marked with that for each stage. Every stage must have one."""
    _require_all(wording)
    return component("stage-words", unset=unset, wording={stage: wording[stage] for stage in STAGES if wording[stage] != unset})


def at_stage(stage: str, /, *, unset: str, **wording: str) -> str:
    """Return the wording for one stage, which holds whatever the edition's own is; as it is written."""
    _require_all(wording)
    return wording[stage]


def _require_all(wording: dict[str, str]) -> None:
    for key in STAGES:
        require_known("wording for stage", key, wording)
    for key in wording:
        require_known("stage", key, STAGES)
