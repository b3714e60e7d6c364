"""The list of editions, from one to the other."""

from itertools import groupby

from macros.values.escape import capitalized, escape_text
from playbook.model.edition import Catalog, Edition


def editions_list(*, catalog: Catalog, here: Edition) -> str:
    """Return every edition grouped by region, with links that work from this one, on the web and from disk."""
    unlocalized = next(edition for edition in catalog.editions if not edition.region)
    local = sorted((e for e in catalog.editions if e.region), key=lambda e: (e.entry.region.casefold(), e.slug))
    groups = "".join(
        f'<section class="edition-group"><h2>{escape_text(capitalized(name))}</h2><ul>{"".join(_item(e, here) for e in editions)}</ul></section>\n'
        for name, editions in groupby([*local, unlocalized], key=lambda e: e.entry.region)
    )
    return f'\n<div class="editions" data-block="editions">\n{groups}</div>\n'


def _item(edition: Edition, here: Edition) -> str:
    """An entry; of another edition a list says nothing else, so that it stays as it is while they change otherwise."""
    is_here = edition.slug == here.slug
    about = " · ".join([*map(escape_text, edition.entry.about), *(["you are here"] if is_here else [])])
    current = ' aria-current="true"' if is_here else ""
    return f'<li><a href="{here.to_top}{edition.path}index.html"{current}>{escape_text(capitalized(edition.entry.title))}</a> <span class="edition-about">{about}</span></li>'
