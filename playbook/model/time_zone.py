"""Time zones that a meeting may have: those of a place, whose clock changes when people's clocks there do."""

import re
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from playbook.files.messages import complaint

OF_A_PLACE = re.compile(r"(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US)/[A-Z].*")
TERRITORIES = ("US", "PR", "VI", "GU", "AS", "MP")
LINKS = ("Alaska", "Aleutian", "Arizona", "Central", "Eastern", "East-Indiana", "Hawaii", "Indiana-Starke", "Michigan", "Mountain", "Pacific", "Samoa")
ADVICE = {  # what people call a zone, and what to write
    zone: words
    for words, names in {
        "America/New_York": "eastern est edt et",
        "America/Chicago": "central cst cdt ct",
        "America/Denver, or America/Phoenix for Arizona": "mountain mst mdt mt navajo",
        "America/Los_Angeles": "pacific pst pdt pt",
        "America/Anchorage": "alaska akst akdt",
        "Pacific/Honolulu": "hawaii hst hdt",
        "America/Puerto_Rico": "atlantic ast",
        "Pacific/Guam": "chamorro chst",
        "Pacific/Pago_Pago": "samoa sst",
    }.items()
    for zone in names.split()
}


@cache
def zones() -> frozenset[str]:
    """Return the names of all zones that are a place's, like America/Denver, and their older names like US/Mountain.

    MST, EST5EDT, UTC and Etc/GMT+7 are none: they name an offset, which is an hour off for half of the year.
    """
    return frozenset(zone for zone in available_timezones() if OF_A_PLACE.fullmatch(zone))


def zones_of_the_united_states() -> list[str]:
    """Return the zones of the United States and its territories, under all names that a browser may give them."""
    places = [zone for zone, territory in get_global("zone_territories").items() if territory in TERRITORIES and OF_A_PLACE.fullmatch(zone)]
    return sorted([*places, *(f"US/{link}" for link in LINKS)])


def time_zone(value: str) -> str:
    """Return the name of a zone; ValueError, with what to write instead, for anything that is none of a place."""
    if value in zones():
        return value
    for word in re.findall("[a-z]+", value.lower()):
        if word in ADVICE:
            raise ValueError(complaint("zone-known", zones=ADVICE[word]))
    raise ValueError(complaint("zone"))


def is_on_clocks(day: date, hour: time, zone: str) -> bool:
    """Tell whether clocks in a zone show an hour on a day; they skip one when they go forward, and some have skipped a day."""
    wall = datetime.combine(day, hour)
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall
