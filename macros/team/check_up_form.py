"""The check-up: on paper boxes to tick, in the browser radio buttons whose result stays on the device. Not a <form>: nothing is ever sent."""

from markupsafe import Markup

from macros.values.components import alone, component
from macros.values.region_values import marked
from playbook.content.check_up import check_up


def check_up_form() -> Markup:
    """Return the statements with their scale, buttons, and a place for the last result beside the new one."""
    return alone(component("check-up", called=marked("called"), groups=check_up().groups, steps=check_up().steps))
