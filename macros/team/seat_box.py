"""Boxes to tick for the support team's seats."""

from markupsafe import Markup

from macros.values.components import component
from playbook.model.seat import STATUSES


def seat_boxes() -> Markup:
    """Return a box to tick for each status of a seat."""
    return component("seat-boxes", statuses=STATUSES)
