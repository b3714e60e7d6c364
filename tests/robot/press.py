"""How the robot presses controls, and what it wants to come of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from tests.robot.walk import Robot


def press_all(robot: "Robot", url: str) -> None:
    """Press every control that stays on the page, and see that something comes of it."""
    pressed: dict[str, int] = {}
    if robot.page.url.partition("#")[0] != url.partition("#")[0]:
        robot.open(url)
    while (found := next(_unpressed(robot, pressed), None)) is not None:
        at, sign = found
        pressed[sign] = pressed.get(sign, 0) + 1
        ready = robot.page.evaluate("at => robotEyes.ready(at)", at)
        if ready.get("gone"):
            continue
        if "covered" in ready:
            robot.faults.append(f"{ready['told']} is covered by {ready['covered']}")
            continue
        press(robot, ready)
        if robot.page.url.partition("#")[0] != url.partition("#")[0]:
            robot.open(url)


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


def _unpressed(robot: "Robot", pressed: dict[str, int]) -> Iterator[tuple[int, str]]:
    signs = robot.page.evaluate("within => robotEyes.controls(within)", robot.within)
    seen: dict[str, int] = {}
    for at, sign in enumerate(signs):
        seen[sign] = seen.get(sign, 0) + 1
        if seen[sign] > pressed.get(sign, 0) < robot.alike:
            yield at, sign
