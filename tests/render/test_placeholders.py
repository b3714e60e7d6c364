"""What a template or a macro left unfilled stops the build; a region's value that looks like it does not."""

import pytest

from playbook.render.placeholders import placeholder_messages


@pytest.mark.parametrize("left", ["{{ region.name }}", "{% if x %}", "for XX industry", "Macro Rendering Error", "None in our region"])
def test_what_is_left_unfilled_in_a_common_page_is_named(left):
    assert [message.partition('"')[0] for message in placeholder_messages(f"<p>{left}</p>")] == ["a placeholder is left over: "]


def test_words_that_only_look_so_are_none():
    assert not list(placeholder_messages("<p>None of us plans alone; {curly} and 100 % are words.</p>"))
