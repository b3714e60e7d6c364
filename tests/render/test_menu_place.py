"""What every page's frame owes its reader: where the page stands, links that say when they lead nowhere, scripts in an order that holds."""

import re

from playbook.render.assets.asset_bundle import SCRIPT
from tests.wording.conftest import edition, rendered

__all__ = ["edition", "rendered"]
TAB = '//li[contains(@class, "md-tabs__item--active")]'
IN_VIEW = '//nav[contains(@class, "md-nav--primary")]//li[contains(@class, "md-nav__item--active")]/a'


def test_every_page_shows_in_the_menu_where_it_stands(rendered):
    lost = [page.url for page in rendered.pages.pages if page.source and not page.root.xpath(TAB)]
    assert not lost
    sheets = [page for page in rendered.pages.pages if re.fullmatch(r"sheets/.+\.html", page.url) and page.url != "sheets/index.html"]
    assert len(sheets) > 20
    wrong = [
        page.url for page in sheets if not any(page.url.startswith(f"sheets/{link.get('href').removesuffix('.html')}") for link in page.root.xpath(IN_VIEW))
    ]
    assert not wrong


def test_a_link_that_leads_nowhere_says_so_and_one_that_leads_somewhere_does_not(rendered, edition):
    silent = [
        f"{page.url}: {link.get('class')}"
        for page in rendered.pages.pages
        for link in page.root.xpath("//a[not(@href)]")
        if link.get("aria-disabled") != "true"
    ]
    assert not silent
    online = edition(launch_meeting={"date": "2027-03-04", "time": "09:00", "timezone": "America/Denver", "online": "https://meet.example.org/x"})
    (link,) = online.page("sheets/educators.html").root.xpath('//a[@class="meeting-link"]')
    assert dict(link.attrib).get("href") == "https://meet.example.org/x" and not {"role", "aria-disabled"} & set(link.attrib)


def test_what_all_pages_run_comes_before_what_some_pages_run(rendered):
    late = []
    for page in rendered.pages.pages:
        scripts = [address.partition("?")[0] for address in page.root.xpath("//body//script/@src")]
        if scripts and not scripts[1].endswith(SCRIPT):
            late.append(f"{page.url}: {scripts[1]}")
    assert not late
