"""Blocks of a region's own values, as the general page has them; `playbook/render/localize.py` puts an edition's in their place."""

from macros.values.arguments import require_known
from playbook.content.ical import CALENDAR_FILES
from playbook.model.edition import UNLOCALIZED, Catalog, Edition
from playbook.model.site_config import Site
from playbook.render import blocks


def editions_list(*, site: Site) -> str:
    """Return the list of editions with the general edition alone."""
    general = Edition(UNLOCALIZED, None, "")
    return _alone(blocks.editions_list(Catalog(site, (general,), ()), general))


def local_priorities() -> str:
    """Return the place for the region's own priorities."""
    return _alone(blocks.local_priorities(None))


def local_results() -> str:
    """Return the place for the region's own results."""
    return _alone(blocks.local_results(None))


def calendar_file(key: str) -> str:
    """Return the place for a meeting's calendar file: `{{ calendar_file("launch_meeting") }}`."""
    return _alone(blocks.calendar_file(require_known("meeting", key, CALENDAR_FILES), None))


def roster() -> str:
    """Return the place for the chart of the support team's seats."""
    return _alone(blocks.roster(None))


def _alone(block: str) -> str:
    """Return a block on lines of its own, as Markdown wants it."""
    return f"\n{block}\n"
