"""Where things stand on a slide of 16 to 9, and in which size text fits there. Lengths are English Metric Units, 914,400 to an inch."""

from collections.abc import Sequence
from dataclasses import dataclass

from playbook.paper.slides.deck import DETAIL, LINE, ORIGIN, PLAIN, Item

INCH = 914400
WIDTH, HEIGHT = 40 * INCH // 3, 15 * INCH // 2
NOTES_WIDTH, NOTES_HEIGHT = 15 * INCH // 2, 10 * INCH
SIZES = {LINE: 28, DETAIL: 20, PLAIN: 20, ORIGIN: 12}  # points, of a text's levels in the slide master
FOOT_SIZE = 10
NOTES_SIZE, NOTES_FOOT_SIZE = 12, 9
SCALES = (100, 90, 80, 70, 60)  # percent; the largest in which a text fits
LETTER, LEADING, APART = 0.52, 1.2, 0.5  # a letter's mean width, a line's height and the room after a paragraph, in sizes of type


@dataclass(frozen=True)
class Place:
    """A rectangle on a slide."""

    left: int
    top: int
    width: int
    height: int


def place(left: float, top: float, width: float, height: float) -> Place:
    """Return a rectangle given in inches."""
    return Place(*(round(length * INCH) for length in (left, top, width, height)))


TITLE, BODY = place(0.6, 0.4, 12.1, 1.0), place(0.6, 1.55, 12.1, 4.85)
LEFT, RIGHT = place(0.6, 1.55, 5.9, 4.85), place(6.8, 1.55, 5.9, 4.85)
PICTURE, BESIDE = place(0.6, 1.6, 6.9, 4.7), place(7.8, 1.55, 4.9, 4.85)
FIGURES, BELOW = place(0.6, 1.5, 12.1, 3.3), place(0.6, 5.0, 12.1, 1.4)
OPENING, SUBTITLE = place(0.9, 1.5, 11.4, 1.6), place(0.9, 3.3, 11.4, 2.7)
FOOT, NUMBER = place(0.6, 6.6, 11.2, 0.72), place(11.9, 6.6, 0.85, 0.4)
NOTES_SLIDE, NOTES = place(0.6, 0.5, 6.3, 3.54), place(0.6, 4.25, 6.3, 4.85)
NOTES_FOOT, NOTES_NUMBER = place(0.6, 9.2, 5.4, 0.6), place(6.1, 9.2, 0.8, 0.4)
LOGO = place(11.4, 5.95, 1.3, 0.4)


def scale_for(items: list[Item], room: Place) -> int:
    """Return the largest of SCALES, in percent, in which texts fit into a place; the smallest if none does."""
    return _scale([(SIZES[item.level], len(item.plain) + 24 * bool(item.audience)) for item in items], room)


def notes_scale(texts: Sequence[str]) -> int:
    """Return the largest of SCALES, in percent, in which what is said fits below its slide; the smallest if none does."""
    return _scale([(NOTES_SIZE, len(text)) for text in texts], NOTES)


def _scale(texts: Sequence[tuple[float, int]], room: Place) -> int:
    return next((scale for scale in SCALES if _height(texts, room.width, scale / 100) <= room.height), SCALES[-1])


def _height(texts: Sequence[tuple[float, int]], width: int, scale: float) -> float:
    """Return about how high texts stand in a width, each given by its size of type and its length."""
    points = 0.0
    for full, length in texts:
        size = full * scale
        room = max(1, int((width / INCH - 0.5) * 72 / (size * LETTER)))
        points += -(-max(1, length) // room) * size * LEADING + size * APART
    return points / 72 * INCH
