"""The support team's seats: boxes to tick, and the place for the answer."""

from markupsafe import Markup

from macros.values.arguments import require_known
from macros.values.components import alone, component
from macros.values.region_values import marked
from playbook.model.seat import SECTORS, STATUSES
from playbook.model.support_team import FIELDS_OF_WORK, MORE_FIELDS, kind_of_seat
from playbook.render.components.blocks import NEXT_STEPS


def seat_boxes(seat: str, sector: str) -> Markup:
    """Return a box for each status of a seat; `seat` is an id that no other has, `sector` the field of a region file that it stands for."""
    return component("seat-boxes", seat=seat, sector=require_known("sector", sector, SECTORS), statuses=STATUSES)


def seats_answer() -> Markup:
    """Return the place for who is missing, by the seats that a reader ticked."""
    fields, more = (
        {field: [(sector, kind_of_seat(sector, field)) for sector in sectors] for field, sectors in each.items()} for each in (FIELDS_OF_WORK, MORE_FIELDS)
    )
    return alone(component("seats-answer", fields=fields, more=more, steps=NEXT_STEPS, statuses=STATUSES, called=marked("called")))
