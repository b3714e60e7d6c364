"""A site knows its own address: from site.yml, else from the host that publishes it, else from the domain in the file CNAME."""

import re

import pytest

from playbook.model.site_config import Site, load_site
from tests.support.project import ROOT

HOST = {"PAGES_URL": "https://lane.github.io/playbook/", "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "lane/playbook"}


def known(folder, site: str = "", domain: str = "", host: dict[str, str] | None = None) -> Site:
    (folder / "site.yml").write_text(site, "utf-8")
    if domain:
        (folder / "CNAME").write_text(domain, "utf-8")
    settings, problems = load_site(folder, host or {})
    assert not problems
    return settings


def test_address_and_repository_are_the_hosts_while_it_publishes(tmp_path):
    settings = known(tmp_path, "site_url:\nrepository:\n", host=HOST)
    assert (settings.site_url, settings.repository) == ("https://lane.github.io/playbook/", "https://github.com/lane/playbook")


def test_what_site_yml_says_comes_first(tmp_path):
    settings = known(tmp_path, "site_url: https://lane.org/\nrepository: https://gitlab.com/lane/own\n", "other.lane.org\n", HOST)
    assert (settings.site_url, settings.repository) == ("https://lane.org/", "https://gitlab.com/lane/own")


def test_a_domain_of_ones_own_is_the_address_where_no_host_says_one(tmp_path):
    assert known(tmp_path, domain="playbook.lane.org\n").site_url == "https://playbook.lane.org/"
    assert known(tmp_path, domain="playbook.lane.org\n", host=HOST).site_url == HOST["PAGES_URL"]


def test_a_build_elsewhere_takes_nothing_from_the_machine_it_runs_on(tmp_path):
    settings = known(tmp_path, host={name: value for name, value in HOST.items() if name != "PAGES_URL"})
    assert (settings.site_url, settings.repository) == (None, None)


@pytest.mark.parametrize(
    "domain", ["", "https://lane.org", "lane", "lane.org\nother.org", "lane.org/playbook", "b\u00fccher.org", "-lane.org", "<b>lane</b>.org"]
)
def test_what_is_no_domain_is_named_with_its_file(tmp_path, domain):
    (tmp_path / "CNAME").write_text(domain, "utf-8")
    (problem,) = load_site(tmp_path, {})[1]
    assert problem.file == "CNAME" and "write one name on one line, like playbook.example.org" in problem.message


def test_the_example_of_the_settings_explains_every_key_and_is_sound(tmp_path):
    example = (ROOT / "site.example.yml").read_text("utf-8")
    explained = re.findall(r"^(?:# )?(\w+):.*$", example, re.MULTILINE)
    assert set(Site.model_fields) <= set(explained)
    (tmp_path / "site.yml").write_text(example, "utf-8")
    assert load_site(tmp_path, {}) == (Site(), [])
    assert {line.partition(":")[0] for line in (ROOT / "site.yml").read_text("utf-8").splitlines() if line[:1].isalpha()} < set(explained)
