"""A robot uses one page of each kind as a person does, on a desk."""

import pytest

from tests.robot.quick import walk
from tests.support.templates import KINDS, kind, one_of_each, pages


@pytest.mark.parametrize("name", KINDS)
def test_a_page_can_be_used_on_a_desk(chrome, address, site, name):
    assert not walk(chrome, "desktop", name, f"{address}/{one_of_each(site)[name]}")


def test_every_page_is_of_a_known_kind(site):
    assert [path for path in pages(site) if kind(path) == "other"] == []
