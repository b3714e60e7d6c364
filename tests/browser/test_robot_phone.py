"""A robot uses one page of each kind as a person does, on a phone, in an edition whose values are hostile and long."""

import pytest

from tests.robot.quick import walk
from tests.support.templates import KINDS, one_of_each

EDITION = "regions/hard-name"


@pytest.mark.parametrize("name", [name for name in KINDS if name != "not found"])  # which stands at the top of a site only
def test_a_page_can_be_used_on_a_phone(chrome, address, site, name):
    assert not walk(chrome, "phone", name, f"{address}/{EDITION}/{one_of_each(site / EDITION)[name]}")
