"""What stands on every side of a paper beside its text, and in which size that text is set."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

SIZES = (10.5, 10, 9.5, 9)  # points; the largest that fits, and never less than the last


@dataclass(frozen=True)
class Imprint:
    """What every side of a paper says of itself: `foot` is the credit, exactly, `edition` which edition it is and of what day."""

    foot: str
    edition: str
    paper_size: str  # letter | a4
    today: date  # the day that the files carry
    address: str = ""  # on the web: the audience's current sheet, or this handout; becomes a QR code
    logo: Path | None = None  # the owners' official logo, at the foot before the credit
    logo_beside: Path | None = None  # the same, beside the adapted parts of a mixed page
    region_logo: Path | None = None  # the region's own, on sheets, letters and the book


@dataclass(frozen=True)
class Typesetting:
    """The size of type in points, and how many lines for notes there are at most; None: as many as the document asks for."""

    size: float = SIZES[0]
    note_lines: int | None = None
    lost_lines: bool = False  # whether a last side may hold a few lines alone
