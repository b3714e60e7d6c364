"""The pages that all editions have in common, rendered once for the promises of localizing."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from playbook.build.edition_build import Order
from playbook.model.edition import Catalog, Edition
from playbook.model.site_config import Site, load_site
from playbook.render.common_pages import CommonPages, make_common_pages
from tests.support.project import ROOT, TODAY


@dataclass(frozen=True)
class Rendered:
    """Common pages with their marks located, what the site is set to, and the folder where the files that editions share stand."""

    pages: CommonPages
    site: Site
    folder: Path

    def order(self, *editions: Edition) -> Order:
        """Return what a build of these editions is asked for."""
        return Order(ROOT, Catalog(self.site, editions, ()), self.folder, date.fromisoformat(TODAY), papers=False)


@pytest.fixture(scope="session")
def rendered(tmp_path_factory) -> Rendered:
    """This project's pages, as a build renders them."""
    site, folder = load_site(ROOT)[0], tmp_path_factory.mktemp("rendered")
    return Rendered(make_common_pages(ROOT, site, date.fromisoformat(TODAY), folder), site, folder)
