"""A robot uses one page of each kind that has a part of its own as a person does, on a phone, in an edition whose values are hostile and long."""

import pytest

from tests.robot.quick import walk
from tests.support.templates import KINDS, PROSE, one_of_each

EDITION = "regions/hard-name"


@pytest.mark.parametrize("name", [name for name in KINDS if name not in (*PROSE, "not found")])
def test_a_page_can_be_used_on_a_phone(robot, address, site, name):
    places = one_of_each(site) | {kind: f"{EDITION}/{path}" for kind, path in one_of_each(site / EDITION).items()}  # the list of editions is at the top alone
    assert not walk(robot("phone"), name, f"{address}/{places[name]}")
