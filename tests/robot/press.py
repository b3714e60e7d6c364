"""How the robot presses controls, and what it wants to come of it."""

from collections import Counter
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from tests.robot.walk import Robot


def press_all(robot: "Robot", url: str) -> None:
    """Press every control that stays on the page, and see that something comes of it."""
    pressed: Counter[str] = Counter()
    _return_to(robot, url)
    while found := _unpressed(robot, pressed):
        looks, acted = robot.looks, False
        for at, sign in found:
            ready = robot.page.evaluate("at => robotEyes.ready(at)", at)
            gone = ready.get("gone", False)
            pressed[sign] += not (gone and acted)  # what an earlier press has hidden may come into view again
            if "covered" in ready:
                robot.faults.append(f"{ready['told']} is covered by {ready['covered']}")
            elif not gone:
                press(robot, ready)
                acted = True
                _return_to(robot, url)
            if robot.looks != looks:  # the page was opened afresh: what was found is no more
                break


def press(robot: "Robot", ready: dict) -> None:
    """Press one control that is ready, and gather what is wrong with what comes of it."""
    robot.events.clear()
    robot.page.mouse.click(ready["x"], ready["y"])
    try:
        came = robot.page.evaluate("robotEyes.effect()")
    except BrowserError:  # another page came
        robot.page.wait_for_load_state()
        robot.look()
        return
    if not (came["done"] or robot.events or ready["checked"]):
        robot.faults.append(f"{ready['told']}: nothing happens when it is pressed")
    robot.faults += [f"{ready['told']}: {fault}" for fault in came["faults"]]
    if came["over"]:
        robot.page.keyboard.press("Escape")
        robot.settle()
        if robot.page.evaluate("Boolean(robotEyes.scrim())"):
            robot.faults.append(f"{ready['told']}: Escape does not close what it opens")
            robot.open(robot.page.url)


def _return_to(robot: "Robot", url: str) -> None:
    if robot.page.url.partition("#")[0] != url.partition("#")[0]:
        robot.open(url)


def _unpressed(robot: "Robot", pressed: Counter[str]) -> list[tuple[int, str]]:
    """Return the place and the sign of each control in view that is still to be pressed."""
    seen: Counter[str] = Counter()
    found = []
    for at, sign in enumerate(robot.page.evaluate("within => robotEyes.controls(within)", robot.within)):
        seen[sign] += 1
        if pressed[sign] < seen[sign] <= robot.alike:
            found.append((at, sign))
    return found
