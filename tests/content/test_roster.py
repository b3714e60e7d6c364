"""Seats and gaps: who is on the team, and who is missing of the four fields that the tool names."""

import re

from hypothesis import given
from hypothesis import strategies as st

from playbook.content.point_spec import point_specs
from playbook.model.region import Region, Seat
from playbook.model.seat import ROLES, SECTORS, STATUSES
from playbook.model.support_team import FIELDS_OF_WORK, MORE_FIELDS, gaps
from playbook.output.html_page import BuiltPage, plain
from playbook.render.components.blocks import roster


def seat(sector: str, status: str = "filled", role: str = "core") -> Seat:
    return Seat(sector=sector, status=status, role=role)


def shown(site, slug: str) -> str:
    """Return what a reader sees of the page before anything is ticked."""
    article = BuiltPage(site / slug / "team/roster.html", slug).root.xpath("//article")[0]
    for waiting in article.xpath('.//section[@hidden and contains(@class, "board")]'):
        waiting.drop_tree()
    return plain(article.text_content())


def test_the_four_fields_are_the_tools_and_every_sector_of_a_region_file_has_its_place():
    assert set(FIELDS_OF_WORK) == set(point_specs()["s03"].keep)
    placed = [sector for sectors in (FIELDS_OF_WORK | MORE_FIELDS).values() for sector in sectors]
    assert sorted(placed) == sorted(SECTORS)


def test_fields_with_nobody_on_board_come_first_and_those_with_nobody_asked_before_all():
    found = gaps([seat("workforce"), seat("economic", "asked"), seat("chamber", "open"), seat("k12"), seat("community", "open")])
    assert [(gap.field, gap.status) for gap in found] == [
        ("community-based organizations", "open"), ("economic development", "asked"), ("education", "filled"),
    ]  # fmt: skip
    assert found[2].sectors == ("community-college", "university")


def test_a_field_that_is_only_in_the_wide_team_is_a_gap():
    every = [seat(sector) for sector in SECTORS if sector != "community"]
    assert gaps([*every, seat("community")]) == []
    assert [(gap.field, gap.wide_only) for gap in gaps([*every, seat("community", role="wide")])] == [("community-based organizations", True)]


def test_a_team_with_no_seat_lacks_all_four():
    assert [gap.field for gap in gaps([])] == list(FIELDS_OF_WORK) and not any(gap.listed for gap in gaps([]))


@given(st.lists(st.builds(seat, st.sampled_from(list(SECTORS)), st.sampled_from(list(STATUSES)), st.sampled_from(list(ROLES)))))
def test_whatever_the_seats_every_one_is_shown_once_and_no_filled_field_is_called_missing(seats):
    region = Region(region="Lane", stage="planning", support_team=tuple(seats))
    assert roster(region).count('<span class="mark mark-') == len(seats)
    filled = {field for field, sectors in FIELDS_OF_WORK.items() if any(one.sector in sectors and one.status == "filled" for one in seats)}
    assert {gap.field for gap in gaps(seats) if gap.status != "filled"} == set(FIELDS_OF_WORK) - filled


def test_a_gap_is_never_called_as_the_field_that_it_is_in():
    for field, sectors in FIELDS_OF_WORK.items():
        for sector in sectors:
            page = plain(roster(Region(region="Lane", stage="planning", support_team=tuple(seat(one) for one in sectors if one != sector))).striptags())
            assert f"{field}: nobody yet for {field}." not in page.lower(), page


def test_an_edition_with_seats_shows_the_right_gaps(site):
    text = shown(site, "regions/pine-valley-health")
    assert "Not on board yet: economic development and community-based organizations." in text
    assert "Economic development: a seat is open, and nobody has been asked." in text
    assert "Education: nobody yet for K-12 and university." in text
    assert "All four fields are on board." in (full := shown(site, "regions/kaohia-coast"))
    assert "Community-based organizations: nobody in the core team." in full and "Organized labor (asked)" in full
    assert not re.search(r"\(filled\)|\d filled|\(open\)|\d open", text + full)


def test_an_edition_without_seats_says_how_to_fill_the_chart_and_every_edition_has_one(site):
    for slug in ("", "regions/pine-valley"):
        assert "No seats are listed in this edition. Tick the seat chart to see" in shown(site, slug) and "Not on board" not in shown(site, slug)
    for slug in ("", "regions/pine-valley", "regions/kaohia-coast"):
        page = BuiltPage(site / slug / "team/roster.html", slug)
        assert len(page.by_class("mark-box")) == 3 * 16, slug


def test_a_seat_is_told_by_its_sign_and_in_words_never_by_colour_alone(site):
    for mark in BuiltPage(site / "regions/pine-valley-health/team/roster.html", "").root.xpath('//table//td//span[contains(@class, "mark mark-")]'):
        kind = mark.get("class").removeprefix("mark mark-")
        assert kind == "box" or f"({STATUSES[kind]})" in plain(mark.getparent().text_content())
