"""A robot uses one page of each template, and each that is laid out otherwise on a wide window, as a person does on a desk; `make audit` walks all."""

import pytest

from tests.robot.quick import walk
from tests.support.templates import KINDS, WHOLE, kind, one_of_each, pages

BESIDE = ("my sheet", "practice")  # what is typed stands beside the paper, and a rehearsal has columns


@pytest.mark.parametrize("name", [name for name in KINDS if name in (*WHOLE, *BESIDE)])
def test_a_page_can_be_used_on_a_desk(robot, address, site, name):
    assert not walk(robot("desktop"), name, f"{address}/{one_of_each(site)[name]}")


def test_every_page_is_of_a_known_kind(site):
    assert [path for path in pages(site) if kind(path) == "other"] == []
