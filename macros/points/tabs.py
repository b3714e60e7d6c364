"""Tab sets for audiences and stages."""

import textwrap
from collections.abc import Callable

from markupsafe import Markup

from macros.points.origin import origin_paragraph
from macros.values.arguments import require_known
from macros.values.components import component
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES


def stage_label(key: str) -> Markup:
    """Return a stage's label, marked: an edition's own says that it is now."""
    return component("stage-label", key=key, label=STAGES[key].label)


def _tab(label: str, body: str) -> str:
    return f'\n=== "{label}"\n\n{textwrap.indent(textwrap.dedent(body.strip(chr(10))), "    ")}\n'


def audience(key: str, *, caller: Callable[[], str]) -> str:
    """Return the tab for one audience; neighbours form one set. A tab that is not the tool's says so under its heading."""
    who = AUDIENCES[require_known("audience", key, AUDIENCES)]
    body = caller().strip("\n")
    if who.origin != "toolkit":
        heading, _, rest = body.partition("\n")
        body = f"{heading}\n\n{origin_paragraph(who.origin)}\n{rest}"
    return _tab(who.label, body)


def each_audience(name: str, *, caller: Callable[[str], str]) -> str:
    """Return one text as a tab for each audience; it is called with the audience's key. `name` begins the ids of their headings."""
    return "".join(_tab(who.label, f"### To {who.label.lower()} {{ #{name}-{key} }}\n\n{caller(key).strip()}") for key, who in AUDIENCES.items())


def stage(key: str, *, caller: Callable[[], str]) -> str:
    """Return the tab for one stage."""
    return _tab(STAGES[require_known("stage", key, STAGES)].label, caller())


def stage_part(key: str, *, caller: Callable[[], str]) -> str:
    """Return the part of a page that is for one stage, from its heading of the second rank on; localizing puts the own stage's first."""
    heading, _, rest = caller().strip().partition("\n")
    if not heading.startswith("## "):
        raise ValueError("a part for a stage begins with a heading: ## …")
    return f"\n{heading} {{ data-stage={require_known('stage', key, STAGES)} }}\n{rest}\n"


def stages(*, caller: Callable[[], str]) -> str:
    """Return the stage tabs within, as one set; localizing puts an edition's own first."""
    return caller()
