"""Tab sets for audiences and stages."""

import re
import textwrap
from collections.abc import Callable

from macros.values.arguments import require_known
from macros.points.origin import origin_paragraph
from playbook.model.audience import AUDIENCES
from playbook.model.region import Region
from playbook.model.stage import STAGES

NOW = " · now"  # after the label of the edition's own stage


def _tab_label(key: str, own: str | None) -> str:
    return STAGES[key].label + (NOW if key == own else "")


def stage_label(key: str, region: Region | None) -> str:
    """Return a stage's label, marked for a browser; the edition's own says so."""
    return f'<span data-stage-label="{key}">{_tab_label(key, region.stage if region else None)}</span>'


def _tab(label: str, body: str) -> str:
    return f'\n=== "{label}"\n\n{textwrap.indent(textwrap.dedent(body.strip(chr(10))), "    ")}\n'


def audience(key: str, *, caller: Callable[[], str], region: Region | None) -> str:
    """Return the tab for one audience; neighbours form one set. A tab that is not the tool's says so under its heading."""
    who = AUDIENCES[require_known("audience", key, AUDIENCES)]
    body = caller().strip("\n")
    if who.origin != "toolkit":
        heading, _, rest = body.partition("\n")
        body = f"{heading}\n\n{origin_paragraph(who.origin, region)}\n{rest}"
    return _tab(who.label, body)


def each_audience(name: str, *, caller: Callable[[str], str]) -> str:
    """Return one text as a tab for each audience; it is called with the audience's key. `name` begins the ids of their headings."""
    return "".join(_tab(who.label, f"### To {who.label.lower()} {{ #{name}-{key} }}\n\n{caller(key).strip()}") for key, who in AUDIENCES.items())


def stage(key: str, *, caller: Callable[[], str], own: str | None) -> str:
    """Return the tab for one stage; its label says so when it is the edition's own."""
    return _tab(_tab_label(require_known("stage", key, STAGES), own), caller())


def stages(*, caller: Callable[[], str], own: str | None) -> str:
    """Return the stage tabs within, the edition's own first."""
    before, *tabs = re.split(r'^(?==== ")', caller(), flags=re.MULTILINE)
    mine = [tab for tab in tabs if own and tab.startswith(f'=== "{_tab_label(own, own)}"')]
    return before + "".join(mine + [tab for tab in tabs if tab not in mine])
