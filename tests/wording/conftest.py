"""Pages rendered once, and the edition of a region file among them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from playbook.model.clock import current
from playbook.model.edition import Edition
from playbook.model.region_file import load_region
from playbook.output.html_page import BuiltPage, plain, serialized
from playbook.render.localize import Localization, localized
from tests.promises.conftest import Rendered, rendered
from tests.support.project import TODAY as DAY

__all__ = ["Rendered", "rendered"]
TODAY = date.fromisoformat(DAY)
LANE = {"region": "Lane County", "industry": "wood products", "stage": "launch", "convener": {"name": "Lane Board", "email": "call@lane.test"}}


@dataclass(frozen=True)
class Said:
    """What one edition says."""

    rendered: Rendered
    edition: Edition

    def page(self, url: str) -> BuiltPage:
        """A page of the edition, as a build writes it."""
        values = Localization(self.rendered.order(Edition("", None, ""), self.edition).catalog, self.edition, self.rendered.pages.points)
        found = next(page for page in self.rendered.pages.for_stage(self.edition.stage) if page.url == url)
        root = localized(found.root, values, found.points)
        return BuiltPage(Path(url), f"{self.edition.path}{url}", root, serialized(root))

    def points(self, url: str, key: str) -> list[HtmlElement]:
        """Every occurrence of a point on a page."""
        return self.page(url).root.xpath("//article//*[@data-point=$key]", key=key)

    def said(self, url: str, key: str) -> list[str]:
        """What each occurrence of a point on a page says, its id and origin included."""
        return [plain(holder.text_content()) for holder in self.points(url, key)]


@pytest.fixture(scope="session")
def edition(rendered, tmp_path_factory) -> Callable[..., Said]:
    """The edition of Lane County with these keys besides, as its file makes it (JSON is YAML)."""

    def made(**more: object) -> Said:
        folder = tmp_path_factory.mktemp("lane") / "regions"
        folder.mkdir()
        (folder / "lane.yml").write_text(json.dumps({**LANE, **more}), "utf-8")
        region, problems = load_region(folder / "lane.yml", TODAY)
        assert region and not problems, problems
        return Said(rendered, Edition("lane", current(region, TODAY), "regions/lane/"))

    return made
