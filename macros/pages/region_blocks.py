"""Blocks of a region's own values, as the general page has them; `playbook/render/localize.py` puts an edition's in their place."""

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone
from playbook.model.edition import UNLOCALIZED, Catalog, Edition
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.site_config import Site
from playbook.render.components import blocks
from playbook.render.wording import own_blocks


def own_words() -> Markup:
    """Return the place where an edition says which points it says its own way, leaves out and adds."""
    return alone(own_blocks.own_words(None))


def editions_list(*, site: Site) -> Markup:
    """Return the list of editions with the general edition alone."""
    general = Edition(UNLOCALIZED, None, "")
    return alone(blocks.editions_list(Catalog(site, (general,), ()), general))


def local_priorities() -> Markup:
    """Return the place for the region's own priorities."""
    return alone(blocks.local_priorities(None))


def local_results() -> Markup:
    """Return the place for the region's own results."""
    return alone(blocks.local_results(None))


def calendar_file(key: str) -> Markup:
    """Return the place for a meeting's calendar file, by its key."""
    return alone(blocks.calendar_file(require_known("meeting", key, MEETINGS), None))


def roster() -> Markup:
    """Return the place for the chart of the support team's seats."""
    return alone(blocks.roster(None))


def contact_block() -> Markup:
    """Return the place for whom to call or write to: `{{ whom_to_call() }}`."""
    return alone(blocks.contact(None))
