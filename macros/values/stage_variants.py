"""Wording that follows the edition's stage."""

from collections.abc import Callable

from macros.values.arguments import require_known
from macros.values.escape import escape_text
from playbook.model.region import Region
from playbook.model.stage import STAGES


def at_own_stage(make: Callable[..., str], region: Region | None, /, *given, **named) -> str:
    """Return what `make` returns for the edition's own stage, which it takes as `own`; a page that does not ask is the same at every stage."""
    return make(*given, own=region.stage if region else None, **named)


def by_stage(*, own: str | None, unset: str, **wording: str) -> str:
    """Return the wording for the edition's stage; `unset` in the unlocalized edition. Every stage must have one."""
    for key in STAGES:
        require_known("wording for stage", key, wording)
    for key in wording:
        require_known("stage", key, STAGES)
    return wording[own] if own else unset


def staged(*, own: str | None, unset: str, **wording: str) -> str:
    """Return the same wording, marked: a browser can put there the wording for a reader's own stage, where it is another."""
    said = by_stage(own=own, unset=unset, **wording)
    kept = "".join(f' data-{key}="{escape_text(wording[key])}"' for key in STAGES if wording[key] != said)
    return f"<span data-stage-words{kept}>{escape_text(said)}</span>"
