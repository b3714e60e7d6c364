"""A long list of editions: one is found by words, state, stage and industry, and how many there are is announced."""

import pytest
from playwright.sync_api import expect

from playbook.model.edition import Catalog, Edition
from playbook.model.region import Region
from playbook.model.site_config import Site
from playbook.render.components.blocks import SHORT_LIST, editions_list
from tests.support.own_version import add_scripts

STAGES = ("planning", "launch", "active")
COUNT = SHORT_LIST + 9


@pytest.fixture
def listed(chrome):
    """A page with a long list of editions and its script, and nothing else."""
    general = Edition("", None, "")
    regions = [
        Region(
            region=f"Doña Inés {number}",
            stage=STAGES[number % 3],
            industry=("wood", "health care")[number % 2],
            state=(None, "Oregon", "Ohio")[number % 3],
            example=number == COUNT - 1,
        )
        for number in range(COUNT)
    ]
    local = [Edition(f"r{number}", region, f"regions/r{number}/") for number, region in enumerate(regions)]
    page = chrome.new_page()
    page.set_content(f"<article>{editions_list(Catalog(Site(), (general, *local), ()), general)}</article>")
    add_scripts(page, ("editions/find-edition",))
    yield page
    page.close()


def test_an_edition_is_found_by_words_in_any_spelling_and_by_choices_and_the_count_is_announced(listed):
    said, shown = listed.get_by_role("status"), listed.locator(".edition-group li:visible")
    expect(said).to_have_text(f"{COUNT} editions")
    assert listed.locator("[name=state] option").all_text_contents() == ["All states", "Elsewhere", "Ohio", "Oregon"]
    listed.get_by_label("Place, name or industry").fill("INES health")
    expect(said).to_have_text(f"10 of {COUNT} editions")
    listed.get_by_label("State", exact=True).select_option("Ohio")
    listed.get_by_label("Stage").select_option("Active partnership")
    expect(shown).to_have_count(3)
    assert listed.locator(".edition-group:visible h2").all_text_contents() == ["Ohio"]
    listed.get_by_label("Industry", exact=True).select_option("Wood")
    expect(said).to_have_text("No edition fits. Try fewer words, or another choice.")
    listed.get_by_role("button", name="Show all").press("Enter")
    expect(shown).to_have_count(COUNT)
    expect(listed.get_by_label("Place, name or industry")).to_be_focused()
    expect(listed.get_by_role("button", name="Show all")).to_be_hidden()
