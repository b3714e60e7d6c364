"""An edition's page that is put together from pieces which editions share is the page that is localized whole: its file, its tree, what a search and a link find on it."""

from dataclasses import replace
from pathlib import Path

import pytest

from playbook.check.link_check import ADDRESSES, IDS
from playbook.model.region import Logo
from playbook.model.site_config import Site
from playbook.model.stage import STAGES
from playbook.output.cut_page import CutPage
from playbook.output.html_page import BuiltPage, serialized
from playbook.render.audience.edition_pages import localized_page, pages_of
from playbook.render.pieces.built import built_page
from playbook.search.search_index import entry, places
from tests.promises.test_twins import BARE, FULL, GENERAL, MEETINGS, OWN_WORDS, PASSED, edition_of
from tests.support.project import HARD_NAME

REGIONS = [
    *(FULL | MEETINGS | {"stage": stage} for stage in STAGES),
    FULL | MEETINGS | OWN_WORDS | {"stage": "launch"},
    FULL | PASSED | {"stage": "launch", "example": "true"},
    BARE | {"stage": "active", "leave_out": ["team/boss"]},
    {"region": HARD_NAME, "stage": "planning"},
]


@pytest.mark.parametrize("site", [Site(), Site(leave_out=("team/practice",))], ids=["whole", "pages left out"])
def test_a_page_put_together_from_pieces_is_the_page_localized_whole(rendered, site, tmp_path):
    """Each page for half of the regions, on alternate pages."""
    order, wrong, cut = rendered.order(), [], 0
    for number, values in enumerate(REGIONS[:: 1 if site == Site() else 3]):
        edition = edition_of(tmp_path, "lane", values)
        edition = replace(edition, region=edition.region.model_copy(update={"logo": Logo(file="lane.svg", alt="Lane")}))
        localization = rendered.pages.localization(replace(order.catalog, site=site, editions=(GENERAL, edition)), edition)
        for page in [*pages_of(rendered.pages, localization)][number % 2 :: 2]:
            built = built_page(page, rendered.pages, localization, Path(page.url))
            whole = localized_page(page, rendered.pages, localization)
            cut += isinstance(built, CutPage)
            told, wanted = (_told(one, page) for one in (built, BuiltPage(Path(page.url), built.name, whole, serialized(whole))))
            wrong += [f"{page.url}, {values['stage']}: {what} {told[what]} {wanted[what]}"[:600] for what in wanted if told[what] != wanted[what]]
    assert not wrong
    assert cut > 70


def _told(built: BuiltPage, page) -> dict:
    """What is written, checked and indexed of a page."""
    return {
        "text": built.raw,
        "tree": serialized(built.root),
        "addresses": sorted(built.find(ADDRESSES)),
        "anchors": sorted(built.find(IDS)),
        "entries": [entry(place) for place in places(built, page.source, page.url)] if page.source else [],
    }
