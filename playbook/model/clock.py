"""Which day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LAST_ZONE = "Pacific/Pago_Pago"  # where in the United States and its territories a day ends last


def today() -> date:
    """Return the day that a build is for unless one is given: a day is over once it is over in every region, wherever the build runs.

    Finished pages go by each meeting's own time zone (docs/assets/javascripts/core/passed-meetings.js).
    """
    return datetime.now(ZoneInfo(LAST_ZONE)).date()
