"""Wording that follows the edition's stage."""

from macros.checks import checked
from macros.literal import literal
from playbook.stage import STAGES


def by_stage(*, own: str | None, unset: str, **wording: str) -> str:
    """Return the wording for the edition's stage; `unset` in the unlocalized edition. Every stage must have one."""
    for key in STAGES:
        checked("wording for stage", key, wording)
    for key in wording:
        checked("stage", key, STAGES)
    return wording[own] if own else unset


def staged(*, own: str | None, unset: str, **wording: str) -> str:
    """Return the same wording, marked: a browser can put there the wording for a reader's own stage."""
    said = by_stage(own=own, unset=unset, **wording)
    kept = "".join(f' data-{key}="{literal(wording[key])}"' for key in STAGES)
    return f"<span data-stage-words{kept}>{literal(said)}</span>"
