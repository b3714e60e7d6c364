"""Whom to tell of a mistake: the mail's subject names page and region, whoever reads it."""

from urllib.parse import unquote

import pytest
from jinja2 import Environment, FileSystemLoader

from playbook.model.region import Convener, Region
from playbook.model.site_config import Site
from tests.support.localized import localized_html
from tests.support.project import ROOT

LANE = Region(region="Lane & Co", stage="planning", convener=(Convener(name="Lane Board", email="lane@example.org"),))


@pytest.mark.parametrize(
    ("site", "region", "link"),
    [
        (Site(feedback="web@example.org"), LANE, "mailto:web@example.org?subject=Steps · Lane & Co · team/steps.html"),
        (Site(feedback="web@example.org"), None, "mailto:web@example.org?subject=Steps · team/steps.html"),
        (Site(), LANE, "mailto:lane@example.org?subject=Steps · Lane & Co · team/steps.html"),
        (Site(), None, ""),
        (Site(repository="https://github.com/lane/playbook"), None, "https://github.com/lane/playbook/issues"),
        (Site(repository="https://github.com/lane/playbook"), LANE, "mailto:lane@example.org?subject=Steps · Lane & Co · team/steps.html"),
    ],
)
def test_a_mail_about_a_mistake_names_the_page_and_the_region_wherever_it_goes(site, region, link):
    partial = Environment(loader=FileSystemLoader(ROOT / "overrides")).get_template("partials/page-foot.html")
    foot = localized_html(partial.render(meta={}, page_name="Steps", page={"url": "team/steps.html"}, playbook={}), region, site)
    assert [unquote(address) for address in foot.xpath('.//p[@class="feedback"]//@href')] == ([link] if link else [])
