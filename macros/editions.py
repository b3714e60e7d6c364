"""The list of editions, from one to the other."""

from itertools import groupby

from macros.literal import literal
from playbook.edition import Catalog, Edition
from playbook.stage import STAGES
from playbook.watch import block


@block
def editions_list(*, catalog: Catalog, here: Edition) -> str:
    """Return every edition grouped by region, with links that work from this one, on the web and from disk."""
    unlocalized = next(edition for edition in catalog.editions if not edition.region)
    local = sorted((e for e in catalog.editions if e.region), key=lambda e: (e.name.casefold(), e.slug))
    groups = "".join(
        f'<section class="edition-group"><h2>{literal(name)}</h2><ul>{"".join(_item(e, here) for e in editions)}</ul></section>\n'
        for name, editions in groupby(local, key=lambda e: e.name)
    )
    return f'\n<div class="editions">\n{groups}<section class="edition-group"><h2>Any region</h2><ul>{_item(unlocalized, here)}</ul></section>\n</div>\n'


def _item(edition: Edition, here: Edition) -> str:
    region = edition.region
    title = literal(region.partnership or region.industry or "Industry to be chosen") if region else "General edition"
    about = [literal(region.industry)] if region and region.industry and region.partnership else []
    if region:
        about += [STAGES[region.stage].label] + (["fictional example"] if region.example else [])
    else:
        about += ["neutral words such as “our region”"]
    current = ' aria-current="true"' if edition.slug == here.slug else ""
    if edition.slug == here.slug:
        about += ["you are here"]
    return f'<li><a href="{here.to_top}{edition.path}index.html"{current}>{title}</a> <span class="edition-about">{" · ".join(about)}</span></li>'
