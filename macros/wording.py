"""Wording that follows the edition's stage."""

from macros.checks import checked
from playbook.stage import STAGES


def by_stage(*, own: str | None, unset: str, **wording: str) -> str:
    """Return the wording for the edition's stage; `unset` in the unlocalized edition. Every stage must have one."""
    for key in STAGES:
        checked("wording for stage", key, wording)
    for key in wording:
        checked("stage", key, STAGES)
    return wording[own] if own else unset
