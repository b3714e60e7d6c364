"""Boxes to tick for the support team's seats."""

from playbook.model.seat import STATUSES


def seat_boxes() -> str:
    """Return a box to tick for each status of a seat."""
    return " ".join(f'<span class="seat-box"><span class="mark mark-box"></span> {status}</span>' for status in STATUSES)
