"""The robot's walk over one page of each kind, quick enough for every test run."""

from tests.robot.walk import Robot
from tests.support.templates import WHOLE

STOPS = 20  # from the top of a page of each template, and a third of them from the text of others on


def walk(robot: Robot, kind: str, url: str) -> list[str]:
    """Return the faults of a page: of its text alone where the rest is as on a page of its template; Tab goes a part of the way."""
    whole = kind in WHOLE
    robot.stops, robot.within = (STOPS, "body") if whole else (STOPS // 3, "article")
    return robot.walk(url, search=kind == "front")  # which is the same on every page
