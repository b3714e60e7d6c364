"""A new release never stops a region's own words: what changed under them is told, point by point."""

from dataclasses import replace

import pytest

from playbook.copy.drift import changed_under_wording
from playbook.copy.release import WORDS, fetch, words_of_points, write_list
from tests.support.project import only_region, run
from tests.support.releases import swap
from tests.support.small_playbook import small

OWN = """\
region: Lane
industry: wood products
stage: active
points:
  S12: {say: "We each knock on the same doors.", more: "All of us."}
  s35: {leave_out: true, because: "we show our own figures"}
  s13: {say: "They are worn out."}
  n01: {after: s47, say: "Your hours count."}
"""
CHANGED = "regions/lane.yml:5: S12 has changed under your wording:\n  before: When "


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """A copy with words of its own, and a later release in which three of the points read otherwise."""
    folder = tmp_path_factory.mktemp("copies")
    copy, later = small(folder / "copy"), small(folder / "later")
    write_list(copy, replace(fetch(str(copy), "", copy), version="0.1.0"))
    only_region(copy, "lane", OWN)
    swap(later / "docs/talking-points/what-are-you-up-to.md", "we often call the same companies.", "we all call the same companies.")
    swap(later / "docs/talking-points/what-they-are.md", "  { #s35 }", "  It is a start.\n  { #s35 }")
    swap(later / "docs/talking-points/what-is-in-it.md", "Jobseekers get the right training", "People get the right training")
    return copy, later


def test_what_changed_under_a_wording_is_told_before_after_and_yours(copies):
    said = list(changed_under_wording(copies[0], words_of_points(copies[1])))
    assert "\n".join(said).startswith(CHANGED)
    assert [line for line in said if not line.startswith("  ")] == [
        "regions/lane.yml:5: S12 has changed under your wording:", "regions/lane.yml:6: S35 has changed under your wording:",
        "regions/lane.yml:8: S47, which your N01 follows, has changed under your wording:",
    ]  # fmt: skip
    assert (
        "we often call the same companies." in said[1]
        and "we all call the same companies." in said[2]
        and said[3] == "  yours:  We each knock on the same doors. All of us."
    )
    assert said[7] == "  yours:  left out, because we show our own figures"
    assert not list(changed_under_wording(copies[0], words_of_points(copies[0])))


def test_update_and_drift_tell_it_and_refuse_nothing(copies):
    copy, later = copies
    for command in (("update", "--dry-run"), ("drift",)):
        done = run(copy, *command, "--from", str(later))
        assert CHANGED in done.stdout, done.stdout + done.stderr
        assert "regions/lane.yml" not in done.stderr
    assert "an update will go through.\n" in done.stdout and done.stdout.splitlines()[-1].startswith("The credit is intact on every page")
    assert "Points in your own words: 4" in done.stdout and "  S35 (regions/lane.yml:6): left out, because we show our own figures" in done.stdout


def test_a_point_that_a_release_no_longer_has_is_told_with_what_to_do(copies):
    copy, later = copies
    swap(later / "docs/talking-points/what-are-you-up-to.md", "  { #s13 }", "")
    said = list(changed_under_wording(copy, words_of_points(later)))
    at = said.index("regions/lane.yml:7: S13 is gone:")
    assert "take your wording out, or name another point" in said[at + 2] and said[at + 3] == "  yours:  They are worn out."


def test_the_advice_on_an_edited_page_leads_to_the_region_file():
    assert "points: in your region file" in WORDS["ways_to_keep"]["docs/"]
