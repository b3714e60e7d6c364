"""The foot of a region's own page says the credit whole, whatever a copy's template made of the address in it."""

import pytest

from playbook.content import attribution
from playbook.model.region import Region
from tests.support.localized import localized_html

LANE = Region(region="Lane", stage="planning", convener=[{"name": "Lane Board", "email": "board@lane.gov"}])
CONTACT = attribution.facts()["contact"]
LINK = f'<a href="mailto:{CONTACT}">{CONTACT}</a>'


@pytest.mark.parametrize("kind", ["local", "mixed"])
@pytest.mark.parametrize(
    ("inside", "links"),
    [
        (f"To be filled: {LINK} and so on.", 1), (f"To be filled: <strong>{LINK}</strong>", 1), (f'<a href="terms.html">Terms</a> {LINK}', 1),
        (f"To be filled: {CONTACT}", 0), ("", 0), ("<span></span>", 0), ('<a href="terms.html"></a>', 0), ('<a href="terms.html"><b>Terms</b></a>', 0),
    ],
)  # fmt: skip
def test_a_local_page_names_its_writers_in_its_foot(kind, inside, links):
    (foot,) = localized_html(f'<p class="credit" data-block="credit-foot:{kind}">{inside}</p>', LANE)
    assert foot.text_content() == attribution.foot(kind, LANE, "local")
    assert "Lane Board" in foot.text_content()
    assert [link.text for link in foot.iter("a")] == [CONTACT] * links
