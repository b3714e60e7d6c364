"""What a template or a macro left unfilled stops the build; a region's value that looks like it does not."""

import pytest

from playbook.render.placeholders import placeholder_messages


@pytest.mark.parametrize(
    "left",
    [
        "{{ region.name }}", "{% if x %}", "for XX industry", "Macro Rendering Error", "None in our region", "The None industry", "None of Lane County", "a team of None of Lane",
        "None of\nhealth care", "None of then", "None of thespians", "None of usable skills", "<span data-field='region'>None</span> of Lane", "<b>None</b> <i>in</i> Lane",
        "None of us plans alone, and None of Lane",
        "None of Lane, and it’s new", "None of Lane don't",
    ],
)  # fmt: skip
def test_what_is_left_unfilled_in_a_common_page_is_named(left):
    assert [message.partition('"')[0] for message in placeholder_messages(f"<p>{left}</p>")] == ["a placeholder is left over: "]


@pytest.mark.parametrize(
    "sentence",
    [
        "{curly} and 100 % are words", "None of us plans alone", "None of them", "None of the companies", "None of these", "None of our partners", "None of it", "None of\nyou",
        "None of <strong>us</strong>", "<em>None</em> of&nbsp;them", "None Of The Above", "None of Pine Valley’s schools", "None of Lane's boards", "None of Nine Rivers’ plants", "None", "Nonetheless of Lane",
        "none of Lane", "None yet", "<td>None</td><td>in May</td>",
    ],
)  # fmt: skip
def test_words_that_only_look_so_are_none(sentence):
    assert not list(placeholder_messages(f"<p>{sentence}</p>"))
