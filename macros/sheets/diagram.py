"""The one diagram of the handout: business leaders in the middle, the four fields of partners around them."""

from markupsafe import Markup

from macros.values.components import component
from playbook.model.formatting import capitalized, names_in_words
from playbook.model.support_team import FIELDS_OF_WORK

CENTER = "Business leaders from one industry"
FIELDS = dict(zip(("workforce", "educators", "economic", "community"), FIELDS_OF_WORK, strict=True))  # by the audience that stands for each
ABOUT = f"In the middle: {CENTER[0].lower()}{CENTER[1:]}. Around them, their support partners: {names_in_words(list(FIELDS.values()))}."


def partnership_diagram(audience: str) -> Markup:
    """Return the diagram as a list of the fields, that of an audience standing out, and who is in the middle."""
    fields = [{"audience": key, "name": capitalized(name), "is_here": key == audience} for key, name in FIELDS.items()]
    return component("partnership-diagram", fields=fields, center=CENTER, about=ABOUT)
