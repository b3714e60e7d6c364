"""What a search reads of a page: words as a reader sees them, each by itself."""

from playbook.output.html_page import BuiltPage
from playbook.search.passages import passages

FORM = """<article><h1>Form</h1><form><fieldset><legend>Meeting</legend><label>Zone</label><select><option>Eastern</option><option>Central</option></select>
<label>Place</label></fieldset><details><summary>More</summary>Names</details></form></article>"""


def test_labels_stand_apart_and_what_a_field_offers_is_no_text_of_the_page():
    assert passages(BuiltPage.of(FORM, "form.html"), "Form")[0].text == "Meeting Zone Place More Names"
